"""Notes of meetings, as the desk says it and as the rooms read it."""

import pytest

from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
ADDRESS = "/desk/notes"
SAID = {
    "is_on": "yes",
    "rule": "2",
    "work": "Peer support",
    "goals": "Go out\nSleep",
    "keep": "7",
}


def read(member):
    return member.room.get("/api/documenting").json()


def test_notes_are_off_until_dora_says_that_this_programme_writes_them(at_desk, ada):
    assert read(ada) == {"is_on": False, "rule": 1, "work": "", "goals": [], "keep_years": 0}
    assert at_desk.post(ADDRESS, SAID).status_code == 302
    told = {"is_on": True, "rule": 2, "work": "Peer support", "goals": ["Go out", "Sleep"]}
    assert read(ada) == told | {"keep_years": 7}
    assert at_desk.post(ADDRESS, {**SAID, "is_on": ""}).status_code == 302
    assert not read(ada)["is_on"]


@pytest.mark.parametrize(
    "change", [{"rule": "3"}, {"keep": "99"}, {"goals": "g" * 201}, {"work": "\x07w"}]
)
def test_nothing_dora_typed_is_lost_when_it_cannot_be_kept(at_desk, ada, change):
    answer = at_desk.post(ADDRESS, {**SAID, "work": "Kept words", **change})
    assert answer.status_code == 422
    assert (
        "Nothing was changed" in Page(answer).text
        or "too long" in Page(answer).text
        or ("character that" in Page(answer).text)
    )
    assert not read(ada)["is_on"]


def test_finn_decides_nothing_about_notes(anyone):
    assert anyone.post(ADDRESS, SAID).headers["Location"].startswith("/desk/sign-in")
