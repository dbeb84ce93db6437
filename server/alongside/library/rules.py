"""What a story may hold, when it may go on, and what of it may be told. Time is handed in.

docs/decisions/0126-a-published-story-is-in-the-open.md says why.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from math import ceil

# Where a story may be used; each by a yes of its own.
IN_ROOM, IN_PUBLIC, IN_PRINT = 1, 2, 3
USES = (IN_ROOM, IN_PUBLIC, IN_PRINT)
# Whoever is younger cannot say yes alone to what everybody may read.
GROWN = 18
BEYOND_THE_ROOM = frozenset({IN_PUBLIC, IN_PRINT})

THEMES = (
    "alcohol",
    "drugs",
    "medicines",
    "gambling",
    "eating",
    "low-mood",
    "fear",
    "voices",
    "loss",
    "family",
    "children",
    "work",
    "home",
    "prison",
    "faith",
    "asking-for-help",
    "setbacks",
    "starting-again",
    "finding-people",
    "helping-others",
)
NOTES = (
    "suicide",
    "self-harm",
    "violence",
    "sexual-violence",
    "harm-to-children",
    "death",
    "using",
    "drinking",
    "eating",
    "hospital",
    "discrimination",
)
# What somebody would rather not meet: themes, and notes by a mark (both lists have "eating").
NOTE_MARK = "n:"
HIDABLE = (*THEMES, *(NOTE_MARK + note for note in NOTES))
MOST_THEMES = 4
# What somebody may answer to a story; none of it says who, and none is words.
ANSWERS = ("helped", "too_much", "like_mine")

SECOND_LOOK = timedelta(hours=24)
# A narrator keeps so many here at once.
MOST_STORIES = 5
LONGEST = 8_000
SHORTEST = 80
LENGTHS: Mapping[str, int] = {"title": 80, "called": 40, "own_note": 160, "words": LONGEST}
# A coordinator's words to a narrator.
LONGEST_REPLY = 1_000
# Read slowly, and aloud.
WORDS_A_MINUTE = 150
# So long both sides can see that a story was withdrawn: time to collect what was printed.
KEPT_AFTER_WITHDRAWAL = 90
# A year after it was published, or kept, its narrator is asked whether it still stands; whoever
# says nothing for so long has it set aside.
STANDS_FOR = 365
TIME_TO_ANSWER = 60
PAGE = 20
# A room fetches titles by so many.
CARDS = 100


def rests_until(now: datetime) -> datetime:
    """Give the whole hour from which a narrator may say again that a story goes on."""
    due = now + SECOND_LOOK
    whole = due.replace(minute=0, second=0, microsecond=0)
    return whole if whole == due else whole + timedelta(hours=1)


def may_go_on(until: datetime | None, *, now: datetime) -> bool:
    """Say whether a whole day lies between handing in and saying so again."""
    return until is not None and now >= until


def plain_text(typed: str) -> str:
    """Give what was typed as one kind of text: composed, with plain line ends, no controls."""
    text = unicodedata.normalize("NFC", typed).replace("\r\n", "\n").replace("\r", "\n")
    kept = (one for one in text if one == "\n" or unicodedata.category(one)[0] != "C")
    return "".join(kept).strip()


def one_line(typed: str) -> str:
    """Give what was typed as one line."""
    return " ".join(plain_text(typed).split())


def trouble_in(texts: Mapping[str, str], *, themes: Iterable[str], notes: Iterable[str]) -> str:
    """Name the first part of a story that cannot stay so; empty if all is well."""
    for name in ("title", "called"):
        if not texts[name] or len(texts[name]) > LENGTHS[name]:
            return name
    if len(texts["own_note"]) > LENGTHS["own_note"]:
        return "own_note"
    if not SHORTEST <= len(texts["words"]) <= LONGEST:
        return "words"
    listed = list(themes)
    if not 1 <= len(listed) <= MOST_THEMES or not is_listed(listed, THEMES):
        return "themes"
    return "" if is_listed(notes, NOTES) else "notes"


def is_listed(ids: Iterable[str], among: Collection[str]) -> bool:
    """Say whether each of these stands in a closed list, once."""
    listed = list(ids)
    return len(set(listed)) == len(listed) and set(listed) <= set(among)


def as_ids(ids: Iterable[str], among: Iterable[str]) -> str:
    """Write ids of a closed list so that one of them can be looked for: ` one two `."""
    wanted = set(ids)
    found = [one for one in among if one in wanted]
    return f" {' '.join(found)} " if found else ""


def minutes(words: str) -> int:
    """Say how many minutes somebody reads, slowly; one at least."""
    return max(1, ceil(len(words.split()) / WORDS_A_MINUTE))


def uses_allowed(*, min_age: int) -> tuple[int, ...]:
    """Give what somebody may say yes to here, by the youngest age the programme takes."""
    return tuple(use for use in USES if min_age >= GROWN or use not in BEYOND_THE_ROOM)


def last_day_to_ask(today: int) -> int:
    """Give the newest day of being published, or kept, after which a year has gone by."""
    return today - STANDS_FOR


def last_day_unanswered(today: int) -> int:
    """Give the newest day of asking after which a story stands no longer without an answer."""
    return today - TIME_TO_ANSWER


def stands_until(asked_on: int) -> int:
    """Give the day on which a story is set aside if its narrator says nothing."""
    return asked_on + TIME_TO_ANSWER


def last_day_to_forget(today: int) -> int:
    """Give the newest day of withdrawal that is remembered no longer."""
    return today - KEPT_AFTER_WITHDRAWAL - 1
