"""Vectors for the headers of circles: who may change what."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pse.circle import row_of
from pse.circle_rules import HOST, HOST_ADDED, HOST_REMOVED, LET_IN, TAKEN_AWAY, WENT
from pse.endorsement import CLIENT, SPECIALIST
from pse.epoch import Epoch, Member, eh_hash_of
from pse.epoch_rules import AGE, KEY_CHANGED

from .case import Cases, answered, refused
from .change import flip
from .circle_scene import ROLE, begun, four

ROLE_HERE = {**ROLE, "ben": HOST, "cem": HOST}


def cases() -> Cases:
    """All of them."""
    return [*_first(), *_next()]


def _first() -> Cases:
    circle = begun("first")
    header = circle.ledger.heads()[0].header
    ben, cem = circle.people["ben"], circle.people["cem"]
    ada = row_of(circle.people["ada"].record)
    mine, theirs = row_of(ben.record, HOST), row_of(cem.record, HOST)
    rows = header.members
    bad: list[tuple[str, dict[str, Any]]] = [
        ("a talk of two", {"kind": 1}),
        ("one host", {"members": (mine,)}),
        ("a host and a specialist", {"members": _set(rows, replace(theirs, role=SPECIALIST))}),
        ("begun by somebody who is no host", {"members": _set(rows, replace(mine, role=2))}),
        ("signed by the other host", {"author_id": cem.account_id}),
        ("a supervisor in it", {"members": _set(rows, replace(ada, role=3))}),
        ("under a promise", {"agreement_hash": b"a" * 32}),
        ("kept 25 months", {"retention": 25}),
        ("the reason of a talk", {"reason": 1}),
        ("let in at the beginning", {"reason": LET_IN}),
        ("epoch 1", {"epoch": 1}),
        ("fifty-one", {"members": _many(rows, 51)}),
        ("one of them twice", {"members": (*rows, rows[0])}),
    ]
    with_ada = replace(header, members=_set(rows, ada))
    return [
        answered("circle: two hosts", "circle.first", header=header),
        answered("circle: begun with a client", "circle.first", header=with_ada),
        answered("circle: fifty", "circle.first", header=_with(header, _many(rows, 50))),
        *[
            refused(f"circle: {n}", "circle.first", header=replace(header, **to))
            for n, to in bad
        ],
        refused("circle: is no talk", "epoch.first", header=header),
    ]


def _next() -> Cases:
    circle = four("headers")
    before = circle.ledger.heads()[-1].header
    by = {who: one.account_id for who, one in circle.people.items()}
    row = {who: row_of(one.record, ROLE_HERE[who]) for who, one in circle.people.items()}
    four_in, lea, ada = before.members, row["lea"], row["ada"]
    lea_in, lea_leads = _set(four_in, lea), _set(four_in, _as(lea, HOST))
    with_lea, three = _with(before, lea_in), _with(before, lea_leads)
    less = {who: _less(four_in, by[who]) for who in by}

    def at(
        who: str, reason: int, members: tuple[Member, ...], on: Epoch = before
    ) -> dict[str, Any]:
        made = replace(
            on,
            epoch=on.epoch + 1,
            prev_eh_hash=eh_hash_of(on),
            closed_n=on.n + 3,
            closed_h=b"h" * 32,
            author_id=by[who],
            members=members,
            reason=reason,
        )
        return {"header": made, "before": on}

    good = [
        ("a client let in by a host", at("cem", LET_IN, _set(four_in, _as(lea, CLIENT)))),
        ("two let in", at("ben", LET_IN, _set(lea_in, _GHOST))),
        ("a member removed by a host", at("cem", TAKEN_AWAY, less["finn"])),
        ("two removed", at("cem", TAKEN_AWAY, _less(less["finn"], by["ada"]))),
        ("a member left, said by a client", at("ada", WENT, less["finn"])),
        ("a host of three left", at("ada", WENT, _less(lea_leads, by["ben"]), three)),
        ("the owner removed", at("cem", HOST_REMOVED, _less(lea_leads, by["ben"]), three)),
        ("a host comes", at("cem", HOST_ADDED, lea_leads)),
        ("a specialist becomes host", at("ben", HOST_ADDED, lea_leads, with_lea)),
        ("a host becomes specialist", at("lea", HOST_REMOVED, lea_in, three)),
        ("age, by a client", at("finn", AGE, four_in)),
        ("new keys, by a client", at("ada", KEY_CHANGED, _set(four_in, _keyed(row["finn"])))),
    ]
    cem_less = _set(lea_leads, _as(row["cem"], SPECIALIST))
    no_finn = _less(lea_leads, by["finn"])
    bad = [
        ("let in by a client", at("ada", LET_IN, lea_in)),
        ("let in by who comes", at("lea", LET_IN, lea_in)),
        ("let in as a host", at("ben", LET_IN, lea_leads)),
        ("nobody let in", at("ben", LET_IN, four_in)),
        ("one let in, one removed", at("ben", LET_IN, _set(less["finn"], lea))),
        ("let in, a client leads", at("ben", LET_IN, _set(lea_in, _as(ada, HOST)))),
        ("let in, a host unmade", at("ben", LET_IN, _set(cem_less, _GHOST), three)),
        ("let in, other keys", at("ben", LET_IN, _set(lea_in, _keyed(ada)))),
        ("let in, another role", at("ben", LET_IN, _set(lea_in, _as(ada, SPECIALIST)))),
        ("a supervisor let in", at("ben", LET_IN, _set(four_in, _as(lea, 3)))),
        ("removed by a client", at("ada", TAKEN_AWAY, less["finn"])),
        ("removed by oneself", at("finn", TAKEN_AWAY, less["finn"])),
        ("nobody removed", at("ben", TAKEN_AWAY, four_in)),
        ("a host removed", at("ben", TAKEN_AWAY, _less(lea_leads, by["lea"]), three)),
        ("removed, one came", at("ben", TAKEN_AWAY, _set(less["finn"], lea))),
        ("removed, a host made", at("ben", TAKEN_AWAY, no_finn, with_lea)),
        ("removed, a host unmade", at("ben", TAKEN_AWAY, _less(cem_less, by["ada"]), three)),
        ("one of two hosts removed", at("ben", HOST_REMOVED, less["cem"])),
        ("one of two hosts left", at("ada", WENT, less["ben"])),
        ("nobody left", at("ada", WENT, four_in)),
        ("left, one came", at("ada", WENT, _set(less["finn"], lea))),
        ("left, a host unmade", at("ada", WENT, _less(cem_less, by["finn"]), three)),
        ("left, a host made", at("ada", WENT, no_finn, with_lea)),
        ("a host added by a client", at("ada", HOST_ADDED, lea_leads)),
        ("a client becomes host", at("ben", HOST_ADDED, _set(four_in, _as(ada, HOST)))),
        ("two hosts added", at("ben", HOST_ADDED, _set(lea_leads, _as(_GHOST, HOST)))),
        ("a host added, and a member", at("ben", HOST_ADDED, _set(lea_leads, _GHOST))),
        ("a host added, one removed", at("ben", HOST_ADDED, no_finn)),
        ("a host exchanged", at("ben", HOST_ADDED, _less(lea_leads, by["cem"]))),
        ("a host becomes client", at("ben", HOST_REMOVED, _set(four_in, _as(lea, 1)), three)),
        ("a host removed by a client", at("ada", HOST_REMOVED, four_in, three)),
        ("a host removed, and a member", at("ben", HOST_REMOVED, less["finn"], three)),
        ("a host removed, one came", at("ben", HOST_REMOVED, _set(four_in, _GHOST), three)),
        ("age, and one came", at("ben", AGE, lea_in)),
        ("age, with other keys", at("ben", AGE, _set(four_in, _keyed(row["finn"])))),
        ("new keys, and a role", at("ben", KEY_CHANGED, _set(four_in, _as(ada, 2)))),
        ("reason 4", at("ada", 4, less["finn"])),
        ("reason 7", at("ben", 7, lea_in)),
        ("reason 9", at("ben", 9, four_in)),
        ("reason 10", at("ben", 10, less["finn"])),
        ("reason 11 again", at("ben", 11, four_in)),
        ("reason 17", at("ben", 17, four_in)),
        *[
            (name, _but(at("ben", AGE, four_in), **change))
            for name, change in (
                ("another owner", {"owner_id": by["cem"]}),
                ("a talk now", {"kind": 1}),
                ("a promise", {"agreement_hash": b"a" * 32}),
                ("kept longer", {"retention": 24}),
                ("an epoch skipped", {"epoch": before.epoch + 2}),
                ("another header before", {"prev_eh_hash": flip(eh_hash_of(before), 0)}),
                ("an earlier day", {"day": before.day - 1}),
                ("fifty-one", {"members": _many(four_in, 51)}),
            )
        ],
    ]
    return [
        *[answered(f"circle: {name}", "circle.next", **given) for name, given in good],
        *[refused(f"circle: {name}", "circle.next", **given) for name, given in bad],
    ]


_GHOST = Member(b"\xff" * 16, b"g" * 32, CLIENT)


def _as(row: Member, role: int) -> Member:
    return replace(row, role=role)


def _keyed(row: Member) -> Member:
    return replace(row, kr_hash=b"k" * 32)


def _set(rows: Sequence[Member], row: Member) -> tuple[Member, ...]:
    """The rows with this one in the place of its account's, or beside them."""
    others = [one for one in rows if one.account_id != row.account_id]
    return tuple(sorted([*others, row], key=lambda one: one.account_id))


def _less(rows: Sequence[Member], account_id: bytes) -> tuple[Member, ...]:
    return tuple(one for one in rows if one.account_id != account_id)


def _many(rows: Sequence[Member], count: int) -> tuple[Member, ...]:
    more = [Member(i.to_bytes(16, "big"), b"m" * 32, CLIENT) for i in range(count - len(rows))]
    return tuple(sorted([*rows, *more], key=lambda one: one.account_id))


def _with(header: Epoch, rows: tuple[Member, ...]) -> Epoch:
    return replace(header, members=rows)


def _but(given: dict[str, Any], **change: Any) -> dict[str, Any]:
    return {**given, "header": replace(given["header"], **change)}
