"""Vectors for conversations whose promise or readers change, as the wire brings them."""

from dataclasses import replace
from functools import cache
from typing import Any

from pse import frames
from pse.holder import Person
from pse.promise import sign_agree
from pse.proven import prove
from pse.readers import bring_in, change_promise, grant_history, let_go
from pse.talking import conversation_of, turn, write_line

from .case import Case, Cases, answered
from .scene import DAY, HOME, NOON, SENTENCES, Room, Scene, asked, newcomer, sentences_kept
from .transcripts import asked_of

LONGER = sentences_kept(24)


def cases() -> Cases:
    """All of them."""
    return [*_promised(), *_handed_over()]


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


def room_of_three(here: Scene, person: Person) -> Room:
    """A fresh view of somebody who knows all three."""
    lea = newcomer("finn").person
    conversation = conversation_of(
        person,
        conv=here.begun.conv,
        rand=here.begun.rand,
        sentences=SENTENCES,
        people={**here.people, lea.account_id: list(lea.records)},
        today=DAY,
    )
    return Room(person, conversation)


@cache
def handed_over() -> tuple[Scene, Person]:
    """Ada brings Lea in, grants her the second of three stretches, and lets Ben go."""
    here, lea = asked(chance_name="handed over"), newcomer("finn").person
    records = {**here.records, lea.account_id: lea.record}
    ada, ben = (room_of_three(here, one).read(here.ledger) for one in (here.ada, here.ben))
    for number, words in enumerate(("In the second stretch.", "In the third.")):
        here.ledger.store(turn(here.ada, ada.conversation, records=records, day=DAY + number))
        _all_take(here, ada, ben)
        say(here, ben, words, ada)
    bring = bring_in(here.ada, ada.conversation, lea.record, records=records, day=DAY + 2)
    here.ledger.store(bring)
    _all_take(here, ada, ben)
    sent, wraps = grant_history(here.ada, ada.conversation, lea.record, [1], ts=NOON)
    granted_at = {head.header.epoch: head.n for head in here.ledger.heads()}
    for epoch, wrap in wraps.items():
        kept = here.ledger.wraps[granted_at[epoch]]
        here.ledger.wraps[granted_at[epoch]] = {**kept, lea.account_id: wrap}
    here.ledger.store(sent)
    _all_take(here, ada, ben)
    say(here, ben, "All the best, both of you.", ada)
    here.ledger.store(
        let_go(here.ada, ada.conversation, here.ben.account_id, records=records, day=DAY + 9)
    )
    ada.take(here.ledger)
    say(here, ada, "Now we are two, Lea.")
    return here, lea


def _all_take(here: Scene, *rooms: Room) -> None:
    for room in rooms:
        room.take(here.ledger)


def joined(here: Scene, lea: Person, *, later: int = 0) -> list[frames.FromRelay]:
    """What an honest relay answers to her, or one that begins too late."""
    begins = next(
        head.header.closed_n for head in here.ledger.heads() if head.header.reason == 7
    )
    return here.ledger.follow(lea.account_id, after=begins + later)


def left(here: Scene) -> list[frames.FromRelay]:
    """What an honest relay answers to Ben: all until the header without him."""
    end = here.ledger.heads()[-1].n - 1
    answer = [
        frame
        for frame in here.ledger.follow(here.ben.account_id)
        if not isinstance(frame, frames.Head | frames.Stored) or frame.n <= end
    ]
    upto = answer[-1]
    if not isinstance(upto, frames.Upto):
        raise TypeError
    return [*answer[:-1], replace(upto, n=end, h=here.ledger.hashes[end], mode=4)]


def _handed_over() -> Cases:
    here, lea = handed_over()
    people = [list(one.records) for one in (here.ada, here.ben, lea)]
    whole = here.ledger.follow(here.ada.account_id)
    given: list[tuple[str, Person, Any]] = [
        ("as its owner", here.ada, whole),
        ("as the one who joined", lea, joined(here, lea)),
        ("as the one who joined, from too late", lea, joined(here, lea, later=2)),
        ("as the one who was let go", here.ben, left(here)),
    ]
    return [
        answered(
            f"handed over: {name}",
            "conversation",
            **{**asked_of(here, who, answer), "people": people},
        )
        for name, who, answer in given
    ]


def _case(name: str, here: Scene, proven: Any) -> Case:
    answer = here.ledger.follow(here.ada.account_id)
    given = asked_of(here, here.ada, answer, proven=proven_value(proven))
    return answered(name, "conversation", **given)
