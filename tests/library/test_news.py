"""What the team does with a story is told to its narrator in the room, until they looked."""

import pytest

from alongside.ground import clock
from alongside.library import actions
from alongside.library.models import Story
from tests.library.telling import put_story
from tests.library.test_handing_in import OWN


def is_told(member):
    """Whether somebody's room tells them of news."""
    return member.room.get("/api/me").json()["library_news"]


def publish(story, gus):
    actions.publish(bytes(story.ref), version=1, by=gus, today=clock.today())


def ask_for_changes(story, gus):
    actions.ask_for_changes(bytes(story.ref), "Could it be any street?", version=1, by=gus)


def set_aside(story, gus):
    actions.set_aside_restored()


@pytest.mark.parametrize("step", [publish, ask_for_changes, set_aside])
def test_ada_is_told_in_the_room_until_she_looked_and_nobody_else_is(
    ada, ben, waiting, gus, step
):
    assert is_told(ada) is False
    step(waiting, gus)
    assert (is_told(ada), is_told(ben)) == (True, False)

    ben.room.post(f"{OWN}/seen")
    assert is_told(ada) is True
    assert ada.room.post(f"{OWN}/seen").status_code == 204
    assert is_told(ada) is False


def test_that_it_was_taken_down_is_news_and_what_she_does_herself_is_none(ada, shown, gus):
    ada.room.post(f"{OWN}/seen")
    put_story(ada)
    assert is_told(ada) is False

    actions.take_down(bytes(shown.ref), "A street", version=1, by=gus, today=clock.today())
    assert is_told(ada) is True
    actions.withdraw(bytes(shown.ref), by=ada.account, today=clock.today())
    assert is_told(ada) is False
    assert not Story.objects.filter(has_news=True).exists()
