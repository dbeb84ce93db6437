"""What is chosen before a second tier is learnt; plain Python."""

from dataclasses import dataclass

BEFORE, DRAFT = 62, 160


@dataclass(frozen=True, slots=True)
class Lesson:
    """How long and how hard something is learnt."""

    epochs: int
    rate: float
    wide: int = 6
    smooth: float = 0.02
    hidden: float = 0.05
    left_out: float = 0.1
    seed: int = 8
    dropped: float = 0.0
    """How much of what each layer adds is left out, by chance."""
    falling: float = 1.0
    """How fast a layer learns beside the one above it."""
    sentences: float = 1.0
    """What a label of a sentence weighs beside one of a whole reply."""
    choices: tuple[tuple[int, int], ...] = ()
    """Heads of whole replies, from and to, of which just one is true."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is chosen before anything is learnt: how large, from which layers, how long."""

    layers: tuple[int, ...] = (0, 1, 2, 3)
    width: int = 384
    heads: int = 8
    inner: int = 512
    pieces: int = 12_000
    alike: Lesson = Lesson(epochs=3, rate=4e-4)
    labels: Lesson = Lesson(epochs=3, rate=2e-4)
    folds: tuple[int, ...] = (0, 1, 2, 3, 4)

    @property
    def parts(self) -> tuple[str, ...]:
        """Name what is made: the start, each fold's scores, the encoder of everything."""
        return ("start", *(f"fold{fold}" for fold in self.folds), "all")

    def sizes(self, pieces: int) -> dict[str, int]:
        """Give the shape of an encoder with so many pieces, as a pack tells it."""
        return {
            "layers": len(self.layers), "width": self.width, "heads": self.heads,
            "head_width": 32, "inner": self.inner, "pieces": pieces,
            "positions": BEFORE + 2 + DRAFT + 1, "before": BEFORE, "draft": DRAFT,
        }  # fmt: skip


OPEN_PLAN = Plan()
# No room fetches a research pack: nothing is cut away from MiniLM, so nothing has to be learnt
# to be like it again.
RESEARCH_PLAN = Plan(
    layers=(0, 1, 2, 3, 4, 5),
    heads=12,
    inner=1536,
    pieces=14_000,
    alike=Lesson(epochs=0, rate=0.0),
    labels=Lesson(epochs=4, rate=1.5e-4, dropped=0.1, falling=0.95, sentences=0.3),
)
