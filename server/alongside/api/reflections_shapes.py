"""How times together travel: whose they are, their day, and the sealed letters of the two."""

from typing import Literal

from alongside.api.consent import SignerShape
from alongside.api.letters_shapes import NamedReaderShape, named_readers, signer
from alongside.api.shapes import Bool, Bytes, Day, Id, Int, Shape
from alongside.people.models import Account
from alongside.supervision.models import Letter, Together, Wrap
from alongside.supervision.queries import Listed, Whole

# "mine": one is the specialist whom it is about; "theirs": one supports the other.
Side = Literal["mine", "theirs"]


class TogetherPlanShape(Shape):
    """With whom, and on which day."""

    other: Id
    meets_on: Day


class TogetherShape(Shape):
    """One time together, with how many letters it holds; `other` is null once they left."""

    id: Id
    side: Side
    other: Id | None
    meets_on: Day
    letters: Int


class MayMeetShape(Shape):
    """With whom a new one may be."""

    side: Side
    account_id: Id


class ReflectionsShape(Shape):
    """A page of times together, the newest day first, and who they are with."""

    together: list[TogetherShape]
    more: Bool
    may_meet: list[MayMeetShape]
    people: list[SignerShape]


class ReflectionLetterShape(Shape):
    """One sealed letter, with one's own key to it."""

    id: Id
    from_id: Id
    said_on: Day
    box: Bytes
    wrap: Bytes
    readers: list[NamedReaderShape]


class WholeTogetherShape(Shape):
    """One time together with its letters, the oldest first."""

    together: TogetherShape
    may_write: Bool
    letters: list[ReflectionLetterShape]
    people: list[SignerShape]


def listed_shape(found: Listed, *, person: Account) -> ReflectionsShape:
    """Write a page, as one of the two sees it."""
    meet = [MayMeetShape(side="theirs", account_id=one.ref) for one in found.supported]
    if found.supporter is not None:
        meet.insert(0, MayMeetShape(side="mine", account_id=found.supporter.ref))
    return ReflectionsShape(
        together=[
            _together(one, person, letters=found.letters.get(one.pk, 0)) for one in found.page
        ],
        more=found.more,
        may_meet=meet,
        people=[signer(one) for one in found.people],
    )


def whole_shape(found: Whole, *, person: Account) -> WholeTogetherShape:
    """Write one, as one of the two sees it."""
    return WholeTogetherShape(
        together=_together(found.together, person, letters=len(found.letters)),
        may_write=found.may_write,
        letters=[_letter(one, wraps, person) for one, wraps in found.letters],
        people=[signer(one) for one in found.people],
    )


def _together(one: Together, person: Account, *, letters: int) -> TogetherShape:
    is_mine = one.specialist == person
    other = one.supporter if is_mine else one.specialist
    return TogetherShape(
        id=bytes(one.ref),
        side="mine" if is_mine else "theirs",
        other=None if other is None else bytes(other.ref),
        meets_on=one.meets_on,
        letters=letters,
    )


def _letter(one: Letter, wraps: list[Wrap], person: Account) -> ReflectionLetterShape:
    return ReflectionLetterShape(
        id=bytes(one.ref),
        from_id=bytes(one.by.ref),
        said_on=one.said_on,
        box=bytes(one.box),
        wrap=next(bytes(each.wrap) for each in wraps if each.account_id == person.pk),
        readers=named_readers(wraps),
    )
