"""What officers do: look at a concern, talk about it among themselves, answer it."""

from django.db import transaction

from alongside.concerns.actions.raising import NobodyReads, NotNowInConcern
from alongside.concerns.actions.sending import send
from alongside.concerns.actions.tallying import count
from alongside.concerns.measures import Counted
from alongside.concerns.models import Sort, State
from alongside.concerns.queries import able_officers, concern_for
from alongside.concerns.rules import may_answer
from alongside.ground.refusal import NotYours
from alongside.keys.letters import LetterPaper
from alongside.people.models import Account


@transaction.atomic
def look(officer: Account, ref: bytes, *, today: int) -> None:
    """Say that one looks at it, also in another's place; never who answered it before."""
    concern = concern_for(officer, ref, today=today)
    if not may_answer(officer.pk, answered_by=concern.answered_by_id):
        raise NotYours
    if concern.state == State.ANSWERED:
        raise NotNowInConcern
    concern.officer, concern.state = officer, State.LOOKED_AT
    concern.save(update_fields=["officer", "state"])


@transaction.atomic
def note_among_officers(
    officer: Account, ref: bytes, letter: LetterPaper, *, today: int
) -> None:
    """Write to the other officers about it; who raised it never reads that."""
    concern = concern_for(officer, ref, today=today)
    able = able_officers(concern, today=today)
    if len(able) == 1:
        raise NobodyReads
    send(concern, letter, by=officer, sort=Sort.NOTE, to=able, today=today)


@transaction.atomic
def answer(officer: Account, ref: bytes, letter: LetterPaper, *, today: int) -> None:
    """Tell who raised it what came of it and why; whoever looks at it answers, and no other."""
    concern = concern_for(officer, ref, today=today)
    if concern.officer_id != officer.pk:
        raise NotYours
    if concern.state != State.LOOKED_AT:
        raise NotNowInConcern
    to = [concern.by, *able_officers(concern, today=today)]
    send(concern, letter, by=officer, sort=Sort.ANSWER, to=to, today=today)
    concern.state, concern.answered_on = State.ANSWERED, today
    concern.save(update_fields=["state", "answered_on"])
    count(Counted.IN_TIME if today <= concern.due_on else Counted.LATE, today=today)
