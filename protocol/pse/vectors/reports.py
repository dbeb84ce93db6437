"""Vectors for reports: nothing false is reported, and nobody reads one about themselves."""

from dataclasses import replace
from typing import Any

from pse.base64url import to_text
from pse.chain import h_aad
from pse.endorsement import Endorsement, sign_endorsement
from pse.entry import LONGEST_BODY, Entry, Opened, Target, aad_of, frank, sign_erase
from pse.key_record import KeyRecord, kr_hash_of
from pse.padding import pad
from pse.pae import h, labelled
from pse.report import MESSAGE, PERSON, PROGRAMME, Cover, Officer, Sealed, Words, seal_report
from pse.report import context_of as context
from pse.report_line import ReportLine, erase_of, line_of, write_line
from pse.seal import seal
from pse.signing import sign, verify_key_of
from pse.strict_json import write
from pse.wrapping import wrap

from . import report_letters
from .case import Cases, answered, refused
from .change import flip
from .circle_scene import people_of
from .scene import DAY, HOME, NOON, ROSTER_SEED

CONV, ID, OTHER_ID = b"where they spoke", b"a report's name.", b"another report's"
PEOPLE = people_of("reports")
_SC = {"ctr": 1, "g": 0, "hash": "AAAAAAAAAAA"}


def cases() -> Cases:
    """All of them."""
    of_reports = [*_officers(), *_lines(), *_places(), *_opened(), *_refused(), *_badly_made()]
    return [*of_reports, *report_letters.cases()]


def said(
    who: str, n: int, b: str, *, kind: str = "text", to: bytes = b"", conv: bytes = CONV
) -> ReportLine:
    """A line as its reader opened it; an edit names the line it changes."""
    more = {"to": to_text(to)} if to else {}
    body = write({"b": b, "sc": _SC, "t": kind, "ts": NOON, **more})
    return franked(who, n, body, conv=conv)


def franked(who: str, n: int, body: bytes, *, conv: bytes = CONV) -> ReportLine:
    """A body, committed to and signed as a sender's room does."""
    fk = h("pse1/frank", n)
    entry = replace(_entry(who, n, conv), kind=3)
    entry = replace(entry, fc=frank(fk, entry, body))
    sig = sign(PEOPLE[who].ik_seed, labelled("pse1/sig", aad_of(entry), body))
    return line_of(n, entry, Opened(body, fk, sig), ik=PEOPLE[who].record.ik)


def taken_back(who: str, n: int, line: ReportLine) -> ReportLine:
    """An erase of a line."""
    targets = (Target(line.n, line.entry.msg_id, b"b" * 32),)
    entry = sign_erase(_entry(who, n, CONV), ik_seed=PEOPLE[who].ik_seed, targets=targets)
    return erase_of(n, entry, ik=PEOPLE[who].record.ik)


def _entry(who: str, n: int, conv: bytes) -> Entry:
    msg_id = h("pse1/mk", n)[:16]
    sender, seen = PEOPLE[who].account_id, n - 1
    return Entry(5, conv, 2, b"e" * 32, sender, msg_id, n, seen, b"s" * 32, b"", b"")


def words_about(*on: str, about: int = MESSAGE, b: str = "This frightened me.") -> Words:
    """What Ada says."""
    ids = tuple(sorted(PEOPLE[one].account_id for one in on))
    return Words(about, b, ids, b"" if about == PROGRAMME else CONV, DAY)


def sealed(words: Words, lines: list[ReportLine], *officers: str, id: bytes = ID) -> Sealed:
    """Ada's report, to Cem and Lea unless others are named."""
    ada = people_of(f"report {len(lines)} {words.b[:20]}")["ada"]
    readers = sorted(
        (PEOPLE[one].record for one in officers or ("cem", "lea")),
        key=lambda one: one.account_id,
    )
    return seal_report(
        words,
        lines,
        home=HOME,
        id=id,
        reporter=ada.record,
        ik_seed=ada.ik_seed,
        officers=readers,
        chance=ada.chance,
    )


def given_to(reader: str, made: Sealed) -> dict[str, Any]:
    """A report as an officer's room is handed it."""
    mine = PEOPLE[reader]
    return {
        "cover": made.cover,
        "boxes": list(made.boxes),
        "wrap": made.wraps.get(mine.account_id, b""),
        "me": mine.account_id,
        "keys": [{"kr_hash": kr_hash_of(mine.record), "seed": mine.secrets.ek[0]}],
        "reporter": PEOPLE["ada"].record,
        "people": [[PEOPLE[one].record] for one in ("ada", "ben", "cem", "finn")],
    }


