"""A backup may be older than a withdrawal: what it brings back is shown to nobody."""

from alongside.ground.identifiers import to_text
from alongside.library import actions
from alongside.library.models import State, Story
from tests.library.telling import MARK, put_story
from tests.library.test_handing_in import OWN, own


def test_what_a_backup_brings_back_waits_for_its_narrator_and_a_reader(
    ada, ben, at_desk, shown, gus
):
    put_story(ada)
    assert actions.set_aside_restored() == 2

    assert MARK not in ben.room.get("/api/library").content.decode()
    for path in ("/stories", "/desk/stories", "/desk/stories/for-print"):
        assert MARK not in at_desk.get(path).content.decode()
    assert {one["state"] for one in own(ada)} == {"aside"}

    ref = to_text(bytes(shown.ref))
    ada.room.post(f"{OWN}/{ref}/go-on", {"version": 1})
    assert Story.objects.get(pk=shown.pk).state == State.IN_REVIEW
    actions.publish(bytes(shown.ref), version=1, by=gus, today=shown.published_on)
    assert MARK in ben.room.get("/api/library").content.decode()
