"""What anybody may read: notes first, the way out at hand, no scripts, no copies on the way."""

import pytest
from django.test import Client

from alongside.ground.identifiers import to_text
from alongside.library import actions
from alongside.library.rules import IN_ROOM, PAGE
from alongside.programme.models import Programme
from tests.library.telling import MARK, put_story
from tests.web.reading import Page

NASTY = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'{{ 7|add:7 }}"


@pytest.fixture
def anyone(house):
    return Client()


def at(story):
    """The address of a story."""
    return f"/stories/{to_text(bytes(story.ref))}"


def test_anyone_finds_a_story_and_reads_its_notes_before_its_words(anyone, shown):
    assert at(shown) in Page(anyone.get("/stories")).links

    before = Page(anyone.get(at(shown)))
    assert "drinking" in before.texts
    assert "I sat on the step" not in before.html
    assert f"{at(shown)}?read=yes#words" in before.links

    reading = Page(anyone.get(at(shown), {"read": "yes"}))
    assert "I sat on the step" in reading.text
    assert "/stories/stop" in reading.links
    assert "tel:988" in reading.links


def test_a_story_without_notes_opens_at_once(anyone, ada, gus):
    story = put_story(ada, shown=True, notes=[], own_note="")

    assert "I sat on the step" in Page(anyone.get(at(story))).text


def test_only_what_was_said_yes_to_for_everybody_stands_on_the_open_pages(anyone, ada, gus):
    story = put_story(ada, shown=True, uses=(IN_ROOM,))

    assert MARK not in anyone.get("/stories").content.decode()
    assert anyone.get(at(story)).status_code == 404


def test_what_waits_to_be_read_is_not_there_yet(anyone, waiting):
    assert anyone.get(at(waiting)).status_code == 404
    assert MARK not in anyone.get("/stories").content.decode()


@pytest.mark.parametrize("ref", ["x", "A" * 22, "../desk", "%00"])
def test_a_story_that_is_not_there_is_answered_kindly(anyone, shown, ref):
    answer = anyone.get(f"/stories/{ref}")

    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()


def test_people_look_by_theme_and_language_and_leave_themes_out(anyone, ada, gus):
    work = put_story(ada, shown=True, title="About work", themes=["work"])
    loss = put_story(ada, shown=True, title="About loss", themes=["loss", "family"], lang="en")
    spanish = put_story(ada, shown=True, title="En casa", themes=["home"])
    type(spanish).objects.filter(pk=spanish.pk).update(lang="es")
    Programme.objects.update(languages={"es": {"by": "Dora", "on": 1}})

    def found(**asked):
        links = Page(anyone.get("/stories", asked)).links
        return [one.title for one in (work, loss, spanish) if at(one) in links]

    assert found() == ["About work", "About loss"]
    assert found(lang="") == ["About work", "About loss", "En casa"]
    assert found(lang="es") == ["En casa"]
    assert found(theme="family") == ["About loss"]
    assert found(theme="fam") == ["About work", "About loss"]
    assert found(hide=["loss", "home"]) == ["About work"]
    assert found(theme="loss", hide=["family"]) == []


def test_people_leave_out_what_a_story_speaks_of_apart_from_what_it_is_about(anyone, ada, gus):
    speaks = put_story(ada, shown=True, notes=["self-harm", "eating"], themes=["work"])
    about = put_story(ada, shown=True, notes=[], themes=["eating"])
    harm = put_story(ada, shown=True, notes=["harm-to-children"], themes=["home"])

    def found(*hide):
        page = Page(anyone.get("/stories", {"hide": hide}))
        return [one for one in (speaks, about, harm) if at(one) in page.links]

    assert found() == [speaks, about, harm]
    assert found("n:eating") == [about, harm]
    assert found("eating") == [speaks, harm]
    assert found("n:self-harm", "n:harm-to-children") == [about]
    assert found("n:harm", "n:", "self-harm", "n:work") == [speaks, about, harm]


