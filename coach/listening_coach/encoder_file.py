"""Writes `encoder.bin` as `encoder.py` reads it: whole numbers in rows, and floats."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = 127
_LINEAR = ("query", "key", "value", "joined")


def encoder_bytes(params: Mapping[str, Any]) -> bytes:
    """Lay an encoder's weights out."""
    parts = [
        *_matrix(params["pieces"]),
        _floats(params["positions"]),
        _floats(params["types"]),
        *map(_floats, params["norm"]),
    ]
    for layer in params["layers"]:
        parts += _layer(layer)
    parts += [_floats(one) for name in ("sentence", "whole") for one in params[name]]
    return b"".join(part + bytes(-len(part) % 4) for part in parts)


def _layer(layer: Mapping[str, Any]) -> Sequence[bytes]:
    found = list[bytes]()
    for name in (*_LINEAR, "first_norm", "inner", "outer", "second_norm"):
        matrix, bias = layer[name]
        first = [_floats(matrix)] if "norm" in name else _matrix(matrix)
        found += [*first, _floats(bias)]
    return found


def _matrix(of: Any) -> tuple[bytes, bytes]:
    rows: NDArray[np.float32] = np.asarray(of, np.float32)
    scales = np.abs(rows).max(-1, keepdims=True) / np.float32(MOST)
    whole = np.rint(rows / np.where(scales > 0, scales, np.float32(1)))
    return whole.astype(np.int8).tobytes(), _floats(scales)


def _floats(of: Any) -> bytes:
    return np.asarray(of, "<f4").tobytes()
