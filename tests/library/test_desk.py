"""Stories at the desk: Dora reads what waits, ticks what she looked for, and never edits."""

import csv
import io

import pytest

from alongside.ground.identifiers import to_text
from alongside.library import actions, queries
from alongside.library.models import State, Story
from alongside.library.rules import IN_PRINT, IN_PUBLIC, KEPT_AFTER_WITHDRAWAL
from alongside.people.models import AlsoSpecialist
from alongside.web.desk.stories import LOOKED_FOR
from tests.library.telling import MARK, put_story, story_papers
from tests.library.test_handing_in import OWN, own
from tests.web.reading import Page

LIST = "/desk/stories"
TICKS = dict.fromkeys(LOOKED_FOR, "yes")


def at(story):
    """The address of a story at the desk."""
    return f"{LIST}/{to_text(bytes(story.ref))}"


def press(at_desk, story, deed, **typed):
    """Send one of the forms."""
    return at_desk.post(at(story), {"do": deed, "version": story.version, **typed})


def test_dora_reads_what_waits_and_does_not_see_whose_it_is(at_desk, ada, waiting):
    Story.objects.update(handed_on=waiting.handed_on - 3)
    page = Page(at_desk.get(LIST))
    story = Page(at_desk.get(at(waiting)))

    assert "waiting for 3 days" in page.text
    assert "I sat on the step" in story.text
    for text in (page.html, story.html):
        assert ada.username not in text
        assert to_text(ada.account.ref) not in text


def test_dora_publishes_what_she_looked_for_in_every_way(at_desk, waiting):
    assert press(at_desk, waiting, "publish", **TICKS).headers["Location"] == LIST

    story = Story.objects.get()
    assert story.state == State.PUBLISHED
    assert at(waiting) in Page(at_desk.get(LIST)).links


@pytest.mark.parametrize("missing", LOOKED_FOR)
def test_one_tick_less_publishes_nothing_and_keeps_the_others(at_desk, waiting, missing):
    ticks = {name: "yes" for name in LOOKED_FOR if name != missing}
    answer = press(at_desk, waiting, "publish", **ticks)

    page = Page(answer)
    assert (answer.status_code, Story.objects.get().state) == (422, State.IN_REVIEW)
    checked = {
        given["name"] for tag, given in page.tags if tag == "input" and "checked" in given
    }
    assert checked == set(ticks)


def test_dora_asks_for_changes_in_words_that_only_the_narrator_reads(
    at_desk, ada, ben, waiting
):
    assert press(at_desk, waiting, "changes", said="").status_code == 422
    assert (
        press(at_desk, waiting, "changes", said="Thank you. Which street?").status_code == 302
    )

    assert own(ada)[0]["said"] == "Thank you. Which street?"
    assert own(ben) == []
    assert at_desk.get(at(waiting)).status_code == 404


def test_what_she_typed_is_still_there_when_it_was_too_long(at_desk, waiting):
    page = Page(press(at_desk, waiting, "changes", said="x" * 1_001))

    assert "x" * 1_001 in page.html


def test_dora_takes_a_story_down_with_a_reason(at_desk, ada, shown):
    assert press(at_desk, shown, "take-down", said=" ").status_code == 422
    assert press(at_desk, shown, "take-down", said="Someone was named.").status_code == 302

    assert own(ada)[0]["state"] == "taken-down"


def test_dora_who_is_ada_in_the_room_reads_no_story_of_hers_for_the_library(
    at_desk, desk, ada, waiting
):
    AlsoSpecialist.objects.create(user=desk, username=ada.username, account=ada.account)
    page = Page(at_desk.get(at(waiting)))

    assert not [given for tag, given in page.tags if given.get("value") == "publish"]
    assert press(at_desk, waiting, "publish", **TICKS).status_code == 422
    assert Story.objects.get().state == State.IN_REVIEW


