"""The people one can ask, and closing one's place."""

from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from ninja import Router

from alongside.api.auth import address_of, full, person_of
from alongside.api.papers import SignedShape, endorsement_of, key_records_of, profile_of
from alongside.api.shapes import Bool, Day, Hash, Id, Int, Shape, Signature
from alongside.conversations import actions
from alongside.conversations.directory import Listed, directory
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.people.holding.queries import told_until

router = Router(tags=["conversations"], auth=full)


class ListedShape(SignedShape):
    """Someone who can be asked, now or later."""

    free: Bool
    again_day: Day | None
    runs_desk: Bool
    not_now: list[str]


class DirectoryShape(Shape):
    """Everyone who can be asked."""

    people: list[ListedShape]


class Goodbye(Shape):
    """The five words again, before everything is destroyed."""

    auth: Hash


class ClosedShape(Shape):
    """What was destroyed, signed with the log key."""

    home: Id
    account_id: Id
    day: Day
    slots: Int
    wraps: Int
    sig: Signature


class ReceiptShape(Shape):
    """A receipt for a closed place; and until when a hold keeps what the server can read."""

    receipt: ClosedShape
    held_until: Day | None


@router.get("/directory", response=DirectoryShape)
def people_to_ask(request: HttpRequest) -> HttpResponse:
    """Give everyone at once, so that nobody learns who was looked at."""
    listed = [
        _listed(one) for one in directory(today=clock.today(), seen_by=person_of(request))
    ]
    body = DirectoryShape(people=listed).model_dump_json().encode()
    etag = f'"{to_text(blake2b(body, digest_size=16).digest())}"'
    is_known = request.headers.get("If-None-Match") == etag
    response = HttpResponse(b"" if is_known else body, status=304 if is_known else 200)
    response.headers["Content-Type"] = "application/json"
    response.headers["ETag"] = etag
    return response


@router.post("/close-place", response=ReceiptShape)
def close_place(request: HttpRequest, papers: Goodbye) -> ReceiptShape:
    """Destroy every way in and everything one could open."""
    person, now = person_of(request), clock.now()
    held = told_until(person, today=clock.day_of(now))
    closed = actions.close_place(person, auth=papers.auth, address=address_of(request), now=now)
    return ReceiptShape(receipt=ClosedShape(**closed.__dict__), held_until=held)


def _listed(one: Listed) -> ListedShape:
    signed = one.signed
    return ListedShape(
        account_id=signed.account.ref,
        key_records=key_records_of(signed),
        endorsement=endorsement_of(signed),
        profile=profile_of(signed),
        free=one.free,
        again_day=one.again_day,
        runs_desk=one.runs_desk,
        not_now=list(one.not_now),
    )
