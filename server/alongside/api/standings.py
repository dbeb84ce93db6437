"""Relationships as one of the two sees them (R of protocol/api.md)."""

from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer

from alongside.api.companies import (
    CompanyShape,
    HandoverShape,
    OtherShape,
    company_shape,
    handover_shape,
    other_shape,
)
from alongside.api.life import (
    PauseShape,
    PlanShape,
    WayBackShape,
    how_ended,
    pause_shape,
    plan_shape,
    way_back_shape,
)
from alongside.api.shapes import Bool, Day, Hash, Id, Int, Shape, Signature
from alongside.conversations.queries import Standing
from alongside.conversations.talks import Log
from alongside.conversations.together import came_as
from alongside.relationships.models import Agreement, Asked, EndedBy, Invite, Relationship
from alongside.relationships.queries import no_rests_until
from alongside.relationships.rules import CLIENT, SPECIALIST, may_ask_elsewhere_on

_SIDES: dict[int, str] = {EndedBy.CLIENT: CLIENT, EndedBy.SPECIALIST: SPECIALIST}
# These are left out where they say nothing; the others are null then.
_LEFT_OUT = (
    *(
        "agreed_on",
        "ended_on",
        "ended_by",
        "may_ask_again_on",
        "rests_until",
        "blocked",
        "invite",
        "agreements",
    ),
    *("ended_how", "pause", "plan", "way_back"),
    *("came", "signed_for", "company", "handover", "away"),
)


class StandingLogShape(Shape):
    """A conversation: what names it, what may be done, how far it has come."""

    conv: Id
    rand: Id
    mode: Int
    n: Int
    continues: Id | None


class CameByShape(Shape):
    """The invite by which a relationship began, and what both sides handed in for it."""

    invite_id: Id
    bind: Hash
    yes: Hash | None


class AgreementShape(Shape):
    """A later edition of the promise, and what became of it."""

    version: Int
    promise: dict[str, Any]
    state: str
    shown_on: Day
    in_force_on: Day | None
    client_sig: Signature | None
    client_day: Day | None
    specialist_sig: Signature | None
    specialist_day: Day | None
    declined_by: str | None


class AwayShape(Shape):
    """A specialist's break, as their clients see it."""

    from_on: Day
    back_on: Day
    cover: str | None


class StandingShape(Shape):
    """One relationship."""

    id: Int
    state: str
    mine: str
    asked_on: Day
    agreed_on: Day | None
    ended_on: Day | None
    ended_by: str | None
    other: OtherShape
    promise: dict[str, Any]
    client_sig: Signature
    client_day: Day
    specialist_sig: Signature | None
    specialist_day: Day | None
    conversations: list[StandingLogShape]
    may_ask_again_on: Day | None
    rests_until: Day | None
    blocked: Bool | None
    invite: CameByShape | None
    ended_how: str | None
    pause: PauseShape | None
    plan: PlanShape | None
    way_back: WayBackShape | None
    agreements: list[AgreementShape] | None
    came: str | None
    signed_for: Id | None
    company: CompanyShape | None
    handover: HandoverShape | None
    away: AwayShape | None

    @model_serializer(mode="wrap")
    def _without_empty(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = write(self)
        return {
            name: value
            for name, value in written.items()
            if value is not None or name not in _LEFT_OUT
        }


class StandingsShape(Shape):
    """A page of relationships, newest first."""

    relationships: list[StandingShape]


def standing_shape(standing: Standing) -> StandingShape:
    """Write one relationship for the side that sees it."""
    one = standing.relationship
    is_client = standing.mine == CLIENT
    return StandingShape(
        id=one.pk,
        state=one.state,
        mine=standing.mine,
        asked_on=one.asked_on,
        agreed_on=one.agreed_on,
        ended_on=one.ended_on,
        ended_by=_ended_by(one, standing.mine),
        other=other_shape(standing.other, runs_desk=standing.other_runs_desk),
        promise=one.promise,
        client_sig=one.client_sig,
        client_day=one.client_day,
        specialist_sig=one.specialist_sig,
        specialist_day=one.specialist_day,
        conversations=[_log(log) for log in standing.logs],
        may_ask_again_on=may_ask_elsewhere_on(one.state, one.asked_on) if is_client else None,
        rests_until=no_rests_until(one) if is_client else None,
        blocked=True if standing.has_blocked else None,
        invite=_came_by(standing.invite),
        ended_how=how_ended(one),
        pause=pause_shape(standing.life.pause, standing.mine),
        plan=plan_shape(standing.life.plan, standing.mine),
        way_back=way_back_shape(one, standing.life.way_back, standing.mine),
        agreements=[_edition(each, standing.mine) for each in standing.agreements] or None,
        came=came_as(one),
        signed_for=one.conv if came_as(one) else None,
        company=company_shape(one, standing.company),
        handover=handover_shape(one, standing.company, standing.mine),
        away=None if standing.away is None else AwayShape(**vars(standing.away)),
    )


def _came_by(invite: Invite | None) -> CameByShape | None:
    if invite is None or invite.bind is None:
        return None
    return CameByShape(invite_id=invite.ref, bind=invite.bind, yes=invite.yes)


def _edition(agreement: Agreement, mine: str) -> AgreementShape:
    declined = agreement.declined_by
    side = None if declined is None else "you" if _SIDES[declined] == mine else "them"
    return AgreementShape(
        version=agreement.version,
        promise=agreement.promise,
        state=Asked(agreement.state).name.lower().replace("_", "-"),
        shown_on=agreement.shown_on,
        in_force_on=agreement.in_force_on,
        client_sig=agreement.client_sig,
        client_day=agreement.client_day,
        specialist_sig=agreement.specialist_sig,
        specialist_day=agreement.specialist_day,
        declined_by=side,
    )


def _ended_by(relationship: Relationship, mine: str) -> str | None:
    if relationship.ended_by is None:
        return None
    side = _SIDES.get(relationship.ended_by)
    return "programme" if side is None else "you" if side == mine else "them"


def _log(log: Log) -> StandingLogShape:
    conversation = log.conversation
    continues = conversation.continues
    return StandingLogShape(
        conv=conversation.ref,
        rand=conversation.rand,
        mode=conversation.mode if log.mode is None else log.mode,
        n=log.n,
        continues=continues.ref if continues else None,
    )
