"""The rows of what two people of a made-up year said, noted and found hard to hear."""

from collections.abc import Iterator, Mapping, Sequence

from alongside.appointments.models import Appointment
from alongside.ground import clock
from alongside.people.models import Account
from alongside.promises.actions.meeting import ref_of
from alongside.promises.models import Became, Contact, How, Made, Pledge, ReplyCount, Side
from alongside.promises.rules import month_of
from alongside.relationships.models import GOING, Relationship
from alongside.repairs.models import Repair
from alongside.repairs.rules import (
    MONDAY_TO_FRIDAY,
    due_on,
    is_late,
    last_due_to_forget,
)
from alongside.simulating.year import between as drawn
from alongside.simulating.year.between import Between, Hurt, Replies, Word
from alongside.simulating.year.plan import CLIENT, TODAY, Year
from alongside.simulating.year.rows import kept

BECAME = {
    drawn.OPEN: Became.OPEN,
    drawn.KEPT: Became.KEPT,
    drawn.BROKEN: Became.BROKEN,
    drawn.REPAIRED: Became.REPAIRED,
    drawn.STOOD: Became.STOOD,
    drawn.CALLED_OFF: Became.CALLED_OFF,
}
# So many walks at a time: a large year has many words.
SOME = 500


def keep(
    made: Sequence[Relationship],
    found: Sequence[Between],
    met: Sequence[Appointment],
    *,
    today: int,
) -> None:
    """Write words, contacts, and what did not sit right and is open still."""
    known = _known(met, today)
    for first in range(0, len(made), SOME):
        some = list(zip(made[first : first + SOME], found[first : first + SOME], strict=True))
        kept([one for row, all_of in some for one in _pledges(row, all_of, known, today)])
        kept([one for row, all_of in some for one in _contacts(row, all_of, today)])
        kept([one for row, all_of in some for one in _repairs(row, all_of, today)])


def hand_in(year: Year, specialists: Sequence[Account], *, seed: int, today: int) -> None:
    """Write what specialists handed in of how soon they answered."""
    day = clock.date_of(today)
    now = month_of(day.year, day.month)
    kept([_handed_in(one, specialists, now) for one in drawn.replies(year, seed=seed)])


Known = Mapping[tuple[int, int, int], Appointment]


def _known(met: Sequence[Appointment], today: int) -> Known:
    """The appointments the house still knows of, by whose they are and when."""
    began = today - TODAY
    return {
        (one.relationship_id, clock.day_of(one.starts_at) - began, one.starts_at.hour): one
        for one in met
    }


def _pledges(row: Relationship, found: Between, known: Known, today: int) -> Iterator[Pledge]:
    began = today - TODAY
    for number, word in enumerate(found.words):
        yield Pledge(
            relationship=row,
            ref=_ref(row, word, known) or _numbered(b"word", number),
            by=word.by,
            made_by=Made.TAP if word.meeting is None else Made.APPOINTMENT,
            state=BECAME[word.became],
            made_on=began + word.made,
            due_on=began + word.due,
            moves=word.moves,
            settled_on=None if word.settled is None else began + word.settled,
        )


def _ref(row: Relationship, word: Word, known: Known) -> bytes | None:
    """The name of a word to be there, where its time is still known."""
    one = word.meeting
    found = None if one is None else known.get((row.pk, one.day, one.hour))
    return None if found is None else ref_of(found, Side(word.by))


def _numbered(what: bytes, number: int) -> bytes:
    return what + number.to_bytes(16 - len(what), "big")


def _contacts(row: Relationship, found: Between, today: int) -> Iterator[Contact]:
    for number, one in enumerate(found.contacts):
        yield Contact(
            relationship=row,
            ref=_numbered(b"met.", number),
            by=one.by,
            how=How.PHONE if one.is_phone else How.IN_PERSON,
            day=today - TODAY + one.day,
            minutes=one.minutes,
        )


def reply_due(hurt: Hurt, *, today: int) -> int:
    """Give the last day on which a reply is in time."""
    return due_on(today - TODAY + hurt.said, working_days=MONDAY_TO_FRIDAY)


def _repairs(row: Relationship, found: Between, today: int) -> Iterator[Repair]:
    if row.state not in GOING:
        return
    for number, one in enumerate(found.hurts):
        due, answered = reply_due(one, today=today), one.replied is not None
        if one.closed is not None or due <= last_due_to_forget(today):
            continue
        late = is_late(due, answered=answered, today=today)
        yield Repair(
            relationship=row,
            ref=_numbered(b"hurt", number),
            by_id=row.client_id if one.by == CLIENT else row.specialist_id,
            due_on=due,
            answered=answered,
            tells_desk=one.tells_desk,
            desk_told=one.tells_desk and late,
        )


def _handed_in(one: Replies, specialists: Sequence[Account], now: int) -> ReplyCount:
    return ReplyCount(
        specialist=specialists[one.specialist],
        month=now - one.months_ago,
        within=one.within,
        later=one.later,
        much_later=one.much_later,
    )
