"""Whether a text names something: letters by chance spell short names, too."""

import re

# What keys, tokens and sealed boxes are written in.
BESIDE = r"[A-Za-z0-9+/_=-]"


def names(text: str, word: str) -> bool:
    """Whether `word` stands in `text` by itself; what touches it is of a token."""
    by_itself = rf"(?<!{BESIDE}){re.escape(word)}(?!{BESIDE})"
    return re.search(by_itself, text, re.IGNORECASE) is not None
