"""How we are doing: what the page tells, and what nobody can work out from it."""

import csv
import io
from datetime import timedelta
from itertools import product

import pytest

from alongside.appointments.models import Appointment, Stands
from alongside.appointments.rules import meeting
from alongside.counts import rules
from alongside.counts.models import Figure
from alongside.counts.rules import ANSWERED, LEAST, NOT_RIGHT, quarter_of
from alongside.ground import clock
from alongside.programme.actions import switch_on_language
from alongside.promises.models import Became, Contact, How, Made, Pledge, Side
from alongside.relationships import desk as relationships
from alongside.relationships.models import GOING, Relationship, State
from alongside.relationships.yearly import DAYS, waited, year
from bench.crowd import crowd
from bench.plans import questions_of
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()
URL = "/desk/report"


@pytest.fixture
def many(desk):
    return crowd(240, wishes=1)


def row_of(answer, first):
    """One row of the file, by what it is about."""
    text = answer.getvalue().decode().removeprefix("\ufeff")
    return [row for row in csv.reader(io.StringIO(text)) if row[1] == first]


def closed(topic, *figures, quarter=None):
    """Batches that closed with these figures."""
    for about in figures:
        Figure.objects.create(
            topic=topic, about=about, quarter=quarter_of(TODAY) if quarter is None else quarter
        )


def test_the_year_counts_people_once_and_only_those_of_this_year(many):
    found = year(today=TODAY)
    said_yes = [one for one in many.relationships if one.agreed_on is not None]
    here = [
        one
        for one in said_yes
        if one.agreed_on <= TODAY and (one.ended_on is None or one.ended_on > TODAY - DAYS)
    ]
    assert found.supported == len({one.client_id for one in here}) > 0
    one = next(one for one in here[1:] if one.state in GOING)
    Relationship.objects.filter(pk=one.pk).update(client=here[0].client_id)
    assert year(today=TODAY).supported == found.supported - 1


def test_every_yes_of_the_year_stands_in_one_span_of_waiting(many):
    spans = waited(today=TODAY, ends=(0, 2, 6))
    assert sum(spans) == year(today=TODAY).begun
    # Everybody here had their yes on the next day.
    assert spans == [0, sum(spans), 0, 0]


def test_numbers_of_people_are_rounded_and_small_ones_are_not_told(many, at_desk):
    counts = relationships.counts()
    told = {name: rules.shown(count) for name, count in counts.items()}
    assert all(number is None or number % 5 == 0 for number in told.values())
    text = Page(at_desk.get(URL)).text
    assert f"Walking together about {told['together']}" in text
    Relationship.objects.filter(state=State.PAUSED).delete()
    assert "On a pause fewer than eight" in Page(at_desk.get(URL)).text


def test_closed_batches_are_told_by_statement_and_never_beyond_who_was_in_them(at_desk, many):
    closed(1, 5, 10, 5)
    closed(2, 10)
    closed(3, 5, quarter=quarter_of(TODAY) - 4)
    answer = at_desk.get(f"{URL}/as-file")
    assert [row[3:] for row in row_of(answer, "“I felt heard.”") if row[4]] == [
        ["20", "24"]
    ] * 2
    text = Page(at_desk.get(URL)).text
    assert "about 20 of 24" in text
    assert "about 8 of 8" in text
    # Older than the year: still kept, and not on this page.
    assert "about 5 of 8" not in text


def test_what_did_not_sit_right_is_told_as_people_and_replies_in_time(at_desk, many):
    closed(NOT_RIGHT, 5, 10)
    closed(ANSWERED, 5)
    text = Page(at_desk.get(URL)).text
    assert "It was said 16 people" in text
    assert "16 people" in text
    assert "There was a reply in time about 5 of 8" in text
    assert "about 5 of 8" in text


def test_an_open_batch_is_on_no_page(at_desk, many):
    text = Page(at_desk.get(URL)).text
    assert "“I felt heard.” none yet" in text
    assert "none yet about" not in text


def test_meetings_are_told_with_hours_and_without_who(at_desk, many):
    pair = next(one for one in many.relationships if one.state == State.ACTIVE)
    for at, (state, said) in enumerate(
        [(Stands.OVER, meeting.MET)] * 3
        + [(Stands.OVER, meeting.NOT_MET), (Stands.CANCELLED, meeting.NOTHING_SAID)]
    ):
        Appointment.objects.create(
            ref=at.to_bytes(16, "big"),
            series=bytes(16),
            relationship=pair,
            client_id=pair.client_id,
            specialist_id=pair.specialist_id,
            starts_at=clock.now() - timedelta(days=at + 1),
            minutes=50,
            state=state,
            closed_on=TODAY if state == Stands.CANCELLED else None,
            proposed_by=1,
            client_says=said,
        )
    for name, number in (
        ("They met", "3"),
        ("Hours together", "2"),
        ("They did not meet", "1"),
        ("Cancelled before", "1"),
    ):
        answer = at_desk.get(f"{URL}/as-file")
        assert row_of(answer, name)[0][3] == number


