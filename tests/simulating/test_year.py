"""A made-up year keeps to the rules of real people, and the same number makes the same year."""

from collections import Counter, defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.appointments.models import Appointment, Stands
from alongside.conversations.chains import check_chain
from alongside.conversations.models import Conversation, Head, Member
from alongside.ground import clock
from alongside.relationships import actions
from alongside.relationships.models import Pause, Plan, Relationship
from alongside.relationships.rules import LONGEST_PAUSE, SILENCE_DAYS
from alongside.simulating.year import meetings, plan, rows
from alongside.simulating.year.people import NAMES, name_of
from alongside.simulating.year.plan import TODAY, Rest, Walk, Year
from tests.cast import accept, ask, bring_in

seeds = st.integers(0, 10_000)
few = settings(max_examples=25)


def test_the_same_number_makes_the_same_year():
    assert plan.plan(120, seed=7) == plan.plan(120, seed=7)
    assert plan.plan(120, seed=7) != plan.plan(120, seed=8)


@few
@given(seed=seeds, many=st.integers(1, 90))
def test_every_ask_is_answered_taken_back_or_lapses_and_nothing_lies_ahead(seed, many):
    for walk in plan.plan(many, seed=seed).walks:
        assert 0 <= walk.asked <= walk.last <= TODAY
        if walk.state == plan.LAPSED:
            assert walk.ended - walk.asked == SILENCE_DAYS
        if walk.state == plan.ASKED:
            assert TODAY - walk.asked < SILENCE_DAYS + 1
        together = walk.state in {plan.ACTIVE, plan.PAUSED, plan.ENDED}
        assert together == (walk.answered is not None)
        if walk.rest is not None:
            assert walk.answered <= walk.rest.since < walk.last
            assert 0 < walk.rest.until - walk.rest.since <= LONGEST_PAUSE


@few
@given(seed=seeds, many=st.integers(1, 90))
def test_nobody_walks_with_more_than_their_seat_holds_or_with_two_at_a_time(seed, many):
    year = plan.plan(many, seed=seed)
    for day in (0, 90, 180, 270, TODAY):
        there = [one for one in year.walks if one.asked <= day <= one.last]
        assert max(Counter(one.client for one in there).values(), default=0) <= 1
        if many <= plan.CAP * year.specialists // 2:
            assert max(Counter(one.specialist for one in there).values(), default=0) <= plan.CAP


@few
@given(seed=seeds, many=st.integers(1, 90))
def test_nobody_is_in_two_places_and_nobody_meets_after_the_end(seed, many):
    taken = defaultdict(set)
    for walk in plan.plan(many, seed=seed).walks:
        for one in walk.meetings:
            for who in (("specialist", walk.specialist), ("client", walk.client)):
                assert (one.day, one.hour) not in taken[who]
                taken[who].add((one.day, one.hour))
            assert one.minutes <= 60
            assert walk.answered < one.day
            assert walk.ended is None or one.day < walk.ended
            assert (one.became == plan.COMING) == (one.day >= TODAY)
            assert walk.rest is None or not walk.rest.since <= (one.was or [one.day])[0] <= (
                walk.rest.until
            )


def test_three_hundred_in_a_year_keep_most_of_what_they_said():
    year = plan.plan(300, seed=1)
    became = Counter(one.became for walk in year.walks for one in walk.meetings)
    past = sum(became.values()) - became[plan.COMING]

    assert year.specialists == 25
    assert 0.75 < became[plan.KEPT] / past < 0.92
    assert all(became[one] for one in (plan.MOVED, plan.CLIENT_MISSED, plan.SPECIALIST_MISSED))
    assert {walk.state for walk in year.walks} >= {plan.ACTIVE, plan.ENDED, plan.DECLINED}


# What a walk says, what people do for it, and on which day: a day of theirs, TODAY is today.
BEGAN = TODAY - 40
SAME = ("state", "agreed_on", "specialist_day", "ended_on", "ended_by", "ended_how")


def day(of_year):
    return clock.today() - TODAY + of_year


def lived(ada, ben, walk):
    """The same walk, lived by the house's own deeds."""
    relationship, _ = ask(ada, ben)
    Relationship.objects.filter(pk=relationship.pk).update(asked_on=day(walk.asked))
    relationship.refresh_from_db()
    if walk.state == plan.DECLINED:
        actions.decline(relationship, by=ben.account, today=day(walk.ended))
    elif walk.state == plan.WITHDRAWN:
        actions.withdraw(relationship, by=ada.account, today=day(walk.ended))
    elif walk.state == plan.LAPSED:
        actions.lapse_silent(today=day(walk.ended))
    elif walk.state != plan.ASKED:
        accept(relationship, ben)
        if walk.rest is not None:
            actions.pause(
                relationship,
                by=ada.account,
                until=day(walk.rest.until),
                today=day(walk.rest.since),
            )
        if walk.state == plan.ENDED:
            by = ada if walk.ended_by == plan.CLIENT else ben
            actions.end(relationship, by=by.account, today=day(walk.ended))
    return Relationship.objects.get(pk=relationship.pk)