def test_what_somebody_left_out_stays_ticked_and_goes_on_to_the_next_page(
    anyone, ada, gus, monkeypatch
):
    monkeypatch.setattr("alongside.library.actions.handing_in.rules.MOST_STORIES", 99)
    for n in range(PAGE + 1):
        put_story(ada, shown=True, title=f"Story {n}")

    page = anyone.get("/stories", {"hide": "n:suicide"}).content.decode()

    assert 'value="n:suicide" checked' in page
    assert page.count("checked") == 1
    assert "hide=n%3Asuicide&amp;page=2" in page


def test_a_long_list_has_an_end_and_goes_on(anyone, ada, gus, monkeypatch):
    monkeypatch.setattr("alongside.library.actions.handing_in.rules.MOST_STORIES", 99)
    stories = [put_story(ada, shown=True, title=f"Story {n}") for n in range(PAGE + 1)]

    first = Page(anyone.get("/stories"))
    second = Page(anyone.get("/stories", {"page": "2"}))
    assert at(stories[0]) not in first.links
    assert at(stories[0]) in second.links
    assert [link for link in first.links if "page=2" in link]
    Programme.objects.update(languages={"es": {"by": "Dora", "on": 1}})
    anything = Page(anyone.get("/stories", {"lang": ""})).links
    assert [link for link in anything if "lang=&" in link and "page=2" in link]
    for odd in ("0", "-1", "x", "9" * 12):
        assert anyone.get("/stories", {"page": odd}).status_code == 200


@pytest.mark.parametrize("url", ["/stories", "story"])
def test_no_copy_stays_on_the_way_and_no_script_runs(anyone, shown, url):
    answer = anyone.get(at(shown) if url == "story" else url, {"read": "yes"})

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "<script" not in answer.content.decode()


def test_what_a_narrator_typed_is_text_in_every_field_on_every_page(anyone, ada, gus, at_desk):
    nasty = {"title": NASTY[:80], "called": NASTY[:40], "own_note": NASTY, "words": NASTY * 3}
    story = put_story(ada, shown=True, **nasty)
    ref = to_text(bytes(story.ref))
    for client, path in (
        (anyone, "/stories"),
        (anyone, f"{at(story)}?read=yes"),
        (at_desk, "/desk/stories"),
        (at_desk, f"/desk/stories/{ref}"),
        (at_desk, "/desk/stories/for-print"),
    ):
        page = Page(client.get(path))
        assert not [tag for tag, _ in page.tags if tag in {"script", "img"}], path
        assert "{{ 7|add:7 }}"[:6] in page.text or "<script>" in page.text, path
        assert not [name for _, given in page.tags for name in given if name[:2] == "on"], path


def test_the_open_pages_ask_the_books_no_more_for_many_than_for_one(
    anyone, ada, gus, django_assert_max_num_queries
):
    for _ in range(4):
        put_story(ada, shown=True)
    with django_assert_max_num_queries(3):
        anyone.get("/stories")


def test_whoever_stops_is_told_that_it_is_fine_and_whom_to_call(anyone):
    page = Page(anyone.get("/stories/stop"))

    assert "You stopped, and that is fine" in page.texts
    assert "tel:988" in page.links


def test_in_spanish_the_pages_speak_spanish_and_the_story_its_own_language(anyone, shown):
    Programme.objects.update(languages={"es": {"by": "Dora", "on": 1}})
    page = Page(anyone.get(f"/es{at(shown)}", {"read": "yes"}))

    assert "Parar aquí" in page.text
    words = [given for tag, given in page.tags if given.get("id") == "words"]
    assert words[0]["lang"] == "en"


def test_a_story_taken_down_is_gone_from_the_open_pages(anyone, shown, gus):
    actions.take_down(bytes(shown.ref), "Because.", version=1, by=gus, today=1)

    assert anyone.get(at(shown)).status_code == 404


def test_where_one_language_is_on_stories_in_others_are_listed_too(anyone, ada, gus):
    story = put_story(ada, shown=True)
    type(story).objects.update(lang="es")

    assert at(story) in Page(anyone.get("/stories")).links


def test_an_empty_library_says_that_it_is_empty(anyone):
    assert "No story has been shared here yet" in Page(anyone.get("/stories")).text
