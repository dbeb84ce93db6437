"""A year later a narrator is asked whether a story stands; silence sets it aside."""

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.library import actions
from alongside.library.models import State, Story, Yes
from alongside.library.rules import STANDS_FOR, TIME_TO_ANSWER
from alongside.timers.actions import run_due
from tests.library.telling import MARK, put_story
from tests.library.test_handing_in import OWN, own
from tests.library.test_news import is_told

YEAR, WAIT = STANDS_FOR, TIME_TO_ANSWER


@pytest.fixture
def today(shown):
    """The day on which Ada's story was published; nothing about it is news any more."""
    Story.objects.update(has_news=False)
    return clock.today()


def stands(member, story, version=1):
    ref = to_text(bytes(story.ref))
    return member.room.post(f"{OWN}/{ref}/stands", {"version": version})


def tick(today):
    """What the timers do about stories on a day."""
    return (actions.set_aside_unanswered(today=today), actions.ask_if_it_stands(today=today))


def test_nobody_is_asked_before_a_year_has_gone_by_and_then_once(ada, ben, shown, today):
    assert tick(today + YEAR - 1) == (0, 0)
    assert (is_told(ada), own(ada)[0]["stands_until"]) == (False, None)

    assert tick(today + YEAR) == (0, 1)
    assert tick(today + YEAR) == (0, 0)
    assert (is_told(ada), is_told(ben)) == (True, False)
    assert own(ada)[0]["stands_until"] == today + YEAR + WAIT
    assert MARK in ben.room.get("/api/library").content.decode()


def test_home_asks_until_she_answers_not_only_until_she_looked(ada, shown, today):
    tick(today + YEAR)
    ada.room.post(f"{OWN}/seen")
    assert is_told(ada) is True

    assert stands(ada, shown).status_code == 200
    assert is_told(ada) is False


def test_with_a_press_it_stands_another_year_where_it_stood(ada, shown, today, monkeypatch):
    tick(today + YEAR)
    monkeypatch.setattr("alongside.api.library.clock.today", lambda: today + YEAR + 9)

    for _ in range(2):
        [story] = stands(ada, shown).json()["stories"]
        assert (story["state"], story["stands_until"]) == ("published", None)

    kept = Story.objects.get()
    assert (kept.published_on, kept.kept_on) == (today, today + YEAR + 9)
    assert tick(today + YEAR + WAIT) == (0, 0)
    assert tick(today + 2 * YEAR + 8) == (0, 0)
    assert tick(today + 2 * YEAR + 9) == (0, 1)
    assert tick(today + 2 * YEAR + 9 + WAIT) == (1, 0)


def test_a_press_before_anybody_asked_moves_no_day(ada, shown, today):
    assert stands(ada, shown).status_code == 200

    assert Story.objects.get().kept_on is None
    assert tick(today + YEAR) == (0, 1)


def test_silence_sets_it_aside_with_its_words_and_yeses_and_a_press_brings_it_back(
    ada, ben, gus, shown, today
):
    tick(today + YEAR)
    ada.room.post(f"{OWN}/seen")
    assert tick(today + YEAR + WAIT - 1) == (0, 0)
    assert tick(today + YEAR + WAIT) == (1, 0)

    [story] = own(ada)
    assert story["state"] == "aside"
    assert story["stands_until"] == today + YEAR + WAIT
    assert MARK in story["words"]
    assert len(story["yeses"]) == Yes.objects.filter(ended_on=None).count() == 3
    assert is_told(ada) is True
    assert MARK not in ben.room.get("/api/library").content.decode()
    assert MARK not in Client().get("/stories").content.decode()
    assert tick(today + 9 * YEAR) == (0, 0)

    assert stands(ada, shown).status_code == 409
    ada.room.post(f"{OWN}/{to_text(bytes(shown.ref))}/go-on", {"version": 1})
    assert own(ada)[0]["stands_until"] is None
    actions.publish(bytes(shown.ref), version=1, by=gus, today=today + 9 * YEAR)
    assert MARK in ben.room.get("/api/library").content.decode()
    assert tick(today + 10 * YEAR - 1) == (0, 0)


def test_a_house_that_slept_for_years_asks_first_and_sets_nothing_aside_unasked(shown, today):
    assert tick(today + 5 * YEAR) == (0, 1)
    assert Story.objects.get().state == State.PUBLISHED


def test_only_what_is_shown_is_asked_about(ada, waiting, today):
    aside = put_story(ada, shown=True)
    Story.objects.filter(pk=aside.pk).update(state=State.ASIDE, published_on=None)

    assert tick(today + YEAR) == (0, 1)
    assert Story.objects.filter(asked_on__isnull=False).count() == 1


@pytest.mark.parametrize("step", ["change", "take-down", "withdraw", "restore"])
def test_what_moves_otherwise_is_not_asked_about_any_more(ada, gus, shown, today, step):
    tick(today + YEAR)
    ref = bytes(shown.ref)
    if step == "change":
        put_story(ada, ref, version=1)
    elif step == "take-down":
        actions.take_down(ref, "A street", version=1, by=gus, today=today)
    elif step == "withdraw":
        actions.withdraw(ref, by=ada.account, today=today)
    else:
        actions.set_aside_restored()

    assert Story.objects.get().asked_on is None
    assert tick(today + YEAR + WAIT) == (0, 0)


def test_another_persons_story_is_not_there_to_be_kept(ben, shown, today):
    tick(today + YEAR)

    assert stands(ben, shown).status_code == 404
    assert Story.objects.get().asked_on == today + YEAR


def test_another_version_is_not_kept_unseen(ada, shown, today):
    tick(today + YEAR)

    assert stands(ada, shown, version=2).status_code == 409
    assert Story.objects.get().asked_on == today + YEAR


def test_the_timers_ask_and_set_aside(shown, today):
    Story.objects.update(published_on=today - YEAR)
    run_due(now=clock.now())
    assert Story.objects.get().asked_on == today
    Story.objects.update(asked_on=today - WAIT)
    run_due(now=clock.now())
    assert Story.objects.get().state == State.ASIDE
