"""A page has one address in each language that is on, and no other."""

import pytest
from django.template.loader import render_to_string

from alongside.ground import clock
from alongside.ground.languages import NAMES
from alongside.programme import actions
from alongside.programme.checks import NotRight, checked
from alongside.programme.queries import languages
from alongside.web.crisis import in_language, lines_for
from alongside.web.words import say
from tests.web.reading import Page

PAGES = ["/", "/how-it-works", "/what-we-keep", "/help-now", "/coming-back", "/desk/sign-in"]


@pytest.fixture
def spanish(riverside, desk):
    actions.switch_on_language("es", reviewer="Inés Robledo", by=desk, today=clock.today())


@pytest.mark.parametrize("url", PAGES)
def test_each_page_can_be_read_in_spanish_and_leads_on_in_spanish(anyone, spanish, url):
    page = Page(anyone.get(f"/es{url}"))
    assert ("html", {"lang": "es"}) in page.tags
    assert "Ayuda ya" in page.text
    assert f"/en{url}" in page.links
    inside = [link for link in page.links if link.startswith("/") and link != "/leave"]
    assert all(link.startswith(("/es/", "/en/", "/app/?lang=es")) for link in inside)


def test_the_address_wins_over_the_browser_and_the_browser_over_the_programme(anyone, spanish):
    asked = {"Accept-Language": "es-MX,es;q=0.9"}
    assert ("html", {"lang": "es"}) in Page(anyone.get("/", headers=asked)).tags
    assert ("html", {"lang": "en"}) in Page(anyone.get("/en/", headers=asked)).tags
    assert ("html", {"lang": "en"}) in Page(anyone.get("/")).tags


def test_a_language_that_is_off_is_like_one_that_is_missing(anyone):
    asked = {"Accept-Language": "es"}
    assert anyone.get("/es/").status_code == 404
    assert anyone.get("/xx/").status_code == 404
    page = Page(anyone.get("/", headers=asked))
    assert ("html", {"lang": "en"}) in page.tags
    assert anyone.get("/config.json").json()["langs"] == ["en"]


def test_the_api_and_the_room_have_no_second_address(anyone, spanish):
    for url in ("/es/api/help", "/es/config.json", "/es/app/", "/es/es/", "/es//evil.example"):
        assert anyone.get(url, headers={"X-Alongside": "1"}).status_code == 404, url


def test_one_page_in_spanish_leaves_the_next_one_alone(anyone, spanish):
    anyone.get("/es/")
    assert "/help-now" in Page(anyone.get("/")).links


def test_help_lines_speak_spanish_where_it_is_on(anyone, spanish):
    lines = anyone.get("/api/help?lang=es").json()
    assert any("Marca 2" in line["what_happens"] for line in lines)
    assert anyone.get("/api/help?lang=xx").json() == anyone.get("/api/help").json()
    assert all("in" not in in_language(line, "es") for line in lines_for("US"))


def test_dora_switches_spanish_on_only_with_the_one_who_read_it(at_desk):
    refused = at_desk.post("/desk/languages", {"lang": "es", "turn": "on", "reviewer": "  "})
    assert refused.status_code == 422
    assert "Please write who has read it all." in Page(refused).text
    assert languages() == ["en"]
    at_desk.post("/desk/languages", {"lang": "es", "turn": "on", "reviewer": "Inés <b>R"})
    assert languages() == ["en", "es"]
    assert "Inés &lt;b&gt;R" in at_desk.get("/desk/languages").content.decode()
    at_desk.post("/desk/languages", {"lang": "es", "turn": "off"})
    assert languages() == ["en"]


def test_dora_cannot_switch_on_what_we_do_not_speak(at_desk):
    asked = {"lang": "xx", "turn": "on", "reviewer": "Inés"}
    assert at_desk.post("/desk/languages", asked).status_code == 422
    assert languages() == ["en"]


def test_finn_cannot_switch_a_language(anyone):
    answer = anyone.post("/desk/languages", {"lang": "es", "turn": "on", "reviewer": "Finn"})
    assert answer.status_code == 302
    assert languages() == ["en"]


def test_a_form_at_the_desk_keeps_its_language(at_desk, spanish):
    done = at_desk.post("/es/desk/door", {"turn": "close"})
    assert done.headers["Location"] == "/es/desk/"


def test_when_we_break_the_page_says_so_in_every_language_without_asking_anything():
    text = render_to_string("500.html")
    for language in NAMES:
        assert say("error.500.title", language) in text
        assert say("error.500.why", language) in text
    assert '<section lang="es">' in text


@pytest.mark.parametrize("language", NAMES)
def test_a_programme_may_begin_in_each_language_the_house_speaks(language):
    assert checked("lang", f" {language.upper()} ", today=1) == language
    assert f"({language})" in say("check.language")


@pytest.mark.parametrize("odd", ["", "xx", "e", "../es", "en-xa", None])
def test_a_programme_begins_in_no_other_language(odd):
    with pytest.raises(NotRight):
        checked("lang", odd, today=1)
