"""The questions, in the order in which they are asked; each reads what was typed."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.cli.setup import reading
from alongside.cli.setup.reading import NotTaken
from alongside.cli.setup.words import say
from alongside.programme.checks import written_day
from alongside.programme.help_lines import Line, confirmed
from alongside.programme.rules import PASSED_ON
from alongside.web.crisis import lines_for
from alongside.web.promise import sentence_in_words

Typed = Mapping[str, str]
ZONES = "/zoneinfo/"
NEUTRAL = {"US": "https://www.weather.gov/"}
_HOURS = 24
ELSEWHERE = "https://www.wikipedia.org/"


@dataclass(frozen=True)
class Question:
    """One thing to ask: its words, what stands in brackets, and how the answer is read."""

    name: str
    ask: str
    why: str
    default: str
    read: Callable[[str], Any]
    is_kept: bool = True


def questions(typed: Typed, *, data: Path, today: int, with_key: bool) -> list[Question]:
    """List what has to be asked, given what was said so far."""
    return [
        *_who_you_are(typed, today=today),
        *_what_you_promise(today=today),
        *_how_long_words_are_kept(typed, today=today),
        *_what_is_passed_on(today=today),
        *_help_lines(typed),
        *_where_things_are(typed, data=data, today=today, with_key=with_key),
    ]


def told(typed: Typed, *, today: int) -> dict[str, Any]:
    """Give the answers in the shape of an answers file."""
    listed = [duty for duty in PASSED_ON if _yes(typed[duty])]
    plain = {name: value for name, value in typed.items() if name not in PASSED_ON}
    hours = _HOURS * int(plain.pop("answer_within_days"))
    lines = _lines_told(typed, today=today)
    kept = {name: value for name, value in plain.items() if not name.startswith("line-")}
    made = {"answer_within_hours": hours, "passes_on": listed, "help_lines": lines}
    return {**kept, **made}


def _who_you_are(typed: Typed, *, today: int) -> Iterator[Question]:
    yield _about("name", "", today=today)
    yield _about("country", "US", today=today)
    yield _about("lang", "en", today=today)
    yield _about("time_zone", _zone_here(), today=today)
    yield _about("contact_name", "", today=today)
    yield _about("contact_phone", "", today=today)
    yield _about("independent_name", "", today=today)

    def another_phone(text: str) -> str:
        phone: str = reading.checked("independent_phone", text, today=today)
        reading.check_apart({**typed, "independent_phone": phone})
        return phone

    yield _question("independent_phone", "", another_phone)


def _what_you_promise(*, today: int) -> Iterator[Question]:
    yield _about("min_age", "18", today=today)
    yield _question("answer_within_days", "2", _days)


def _how_long_words_are_kept(typed: Typed, *, today: int) -> Iterator[Question]:
    def reader(name: str) -> Callable[[str], Any]:
        def read(text: str) -> Any:
            said = {it: typed[it] for it in reading.USUAL_KEEPING if it in typed} | {name: text}
            now = {it: reading.checked(it, said[it], today=today) for it in said}
            reading.check_keeping({**reading.USUAL_KEEPING, **now})
            return now[name]

        return read

    for name, usual in reading.USUAL_KEEPING.items():
        default = ("yes" if usual else "no") if isinstance(usual, bool) else str(usual)
        yield _question(name, default, reader(name))


def _what_is_passed_on(*, today: int) -> Iterator[Question]:
    for duty in PASSED_ON:
        sentence = sentence_in_words((duty, []), "en")
        yield Question(duty, say("ask.duty", sentence=sentence), say("why.duty"), "yes", _yes)
    yield _about("reviewed_by", "", today=today)
    yield _about("reviewed_on", written_day(today), today=today)


def _help_lines(typed: Typed) -> Iterator[Question]:
    for number, line in enumerate(lines_for(typed.get("country", ""))):
        how = ", ".join(f"{way['kind']} {way['value']}" for way in line["how"])
        ask = say("ask.line", name=line["name"], how=how)
        yield Question(f"line-{number}", ask, say("why.line"), "keep", _line_word)


def _where_things_are(
    typed: Typed, *, data: Path, today: int, with_key: bool
) -> Iterator[Question]:
    leave = NEUTRAL.get(typed.get("country", ""), ELSEWHERE)
    yield _about("leave_url", leave, today=today)
    yield _question("origin", "", reading.read_origin)
    first_name = typed.get("contact_name", "").split(" ")[0]
    yield _question("coordinator", first_name, reading.read_coordinator)
    yield _question("mail_url", "later", reading.read_mail_url, is_kept=False)
    if typed.get("mail_url"):
        yield _question("mail_from", "", reading.read_mail_from)
    if with_key:
        home = str(Path.home() / "roster-key.json")
        yield _question(
            "roster_file", home, lambda text: str(reading.key_file(text, data=data))
        )
    yield _question(
        "env_file", str(Path.cwd() / "alongside.env"), lambda text: str(reading.new_file(text))
    )


def _about(name: str, default: str, *, today: int) -> Question:
    def read(text: str) -> Any:
        value = reading.checked(name, text, today=today)
        return written_day(value) if name == "reviewed_on" else value

    return _question(name, default, read)


def _question(
    name: str, default: str, read: Callable[[str], Any], *, is_kept: bool = True
) -> Question:
    return Question(name, say(f"ask.{name}"), say(f"why.{name}"), default, read, is_kept)


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise NotTaken(say("days"))
    hours: int = reading.checked("answer_within_hours", _HOURS * int(text), today=0)
    return hours // _HOURS


def _yes(text: str) -> bool:
    word = text.strip().lower()
    if word not in {"yes", "y", "no", "n"}:
        raise NotTaken(say("yes-or-no"))
    return word.startswith("y")


def _line_word(text: str) -> str:
    word = text.strip().lower()
    if word not in {"yes", "keep", "drop"}:
        raise NotTaken(say("yes-keep-or-drop"))
    return word


def _lines_told(typed: Typed, *, today: int) -> list[Line]:
    lines = lines_for(typed["country"])
    said = [(line, typed[f"line-{number}"]) for number, line in enumerate(lines)]
    return [
        confirmed(line, today=today) if word == "yes" else line
        for line, word in said
        if word != "drop"
    ]


def _zone_here() -> str:
    """Give this machine's time zone, where it says one."""
    place = os.path.realpath("/etc/localtime")
    name = place.split(ZONES)[1] if ZONES in place else ""
    try:
        return str(reading.checked("time_zone", name, today=0))
    except NotTaken:
        return "UTC"
