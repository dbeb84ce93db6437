"""What a witness asks a programme for, over HTTPS and without trusting a byte of it."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from pse.base64url import from_text
from pse.ids import HASH, ID
from pse.key_log import MOST_LEAVES, ROW, Leaf, read_rows
from pse.refusal import Refused

PATIENCE = 30
LARGEST = 1024 * 1024
HERE = {"127.0.0.1", "localhost", "::1"}


class Unreachable(Exception):
    """The programme could not be asked, or its answer makes no sense."""


@dataclass(frozen=True)
class Programme:
    """What a programme shows: who it is, all lines, and the note it signed."""

    home: bytes
    log_key: bytes
    rows: bytes
    note: str

    @property
    def leaves(self) -> list[Leaf]:
        """The lines."""
        return read_rows(self.rows)


def fetched(url: str) -> Programme:
    """Ask for everything."""
    base = _base(url)
    config = _get(f"{base}/config.json")
    try:
        home, log_key = from_text(config["home"], size=ID), from_text(config["log"], size=HASH)
        rows, note = _whole_log(base)
    except (KeyError, TypeError, ValueError, Refused):
        raise Unreachable(f"What {url} answers makes no sense.") from None
    return Programme(home, log_key, rows, note)


def post_back(url: str, note: str) -> bool:
    """Hand the signed note to the programme; False if it does not list this witness."""
    body = json.dumps({"note": note}).encode()
    try:
        _open(f"{_base(url)}/api/key-log/cosignatures", body)
    except HTTPError as refused:
        if refused.code == 422:
            return False
        raise Unreachable(f"{url} answered {refused.code}.") from None
    return True


def _whole_log(base: str) -> tuple[bytes, str]:
    rows = b""
    while True:
        page = _get(f"{base}/api/key-log?from={len(rows) // ROW}")
        more = from_text(page["rows"])
        rows += more
        is_whole = len(rows) // ROW >= int(page["size"])
        if not more or is_whole:
            return rows, str(page["note"])
        if len(more) % ROW or len(rows) > MOST_LEAVES * ROW:
            raise Unreachable("The list is longer than any programme's.")


def _base(url: str) -> str:
    parts = urlsplit(url)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE)
    if not is_safe or not parts.netloc or parts.path.strip("/") or parts.query:
        raise Unreachable("The address is https:// and a host, such as https://example.org")
    return f"{parts.scheme}://{parts.netloc}"


def _get(address: str) -> dict[str, Any]:
    try:
        answer = json.loads(_open(address))
    except HTTPError as refused:
        raise Unreachable(f"{address} answered {refused.code}.") from None
    except (ValueError, RecursionError):
        raise Unreachable(f"What {address} answers makes no sense.") from None
    if not isinstance(answer, dict):
        raise Unreachable(f"What {address} answers makes no sense.")
    return answer


class _Stay(HTTPRedirectHandler):
    """Another address is not followed: nobody is led elsewhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nowhere."""


def _open(address: str, body: bytes | None = None) -> bytes:
    headers = {"X-Alongside": "1", "Content-Type": "application/json"}
    request = Request(address, data=body, headers=headers)  # noqa: S310  (checked by _base)
    try:
        with build_opener(_Stay).open(request, timeout=PATIENCE) as answer:
            raw: bytes = answer.read(LARGEST + 1)
    except HTTPError:
        raise
    except (URLError, OSError) as fault:
        raise Unreachable(f"{address} cannot be reached ({fault}).") from None
    if len(raw) > LARGEST:
        raise Unreachable(f"{address} answers with more than it should.")
    return raw