def _endorsed(who: str, **change: Any) -> dict[str, Any]:
    record = PEOPLE[who].record
    draft = Endorsement(record.account_id, kr_hash_of(record), 5, who.title(), DAY, DAY + 90, 1)
    signed = sign_endorsement(ROSTER_SEED, HOME, replace(draft, **change))
    return {"records": [record], "endorsement": signed}


def _officers() -> Cases:
    two = [_endorsed("lea"), _endorsed("cem")]
    given: dict[str, Any] = {
        "home": HOME,
        "roster": verify_key_of(ROSTER_SEED),
        "day": DAY,
        "apart": [PEOPLE["finn"].account_id, PEOPLE["ada"].account_id],
    }
    forged = _endorsed("ben")
    forged["endorsement"] = replace(forged["endorsement"], role=5, sig=b"s" * 64)
    lapsed = _endorsed("cem", from_day=DAY - 90, to_day=DAY - 1)
    bad: list[tuple[str, dict[str, Any]]] = [
        ("one officer only", {"people": two[:1]}),
        ("one officer, twice", {"people": [two[0], two[0]]}),
        ("nobody", {"people": []}),
        (
            "one of two is whom it is about",
            {"people": two, "apart": [PEOPLE["cem"].account_id]},
        ),
        ("one of two reports", {"people": two, "apart": [PEOPLE["lea"].account_id]}),
        ("one of two is a supervisor", {"people": [two[0], _endorsed("cem", role=3)]}),
        ("one of two has lapsed", {"people": [two[0], lapsed]}),
        ("one that the programme does not stand behind", {"people": [*two, forged]}),
        ("of another house", {"people": two, "home": b"h" * 16}),
    ]
    three = [*two, _endorsed("finn")]
    return [
        answered("officers: two", "report.officers", people=two, **given),
        answered(
            "officers: three, less whom it is about", "report.officers", people=three, **given
        ),
        *[refused(f"officers: {n}", "report.officers", **{**given, **to}) for n, to in bad],
    ]


def _lines() -> Cases:
    line = said("finn", 5, "You will regret this.")
    gone = taken_back("finn", 7, line)
    raw, end = write_line(line), len(write_line(line))
    fc_at = 184
    bad: list[tuple[str, bytes]] = [
        ("a forged body", raw[:-4] + b"!!!}"),
        ("another fk", flip(raw, fc_at + 32)),
        ("another commitment", flip(raw, fc_at)),
        ("another signature", flip(raw, fc_at + 64)),
        ("another number of the sender", flip(raw, 24)),
        ("another epoch", flip(raw, 16)),
        ("another talk", flip(raw, 40)),
        ("another header", flip(raw, 56)),
        ("another sender", flip(raw, 88)),
        ("under another id", flip(raw, 104)),
        ("after other lines", flip(raw, 120)),
        ("another key", flip(raw, 152)),
        ("as a hello", raw[:8] + b"\x02" + raw[9:]),
        ("as a leave", raw[:8] + b"\x04" + raw[9:]),
        ("as a header", raw[:8] + b"\x01" + raw[9:]),
        ("a truncated context", raw[:183]),
        ("a context without its proof", raw[:184]),
        ("a context that lost a field", raw[:104] + raw[120:]),
        ("a byte short", raw[: end - 1]),
        ("a byte more", raw + b" "),
        ("nothing", b""),
        ("an erase of another line", flip(write_line(gone), 184 + 8)),
        ("an erase cut short", write_line(gone)[:-1]),
        ("an erase with another key", flip(write_line(gone), 152)),
    ]
    return [
        answered("line: a message", "report.line", raw=raw),
        answered("line: an erase", "report.line", raw=write_line(gone)),
        *[refused(f"line: {name}", "report.line", raw=one) for name, one in bad],
    ]


def _places() -> Cases:
    line, other = said("finn", 5, "You will regret this."), said("finn", 6, "Soon.")
    gone = taken_back("finn", 7, line)
    at, elsewhere = h_aad(aad_of(line.entry)), h_aad(aad_of(other.entry))
    back = h_aad(aad_of(gone.entry))
    return [
        answered("place: as the log has it", "report.place", raw=write_line(line), stored=at),
        answered("place: an erase", "report.place", raw=write_line(gone), stored=back),
        refused(
            "place: of another line", "report.place", raw=write_line(line), stored=elsewhere
        ),
        refused("place: half a hash", "report.place", raw=write_line(line), stored=at[:16]),
    ]


