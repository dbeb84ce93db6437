"""What holds of circles: numbers, days, and which step goes from where."""

from collections.abc import Mapping

LEAST_HOSTS = 2
MOST_IN_A_CIRCLE = 50
# Whoever leads more than a few leads none of them well.
MOST_LED = 3
MOST_WAITING_FOR = 3
MOST_IN_WAITING_ROOM = 20
LONGEST_NAME = 60
LONGEST_LINE = 200
SHORTEST_KEPT, LONGEST_KEPT = 1, 24
# An ask that nobody answered, a yes that no host gave, and a no lose their row after these.
ASK_DAYS = 14
NO_DAYS = 30
REMOVAL_DAYS = 90
LONGEST_ANSWER = 2_000

# What a programme thinks through before its first circle; the ids are in its assessment.
QUESTIONS = (
    "who",  # for whom circles are, and for whom they are not
    "hosts",  # how hosts are chosen, prepared, and supported afterwards
    "harm",  # what happens when somebody is hurt by another, or is in danger
    "privacy",  # how people learn that no online group can promise privacy
    "removal",  # who looks at an appeal, and how soon
    "stopping",  # who can stop a circle, and when
)


def unanswered(answers: Mapping[str, str]) -> list[str]:
    """Name the questions that an assessment leaves open, in their order."""
    return [one for one in QUESTIONS if not answers.get(one, "").strip()]


def too_long(answers: Mapping[str, str]) -> list[str]:
    """Name the questions whose answer has no end, in their order."""
    return [one for one in QUESTIONS if len(answers.get(one, "")) > LONGEST_ANSWER]


def is_too_long(answers: Mapping[str, str]) -> bool:
    """Say whether something else was answered, or an answer has no end."""
    return not set(answers) <= set(QUESTIONS) or bool(too_long(answers))


def has_a_name(name: str, line: str) -> bool:
    """Say whether a circle can be listed under these words."""
    is_named = len(name.strip()) >= 1 and len(name) <= LONGEST_NAME
    return is_named and len(line.strip()) >= 1 and len(line) <= LONGEST_LINE


def is_kept_so_long(months: int) -> bool:
    """Say whether a circle's lines may be kept for so many months: never for good."""
    return SHORTEST_KEPT <= months <= LONGEST_KEPT


def goes_on(hosts: int) -> bool:
    """Say whether a circle with so many hosts goes on."""
    return hosts >= LEAST_HOSTS


def last_day_of(days: int, *, today: int) -> int:
    """Give the newest day that lies more than so many days back."""
    return today - days - 1
