"""Who is on call: what is read from a form, what holds when, and who is never on it."""

import pytest

from alongside.ground.refusal import NotYours
from alongside.people.announcements import PlaceClosed
from alongside.programme import actions, queries
from alongside.programme.models import OnCall
from alongside.programme.on_call import (
    LONGEST_WORDS,
    MOST,
    NotOnCall,
    Shift,
    is_now,
    minute_written,
    phone_typed,
    shifts_typed,
    words_in,
    words_typed,
)

MONDAY, TUESDAY, SUNDAY = 1, 2, 7
EVENING = Shift(MONDAY, 18 * 60, 22 * 60)
NIGHT = Shift(SUNDAY, 22 * 60, 6 * 60)


def test_the_days_that_were_ticked_have_the_same_times():
    assert shifts_typed(["7", "1", "1"], "22:00", "6:00") == [
        Shift(MONDAY, 22 * 60, 6 * 60),
        NIGHT,
    ]
    assert minute_written(6 * 60 + 5) == "06:05"


@pytest.mark.parametrize(
    ("days", "starts", "ends", "code"),
    [
        ([], "18:00", "22:00", "days"),
        (["0", "8", "x"], "18:00", "22:00", "days"),
        (["1"], "", "22:00", "times"),
        (["1"], "18:00", "24:00", "times"),
        (["1"], "18:60", "22:00", "times"),
        (["1"], "18", "22:00", "times"),
        (["1"], "1\u0668:00", "22:00", "times"),
    ],
)
def test_what_is_no_time_is_not_put_down(days, starts, ends, code):
    with pytest.raises(NotOnCall) as refusal:
        shifts_typed(days, starts, ends)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("shift", "day", "minute", "is_it"),
    [
        (EVENING, MONDAY, 18 * 60 - 1, False),
        (EVENING, MONDAY, 18 * 60, True),
        (EVENING, MONDAY, 22 * 60 - 1, True),
        (EVENING, MONDAY, 22 * 60, False),
        (EVENING, TUESDAY, 19 * 60, False),
        (NIGHT, SUNDAY, 21 * 60, False),
        (NIGHT, SUNDAY, 23 * 60, True),
        (NIGHT, MONDAY, 5 * 60, True),
        (NIGHT, MONDAY, 6 * 60, False),
        (NIGHT, TUESDAY, 5 * 60, False),
        (Shift(MONDAY, 0, 0), MONDAY, 0, True),
        (Shift(MONDAY, 0, 0), MONDAY, 1439, True),
        (Shift(MONDAY, 0, 0), TUESDAY, 0, False),
    ],
)
def test_a_night_goes_on_until_the_morning_and_no_longer(shift, day, minute, is_it):
    assert is_now(shift, day=day, minute=minute) is is_it


def test_words_stand_in_each_language_and_else_in_the_programmes_own():
    typed = {"en.expect": " You hear  from us. ", "en.outside": "", "es.expect": ""}
    words = words_typed(typed, ["en", "es"])
    assert words == {"en": {"expect": "You hear from us.", "outside": ""}}
    assert words_in(words, "es", main="en") == {"expect": "You hear from us.", "outside": ""}
    assert words_in({}, "es", main="en") == {"expect": "", "outside": ""}


@pytest.mark.parametrize("text", ["x" * (LONGEST_WORDS + 1), "No\x00thing", "\u202eback"])
def test_a_sentence_too_long_or_with_odd_signs_is_refused(text):
    with pytest.raises(NotOnCall, match="words"):
        words_typed({"en.expect": text}, ["en"])


@pytest.mark.parametrize("typed", ["12", "call me", "1" * 41, "503\x00555"])
def test_what_is_no_number_is_refused_and_none_at_all_is_fine(typed):
    assert phone_typed(" ") == ""
    assert phone_typed("(503)  555-0199") == "(503) 555-0199"
    with pytest.raises(NotOnCall):
        phone_typed(typed)


@pytest.mark.both_databases
def test_ben_is_on_call_once_for_each_beginning_and_no_more_when_his_place_is_closed(ben, desk):
    actions.put_on_call(ben.account.pk, [EVENING, NIGHT], by=desk)
    longer = Shift(MONDAY, 18 * 60, 23 * 60)
    actions.put_on_call(ben.account.pk, [longer], by=desk)
    rows = queries.on_call()
    assert [row.shift for row in rows] == [longer, NIGHT]
    actions.take_off_call(rows[0].number, by=desk)
    actions.take_off_call(rows[0].number, by=desk)
    assert [row.shift for row in queries.on_call()] == [NIGHT]
    actions.forget_of_closed(PlaceClosed(ben.account))
    assert not OnCall.objects.exists()


@pytest.mark.django_db
def test_no_client_and_nobody_at_all_is_put_on_call_and_the_list_has_an_end(ada, ben, desk):
    for number in (ada.account.pk, 0):
        with pytest.raises(NotYours):
            actions.put_on_call(number, [EVENING], by=desk)
    many = [Shift(day, at, at + 1) for day in range(1, 8) for at in range(15)]
    with pytest.raises(NotOnCall) as refusal:
        actions.put_on_call(ben.account.pk, many, by=desk)
    assert (refusal.value.code, OnCall.objects.count(), MOST) == ("many", 0, 100)
