"""Made-up people to practise with: listening opens more, and every way comes to an end."""

import copy
import json
from pathlib import Path

import pytest
from listening_coach.corpus import NotTheForm
from listening_coach.people import MOODS, read

from tests.words.grade import grade

PEOPLE = Path(__file__).parents[2] / "coach" / "practice" / "people"
HIGHEST = 6.0
A_STORY = json.loads((PEOPLE / "marek.json").read_text(encoding="utf-8"))
A_REPLY = A_STORY["beats"]["start"]["examples"][0]["reply"]


def changed(at, value):
    story = copy.deepcopy(A_STORY)
    *before, last = at
    part = story
    for step in before:
        part = part[step]
    part[last] = value
    return story


def refused(folder, story, says):
    (folder / "marek.json").write_text(json.dumps(story), encoding="utf-8")
    with pytest.raises(NotTheForm, match=says):
        read(folder)


def test_everybody_there_is_to_practise_with_follows_the_page():
    people = read(PEOPLE)
    assert len(people) >= 3
    assert {person.mood for person in people} <= set(MOODS)


@pytest.mark.parametrize("file", sorted(PEOPLE.glob("*.json")), ids=lambda file: file.stem)
def test_what_they_say_can_be_read_by_everybody(file):
    story = json.loads(file.read_text(encoding="utf-8"))
    lines = [line for beat in story["beats"].values() for line in beat["says"]]
    assert grade(" ".join(lines)) <= HIGHEST
    assert grade(story["about"]) <= HIGHEST


@pytest.mark.parametrize(
    ("at", "value", "says"),
    [
        (("id",), "other", "name of the file"),
        (("mood",), "sad", "a mood is"),
        (("score",), 3, "these fields"),
        (("beats", "start", "next", "listened"), "nowhere", "there is no nowhere"),
        (("beats", "start", "next", "advised"), "shop", "the same beat"),
        (("beats", "shop", "says"), ["Yes."], "1 words after listening"),
        (("beats", "tells-her", "next", "advised"), "shop", "circle"),
        (("beats", "start", "next", "questioned"), "gone", "2 beats on a way"),
        (("beats", "other-route", "examples", 0, "does"), ["AU"], "an example does"),
        (("beats", "shop", "examples"), [], "two or three"),
        (("beats", "gone", "ends"), "failed", "an end is"),
        (("beats", "half", "ends"), "closed", "no way back"),
        (("beats", "gone", "after"), "", "too long or odd"),
        (("beats", "shop", "says"), ["x" * 401], "too long"),
        (
            ("beats", "start", "says"),
            ["I do not want to be here any more."],
            "help stands by it",
        ),
        (("beats", "start", "says"), ["I took 40 mg again."], "no method"),
        (("beats", "shop", "examples", 0, "reply"), A_REPLY, "said twice"),
        (("mood",), "night", "a night has"),
    ],
)
def test_a_story_that_does_not_follow_the_page_is_named(tmp_path, at, value, says):
    refused(tmp_path, changed(at, value), says)


def test_a_beat_that_nobody_comes_to_is_named(tmp_path):
    lost = {"says": ["Nobody hears this."], "ends": "closed", "after": "It ended."}
    refused(tmp_path, changed(("beats", "lost"), lost), "nobody comes to lost")


def test_where_somebody_may_not_want_to_live_an_example_asks_and_one_stays(tmp_path):
    at = ("beats", "shop")
    only_stays = [{"reply": "I am here.", "does": ["ER"]}, {"reply": "I stay.", "does": ["ER"]}]
    beat = {**A_STORY["beats"]["shop"], "help": True, "examples": only_stays}
    refused(tmp_path, changed(at, beat), "one example asks, and one stays")
