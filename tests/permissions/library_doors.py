"""The doors of the library: one story of Ada's that is shown, and one on its way."""

from typing import Any

from alongside.ground.identifiers import to_text
from tests.library.telling import put_story, story_papers
from tests.permissions.belongings import OWN

SHOWN = b"a story of Ada's"
SIGNED_IN = ("ada", "ben", "cem", "dora", "eve", "finn")
STORY, OWN_STORY = "/api/library/{ref}", "/api/library/own/{ref}"
DOORS = {
    ("GET", "/api/library"): SIGNED_IN,
    ("GET", "/api/library/texts"): SIGNED_IN,
    ("GET", "/api/library/own"): SIGNED_IN,
    ("POST", "/api/library/own"): SIGNED_IN,
    ("POST", "/api/library/own/seen"): SIGNED_IN,
    ("GET", STORY): SIGNED_IN,
    # Nobody answers a story of their own.
    ("POST", STORY + "/answer"): SIGNED_IN[1:],
    ("POST", OWN_STORY + "/go-on"): ("ada",),
    ("POST", OWN_STORY + "/stands"): ("ada",),
    ("DELETE", OWN_STORY): ("ada",),
    ("DELETE", OWN_STORY + "/uses/{use}"): ("ada",),
}
PAPERS = {
    "/api/library/own": story_papers,
    STORY + "/answer": lambda: {"said": ["helped"]},
    OWN_STORY + "/go-on": lambda: {"version": 1},
    OWN_STORY + "/stands": lambda: {"version": 1},
}


def give_stories(member: Any) -> None:
    """One that people read, and one that waits to be read."""
    put_story(member, SHOWN, shown=True)
    put_story(member, OWN)


def story_address(path: str, *, is_there: bool) -> str:
    """A path with a story in it, or with one that nobody told."""
    is_waiting = path.startswith(OWN_STORY) and not path.endswith("/stands")
    ref = (OWN if is_waiting else SHOWN) if is_there else bytes(16)
    return path.replace("{ref}", to_text(ref)).replace("{use}", "1")
