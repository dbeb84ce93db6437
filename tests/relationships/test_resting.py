"""After a no the same two rest for a while; anybody else can be asked at once."""

import pytest

from alongside.ground import clock
from alongside.people import actions as people
from alongside.programme.models import Seat
from tests.cast import ask, ask_papers, bring_in_specialist

TODAY = clock.today()
RESTED = TODAY + 14


@pytest.fixture
def declined(asked, ben):
    """Ben said no to Ada today."""
    ben.room.post(f"/api/relationships/{asked.pk}/decline")
    return asked


@pytest.fixture
def go_to(monkeypatch):
    """Let it be another day."""
    return lambda day: monkeypatch.setattr(clock, "today", lambda: day)


def asks(member, specialist):
    answer = member.room.post("/api/asks", ask_papers(member, specialist).payload)
    return answer.json().get("error", {}).get("code") or answer.status_code


def listed(reader, specialist):
    found = reader.room.get("/api/directory").json()["people"]
    names = [one["endorsement"]["display_name"] for one in found]
    one = found[names.index(specialist)]
    return one["free"], one["again_day"]


def rests_until(member):
    (one,) = member.room.get("/api/relationships").json()["relationships"]
    return one.get("rests_until")


def test_a_no_rests_for_fourteen_days(declined, ada, ben, go_to):
    assert asks(ada, ben) == "not-free"
    assert listed(ada, "Ben") == (False, RESTED)
    assert rests_until(ada) == RESTED

    go_to(RESTED - 1)
    assert listed(ada, "Ben") == (False, RESTED)
    assert asks(ada, ben) == "not-free"

    go_to(RESTED)
    assert listed(ada, "Ben") == (True, None)
    assert asks(ada, ben) == 201


def test_anybody_else_can_be_asked_at_once(declined, ada, desk):
    theo = bring_in_specialist("maple-otter-5528", desk, display_name="Theo")

    assert listed(ada, "Theo") == (True, None)
    assert asks(ada, theo) == 201


def test_what_was_taken_back_can_be_asked_again_at_once(asked, ada, ben):
    ada.room.post(f"/api/relationships/{asked.pk}/withdraw")

    assert rests_until(ada) is None
    assert listed(ada, "Ben") == (True, None)
    assert asks(ada, ben) == 201


def test_nobody_else_learns_of_a_no(declined, ada, ben, finn):
    assert listed(finn, "Ben") == (True, None)
    assert rests_until(ben) is None
    assert asks(finn, ben) == 201


def test_a_block_behind_a_no_looks_like_a_no(asked, ada, ben, go_to):
    ben.room.post(f"/api/relationships/{asked.pk}/block")

    assert (listed(ada, "Ben"), rests_until(ada)) == ((False, RESTED), RESTED)
    assert asks(ada, ben) == "not-free"
    go_to(RESTED)
    assert listed(ada, "Ben") == (False, None)


def test_a_no_of_a_place_that_was_closed_names_no_day(asked, ada, ben):
    people.close_place(ben.account)

    assert rests_until(ada) is None


def test_whose_break_is_longer_can_be_asked_when_it_ends(declined, ada):
    Seat.objects.update(away_from_on=TODAY, back_on=TODAY + 30)

    assert listed(ada, "Ben") == (False, TODAY + 30)


def test_who_both_wished_to_meet_again_still_rests_after_a_no(talking, ada, ben):
    ada.room.post(f"/api/relationships/{talking.pk}/end")
    for member in (ada, ben):
        member.room.put(f"/api/relationships/{talking.pk}/way-back", {"wish": True})
    again, _ = ask(ada, ben)
    ben.room.post(f"/api/relationships/{again.pk}/decline")

    assert asks(ada, ben) == "not-free"


def test_whoever_runs_the_machine_says_for_how_long(declined, ada, ben, settings):
    settings.ASK_AGAIN_DAYS = 3
    assert (listed(ada, "Ben"), rests_until(ada)) == ((False, TODAY + 3), TODAY + 3)

    settings.ASK_AGAIN_DAYS = 0
    assert (listed(ada, "Ben"), rests_until(ada)) == ((True, None), None)
    assert asks(ada, ben) == 201
