"""No text comes from nowhere: a language of brackets shows what the catalogues do not hold."""

import json
import re
from pathlib import Path

import pytest

from alongside.programme.house_rules import BUILT_IN
from alongside.web.words import CATALOGUES, PSEUDO, language_for, say
from tests.web.reading import Page

PROJECT = Path(__file__).resolve().parents[2]
WEB = PROJECT / "server" / "alongside" / "web"
PAGES = [
    "/",
    "/how-it-works",
    "/what-we-keep",
    "/help-now",
    "/help-now/offline",
    "/tips",
    "/coming-back",
    "/certificates",
    "/stories",
    "/stories/stop",
    "/nothing-here",
]
DESK = [
    "/desk/",
    "/desk/specialists",
    "/desk/load",
    "/desk/matches",
    "/desk/matches/fairness",
    "/desk/report",
    "/desk/ripple",
    "/desk/circles",
    "/desk/circles/write",
    "/desk/concerns",
    "/desk/new-specialists",
    "/desk/answers",
    "/desk/stories",
    "/desk/stories/for-print",
    "/desk/promise",
    "/desk/promise/duties",
    "/desk/help-lines/new",
    "/desk/on-call",
    "/desk/credentials",
    "/desk/certificates",
    "/desk/house-rules",
    "/desk/notes",
    "/desk/languages",
    "/desk/notices",
    "/desk/your-sign-in",
]
# Ids that a page puts together from the name of a table, a row, a month or a trouble.
MADE_BY_NAME = (
    "desk.circles.ask.",
    "desk.circles.hint.",
    "desk.circles.holds.",
    "desk.circles.state.",
    "desk.circles.wrong.",
    "desk.on-call.hint.",
    "desk.on-call.text.",
    "desk.ripple.file.",
    "keep.books.",
    "keep.watch.",
    "month.",
    "desk.answer.",
    "desk.missing.",
    "desk.setting.",
    "desk.change.field.",
    "desk.lines.field.",
    "check.",
    "desk.languages.",
    "mail.",
    "calendar.",
    "fact.",
    "desk.fair.",
    "desk.file.",
    "desk.danger.",
    "desk.matches.",
    "desk.together.",
    "desk.doing.",
    "desk.ripple.ring.",
    "desk.ripple.role.",
    "desk.papers.step.",
    "desk.weekday.",
    "text.",
    "library.theme.",
    "library.note.",
    "library.use.",
    "desk.story.",
)
INNERMOST = re.compile(r"\[!!(?:(?!\[!!).)*?!!\]")


def crisis_texts():
    book = json.loads((WEB / "crisis.json").read_text())
    lines = [line for lines in book["lines"].values() for line in lines]
    return {
        line[field] for line in [*lines, book["emergency_line"]] for field in ("name", "who")
    }


def without_brackets(text):
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    return text.strip(" ·")


def strays_in(page, known):
    shown = map(without_brackets, page.texts)
    return [text for text in shown if text and not text.isdigit() and text not in known]


@pytest.mark.parametrize("url", [*PAGES, "/desk/sign-in"])
def test_every_text_of_the_front_is_in_a_catalogue(anyone, riverside, url):
    page = Page(anyone.get(url, headers={"Accept-Language": PSEUDO}))
    known = crisis_texts() | {riverside.contact_phone, riverside.independent_phone}
    assert "[!!" in page.text
    assert strays_in(page, known) == []
    assert ("html", {"lang": PSEUDO}) in page.tags


@pytest.mark.parametrize("url", DESK)
def test_every_text_of_the_desk_is_in_a_catalogue(at_desk, riverside, url):
    page = Page(at_desk.get(url, headers={"Accept-Language": PSEUDO}))
    assert "[!!" in page.text
    # In a form stand the programme's own words, or those it began with.
    known = {"Español", riverside.name, " ".join(BUILT_IN["en"])}
    assert strays_in(page, known) == []


def test_a_stray_text_would_be_found(anyone):
    page = Page(anyone.get("/"))
    assert strays_in(page, set())


def test_every_sentence_a_page_asks_for_exists():
    asked = {
        key
        for path in WEB.rglob("*.html")
        for key in re.findall(r'{% t "([^"]+)"', path.read_text())
    }
    assert len(asked) > 100
    assert asked <= CATALOGUES["en"].keys()


def test_no_sentence_waits_for_a_page_that_nobody_wrote():
    pages = [path.read_text() for ending in ("*.html", "*.py") for path in WEB.rglob(ending)]
    asked = set(re.findall(r"[\w-]+(?:\.[\w-]+)+", " ".join(_without_catalogues(pages))))
    made = {key for key in CATALOGUES["en"] if key.startswith(MADE_BY_NAME)}
    unused = CATALOGUES["en"].keys() - asked - made
    assert {key for key in unused if not key.endswith(".one")} == set()


def _without_catalogues(pages):
    return [page for page in pages if not page.startswith(('"""English', '"""Spanish'))]


def test_a_sentence_that_counts_has_its_own_form_for_one():
    assert say("desk.people.soon", count=1) == "That ends in one day. Please renew it."
    assert say("desk.people.soon", count=2) == "That ends in 2 days. Please renew it."


def test_what_a_person_wrote_is_shown_as_text_only(anyone, riverside):
    riverside.name = "<b>Peers</b> & {friends}"
    riverside.save()
    html = anyone.get("/").content.decode()
    assert "&lt;b&gt;Peers&lt;/b&gt; &amp; {friends}" in html
    assert "<b>Peers" not in html


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "en"),
        ("de-DE,de;q=0.9", "en"),
        ("en-GB", "en"),
        ("en-XA", PSEUDO),
        ("xx, en", "en"),
    ],
)
def test_a_language_we_do_not_speak_falls_back(accept, language):
    assert language_for(accept) == language
