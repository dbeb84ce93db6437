"""A story on its way: each yes by itself, a day to think, and nobody sees it before."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client

from alongside.ground import clock
from alongside.ground.identifiers import new_identifier, to_text
from alongside.library import actions
from alongside.library.models import State, Story, Yes
from alongside.library.rules import IN_PRINT, IN_PUBLIC, IN_ROOM, MOST_STORIES
from alongside.library.texts import VERSION, hash_of, text_of
from alongside.programme.models import Programme
from tests.library.telling import MARK, put_story, story_papers

OWN = "/api/library/own"


def own(member):
    """What somebody sees of their own stories."""
    return member.room.get(OWN).json()["stories"]


def a_day_later(hours=25):
    """Let time go by for what rests; a sign-in would not last as long."""
    Story.objects.update(rests_until=F("rests_until") - timedelta(hours=hours))


def test_what_is_handed_in_rests_a_day_and_is_seen_by_its_narrator_alone(ada, ben):
    answer = ada.room.post(OWN, story_papers())

    [story] = answer.json()["stories"]
    assert answer.status_code == 200
    assert (story["state"], story["may_go_on"], story["version"]) == ("resting", False, 1)
    assert 24 <= story["rests_for"] <= 25
    assert MARK not in ben.room.get("/api/library").content.decode()
    assert own(ben) == []
    assert ben.room.get(f"/api/library/{story['ref']}").status_code == 404


def test_ada_says_again_that_it_goes_on_and_never_before_a_day_has_gone_by(ada):
    ref = ada.room.post(OWN, story_papers()).json()["stories"][0]["ref"]
    early = ada.room.post(f"{OWN}/{ref}/go-on", {"version": 1})
    assert (early.status_code, early.json()["error"]["code"]) == (422, "library-not-yet")

    a_day_later()
    assert own(ada)[0]["may_go_on"] is True
    for _ in range(2):
        [story] = ada.room.post(f"{OWN}/{ref}/go-on", {"version": 1}).json()["stories"]
        assert story["state"] == "in-review"
    assert Story.objects.get().rests_until is None


def test_a_day_alone_sends_nothing_on(ada):
    ada.room.post(OWN, story_papers())
    a_day_later(hours=24 * 30)

    assert own(ada)[0]["state"] == "resting"


def test_each_yes_is_kept_with_its_text_its_version_its_hash_and_its_language(ada):
    ada.room.post(OWN, story_papers(uses=(IN_ROOM, IN_PRINT), yes_lang="es"))

    kept = list(Yes.objects.order_by("use"))
    assert [one.use for one in kept] == [IN_ROOM, IN_PRINT]
    for one in kept:
        assert (one.version, one.lang, one.given_on) == (VERSION, "es", clock.today())
        assert one.text == text_of(one.use, "es")
        assert bytes(one.text_hash) == hash_of(one.text)
    assert [one["text"] for one in own(ada)[0]["yeses"]] == [one.text for one in kept]


def test_a_yes_to_other_words_than_those_in_force_is_no_yes(ada):
    papers = story_papers(uses=(IN_ROOM,))
    papers["yeses"][0]["hash"] = to_text(hash_of("You may do anything with it."))

    answer = ada.room.post(OWN, papers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "library-yes-moved")
    assert not Story.objects.exists()


def test_the_room_is_given_the_very_texts_that_are_kept(ada, house):
    Programme.objects.update(languages={"es": {"by": "Dora", "on": 1}})
    found = ada.room.get("/api/library/texts").json()

    assert {(one["use"], one["lang"]) for one in found["texts"]} == {
        (use, lang) for use in (1, 2, 3) for lang in ("en", "es")
    }
    for one in found["texts"]:
        assert one["hash"] == to_text(hash_of(text_of(one["use"], one["lang"])))


def test_no_tick_at_all_hands_nothing_in(ada):
    answer = ada.room.post(OWN, story_papers(uses=()))

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "library-yes")


def test_where_under_18s_come_in_nothing_goes_beyond_the_room(ada):
    Programme.objects.update(min_age=16)

    assert {one["use"] for one in ada.room.get("/api/library/texts").json()["texts"]} == {1}
    assert ada.room.post(OWN, story_papers(uses=(IN_ROOM, IN_PUBLIC))).status_code == 422
    assert ada.room.post(OWN, story_papers(uses=(IN_ROOM,))).status_code == 200


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"title": " "}, "library-title"),
        ({"called": "x" * 41}, "library-called"),
        ({"words": "short"}, "library-words"),
        ({"themes": ["nothing-known"]}, "library-themes"),
        ({"notes": ["nothing-known"]}, "library-notes"),
        ({"own_note": "x" * 161}, "library-own-note"),
        ({"lang": "xx"}, "library-lang"),
    ],
)
def test_what_cannot_stay_so_is_said_by_name_and_nothing_is_kept(ada, changed, code):
    answer = ada.room.post(OWN, story_papers(**changed))

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
    assert not Story.objects.exists()


def test_nobody_hands_in_over_somebody_elses_story(ada, ben, shown):
    answer = ben.room.post(
        OWN, story_papers(bytes(shown.ref), version=1, title="Mine now, please")
    )

    assert answer.status_code == 404
    assert Story.objects.get().title == shown.title


def test_a_changed_story_leaves_the_library_until_it_was_read_anew(ada, ben, shown):
    ada.room.post(OWN, story_papers(bytes(shown.ref), version=1, title="Another title"))

    story = Story.objects.get()
    assert (story.state, story.version) == (State.RESTING, 2)
    assert ben.room.get("/api/library").json()["stories"] == []


def test_five_stories_are_as_many_as_one_person_keeps_here(ada):
    for _ in range(MOST_STORIES):
        assert ada.room.post(OWN, story_papers()).status_code == 200

    full = ada.room.post(OWN, story_papers())
    assert (full.status_code, full.json()["error"]["code"]) == (422, "library-full")
    ada.room.call("DELETE", f"{OWN}/{own(ada)[0]['ref']}", None)
    assert ada.room.post(OWN, story_papers()).status_code == 200


def test_the_same_press_twice_is_one_story(ada):
    papers = story_papers()
    for _ in range(2):
        assert ada.room.post(OWN, papers).status_code == 200

    story = Story.objects.get()
    assert story.version == 1
    again = story_papers(bytes(story.ref), version=1, title="Another title")
    for _ in range(2):
        assert ada.room.post(OWN, again).status_code == 200
    assert Story.objects.get().version == 2


@pytest.mark.parametrize(
    "other",
    [{"title": "Other"}, {"lang": "es"}, {"themes": ["work"]}, {"notes": []}, {"uses": (1,)}],
)
def test_what_another_device_changed_is_not_written_over(ada, other):
    ref = new_identifier()
    ada.room.post(OWN, story_papers(ref))
    ada.room.post(OWN, story_papers(ref, version=1, title="As the phone has it"))

    for version in (0, 1, 3):
        late = ada.room.post(OWN, story_papers(ref, version=version, **other))
        assert (late.status_code, late.json()["error"]["code"]) == (409, "library-elsewhere")
    assert Story.objects.get().title == "As the phone has it"
    assert ada.room.post(OWN, story_papers(ref, version=2, **other)).status_code == 200


def test_a_story_taken_back_on_one_device_is_not_handed_in_anew_by_another(ada, waiting):
    ref = to_text(bytes(waiting.ref))
    ada.room.call("DELETE", f"{OWN}/{ref}", None)

    for version in (0, 1):
        papers = story_papers(bytes(waiting.ref), version=version)
        for answer in (
            ada.room.post(OWN, papers),
            ada.room.post(f"{OWN}/{ref}/go-on", {"version": version}),
        ):
            assert (answer.status_code, answer.json()["error"]["code"]) == (
                409,
                "library-elsewhere",
            )
    assert Story.objects.get().words == ""


def test_ada_lets_go_on_what_she_saw_and_nothing_another_device_made_of_it(ada):
    ref = new_identifier()
    ada.room.post(OWN, story_papers(ref))
    ada.room.post(OWN, story_papers(ref, version=1, title="As the phone has it"))
    a_day_later()

    late = ada.room.post(f"{OWN}/{to_text(ref)}/go-on", {"version": 1})
    assert (late.status_code, late.json()["error"]["code"]) == (409, "library-elsewhere")
    assert Story.objects.get().state == State.RESTING


def test_what_somebody_typed_comes_back_as_text_and_never_as_a_page(ada, ben, gus):
    typed = "<script>alert(1)</script><img src=x onerror=alert(2)> " * 3
    story = put_story(ada, shown=True, title=typed[:60], words=typed, own_note=typed[:50])

    answer = ben.room.get(f"/api/library/{to_text(bytes(story.ref))}")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json()["words"] == typed.strip()


def test_own_stories_ask_the_books_no_more_for_five_than_for_one(
    ada, django_assert_max_num_queries
):
    for _ in range(MOST_STORIES):
        actions.hand_in(new_identifier(), given_by(ada), by=ada.account, now=clock.now())
    with django_assert_max_num_queries(8):
        assert len(own(ada)) == MOST_STORIES


def given_by(member):
    """What a room would hand in."""
    from alongside.api.library import StoryGiven

    return StoryGiven.model_validate(story_papers()).read()


def test_nothing_of_it_is_behind_a_door_without_a_sign_in(ada, shown):
    for path in ("/api/library", f"/api/library/{to_text(bytes(shown.ref))}", OWN):
        assert Client().get(path, headers={"X-Alongside": "1"}).status_code == 401
