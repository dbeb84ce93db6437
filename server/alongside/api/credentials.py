"""A specialist's own record of training, as the desk put it down."""

from django.http import HttpRequest
from ninja import Router

from alongside.api.auth import full, person_of
from alongside.api.shapes import AnyDay, Shape
from alongside.programme import queries

router = Router(tags=["credentials"], auth=full)


class CredentialShape(Shape):
    """What it was, who gave it, and its days (of 1970); `runs_out_on` is null if never."""

    what: str
    given_by: str
    done_on: AnyDay
    runs_out_on: AnyDay | None


class RecordShape(Shape):
    """Everything that stands in it, the newest first; at most 60 rows."""

    credentials: list[CredentialShape]


@router.get("/credentials", response=RecordShape)
def credentials(request: HttpRequest) -> RecordShape:
    """Give one's own record; empty for whoever has none."""
    return RecordShape(
        credentials=[
            CredentialShape(
                what=row.what,
                given_by=row.given_by,
                done_on=row.done_on,
                runs_out_on=row.runs_out_on,
            )
            for row in queries.credentials_of(person_of(request).pk)
        ]
    )
