from hypothesis import given
from hypothesis import strategies as st

from alongside.promises import rules
from alongside.promises.rules import BROKEN, CALLED_OFF, GIVEN, GIVER, KEPT, OPEN, REPAIRED

DAYS = st.integers(20_000, 21_000)
WORDS = ("kept", "not-kept", "call-off", "repaired")
STATES = range(OPEN, CALLED_OFF + 1)


@given(due=DAYS, today=DAYS, to=DAYS, moves=st.integers(0, 20))
def test_what_is_moved_in_time_is_never_broken_by_it(due, today, to, moves):
    if rules.may_move(OPEN, due, to, moves=moves, today=today):
        assert today <= due + rules.ZONES
        assert to != due
        assert to >= today - rules.ZONES
        assert moves < rules.MOST_MOVES


@given(state=st.sampled_from(STATES), due=DAYS, today=DAYS, word=st.sampled_from(WORDS))
def test_nobody_calls_their_own_word_kept_or_repaired(state, due, today, word):
    led_to = rules.after(state, word, part=GIVER, due_on=due, today=today)

    assert led_to in {None, BROKEN, CALLED_OFF}


@given(state=st.sampled_from(STATES), due=DAYS, today=DAYS, part=st.sampled_from(rules.BOTH))
def test_nothing_is_broken_before_its_day(state, due, today, part):
    led_to = rules.after(state, "not-kept", part=part, due_on=due, today=today)

    assert led_to is None or today >= due


@given(due=DAYS, today=DAYS, part=st.sampled_from(rules.BOTH))
def test_only_what_was_broken_is_repaired_and_it_stays_so(due, today, part):
    led = {s: rules.after(s, "repaired", part=part, due_on=due, today=today) for s in STATES}

    assert led[BROKEN] == (REPAIRED if part == GIVEN else None)
    assert all(led[state] is None for state in STATES if state != BROKEN)
    after = [rules.after(REPAIRED, w, part=part, due_on=due, today=today) for w in WORDS]
    assert after == [None] * len(WORDS)


@given(minutes=st.integers(1, rules.LONGEST_CONTACT))
def test_minutes_are_kept_to_the_nearest_five_and_never_as_none(minutes):
    kept = rules.rounded(minutes)

    assert kept % rules.ROUNDED_TO == 0
    assert kept >= rules.ROUNDED_TO
    assert abs(kept - minutes) <= 2 or minutes < 3


def test_a_month_is_handed_in_once_it_is_over_and_not_a_year_later():
    november = rules.month_of(2026, 11)

    assert not rules.may_hand_in(november, this_month=november)
    assert rules.may_hand_in(rules.month_of(2026, 10), this_month=november)
    assert rules.may_hand_in(rules.month_of(2025, 11), this_month=november)
    assert not rules.may_hand_in(rules.month_of(2025, 10), this_month=november)
    assert rules.month_of(2026, 1) - rules.month_of(2025, 12) == 1


def test_a_slip_of_the_finger_is_put_right_by_whom_it_was_for():
    assert rules.after(BROKEN, "kept", part=GIVEN, due_on=5, today=9) == KEPT
    assert rules.after(KEPT, "not-kept", part=GIVEN, due_on=5, today=9) == BROKEN
    assert rules.after(BROKEN, "kept", part=GIVER, due_on=5, today=9) is None


WALKED = st.builds(
    rules.Walked,
    specialist=st.integers(1, 40),
    in_year=st.integers(0, 5),
    in_quarter=st.integers(0, 5),
    has_left=st.booleans(),
)


@given(
    walked=st.lists(WALKED, unique_by=lambda one: one.specialist),
    words=st.lists(st.integers(0, 9), min_size=41, max_size=41),
    others=st.lists(st.integers(0, 9), min_size=41, max_size=41),
)
def test_whatever_is_left_out_of_a_list_changes_no_sum(walked, words, others):
    """Two programmes that differ only in what the list leaves out read the same everywhere."""
    listed = [one for one in walked if not one.has_left]
    hidden = {
        one.specialist for one in listed if not rules.totals_point_at_nobody(one.in_quarter)
    }
    also = [others[at] if at in hidden else one for at, one in enumerate(words)]
    told = rules.summed(walked)

    assert sum(words[one] for one in told) == sum(also[one] for one in told)
    for one in walked:
        if rules.totals_point_at_nobody(min(one.in_year, one.in_quarter)):
            assert one.specialist in told
