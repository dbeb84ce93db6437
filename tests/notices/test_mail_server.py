"""A mail server that fails disturbs nobody, and is asked again later."""

import socket
from datetime import timedelta

import pytest
from django.test import Client

from alongside.notices.actions import came_in, send_due
from alongside.notices.models import Outbox, Reach
from alongside.notices.queries import outbox
from tests.notices.conftest import BENS, NOON, is_owed, owe, point_to, reached
from tests.web.reading import Page


def nobody_listens(settings):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        point_to(settings, f"smtp://127.0.0.1:{door.getsockname()[1]}?tls=none")


def test_what_could_not_be_sent_is_owed_still_and_goes_later(mailbox, ben, settings):
    reach = reached(ben.account)
    owe(reach)
    nobody_listens(settings)

    send_due(now=NOON)
    assert is_owed(reach)
    assert outbox().trouble == "unreachable"

    point_to(settings, mailbox.url)
    send_due(now=NOON + timedelta(minutes=9))
    assert mailbox.letters == []
    send_due(now=NOON + timedelta(minutes=10))
    assert len(mailbox.letters) == 1
    assert not Outbox.objects.exists()


def test_each_failure_waits_longer(mailbox, ben):
    owe(reached(ben.account))
    mailbox.answers["MAIL"] = "451 not now"
    now, waits = NOON, []
    for _ in range(3):
        send_due(now=now)
        waits.append(outbox().try_after_at - now)
        now = outbox().try_after_at

    assert waits == [timedelta(minutes=minutes) for minutes in (10, 20, 40)]


def test_an_address_where_nobody_is_gets_no_more_letters(mailbox, ben):
    owe(reached(ben.account))
    mailbox.answers["RCPT"] = "550 nobody here"

    send_due(now=NOON)
    mailbox.answers.clear()
    send_due(now=NOON + timedelta(hours=2))

    reach = Reach.objects.get()
    assert (reach.returned, reach.turned_on, reach.confirmed) == (True, False, False)
    assert mailbox.letters == []
    assert not Outbox.objects.exists()


def test_one_address_that_is_busy_holds_up_no_other(mailbox, ben, desk):
    reach = reached(ben.account)
    owe(reach)
    mailbox.answers["RCPT"] = "450 try later"

    send_due(now=NOON)
    assert is_owed(reach)
    assert not Outbox.objects.exists()

    mailbox.answers.clear()
    send_due(now=NOON + timedelta(minutes=10))
    assert len(mailbox.letters) == 1


def test_who_came_in_while_it_failed_gets_no_note_afterwards(mailbox, ben, settings):
    reach = reached(ben.account)
    owe(reach)
    nobody_listens(settings)
    send_due(now=NOON)

    came_in(ben.account)
    point_to(settings, mailbox.url)
    send_due(now=NOON + timedelta(hours=1))

    assert mailbox.letters == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("unreachable", "does not answer"),
        ("sign-in", "password"),
        ("sender", "sender"),
    ],
)
def test_the_desk_says_that_no_notes_go_out(desk, answer, words):
    Outbox.objects.create(failures=3, trouble=answer)
    at_desk = Client()
    at_desk.force_login(desk)

    for url in ("/desk/", "/desk/notices"):
        assert words in Page(at_desk.get(url)).text


def test_dora_leaves_an_address_at_the_desk(mailbox, desk):
    at_desk = Client()
    at_desk.force_login(desk)
    form = {"address": BENS, "quiet_from": "20:00", "quiet_to": "09:30", "on": "on"}

    bad = at_desk.post("/desk/notices", form | {"zone": "Nowhere"})
    assert bad.status_code == 422
    assert BENS in bad.content.decode()
    assert not Reach.objects.exists()

    good = at_desk.post("/desk/notices", form | {"zone": "Europe/Madrid"})
    assert good.status_code == 200
    reach = Reach.objects.get()
    assert (reach.quiet_from, reach.quiet_to, reach.confirmed) == (1200, 570, False)
    assert f"We sent a link to {BENS}" in Page(good).text


@pytest.mark.parametrize(
    "time", ["", "25", "2500:00", "aa:bb", "10:99", "-1:00", "\uff11\uff10:00"]
)
def test_a_time_that_is_none_is_said_plainly(mailbox, desk, time):
    at_desk = Client()
    at_desk.force_login(desk)

    answer = at_desk.post(
        "/desk/notices",
        {"address": BENS, "quiet_from": time, "quiet_to": "09:00", "zone": "UTC"},
    )

    assert answer.status_code == 422
    assert "two times of the day" in Page(answer).text