def _opened() -> Cases:
    own, line = said("ada", 4, "I cannot today."), said("finn", 5, "You will regret this.")
    edit = said("finn", 6, "Only a joke.", kind="edit", to=line.entry.msg_id)
    gone = taken_back("finn", 7, line)
    longest = franked("finn", 5, _longest())
    three = sealed(words_about("finn"), [own, line, edit, gone], "cem", "lea", "ben")
    reports = [
        ("a message, as it was, changed and taken back", three),
        ("one line", sealed(words_about("finn"), [line])),
        ("the longest line there is", sealed(words_about("finn", b="So long."), [longest])),
        ("a person, without lines", sealed(words_about("finn", about=PERSON), [])),
        ("a circle, of its hosts", sealed(words_about("ben", "finn", about=3), [own])),
        ("the programme", sealed(words_about(about=PROGRAMME), [])),
        (
            "an officer, to two others",
            sealed(words_about("cem", about=PERSON), [], "lea", "ben"),
        ),
    ]
    return [
        answered(f"report: {name}", "report.open", **given_to("lea", made))
        for name, made in reports
    ]


def _longest() -> bytes:
    empty = {"b": "", "sc": _SC, "t": "text", "ts": NOON}
    left = LONGEST_BODY - len(write(empty))
    return write({**empty, "b": '"' * (left // 2) + "x" * (left % 2)})


def _refused() -> Cases:
    line, other = said("finn", 5, "You will regret this."), said("finn", 6, "Soon.")
    made = sealed(words_about("finn"), [line, other])
    again = sealed(words_about("finn"), [line, other], id=OTHER_ID)
    given, cover, boxes = given_to("lea", made), made.cover, list(made.boxes)
    ben, cem = PEOPLE["ben"], PEOPLE["cem"]
    cems = [{"kr_hash": kr_hash_of(cem.record), "seed": cem.secrets.ek[0]}]
    finns = replace(PEOPLE["finn"].record, ik=ben.record.ik)
    one_only = (cover.readers[0],)
    bad: list[tuple[str, dict[str, Any]]] = [
        ("replayed under another id", {"cover": replace(cover, id=OTHER_ID)}),
        ("the boxes of another report", {"boxes": list(again.boxes)}),
        ("the wrap of another report", {"wrap": again.wraps[PEOPLE["lea"].account_id]}),
        ("another house", {"cover": replace(cover, home=b"h" * 16)}),
        ("as Ben's", {"cover": replace(cover, from_id=ben.account_id), "reporter": ben.record}),
        ("another reporter's record", {"reporter": ben.record}),
        (
            "with Ben's keys in Ada's name",
            {"reporter": replace(ben.record, account_id=cover.from_id)},
        ),
        ("one reader less", {"cover": replace(cover, readers=one_only)}),
        ("readers the other way round", {"cover": replace(cover, readers=cover.readers[::-1])}),
        ("a reader twice", {"cover": replace(cover, readers=cover.readers[:1] * 2)}),
        ("the reporter reads", {"cover": _read_by(cover, "ada")}),
        ("whom it is about reads", {"cover": _read_by(cover, "finn")}),
        ("opened by somebody else", {"me": ben.account_id}),
        ("with another's keys", {"keys": cems}),
        ("without a key", {"keys": []}),
        ("a line less", {"boxes": boxes[:-1], "cover": replace(cover, count=1)}),
        ("a box missing", {"boxes": boxes[:-1]}),
        ("a box more", {"boxes": [*boxes, boxes[-1]]}),
        ("lines exchanged", {"boxes": [boxes[0], boxes[2], boxes[1]]}),
        ("no boxes", {"boxes": []}),
        ("a bit of a box", {"boxes": [boxes[0], flip(boxes[1], 200), boxes[2]]}),
        ("a bit of the wrap", {"wrap": flip(given["wrap"], 40)}),
        ("no wrap", {"wrap": b""}),
        ("a sender nobody knows", {"people": [[ben.record]]}),
        ("a sender with other keys", {"people": [[finns]]}),
        ("fifty-one lines", {"cover": replace(cover, count=51)}),
    ]
    return [refused(f"report: {n}", "report.open", **{**given, **to}) for n, to in bad]


def _read_by(cover: Cover, who: str) -> Cover:
    one = PEOPLE[who].record
    readers = [*cover.readers, Officer(one.account_id, kr_hash_of(one))]
    return replace(cover, readers=tuple(sorted(readers, key=lambda row: row.account_id)))


def _badly_made() -> Cases:
    """What an honest room never seals, sealed and signed by the reporter all the same."""
    line, own = said("finn", 5, "You will regret this."), said("ada", 6, "Stop.")
    after = said("finn", 8, "Only a joke.", kind="edit", to=line.entry.msg_id)
    before = said("finn", 3, "Only a joke.", kind="edit", to=line.entry.msg_id)
    not_theirs = said("ada", 8, "I am bad.", kind="edit", to=line.entry.msg_id)
    forged = replace(line, ik=PEOPLE["ada"].record.ik)
    signed = sign(PEOPLE["ada"].ik_seed, labelled("pse1/sig", aad_of(line.entry), line.body))
    forged = replace(forged, sig=signed)
    good = _json(words_about("finn"))
    many = [bytes([at]) * 16 for at in range(1, 22)]
    bad: list[tuple[str, dict[str, Any], list[ReportLine]]] = [
        ("a line in another's name", good, [forged]),
        ("a message without one of theirs", good, [own]),
        ("no line of a message", good, []),
        ("an edit of a line that is not there", good, [line, replace(after, n=9), _edit(own)]),
        ("an edit alone", good, [after]),
        ("an edit before its line", good, [before, line]),
        ("an edit of somebody else's line", good, [line, not_theirs]),
        ("an erase of a line that is not there", good, [own, taken_back("finn", 7, line)]),
        ("an erase of somebody else's line", good, [line, taken_back("ada", 7, line)]),
        (
            "an erase of another number",
            good,
            [line, taken_back("finn", 7, replace(line, n=4))],
        ),
        ("a line of another talk", good, [said("finn", 5, "Hm.", conv=b"o" * 16)]),
        ("one message twice", good, [line, replace(line, n=6)]),
        ("lines the other way round", good, [own, line]),
        ("a hello that is none", good, [franked("finn", 5, b'{"t":"hello"}')]),
        ("a line by an officer", good, [line, said("cem", 6, "Calm down.")]),
        ("about an officer who reads", _json(words_about("cem", about=PERSON)), []),
        ("about oneself", _json(words_about("ada", about=PERSON)), []),
        ("about nobody", {**good, "about": PERSON, "on": []}, []),
        ("about nobody known", {**good, "about": PERSON, "on": ["AA"]}, []),
        ("people the other way round", {**good, "on": good["on"] * 2}, [line]),
        ("too many people", {**good, "on": [*map(to_text, many)], "about": PERSON}, []),
        ("people that are numbers", {**good, "on": [1]}, [line]),
        ("the programme, in a talk", {**good, "about": PROGRAMME}, []),
        ("the programme, with lines", {**good, "about": PROGRAMME, "conv": ""}, [line]),
        ("a circle without a name", {**good, "about": 3, "conv": ""}, []),
        ("about a fifth thing", {**good, "about": 5}, [line]),
        ("no words", {**good, "b": ""}, [line]),
        ("too many words", {**good, "b": "x" * 4_001}, [line]),
        ("half a name of a talk", {**good, "conv": to_text(CONV[:8])}, [line]),
        ("of another type", {**good, "t": "concern-note"}, [line]),
        ("a field more", {**good, "more": 1}, [line]),
        ("a field less", {name: good[name] for name in good if name != "day"}, [line]),
    ]
    found = [
        refused(
            f"report: {name}", "report.open", **given_to("lea", _by_hand(name, said_, rows))
        )
        for name, said_, rows in bad
    ]
    fine = given_to("lea", _by_hand("by hand", good, [line, after]))
    return [answered("report: made by hand as a room does", "report.open", **fine), *found]


def _edit(line: ReportLine) -> ReportLine:
    return said("ada", 10, "Stop it.", kind="edit", to=bytes(16))


def _json(words: Words) -> dict[str, Any]:
    on = [to_text(one) for one in words.on]
    conv = to_text(words.conv)
    return {
        "about": words.about,
        "b": words.b,
        "conv": conv,
        "day": words.day,
        "on": on,
        "t": "concern-report",
    }


def _by_hand(name: str, words: dict[str, Any], lines: list[ReportLine]) -> Sealed:
    ada = people_of(f"by hand {name}")["ada"]
    records: list[KeyRecord] = [PEOPLE["cem"].record, PEOPLE["lea"].record]
    records.sort(key=lambda one: one.account_id)
    readers = tuple(Officer(one.account_id, kr_hash_of(one)) for one in records)
    cover = Cover(HOME, ID, ada.account_id, readers, len(lines))
    of, key = context(cover), ada.chance(32)
    raw, rows = write(words), [write_line(one) for one in lines]
    hashes = [h("pse1/report-line", one) for one in rows]
    sig = sign(ada.ik_seed, labelled("pse1/report-sig", of, raw, *hashes))
    boxes = tuple(
        seal(key, labelled("pse1/report-box", of, at), pad(piece), chance=ada.chance)
        for at, piece in enumerate([sig + raw, *rows])
    )
    wraps = {
        one.account_id: wrap(
            one.ek,
            h("pse1/wrap", "report", one.account_id, kr_hash_of(one), of) + key,
            chance=ada.chance,
        )
        for one in records
    }
    return Sealed(cover, boxes, wraps)
