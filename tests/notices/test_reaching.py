"""Leaving an address, confirming it, and stopping: only by who reads its mail."""

from datetime import timedelta

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.ground.refusal import NotYours
from alongside.notices.actions import confirm, forget_unproven, leave_address, send_due, stop
from alongside.notices.actions.reaching import NotAnAddress, NotQuietHours
from alongside.notices.links import CONFIRM, STOP, token_of
from alongside.notices.models import Owed, Reach
from alongside.notices.pushing import public_key
from alongside.people.tries import SlowDown
from tests.notices.conftest import BENS, NOON, is_owed, owe, reached, wish

ODD = [
    "ben", "ben@", "@work.example.org", "ben@work", "ben@@work.example.org", "ben@work..org",
    "ben@work.example.org\nBcc: finn@far.example.org", "ben@work.example.org\r\n",
    "ben@work.example.org,finn@far.example.org", "ben work@example.org", '"b\\n"@example.org',
    "Ben <ben@work.example.org>", "ben@[127.0.0.1]", ".ben@work.example.org",
    "bén@work.example.org", "ben@-work.example.org", "a" * 65 + "@work.example.org",
    "ben@" + "a" * 250 + ".org", "ben\x00@work.example.org", "ben@work.example.org\u2028",
]  # fmt: skip


def page(deed, token):
    return f"/notices/{deed}/{token}"


@pytest.mark.parametrize("address", ODD)
def test_what_is_no_address_is_refused_and_nothing_is_sent(mailbox, ben, address):
    with pytest.raises(NotAnAddress):
        leave_address(ben.account, wish(address), now=NOON)

    send_due(now=NOON)
    assert mailbox.envelopes == []
    assert not Reach.objects.exists()


@pytest.mark.parametrize(
    "change",
    [{"zone": "Mars/Olympus"}, {"zone": ""}, {"zone": "../etc/passwd"}, {"quiet_from": 1440},
     {"quiet_to": -1}],
)  # fmt: skip
def test_quiet_hours_that_are_none_are_refused(mailbox, ben, change):
    with pytest.raises(NotQuietHours):
        leave_address(ben.account, wish(**change), now=NOON)


def test_an_address_counts_once_its_button_was_pressed(mailbox, ben):
    reach = leave_address(ben.account, wish(), now=clock.now())
    url = page("confirm", token_of(CONFIRM, reach.proof))
    browser = Client(enforce_csrf_checks=True)

    for ask in (browser.get, browser.head):
        assert ask(url).status_code == 200
    assert not Reach.objects.get().confirmed
    browser.post(url)
    assert Reach.objects.get().confirmed


def test_a_link_is_used_once_and_for_a_day(mailbox, ben):
    reach = leave_address(ben.account, wish(), now=clock.now())
    token = token_of(CONFIRM, reach.proof)
    browser = Client(enforce_csrf_checks=True)

    assert browser.get(page("confirm", token)).status_code == 200
    assert browser.post(page("confirm", token)).status_code == 200
    assert Reach.objects.get().confirmed
    assert browser.post(page("confirm", token)).status_code == 404
    assert browser.get(page("confirm", token)).status_code == 404


def test_a_link_of_yesterday_is_over_and_its_address_forgotten(mailbox, ben):
    reach = leave_address(ben.account, wish(), now=NOON)
    token = token_of(CONFIRM, reach.proof)
    late = NOON + timedelta(hours=24)

    with pytest.raises(NotYours):
        confirm(token, now=late)
    forget_unproven(now=late)
    assert not Reach.objects.exists()


