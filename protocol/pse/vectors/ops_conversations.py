"""Ops over headers, entries, the chain, receipts, frames and whole conversations."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from pse import (
    body,
    chain,
    entry,
    epoch,
    epoch_rules,
    frames,
    granted,
    ids,
    mend,
    ours,
    path,
    receipt,
    share,
    vow,
    wire,
)
from pse.conversation import Conversation
from pse.headers import Headers, Reader
from pse.key_record import KeyRecord
from pse.proven import Proven
from pse.refusal import Trouble
from pse.remembered import Mark
from pse.walk import Line

from .ops_primitives import given_chance
from .values import entry_of, epoch_of, wraps_of

In = Mapping[str, Any]


def _open_epoch(given: In) -> bytes:
    return epoch.open_epoch(
        epoch_of(given["header"]),
        given["wrap"],
        member=epoch.Member(**given["member"]),
        ek_seed=given["ek_seed"],
    )


def _check_first(given: In) -> bool:
    epoch_rules.check_first(epoch_of(given["header"]))
    return True


def _check_next(given: In) -> bool:
    epoch_rules.check_next(epoch_of(given["header"]), epoch_of(given["before"]))
    return True


def _check_wraps(given: In) -> bool:
    epoch_rules.check_wraps(epoch_of(given["header"]), wraps_of(given["wraps"]))
    return True


def _seal_entry(given: In) -> entry.Entry:
    return entry.seal_entry(
        entry_of(given["entry"]),
        given["body"],
        epoch_key=given["epoch_key"],
        ik_seed=given["ik_seed"],
        chance=given_chance(given["fk"], given["nonce"]),
    )


def _open_entry(given: In) -> entry.Opened:
    return entry.open_entry(
        entry_of(given["entry"]), epoch_key=given["epoch_key"], ik=given["ik"]
    )


def _shape(given: In) -> bool:
    entry.check_shape(entry_of(given["entry"]))
    return True


def _tree(given: In) -> dict[str, Any]:
    levels = receipt.levels_of(given["leaves"])
    paths = [receipt.path_of(levels, index) for index in range(len(given["leaves"]))]
    return {"root": levels[-1][0], "paths": paths}


def _verify_receipt(given: In) -> bool:
    made = receipt.Receipt(**{**given["receipt"], "path": tuple(given["receipt"]["path"])})
    receipt.verify_receipt(made, home=given["home"], log_key=given["log_key"])
    return True


def _frame(given: In) -> dict[str, Any]:
    frame = wire.decode(given["raw"])
    if wire.encode(frame) != given["raw"]:
        raise Trouble("a frame with two spellings")
    return frame_value(frame)


def frame_value(frame: frames.Frame) -> dict[str, Any]:
    """A frame as a vector's object: its name, its fields, wraps as a list of (id, wrap)."""
    shown = {field.name: getattr(frame, field.name) for field in fields(frame)}
    if isinstance(frame, frames.Header):
        shown["wraps"] = [list(pair) for pair in sorted(frame.wraps.items())]
    return {"frame": type(frame).__name__.lower(), **shown}


def _conversation(given: In) -> dict[str, Any]:
    return read_through(_reader_of(given), given["frames"])


def read_through(conversation: Conversation, raws: Sequence[bytes]) -> dict[str, Any]:
    """What a reader makes of these frames: lines, and the mark, or where it stops."""
    lines: list[dict[str, Any]] = []
    for place, raw in enumerate(raws):
        try:
            lines += map(_line_value, conversation.take(_from_relay(raw)))
        except Trouble:
            return {"lines": lines, "trouble_at": place}
    return {"lines": lines, "mark": conversation.mark(), "said": _said(conversation)}


def _said(conversation: Conversation) -> list[dict[str, Any]]:
    return [
        {
            "n": line.n,
            "words": line.words,
            "signs": [list(pair) for pair in sorted(line.signs.items())],
            "taken": line.is_taken,
        }
        for line in conversation.walk.said.wordings()
    ]


def _reader_of(given: In) -> Conversation:
    seeds = {row["kr_hash"]: row["seed"] for row in given["reader"]["ek_seeds"]}
    people = [[KeyRecord(**row) for row in records] for records in given["people"]]
    headers = Headers(
        conv=given["conv"],
        rand=given["rand"],
        agreement_hash=given["agreement_hash"],
        kept=given["kept"],
        reader=Reader(given["reader"]["account_id"], seeds),
        people={records[0].account_id: records for records in people},
        proven={row["hash"]: _proven_of(row) for row in given.get("proven", [])},
    )
    pin = given.get("pin")
    return Conversation(headers, today=given["today"], pin=None if pin is None else Mark(**pin))


def _proven_of(row: In) -> Proven:
    signed = {(one["account_id"], one["role"]): one["day"] for one in row["signed"]}
    return Proven(row["kept"], signed)


def _from_relay(raw: bytes) -> frames.FromRelay:
    frame = wire.decode(raw)
    if isinstance(frame, frames.FromRoom):
        raise Trouble("a frame that only rooms send")
    return frame


