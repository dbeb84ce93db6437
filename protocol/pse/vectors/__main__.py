"""`python -m pse.vectors` writes protocol/vectors/*.json anew, always the same bytes."""

import json
from collections.abc import Mapping
from pathlib import Path

from . import (
    bodies,
    circles,
    devices,
    documents,
    emergencies,
    encodings,
    entries,
    epochs,
    exports,
    files,
    grants,
    handovers,
    instruments,
    invites,
    key_logs,
    matches,
    new_locks,
    notes,
    packages,
    passkeys,
    paths,
    people,
    promise_changes,
    promises,
    receipts,
    renewals,
    reports,
    seals,
    servers,
    states,
    stories,
    transcripts,
    walls,
    ways_in,
    wires,
)
from .case import Writer

FOLDER = Path(__file__).parents[2] / "vectors"
WRITERS: Mapping[str, Writer] = {
    "encodings": encodings.cases,
    "seals": seals.cases,
    "ways_in": ways_in.cases,
    "devices": devices.cases,
    "passkeys": passkeys.cases,
    "states": states.cases,
    "exports": exports.cases,
    "documents": documents.cases,
    "files": files.cases,
    "paths": paths.cases,
    "stories": stories.cases,
    "people": people.cases,
    "promises": promises.cases,
    "promise_changes": promise_changes.cases,
    "epochs": epochs.cases,
    "grants": grants.cases,
    "handovers": handovers.cases,
    "new_locks": new_locks.cases,
    "entries": entries.cases,
    "bodies": bodies.cases,
    "circles": circles.cases,
    "receipts": receipts.cases,
    "wires": wires.cases,
    "transcripts": lambda: [*transcripts.cases(), *renewals.cases()],
    "servers": servers.cases,
    "key_logs": key_logs.cases,
    "instruments": instruments.cases,
    "invites": invites.cases,
    "matches": matches.cases,
    "notes": notes.cases,
    "packages": packages.cases,
    "emergencies": emergencies.cases,
    "reports": reports.cases,
    "walls": walls.cases,
}


def text_of(name: str) -> str:
    """What the file of this name holds."""
    rows = ",\n".join(json.dumps(case) for case in WRITERS[name]())
    return f'{{"version": 1, "cases": [\n{rows}\n]}}\n'


def write_all(folder: Path = FOLDER) -> None:
    """Write every file."""
    folder.mkdir(exist_ok=True)
    for name in WRITERS:
        (folder / f"{name}.json").write_text(text_of(name), encoding="utf-8")


if __name__ == "__main__":
    write_all()
