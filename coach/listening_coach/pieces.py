"""Cuts words into the pieces an encoder knows; `browser/listening/pieces.js` does the same.

Whole words where they are known, else the longest beginnings that are, the rest marked `##`
(WordPiece, small letters, no accents). A picture is a piece of its own, whichever it is.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

PAD, UNKNOWN, BEGINS, ENDS, PICTURE = range(5)
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[PICTURE]")
_LONGEST = 100
_GONE = frozenset({"Cc", "Cf", "Cs", "Co"})
_CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
_SIGNS = ((33, 47), (58, 64), (91, 96), (123, 126))


class Pieces:
    """A list of pieces; the place of each is its number."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take them in order, the special ones first."""
        if tuple(lines[: len(SPECIAL)]) != SPECIAL:
            raise ValueError("pieces begin with the special ones")
        self._numbers = {piece: at for at, piece in enumerate(lines)}
        self._of_word = lru_cache(maxsize=1 << 15)(self._cut_word)

    def __len__(self) -> int:
        """Count them."""
        return len(self._numbers)

    def cut(self, text: str) -> list[int]:
        """Give the numbers of a text's pieces."""
        return [
            number
            for word in words(text)
            for number in ((PICTURE,) if word is None else self._of_word(word))
        ]

    def _cut_word(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return (UNKNOWN,)
        found = list[int]()
        begins = 0
        while begins < len(word):
            for ends in range(len(word), begins, -1):
                number = self._numbers.get(("##" if begins else "") + word[begins:ends])
                if number is not None:
                    break
            else:
                return (UNKNOWN,)
            found.append(number)
            begins = ends
        return tuple(found)


def words(text: str) -> Iterator[str | None]:
    """Give words and signs in small letters without accents; None for a picture."""
    for run in _runs(text):
        if run is None:
            yield None
        else:
            yield from _split(run)


def _runs(text: str) -> Iterator[str | None]:
    run = ""
    for letter in text:
        point = ord(letter)
        is_picture = _is_picture(point)
        if is_picture or _is_space(letter) or _within(point, _CJK):
            if run:
                yield run
                run = ""
            if is_picture:
                yield None
            elif not _is_space(letter):
                yield letter
        elif point not in (0, 0xFFFD) and unicodedata.category(letter) not in _GONE:
            run += letter
    if run:
        yield run


def _split(run: str) -> Iterator[str]:
    word = ""
    for letter in unicodedata.normalize("NFD", run.lower()):
        kind = unicodedata.category(letter)
        if kind == "Mn":
            continue
        if _within(ord(letter), _SIGNS) or kind.startswith("P"):
            if word:
                yield word
                word = ""
            yield letter
        else:
            word += letter
    if word:
        yield word


def _is_picture(point: int) -> bool:
    return 0x2600 <= point <= 0x27BF or (point >= 0x1F000 and not _within(point, _CJK))


def _is_space(letter: str) -> bool:
    return letter in "\t\n\r" or unicodedata.category(letter).startswith("Z")


def _within(point: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(low <= point <= high for low, high in ranges)
