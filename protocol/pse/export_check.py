"""Checking what somebody took along: people, promises, headers, chain and every signature.

The key log is not in it, only how far it was read: what headers say of it is not judged here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from . import frames
from .as_json import read_endorsement, read_key_record
from .base64url import from_text
from .body import Att
from .conversation import Conversation
from .endorsement import CLIENT, SPECIALIST, verify_endorsement
from .export import SEALED, Export, frames_in, sealed_name
from .export_documents import Documents, read_documents_along
from .file import SEALED_PIECE, open_file
from .headers import Headers, Reader
from .ids import HASH, ID
from .key_record import KeyRecord, verify_key_records
from .merkle import LogAt
from .note import read_checkpoint
from .promise import Agreement, agreement_hash, kept_months, read_promise, verify_agree
from .refusal import BadExport, Refused, Trouble
from .said import Wording
from .walk import Line
from .wire import decode

# Nothing but the hello is taken before both have signed the promise.
_PROMISED_FROM = 3
Records = Sequence[KeyRecord]
_Any = TypeVar("_Any")


@dataclass(frozen=True)
class Talk:
    """One conversation as it was checked; `stopped` says why it ends before its end.

    `files` are those that were taken along, by the number of their line; `said` is what stands
    behind each line by now; `day` is when the copy was taken.
    """

    relationship: Mapping[str, Any]
    name: str
    me: bytes
    lines: tuple[Line, ...]
    stopped: str | None
    has_both: bool
    files: Mapping[int, bytes] = field(default_factory=dict)
    said: tuple[Wording, ...] = ()
    day: int = 0


@dataclass(frozen=True)
class Checked:
    """Everything in an export that holds."""

    papers: Mapping[str, Any]
    talks: tuple[Talk, ...]
    log: LogAt | None
    documents: Documents = field(default_factory=Documents)


def check(export: Export) -> Checked:
    """Check every paper and every line; Refused with the first thing that does not hold."""
    try:
        talks, log = tuple(_talks(export)), _checkpoint(export)
        documents = read_documents_along(export.papers["documents"])
    except (KeyError, TypeError, ValueError, IndexError) as fault:
        raise BadExport("the papers are not written as a room writes them") from fault
    if sum(len(talk.files) for talk in talks) != sum(n.endswith(SEALED) for n in export.files):
        raise BadExport("a file that no line names")
    return Checked(export.papers, talks, log, documents)


def _checkpoint(export: Export) -> LogAt | None:
    """How far the key log was read, as the programme signed it."""
    note = export.papers["checkpoint"]
    if note is None:
        return None
    log_key = from_text(export.papers["log"], size=HASH)
    return read_checkpoint(note, home=export.cover.home, log_key=log_key)


def _talks(export: Export) -> Iterator[Talk]:
    papers = export.papers
    mine = _records(papers["key_records"], papers["account_id"])
    asked = {row["id"]: row for row in papers["relationships"]}
    for row in papers["talks"]:
        raw = export.files[row["file"]]
        yield _talk(export, asked[row["relationship"]], row, raw, mine)


def _talk(
    export: Export,
    relationship: Mapping[str, Any],
    row: Mapping[str, Any],
    raw: bytes,
    mine: Records,
) -> Talk:
    other = relationship["other"]
    theirs = _records(other["key_records"], other["account_id"])
    _check_endorsement(export, other, theirs)
    has_both = _check_promise(export, relationship, mine, theirs)
    me = mine[0].account_id
    conversation = _conversation(relationship, row, mine, theirs, today=export.papers["day"])
    lines, stopped = _read(conversation, raw, has_both=has_both)
    if stopped is not None and row["stopped"] is None:
        raise BadExport(f"a conversation does not hold: {stopped}")
    if row["stopped"] is None:
        conversation.walk.end(row["n"], from_text(row["h"], size=HASH))
    files = dict(_files(export, row["file"], lines))
    said = tuple(conversation.walk.said.wordings()) if lines else ()
    return Talk(
        *(relationship, row["name"], me, lines, row["stopped"], has_both),
        files=files,
        said=said,
        day=export.papers["day"],
    )


def _files(export: Export, talk: str, lines: Sequence[Line]) -> Iterator[tuple[int, bytes]]:
    """Open what came with lines; NotOpened for anything but what the signed line names."""
    for line in lines:
        raw = export.files.get(sealed_name(talk, line.n))
        if raw is not None and isinstance(line.body, Att):
            places = range(0, len(raw), SEALED_PIECE)
            pieces = [raw[at : at + SEALED_PIECE] for at in places]
            yield line.n, open_file(line.msg_id, line.body.file, pieces)


def _records(values: Sequence[object], account_id: str) -> Records:
    records = [read_key_record(value) for value in values]
    if verify_key_records(records).account_id != from_text(account_id, size=ID):
        raise BadExport("keys of another account")
    return records


def _check_endorsement(export: Export, other: Mapping[str, Any], records: Records) -> None:
    """The programme stood behind one of this person's locks; no endorsement says nothing."""
    if other["endorsement"] is None:
        return
    endorsement = read_endorsement(other["endorsement"])
    roster = from_text(export.papers["roster"], size=HASH)
    home = export.cover.home
    up_to_each = [records[: place + 1] for place in range(len(records))]
    _one_of(
        up_to_each,
        lambda some: verify_endorsement(endorsement, home=home, roster=roster, records=some),
    )


