"""What Dora shows after her five words: codes that work once, and a few on paper."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people.models import PaperCode, SecondStep, Spent
from alongside.people.second import actions, queries, rules
from alongside.people.second.actions import LastStep, NameIsTaken, StepNotTaken, TooManySteps
from alongside.people.tries import SlowDown
from tests.cast import code_now, set_up_app
from tests.racing import race

HERE = "192.0.2.7"
# RFC 6238, appendix B: the last six of its eight digits for SHA-1.
RFC_SECRET = b"12345678901234567890"
RFC_CODES = {
    59: "287082",
    1_111_111_109: "081804",
    1_111_111_111: "050471",
    1_234_567_890: "005924",
    2_000_000_000: "279037",
    20_000_000_000: "353130",
}


def take(desk, code, *, now=None, address=HERE):
    actions.take_code(desk, code, address=address, now=now or clock.now())


@pytest.mark.parametrize(("seconds", "code"), RFC_CODES.items())
def test_codes_are_those_that_every_app_shows(seconds, code):
    moment = datetime.fromtimestamp(seconds, tz=UTC)

    assert rules.code_at(RFC_SECRET, rules.step_at(moment)) == code


def test_a_code_fits_half_a_minute_early_or_late_and_no_longer():
    now = datetime.fromtimestamp(1_700_000_010, tz=UTC)
    step = rules.step_at(now)

    fits = [
        away
        for away in range(-3, 4)
        if rules.step_that_fits(RFC_SECRET, rules.code_at(RFC_SECRET, step + away), now=now)
    ]

    assert fits == [-1, 0, 1]


@given(st.integers(10, 10**8), st.integers(0, 59))
def test_a_used_code_is_remembered_for_as_long_as_it_could_be_used(step, seconds):
    used_at = datetime.fromtimestamp(step * 30 + seconds, tz=UTC)
    code = rules.code_at(RFC_SECRET, rules.step_at(used_at))
    spent = rules.step_that_fits(RFC_SECRET, code, now=used_at)

    after = rules.still_fits_until(spent)

    assert rules.step_at(after) - spent >= 2


@given(st.binary(min_size=16, max_size=16))
def test_a_code_on_paper_is_read_however_it_is_typed(chance):
    code = rules.paper_code(chance)

    plain = code.replace("-", "")
    assert rules.paper_code_in(f" {code.lower().replace('-', ' ')} ") == plain
    assert rules.paper_code_in(plain.replace("0", "O").replace("1", "l")) == plain
    assert rules.paper_code_in(plain[:-1]) is None


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "1" * 400, "١٢٣٤٥٦", "-" * 12])
def test_nonsense_is_no_code(desk, app, typed):
    with pytest.raises(StepNotTaken):
        take(desk, typed)


def test_a_code_works_once(desk, app):
    code = code_now(app)
    take(desk, f"{code[:3]} {code[3:]}")

    with pytest.raises(StepNotTaken):
        take(desk, code)


def test_a_code_seen_over_the_shoulder_is_worth_nothing_elsewhere(desk, app):
    code, now = code_now(app), clock.now()
    take(desk, code, now=now)

    assert Spent.objects.filter(until_at__gt=now).count() == 1
    with pytest.raises(StepNotTaken):
        take(desk, code, now=now, address="198.51.100.9")


def test_a_code_of_someone_else_opens_nothing(desk, app):
    other = actions.add_desk_user("Gale")
    gale = queries.desk_user_named("Gale")
    secret = set_up_app(gale)

    assert len(other.split()) == 5
    with pytest.raises(StepNotTaken):
        take(desk, code_now(secret))


def test_guessing_codes_is_slowed_down_and_words_are_counted_apart(desk, app):
    for _ in range(5):
        with pytest.raises(StepNotTaken):
            take(desk, "000000" if code_now(app) != "000000" else "000001")

    with pytest.raises(SlowDown):
        take(desk, code_now(app))
    take(desk, code_now(app), address="198.51.100.9")


def test_a_code_on_paper_works_once_and_only_for_its_owner(desk, app):
    codes = actions.new_paper_codes(desk)
    actions.add_desk_user("Gale")

    with pytest.raises(StepNotTaken):
        take(queries.desk_user_named("Gale"), codes[0])
    take(desk, codes[0].lower())
    with pytest.raises(StepNotTaken):
        take(desk, codes[0])
    assert queries.paper_codes_left(desk) == 7


def test_new_codes_on_paper_take_the_place_of_the_old_ones(desk, app):
    old = actions.new_paper_codes(desk)
    new = actions.new_paper_codes(desk)

    with pytest.raises(StepNotTaken):
        take(desk, old[0])
    take(desk, new[0])
    assert len({*old, *new}) == 16


def test_a_copy_of_the_tables_holds_no_code_and_no_secret(desk, app):
    codes = actions.new_paper_codes(desk)

    kept = repr([vars(row) for row in (*PaperCode.objects.all(), *SecondStep.objects.all())])

    for code in codes:
        assert code not in kept
        assert code.replace("-", "") not in kept
    assert app not in bytes(SecondStep.objects.get().seed)
    assert app.hex() not in kept
    assert rules.secret_in_groups(app) not in kept


def test_when_a_code_was_used_is_forgotten_within_two_minutes(desk, app):
    take(desk, code_now(app))
    later = clock.now() + timedelta(minutes=2)

    actions.forget_spent(now=later)

    assert not Spent.objects.exists()


def test_the_last_second_step_stays(desk, app):
    (only,) = queries.steps_of(desk)

    with pytest.raises(LastStep):
        actions.remove_step(only)
    set_up_app(desk, is_first=False)
    actions.remove_step(only)
    assert len(queries.steps_of(desk)) == 1


def test_a_removed_app_opens_nothing_any_more(desk, app):
    set_up_app(desk, is_first=False)
    actions.remove_step(queries.steps_of(desk)[0])

    with pytest.raises(StepNotTaken):
        take(desk, code_now(app))


def test_removing_one_ends_every_other_sitting(desk, app):
    before = desk.get_session_auth_hash()
    set_up_app(desk, is_first=False)
    actions.remove_step(queries.steps_of(desk)[0])

    desk.refresh_from_db()
    assert desk.get_session_auth_hash() != before


def test_who_comes_second_to_a_first_set_up_has_come_too_late(desk, app):
    with pytest.raises(StepNotTaken):
        set_up_app(desk, is_first=True)

    assert len(queries.steps_of(desk)) == 1


def test_ten_second_steps_are_enough(desk, app):
    for _ in range(9):
        set_up_app(desk, is_first=False)

    with pytest.raises(TooManySteps):
        set_up_app(desk, is_first=False)


def test_another_persons_second_step_is_like_a_missing_one(desk, app):
    actions.add_desk_user("Gale")
    gale = queries.desk_user_named("Gale")

    for number in (queries.steps_of(desk)[0].pk, 9_999):
        with pytest.raises(NotYours):
            queries.step_of(gale, id=number)


def test_a_reset_leaves_nothing_of_before(desk, app):
    codes = actions.new_paper_codes(desk)
    password, sitting = desk.password, desk.get_session_auth_hash()

    words = actions.reset_desk_user(desk)

    desk.refresh_from_db()
    assert len(words.split()) == 5
    assert desk.password != password
    assert desk.get_session_auth_hash() != sitting
    assert not queries.has_second_step(desk)
    with pytest.raises(StepNotTaken):
        take(desk, codes[0])


def test_a_name_at_the_desk_is_given_once(desk):
    with pytest.raises(NameIsTaken):
        actions.add_desk_user("Dora")


@pytest.mark.django_db(transaction=True)
def test_one_code_lets_one_of_many_in(transactional_db, desk, app):
    code, now = code_now(app), clock.now()

    def come(number):
        take(desk, code, now=now, address=f"192.0.2.{number}")

    outcomes = race(*(lambda number=number: come(number) for number in range(4)))

    assert sorted(type(one).__name__ for one in outcomes).count("NoneType") == 1
