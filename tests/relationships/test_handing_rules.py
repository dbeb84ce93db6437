"""What a header means for a handover: whatever order they come in, somebody is always there."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.relationships import handing as rules

KINDS = st.sampled_from([rules.HANDOVER, rules.STAND_IN])
STATES = st.integers(rules.SUGGESTED, rules.LAPSED)


@given(KINDS, STATES, st.booleans(), st.booleans())
def test_only_a_header_after_a_yes_moves_anything(kind, state, old, new):
    step = rules.after_header(kind, state, old_reads=old, new_reads=new)

    if state not in (rules.AGREED, rules.TOGETHER):
        assert step is None
    elif step is not None:
        assert step.moves == (new and not old)
        assert step.leaves == (not new)
        assert not (step.moves and step.leaves)


@given(KINDS, st.lists(st.tuples(st.booleans(), st.booleans()), max_size=8))
def test_the_same_header_read_twice_changes_nothing_the_second_time(kind, headers):
    state = rules.AGREED
    for old, new in headers:
        step = rules.after_header(kind, state, old_reads=old, new_reads=new)
        state = state if step is None else step.state
        again = rules.after_header(kind, state, old_reads=old, new_reads=new)
        assert again is None
        if state not in (rules.AGREED, rules.TOGETHER):
            return


@given(KINDS, STATES)
def test_an_end_with_the_one_before_keeps_whoever_said_yes(kind, state):
    step = rules.after_end_of_old(state)

    assert (step is not None and step.moves) == (state in (rules.AGREED, rules.TOGETHER))


@given(KINDS, st.booleans(), st.integers(1, 40), st.integers(0, 40), st.integers(0, 6))
def test_standing_in_takes_no_place_and_never_opens_a_closed_door(
    kind, paused, cap, load, waiting
):
    has = rules.has_room(kind, paused=paused, cap=cap, load=load, waiting=waiting, most=5)

    if paused or waiting >= 5:
        assert not has
    elif kind == rules.STAND_IN:
        assert has
    else:
        assert has == (load < cap)


@given(KINDS, st.one_of(st.none(), st.integers(900, 1_200)))
def test_only_standing_in_has_a_last_day(kind, until):
    fits = rules.is_until(kind, until, today=1_000)

    assert fits == (until is None if kind == rules.HANDOVER else until in range(1_001, 1_057))
