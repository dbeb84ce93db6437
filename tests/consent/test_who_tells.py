"""With three in a talk Ada chooses who tells: Ben, or Lea while she reads; and nobody else."""

import pytest

from alongside.consent.models import Telling
from tests.cast import bring_in_specialist
from tests.consent.telling import tell, telling
from tests.relationships.handing import come, header_with, look


@pytest.fixture
def lea(house, desk):
    """A specialist whom Ada asks to stand in, or to go on with her."""
    return bring_in_specialist("spruce-robin-7733", desk, display_name="Lea")


@pytest.mark.parametrize("kind", ["handover", "stand-in"])
def test_lea_may_tell_while_she_reads_and_it_stands_in_her_room_and_adas(
    talking, ada, ben, lea, kind
):
    come(ada, talking, lea, kind=kind)
    assert tell(ada, telling(ada, lea, talking.conv)).status_code == 404
    assert tell(lea, telling(ada, lea, talking.conv)).status_code == 404
    header_with(talking, ada, ben, lea)
    look(ada, talking)
    made = telling(ada, lea, talking.conv)

    assert tell(ada, made).status_code == 201

    assert Telling.objects.get().specialist_id == lea.account.pk
    for who, count in ((ada, 1), (lea, 1), (ben, 0)):
        assert len(who.room.get("/api/told").json()["tellings"]) == count
    before = made.sealed.package
    assert tell(ada, telling(ada, ben, talking.conv, before=before)).status_code == 201


def test_once_lea_was_let_go_she_tells_nothing_new_and_ben_may(talking, ada, ben, lea):
    come(ada, talking, lea, kind="stand-in")
    header_with(talking, ada, ben, lea)
    look(ada, talking)
    header_with(talking, ada, ben)

    assert tell(ada, telling(ada, lea, talking.conv)).status_code == 404
    look(ada, talking)
    assert tell(ada, telling(ada, lea, talking.conv)).status_code == 404

    assert tell(ada, telling(ada, ben, talking.conv)).status_code == 201


def test_after_a_handover_lea_tells_and_ben_does_no_more(talking, ada, ben, lea):
    come(ada, talking, lea)
    header_with(talking, ada, ben, lea)
    look(ada, talking)
    header_with(talking, ada, lea)
    look(ada, talking)

    assert tell(ada, telling(ada, ben, talking.conv)).status_code == 404
    assert tell(ada, telling(ada, lea, talking.conv)).status_code == 201


def test_a_specialist_of_another_talk_tells_nothing_of_this_one(talking, ada, ben, lea, cem):
    for who in (lea, cem):
        assert tell(ada, telling(ada, who, talking.conv)).status_code == 404
    assert not Telling.objects.exists()
