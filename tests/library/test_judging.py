"""A second person reads a story: never its narrator, never as an editor."""

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.ground.refusal import NotYours
from alongside.library import actions
from alongside.library.models import State, Story
from alongside.people.models import AlsoSpecialist
from tests.library.telling import story_papers
from tests.library.test_handing_in import OWN, own


def publish(story, by):
    """Publish it as it stands."""
    ref, version = bytes(story.ref), story.version
    return actions.publish(ref, version=version, by=by, today=clock.today())


def test_what_gus_read_is_shown_from_then_on(ben, waiting, gus):
    publish(waiting, gus)

    [card] = ben.room.get("/api/library").json()["stories"]
    assert (card["title"], card["called"]) == (waiting.title, waiting.called)
    assert "words" not in card
    assert ben.room.get(f"/api/library/{card['ref']}").json()["words"] == waiting.words


@pytest.mark.parametrize(
    ("agreed", "refusal"), [(True, actions.NotTwo), (False, actions.NotAgreed)]
)
def test_whoever_told_it_does_not_read_it_for_the_library(ada, waiting, gus, agreed, refusal):
    account = ada.account if agreed else None
    AlsoSpecialist.objects.create(user=gus, username=ada.username, account=account)

    with pytest.raises(refusal):
        publish(waiting, gus)
    with pytest.raises(refusal):
        actions.ask_for_changes(bytes(waiting.ref), "Please", version=1, by=gus)
    assert Story.objects.get().state == State.IN_REVIEW


def test_words_for_the_narrator_reach_the_narrator_and_the_story_stays_as_it_was(
    ada, waiting, gus
):
    said = "The street is named in the second part. Could it be any street?"
    actions.ask_for_changes(bytes(waiting.ref), said, version=1, by=gus)

    [story] = own(ada)
    assert (story["state"], story["said"]) == ("changes", said)
    assert story["words"] == waiting.words


def test_whoever_sends_it_back_says_why(waiting, shown, gus):
    with pytest.raises(actions.SayWhy):
        actions.ask_for_changes(bytes(waiting.ref), "  ", version=1, by=gus)
    with pytest.raises(actions.SayWhy):
        actions.take_down(bytes(shown.ref), "", version=1, by=gus, today=clock.today())


def test_what_changed_meanwhile_is_not_published_unread(ada, waiting, gus):
    papers = story_papers(bytes(waiting.ref), version=1, title="Quite another story")
    ada.room.post(OWN, papers)

    with pytest.raises(NotYours):
        publish(waiting, gus)
    Story.objects.update(state=State.IN_REVIEW, rests_until=None)
    with pytest.raises(actions.NotAsItWas):
        publish(waiting, gus)


def test_what_rests_is_at_no_desk(ada, gus):
    ada.room.post(OWN, story_papers())

    with pytest.raises(NotYours):
        publish(Story.objects.get(), gus)


def test_a_story_that_is_taken_down_is_gone_and_its_narrator_reads_why(ada, ben, shown, gus):
    actions.take_down(
        bytes(shown.ref), "Somebody was recognised in it.", version=1, by=gus, today=5
    )

    assert ben.room.get(f"/api/library/{to_text(bytes(shown.ref))}").status_code == 404
    [story] = own(ada)
    assert (story["state"], story["said"]) == ("taken-down", "Somebody was recognised in it.")
    assert story["words"] == shown.words