def _line_value(line: Line) -> dict[str, Any]:
    return {
        "n": line.n,
        "kind": line.kind,
        "sender": line.sender,
        "body": None if line.body is None else body_value(line.body),
        "fault": line.fault is not None,
        "late": line.is_late,
    }


def body_value(read: body.Body) -> dict[str, Any]:
    """A body as a vector's object, with its type under `t`."""
    t = _TYPES.get(type(read))
    shown = {field.name: getattr(read, field.name) for field in fields(read)}
    if isinstance(read, ours.Ours):
        shown["lines"] = [{"b": line.b, "k": line.k} for line in read.lines]
    if isinstance(read, share.Share):
        shown["draft"] = share.share_json(read)["draft"]
    if isinstance(read, path.PathShown):
        shown["parts"], shown["rows"] = list(read.parts), path.rows_json(read.rows)
    if isinstance(read, vow.Vow):
        shown = {**vow.vow_json(read), "sc": read.sc, "ts": read.ts}
        shown |= {} if read.to is None else {"to": read.to}
    if shown.get("re", b"") is None:
        del shown["re"]
    return {**shown, "t": t or shown["t"], "needs_newer": isinstance(read, body.NeedsNewer)}


_TYPES: Mapping[type, str] = {
    body.Hello: "hello",
    body.Text: "text",
    body.Goodbye: "goodbye",
    body.Edit: "edit",
    body.React: "react",
    body.Att: "att",
    body.Continues: "continues",
    granted.Granted: "grant",
    ours.Ours: "ours",
    ours.OursYes: "ours-yes",
    mend.Mend: "mend",
    share.Share: "share",
    path.PathShown: "path",
    vow.Vow: "vow",
}


def _ours(given: In) -> dict[str, Any]:
    book = ours.OwnLines()
    for n, by, msg_id, fc, raw in given["entries"]:
        book.take(n, by, msg_id, fc, body.read_body(raw, kind=3))
    return {name: _stands(book.of(given[name])) for name in ("ada", "ben")}


def _vows(given: In) -> dict[str, Any]:
    book = vow.Vows()
    for n, by, raw in given["entries"]:
        book.take(n, by, body.read_body(raw, kind=3))
    ref = given["ref"]
    words = {name: book.pledge(ref, by=given[name]) for name in ("ada", "ben")}
    found = {**words, "contact": book.contact(ref)}
    return {name: None if one is None else one.b for name, one in found.items()}


def _stands(found: ours.Standing | None) -> list[Any]:
    if found is None:
        return []
    now, agreed = ([line.b for line in lines] for lines in (found.lines, found.agreed))
    return [found.ver, now, found.msg_id, found.fc, found.is_agreed, agreed]


OPS = {
    "ours.now": _ours,
    "vows.now": _vows,
    "conv.id": lambda given: ids.conv_id_of(
        given["kind"], given["owner_id"], given["owner_kr_hash"], given["rand"]
    ),
    "epoch.bytes": lambda given: epoch.epoch_bytes(epoch_of(given["header"])),
    "epoch.hash": lambda given: epoch.eh_hash_of(epoch_of(given["header"])),
    "epoch.context": lambda given: epoch.context_of(epoch_of(given["header"])),
    "epoch.kc": lambda given: epoch.key_commitment(
        given["epoch_key"], given["conv"], given["epoch"]
    ),
    "epoch.wraps_hash": lambda given: epoch.wraps_hash_of(wraps_of(given["wraps"])),
    "epoch.open": _open_epoch,
    "epoch.first": _check_first,
    "epoch.next": _check_next,
    "epoch.wraps": _check_wraps,
    "entry.aad": lambda given: entry.aad_of(entry_of(given["entry"])),
    "entry.hashes": lambda given: list(entry.entry_hashes(entry_of(given["entry"]))),
    "entry.shape": _shape,
    "entry.seal": _seal_entry,
    "entry.open": _open_entry,
    "erase.verify": lambda given: entry.verify_erase(entry_of(given["entry"]), ik=given["ik"]),
    "erase.sign": lambda given: entry.sign_erase(
        entry_of(given["entry"]),
        ik_seed=given["ik_seed"],
        targets=[entry.Target(**row) for row in given["targets"]],
    ),
    "leave.verify": lambda given: entry.verify_leave(entry_of(given["entry"]), ik=given["ik"]),
    "body.read": lambda given: body_value(body.read_body(given["raw"], kind=given["kind"])),
    "chain.start": lambda given: chain.chain_start(given["conv"]),
    "chain.next": lambda given: chain.chain_next(
        given["before"],
        conv=given["conv"],
        n=given["n"],
        kind=given["kind"],
        h_aad=given["h_aad"],
        h_box=given["h_box"],
    ),
    "receipt.leaf": lambda given: receipt.leaf_of(given["conv"], given["n"], given["h"]),
    "receipt.tree": _tree,
    "receipt.bytes": lambda given: receipt.receipt_bytes(
        given["home"], given["size"], given["root"]
    ),
    "receipt.verify": _verify_receipt,
    "closed.bytes": lambda given: receipt.closed_bytes(**given),
    "frame": _frame,
    "conversation": _conversation,
}
