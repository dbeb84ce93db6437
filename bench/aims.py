"""The aims for one core, as data, and what a run's figures say to each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Figures = Mapping[str, float]


@dataclass(frozen=True)
class Aim:
    """What we want of a run: `figure` is to reach `least`, or to stay within `most`."""

    name: str
    figure: Callable[[Figures], float]
    unit: str = ""
    least: float | None = None
    most: float | None = None

    def verdict(self, figures: Figures) -> tuple[str, float | None]:
        """Met, missed, or not measured in this run; with the figure."""
        try:
            value = self.figure(figures)
        except (KeyError, ZeroDivisionError):
            return "not measured", None
        is_met = (self.least is None or value >= self.least) and (
            self.most is None or value <= self.most
        )
        return ("met" if is_met else "missed"), value

    @property
    def wanted(self) -> str:
        """The bound in words."""
        if self.least is not None:
            return f">= {self.least:g}{self.unit}"
        return f"<= {self.most:g}{self.unit}"


def times(one: str, other: str) -> Callable[[Figures], float]:
    """How many times as much."""
    return lambda figures: figures[one] / figures[other]


def plain(name: str) -> Callable[[Figures], float]:
    """A figure as it is."""
    return lambda figures: figures[name]


RATIOS = (
    Aim("50 pairs: part of the same server's echo", times("msg_s_50", "echo_50"), least=0.6),
    Aim("200 pairs: part of the same server's echo", times("msg_s_200", "echo_200"), least=0.6),
    Aim("50 pairs: times Channels", times("msg_s_50", "channels_50"), least=12),
    Aim("200 pairs: times Channels", times("msg_s_200", "channels_200"), least=12),
    Aim("50 pairs: times ejabberd", times("msg_s_50", "ejabberd_50"), least=7),
    Aim("200 pairs: times ejabberd", times("msg_s_200", "ejabberd_200"), least=7),
    Aim("50 pairs: times Prosody", times("msg_s_50", "prosody_50"), least=7),
    Aim("200 pairs: times Prosody", times("msg_s_200", "prosody_200"), least=7),
)
FIGURES = (
    Aim("durable and delivered, 50 pairs", plain("msg_s_50"), "/s", least=10_000),
    Aim("durable and delivered, 200 pairs", plain("msg_s_200"), "/s", least=10_000),
    Aim("server CPU for 1000", plain("cpu_s_per_1000"), " s", most=0.10),
    Aim("at 200 a second: p50", plain("quiet_p50_ms"), " ms", most=1.2),
    Aim("at 200 a second: p99", plain("quiet_p99_ms"), " ms", most=3),
    Aim("at 5,000 a second: p50", plain("busy_p50_ms"), " ms", most=1.5),
    Aim("at 5,000 a second: p99", plain("busy_p99_ms"), " ms", most=6),
    Aim("memory of an idle connection", plain("kb_per_idle"), " kB", most=25),
    Aim("connects", plain("connects_s"), "/s", least=1_200),
    Aim("a disk of 5 ms, 50 pairs", plain("slow_disk_50"), "/s", least=2_500),
    Aim("a disk of 5 ms, 200 pairs", plain("slow_disk_200"), "/s", least=7_000),
    Aim("page with session", plain("pages_s"), "/s", least=500),
)
AIMS = (*RATIOS, *FIGURES)
# Of `bench.circles`; by its own process, so not in the table of a whole run.
CIRCLES = Aim("a line of a circle is with everybody: p99", plain("p99"), " ms", most=50)


def table(figures: Figures, aims: Iterable[Aim] = AIMS) -> list[str]:
    """One line for each aim, the ratios first."""
    rows = []
    for aim in aims:
        verdict, value = aim.verdict(figures)
        shown = "-" if value is None else f"{value:,.2f}{aim.unit}"
        rows.append(f"{aim.name:44} {shown:>14}   {aim.wanted:>12}   {verdict}")
    return rows
