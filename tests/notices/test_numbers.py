"""The number of a phone: proved by a code, limited, told to nobody, gone with one press."""

import logging
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground.clock import day_of
from alongside.notices.actions import (
    forget_unproven,
    leave_address,
    leave_number,
    send_due,
    show_code,
    take_number_away,
)
from alongside.notices.actions.phoning import (
    CodeIsOver,
    NotANumber,
    NoTexts,
    NotThere,
    WrongCode,
)
from alongside.notices.links import code_of
from alongside.notices.models import Owed, Phone, Reach
from alongside.notices.rules import code_in, number_in
from alongside.people import actions as people
from alongside.people.models import Tries
from alongside.people.tries import SlowDown
from pse.wall import Kind
from tests.notices.conftest import (
    ADAS_PHONE,
    NOON,
    owe,
    reached,
    texted,
    wish,
)
from tests.notices.test_pushing import told_on_wall

# The letters of which 160 fit into one text (GSM 03.38), as far as we write any.
PLAIN = re.compile(r"[A-Za-z0-9 .,:;?!¿¡ñÑéàèìòùüöä@/'\"()+-]*")
NIGHT = NOON.replace(hour=22)


def test_ada_leaves_a_number_shows_the_code_and_has_short_notes(textbox, ada):
    leave_number(ada.account, "+49 (151) 1234-5678", lang="en", now=NOON)
    send_due(now=NOON)
    (text,) = textbox.came
    assert (text["To"], text["From"]) == (ADAS_PHONE, "+15005550006")
    code = re.search(r"\d{6}", text["Body"])[0]
    show_code(ada.account, code, now=NOON)
    owe(Reach.objects.get())

    send_due(now=NOON)

    assert textbox.texts[1:] == ["You have something new. Reply STOP to get no more of these."]
    assert not Owed.objects.exists()
    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 3)]


def test_no_note_goes_to_a_number_before_its_code_was_shown(textbox, ada):
    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    owe(Reach.objects.get())

    for minutes in (0, 10):
        send_due(now=NOON + timedelta(minutes=minutes))

    assert len(textbox.came) == 1
    assert "code" in textbox.texts[0]
    assert told_on_wall(ada.account) == []


def test_a_code_that_could_not_go_goes_later_and_one_that_is_refused_is_said(textbox, ada):
    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    textbox.faults[ADAS_PHONE] = (503, 0)
    send_due(now=NOON)
    assert Phone.objects.get().proof_waits

    textbox.faults[ADAS_PHONE] = (400, 21614)
    send_due(now=NOON + timedelta(minutes=10))
    assert Phone.objects.get().returned
    assert ada.room.get("/api/notices").json()["number_returned"] is True


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fault", [(503, 0), (400, 21614)])
def test_a_fault_that_comes_after_ada_showed_her_code_takes_nothing_from_her(
    textbox, ada, fault
):
    """The text arrived, and she was quicker than the provider's answer."""
    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    code = code_of(bytes(Phone.objects.get().proof))

    def shows() -> None:
        show_code(ada.account, code, now=NOON)
        connection.close()

    textbox.faults[ADAS_PHONE], textbox.meanwhile = fault, shows
    send_due(now=NOON)

    phone = Phone.objects.get()
    assert (phone.confirmed, phone.returned, phone.proof_waits) == (True, False, False)
    assert phone.proof is not None


def test_five_wrong_codes_end_a_code_and_the_right_one_with_it(textbox, ada):
    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    send_due(now=NOON)
    right = re.search(r"\d{6}", textbox.texts[0])[0]
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(5):
        with pytest.raises(WrongCode):
            show_code(ada.account, wrong, now=NOON)

    with pytest.raises(CodeIsOver):
        show_code(ada.account, right, now=NOON)
    assert not Phone.objects.get().confirmed


@pytest.mark.parametrize("code", ["", "12", "\uff11\uff12\uff13\uff14\uff15\uff16", "x" * 20])
def test_what_is_no_code_is_a_wrong_one(textbox, ada, code):
    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)

    with pytest.raises(WrongCode):
        show_code(ada.account, code, now=NOON)


def test_a_code_works_for_an_hour_and_its_number_is_forgotten_then(textbox, ada):
    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    send_due(now=NOON)
    code, late = re.search(r"\d{6}", textbox.texts[0])[0], NOON + timedelta(hours=1)

    with pytest.raises(CodeIsOver):
        show_code(ada.account, code, now=late)
    forget_unproven(now=late)
    assert not Phone.objects.exists()
    assert not Reach.objects.exists()


def test_nobodys_phone_is_a_toy_and_the_house_pays_for_few_codes(textbox, ada, ben):
    for number in range(3):
        leave_number(ada.account, f"+491511234567{number}", lang="en", now=NOON)
    for _ in range(2):
        leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    with pytest.raises(SlowDown):
        leave_number(ada.account, "+4915112345670", lang="en", now=NOON)
    for _ in range(3):
        leave_number(ben.account, ADAS_PHONE, lang="en", now=NOON)

    with pytest.raises(SlowDown):
        leave_number(ben.account, ADAS_PHONE, lang="en", now=NOON)


