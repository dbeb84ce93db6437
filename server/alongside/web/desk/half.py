"""A sitting that begins: after the words it is half, after the second step it is whole.

While it is half nobody is signed in: every page that asks who sits at the desk finds nobody.
"""

from datetime import UTC, datetime

from django.contrib.auth import login
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from alongside.ground import clock
from alongside.people.models import DeskUser
from alongside.people.second.queries import desk_user_numbered
from alongside.people.second.rules import (
    FRESH_FOR,
    HALF_FOR,
    IDLE_FOR,
    QUESTION_FOR,
    SEEN_EVERY,
    is_within,
)

BACKEND = "django.contrib.auth.backends.ModelBackend"
HALF, FRESH, QUESTION, SEED, TO = "half", "fresh", "question", "seed", "to"
# When something was done last, to five minutes; it goes with the sitting.
SEEN = "seen"
# Where someone can be led after both steps, by its short name.
PLACES = {"yours": "desk-yours"}


def begin(request: HttpRequest, user: DeskUser, *, to: str) -> None:
    """Remember who passed the words, in a new session that nobody could have known."""
    request.session.flush()
    request.session[HALF] = {
        "user": user.pk,
        "hash": user.get_session_auth_hash(),
        "at": clock.now().timestamp(),
    }
    request.session[TO] = to


def half_in(request: HttpRequest) -> DeskUser | None:
    """Give who passed the words within ten minutes and has not taken the second step."""
    half = request.session.get(HALF)
    if half is None or not is_within(_moment(half["at"]), HALF_FOR, now=clock.now()):
        return None
    user = desk_user_numbered(half["user"])
    if user is None or not constant_time_compare(half["hash"], user.get_session_auth_hash()):
        return None
    return user


def complete(request: HttpRequest, user: DeskUser) -> str:
    """Let someone in who took both steps, in a new session; gives the page to go on with."""
    to = PLACES.get(request.session.get(TO, ""), "desk")
    request.session.flush()
    login(request, user, backend=BACKEND)
    request.session[FRESH] = request.session[SEEN] = clock.now().timestamp()
    return to


def is_idle(request: HttpRequest) -> bool:
    """Say whether nothing was done at the desk for an hour; what is done now counts, else."""
    at = request.session.get(SEEN)
    if at is not None and not is_within(_moment(at), IDLE_FOR, now=clock.now()):
        return True
    if at is None or not is_within(_moment(at), SEEN_EVERY, now=clock.now()):
        request.session[SEEN] = clock.now().timestamp()
    return False


def is_fresh(request: HttpRequest) -> bool:
    """Say whether both steps were taken within the last ten minutes."""
    at = request.session.get(FRESH)
    return at is not None and is_within(_moment(at), FRESH_FOR, now=clock.now())


def remember_question(request: HttpRequest, challenge: bytes) -> None:
    """Keep what is being asked; a question before it is forgotten."""
    request.session[QUESTION] = {
        "challenge": challenge.hex(),
        "at": clock.now().timestamp(),
    }


def open_question(request: HttpRequest) -> bytes | None:
    """Take out what was asked, once; None if nothing was, or too long ago."""
    kept = request.session.pop(QUESTION, None)
    if kept is None or not is_within(_moment(kept["at"]), QUESTION_FOR, now=clock.now()):
        return None
    return bytes.fromhex(kept["challenge"])


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)
