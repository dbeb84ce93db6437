"""What two of a made-up year said and noted keeps to the rules of real people, and is told."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.counts.models import Batch, Figure, Spent
from alongside.counts.rules import ANSWERED, CLOSED, NOT_RIGHT, STATEMENTS, is_true
from alongside.counts.sealing import opened, tag_of
from alongside.ground import clock
from alongside.promises.actions.meeting import ref_of
from alongside.promises.models import Became, Contact, Pledge, ReplyCount, Side
from alongside.promises.rules import KEPT_DAYS, LONGEST_AHEAD, SILENT_DAYS
from alongside.relationships.models import GOING
from alongside.repairs.models import Repair
from alongside.repairs.rules import MOST_OPEN
from alongside.simulating.year import between, counted, meetings, noted, plan, rows
from alongside.simulating.year.plan import TODAY
from alongside.web.desk.figures import figures
from tests.cast import bring_in

seeds = st.integers(0, 10_000)
few = settings(max_examples=25)


def drawn(many, seed):
    year = plan.plan(many, seed=seed)
    return list(zip(year.walks, between.between(year, seed=seed), strict=True))


def test_the_same_number_says_the_same():
    assert drawn(60, 7) == drawn(60, 7)
    assert drawn(60, 7) != drawn(60, 8)


@few
@given(seed=seeds, many=st.integers(1, 60))
def test_nobody_says_notes_or_answers_anything_before_a_yes_in_a_pause_or_after_an_end(
    seed, many
):
    for walk, all_of in drawn(many, seed):
        if walk.answered is None:
            assert all_of == between.Between()
            continue
        taps = [one.made for one in all_of.words if one.meeting is None]
        noted_on = [one.day for one in (*all_of.contacts, *all_of.answers)]
        said = [one.said for one in all_of.hurts]
        for day in (*taps, *noted_on, *said):
            assert walk.answered <= day <= walk.last
            assert walk.ended is None or day < walk.ended
            assert walk.rest is None or not walk.rest.since <= day <= walk.rest.until
        for hurt in all_of.hurts:
            assert hurt.replied is None or hurt.said <= hurt.replied <= walk.last
            assert hurt.closed is None or (hurt.replied or hurt.said) < hurt.closed <= walk.last


@few
@given(seed=seeds, many=st.integers(1, 60))
def test_a_word_is_settled_once_its_day_came_and_nothing_is_open_after_an_end(seed, many):
    for walk, all_of in drawn(many, seed):
        for one in all_of.words:
            assert walk.answered <= one.made <= one.due <= one.made + LONGEST_AHEAD
            assert (one.settled is None) == (one.became == between.OPEN)
            assert one.settled is None or one.made <= one.settled <= walk.last
            if one.became == between.OPEN:
                assert walk.ended is None
                assert TODAY - one.due <= SILENT_DAYS
            if one.became in {between.KEPT, between.BROKEN, between.REPAIRED}:
                assert one.due <= one.settled


@few
@given(seed=seeds)
def test_whoever_missed_a_time_broke_their_word_and_the_other_kept_theirs(seed):
    for _, all_of in drawn(40, seed):
        by_meeting = defaultdict(dict)
        for one in all_of.words:
            if one.meeting is not None:
                by_meeting[one.meeting][one.by] = one.became
        for meeting, became in by_meeting.items():
            assert set(became) == {plan.CLIENT, plan.SPECIALIST}
            if meeting.became == plan.CLIENT_MISSED:
                assert became == {
                    plan.CLIENT: between.BROKEN,
                    plan.SPECIALIST: between.KEPT,
                }


@pytest.fixture
def year(ben):
    """A small year in the tables, with all that was between its people."""
    today = clock.today()
    made = plan.plan(48, seed=3)
    specialists = [ben.account, *(bring_in(name).account for name in ("cem", "eve", "finn"))]
    pairs = rows.keep(made, specialists, today=today)
    found = list(between.between(made, seed=3))
    met = meetings.keep(made, pairs, specialists, today=today)
    noted.keep(pairs, found, met, today=today)
    noted.hand_in(made, specialists, seed=3, today=today)
    counted.keep(pairs, found, seed=3, today=today)
    return pairs, found, met


@pytest.mark.django_db
@pytest.mark.both_databases
def test_the_report_tells_what_the_year_holds(year):
    _, found, _ = year
    told = figures(today=clock.today())
    words = Counter(
        (one.by, one.became) for all_of in found for one in all_of.words if one.settled
    )
    kept = {row.key.rsplit(".", 1)[1]: row.cell.number for row in told["kept"].rows}
    assert kept["kept"] == words[plan.SPECIALIST, between.KEPT] > 0
    assert kept["broken"] == words[plan.SPECIALIST, between.BROKEN] > 0
    contacts = {row.key: row.cell.number for row in told["year"].rows}
    noted_now = sum(len(all_of.contacts) for all_of in found)
    assert contacts["desk.doing.year.contacts"] == noted_now == Contact.objects.count() > 0
    assert ReplyCount.objects.exists()
    assert Figure.objects.filter(topic__in=STATEMENTS).exists()


@pytest.mark.django_db
@pytest.mark.both_databases
def test_open_batches_can_be_true_and_hold_nobody_for_what_was_said_to_them(year):
    pairs, found, _ = year
    clients = {
        row.client
        for row, all_of in zip(pairs, found, strict=True)
        for hurt in all_of.hurts
        if hurt.by == plan.CLIENT
    }
    for batch in Batch.objects.all():
        tags = Spent.objects.filter(batch=batch)
        tally = opened(bytes(batch.sealed_tally), bytes(batch.salt))
        assert is_true(tally.people, tally.said_yes, tags=tags.count())
        if batch.topic in {NOT_RIGHT, ANSWERED, CLOSED}:
            may = {tag_of(bytes(batch.salt), one.ref) for one in clients}
            assert {bytes(one.tag) for one in tags} <= may


@pytest.mark.django_db
@pytest.mark.both_databases
def test_what_is_open_is_between_two_who_go_on_and_what_is_met_settles_its_word(year):
    pairs, _, met = year
    open_now = Repair.objects.select_related("relationship")
    assert all(one.relationship.state in GOING for one in open_now)
    assert all(
        one.by_id in {one.relationship.client_id, one.relationship.specialist_id}
        for one in open_now
    )
    assert max(Counter(one.relationship_id for one in open_now).values(), default=0) < MOST_OPEN
    today = clock.today()
    assert not Pledge.objects.filter(settled_on__lte=today - KEPT_DAYS).exists()
    going = {row.pk for row in pairs if row.state in GOING}
    assert (
        set(Pledge.objects.filter(state=Became.OPEN).values_list("relationship", flat=True))
        <= going
    )
    names = {ref_of(one, side) for one in met for side in Side}
    known = {bytes(ref) for ref in Pledge.objects.values_list("ref", flat=True)}
    assert names <= known
