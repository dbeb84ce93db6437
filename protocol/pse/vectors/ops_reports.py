"""Ops over reports: who may read one, what an officer opens, and the letters after it."""

from collections.abc import Mapping
from typing import Any

from pse.endorsement import Endorsement
from pse.key_record import KeyRecord, kr_hash_of
from pse.report import Cover, Officer, eligible, open_report
from pse.report_letter import Envelope, Measured, open_letter
from pse.report_line import check_place, read_line, write_line

In = Mapping[str, Any]


def _officers(given: In) -> list[bytes]:
    people = [
        ([KeyRecord(**row) for row in one["records"]], Endorsement(**one["endorsement"]))
        for one in given["people"]
    ]
    by = {name: given[name] for name in ("home", "roster", "day", "apart")}
    return [kr_hash_of(one) for one in eligible(people, **by)]


def _open(given: In) -> dict[str, Any]:
    readers = tuple(Officer(**row) for row in given["cover"]["readers"])
    people = [[KeyRecord(**row) for row in records] for records in given["people"]]
    report = open_report(
        Cover(**{**given["cover"], "readers": readers}),
        given["boxes"],
        given["wrap"],
        me=given["me"],
        ek_seeds={row["kr_hash"]: row["seed"] for row in given["keys"]},
        reporter=KeyRecord(**given["reporter"]),
        people={records[0].account_id: records for records in people},
    )
    words = report.words
    return {
        "about": words.about,
        "b": words.b,
        "on": list(words.on),
        "conv": words.conv,
        "day": words.day,
        "lines": [[one.n, one.entry.sender, one.body] for one in report.lines],
    }


def _letter(given: In) -> list[Any]:
    readers = tuple(Officer(**row) for row in given["envelope"]["readers"])
    words = open_letter(
        Envelope(**{**given["envelope"], "readers": readers}),
        given["box"],
        given["wrap"],
        me=given["me"],
        ek_seeds={row["kr_hash"]: row["seed"] for row in given["keys"]},
        sender=KeyRecord(**given["sender"]),
    )
    b, day, said = words
    if said is None:
        return [b, day]
    if isinstance(said, Measured):
        return [b, day, said.on, said.does, said.days, said.rule]
    return [b, day, list(said.topics), said.minutes]


def _line(given: In) -> bytes:
    return write_line(read_line(given["raw"]))


def _place(given: In) -> bool:
    check_place(read_line(given["raw"]), given["stored"])
    return True


OPS = {
    "report.officers": _officers,
    "report.open": _open,
    "report.letter": _letter,
    "report.line": _line,
    "report.place": _place,
}
