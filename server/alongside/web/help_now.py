"""Who people can call right now: the programme's own lines, and never an empty page."""

from alongside.ground import clock
from alongside.ground.languages import FIRST
from alongside.programme.help_lines import Line, last_day, shown
from alongside.programme.queries import NotSetUp, programme
from alongside.web.crisis import always_there, in_language


def lines_now(language: str = FIRST) -> list[Line]:
    """Give the lines people see today; help is there even before there is a programme."""
    lines, main = _lines()
    return [in_language(line, language, main=main) for line in lines]


def always_now(language: str = FIRST) -> list[Line]:
    """Give what holds without a list: the emergency number of the country, and a directory."""
    here = programme()
    return [in_language(line, language, main=here.lang) for line in always_there(here.country)]


def last_day_now() -> int:
    """Give the last day on which every line of today may be shown, counted from 1970."""
    return min(map(last_day, _lines()[0]))


def _lines() -> tuple[list[Line], str]:
    try:
        here = programme()
    except NotSetUp:
        return always_there(""), FIRST
    lines = shown(here.help_lines, today=clock.today()) or always_there(here.country)
    return lines, here.lang
