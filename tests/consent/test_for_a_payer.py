"""The files a payer is sent, read by a library that knows FHIR, and as a table."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle

from pse.bill import read_bill
from pse.strict_json import write

ROOT = Path(__file__).parents[2]
NODE = subprocess.run(
    [sys.executable, ROOT / "tools" / "node.py"], check=True, capture_output=True, text=True
).stdout.strip()
ROOM = f"""
import {{ readFileSync, writeSync }} from "node:fs";
import {{ asBundle, asTable }} from "{ROOT.as_posix()}/browser/talk/bill-files.js";
const lines = JSON.parse(readFileSync(0, "utf8"));
const files = {{ table: asTable(lines), bundle: asBundle(lines, {{ now: 1900010000000 }}) }};
writeSync(1, JSON.stringify(files));
"""
NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
BILL = json.loads((Path(__file__).parent / "a_bill.json").read_text(encoding="utf-8"))


def files_of(*bills, laws=("hipaa", "part-2")):
    terms = {"laws": list(laws), "texts": {"notice": NOTICE}, "until": 22_000}
    ids = ("AAECAwQFBgcICQoLDA0ODw", "EAECAwQFBgcICQoLDA0ODw")
    lines = [
        {"id": id, "bill": bill, "terms": terms} for id, bill in zip(ids, bills, strict=False)
    ]
    ran = subprocess.run(
        [str(Path(NODE) / "node"), "--input-type=module", "-e", ROOM],
        input=json.dumps(lines),
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(ran.stdout)


@pytest.mark.parametrize("change", [{}, {"code": "", "goal": ""}])
def test_a_payers_system_can_read_each_meeting_with_its_label_and_its_notice(change):
    bill = {**BILL, **change}
    assert read_bill(write(bill)) == bill
    bundle = Bundle.model_validate_json(files_of(bill, BILL)["bundle"])
    encounter, appointment = (one.resource for one in bundle.entry[:2])
    assert len({one.fullUrl for one in bundle.entry}) == 4
    assert encounter.period.start.isoformat() == "2030-03-17T13:47:00-04:00"
    assert (appointment.end - appointment.start).total_seconds() == 50 * 60
    assert encounter.subject.identifier.value == "A-1234"
    assert encounter.extension[0].valuePositiveInt == 3
    assert encounter.appointment[0].reference == bundle.entry[1].fullUrl
    for one in (bundle, encounter, appointment):
        assert [label.code for label in one.meta.security] == ["R", "42CFRPart2"]
    assert NOTICE in encounter.text.div


def test_a_table_holds_the_line_and_nothing_that_counts_as_a_sum():
    evil = {**BILL, "name": "=1+1", "number": "\t@x", "goal": 'Say "yes",\nthen go'}
    rows = list(csv.DictReader(io.StringIO(files_of(evil)["table"])))
    assert len(rows) == 1
    row = rows[0]
    assert (row["date"], row["start"], row["stop"]) == ("2030-03-17", "13:47", "14:37")
    assert (row["units"], row["notice"]) == ("3", NOTICE)
    assert (row["name"], row["number"]) == ("'=1+1", "'\t@x")
    assert row["goal"] == 'Say "yes", then go'
