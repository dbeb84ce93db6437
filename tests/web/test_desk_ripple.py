"""How far support goes on, at the desk: what the page tells, and what it never says."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree

import pytest

from alongside.counts.models import Figure
from alongside.counts.rules import BROUGHT, PASSED_ON, QUARTERS
from alongside.ground import clock
from alongside.ripple.rules import Role, topic_of
from tests.ripple.never_said import never_said
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()
URL = "/desk/ripple"


@pytest.fixture
def closed(house):
    """A programme in which some batches have closed."""
    for topic, many in {
        topic_of(0, Role.SPECIALIST): 2,
        topic_of(1, Role.SUPPORTED): 21,
        topic_of(1, Role.WELCOMING): 6,
        topic_of(2, Role.SUPPORTED): 8,
    }.items():
        Figure.objects.bulk_create(
            [Figure(topic=topic, quarter=TODAY // 91, about=10) for _ in range(many)]
        )


def test_dora_sees_the_picture_with_its_table_and_what_a_dot_stands_for(closed, at_desk):
    page = Page(at_desk.get(URL))
    for words in ("at least 168", "at least 48", "at least 16", "fewer than eight"):
        assert words in page.text
    assert "One dot stands for up to 8 people" in page.text
    assert "Not told yet. 64 people are needed" in page.text


def test_a_share_is_told_with_its_range_and_never_by_itself(closed, at_desk):
    Figure.objects.bulk_create(
        [Figure(topic=PASSED_ON, quarter=TODAY // 91, about=5 * (at % 2)) for at in range(30)]
    )
    text = Page(at_desk.get(URL)).text
    assert "About 31 in 100 had taken a step for others in the year after" in text
    assert re.search(r"between \d+ and \d+ in 100", text)
    assert "Of 240 people" in text
    assert "This does not say why, and it is not of everybody" in text
    assert not re.search(r"\b95\b", text), "no promise of who is not counted"


def test_what_invitations_brought_is_told_with_its_range_and_of_eight_batches_at_least(
    closed, at_desk
):
    kept = [Figure(topic=BROUGHT, quarter=TODAY // 91, about=5 * (at == 0)) for at in range(8)]
    Figure.objects.bulk_create(kept[:7])
    assert "64 quarters are needed" in Page(at_desk.get(URL)).text
    kept[7].save()
    text = Page(at_desk.get(URL)).text
    assert re.search(r"In about 8 of 100 quarters.*between \d+ and \d+ of 100", text)
    assert "Of 64 quarters of a year" in text


def test_the_page_says_for_how_long_people_stay_in_its_numbers(closed, at_desk):
    old = TODAY // 91 - QUARTERS
    topic = topic_of(3, Role.TRAINED)
    Figure.objects.bulk_create([Figure(topic=topic, quarter=old, about=10)] * 3)
    page = Page(at_desk.get(URL))
    assert "at least 24" not in page.text
    assert "once reached for 5 years" in page.text
    assert "Each 8 are forgotten after 5 years" in page.text


def test_the_svg_holds_a_title_words_and_paths_and_no_script_style_or_number_of_anybody(
    closed, at_desk
):
    html = at_desk.get(URL).content.decode()
    svg = re.search(r"<svg class=\"ripple\".*?</svg>", html, re.DOTALL).group()
    root = ElementTree.fromstring(svg)  # noqa: S314  # made by this house
    names = {one.tag for one in root.iter()}
    assert names == {"svg", "title", "desc", "rect", "circle", "path", "text"}
    ids = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert ids == ["ripple-title", "ripple-desc"]
    attributes = {name for one in root.iter() for name in one.attrib}
    assert not {name for name in attributes if name.startswith(("on", "data", "style", "href"))}


def test_still_water_says_when_there_will_be_something(at_desk):
    page = Page(at_desk.get(URL))
    assert "Still water. A dot appears once 8 people" in page.text
    assert "One dot stands for" not in page.text


def test_the_page_and_its_file_say_neither_cause_nor_r0(closed, at_desk):
    for topic in (PASSED_ON, BROUGHT):
        Figure.objects.bulk_create(
            [Figure(topic=topic, quarter=TODAY // 91, about=5 * (at % 2)) for at in range(30)]
        )
    page = Page(at_desk.get(URL)).text
    file = "\n".join(",".join(row) for row in filed(at_desk.get(f"{URL}/as-file")))
    assert "About 31 in 100" in page
    assert "Brought by a link" in file
    assert never_said(page) == []
    assert never_said(file) == []


def test_the_file_tells_what_the_page_tells_and_no_more(closed, at_desk):
    rows = filed(at_desk.get(f"{URL}/as-file"))
    assert ["through one person", "Supported", "168", "", "", ""] in rows
    assert ["through three or more", "Trained", "fewer than eight", "", "", ""] in rows
    assert rows[-2][1:3] == ["Passed it on", "not told yet"]
    assert rows[-1][1:3] == ["Brought by a link", "not told yet"]
    assert {row[2] for row in rows} <= {*map(str, range(8, 200, 8)), *SAID}
    Figure.objects.bulk_create(
        [Figure(topic=PASSED_ON, quarter=TODAY // 91, about=5 * (at % 2)) for at in range(30)]
    )
    what, people, low, about, high = filed(at_desk.get(f"{URL}/as-file"))[-2][1:]
    assert (what, people, about) == ("Passed it on", "240", "31")
    assert int(low) < 31 < int(high)


SAID = ("fewer than eight", "not told yet")


def filed(answer):
    text = answer.getvalue().decode().removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text)))[1:]


def test_nobody_but_the_desk_has_the_file(closed, client):
    assert client.get(f"{URL}/as-file").status_code == 302
