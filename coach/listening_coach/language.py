"""Whether a draft is English, by its small words, as `browser/listening/language.js` does."""

import unicodedata
from collections.abc import Set as AbstractSet

from listening_coach.features import Lists, tokens

_MOST_OTHER_LETTERS = 0.2
_LEAST_SMALL = 0.15
_SHORT = 6


def is_english(text: str, lists: Lists, other: AbstractSet[str]) -> bool:
    """Say it; a few words of which none is of another language count as English."""
    letters = [letter for letter in text if unicodedata.category(letter)[0] == "L"]
    others = sum(letter > "\u024f" for letter in letters)
    if others > len(letters) * _MOST_OTHER_LETTERS:
        return False
    words = [word for word in tokens(text, lists) if "a" <= word[0] <= "z"]
    small = sum(word in lists.small and word not in other for word in words)
    foreign = sum(word in other for word in words)
    if foreign > small:
        return False
    if foreign == 0 and len(words) <= _SHORT:
        return True
    return small >= len(words) * _LEAST_SMALL
