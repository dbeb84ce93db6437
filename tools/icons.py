"""Draws the icon that stands on a tab and on a phone: a sheet of notes, which says nothing.

`python tools/icons.py` writes the pictures anew beside `browser/look/icon.svg`. Phones that
put a page on their first screen want PNG; these are drawn from the same shapes.
"""

import math
import struct
import sys
import zlib
from pathlib import Path

LOOK = Path(__file__).resolve().parent.parent / "browser" / "look"
SIZES = (180, 192, 512)
# The drawing is 32 units wide. A shape is left, top, right, bottom, roundness, colour.
WIDTH = 32.0
GROUND = "#dfeae3"
SHEET, LINE = "#fffdfa", "#857c6c"
SHAPES = (
    (9.0, 7.0, 23.0, 25.0, 2.0, SHEET),
    (12.0, 11.0, 20.0, 12.5, 0.75, LINE),
    (12.0, 15.0, 20.0, 16.5, 0.75, LINE),
    (12.0, 19.0, 17.0, 20.5, 0.75, LINE),
)

Colour = tuple[int, int, int]
Shape = tuple[float, float, float, float, float, str]


def svg() -> str:
    """Give the drawing as SVG."""
    drawn = "".join(
        f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}" '
        f'rx="{round_:g}" fill="{colour}"/>'
        for left, top, right, bottom, round_, colour in SHAPES
    )
    ground = f'<rect width="{WIDTH:g}" height="{WIDTH:g}" fill="{GROUND}"/>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    return f"{head}{ground}{drawn}</svg>\n"


def rows(size: int) -> list[bytes]:
    """Give the drawing as rows of red, green and blue."""
    unit = WIDTH / size
    places = [(step + 0.5) * unit for step in range(size)]
    return [b"".join(bytes(_pixel(x, y, unit)) for x in places) for y in places]


def png(size: int) -> bytes:
    """Give the drawing as a PNG so many pixels wide."""
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows(size)), 9)
    parts = (b"IHDR", head), (b"IDAT", body), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _part(name: bytes, data: bytes) -> bytes:
    return (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    )


def _pixel(x: float, y: float, unit: float) -> Colour:
    colour = _colour(GROUND)
    for shape in SHAPES:
        colour = _mixed(colour, _colour(shape[5]), _share(x, y, shape, unit))
    return colour


def _share(x: float, y: float, shape: Shape, unit: float) -> float:
    """Say how much of a pixel a rounded shape covers: from 0 outside to 1 inside."""
    left, top, right, bottom, round_, _ = shape
    across = max(abs(x - (left + right) / 2) - (right - left) / 2 + round_, 0.0)
    along = max(abs(y - (top + bottom) / 2) - (bottom - top) / 2 + round_, 0.0)
    distance = math.hypot(across, along) - round_
    return min(max(0.5 - distance / unit, 0.0), 1.0)


def _mixed(under: Colour, over: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(under, over, strict=True))
    return red, green, blue


def _colour(written: str) -> Colour:
    red, green, blue = bytes.fromhex(written.removeprefix("#"))
    return red, green, blue


def main() -> int:
    """Write every picture."""
    (LOOK / "icon.svg").write_text(svg())
    for size in SIZES:
        (LOOK / f"icon-{size}.png").write_bytes(png(size))
    return 0


if __name__ == "__main__":
    sys.exit(main())
