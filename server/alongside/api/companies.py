"""Everybody else who belongs to a talk, and what all of them signed (R of protocol/api.md)."""

from collections.abc import Iterable
from typing import Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from alongside.api.papers import (
    EndorsementShape,
    KeyRecordShape,
    ProfileShape,
    endorsement_of,
    key_records_of,
    profile_of,
)
from alongside.api.shapes import Bool, Day, Id, Int, Shape, Signature
from alongside.conversations.together import Company
from alongside.keys.queries import Signed, signed_of
from alongside.people.also.queries import who_also_run_the_desk
from alongside.people.models import Account, RoleName
from alongside.relationships.models import (
    Agreement,
    EndedBy,
    Handed,
    HandoverKind,
    Relationship,
)
from alongside.relationships.rules import CLIENT, SPECIALIST

_SIDES: dict[int, str] = {EndedBy.CLIENT: CLIENT, EndedBy.SPECIALIST: SPECIALIST}
_KINDS: dict[int, str] = {HandoverKind.HANDOVER: "handover", HandoverKind.STAND_IN: "stand-in"}


class OtherShape(Shape):
    """The other person."""

    account_id: Id
    display_name: str | None
    key_records: list[KeyRecordShape]
    endorsement: EndorsementShape | None
    profile: ProfileShape | None
    runs_desk: Bool


class SignedUnderShape(Shape):
    """One signature under one promise."""

    account_id: Id
    role: Int
    day: Day
    sig: Signature


class EditionShape(Shape):
    """One promise under which the talk stood, and all who signed it."""

    promise: dict[str, Any]
    signed: list[SignedUnderShape]


class CompanyShape(Shape):
    """Who else was ever named here, and every promise of the talk."""

    others: list[OtherShape]
    promises: list[EditionShape]


class FromShape(Shape):
    """Something that names who was there before: `from`, which Python keeps for itself."""

    from_: OtherShape = Field(alias="from")

    @model_serializer(mode="wrap")
    def _by_its_word(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = write(self)
        return {"from" if name == "from_" else name: value for name, value in written.items()}


class HandoverShape(FromShape):
    """Who comes or goes, and how far it is."""

    id: Int
    kind: str
    state: str
    by: str
    to: OtherShape
    asked_on: Day
    until_on: Day | None
    reads: Bool
    let_go: Id | None


def others_of(people: Iterable[Account]) -> dict[int, OtherShape]:
    """Write these people, by number."""
    listed = list(people)
    at_desk = who_also_run_the_desk(listed)
    found = signed_of(listed)
    return {pk: other_shape(one, runs_desk=pk in at_desk) for pk, one in found.items()}


def other_shape(signed: Signed, *, runs_desk: bool) -> OtherShape:
    """Write one of them."""
    endorsement = signed.endorsement
    return OtherShape(
        account_id=signed.account.ref,
        display_name=endorsement.display_name if endorsement else None,
        key_records=key_records_of(signed),
        endorsement=endorsement_of(signed),
        profile=profile_of(signed),
        runs_desk=runs_desk,
    )


def company_shape(one: Relationship, company: Company) -> CompanyShape | None:
    """Write who else belongs here; None where two were always alone."""
    if not company.talk:
        return None
    named = {each.specialist_id for each in company.talk} - {one.specialist_id}
    return CompanyShape(
        others=[_person(pk, company) for pk in sorted(named)],
        promises=_promises(company),
    )


def handover_shape(one: Relationship, company: Company, mine: str) -> HandoverShape | None:
    """Write what is under way, or was until lately."""
    handover = company.handover
    if handover is None:
        return None
    side = _SIDES.get(handover.by)
    return HandoverShape.model_validate(
        {
            "id": handover.pk,
            "kind": _KINDS[handover.kind],
            "state": Handed(handover.state).name.lower().replace("_", "-"),
            "by": "programme" if side is None else "you" if side == mine else "them",
            "to": _person(handover.to_id, company),
            "from": _person(handover.relationship.specialist_id, company),
            "asked_on": handover.asked_on,
            "until_on": handover.until_on,
            "reads": company.reads,
            "let_go": company.let_go,
        }
    )


def _person(pk: int, company: Company) -> OtherShape:
    return other_shape(company.people[pk], runs_desk=pk in company.at_desk)


def _promises(company: Company) -> list[EditionShape]:
    """Each promise once, in the order in which the talk came to it."""
    found: dict[bytes, EditionShape] = {}
    for one in company.talk:
        papers: list[Relationship | Agreement] = [one, *company.editions.get(one.pk, [])]
        for paper in papers:
            edition = found.setdefault(
                bytes(paper.agreement_hash), EditionShape(promise=paper.promise, signed=[])
            )
            edition.signed.extend(_signatures(one, paper))
    return list(found.values())


def _signatures(one: Relationship, paper: Relationship | Agreement) -> list[SignedUnderShape]:
    both = (
        (one.client, RoleName.CLIENT, paper.client_day, paper.client_sig),
        (one.specialist, RoleName.SPECIALIST, paper.specialist_day, paper.specialist_sig),
    )
    return [
        SignedUnderShape(account_id=who.ref, role=role, day=day, sig=sig)
        for who, role, day, sig in both
        if sig is not None and day is not None
    ]
