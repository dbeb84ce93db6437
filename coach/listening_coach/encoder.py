"""The second tier: a small encoder reads a reply beside the client's last message.

It gives more scores (`deep_question` ...), for each sentence and for the whole. What the client
wrote attends to itself alone, so it is worked out once for many drafts. Weights are whole
numbers, what is multiplied with them too, so that `browser/listening/encoder.js` gets the same.
Needs numpy; whoever has none reads with the first tier.
"""

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

# A draft is a few dozen rows: threads would wait for each other, thirty times as long where
# a machine is busy. It counts only where nobody has loaded numpy before.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from listening_coach.deep import Deep
from listening_coach.pieces import BEGINS, ENDS, Pieces

Floats = NDArray[np.float64]
Whole = NDArray[np.int8]
FINE = 8191
EPSILON = 1e-12
_GELU = math.sqrt(2 / math.pi)
Keys = list[tuple[Floats, Floats]]
"""Keys and values of what came before, layer by layer: [heads][rows][head width]."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How large an encoder is, and how much of a message and a draft it sees."""

    layers: int
    width: int
    heads: int
    head_width: int
    inner: int
    pieces: int
    positions: int
    before: int
    draft: int

    @classmethod
    def of(cls, row: Mapping[str, int]) -> "Shape":
        """Read it as it stands in a pack."""
        return cls(**{name: int(row[name]) for name in cls.__dataclass_fields__})


class Matrix(NamedTuple):
    """Rows of whole numbers, and what one of them is worth in each row."""

    numbers: Whole
    scales: Floats


class Linear(NamedTuple):
    """Whole numbers, a column for each output, what they are worth, and what is added."""

    numbers: Floats
    scales: Floats
    bias: Floats

    def of(self, fine: Floats, worth: Floats) -> Floats:
        """Multiply rows of whole numbers; sums are exact."""
        return np.asarray((fine @ self.numbers) * worth * self.scales + self.bias)


class Norm(NamedTuple):
    """Brings each row to one size, then stretches and shifts it."""

    gain: Floats
    bias: Floats

    def of(self, rows: Floats) -> Floats:
        """Do it."""
        apart = rows - rows.mean(-1, keepdims=True)
        size = np.sqrt((apart * apart).mean(-1, keepdims=True) + EPSILON)
        return np.asarray(apart / size * self.gain + self.bias)


class Layer(NamedTuple):
    """What a layer of an encoder is made of, in the order of `encoder.bin`."""

    query: Linear
    key: Linear
    value: Linear
    joined: Linear
    first_norm: Norm
    inner: Linear
    outer: Linear
    second_norm: Norm


