"""Lines over time as a plain SVG, readable in light and dark, with nothing fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, GAP = 860, 190, 64, 96, 56
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #333 }
.grid { stroke: #8886; stroke-width: 1 }
.one { stroke: #0b6e69 } .two { stroke: #b5541c }
polyline { fill: none; stroke-width: 1.8 }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd } .one { stroke: #5cc5be } .two { stroke: #f0a06a }
}
"""


@dataclass(frozen=True)
class Curve:
    """One line: its name, and its points as (minute, value)."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Panel:
    """One field with its title and at most two lines, from 0 up."""

    title: str
    curves: Sequence[Curve]


def svg(title: str, panels: Sequence[Panel]) -> str:
    """Draw the panels below each other."""
    height = 40 + len(panels) * (HEIGHT + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f'<text x="{LEFT}" y="22">{escape(title)}</text>',
    ]
    for number, panel in enumerate(panels):
        parts += _panel(panel, 60 + number * (HEIGHT + GAP))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(panel: Panel, top: int) -> list[str]:
    last = max(minute for curve in panel.curves for minute, _ in curve.points) or 1.0
    most = _round_up(max(value for curve in panel.curves for _, value in curve.points))
    wide = WIDTH - LEFT - RIGHT

    def at(minute: float, value: float) -> tuple[float, float]:
        return LEFT + wide * minute / last, top + HEIGHT * (1 - value / most)

    parts = [f'<text x="{LEFT}" y="{top - 8}">{escape(panel.title)}</text>']
    for step in range(5):
        x, y = at(last * step / 4, most * step / 4)
        parts.append(
            f'<path class="grid" d="M{LEFT} {y:.1f}H{LEFT + wide}"/>'
            f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{most * step / 4:g}</text>'
            f'<text x="{x:.1f}" y="{top + HEIGHT + 18}" text-anchor="middle">'
            f"{last * step / 4:.3g} min</text>"
        )
    for colour, curve in zip(("one", "two"), panel.curves, strict=False):
        dots = [at(*point) for point in curve.points]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
        x, y = dots[-1]
        parts.append(
            f'<polyline class="{colour}" points="{line}"/>'
            f'<text x="{x + 6:.1f}" y="{y + 4:.1f}">{escape(curve.name)}</text>'
        )
    return parts


def _round_up(value: float) -> float:
    """The next 1, 2, 4, 6, 8 or 10 of its size."""
    size = 1.0
    while size * 10 < value:
        size *= 10
    while size > max(value, 1e-6):
        size /= 10
    return next(size * step for step in (1, 2, 4, 6, 8, 10) if size * step >= value)
