"""The doors of a time at which Ben and Cem think together; tests/supervision tells the rest."""

from collections.abc import Callable
from typing import Any

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.supervision.models import Letter, Together, Wrap
from tests.cast import Member
from tests.permissions.belongings import OWN
from tests.permissions.concern_doors import EVERYONE, LETTER

ONE = "/api/reflections/{ref}"
DOORS: dict[tuple[str, str], tuple[str, ...]] = {
    ("GET", "/api/reflections"): EVERYONE,
    ("GET", ONE): ("ben", "cem"),
    ("PUT", ONE): ("ben", "cem"),
    ("DELETE", ONE): ("ben", "cem"),
    ("POST", ONE + "/letters"): ("ben", "cem"),
    ("DELETE", ONE + "/letters/{letter}"): ("ben",),
}


def papers(ben: Member) -> dict[str, Callable[[], Any]]:
    """The day that is named already, and a letter."""
    plan = {"other": to_text(bytes(ben.account.ref)), "meets_on": clock.today()}
    return {ONE: lambda: plan, ONE + "/letters": lambda: LETTER}


def give_together(ben: Member, cem: Member) -> None:
    """Cem supported Ben, and Ben wrote a letter."""
    today = clock.today()
    made = Together.objects.create(
        ref=OWN, specialist=ben.account, supporter=cem.account, begun_on=today, meets_on=today
    )
    letter = Letter.objects.create(
        together=made, ref=OWN, by=ben.account, said_on=today, box=bytes(1_097)
    )
    Wrap.objects.bulk_create(
        Wrap(letter=letter, account=one.account, kr_hash=bytes(32), wrap=bytes(112))
        for one in (ben, cem)
    )