def test_a_name_that_dora_tries_at_the_desk_never_tells_whose_a_story_is(
    at_desk, desk, ada, ben, waiting
):
    def told(name):
        AlsoSpecialist.objects.update_or_create(
            user=desk, defaults={"username": name, "account": None}
        )
        pages = [at_desk.get(at(waiting)), press(at_desk, waiting, "publish", **TICKS)]
        pages.append(press(at_desk, waiting, "changes", said="Which street?"))
        return [(page.status_code, Page(page).texts) for page in pages]

    hers, his, nobodys = (told(name) for name in (ada.username, ben.username, "no-such-name"))
    assert hers == his == nobodys
    assert [status for status, _ in hers] == [200, 422, 422]
    assert Story.objects.get().state == State.IN_REVIEW


def test_what_changed_while_she_read_is_not_published(at_desk, ada, waiting):
    ada.room.post(OWN, story_papers(bytes(waiting.ref), version=1, title="Another"))
    assert press(at_desk, waiting, "publish", **TICKS).status_code == 404
    Story.objects.update(state=State.IN_REVIEW, rests_until=None)

    assert press(at_desk, waiting, "publish", **TICKS).status_code == 422
    for odd in ("", "x", "-1", "9" * 40):
        answer = at_desk.post(at(waiting), {"do": "publish", "version": odd, **TICKS})
        assert answer.status_code == 422


def test_only_what_may_be_printed_stands_on_the_sheets_and_in_the_file(at_desk, ada, gus):
    put_story(ada, shown=True, title="On paper")
    put_story(ada, shown=True, title="On pages alone", uses=(IN_PUBLIC,))

    sheets = at_desk.get(f"{LIST}/for-print")
    text = Page(sheets).text
    assert "On paper" in text
    assert "On pages alone" not in text
    assert "This story speaks of: drinking A hard morning" in text
    file = at_desk.get(f"{LIST}/as-file")
    rows = list(csv.reader(io.StringIO(file.getvalue().decode().lstrip("\ufeff"))))
    assert [row[0] for row in rows] == ["Title", "On paper"]
    assert rows[1][3] == "drinking"
    assert rows[1][4].startswith("A hard morning")
    assert sheets.headers["Cache-Control"] == file.headers["Cache-Control"] == "no-store"


def test_whoever_printed_learns_that_the_paper_has_to_be_collected(at_desk, ada, shown):
    actions.withdraw(bytes(shown.ref), by=ada.account, today=shown.published_on)
    page = Page(at_desk.get(LIST))

    assert f"Story {shown.pk}, no paper since" in page.text
    assert MARK not in page.html


def test_dora_is_asked_to_collect_paper_whenever_a_yes_to_print_ends(
    at_desk, ada, waiting, gus
):
    taken, changed, down = (put_story(ada, shown=True) for _ in range(3))
    today = taken.published_on
    put_story(ada, shown=True, uses=(IN_PUBLIC,))
    actions.take_back_use(bytes(taken.ref), IN_PRINT, by=ada.account, today=today)
    ada.room.post(OWN, story_papers(bytes(changed.ref), version=1, uses=(IN_PUBLIC,)))
    actions.take_down(bytes(down.ref), "Named.", version=1, by=gus, today=today)
    actions.withdraw(bytes(waiting.ref), by=ada.account, today=today)

    asked = {story.pk for story in queries.at_desk(size=9, today=today).to_collect}
    assert asked == {taken.pk, changed.pk, down.pk}
    assert f"Story {taken.pk}, no paper since" in Page(at_desk.get(LIST)).text
    later = today + KEPT_AFTER_WITHDRAWAL + 1
    assert queries.at_desk(size=9, today=later).to_collect == []
    actions.forget_withdrawn(today=later)
    assert not Story.objects.exclude(print_ended_on=None).exists()


@pytest.mark.parametrize("path", [LIST, f"{LIST}/for-print"])
def test_pages_ask_the_books_no_more_for_many_than_for_one(
    at_desk, ada, gus, path, django_assert_max_num_queries
):
    for number in range(4):
        put_story(ada, shown=number > 1)
    at_desk.get(path)
    with django_assert_max_num_queries(10):
        at_desk.get(path)
