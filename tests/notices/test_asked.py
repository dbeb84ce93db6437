"""Who is asked by name hears of it by a short note, though no line of a talk tells them."""

import pytest

from alongside.ground import clock
from alongside.matching import actions as matching
from alongside.matching.models import Proposal
from tests.cast import Member, bring_in_specialist
from tests.matching.handing import hand_over
from tests.notices.conftest import is_owed, reached
from tests.relationships.handing import ask_over, yes_over

pytestmark = pytest.mark.usefixtures("mailbox")
TODAY = clock.today()


@pytest.fixture
def lea(house: object, desk: object) -> Member:
    """Lea, whom the programme stands behind as well."""
    return bring_in_specialist("spruce-robin-7733", desk, display_name="Lea")


def proposed(finn: Member) -> Proposal:
    """Finn lets the programme choose, and it draws up somebody."""
    hand_over(finn, matters=None, facts=[])
    assert matching.look_for_matches(seed=1, today=TODAY) == 1
    return Proposal.objects.get()


def test_who_is_proposed_hears_first_and_the_client_with_their_yes(
    ben: Member, finn: Member
) -> None:
    his, finns = reached(ben.account), reached(finn.account, "finn@example.org")
    proposal = proposed(finn)
    assert not is_owed(his)
    matching.approve(proposal.pk, today=TODAY)
    assert (is_owed(his), is_owed(finns)) == (True, False)
    matching.say_yes(ben.account, id=proposal.pk, today=TODAY)
    assert is_owed(finns)


def test_a_no_is_told_to_nobody(ben: Member, finn: Member) -> None:
    finns = reached(finn.account)
    proposal = proposed(finn)
    matching.approve(proposal.pk, today=TODAY)
    matching.say_no(ben.account, id=proposal.pk)
    assert not is_owed(finns)


def test_lea_hears_that_she_is_asked_to_take_over_and_ada_that_she_said_yes(
    talking: object, ada: Member, ben: Member, lea: Member
) -> None:
    adas, bens = reached(ada.account), reached(ben.account, "b@example.org")
    leas = reached(lea.account, "lea@example.org")
    ask_over(ada, talking, lea)
    assert (is_owed(adas), is_owed(bens), is_owed(leas)) == (False, False, True)
    yes_over(lea)
    assert (is_owed(adas), is_owed(bens)) == (True, False)


@pytest.mark.parametrize("change", [{"confirmed": False}, {"turned_on": False}])
def test_nobody_is_owed_a_note_who_did_not_ask_for_notes(
    ben: Member, finn: Member, change: dict[str, bool]
) -> None:
    his = reached(ben.account)
    type(his).objects.filter(pk=his.pk).update(**change)
    matching.approve(proposed(finn).pk, today=TODAY)
    assert not is_owed(his)
