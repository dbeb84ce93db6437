"""A story as a room hands it in, and one on any step of its way."""

from datetime import timedelta
from typing import Any

from alongside.ground import clock
from alongside.ground.identifiers import new_identifier, to_text
from alongside.library import actions
from alongside.library.models import Story
from alongside.library.rules import IN_PRINT, IN_PUBLIC, IN_ROOM
from alongside.library.texts import hash_of, text_of
from alongside.people.models import DeskUser

EVERY_USE = (IN_ROOM, IN_PUBLIC, IN_PRINT)
# Nothing else in the house says this.
MARK = "zephyrquartz"
WORDS = (
    f"The first morning I woke without it, I sat on the step with my tea. {MARK}.\n\n"
    "I had no plan. I had one number on a piece of paper, and I called it. "
    "What helped was that nobody asked me to be different by Friday."
)


def story_papers(
    ref: bytes | None = None,
    *,
    uses: Any = EVERY_USE,
    yes_lang: str = "en",
    version: int = 0,
    **parts: Any,
) -> dict[str, Any]:
    """What a room sends to hand a story in, with a tick for each of these uses."""
    return {
        "ref": to_text(ref or new_identifier()),
        "lang": "en",
        "title": f"Tea on the step, {MARK}",
        "called": f"Wren {MARK}",
        "words": WORDS,
        "themes": ["alcohol", "starting-again"],
        "notes": ["drinking"],
        "own_note": f"A hard morning, {MARK}.",
        "yes_lang": yes_lang,
        "version": version,
        "yeses": [
            {"use": use, "hash": to_text(hash_of(text_of(use, yes_lang)))} for use in uses
        ],
    } | parts


def put_story(
    member: Any, ref: bytes | None = None, *, shown: bool = False, **parts: Any
) -> Story:
    """A story of somebody: handed in a day ago and said again; or read and published too."""
    from alongside.api.library import StoryGiven

    ref = ref or new_identifier()
    given = StoryGiven.model_validate(story_papers(ref, **parts)).read()
    now = clock.now()
    story = actions.hand_in(ref, given, by=member.account, now=now - timedelta(hours=26))
    story = actions.go_on(ref, version=story.version, by=member.account, now=now)
    if shown:
        gus, _ = DeskUser.objects.get_or_create(name="Gus", defaults={"password": "!"})
        story = actions.publish(ref, version=story.version, by=gus, today=clock.today())
    return story
