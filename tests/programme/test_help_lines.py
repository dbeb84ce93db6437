"""Help lines grow old: first somebody is asked to look, then a line is not shown any more."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.programme import actions
from alongside.programme import help_lines as rules
from alongside.programme.help_lines import NotALine
from alongside.programme.queries import programme
from alongside.web.crisis import lines_for

CHECKED = (date(2025, 6, 1) - date(1970, 1, 1)).days


def line(name="Night Line", *, checked=CHECKED, **more):
    return {
        "name": name,
        "who": "For anyone who cannot sleep.",
        "how": [{"kind": "call", "value": "503-555-0111"}],
        "hours": "Every night, free",
        "what_happens": "A person says hello.",
        "verified": (date(1970, 1, 1) + timedelta(days=checked)).isoformat(),
        "here": True,
        **more,
    }


@pytest.mark.parametrize(
    ("days", "is_stale", "is_shown"),
    [(0, False, True), (90, False, True), (91, True, True), (180, True, True),
     (181, True, False), (4000, True, False)],
)  # fmt: skip
def test_after_90_days_the_desk_is_asked_and_after_180_the_line_is_gone(
    days, is_stale, is_shown
):
    today = CHECKED + days

    assert rules.is_stale(line(), today=today) is is_stale
    assert bool(rules.shown([line()], today=today)) is is_shown
    assert bool(rules.stale_names([line()], today=today)) is is_stale


@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(["", "a", "b"])), max_size=6),
)
def test_a_pair_is_shown_whole_or_not_at_all(drawn):
    lines = [
        line(f"Line {at}", checked=CHECKED - age, pair=pair)
        for at, (age, pair) in enumerate(drawn)
    ]

    shown = rules.shown(lines, today=CHECKED)

    for pair in ("a", "b"):
        members = [one for one in lines if one["pair"] == pair]
        assert len([one for one in shown if one["pair"] == pair]) in {0, len(members)}
    alone = [one for one in lines if not one["pair"]]
    assert [one for one in shown if not one["pair"]] == [
        one for one in alone if CHECKED - rules.checked_on(one) <= 180
    ]


def test_a_pair_that_is_fresh_is_shown():
    pair = [line("One", pair="night"), line("Two", pair="night")]

    assert rules.shown(pair, today=CHECKED) == pair


def test_only_a_line_this_programme_looked_at_itself_counts_as_checked():
    from_software = [{**one, "here": False} for one in [line()]]

    assert rules.is_one_checked_here([line()], today=CHECKED)
    assert not rules.is_one_checked_here(from_software, today=CHECKED)
    assert not rules.is_one_checked_here([line()], today=CHECKED + 181)
    assert not rules.is_one_checked_here([], today=CHECKED)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"who": ""}, "who"),
        ({"hours": None}, "hours"),
        ({"what_happens": "x" * 601}, "what_happens"),
        ({"how": []}, "how"),
        ({"how": [{"kind": "fax", "value": "1"}]}, "how"),
        ({"how": [{"kind": "call", "value": "nine"}]}, "call"),
        ({"how": [{"kind": "text", "value": "98\n8"}]}, "text"),
        ({"how": [{"kind": "chat", "value": "javascript:alert(1)//a.b"}]}, "chat"),
        ({"how": [{"kind": "chat", "value": 'https://a.org/"onclick="x'}]}, "chat"),
        ({"how": [{"kind": "chat", "value": "http://a.org"}]}, "chat"),
        ({"how": [{"kind": "chat", "value": "https://"}]}, "chat"),
        ({"verified": "soon"}, "verified"),
        ({"verified": "2199-01-01"}, "verified"),
        ({"pair": "x" * 31}, "pair"),
    ],
)
def test_a_line_that_would_help_nobody_is_refused(change, wrong):
    with pytest.raises(NotALine) as refusal:
        rules.line_from({**line(), **change}, today=CHECKED)

    assert refusal.value.code == wrong


@pytest.mark.parametrize("country", ["US", "GB", "XX"])
def test_every_line_of_the_software_is_a_line(country):
    today = clock.today()
    lines = lines_for(country)

    read = rules.lines_from(lines, today=max(today, CHECKED))

    assert [{**one, "here": False} for one in lines] == read


def test_a_line_twice_or_more_than_there_is_room_for_is_refused():
    for lines, wrong in (([line(), line()], "twice"), ([line()] * 21, "many"), ("988", "many")):
        with pytest.raises(NotALine) as refusal:
            rules.lines_from(lines, today=CHECKED)
        assert refusal.value.code == wrong


def test_a_new_number_has_to_be_checked_and_a_better_word_does_not():
    before = line()
    words = {**before, "call": "503-555-0111", "who": "For everyone."}
    number = {**words, "call": "503-555-0112"}

    kept = rules.line_typed(words, over=before, is_checked=False, today=CHECKED + 9)
    fresh = rules.line_typed(number, over=before, is_checked=True, today=CHECKED + 9)

    assert (kept["who"], kept["verified"]) == ("For everyone.", before["verified"])
    assert rules.checked_on(fresh) == CHECKED + 9
    for over in (before, None):
        with pytest.raises(NotALine, match="checked"):
            rules.line_typed(number, over=over, is_checked=False, today=CHECKED + 9)


def test_who_confirms_a_line_confirms_what_they_saw(house, desk):
    seen, today = house.help_lines[1], clock.today()
    changed = {**seen, "how": [{"kind": "call", "value": "503-555-0199"}]}
    actions.put_help_line(changed, over=rules.key_of(seen), by=desk)

    with pytest.raises(NotYours):
        actions.confirm_help_line(rules.key_of(seen), by=desk, today=today)
    with pytest.raises(NotYours):
        actions.put_help_line(seen, over=rules.key_of(seen), by=desk)

    assert programme().help_lines[1] == changed


def test_a_line_keeps_its_place_and_can_go(house, desk):
    names = [one["name"] for one in house.help_lines]
    actions.confirm_help_line(
        rules.key_of(house.help_lines[0]), by=desk, today=clock.today() + 1
    )
    assert [one["name"] for one in programme().help_lines] == names

    for one in house.help_lines:
        actions.drop_help_line(rules.key_of(one), by=desk)
    assert programme().help_lines == []


def test_there_is_room_for_twenty_lines(house, desk):
    for number in range(20 - len(house.help_lines)):
        actions.put_help_line(line(f"Line {number}"), by=desk)

    with pytest.raises(NotALine, match="many"):
        actions.put_help_line(line("One more"), by=desk)
    with pytest.raises(NotALine, match="twice"):
        actions.put_help_line(line("Line 1"), by=desk)
