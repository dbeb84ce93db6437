"""Times people keep free: shown in a calendar that tells nothing, and told of in time."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from alongside.appointments import actions as appointments
from alongside.ground import clock
from alongside.ground.clock import day_of
from alongside.notices import upcoming
from alongside.notices.actions import (
    came_in,
    end_calendar,
    forget_reminded,
    leave_address,
    make_calendar,
    owe_for_times,
    send_due,
)
from alongside.notices.calendar import written
from alongside.notices.letters import text_for
from alongside.notices.models import Feed, Reach, Reminded
from alongside.notices.rules import NEW, Before, befores_due
from alongside.notices.upcoming import Kept
from alongside.people import actions as people
from alongside.timers.actions import run_due
from alongside.wiring import kept_free
from pse.wall import Kind
from tests.appointments import meeting
from tests.notices.conftest import ADAS_PHONE, NOON, hearing, reached, texted, wish
from tests.notices.test_pushing import told_on_wall
from tests.racing import race

HOUR = timedelta(hours=1)
TODAY = clock.today()


@pytest.fixture
def times():
    """What is coming, as a room above would tell it: put times in."""
    kept: list[Kept] = []

    def ask(accounts, since, until):
        return [
            one for one in kept if one.account in accounts and since <= one.starts_at < until
        ]

    upcoming.told_by(ask)
    yield kept
    upcoming.told_by(kept_free)


def keeps(times, somebody, starts_at, *, ref=b"a time they keep"):
    times.append(Kept(somebody.account.pk, ref, starts_at, starts_at + 50 * HOUR / 60))


def path_of(url):
    return "/" + url.split("/", 3)[3]


def calendar_at(url):
    answer = Client().get(path_of(url))
    assert answer.status_code == 200
    return icalendar.Calendar.from_ical(answer.content)


def test_adas_calendar_shows_when_she_keeps_time_free_and_nothing_else(times, ada):
    start = clock.now().replace(microsecond=0) + timedelta(days=2)
    keeps(times, ada, start)

    shown = calendar_at(make_calendar(ada.account, lang="en", today=TODAY))

    (event,) = shown.walk("VEVENT")
    assert event.start == start
    assert event.end == start + timedelta(minutes=50)
    assert str(event["SUMMARY"]) == "Time kept free"
    assert str(event["CLASS"]) == "PRIVATE"
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}


def test_a_calendar_program_finds_each_time_on_its_day(times, ada):
    """Over the night in October in which clocks go back as well."""
    starts = [datetime(2026, 10, day, 16, 0, tzinfo=UTC) for day in (18, 25, 31)]
    for number, start in enumerate(starts):
        keeps(times, ada, start, ref=bytes([number]) * 16)
    text = written(times, ref=bytes(16), summary="Time kept free", now=starts[0])

    shown = recurring_ical_events.of(icalendar.Calendar.from_ical(text))

    for start in starts:
        (event,) = shown.at(start.date())
        assert event.start == start
    assert shown.at(date(2026, 10, 26)) == []
    assert len(shown.between(date(2026, 10, 1), date(2026, 11, 1))) == 3


moments = st.integers(1_577_836_800, 2_840_140_800).map(
    lambda seconds: datetime.fromtimestamp(seconds, tz=UTC)
)


@given(
    starts=st.lists(moments, max_size=5, unique=True),
    summary=st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=80),
)
def test_whatever_is_written_is_read_again_as_it_was(starts, summary):
    kept = [
        Kept(1, bytes([number]) * 16, start, start + HOUR)
        for number, start in enumerate(starts)
    ]

    text = written(kept, ref=bytes(16), summary=summary, now=NOON)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert [(event.start, event.end) for event in events] == [
        (one.starts_at, one.ends_at) for one in kept
    ]
    assert {str(event["SUMMARY"]) for event in events} <= {summary}
    assert len({str(event["UID"]) for event in events}) == len(kept)


def test_two_calendars_side_by_side_do_not_tell_that_two_people_meet(times, ada, ben):
    start = clock.now() + timedelta(days=2)
    for one in (ada, ben):
        keeps(times, one, start)

    uids = [
        str(
            calendar_at(make_calendar(one.account, lang="en", today=TODAY)).walk("VEVENT")[0][
                "UID"
            ]
        )
        for one in (ada, ben)
    ]

    assert uids[0] != uids[1]


def test_a_time_that_was_moved_keeps_its_name(times, ada):
    url = make_calendar(ada.account, lang="en", today=TODAY)
    shown = []
    for days in (2, 3):
        times.clear()
        keeps(times, ada, clock.now() + timedelta(days=days))
        shown += calendar_at(url).walk("VEVENT")

    assert shown[0]["UID"] == shown[1]["UID"]
    assert shown[0].start != shown[1].start


def test_finn_cannot_tell_a_calendar_that_ended_from_one_that_never_was(times, ada):
    first = make_calendar(ada.account, lang="en", today=TODAY)
    second = make_calendar(ada.account, lang="en", today=TODAY)
    assert Client().get(path_of(second)).status_code == 200
    guess = (
        path_of(second).replace("calendar/", "calendar/A")[: len(path_of(second)) - 4] + ".ics"
    )
    answers = [
        Client().get(path_of(first)),
        Client().get(guess),
        Client().get("/notices/calendar/x.ics"),
    ]
    end_calendar(ada.account, today=TODAY)
    answers.append(Client().get(path_of(second)))

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


def test_nothing_keeps_a_copy_of_a_calendar_and_nothing_in_the_house_opens_it(times, ada):
    url = make_calendar(ada.account, lang="en", today=TODAY)

    answer = Client().get(path_of(url))

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert url.rpartition("/")[2].removesuffix(".ics").encode() not in bytes(
        Feed.objects.get().token_hash
    )


def test_the_wall_tells_of_a_calendar_and_of_its_end(times, ada):
    for _ in range(2):
        make_calendar(ada.account, lang="en", today=TODAY)
        people.sign_out_everywhere(ada.account)
        end_calendar(ada.account, today=TODAY)

    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 4), (Kind.NOTES_OFF, 4)] * 2
    assert not Reach.objects.exists()


def reminded(somebody, **change):
    return reached(somebody.account, **({"day_before": True, "hour_before": True} | change))


def test_ben_hears_a_day_and_an_hour_before_once_each(times, mailbox, ben):
    reminded(ben)
    start = NOON + timedelta(days=2)
    keeps(times, ben, start)

    for minutes in range(0, 2 * 24 * 60 + 60, 10):
        now = NOON + timedelta(minutes=minutes)
        owe_for_times(now=now)
        before = len(mailbox.letters)
        send_due(now=now)
        if len(mailbox.letters) > before:
            assert start - now in {timedelta(days=1), HOUR}

    assert [note["Subject"] for note in mailbox.read] == ["A time you kept free is near"] * 2


def test_who_asked_for_none_hears_nothing_before(times, mailbox, ben):
    reached(ben.account)
    keeps(times, ben, NOON + HOUR)

    owe_for_times(now=NOON)
    send_due(now=NOON)

    assert mailbox.letters == []


def test_a_note_before_does_not_wait_for_the_rest_between_two_notes(times, mailbox, ben):
    reach = reminded(ben)
    Reach.objects.update(rest_until=NOON + timedelta(days=1), told=True)
    keeps(times, ben, NOON + HOUR)

    owe_for_times(now=NOON)
    send_due(now=NOON)

    assert len(mailbox.letters) == 1
    assert not Reach.objects.get(pk=reach.pk).is_near


def test_in_quiet_hours_it_waits_and_once_the_time_began_it_is_left_out(times, mailbox, ben):
    night = NOON.replace(hour=21)
    reminded(ben)
    keeps(times, ben, night + HOUR)
    owe_for_times(now=night)
    send_due(now=night)

    send_due(now=night + timedelta(hours=10))

    assert mailbox.letters == []
    assert not Reach.objects.get().is_near


def test_a_text_or_a_push_that_was_held_up_never_says_near_of_a_time_that_passed(
    times, textbox, pushbox, ben
):
    phone = pushbox.browser()
    reach = texted(ben.account).reach
    hearing(ben.account, phone)
    Reach.objects.update(hour_before=True)
    keeps(times, ben, NOON + HOUR)
    textbox.faults[ADAS_PHONE], pushbox.statuses["/push/one"] = (503, 0), 503
    owe_for_times(now=NOON)
    send_due(now=NOON)
    pushbox.clear()
    textbox.clear()

    send_due(now=NOON + 3 * HOUR)

    assert textbox.texts == [text_for(reach, kind=NEW)]
    assert phone.opened(pushbox.taken[0]) == bytes([NEW]) + bytes(31)


def test_who_came_in_needs_no_note_any_more(times, mailbox, ben):
    reminded(ben)
    keeps(times, ben, NOON + HOUR)
    owe_for_times(now=NOON)

    came_in(ben.account)
    send_due(now=NOON)

    assert mailbox.letters == []


def test_after_a_day_without_power_one_note_comes_and_no_burst(times, mailbox, pushbox, ben):
    phone = pushbox.browser()
    reminded(ben)
    hearing(ben.account, phone)
    for number in range(1, 9):
        keeps(times, ben, NOON + number * HOUR / 2, ref=bytes([number]) * 16)

    for now in (NOON, NOON + timedelta(minutes=10)):
        owe_for_times(now=now)
        send_due(now=now)

    assert len(mailbox.letters) == 1
    assert [phone.opened(taken)[:1] for taken in pushbox.taken] == [b"\x02"]


@pytest.mark.django_db(transaction=True)
def test_of_several_processes_one_tells_of_a_time(times, mailbox, ben):
    reminded(ben)
    keeps(times, ben, NOON + HOUR)

    race(*[lambda: owe_for_times(now=NOON)] * 3)
    assert Reminded.objects.count() == 1
    outcomes = race(*[lambda: send_due(now=NOON)] * 3)

    assert outcomes == [None] * 3
    assert len(mailbox.letters) == 1


def test_a_time_that_was_moved_to_another_day_is_told_of_again(times, mailbox, ben):
    reminded(ben)
    for days in (0, 3):
        now = NOON + timedelta(days=days)
        times.clear()
        keeps(times, ben, now + HOUR)
        owe_for_times(now=now)
        send_due(now=now)

    assert len(mailbox.letters) == 2


def test_of_which_times_somebody_was_told_is_forgotten(times, mailbox, ben):
    reminded(ben)
    keeps(times, ben, NOON + HOUR)
    owe_for_times(now=NOON)

    forget_reminded(today=day_of(NOON))
    assert Reminded.objects.count() == 1
    assert run_due(now=NOON + timedelta(days=1)) == []
    assert not Reminded.objects.exists()


def test_a_hundred_who_want_to_be_told_cost_a_handful_of_questions(
    times, mailbox, ben, django_assert_max_num_queries
):
    reminded(ben)
    for number in range(100):
        keeps(times, ben, NOON + HOUR, ref=number.to_bytes(16, "big"))

    with django_assert_max_num_queries(8):
        owe_for_times(now=NOON)


@given(minutes=st.integers(-3000, 3000))
def test_a_note_is_due_only_before_and_never_both_at_once(minutes):
    due = befores_due(NOON + timedelta(minutes=minutes), now=NOON)

    assert len(due) <= 1
    assert bool(due) == (0 < minutes <= 60 or 720 < minutes <= 1440)
    assert due in ([], [Before.DAY], [Before.HOUR])


def test_where_mail_is_taken_away_the_calendar_stays(times, mailbox, ada):
    reached(ada.account)
    url = make_calendar(ada.account, lang="en", today=TODAY)

    leave_address(ada.account, wish(""), now=NOON)

    assert Client().get(path_of(url)).status_code == 200


def test_what_two_people_agreed_stands_in_both_calendars_until_it_is_called_off(
    talking, ada, ben
):
    """The times are those of the house itself; only when, never with whom."""
    start = meeting.at(3)
    meeting.say_hours(ben)
    one = meeting.agreed(talking, ada, ben, start)
    urls = [make_calendar(each.account, lang="en", today=TODAY) for each in (ada, ben)]

    for url in urls:
        (event,) = calendar_at(url).walk("VEVENT")
        assert (event.start, event.end) == (start, start + timedelta(minutes=50))

    appointments.cancel(one, by=ada.account, now=clock.now())
    assert [calendar_at(url).walk("VEVENT") for url in urls] == [[], []]


def test_ada_hears_the_day_before_what_she_and_ben_agreed(talking, ada, ben, mailbox):
    meeting.say_hours(ben)
    meeting.agreed(talking, ada, ben, meeting.at(3, hour=14))
    reminded(ada, zone="UTC")

    now = meeting.at(2, hour=15)
    assert run_due(now=now) == []
    send_due(now=now)

    (note,) = mailbox.read
    assert note["Subject"] == "A time you kept free is near"
