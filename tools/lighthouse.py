"""Waits until pages are served, and says what Lighthouse found and what pulls it down."""

import argparse
import json
import os
import sys
import time
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LONGEST_WAIT = 90


def main() -> int:
    """Do one of the three; 1 when a page is not there or below the floor."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("found", type=Path, nargs="?")
    words.add_argument("--floor", type=int, default=0)
    words.add_argument("--wait", metavar="ADDRESS")
    words.add_argument("--said", type=Path, help="a file that will hold the address")
    words.add_argument("--process", type=int, help="the one that is to serve it")
    asked = words.parse_args()
    if asked.wait:
        return 0 if _is_served(asked.wait, by=asked.process) else 1
    if asked.said:
        return 0 if _is_said(asked.said, by=asked.process) else 1
    return _say(json.loads(asked.found.read_text(encoding="utf-8")), floor=asked.floor)


def _is_served(address: str, *, by: int) -> bool:
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until and Path(f"/proc/{by}").exists():
        try:
            line = HTTPConnection(urlsplit(address).netloc, timeout=5)
            line.request("GET", "/")
            return line.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            time.sleep(0.2)
    print(f"nothing answers at {address}", file=sys.stderr)
    return False


def _is_said(file: Path, *, by: int) -> bool:
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until and Path(f"/proc/{by}").exists():
        if file.read_text(encoding="utf-8").startswith("https://"):
            return True
        time.sleep(0.2)
    print(file.read_text(encoding="utf-8"), file=sys.stderr)
    return False


def _say(found: dict[str, Any], *, floor: int) -> int:
    scores = {kind["title"]: kind["score"] for kind in found["categories"].values()}
    shown = "  ".join(f"{name} {_whole(score)}" for name, score in scores.items())
    print(f"{found['requestedUrl']}{os.linesep}  {shown}")
    is_below = any(_whole(score) < floor for score in scores.values())
    for audit in found["audits"].values() if is_below else ():
        if audit["score"] is not None and audit["score"] < 1:
            print(f"    {audit['title']} {audit.get('displayValue', '')}".rstrip())
    return int(is_below)


def _whole(score: float | None) -> int:
    return round(100 * (score or 0))


if __name__ == "__main__":
    sys.exit(main())