class Weights(NamedTuple):
    """Everything that stands in `encoder.bin`."""

    pieces: Matrix
    positions: Floats
    types: Floats
    norm: Norm
    layers: tuple[Layer, ...]
    sentence: tuple[Floats, Floats]
    whole: tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder as it is used."""

    shape: Shape
    pieces: Pieces
    weights: Weights
    sentence: tuple[str, ...]
    whole: tuple[str, ...]

    def before(self, text: str) -> tuple[int, Keys]:
        """Read what the client wrote last: how many rows, and what drafts attend to."""
        numbers = [BEGINS, *last(self.pieces.cut(text), self.shape.before), ENDS]
        _, keys = self._through(self._rows(numbers, 0, 0), None)
        return len(numbers), keys

    def read(self, texts: Sequence[str], context: tuple[int, Keys]) -> Deep | None:
        """Score the sentences of a reply after what `before` gave; None: no piece in it."""
        cut = [self.pieces.cut(text) for text in texts]
        kept = [number for one in cut for number in one][: self.shape.draft]
        if not kept:
            return None
        length, keys = context
        rows, _ = self._through(self._rows([*kept, ENDS], length, 1), keys)
        found = list[Mapping[str, float] | None]()
        begins = 0
        for one in cut:
            ends = min(begins + len(one), len(kept))
            found.append(
                _named(self.sentence, self.weights.sentence, rows[begins:ends])
                if ends > begins
                else None
            )
            begins = ends
        return Deep(tuple(found), _named(self.whole, self.weights.whole, rows[: len(kept)]))

    def _rows(self, numbers: Sequence[int], first: int, kind: int) -> Floats:
        pieces, positions, types, norm = self.weights[:4]
        some = np.asarray(numbers)
        rows = pieces.numbers[some] * pieces.scales[some][:, None]
        return norm.of(rows + positions[first : first + len(some)] + types[kind])

    def _through(self, rows: Floats, earlier: Keys | None) -> tuple[Floats, Keys]:
        keys: Keys = []
        for at, layer in enumerate(self.weights.layers):
            fine = whole_numbers(rows)
            query, key, value = (self._by_head(part.of(*fine)) for part in layer[:3])
            keys.append((key, value))
            if earlier is not None:
                key = np.concatenate((earlier[at][0], key), 1)
                value = np.concatenate((earlier[at][1], value), 1)
            seen = _softmax(query @ key.transpose(0, 2, 1) / math.sqrt(self.shape.head_width))
            together = (seen @ value).transpose(1, 0, 2).reshape(len(rows), -1)
            joined = layer.joined.of(*whole_numbers(together))
            rows = layer.first_norm.of(rows + joined)
            inner = gelu(layer.inner.of(*whole_numbers(rows)))
            rows = layer.second_norm.of(rows + layer.outer.of(*whole_numbers(inner)))
        return rows, keys

    def _by_head(self, rows: Floats) -> Floats:
        apart = rows.reshape(len(rows), self.shape.heads, self.shape.head_width)
        return apart.transpose(1, 0, 2)


def whole_numbers(rows: Floats) -> tuple[Floats, Floats]:
    """Round each row to whole numbers up to 8191, and say what one of them is worth."""
    most = np.abs(rows).max(-1, keepdims=True)
    fine = np.rint(rows * np.where(most > 0, FINE / np.where(most > 0, most, 1.0), 0.0))
    return fine, most / FINE


def gelu(x: Floats) -> Floats:
    """Give x where it is large, nothing where it is small, smoothly between."""
    return np.asarray(0.5 * x * (1 + np.tanh(_GELU * (x + 0.044715 * x**3))))


def last(numbers: Sequence[int], most: int) -> Sequence[int]:
    """Give the end of it, so many at most."""
    return numbers[-most:] if len(numbers) > most else numbers


def _softmax(x: Floats) -> Floats:
    raised = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


def _named(
    names: Sequence[str], outputs: tuple[Floats, Floats], rows: Floats
) -> Mapping[str, float]:
    scores = outputs[0] @ rows.mean(0) + outputs[1]
    return dict(zip(names, map(float, scores), strict=True))


class Reader:
    """Takes the parts of `encoder.bin` one after the other."""

    def __init__(self, data: bytes) -> None:
        """Begin at the front."""
        self._data, self._at = data, 0

    def floats(self, *size: int) -> Floats:
        """Take floats."""
        with np.errstate(invalid="ignore"):  # of another file's bytes: refused at the end
            return self._taken("<f4", size).astype(np.float64)

    def matrix(self, rows: int, width: int) -> Matrix:
        """Take rows of whole numbers, and their scales."""
        return Matrix(self._taken("<i1", (rows, width)), self.floats(rows))

    def linear(self, rows: int, width: int) -> Linear:
        """Take a matrix, and what is added."""
        numbers, scales = self.matrix(rows, width)
        return Linear(numbers.T.astype(np.float64), scales, self.floats(rows))

    def norm(self, width: int) -> Norm:
        """Take a norm."""
        return Norm(self.floats(width), self.floats(width))

    def is_done(self) -> bool:
        """Say whether nothing is left."""
        return self._at == len(self._data)

    def _taken(self, kind: str, size: tuple[int, ...]) -> NDArray[Any]:
        much = math.prod(size) * np.dtype(kind).itemsize
        part = self._data[self._at : self._at + much]
        if len(part) < much:
            raise ValueError("encoder.bin is shorter than its shape")
        self._at += (much + 3) // 4 * 4
        return np.frombuffer(part, kind).reshape(size)


def opened(row: Mapping[str, Any], data: bytes, pieces: bytes) -> Encoder:
    """Open what pack.json says of an encoder, with its files; ValueError says what is wrong."""
    shape = Shape.of(row["shape"])
    sentence, whole = tuple(row["sentence"]), tuple(row["whole_heads"])
    lines = pieces.decode("utf-8").split("\n")[:-1]
    if len(lines) != shape.pieces:
        raise ValueError("pieces.txt does not hold as many pieces as the shape says")
    weights = weights_of(data, shape, len(sentence), len(whole))
    return Encoder(shape, Pieces(lines), weights, sentence, whole)


def weights_of(data: bytes, shape: Shape, sentence: int, whole: int) -> Weights:
    """Read `encoder.bin`; ValueError where it is not as long as its shape says."""
    take = Reader(data)
    width, joined = shape.width, shape.heads * shape.head_width

    def layer() -> Layer:
        return Layer(
            take.linear(joined, width),
            take.linear(joined, width),
            take.linear(joined, width),
            take.linear(width, joined),
            take.norm(width),
            take.linear(shape.inner, width),
            take.linear(width, shape.inner),
            take.norm(width),
        )

    found = Weights(
        take.matrix(shape.pieces, width),
        take.floats(shape.positions, width),
        take.floats(2, width),
        take.norm(width),
        tuple(layer() for _ in range(shape.layers)),
        (take.floats(sentence, width), take.floats(sentence)),
        (take.floats(whole, width), take.floats(whole)),
    )
    if not take.is_done():
        raise ValueError("encoder.bin is longer than its shape")
    return found
