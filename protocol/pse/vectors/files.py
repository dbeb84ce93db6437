"""Vectors for files that go with a line."""

from typing import Any

from pse.file import (
    OTHER,
    PICTURE,
    PIECE,
    VOICE_MP4,
    VOICE_WEBM,
    cipher_hash,
    papers_json,
    seal_file,
)
from pse.strict_json import write

from .case import Cases, answered, refused
from .ops_primitives import given_chance

MSG_ID = b"f" * 16
KEY, HEADER = bytes(range(160, 192)), bytes(range(24))
JPEG = b"\xff\xd8\xff" + b"j" * 9
WEBM = b"\x1aE\xdf\xa3" + b"w" * 9
MP4 = b"\x00\x00\x00\x18ftyp" + b"m" * 9
LONG = 3 * PIECE


def cases() -> Cases:
    """All of them."""
    return [*_sealed(), *_opened()]


def file_papers() -> bytes:
    """What a line says about a small file, as it stands in a body."""
    papers, _ = seal_file(
        MSG_ID, b"A oak", type=OTHER, name="tree.txt", chance=given_chance(KEY, HEADER)
    )
    return write(papers_json(papers))


def _given(**change: Any) -> dict[str, Any]:
    asked = {
        "msg_id": MSG_ID,
        "text": b"ABCDEFGH",
        "times": LONG // 8,
        "type": OTHER,
        "called": "letter.txt",
        "secs": 0,
        "draws": [KEY, HEADER],
    }
    return {**asked, **change}


def _sealed() -> Cases:
    good: list[tuple[str, dict[str, Any]]] = [
        ("one byte", {"text": b"A", "times": 1}),
        ("ending in zeros", {"text": b"\x00" * 5, "times": 1}),
        ("the most that fits one piece", {"text": b"A", "times": PIECE - 1}),
        ("one byte more: four pieces", {"text": b"A", "times": PIECE}),
        ("three pieces and a fourth of nothing", {}),
        ("a picture", {"text": JPEG, "times": 1, "type": PICTURE, "called": ""}),
        ("a voice", {"text": WEBM, "times": 1, "type": VOICE_WEBM, "called": "", "secs": 180}),
        (
            "a voice as MP4",
            {"text": MP4, "times": 1, "type": VOICE_MP4, "called": "", "secs": 1},
        ),
    ]
    bad: list[tuple[str, dict[str, Any]]] = [
        ("nothing", {"text": b"", "times": 1}),
        ("four MiB", {"text": b"A", "times": 64 * PIECE}),
        ("a page as a picture", {"text": b"<html>", "times": 1, "type": PICTURE, "called": ""}),
        (
            "a drawing as a picture",
            {"text": b"<svg>", "times": 1, "type": PICTURE, "called": ""},
        ),
        (
            "a picture as a voice",
            {"text": JPEG, "times": 1, "type": 2, "called": "", "secs": 3},
        ),
        ("a type nobody named", {"type": 0}),
        ("a name with a slash", {"called": "a/b"}),
        ("a name with a line end", {"called": "a\nb"}),
        ("a short id", {"msg_id": b"f" * 15}),
    ]
    return [
        *[answered(f"seals {name}", "file.seal", **_given(**one)) for name, one in good],
        *[refused(f"does not seal {name}", "file.seal", **_given(**one)) for name, one in bad],
    ]


def _opened() -> Cases:
    """Attack 20. What a hostile server or writer does is refused even where hashes fit."""
    whole: dict[str, Any] = {"order": [0, 1, 2, 3], "flipped": None, "told": {}}
    given = {**_given(), **whole}
    _, pieces = seal_file(
        MSG_ID,
        b"ABCDEFGH" * (LONG // 8),
        type=OTHER,
        name="l",
        chance=given_chance(KEY, HEADER),
    )

    def told(order: list[int], **change: Any) -> dict[str, Any]:
        """As if the writer had named these very pieces: only the stream itself can refuse."""
        cipher = cipher_hash(MSG_ID, HEADER, [pieces[i] for i in order])
        return {"order": order, "told": {"cipher": cipher, **change}}

    bad: list[tuple[str, dict[str, Any]]] = [
        ("reordered", {"order": [1, 0, 2, 3]}),
        ("reordered by the writer", told([1, 0, 2, 3])),
        ("one missing", {"order": [0, 1, 2]}),
        ("one twice", told([0, 1, 1, 3])),
        ("none", {"order": []}),
        ("cut off before the end", told([0], pieces=1, size=PIECE - 1)),
        ("one appended", {"order": [0, 1, 2, 3, 3]}),
        ("the end in the middle", told([0, 1, 3, 3])),
        ("one bit", {"flipped": 2}),
        ("of another line", {"as_msg_id": b"g" * 16}),
        ("with another key", {"told": {"key": KEY[::-1]}}),
        ("with another header", {"told": {"header": HEADER[::-1]}}),
        ("with another hash of the sealed", {"told": {"cipher": bytes(32)}}),
        ("with another hash of the file", {"told": {"plain": bytes(32)}}),
        ("as another size", {"told": {"size": LONG - 1}}),
        ("as a picture", {"told": {"type": PICTURE, "name": ""}}),
        ("as a voice", {"told": {"type": VOICE_WEBM, "name": "", "secs": 3}}),
    ]
    return [
        answered("opens whole", "file.open", **given),
        *[
            refused(f"does not open {name}", "file.open", **{**given, **one})
            for name, one in bad
        ],
    ]
