"""The list of who is who, for rooms to read in full and for witnesses to look at."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from alongside.api.auth import SignedIn
from alongside.api.shapes import Bytes, Int, Shape
from alongside.ground import clock
from alongside.keys import actions
from alongside.keys.key_log import (
    cosigned,
    note_at,
    page_from,
    size_today,
    size_yesterday,
    witnesses,
)
from alongside.people.models import Scope, Token
from pse.note import LONGEST_NOTE, write_witness

ANYONE = object()
router = Router(tags=["key log"])


class SignedInOrAnyone(SignedIn):
    """Somebody signed in, or nobody in particular; a dead sign-in is still refused."""

    def __call__(self, request: HttpRequest) -> object:
        """Give the sign-in; ANYONE for a call that names none."""
        return super().__call__(request) if "Authorization" in request.headers else ANYONE


everyone = SignedInOrAnyone(Scope.FULL)


class LogShape(Shape):
    """Some lines from one on, and the note of the tree of `size`."""

    size: Int
    rows: Bytes
    note: str


class CheckpointShape(Shape):
    """The newest note, each witness's newest, and who the witnesses are."""

    note: str
    cosigned: list[str]
    witnesses: list[str]


class NoteShape(Shape):
    """A note with a witness's line under it."""

    note: Annotated[str, Field(max_length=LONGEST_NOTE)]


@router.get("/key-log", auth=everyone, response=LogShape)
def key_log(
    request: HttpRequest, start: Annotated[int, Query(alias="from", ge=0, le=2**53 - 1)] = 0
) -> LogShape:
    """Give at most 4,096 lines; to anyone as they stood yesterday."""
    page = page_from(start, size=_size_for(request))
    return LogShape(size=page.size, rows=page.rows, note=page.note)


@router.get("/key-log/checkpoint", auth=everyone, response=CheckpointShape)
def checkpoint(request: HttpRequest) -> CheckpointShape:
    """Give what is signed, and what witnesses signed."""
    size = _size_for(request)
    named = [write_witness(witness) for witness in witnesses()]
    return CheckpointShape(note=note_at(size), cosigned=cosigned(size=size), witnesses=named)


@router.post("/key-log/cosignatures", response={204: None})
def cosign(request: HttpRequest, papers: NoteShape) -> Status[None]:
    """Keep what a witness signed."""
    actions.keep_cosignature(papers.note)
    return Status(204, None)


def _size_for(request: HttpRequest) -> int:
    is_signed_in = isinstance(getattr(request, "auth", None), Token)
    return size_today() if is_signed_in else size_yesterday(today=clock.today())
