"""Check-ins in a readable copy: the statements and answers in words."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from .check_in import CLIENT, HELP, NOT_SURE, SKIPPED, Check, CheckIn, Sheet

_FIRST_DAY = date(1970, 1, 1)
_WORDS = ("not at all", "a little", "partly", "mostly", "completely")
_OTHER = {NOT_SURE: "not sure", SKIPPED: "skipped"}
_CHOICES = ("", " (shown)", " (counted)", " (shown, counted)")
OF_CLIENT = (
    "I felt heard.",
    "They were real with me.",
    "I know who can see what I share, and I am OK with that.",
    "They understood what this is like for me.",
    "They did what they said they would do.",
    "I felt safe to be myself.",
)
OF_SPECIALIST = (
    "I heard them.",
    "I was real with them.",
    "They know who can see what they share.",
    "I understood what this is like for them.",
    "I did what I said I would do.",
    "I made room for them to be themselves.",
)
# Both people's statements are about the same thing: a line of a talk names that alone.
ABOUT = (
    "Being heard",
    "Being real",
    "Knowing who can see what is shared",
    "Being understood",
    "Doing what was said",
    "Feeling safe",
)
UNVALIDATED = (
    "Our six statements have not been validated (version 1): read each answer by itself; "
    "they have no total and no norms."
)


def check_words(body: Check) -> str:
    """What somebody showed of a check-in, or that they wished for help to talk."""
    if body.k == HELP:
        return "(asked: help us talk)"
    said = [f"{ABOUT[one.q - 1]}: {_word(one.v)}" for one in body.a]
    return "\n".join(["(showed how it is going; not validated)", *said, *_own(body.b)])


def sheets_text(sheets: Sequence[Sheet]) -> str:
    """Every sheet, oldest time first."""
    if not sheets:
        return ""
    pieces = ["Check-ins", UNVALIDATED, ""]
    for sheet in sheets:
        pieces += [f"{_title(sheet)}\n", *(f"{text}\n" for text in _times(sheet))]
    return "\n".join(pieces)


def _times(sheet: Sheet) -> Iterator[str]:
    statements = OF_CLIENT if sheet.side == CLIENT else OF_SPECIALIST
    for row in sheet.rows:
        said = "\n".join(
            f"{_statement(sheet, at, statements)} {_answer(sheet, row, at)}"
            for at in range(len(row.a))
        )
        yield "\n".join([_day(row.day), said, *_own(row.b)])


def _title(sheet: Sheet) -> str:
    return f"Pack {sheet.pack}, version {sheet.ver}" if sheet.pack else "Our six statements"


def _statement(sheet: Sheet, at: int, statements: tuple[str, ...]) -> str:
    return f"{at + 1}." if sheet.pack else statements[at]


def _answer(sheet: Sheet, row: CheckIn, at: int) -> str:
    value = row.a[at]
    word = _OTHER.get(value) or (f"word {value + 1}" if sheet.pack else _word(value))
    return f"{word}{_CHOICES[row.c[at]]}"


def _word(value: int) -> str:
    return _OTHER.get(value) or _WORDS[value]


def _own(words: str) -> list[str]:
    return [words] if words else []


def _day(day: int) -> str:
    try:
        return (_FIRST_DAY + timedelta(days=day)).isoformat()
    except OverflowError:
        return f"day {day}"