def test_no_phone_gets_a_code_every_hour_all_day(textbox, ada, ben):
    for hour in range(8):
        leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON + timedelta(hours=hour))
        people.forget_tries(now=NOON + timedelta(hours=hour))
    evening = NOON + timedelta(hours=9)
    for person, number in ((ada, "+4915100000000"), (ben, ADAS_PHONE)):
        with pytest.raises(SlowDown):
            leave_number(person.account, number, lang="en", now=evening)

    people.forget_tries(now=NOON + timedelta(days=1))
    assert not Tries.objects.exists()
    leave_number(ben.account, ADAS_PHONE, lang="en", now=NOON + timedelta(days=1))


def test_a_right_code_whose_answer_was_lost_can_be_shown_again_within_its_hour(textbox, ada):
    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    send_due(now=NOON)
    code = re.search(r"\d{6}", textbox.texts[0])[0]
    for minutes in (1, 2, 3, 4, 5, 6, 7):
        show_code(ada.account, code, now=NOON + timedelta(minutes=minutes))
    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 3)]

    late = NOON + timedelta(hours=1)
    forget_unproven(now=late)
    phone = Phone.objects.get()
    assert (phone.confirmed, phone.proof, phone.proof_until) == (True, None, None)
    with pytest.raises(CodeIsOver):
        show_code(ada.account, code, now=late)


def test_quiet_hours_of_a_number_are_those_of_the_clock_where_ada_is(textbox, ada):
    number = {"number": ADAS_PHONE, "lang": "en", "zone": "America/Chicago"}
    ada.room.call("PUT", "/api/notices/number", number)
    assert Reach.objects.get().zone == "America/Chicago"

    odd = {**number, "number": "+4915100000000", "zone": "Middle/Earth"}
    assert ada.room.call("PUT", "/api/notices/number", odd).status_code == 200
    assert Reach.objects.get().zone == "America/Chicago"


def test_leaving_another_number_tells_the_old_one_nothing_more(textbox, ada):
    texted(ada.account)
    leave_number(ada.account, "+4915100000000", lang="en", now=NOON)
    owe(Reach.objects.get())
    textbox.clear()

    send_due(now=NOON)

    assert [text["To"] for text in textbox.came] == ["+4915100000000"]
    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 3), (Kind.NOTES_OFF, 3)]


def test_taking_the_number_away_is_one_press_and_leaves_nothing(textbox, ada):
    texted(ada.account)

    for _ in range(2):
        assert ada.room.call("DELETE", "/api/notices/number", None).status_code == 200

    assert not Reach.objects.exists()
    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 3), (Kind.NOTES_OFF, 3)]


def test_a_number_goes_with_leaving_everywhere(textbox, ada):
    texted(ada.account)

    people.sign_out_everywhere(ada.account)

    assert not Phone.objects.exists()
    assert told_on_wall(ada.account)[-1] == (Kind.NOTES_OFF, 3)


def test_mail_that_is_taken_away_leaves_the_number_and_the_other_way_round(
    textbox, mailbox, ada
):
    reached(ada.account)
    texted(ada.account)
    leave_address(ada.account, wish(""), now=NOON)
    assert Phone.objects.get().confirmed

    take_number_away(ada.account, today=day_of(NOON))
    assert not Reach.objects.exists()


def test_a_programme_can_say_how_the_numbers_begin_it_writes_to(textbox, ada, settings):
    near = f"{textbox.url}&to=49,34"
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, text_url=near)

    leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)
    with pytest.raises(NotThere):
        leave_number(ada.account, "+882161234567", lang="en", now=NOON)


@pytest.mark.parametrize(
    "number",
    ["", "015112345678", "+0151", "+49 151 abc", "+1", "+" + "1" * 16, "+49151\n1234567",
     "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", "+49;151234567"],
)  # fmt: skip
def test_what_is_no_number_is_refused_and_nothing_is_sent(textbox, ada, number):
    with pytest.raises(NotANumber):
        leave_number(ada.account, number, lang="en", now=NOON)

    assert not Reach.objects.exists()


def test_without_a_provider_nobody_can_leave_a_number(ada, mailbox):
    assert ada.room.get("/api/notices").json()["texts"] is False
    with pytest.raises(NoTexts):
        leave_number(ada.account, ADAS_PHONE, lang="en", now=NOON)


def test_neither_number_nor_words_stand_in_any_log(textbox, ada, caplog):
    caplog.set_level(logging.DEBUG)
    owe(texted(ada.account).reach)
    send_due(now=NOON)

    assert textbox.came
    assert ADAS_PHONE not in caplog.text
    assert "something new" not in caplog.text


def test_the_number_is_told_to_nobody_but_its_owner(textbox, ada, ben):
    texted(ada.account)

    assert ada.room.get("/api/notices").json()["number"] == ADAS_PHONE
    assert ben.room.get("/api/notices").json()["number"] == ""


@given(st.binary(min_size=32, max_size=32))
def test_every_code_has_six_digits(raw):
    assert re.fullmatch(r"[0-9]{6}", code_in(raw))


@given(st.text(max_size=40))
def test_a_number_is_one_the_whole_world_can_write_or_none(text):
    number = number_in(text)

    assert number == "" or re.fullmatch(r"\+[1-9][0-9]{6,14}", number)
    assert number_in(number) == number