def test_a_small_programme_is_warned_and_a_large_one_is_not(at_desk, desk):
    crowd(10, wishes=1)
    assert "You support few people." in Page(at_desk.get(URL)).text


def test_a_large_programme_is_not_warned(at_desk, many):
    assert "You support few people." not in Page(at_desk.get(URL)).text


def test_the_page_says_how_its_numbers_are_made_and_how_to_print_it(at_desk, many):
    text = Page(at_desk.get(URL)).text
    for said in ("closes when eight people are in it", "by lot", "save as PDF"):
        assert said in text


def test_the_page_and_its_file_speak_spanish(at_desk, many, desk):
    switch_on_language("es", reviewer="Luz", by=desk, today=TODAY)
    assert "Cómo nos va" in Page(at_desk.get(f"/es{URL}")).text
    first = at_desk.get(f"/es{URL}/as-file").getvalue().decode().split("\r\n")[0]
    assert first.endswith("Parte,Qué,Cuándo,Número,De cuántas personas")


def test_the_page_asks_little_and_names_nobody(at_desk, many):
    at_desk.get(URL)
    asked = questions_of(lambda: at_desk.get(URL))
    assert len(asked) <= 10
    html = at_desk.get(URL).content.decode()
    assert "Person " not in html
    assert "comes-" not in html


def test_the_interval_attack_on_numbers_of_people_fixes_one_small_cell_in_a_hundred_at_most():
    """A reader knows the rules and the exact total of three cells beside their rounded ones."""
    fits: dict[int | None, list[int]] = {}
    for count in range(46):
        fits.setdefault(rules.shown(count), []).append(count)
    small = found = 0
    for cells in product(range(0, 44, 3), repeat=3):
        told = [rules.shown(cell) for cell in cells]
        total = sum(cells)
        for at, cell in enumerate(cells):
            if not 1 <= cell < LEAST:
                continue
            small += 1
            others = [fits[one] for place, one in enumerate(told) if place != at]
            left = {total - sum(pair) for pair in product(*others)} & set(fits[None])
            found += len(left) == 1
    assert small > 1_000
    assert found / small <= 0.01


def give_word(pair, at, *, by, state, moves=0, days_ago=3):
    """One thing that somebody said they would do, and what became of it."""
    Pledge.objects.create(
        relationship=pair,
        ref=at.to_bytes(16, "big"),
        by=by,
        made_by=Made.TAP,
        state=state,
        made_on=TODAY - days_ago - 7,
        due_on=TODAY - days_ago,
        moves=moves,
        settled_on=TODAY - days_ago,
    )


def test_kept_and_moved_stand_apart_from_broken_and_clients_are_rounded(at_desk, many):
    pair = next(one for one in many.relationships if one.state == State.ACTIVE)
    for at, state in enumerate([Became.KEPT] * 9 + [Became.BROKEN] * 2 + [Became.REPAIRED]):
        give_word(pair, at, by=Side.SPECIALIST, state=state, moves=at % 2)
        give_word(pair, 50 + at, by=Side.CLIENT, state=state)
    give_word(pair, 99, by=Side.SPECIALIST, state=Became.KEPT, days_ago=DAYS)
    text = Page(at_desk.get(URL)).text
    assert "Kept 9 Moved in good time, at least once 6 Not kept 2" in text
    assert (
        "Kept about 10 Moved in good time, at least once fewer than eight Not kept fewer"
        in text
    )


def test_contacts_and_hours_are_of_this_year_and_continuity_only_of_eight_people(at_desk, many):
    pairs = [one for one in many.relationships if one.state == State.ACTIVE][:8]
    for at, pair in enumerate(pairs):
        for when in (1, 2, DAYS if at else 3):
            Contact.objects.create(
                relationship=pair,
                ref=(10 * at + when % 7).to_bytes(16, "big"),
                by=Side.CLIENT,
                how=How.PHONE,
                day=TODAY - when,
                minutes=30,
            )
    text = Page(at_desk.get(URL)).text
    assert "Calls and meetings outside, as noted 17 Hours of them 8" in text
    assert "People with two or more about 10 How much with one person (COC) 10 of ten" in text
    Contact.objects.filter(relationship=pairs[0]).delete()
    text = Page(at_desk.get(URL)).text
    assert (
        "People with two or more too few to say How much with one person (COC) too few" in text
    )
