"""ISO 7816-4 padding to one of four sizes, so that lengths tell little."""

from .refusal import NotOpened

SIZES = (1_024, 4_096, 16_384, 65_536)
LONGEST = SIZES[-1] - 1


def pad(text: bytes) -> bytes:
    """Fill up to the smallest size longer than the text; NotOpened beyond 65,535 bytes."""
    return (text + b"\x80").ljust(_size_for(text), b"\x00")


def unpad(padded: bytes) -> bytes:
    """Give back the text; NotOpened unless it was padded as `pad` does."""
    text = padded.rstrip(b"\x00")
    if text[-1:] != b"\x80" or len(padded) != _size_for(text[:-1]):
        raise NotOpened("the padding is not the one accepted")
    return text[:-1]


def _size_for(text: bytes) -> int:
    for size in SIZES:
        if len(text) < size:
            return size
    raise NotOpened("longer than the largest size")
