"""The page about two people says every step there is, and no other."""

import re
from pathlib import Path

import pytest

from alongside.conversations.models import Mode
from alongside.relationships import rules
from alongside.relationships.models import AGREED, GOING, OPEN, OVER, State
from tests.model.explore import explore

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "relationships.md").read_text()
ROW = re.compile(
    r"^\| `(\w+)` \| `(\w+)` \| `(\w+)` \| ([^|]+) \| [^|]+ \| (\d) \|", re.MULTILINE
)
STATE = re.compile(r"^\| `(\w+)` \| [^`|]+ \| [^`|]+ \| [^`|]+ \|$", re.MULTILINE)
MODES = {
    "active": Mode.ACTIVE,
    "paused": Mode.PAUSED,
    "ended": Mode.CLOSED,
    "declined": Mode.GONE,
    "withdrawn": Mode.GONE,
    "lapsed": Mode.GONE,
}
SIDES = (rules.CLIENT, rules.SPECIALIST)


def steps():
    return ROW.findall(PAGE)


def test_every_step_and_no_other_stands_on_the_page():
    assert {(before, step): after for before, step, after, *_ in steps()} == dict(rules.STEPS)
    assert len(steps()) == len(rules.STEPS)


def test_the_page_says_who_may_take_a_step():
    for _, step, _, who, _ in steps():
        said = () if who == "by itself" else tuple(who.split(", "))
        assert said == rules.TAKEN_BY[step], step


def test_the_page_says_what_the_wire_does():
    for _, step, after, _, mode in steps():
        # Handed over, it goes on with somebody else.
        assert int(mode) == (Mode.ACTIVE if step == "hand_over" else MODES[after]), step


def test_every_state_stands_on_the_page():
    assert STATE.findall(PAGE) == [str(state) for state in State]
    assert set(OPEN) | set(OVER) == set(State)
    assert set(GOING) < set(AGREED)


# The two, day by day: everything that either may do, visited whole.
# (state, whose pause, pause ends on, day, said yes, planned day, wish of, wished day)
START = (rules.ASKED, None, None, 0, False, None, None, None)
DAYS, PAUSE, PLANS = 5, 2, (2, 4, None)


def moves(now):
    state, paused_by, _, day, agreed, planned, wish_of, wished = now
    if day < DAYS:
        yield "a day", _after_midnight(now)
    for side in SIDES:
        for step, after in [(s, a) for (b, s), a in rules.STEPS.items() if b == state]:
            if not rules.may_take(step, by=side):
                continue
            if step == "resume" and not rules.may_resume(by=side, paused_by=paused_by):
                continue
            to = (after, None, None, day, agreed or step == "accept", planned, wish_of, wished)
            if step == "pause":
                to = (after, side, day + PAUSE, *to[3:])
            yield f"{side}: {step}", to
        if rules.may_plan(state):
            yield from _plans(now, side)


def _plans(now, side):
    state, paused_by, until, day, agreed, planned, wish_of, wished = now
    for ends_on in PLANS:
        sooner = rules.is_sooner(ends_on, now=planned)
        if sooner or (wish_of not in (None, side) and wished == ends_on):
            set_ = (state, paused_by, until, day, agreed, ends_on, None, None)
            yield f"{side}: plan {ends_on}", set_
        elif planned is not None:
            wished_ = (state, paused_by, until, day, agreed, planned, side, ends_on)
            yield f"{side}: wish {ends_on}", wished_


def _after_midnight(now):
    state, paused_by, until, day, *rest = now
    if state == rules.PAUSED and until == day + 1:
        return (rules.after(state, "wake"), None, None, day + 1, *rest)
    return (state, paused_by, until, day + 1, *rest)


def holds(now):
    state, paused_by, until, day, agreed, *_ = now
    has_pause = paused_by is not None and until is not None and until > day
    talks_only_after_yes = agreed or state not in (rules.ACTIVE, rules.PAUSED, rules.ENDED)
    ways_out = [rules.way_out(state, by=side) for side in SIDES]
    is_free = state in OVER or all(
        way is not None and rules.may_take(way, by=side) and rules.after(state, way) in OVER
        for side, way in zip(SIDES, ways_out, strict=True)
    )
    return talks_only_after_yes and is_free and has_pause == (state == rules.PAUSED)


def test_whatever_two_people_do_nobody_is_stuck_and_a_pause_always_ends():
    explored = explore(START, moves, holds)

    assert explored.states > 300


def test_what_is_over_moves_no_more():
    def stays(now):
        return now[0] not in OVER or all(to[0] == now[0] for _, to in moves(now))

    explore(START, moves, stays)


def test_nobody_is_held_longer_than_they_said_without_their_own_yes():
    def later_only_with_both(now):
        for name, to in moves(now):
            longer = now[5] is not None and (to[5] is None or to[5] > now[5])
            if longer and (now[6] is None or name.startswith(now[6]) or to[5] != now[7]):
                return False
        return True

    explore(START, moves, later_only_with_both)


@pytest.mark.parametrize(
    ("left", "due"),
    [(29, None), (28, 4), (15, 4), (14, 2), (8, 2), (7, 1), (1, 1), (0, 0), (-9, 0)],
)
def test_reminders_come_four_two_and_one_weeks_before_and_on_the_day(left, due):
    assert rules.reminder(1_000 + left, today=1_000) == due


def test_each_reminder_is_told_once_and_never_a_farther_one_after_a_nearer():
    assert rules.is_told_now(4, heard=None)
    assert not rules.is_told_now(4, heard=4)
    assert rules.is_told_now(1, heard=4)
    assert not rules.is_told_now(4, heard=1)
    assert rules.is_told_now(0, heard=1)
    assert not rules.is_told_now(None, heard=None)
