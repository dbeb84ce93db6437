"""How concerns travel: what was sealed, who opens it, and how far each has come."""

from typing import Annotated

from pydantic import Field

from alongside.api.consent import SignerShape
from alongside.api.letters_shapes import (
    Box,
    LetterInShape,
    NamedReaderShape,
    ReaderShape,
    named_readers,
    signer,
)
from alongside.api.shapes import Bool, Bytes, Day, Hash, Id, Int, Shape
from alongside.concerns.actions import ReportPaper
from alongside.concerns.models import Concern, State
from alongside.concerns.queries import Queue, Sent, Whole
from alongside.concerns.rules import FEWEST_READERS, MOST_READERS, may_answer
from pse.report import MOST_LINES

_STATES = {State.RECEIVED: "received", State.LOOKED_AT: "looked-at", State.ANSWERED: "answered"}


class RaiseShape(Shape):
    """A sealed report: a box for its words, one for each line, and a copy of one's own."""

    id: Id
    boxes: Annotated[list[Box], Field(min_length=1, max_length=51)]
    readers: Annotated[
        list[ReaderShape], Field(min_length=FEWEST_READERS, max_length=MOST_READERS)
    ]
    own: LetterInShape

    def read(self) -> ReportPaper:
        """Read it."""
        wraps = [one.read() for one in self.readers]
        return ReportPaper(self.id, self.boxes, wraps, self.own.read())


class OfficerShape(Shape):
    """Somebody who may read concerns; whether they come from a partner organisation."""

    person: SignerShape
    is_partner: Bool


class OfficersShape(Shape):
    """Who answers concerns here, within how many working days, and who else can help."""

    officers: list[OfficerShape]
    answer_within: Int
    outside: list[str]


class ConcernShape(Shape):
    """How far one concern has come."""

    id: Id
    from_id: Id
    raised_on: Day
    due_on: Day
    state: str
    officer: Id | None
    answered_on: Day | None
    # Whether somebody else was asked to look at it, after a first answer.
    again: Bool


class ConcernsShape(Shape):
    """The concerns somebody raised, the newest first."""

    concerns: list[ConcernShape]


class QueueShape(Shape):
    """What waits for an officer, the nearest day first, and what was answered lately."""

    waiting: list[ConcernShape]
    answered: list[ConcernShape]
    more: Bool


class LetterShape(Shape):
    """One sealed letter, with one's own key to it."""

    id: Id
    sort: Int
    from_id: Id
    said_on: Day
    box: Bytes
    wrap: Bytes
    readers: list[NamedReaderShape]


class WholeShape(Shape):
    """One concern with its letters; boxes and a wrap for its officers alone."""

    concern: ConcernShape
    readers: list[NamedReaderShape]
    able: list[Id]
    # Whether an officer may look at it themselves; null for who raised it.
    may_look: Bool | None
    boxes: list[Bytes]
    wrap: Bytes
    letters: list[LetterShape]
    people: list[SignerShape]


class LogAskedShape(Shape):
    """Which stretches of a log an officer wants to hold lines against."""

    conv: Id
    stretches: Annotated[list[Int], Field(min_length=1, max_length=MOST_LINES)]


class LoggedShape(Shape):
    """In what context one line of a log was sealed."""

    n: Int
    h_aad: Hash


class LoggedLinesShape(Shape):
    """What a log holds there; `known` is false where this house has no such log any more."""

    known: Bool
    lines: list[LoggedShape]


class PeopleAskedShape(Shape):
    """Whose keys an officer needs, to prove lines."""

    account_ids: Annotated[list[Id], Field(min_length=1, max_length=70)]


class PeopleShape(Shape):
    """Their keys."""

    people: list[SignerShape]


def concern_shape(one: Concern) -> ConcernShape:
    """Write how far a concern has come."""
    return ConcernShape(
        id=bytes(one.ref),
        from_id=one.by.ref,
        raised_on=one.raised_on,
        due_on=one.due_on,
        state=_STATES[State(one.state)],
        officer=one.officer.ref if one.officer else None,
        answered_on=one.answered_on,
        again=one.answered_by_id is not None,
    )


def queue_shape(queue: Queue) -> QueueShape:
    """Write what waits for an officer."""
    return QueueShape(
        waiting=[concern_shape(one) for one in queue.waiting],
        answered=[concern_shape(one) for one in queue.answered],
        more=queue.more,
    )


def whole_shape(whole: Whole, *, person: int) -> WholeShape:
    """Write one concern, as this person may have it."""
    concern = whole.concern
    may_look = may_answer(person, answered_by=concern.answered_by_id)
    return WholeShape(
        concern=concern_shape(concern),
        readers=named_readers(whole.readers),
        able=[one.ref for one in whole.able],
        may_look=None if concern.by_id == person else may_look,
        boxes=whole.boxes,
        wrap=whole.wrap,
        letters=[letter_shape(one, person=person) for one in whole.letters],
        people=[signer(one) for one in whole.people],
    )


def letter_shape(sent: Sent, *, person: int) -> LetterShape:
    """Write one letter, with one reader's own key to it."""
    letter = sent.letter
    return LetterShape(
        id=bytes(letter.ref),
        sort=letter.sort,
        from_id=letter.by.ref,
        said_on=letter.said_on,
        box=bytes(letter.box),
        wrap=next(bytes(one.wrap) for one in sent.wraps if one.account_id == person),
        readers=named_readers(sent.wraps),
    )
