"""What rooms and the house say to each other about circles."""

from collections.abc import Collection, Iterable
from typing import Annotated

from pydantic import Field

from alongside.api.consent import SignerShape
from alongside.api.papers import endorsement_of, key_records_of
from alongside.api.shapes import Bool, Bytes, Id, Int, Shape
from alongside.api.shapes import _base64url as base64url
from alongside.circles.models import LETTER, Removal, Standing, State, Step
from alongside.circles.queries import Inside, Listed, Removed, Waiting, is_inside
from alongside.keys.queries import Signed

LetterBox = Annotated[bytes, *base64url(*LETTER)]
Words = Annotated[str, Field(max_length=400)]
STATES: dict[int, str] = {
    State.PROPOSED: "proposed",
    State.OPEN: "open",
    State.RESTING: "resting",
    State.OVER: "over",
}
STANDINGS: dict[int, str] = {
    Standing.WAITING: "waiting",
    Standing.NOT_NOW: "not-now",
    Standing.IN: "in",
    Standing.ASKED_TO_HOST: "asked-to-lead",
    Standing.HOST: "leads",
}
STEPS: dict[int, str] = {
    Step.TOLD: "told",
    Step.APPEALED: "appealed",
    Step.STANDS: "stands",
    Step.MAY_ASK: "may-ask",
}


class BeginShape(Shape):
    """A circle that is proposed to whoever is to lead it too."""

    conv: Id
    rand: Id
    with_host: Id
    name: Words
    line: Words
    retention: Int


class CircleNamedShape(Shape):
    """By what a circle is listed, and whether it takes anybody."""

    name: Words
    line: Words
    takes_people: Bool


class CircleLetterShape(Shape):
    """Something sealed to one person."""

    box: LetterBox


class LetterToShape(CircleLetterShape):
    """Something sealed to one person, who is named."""

    to: Id


class AskToJoinShape(Shape):
    """One letter for each host."""

    letters: list[LetterToShape] = Field(max_length=10)


class AppealShape(LetterToShape):
    """To whom an appeal goes, and what only they can read."""


class OutcomeShape(CircleLetterShape):
    """What became of an appeal, with words for whoever appealed."""

    may_ask: Bool


class CircleLogShape(Shape):
    """What names a circle's conversation, for those who belong to it."""

    conv: Id
    rand: Id
    owner: Id
    mode: Int


class CircleShape(Shape):
    """One circle, as somebody sees it."""

    id: Int
    conv: Id
    name: str
    line: str
    state: str
    retention: Int
    hosts: list[Id]
    mine: str | None
    log: CircleLogShape | None


class CirclesShape(Shape):
    """Circles, whether the programme holds any, and the keys of whoever is named."""

    held: Bool
    circles: list[CircleShape]
    people: list[SignerShape]


class WaitingShape(Shape):
    """Somebody in the waiting room, and what they wrote to the host who looks."""

    account_id: Id
    box: Bytes | None


class WaitingRoomShape(Shape):
    """Who waits, the longest first."""

    waiting: list[WaitingShape]
    people: list[SignerShape]


class MemberShape(Shape):
    """Somebody whom the circle's headers name or may name, as what, and whether they write."""

    account_id: Id
    role: Int
    writes: Bool


class InsideShape(Shape):
    """Everybody whose keys a member needs."""

    members: list[MemberShape]
    people: list[SignerShape]


class RemovalShape(Shape):
    """That one was taken away, why, and who may look at it."""

    id: Int
    circle: str
    conv: Id
    by: Id
    step: str
    why: Bytes
    answer: Bytes | None
    reader: Id | None
    readers: list[Id]
    # Those of them who come from a partner organisation.
    partners: list[Id]


class AppealedShape(Shape):
    """An appeal that waits for one's answer."""

    id: Int
    circle: str
    conv: Id
    account_id: Id
    box: Bytes

    @classmethod
    def of(cls, one: Removal) -> "AppealedShape":
        """Write one of them."""
        return cls(
            id=one.pk,
            circle=one.circle.name,
            conv=one.circle.conv,
            account_id=one.account.ref,
            box=one.appeal or b"",
        )


class RemovalsShape(Shape):
    """Where one was taken away, and what waits for one's answer."""

    removals: list[RemovalShape]
    appeals: list[AppealedShape]
    people: list[SignerShape]


def circles_shape(found: list[Listed], *, held: bool) -> CirclesShape:
    """Write some circles."""
    hosts = [host for one in found for host in one.hosts]
    return CirclesShape(
        held=held, circles=[_circle(one) for one in found], people=signers(hosts)
    )


def waiting_room_shape(found: list[Waiting]) -> WaitingRoomShape:
    """Write a waiting room."""
    rows = [WaitingShape(account_id=one.who.account.ref, box=one.box) for one in found]
    return WaitingRoomShape(waiting=rows, people=signers(one.who for one in found))


def inside_shape(found: Inside) -> InsideShape:
    """Write who belongs to a circle."""
    rows = [
        MemberShape(account_id=one.account.ref, role=row.role, writes=row.may_write)
        for one, row in found.people
    ]
    return InsideShape(members=rows, people=signers(one for one, _ in found.people))


def removals_shape(
    removed: list[Removed],
    appealed: list[Removal],
    people: Iterable[Signed],
    *,
    partners: Collection[int],
) -> RemovalsShape:
    """Write what one was taken away from, and what waits for one's answer."""
    return RemovalsShape(
        removals=[_removal(one, partners) for one in removed],
        appeals=[AppealedShape.of(one) for one in appealed],
        people=signers(people),
    )


def signers(people: Iterable[Signed]) -> list[SignerShape]:
    """Write the keys of these, each once."""
    once = {one.account.pk: one for one in people}
    return [
        SignerShape(
            account_id=one.account.ref,
            key_records=key_records_of(one),
            endorsement=endorsement_of(one),
        )
        for one in once.values()
    ]


def _circle(one: Listed) -> CircleShape:
    circle, mine = one.circle, one.mine
    return CircleShape(
        id=circle.pk,
        conv=circle.conv,
        name=circle.name,
        line=circle.line,
        state=STATES[circle.state],
        retention=circle.retention,
        hosts=[host.account.ref for host in one.hosts],
        mine=None if mine is None else STANDINGS[mine.standing],
        log=_log(one),
    )


def _log(one: Listed) -> CircleLogShape | None:
    circle, mine = one.circle, one.mine
    if circle.conversation is None or not is_inside(mine):
        return None
    return CircleLogShape(
        conv=circle.conv,
        rand=circle.rand,
        owner=circle.begun_by.ref,
        mode=circle.conversation.mode,
    )


def _removal(one: Removed, partners: Collection[int]) -> RemovalShape:
    row = one.removal
    readers = one.readers if row.step == Step.TOLD else []
    return RemovalShape(
        id=row.pk,
        circle=row.circle.name,
        conv=row.circle.conv,
        by=row.by.ref,
        step=STEPS[row.step],
        why=row.why,
        answer=row.answer,
        reader=None if row.reader is None else row.reader.ref,
        readers=[reader.ref for reader in readers],
        partners=[reader.ref for reader in readers if reader.pk in partners],
    )
