"""A room in Python: the reference client at a served house, checking all that it is told."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any
from urllib.request import Request, urlopen

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from pse import frames, talking
from pse.account import words_lock
from pse.as_json import read_endorsement, read_key_record
from pse.audit import check_endorsed, check_other, check_own, read_on
from pse.base64url import from_text, to_text
from pse.body import Att, Body, Text
from pse.chain import h_box
from pse.endorsement import verify_endorsement
from pse.entry import Entry, Target
from pse.epoch import eh_hash_of
from pse.epoch_rules import AGE
from pse.file import OTHER, open_file, seal_file
from pse.holder import Person
from pse.ids import ID
from pse.key_log import KeyLog, read_rows
from pse.key_record import KeyRecord, verify_key_records
from pse.person import come_back, make_person
from pse.promise import kept_months, read_promise
from pse.receipt import Receipt, verify_receipt
from pse.refusal import LogBehind
from pse.said import Wording
from pse.wire import decode, encode

PATIENCE = 20.0
WIRE = Subprotocol("pse1")


class ReferenceRoom:
    """Somebody's room: what a page does between a person and the house, in plain Python."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._token: str | None = None
        self.config = self._call("/config.json")
        self.home, self.log_key = (from_text(self.config[key]) for key in ("home", "log"))
        self.log = KeyLog()
        self.entries: dict[int, Entry] = {}
        self.bodies: dict[int, Body | None] = {}
        self._line = ExitStack()
        self._wire: ClientConnection | None = None
        self._sent: dict[bytes, frames.Send | frames.Header] = {}

    @property
    def today(self) -> int:
        """The day on this device."""
        return int(time.time() // 86_400)

    def come_in(self, username: str) -> None:
        """Make a place."""
        roster = from_text(self.config["roster"])
        made = make_person(
            username, home=self.home, day=self.today, roster=roster, log=self.log_key
        )
        answer = self._call("/api/sign-up", made.sign_up_payload())
        self._enter(made.person, answer["token"])

    def come_back(self, username: str, words: str) -> None:
        """Open a place with its five words."""
        lock = words_lock(words, home=self.home, username=username)
        auth = {"username": username, "auth": to_text(lock.auth)}
        answer = self._call("/api/sign-in", auth)
        self._enter(come_back(lock, answer, home=self.home, username=username), answer["token"])

    def ask(self, name: str, hello: str, *, called: str) -> None:
        """Say hello to somebody the programme stands behind."""
        row = self._find(name)
        sentences = read_promise(self.config["promise"])
        begun = talking.ask(
            self.person,
            self._stood_behind(row),
            sentences=sentences,
            retention=kept_months(sentences) or self.config["retention"],
            hello=hello,
            name=called,
            day=self.today,
            ts=_now(),
            log=self.log.at(),
        )
        self._call("/api/asks", begun.payload)
        self._connect()
        self._put(begun.frame)
        for _ in _ids_of(begun.frame):
            self._check_receipt(self._next_ack())
        self.open()

    def start_again(self) -> None:
        """The owner's way out: a new conversation that continues this one."""
        again = talking.start_again(
            self.person, self.talk, self.other, day=self.today, ts=_now()
        )
        self._call(f"/api/relationships/{self._relation()['id']}/again", again.payload)
        self._connect()
        self._put(again.frame)
        for _ in _ids_of(again.frame):
            self._check_receipt(self._next_ack())
        self.open()

    def accept(self) -> None:
        """A specialist's yes to the only hello there is."""
        relation = self._relation()
        conv = from_text(relation["conversations"][0]["conv"])
        sentences = read_promise(relation["promise"])
        papers = talking.say_yes(self.person, conv=conv, sentences=sentences, day=self.today)
        self._call(f"/api/relationships/{relation['id']}/accept", papers)

    def open(self) -> None:
        """Follow the newest conversation from its beginning, and read what is there."""
        relation = self._relation()
        row = relation["conversations"][-1]
        self.other = self._checked(relation["other"])
        self.talk = talking.conversation_of(
            self.person,
            conv=from_text(row["conv"]),
            rand=from_text(row["rand"]),
            sentences=read_promise(relation["promise"]),
            people={self.other.account_id: self.others, self.me: self.person.records},
            today=self.today,
            log=self.log,
        )
        self._connect()
        self._put(frames.Follow(self.talk.headers.conv, 0))
        while not isinstance(frame := self._next(), frames.Upto):
            self._hear(frame)
        self._hear(frame)

    @property
    def me(self) -> bytes:
        """One's own account."""
        return self.person.account_id

    def say(self, text: str) -> None:
        """Write a line."""
        self._send(talking.write_line(self.person, self.talk, text, ts=_now()))

    def answer(self, line: str, text: str) -> None:
        """Answer a line."""
        re = self._entry(line).msg_id
        self._send(talking.write_line(self.person, self.talk, text, ts=_now(), re=re))

    def change(self, line: str, text: str) -> None:
        """Give a line of one's own other words."""
        to = self._entry(line).msg_id
        self._send(talking.change_line(self.person, self.talk, to, text, ts=_now()))

    def react(self, line: str, sign: int) -> None:
        """Put a sign on a line."""
        to = self._entry(line).msg_id
        self._send(talking.react(self.person, self.talk, to, sign, ts=_now()))

    def take_back(self, line: str) -> None:
        """Take a line of one's own back."""
        entry = self._entry(line)
        target = Target(self.line(line).n, entry.msg_id, h_box(entry.box))
        self._send(talking.take_back(self.person, self.talk, [target]))

    def send_file(self, content: bytes, *, name: str, about: str) -> None:
        """Send a file with a line that says what is in it."""
        msg_id = self.person.chance(ID)
        papers, pieces = seal_file(msg_id, content, type=OTHER, name=name)
        where = self._file(msg_id)
        self._call(where, {"pieces": len(pieces)})
        for place, piece in enumerate(pieces):
            self._ask(f"{where}/{place}", piece, method="PUT")
        line = talking.write_line_with_file(
            self.person, self.talk, msg_id, papers, about, ts=_now()
        )
        self._send(line)

    def file(self, about: str) -> bytes:
        """What came with a line, opened and checked."""
        body, msg_id = self.bodies[self.line(about).n], self._entry(about).msg_id
        assert isinstance(body, Att)
        where = self._file(msg_id)
        pieces = [self._ask(f"{where}/{place}") for place in range(body.file.pieces)]
        return open_file(msg_id, body.file, pieces)

    def leave(self) -> None:
        """Leave the conversation, signed."""
        self._send(talking.leave(self.person, self.talk, day=self.today))

    def turn(self) -> None:
        """Begin a new key with the same two."""
        records = {self.me: self.person.record, self.other.account_id: self.other}
        self._send(
            talking.turn(self.person, self.talk, records=records, day=self.today, reason=AGE)
        )

    def until(self, is_so: Callable[[], object], what: str) -> None:
        """Take what comes until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"never happened: {what}; {self.texts}"
            self._hear(self._next())

    @property
    def wordings(self) -> list[Wording]:
        """Every line as it stands now."""
        return self.talk.walk.said.wordings()

    @property
    def texts(self) -> list[str | None]:
        """The newest words of every line; None where it was taken back."""
        return [line.words[-1] if line.words else None for line in self.wordings]

    def line(self, text: str) -> Wording:
        """The line that says this now."""
        return next(line for line in self.wordings if line.words and line.words[-1] == text)

    def answered(self, text: str) -> str | None:
        """The line that this one answers, as it stands now."""
        body = self.bodies[self.line(text).n]
        assert isinstance(body, Text)
        ids = {self.entries[line.n].msg_id: line for line in self.wordings}
        return None if body.re is None else ids[body.re].words[-1]

    def close(self) -> None:
        """Lock and go."""
        self._line.close()

    def _enter(self, person: Person, token: str) -> None:
        self.person, self._token = person, token
        self._read_list()

    def _read_list(self) -> None:
        """Who is who, in full and checked, as at every signing-in."""
        fresh = self._call(f"/api/key-log?from={self.log.size}")
        leaves = read_rows(from_text(fresh["rows"]))
        grown = read_on(self.log, leaves, fresh["note"], home=self.home, log_key=self.log_key)
        assert grown.size == fresh["size"]
        check_own(grown, self.me, self.person.records)
        for leaf in leaves:
            self.log.add(leaf)

    def _find(self, name: str) -> Mapping[str, Any]:
        people = self._call("/api/directory")["people"]
        return next(row for row in people if row["endorsement"]["display_name"] == name)

    def _checked(self, row: Mapping[str, Any]) -> KeyRecord:
        self.others = tuple(read_key_record(one) for one in row["key_records"])
        verify_key_records(self.others)
        check_other(self.log, self.others)
        return self.others[-1]

    def _stood_behind(self, row: Mapping[str, Any]) -> KeyRecord:
        record, endorsement = self._checked(row), read_endorsement(row["endorsement"])
        verify_endorsement(
            endorsement,
            home=self.home,
            roster=from_text(self.config["roster"]),
            records=self.others,
        )
        check_endorsed(self.log, self.home, endorsement)
        return record

    def _relation(self) -> Mapping[str, Any]:
        relations: Sequence[Mapping[str, Any]]
        relations = self._call("/api/relationships")["relationships"]
        return next(one for one in relations if one["state"] in ("asked", "active"))

    def _file(self, msg_id: bytes) -> str:
        return f"/api/files/{to_text(self.talk.headers.conv)}/{to_text(msg_id)}"

    def _entry(self, text: str) -> Entry:
        return self.entries[self.line(text).n]

    def _send(self, frame: frames.Send | frames.Header) -> None:
        """Send, and go on once it was stored."""
        ids = _ids_of(frame)
        self._sent |= dict.fromkeys(ids, frame)
        self._put(frame)
        end = time.monotonic() + PATIENCE
        while self._sent.keys() & ids:
            assert time.monotonic() < end, "nothing was acknowledged"
            self._hear(self._next())

    def _hear(self, frame: frames.Frame) -> None:
        match frame:
            case frames.Opened():
                return
            case frames.Ack():
                self._stored(frame)
            case frames.Refusal():
                raise AssertionError(frame)
            case _:
                self._take(frame)

    def _stored(self, ack: frames.Ack) -> None:
        """Mine stands at its number now, and the house signed that it does."""
        self._check_receipt(ack)
        sent = self._sent.pop(ack.id)
        if isinstance(sent, frames.Send):
            self._take(frames.Stored(ack.n, sent.entry))
        else:
            wrap = sent.wraps[self.me]
            self._take(frames.Head(ack.conv, ack.n, sent.header, sent.eh_sig, wrap))
        assert self.talk.walk.h == ack.h

    def _check_receipt(self, ack: frames.Ack) -> None:
        receipt = Receipt(ack.conv, ack.n, ack.h, ack.index, ack.size, ack.path, ack.sig)
        verify_receipt(receipt, home=self.home, log_key=self.log_key)

    def _take(self, frame: Any) -> None:
        if isinstance(frame, frames.Stored):
            self.entries[frame.n] = frame.entry
        try:
            lines = self.talk.take(frame)
        except LogBehind:
            self._read_list()
            lines = self.talk.take(frame)
        for line in lines:
            assert line.fault is None, line
            self.bodies[line.n] = line.body

    def _next(self) -> frames.Frame:
        assert self._wire is not None
        raw = self._wire.recv(timeout=PATIENCE)
        assert isinstance(raw, bytes)
        return decode(raw)

    def _next_ack(self) -> frames.Ack:
        while not isinstance(frame := self._next(), frames.Ack):
            assert isinstance(frame, frames.Opened | frames.Gate), frame
        return frame

    def _put(self, frame: frames.Frame) -> None:
        assert self._wire is not None
        self._wire.send(encode(frame))

    def _connect(self) -> None:
        self._line.close()
        address = self.origin.replace("http", "ws", 1) + self.config["wire"]
        self._wire = self._line.enter_context(
            connect(address, origin=Origin(self.origin), subprotocols=[WIRE], proxy=None)
        )
        ticket = from_text(self._call("/api/ticket", {})["ticket"])
        self._put(frames.Open(frames.VERSION, ticket))

    def _call(self, path: str, papers: Mapping[str, Any] | None = None) -> Any:
        """Ask the house as every room does."""
        body = None if papers is None else json.dumps(papers).encode()
        return json.loads(self._ask(path, body) or b"null")

    def _ask(self, path: str, body: bytes | None = None, *, method: str | None = None) -> bytes:
        kind = "application/json" if method is None else "application/octet-stream"
        headers = {"X-Alongside": "1", "Content-Type": kind}
        if self._token is not None:
            headers["Authorization"] = f"Bearer {self._token}"
        with urlopen(Request(self.origin + path, body, headers, method=method)) as answer:
            read: bytes = answer.read()
            return read


def _ids_of(frame: frames.Send | frames.Header) -> list[bytes]:
    """By which names the relay acknowledges it, in its order."""
    if isinstance(frame, frames.Send):
        return [frame.entry.msg_id]
    first = [] if frame.first is None else [frame.first.msg_id]
    return [eh_hash_of(frame.header)[:ID], *first]


def _now() -> int:
    return int(datetime.now(UTC).timestamp() * 1000)
