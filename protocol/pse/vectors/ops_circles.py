"""Ops over circles: their headers, and a whole one as the wire brings it to one reader."""

from collections.abc import Mapping
from typing import Any

from pse import circle_rules
from pse.circle_earlier import Passage, open_earlier
from pse.circle_letter import Way, open_letter
from pse.circle_rules import NO_PROMISE
from pse.conversation import Conversation
from pse.headers import Headers, Reader
from pse.key_record import KeyRecord
from pse.remembered import Mark

from .ops_conversations import read_through
from .values import epoch_of

In = Mapping[str, Any]


def _check_first(given: In) -> bool:
    circle_rules.check_first(epoch_of(given["header"]))
    return True


def _check_next(given: In) -> bool:
    circle_rules.check_next(epoch_of(given["header"]), epoch_of(given["before"]))
    return True


def _stood_behind(given: In, who: bytes, day: int) -> bool:
    ended = [one["day"] for one in given.get("ended", ()) if one["who"] == who]
    return who in given["behind"] and all(day < one for one in ended)


def _circle(given: In) -> dict[str, Any]:
    seeds = {row["kr_hash"]: row["seed"] for row in given["reader"]["ek_seeds"]}
    people = [[KeyRecord(**row) for row in records] for records in given["people"]]
    headers = Headers(
        conv=given["conv"],
        rand=given["rand"],
        agreement_hash=NO_PROMISE,
        reader=Reader(given["reader"]["account_id"], seeds),
        people={records[0].account_id: records for records in people},
        behind=lambda row, day: _stood_behind(given, row.account_id, day),
        rules=circle_rules,
    )
    pin = given.get("pin")
    mark = None if pin is None else Mark(**pin)
    return read_through(Conversation(headers, today=given["today"], pin=mark), given["frames"])


def _letter(given: In) -> dict[str, Any]:
    words = open_letter(
        Way(**given["way"]),
        given["letter"],
        ek_seeds={row["kr_hash"]: row["seed"] for row in given["keys"]},
        sender=KeyRecord(**given["sender"]),
    )
    return {"b": words.b, "name": words.name, "ts": words.ts}


def _earlier(given: In) -> list[list[Any]]:
    lines = open_earlier(
        Passage(**given["passage"]),
        given["box"],
        ek_seeds={row["kr_hash"]: row["seed"] for row in given["keys"]},
        sender=[KeyRecord(**record) for record in given["sender"]],
    )
    return [[line.n, line.body] for line in lines]


OPS = {
    "circle.first": _check_first,
    "circle.next": _check_next,
    "circle": _circle,
    "letter.open": _letter,
    "earlier.open": _earlier,
}