def _check_promise(
    export: Export, relationship: Mapping[str, Any], mine: Records, theirs: Records
) -> bool:
    """Whether both have signed; a signature that is there and does not hold is refused."""
    is_client = relationship["mine"] == "client"
    client, specialist = (mine, theirs) if is_client else (theirs, mine)
    signed = (
        (relationship["client_sig"], relationship["client_day"], CLIENT, client),
        (
            relationship["specialist_sig"],
            relationship["specialist_day"],
            SPECIALIST,
            specialist,
        ),
    )
    root = next(row for row in relationship["conversations"] if row["continues"] is None)
    about = {
        "home": export.cover.home,
        "conv": from_text(root["conv"], size=ID),
        "promise": agreement_hash(read_promise(relationship["promise"])),
    }
    for sig, day, role, records in signed:
        if sig is not None:
            agreement = Agreement(records[0].account_id, role, day, from_text(sig))
            _one_of(records, partial(_agreed, agreement, about))
    return all(sig is not None for sig, *_ in signed)


def _agreed(agreement: Agreement, about: Mapping[str, bytes], record: KeyRecord) -> None:
    verify_agree(
        agreement,
        home=about["home"],
        conv=about["conv"],
        promise=about["promise"],
        record=record,
    )


def _conversation(
    relationship: Mapping[str, Any],
    row: Mapping[str, Any],
    mine: Records,
    theirs: Records,
    *,
    today: int,
) -> Conversation:
    listed = next(one for one in relationship["conversations"] if one["conv"] == row["conv"])
    promise = read_promise(relationship["promise"])
    keys = {one["epoch"]: from_text(one["key"], size=HASH) for one in row["keys"]}
    headers = Headers(
        conv=from_text(row["conv"], size=ID),
        rand=from_text(listed["rand"], size=ID),
        agreement_hash=agreement_hash(promise),
        reader=Reader(mine[0].account_id, {}, keys),
        people={records[0].account_id: records for records in (mine, theirs)},
        kept=kept_months(promise),
        log=None,
    )
    return Conversation(headers, today=today)


def _read(
    conversation: Conversation, raw: bytes, *, has_both: bool
) -> tuple[tuple[Line, ...], str | None]:
    """Read every frame; the server's fault ends the conversation there, and is said."""
    lines: list[Line] = []
    try:
        for packed in frames_in(raw):
            lines += _lines(conversation, packed)
            if not has_both and any(line.n >= _PROMISED_FROM for line in lines):
                raise BadExport("a line from before both had signed the promise")
    except Trouble as trouble:
        return tuple(lines), str(trouble)
    return tuple(lines), None


def _lines(conversation: Conversation, packed: bytes) -> list[Line]:
    frame = decode(packed)
    if not isinstance(
        frame, frames.Head | frames.Base | frames.Stored | frames.Gone | frames.Upto
    ):
        raise BadExport("a frame that is not part of a conversation")
    return conversation.take(frame)


def _one_of(records: Sequence[_Any], holds: Callable[[_Any], None]) -> None:
    """Return if one of a person's generations holds; Refused with the last reason else."""
    reasons: list[Refused] = []
    for record in reversed(records):
        try:
            holds(record)
        except Refused as refusal:
            reasons.append(refusal)
        else:
            return
    raise reasons[-1]
