"""A coordinator suggests somebody; the client sees a name, and nothing else happens."""

import pytest

from alongside.relationships.models import Handed, Handover
from alongside.wall.actions import tell_looks
from alongside.wall.models import Row
from alongside.wall.rules import Kind
from tests.cast import bring_in_specialist, sign_in_at_desk


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