def test_one_click_stops_without_cookies_or_a_form(mailbox, ben):
    reach = reached(ben.account)
    owe(reach)
    program = Client(enforce_csrf_checks=True)

    answer = program.post(
        page("stop", token_of(STOP, reach.ref)),
        "List-Unsubscribe=One-Click",
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 200
    assert not answer.cookies
    assert not Reach.objects.get().turned_on
    assert not is_owed(reach)
    send_due(now=NOON)
    assert mailbox.letters == []


def test_looking_at_the_link_stops_nothing(mailbox, ben):
    reach = reached(ben.account)

    for ask in (Client().get, Client().head):
        assert ask(page("stop", token_of(STOP, reach.ref))).status_code == 200

    assert Reach.objects.get().turned_on


def test_stopping_twice_is_answered_kindly_and_so_is_stopping_after_one_has_gone(mailbox, ben):
    reach = reached(ben.account)
    url = page("stop", token_of(STOP, reach.ref))

    answers = [Client().post(url) for _ in range(2)]
    Reach.objects.all().delete()
    answers.append(Client().post(url))

    assert {answer.status_code for answer in answers} == {200}
    assert all("No more notes" in answer.content.decode() for answer in answers)


def test_ben_can_turn_notes_on_again_without_a_new_link(mailbox, ben):
    reach = reached(ben.account)
    stop(token_of(STOP, reach.ref))

    leave_address(ben.account, wish(), now=NOON)

    reach.refresh_from_db()
    assert (reach.turned_on, reach.confirmed, reach.proof_waits) == (True, True, False)


def test_finn_cannot_stop_bens_notes(mailbox, ben):
    reach = reached(ben.account)
    token = token_of(STOP, reach.ref)
    guesses = [
        to_text(reach.ref), to_text(reach.ref + bytes(16)), token_of(CONFIRM, reach.ref),
        token[:-1] + ("A" if token[-1] != "A" else "E"), "x", "A" * 43, "%00", "ben",
        token_of(STOP, bytes(16))[:22] + token[22:],
    ]  # fmt: skip

    answers = [Client().post(page("stop", guess)) for guess in guesses]

    assert {answer.status_code for answer in answers} == {404}
    assert Reach.objects.get().turned_on


def test_a_link_that_stops_confirms_nothing_and_the_other_way_round(mailbox, ben):
    reach = leave_address(ben.account, wish(), now=NOON)

    for deed, token in (
        ("stop", token_of(CONFIRM, reach.proof)),
        ("confirm", token_of(STOP, reach.ref)),
    ):
        assert Client().post(page(deed, token)).status_code == 404


def test_nobody_learns_whether_an_address_is_known_here(mailbox, ben, cem, desk):
    """Two may have the same address; the answer is the same as for one that is new."""
    reached(ben.account)

    reach = leave_address(desk, wish(BENS), now=NOON)

    assert not reach.confirmed
    assert Reach.objects.count() == 2


def test_a_new_address_needs_its_own_link_and_old_links_end(mailbox, ben):
    reach = reached(ben.account)
    old = token_of(STOP, reach.ref)
    owe(reach)

    leave_address(ben.account, wish("ben@new.example.org"), now=NOON)
    send_due(now=NOON)
    stop(old)

    (letter,) = mailbox.read
    assert letter["Subject"] == "Is this your address?"
    assert Reach.objects.get().turned_on


def test_nobody_can_fill_a_strangers_mailbox_with_links(mailbox, ben):
    for number in range(5):
        leave_address(ben.account, wish(f"ada{number}@far.example.org"), now=NOON)

    with pytest.raises(SlowDown):
        leave_address(ben.account, wish("ada9@far.example.org"), now=NOON)
    send_due(now=NOON)
    assert len(mailbox.letters) == 1


def test_taking_the_address_away_leaves_nothing(mailbox, ben):
    owe(reached(ben.account))

    leave_address(ben.account, wish(""), now=NOON)

    assert not Reach.objects.exists()
    assert not Owed.objects.exists()


def test_without_a_mail_server_no_address_is_taken(ben):
    answer = ben.room.put(
        "/api/notices",
        {"address": BENS, "on": True, "quiet_from": 0, "quiet_to": 0, "zone": "UTC"},
    )

    assert answer.json()["error"]["code"] == "no-mail"
    assert ben.room.get("/api/notices").json()["mail"] is False


def test_bens_room_reads_what_it_wrote(mailbox, ben):
    papers = {
        "address": BENS, "on": True, "quiet_from": 1200, "quiet_to": 420, "zone": "UTC",
    }  # fmt: skip

    answer = ben.room.put("/api/notices", papers)

    assert answer.status_code == 200, answer.content
    kept = papers | {"mail": True, "confirmed": False, "returned": False}
    kept |= {"sender": "", "subject": "", "rest_hours": 1, "devices": 0, "here": False}
    kept |= {"day_before": False, "hour_before": False, "calendar": False}
    kept |= {"push": to_text(public_key()), "texts": False, "number": ""}
    kept |= {"number_confirmed": False, "number_returned": False}
    assert answer.json() == ben.room.get("/api/notices").json() == kept


def test_when_ben_closes_his_place_his_address_goes(mailbox, ben):
    reached(ben.account)
    auth = to_text(ben.made.locks[0].auth)

    answer = ben.room.post("/api/close-place", {"auth": auth})

    assert answer.status_code == 200, answer.content
    assert not Reach.objects.exists()
