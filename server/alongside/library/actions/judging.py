"""A second person reads a story: it is published, or they say what to change. Never edited."""

from django.db import transaction

from alongside.ground.refusal import Refused
from alongside.library import rules
from alongside.library.actions.paper import collect_paper, is_for_print
from alongside.library.models import State, Story
from alongside.library.queries import is_own, story_at_desk, waits_for_a_yes
from alongside.notices.actions.asked import owe_person
from alongside.people.models import DeskUser


class NotTwo(Refused):
    """Whoever told a story and whoever reads it for the library are two people."""

    code = "library-not-two"
    words = "This may be your own story. Someone else has to read it."


class NotAgreed(Refused):
    """A coordinator named a place as theirs, and nobody there said yes: they judge nothing."""

    code = "library-not-agreed"
    words = "You said that you have a place in the room. Until someone there says yes, read on."


class NotAsItWas(Refused):
    """The narrator changed it, or took it back, while somebody read it."""

    code = "library-changed"
    words = "This story has changed since you opened it. Please look again."
    status = 409


class SayWhy(Refused):
    """Whoever sends a story back, or takes it down, says why."""

    code = "library-why"
    words = "Please say why, in a few kind words."


@transaction.atomic
def publish(ref: bytes, *, version: int, by: DeskUser, today: int) -> Story:
    """Publish what waits, as it was read: from now on it is shown where its narrator said."""
    story = _held(ref, State.IN_REVIEW, version=version)
    _two(story, by)
    story.state, story.published_on, story.read_by, story.said = State.PUBLISHED, today, by, ""
    if is_for_print(story):
        story.was_for_print, story.print_ended_on = True, None
    story.has_news = True
    story.save()
    owe_person(story.narrator)
    return story


@transaction.atomic
def ask_for_changes(ref: bytes, said: str, *, version: int, by: DeskUser) -> Story:
    """Give a story back with words to its narrator, who alone changes it."""
    story = _held(ref, State.IN_REVIEW, version=version)
    _two(story, by)
    story.state, story.said, story.read_by = State.CHANGES, _why(said), by
    story.handed_on, story.has_news = None, True
    story.save(update_fields=["state", "said", "read_by", "handed_on", "has_news"])
    owe_person(story.narrator)
    return story


@transaction.atomic
def take_down(ref: bytes, said: str, *, version: int, by: DeskUser, today: int) -> Story:
    """Take a published story down at once, with a reason its narrator reads."""
    story = _held(ref, State.PUBLISHED, version=version)
    story.state, story.said, story.read_by = State.TAKEN_DOWN, _why(said), by
    story.published_on, story.ended_on = None, today
    story.kept_on = story.asked_on = None
    collect_paper(story, today=today)
    story.has_news = True
    story.save()
    owe_person(story.narrator)
    return story


def _held(ref: bytes, state: State, *, version: int) -> Story:
    story = Story.objects.select_for_update().get(pk=story_at_desk(ref).pk)
    if story.state != state or story.version != version:
        raise NotAsItWas
    return story


def _two(story: Story, by: DeskUser) -> None:
    if waits_for_a_yes(by):
        raise NotAgreed
    if is_own(story, by):
        raise NotTwo


def _why(said: str) -> str:
    why = rules.plain_text(said)
    if not why or len(why) > rules.LONGEST_REPLY:
        raise SayWhy
    return why
