"""Riverside Peers, the programme of the demonstration. It and its people are made up."""

from dataclasses import dataclass, field

from alongside.programme.help_lines import Line
from alongside.web.crisis import lines_for


@dataclass(frozen=True)
class DemoProgramme:
    """What a programme sets; the fields are those of programme.models.Programme."""

    name: str
    country: str
    lang: str
    min_age: int
    retention_months: int
    retention_least: int
    retention_most: int
    retention_open_allowed: bool
    passes_on: tuple[str, ...]
    contact_name: str
    contact_phone: str
    independent_name: str
    independent_phone: str
    leave_url: str
    time_zone: str = "America/Los_Angeles"
    reviewed_by: str = "Dora Lindqvist"
    reviewed_on: int = 20_779
    help_lines: list[Line] = field(default_factory=lambda: _looked_at("US"))
    door_open: bool = True
    answer_within_hours: int = 48


def _looked_at(country: str) -> list[Line]:
    """Give a country's lines as if the made-up Dora had looked when we did."""
    return [{**line, "here": True} for line in lines_for(country)]


# Numbers with 555-01.. belong to nobody: they are kept free for stories.
PROGRAMME = DemoProgramme(
    name="Riverside Peers",
    country="US",
    lang="en",
    min_age=18,
    retention_months=12,
    retention_least=1,
    retention_most=24,
    retention_open_allowed=True,
    passes_on=("pass-on-life", "pass-on-child", "pass-on-adult", "pass-on-court"),
    contact_name="Dora Lindqvist",
    contact_phone="503-555-0142",
    independent_name="Open Door Advocates",
    independent_phone="503-555-0187",
    leave_url="https://www.weather.gov/",
)

# The one who sits at the desk; her five words are drawn when the demonstration is made.
COORDINATOR = "Dora"

# The one who, in the story, has read all of the Spanish.
REVIEWER = "Inés Robledo"
