"""A coordinator suggests somebody; the client sees a name, and nothing else happens."""

import pytest

from alongside.ground.identifiers import to_text
from alongside.notices.models import Owed, Reach
from alongside.people import actions as people
from alongside.relationships.models import Handed, Handover
from alongside.wall.actions import tell_looks
from alongside.wall.models import Row
from alongside.wall.rules import Kind
from tests.cast import accept, ask, bring_in_specialist, sign_in_at_desk
from tests.matching.handing import hand_over, name


@pytest.fixture
def dora_in(desk, app):
    return sign_in_at_desk(desk, app)


@pytest.fixture
def lea(house, desk):
    return bring_in_specialist("spruce-robin-7733", desk, display_name="Lea")


def test_dora_suggests_lea_to_a_number_and_reads_nobodys_name(dora_in, talking, ada, ben, lea):
    address = f"/desk/relationships/{talking.pk}/suggest"
    page = dora_in.get(address).content.decode()
    assert "Lea" in page
    assert "river-otter" not in page

    answer = dora_in.post(address, {"to": str(lea.account.pk), "weeks": "2"})

    assert answer.headers["Location"] == f"/desk/relationships/{talking.pk}"
    made = Handover.objects.get()
    assert (made.state, made.to_id, made.made_id) == (Handed.SUGGESTED, lea.account.pk, None)
    tell_looks()
    for member in (ada, ben):
        rows = Row.objects.filter(account=member.account, kind=Kind.STAFF_VIEW)
        assert rows.count() == 1
    assert "1 suggested" in dora_in.get("/desk/relationships").content.decode()


@pytest.mark.parametrize("to", ["", "x", "0", "99999999999999", "ben"])
def test_what_cannot_be_suggested_is_said_plainly(dora_in, talking, ben, to):
    typed = str(ben.account.pk) if to == "ben" else to
    answer = dora_in.post(f"/desk/relationships/{talking.pk}/suggest", {"to": typed})

    assert answer.status_code == 200
    assert "cannot be suggested" in answer.content.decode()
    assert not Handover.objects.exists()


def test_a_number_that_is_nobodys_is_not_there(dora_in, talking):
    assert dora_in.get("/desk/relationships/999999/suggest").status_code == 404


def nothing(ada, lea):
    """Ada and Lea know nothing of each other."""


def ada_blocks(ada, lea):
    people.block(lea.account, by=ada.account)


def lea_blocks(ada, lea):
    people.block(ada.account, by=lea.account)


def ada_names_her(ada, lea):
    hand_over(ada, not_these=[to_text(lea.account.ref)])


def suggested_to_ada(dora_in, talking, ada, lea):
    """What the desk reads, and what Ada does: in her room, on her wall, by a note."""
    Reach.objects.create(
        account=ada.account, ref=bytes(16), address="ada@example.org", confirmed=True
    )
    address = f"/desk/relationships/{talking.pk}/suggest"
    before = "Lea" in dora_in.get(address).content.decode()
    answer = dora_in.post(address, {"to": str(lea.account.pk), "weeks": ""})
    after = "1 suggested" in dora_in.get("/desk/relationships").content.decode()
    desk = (before, answer.status_code, answer.headers.get("Location"), after)
    (one,) = ada.room.get("/api/relationships").json()["relationships"]
    wall = Row.objects.filter(account=ada.account, kind=Kind.HANDOVER_PROPOSED).exists()
    return desk, ("handover" in one, wall, Owed.objects.exists())


@pytest.mark.parametrize("why", [ada_blocks, lea_blocks, ada_names_her, nothing])
def test_whom_ada_does_not_want_is_never_shown_to_her_and_the_desk_never_learns_it(
    dora_in, talking, ada, lea, why
):
    why(ada, lea)
    desk, told = suggested_to_ada(dora_in, talking, ada, lea)
    assert desk == (True, 302, f"/desk/relationships/{talking.pk}", True)
    assert told == ((True,) * 3 if why is nothing else (False,) * 3)


def test_whom_ada_named_before_she_began_to_talk_is_never_shown_to_her_afterwards(
    dora_in, ada, ben, lea
):
    """The wish goes with the first yes; the name she gave does not."""
    hand_over(ada, not_these=[to_text(lea.account.ref)])
    talking = accept(ask(ada, ben)[0], ben)
    assert ada.room.get("/api/wish").json()["wish"] is None

    desk, told = suggested_to_ada(dora_in, talking, ada, lea)

    assert desk == (True, 302, f"/desk/relationships/{talking.pk}", True)
    assert told == (False,) * 3


def test_ada_sees_whom_she_named_while_she_talks_and_can_take_it_away(
    dora_in, talking, ada, lea
):
    leas = to_text(lea.account.ref)
    name(ada, add=[leas])
    assert ada.room.get("/api/wish").json()["not_these"] == [leas]

    told = name(ada, remove=[leas])

    assert told["not_these"] == []
    assert suggested_to_ada(dora_in, talking, ada, lea)[1] == (True,) * 3
