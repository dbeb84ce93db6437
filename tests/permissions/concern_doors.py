"""The doors of a concern of Ada's and of a measure for Ben; tests/concerns tells the rest."""

from collections.abc import Callable
from typing import Any

from alongside.concerns.models import Concern, Measure, Standing, State, Wrap
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from tests.cast import Member
from tests.concerns.raising import make_officer
from tests.permissions.belongings import OWN

CONCERN = "/api/concerns/{ref}"
MEASURE = "/api/measures/{ref}"
_READER = {"account_id": to_text(bytes(16)), "kr_hash": to_text(bytes(32))}
_READER |= {"wrap": to_text(bytes(112))}
LETTER = {"id": to_text(OWN), "box": to_text(bytes(1_097)), "readers": [_READER]}
_REPORT = {"id": to_text(OWN), "boxes": [to_text(bytes(1_097))], "readers": [_READER] * 2}
BY_REF = ("/api/concerns/", "/api/measures/", "/api/reflections/")
EVERYONE = ("ada", "ben", "cem", "dora", "eve", "finn")
DOORS: dict[tuple[str, str], tuple[str, ...]] = {
    ("GET", "/api/concern-officers"): EVERYONE,
    ("GET", "/api/concern-queue"): ("eve",),
    ("GET", "/api/concerns"): EVERYONE,
    ("POST", "/api/concerns"): EVERYONE,
    ("GET", CONCERN): ("ada", "eve"),
    ("DELETE", CONCERN): ("ada",),
    ("POST", CONCERN + "/more"): ("ada",),
    ("POST", CONCERN + "/again"): ("ada",),
    ("POST", CONCERN + "/look"): ("eve",),
    ("POST", CONCERN + "/notes"): ("eve",),
    ("POST", CONCERN + "/answer"): ("eve",),
    ("POST", CONCERN + "/people"): ("eve",),
    ("POST", CONCERN + "/log"): ("eve",),
    ("GET", "/api/measures"): EVERYONE,
    ("GET", "/api/measure-queue"): ("eve",),
    ("POST", "/api/measures"): ("eve",),
    ("GET", MEASURE): ("ben", "eve"),
    ("POST", MEASURE + "/second"): ("eve",),
    ("POST", MEASURE + "/appeal"): ("ben",),
    ("POST", MEASURE + "/decision"): ("eve",),
}
PAPERS: dict[str, Callable[[], Any]] = {
    "/api/concerns": lambda: _REPORT | {"own": LETTER},
    CONCERN + "/people": lambda: {"account_ids": [to_text(OWN)]},
    CONCERN + "/log": lambda: {"conv": to_text(OWN), "stretches": [0]},
    MEASURE + "/second": lambda: {"yes": True, "letter": LETTER},
    MEASURE + "/appeal": lambda: LETTER,
    MEASURE + "/decision": lambda: {"outcome": 3, "letter": LETTER},
    **{CONCERN + end: lambda: LETTER for end in ("/more", "/again", "/notes", "/answer")},
}


def set_papers(ben: Member) -> dict[str, Any]:
    """A measure for Ben, as an officer's room hands it in."""
    on = to_text(ben.account.ref)
    return {"id": to_text(bytes(16)), "on": on, "kind": 1, "days": 0, "letter": LETTER}


def give_concern(ada: Member, ben: Member, eve: Member, desk: Any) -> None:
    """Ada raised one, and Eve looks at it; something was decided about Ben."""
    make_officer(eve, desk, "Eve")
    today = clock.today()
    made = Concern.objects.create(
        ref=OWN,
        by=ada.account,
        raised_on=today,
        due_on=today,
        state=State.LOOKED_AT,
        officer=eve.account,
    )
    Wrap.objects.create(concern=made, account=eve.account, kr_hash=bytes(32), wrap=bytes(112))
    Measure.objects.create(
        ref=OWN,
        on=ben.account,
        by=None,
        kind=2,
        days=10,
        standing=Standing.IN_FORCE,
        set_on=today,
        began_on=today,
        ends_on=today + 10,
    )
