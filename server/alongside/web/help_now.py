"""Who people can call right now: the programme's own lines, and never an empty page."""

from alongside.ground import clock
from alongside.programme.help_lines import Line, shown
from alongside.programme.queries import NotSetUp, programme
from alongside.web.crisis import always_there


def lines_now() -> list[Line]:
    """Give the lines people see today; help is there even before there is a programme."""
    try:
        here = programme()
    except NotSetUp:
        return always_there("")
    return shown(here.help_lines, today=clock.today()) or always_there(here.country)
