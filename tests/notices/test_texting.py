"""Short notes as text messages: through a provider's own library, to whoever showed a code."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.notices import texting
from alongside.notices.actions import (
    came_in,
    send_due,
)
from alongside.notices.letters import text_for
from alongside.notices.models import Phone, Reach
from alongside.notices.rules import NEAR
from alongside.programme.actions import switch_on_language
from pse.wall import Kind
from tests.notices.conftest import (
    ADAS_PHONE,
    NOON,
    hearing,
    is_owed,
    owe,
    reached,
    texted,
)
from tests.notices.test_pushing import told_on_wall
from tests.racing import race

# The letters of which 160 fit into one text (GSM 03.38), as far as we write any.
PLAIN = re.compile(r"[A-Za-z0-9 .,:;?!¿¡ñÑéàèìòùüöä@/'\"()+-]*")
NIGHT = NOON.replace(hour=22)


def test_everybodys_text_is_the_same_and_holds_no_address(textbox, ada, ben):
    for who, number in ((ada, ADAS_PHONE), (ben, "+34600111222")):
        owe(texted(who.account, number).reach)
    textbox.clear()

    send_due(now=NOON)

    one, other = textbox.texts
    assert one == other
    assert "peers.example.org" not in one
    assert "http" not in one


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", [1, NEAR])
def test_the_usual_words_fit_into_one_text(house, desk, lang, kind):
    if lang != "en":
        switch_on_language(lang, reviewer="Dra. Sol Vega", by=desk, today=1)
    words = text_for(Reach(lang=lang), kind=kind)

    assert len(words) <= 160
    assert PLAIN.fullmatch(words)
    assert "STOP" in words


def test_a_text_says_what_ada_chose_for_it(textbox, mailbox, ada):
    reached(ada.account, sender="Greenhouse", subject="Tomatoes")
    owe(texted(ada.account).reach)
    textbox.clear()

    send_due(now=NOON)

    assert textbox.texts == ["Greenhouse: Tomatoes. Reply STOP to get no more of these."]


def test_at_night_no_text_comes_and_in_the_morning_one(textbox, ada):
    phone = texted(ada.account)
    Reach.objects.update(zone="Europe/Madrid")
    owe(phone.reach)
    textbox.clear()

    send_due(now=NIGHT)
    assert textbox.came == []
    assert is_owed(phone.reach)

    send_due(now=NIGHT + timedelta(hours=9))
    assert len(textbox.came) == 1


def test_after_a_text_none_follows_until_ada_came_in(textbox, ada):
    phone = texted(ada.account)
    textbox.clear()
    for hours in (0, 1, 2):
        owe(phone.reach)
        send_due(now=NOON + timedelta(hours=hours))
    assert len(textbox.came) == 1

    came_in(ada.account)
    owe(phone.reach)
    send_due(now=NOON + timedelta(hours=3))
    assert len(textbox.came) == 2


def test_whoever_said_stop_is_forgotten_with_the_next_note_and_the_wall_says_so(textbox, ada):
    """The provider refuses from then on: code 21610."""
    owe(texted(ada.account).reach)
    textbox.faults[ADAS_PHONE] = (400, 21610)

    send_due(now=NOON)

    assert not Phone.objects.exists()
    assert not Reach.objects.exists()
    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 3), (Kind.NOTES_OFF, 3)]


@pytest.mark.parametrize("fault", [(429, 20429), (500, 20500), (503, 0), (401, 20003)])
def test_a_provider_that_takes_nothing_now_is_asked_again_later_and_later(textbox, ada, fault):
    owe(texted(ada.account).reach)
    textbox.faults[ADAS_PHONE] = fault
    now, waits = NOON, []
    for _ in range(3):
        send_due(now=now)
        waits.append(Phone.objects.get().try_after_at - now)
        now = Phone.objects.get().try_after_at
    assert waits == [timedelta(minutes=minutes) for minutes in (10, 20, 40)]

    textbox.clear()
    send_due(now=now)
    send_due(now=now + timedelta(hours=1))
    assert len(textbox.came) == 1


def test_who_came_in_while_the_provider_failed_gets_no_text_afterwards(textbox, ada):
    owe(texted(ada.account).reach)
    textbox.faults[ADAS_PHONE] = (503, 0)
    send_due(now=NOON)
    came_in(ada.account)
    textbox.clear()

    send_due(now=NOON + timedelta(hours=2))

    assert textbox.came == []


def test_a_provider_that_is_not_there_holds_up_nobody(textbox, mailbox, ada, settings):
    reach = reached(ada.account)
    texted(ada.account)
    dead = textbox.url.replace(f":{textbox.port}?", ":9?")
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, text_url=dead)
    owe(reach)

    send_due(now=NOON)

    assert len(mailbox.letters) == 1
    assert Phone.objects.get().waits == 1


@pytest.mark.django_db(transaction=True)
def test_of_several_processes_one_sends_the_text(textbox, ada):
    owe(texted(ada.account).reach)
    textbox.clear()

    assert race(*[lambda: send_due(now=NOON)] * 3) == [None] * 3

    assert len(textbox.came) == 1


def test_what_a_lost_phone_never_showed_goes_by_mail_once_it_can(
    pushbox, mailbox, textbox, ada
):
    """Mail failed while a device was to tell of it; then the device proves gone."""
    reach = reached(ada.account)
    hearing(ada.account, pushbox.browser())
    owe(reach)
    mailbox.answers["RCPT"] = "450 not now"
    pushbox.statuses["/push/one"] = 410
    send_due(now=NOON)
    assert mailbox.letters == []

    mailbox.clear()
    for minutes in (10, 20, 200):
        send_due(now=NOON + timedelta(minutes=minutes))
    assert len(mailbox.letters) == 1


def test_what_a_refused_number_never_had_goes_by_mail_once_it_can(mailbox, textbox, ada):
    reach = reached(ada.account)
    texted(ada.account)
    owe(reach)
    mailbox.answers["RCPT"] = "450 not now"
    textbox.faults[ADAS_PHONE] = (400, 21610)
    send_due(now=NOON)

    mailbox.clear()
    for minutes in (10, 20, 200):
        send_due(now=NOON + timedelta(minutes=minutes))
    assert len(mailbox.letters) == 1


def test_what_one_way_told_is_never_told_again_by_another(pushbox, mailbox, textbox, ada):
    """Mail failed and a device is gone, but the text came: that is the one note."""
    reach = reached(ada.account)
    hearing(ada.account, pushbox.browser())
    texted(ada.account)
    owe(reach)
    mailbox.answers["RCPT"] = "450 not now"
    pushbox.statuses["/push/one"] = 410
    textbox.clear()
    send_due(now=NOON)

    mailbox.clear()
    for minutes in (10, 20, 200):
        send_due(now=NOON + timedelta(minutes=minutes))
    assert (len(textbox.came), mailbox.letters) == (1, [])


def test_who_came_in_before_the_device_proved_gone_is_owed_nothing(pushbox, mailbox, ada):
    reach = reached(ada.account)
    hearing(ada.account, pushbox.browser())
    owe(reach)
    mailbox.answers["RCPT"] = "450 not now"
    pushbox.statuses["/push/one"] = 503
    send_due(now=NOON)
    came_in(ada.account)
    mailbox.clear()
    pushbox.statuses["/push/one"] = 410

    send_due(now=NOON + timedelta(hours=1))

    assert mailbox.letters == []
    assert not is_owed(reach)


def silent(settings):
    """This house sends no texts any more."""
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, text_url="")


def test_where_no_texts_go_any_more_mail_counts_alone(mailbox, textbox, ada, settings):
    """Mail failed while a text was to tell of it, and then the provider was taken away."""
    reach = reached(ada.account)
    texted(ada.account)
    owe(reach)
    mailbox.answers["RCPT"] = "450 not now"
    textbox.faults[ADAS_PHONE] = (503, 0)
    send_due(now=NOON)
    assert Phone.objects.get().waits == 1

    silent(settings)
    mailbox.clear()
    send_due(now=NOON + timedelta(minutes=10))

    assert len(mailbox.letters) == 1
    assert Phone.objects.get().waits == 0
    assert not Reach.objects.get().hears
    owe(reach)
    mailbox.answers["RCPT"] = "450 not now"
    came_in(ada.account)
    owe(reach)
    send_due(now=NOON + timedelta(days=2))
    assert is_owed(reach)


def test_what_only_a_text_was_to_tell_of_is_owed_until_texts_go_again(textbox, ada, settings):
    phone = texted(ada.account)
    owe(phone.reach)
    textbox.faults[ADAS_PHONE] = (503, 0)
    send_due(now=NOON)
    on = settings.ENVIRONMENT
    silent(settings)
    send_due(now=NOON + timedelta(hours=1))
    assert is_owed(phone.reach)
    assert not Reach.objects.get().hears

    settings.ENVIRONMENT = on
    textbox.clear()
    send_due(now=NOON + timedelta(hours=2))

    assert len(textbox.came) == 1
    assert Reach.objects.get().hears


def test_the_interface_has_three_answers(textbox):
    textbox.faults |= {"+49151000001": (400, 21211), "+49151000002": (500, 0)}

    said = [texting.send(f"+4915100000{end}", "This is a test.") for end in range(3)]

    assert [outcome.value for outcome in said] == ["taken", "refused", "later"]
