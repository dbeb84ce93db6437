"""Instrument packs for the room, each as it was added. Answers never come here."""

from django.http import HttpRequest
from ninja import Router

from alongside.api.auth import full
from alongside.api.shapes import Shape
from alongside.ground.identifiers import to_text
from alongside.instruments.queries import installed

router = Router(tags=["packs"])


class PackShape(Shape):
    """One pack: its bytes, and the SHA-256 that the room checks."""

    hash: str
    pack: str


class PacksShape(Shape):
    """Every pack there is, at most twenty."""

    packs: list[PackShape]


@router.get("/packs", auth=full, response=PacksShape)
def packs(request: HttpRequest) -> PacksShape:
    """Give the questions that this programme may ask, beside its own six."""
    rows = [PackShape(hash=to_text(one.hash), pack=to_text(one.raw)) for one in installed()]
    return PacksShape(packs=rows)