STORIES = {
    "asked": Walk(0, 0, TODAY - 3, plan.ASKED),
    "declined": Walk(0, 0, TODAY - 3, plan.DECLINED, ended=TODAY - 1, ended_by=plan.SPECIALIST),
    "withdrawn": Walk(0, 0, TODAY - 3, plan.WITHDRAWN, ended=TODAY - 1, ended_by=plan.CLIENT),
    "lapsed": Walk(
        0, 0, TODAY - SILENCE_DAYS, plan.LAPSED, ended=TODAY, ended_by=plan.PROGRAMME
    ),
    "active": Walk(0, 0, TODAY - 1, plan.ACTIVE, answered=TODAY),
    "paused": Walk(
        0,
        0,
        TODAY - 1,
        plan.PAUSED,
        answered=TODAY,
        rest=Rest(plan.CLIENT, TODAY, TODAY + 20, True),
    ),
    "ended": Walk(
        0, 0, TODAY - 1, plan.ENDED, answered=TODAY, ended=TODAY, ended_by=plan.SPECIALIST
    ),
}


@pytest.mark.django_db
@pytest.mark.both_databases
@pytest.mark.parametrize("story", sorted(STORIES))
def test_the_rows_are_those_that_peoples_own_deeds_leave_behind(ada, ben, story):
    walk = STORIES[story]
    (written,) = rows.keep(Year(1, 1, (walk,)), [ben.account], today=clock.today())
    real = lived(ada, ben, walk)

    written.refresh_from_db()
    assert {name: getattr(written, name) for name in SAME} == {
        name: getattr(real, name) for name in SAME
    }
    assert _talk(written) == (_talk(real) if walk.state in rows.MODES else None)
    assert _rest(written) == _rest(real)


def _talk(relationship):
    found = Conversation.objects.filter(relationship=relationship).first()
    if found is None:
        return None
    members = Member.objects.filter(conversation=found).order_by("role")
    return (found.mode, [(one.role, one.may_write) for one in members])


def _rest(relationship):
    found = Pause.objects.filter(relationship=relationship)
    return list(found.values_list("by", "since_on", "until_on", "is_chosen", "over_on"))


@pytest.fixture
def kept(ben):
    """A small year in the tables."""
    year = plan.plan(40, seed=3)
    specialists = [ben.account, *(bring_in(name).account for name in ("cem", "eve", "finn"))]
    assert year.specialists == len(specialists)
    made = rows.keep(year, specialists, today=clock.today())
    return year, made, meetings.keep(year, made, specialists, today=clock.today())


@pytest.mark.django_db
@pytest.mark.both_databases
def test_every_talk_of_the_year_is_whole_and_whoever_waits_is_known(kept):
    year, made, _ = kept
    for conversation in Conversation.objects.all():
        # A header, and no line yet: BrokenChain if it were not as it was signed.
        assert check_chain(conversation) == 0
    waiting = {one.waiting for one in year.walks if one.waiting is not None}
    assert waiting
    assert {head.waiting_since for head in Head.objects.exclude(waiting_since=None)} == {
        day(one) for one in waiting
    }
    planned = {row.pk for walk, row in zip(year.walks, made, strict=True) if walk.planned}
    assert set(Plan.objects.values_list("relationship", flat=True)) == planned


@pytest.mark.django_db
@pytest.mark.both_databases
def test_appointments_are_those_a_house_still_knows_of(kept):
    year, _, appointments = kept
    known = [one for walk in year.walks for one in walk.meetings if meetings.is_kept(one)]
    assert 0 < len(appointments) <= len(known)
    now = clock.now()
    for one in Appointment.objects.all():
        assert (
            one.state in (Stands.OVER, Stands.CANCELLED) or one.starts_at.date() >= now.date()
        )
    past = Appointment.objects.filter(state=Stands.OVER)
    assert past.exists()
    assert not past.filter(client_says=0).exists()


def test_a_meeting_of_long_ago_is_not_written():
    one = plan.Meeting(TODAY - 100, 9, 50, plan.KEPT)
    assert not meetings.is_kept(one)
    assert meetings.is_kept(replace(one, day=TODAY - 3))


def test_names_go_on_after_the_last():
    assert len({name_of(at) for at in range(3 * len(NAMES))}) == 3 * len(NAMES)
