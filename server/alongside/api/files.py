"""Files that go with lines: sealed pieces, one by one."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import Id, Int, Shape
from alongside.files import actions
from alongside.ground import clock

router = Router(tags=["files"])
Conv = Path[Id]
FileId = Path[Id]
# Which of the pieces, from 0.
Place = Annotated[int, Field(ge=0, le=1_000)]
PIECE = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


class FileShape(Shape):
    """How large a file will be: one of four sizes, in pieces."""

    pieces: Int


class HereShape(Shape):
    """Which pieces are here already."""

    here: list[Int]


@router.post("/files/{conv}/{file_id}", auth=full, response=HereShape)
def begin(request: HttpRequest, conv: Conv, file_id: FileId, papers: FileShape) -> HereShape:
    """Take room for a file, or go on after a cut."""
    here = actions.begin_file(
        person_of(request),
        conv=conv,
        file_id=file_id,
        pieces=papers.pieces,
        today=clock.today(),
    )
    return HereShape(here=here)


@router.put(
    "/files/{conv}/{file_id}/{i}",
    auth=full,
    response={204: None},
    openapi_extra={"requestBody": {"content": PIECE, "required": True}},
)
def keep(request: HttpRequest, conv: Conv, file_id: FileId, i: Path[Place]) -> Status[None]:
    """Keep one sealed piece."""
    actions.keep_piece(person_of(request), conv=conv, file_id=file_id, i=i, raw=request.body)
    return Status(204, None)


@router.get(
    "/files/{conv}/{file_id}/{i}",
    auth=full,
    response={200: None},
    openapi_extra={"responses": {200: {"description": "OK", "content": PIECE}}},
)
def piece(request: HttpRequest, conv: Conv, file_id: FileId, i: Path[Place]) -> HttpResponse:
    """Give one sealed piece: bytes that no browser shows."""
    raw = actions.read_piece(person_of(request), conv=conv, file_id=file_id, i=i)
    response = HttpResponse(raw, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = "attachment"
    return response
