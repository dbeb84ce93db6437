"""Vectors for conversations whose promise or readers change, as the wire brings them."""

from dataclasses import replace
from functools import cache
from typing import Any

from pse import frames
from pse.holder import Person
from pse.promise import sign_agree
from pse.proven import prove
from pse.readers import change_promise
from pse.talking import write_line

from .case import Case, Cases, answered
from .scene import DAY, HOME, NOON, Room, Scene, asked, sentences_kept
from .transcripts import asked_of

LONGER = sentences_kept(24)


def cases() -> Cases:
    """All of them."""
    return _promised()


def signed_by(here: Scene, *people: Person, day: int, sentences: Any = LONGER) -> Any:
    """What these have signed on a day, proven."""
    about = {"home": HOME, "conv": here.begun.conv}
    agreements = [
        sign_agree(
            one.ik_seed,
            promise=next(iter(prove(sentences, [], people={}, **about))),
            account_id=one.account_id,
            role=1 if one == here.ada else 2,
            day=day,
            **about,
        )
        for one in people
    ]
    records = {one.account_id: one.records for one in people}
    return prove(sentences, agreements, people=records, **about)


def proven_value(proven: Any) -> list[dict[str, Any]]:
    """Proven promises as a vector's objects."""
    return [
        {
            "hash": made,
            "kept": one.kept,
            "signed": [
                {"account_id": who, "role": role, "day": day}
                for (who, role), day in one.signed.items()
            ],
        }
        for made, one in proven.items()
    ]


@cache
def promised() -> tuple[Scene, frames.Header]:
    """Ada and Ben agree to keep lines for 24 months; Ben's room writes the header."""
    here = asked(chance_name="promised")
    ada, ben = (here.room(person).read(here.ledger) for person in (here.ada, here.ben))
    say(here, ben, "Shall we keep them longer?", ada)
    header = change_promise(
        here.ben, ben.conversation, sentences=LONGER, records=here.records, day=DAY + 3
    )
    proven = signed_by(here, here.ada, here.ben, day=DAY + 3)
    for room in (ada, ben):
        room.conversation.headers.learn(proven)
    here.ledger.store(header)
    for room in (ada, ben):
        room.take(here.ledger)
    say(here, ada, "Yes.", ben)
    return here, header


def say(here: Scene, writer: Room, text: str, *others: Room) -> None:
    """Write a line that everybody reads."""
    here.ledger.store(write_line(writer.person, writer.conversation, text, ts=NOON))
    for room in (writer, *others):
        room.take(here.ledger)


def _promised() -> Cases:
    here, _ = promised()
    ada, ben = here.ada, here.ben
    both = signed_by(here, ada, ben, day=DAY + 3)
    early = signed_by(here, ada, ben, day=DAY - 1)
    cases = [
        ("signed by both", both),
        ("nothing of it is known", {}),
        ("signed by the specialist alone", signed_by(here, ben, day=DAY + 3)),
        ("signed by the owner alone", signed_by(here, ada, day=DAY + 3)),
        ("signed before the promise it replaces", early),
        ("another promise was signed", signed_by(here, ada, ben, day=DAY, sentences=())),
        ("kept for another time", {made: replace(one, kept=12) for made, one in both.items()}),
        ("says nothing of keeping", {m: replace(one, kept=None) for m, one in both.items()}),
    ]
    return [_case(f"a promise changed: {name}", here, proven) for name, proven in cases]


def _case(name: str, here: Scene, proven: Any) -> Case:
    answer = here.ledger.follow(here.ada.account_id)
    given = asked_of(here, here.ada, answer, proven=proven_value(proven))
    return answered(name, "conversation", **given)
