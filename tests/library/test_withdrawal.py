"""A story that is taken back is gone at once: from lists, pages, counts and the books."""

import pytest
from django.apps import apps
from django.test import Client

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.library import actions
from alongside.library.models import Batch, Spent, State, Story, Yes
from alongside.library.rules import IN_PRINT, IN_PUBLIC, IN_ROOM, KEPT_AFTER_WITHDRAWAL
from alongside.people.announcements import PlaceClosed
from tests.house.test_docs import routes
from tests.library.telling import MARK, put_story, story_papers
from tests.library.test_handing_in import OWN, own


def in_the_books():
    """Every table that still holds a word of the story."""
    return {
        model._meta.db_table
        for model in apps.get_models()
        for row in model._base_manager.values_list()
        if any(MARK in str(value) for value in row)
    }


def take_back(member, story):
    """Press "Take it back"."""
    return member.room.call("DELETE", f"{OWN}/{to_text(bytes(story.ref))}", None)


def test_no_table_holds_a_word_of_it_once_ada_took_it_back(ada, ben, shown):
    actions.answer(bytes(shown.ref), ["helped"], by=ben.account, now=clock.now())
    assert in_the_books() == {"library_story"}

    answer = take_back(ada, shown)

    assert answer.json()["stories"][0]["state"] == "withdrawn"
    assert in_the_books() == set()
    assert not [kind for kind in (Yes, Batch, Spent) if kind.objects.exists()]
    assert MARK not in ben.room.get("/api/library").content.decode()
    assert ben.room.get(f"/api/library/{to_text(bytes(shown.ref))}").status_code == 404


SHOWS = {
    "/stories",
    "/stories/{}",
    "/desk/stories",
    "/desk/stories/{}",
    "/desk/stories/for-print",
    "/desk/stories/as-file",
    "/api/library",
    "/api/library/{}",
    "/api/library/own",
}
# One describes the calls and asks no table; the other ends the sitting.
NOT_LOOKED_AT = {"/api/openapi.json", "/leave"}


def shows_it(route, story, ada, ben, at_desk):
    """Whether a word of the story stands there, for anybody who may look."""
    ref = to_text(bytes(story.ref))
    is_of_stories = route.startswith(("/stories", "/desk/stories", "/api/library"))
    path = route.replace("{}", ref if is_of_stories else "1")
    if path.startswith("/api/"):
        answers = [member.room.get(path) for member in (ada, ben)]
    else:
        answers = [client.get(path, {"read": "yes"}) for client in (Client(), at_desk)]
    return any(MARK in answer.getvalue().decode(errors="replace") for answer in answers)


def test_no_page_list_file_or_call_of_the_house_shows_it_after_the_press(
    ada, ben, shown, at_desk
):
    for route in SHOWS:
        assert shows_it(route, shown, ada, ben, at_desk), route

    take_back(ada, shown)

    every = set(routes()) - NOT_LOOKED_AT
    assert every > SHOWS
    assert not [route for route in every if shows_it(route, shown, ada, ben, at_desk)]


@pytest.mark.parametrize("step", ["resting", "waiting", "changes", "shown", "down"])
def test_ada_takes_it_back_on_every_step_of_its_way(ada, gus, step):
    story = put_story(ada, shown=step in {"shown", "down"})
    ref = bytes(story.ref)
    if step == "resting":
        ada.room.post(OWN, story_papers(ref, version=1))
    if step == "changes":
        actions.ask_for_changes(ref, f"Please, {MARK}", version=1, by=gus)
    if step == "down":
        actions.take_down(ref, f"Because, {MARK}", version=1, by=gus, today=clock.today())

    for _ in range(2):
        assert take_back(ada, story).status_code == 200
    assert in_the_books() == set()


def test_nobody_else_takes_it_back(ben, shown):
    assert take_back(ben, shown).status_code == 404
    assert Story.objects.get().state == State.PUBLISHED


def test_one_use_is_taken_back_and_the_others_stay(ada, ben, shown):
    path = f"{OWN}/{to_text(bytes(shown.ref))}/uses"

    [story] = ada.room.call("DELETE", f"{path}/{IN_ROOM}", None).json()["stories"]
    assert [one["use"] for one in story["yeses"]] == [IN_PUBLIC, IN_PRINT]
    assert ben.room.get("/api/library").json()["stories"] == []

    ada.room.call("DELETE", f"{path}/{IN_PUBLIC}", None)
    assert own(ada)[0]["state"] == "published"
    ada.room.call("DELETE", f"{path}/{IN_PRINT}", None)
    assert own(ada)[0]["state"] == "withdrawn"
    assert in_the_books() == set()


def test_a_use_that_was_never_given_cannot_be_taken_back(ada):
    story = put_story(ada, uses=(IN_ROOM,))

    path = f"{OWN}/{to_text(bytes(story.ref))}/uses/{IN_PRINT}"
    assert ada.room.call("DELETE", path, None).status_code == 404


def test_whoever_closes_their_place_leaves_no_story_behind(ada, shown):
    actions.withdraw_of_closed(PlaceClosed(ada.account))

    assert in_the_books() == set()
    assert Story.objects.get().state == State.WITHDRAWN


def test_that_there_was_one_is_forgotten_after_ninety_days(ada, shown):
    take_back(ada, shown)
    today = clock.today()

    assert actions.forget_withdrawn(today=today + KEPT_AFTER_WITHDRAWAL) == 0
    assert actions.forget_withdrawn(today=today + KEPT_AFTER_WITHDRAWAL + 1) == 1
    assert not Story.objects.exists()


def test_a_backup_of_the_open_counts_is_never_made():
    from alongside.keeping.tables import CONTENT_TABLES, LEFT_OUT

    assert {"library.Story", "library.Yes"} <= set(CONTENT_TABLES)
    assert {"library.Batch", "library.Spent"} <= set(LEFT_OUT)
