"""A yes to a later edition of the promise, signed in somebody's room."""

from typing import Any

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.relationships.models import Agreement, Relationship
from pse.promise import sign_agree
from tests.cast import HOME, Member

TODAY = clock.today()


def yes(
    member: Member,
    relationship: Relationship,
    version: int,
    *,
    role: int,
    promise: bytes | None = None,
    conv: bytes | None = None,
) -> Any:
    """Sign one edition, or something else in its name, and give the answer."""
    edition = Agreement.objects.get(relationship=relationship, version=version)
    signed = sign_agree(
        member.person.ik_seed,
        home=HOME,
        conv=conv or bytes(relationship.conv),
        promise=promise or bytes(edition.agreement_hash),
        account_id=member.person.account_id,
        role=role,
        day=TODAY,
    )
    papers = {"version": version, "day": TODAY, "sig": to_text(signed.sig), "lang": "en"}
    return member.room.post(f"/api/relationships/{relationship.pk}/agree", papers)
