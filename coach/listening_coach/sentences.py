"""Where the sentences of a draft are; `browser/listening/sentences.js` does the same.

A sentence ends after `.`, `!`, `?` or an ellipsis with what closes behind it (quotes, brackets,
emoji), before a space; after an emoji before a capital; and at the end of a line. It does not
end after a short form ("Dr."), a single capital, or dots that go on in small letters.
"""

import re

_PICTURES = r"(?:[\U0001F000-\U0001FAFF\u2600-\u27BF][\uFE0F\u200D]?)+"
_END = re.compile(
    r"[.!?\u2026]+[\"')\]\u2019\u201d]*(?:[ ]?" + _PICTURES + r")?(?=[ \t\r\u00a0\n]|$)"
    r"|" + _PICTURES + r"(?= +[A-Z])|\n"
)
_SHORT = re.compile(
    r"(?:^|[ \t\r\n\u00a0(])"
    r"(?:[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[JjSs]r|vs|approx|[Pp]rof|[a-z]\.[a-z]|[A-HJ-Z])\.$"
)
_SPACES = " \t\r\n\u00a0"


def sentences(text: str) -> list[tuple[int, int]]:
    """Give each sentence as the places where it begins and ends; spaces around are left out."""
    found = list[tuple[int, int]]()
    begins = 0
    for end in _END.finditer(text):
        if end.group() != "\n" and _goes_on(text, begins, end.end()):
            continue
        _take(text, begins, end.end(), found)
        begins = end.end()
    _take(text, begins, len(text), found)
    return found


def _take(text: str, begins: int, ends: int, found: list[tuple[int, int]]) -> None:
    while begins < ends and text[begins] in _SPACES:
        begins += 1
    while ends > begins and text[ends - 1] in _SPACES:
        ends -= 1
    if ends > begins:
        found.append((begins, ends))


def _goes_on(text: str, begins: int, ends: int) -> bool:
    said = text[max(begins, ends - 8) : ends]
    if said.endswith(("..", "\u2026")):
        after = text[ends : ends + 2].lstrip(_SPACES)
        return "a" <= after[:1] <= "z"
    return bool(_SHORT.search(said))
