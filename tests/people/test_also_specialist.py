"""One human with two sign-ins: it shows once both said so, and either can take it back."""

import pytest

from alongside.ground.refusal import NotYours
from alongside.people import actions as people
from alongside.people.also import actions, queries
from alongside.people.also.actions import AtTheDeskAlready
from alongside.people.second.actions import add_desk_user
from alongside.people.second.queries import desk_user_named


@pytest.fixture
def said(desk, ben):
    """Dora said at the desk that she is Ben."""
    actions.say_also(desk, ben.username)
    return queries.said_by(desk)


def in_directory(room):
    (one,) = room.get("/api/directory").json()["people"]
    return one["runs_desk"]


def test_nothing_shows_until_ben_says_yes_in_his_room(said, ada, ben):
    assert ben.room.get("/api/me").json()["at_the_desk"] == [
        {"id": said.pk, "name": "Dora", "agreed": False}
    ]
    assert in_directory(ada.room) is False

    answer = ben.room.post(f"/api/at-the-desk/{said.pk}/agree")

    assert answer.json()["at_the_desk"] == [{"id": said.pk, "name": "Dora", "agreed": True}]
    assert in_directory(ada.room) is True


def test_ada_sees_it_of_the_one_she_talks_with_too(said, talking, ada, ben):
    ben.room.post(f"/api/at-the-desk/{said.pk}/agree")

    (one,) = ada.room.get("/api/relationships").json()["relationships"]
    assert one["other"]["runs_desk"] is True
    (mine,) = ben.room.get("/api/relationships").json()["relationships"]
    assert mine["other"]["runs_desk"] is False


def test_ben_takes_it_back_in_his_room(said, ada, ben, desk):
    ben.room.post(f"/api/at-the-desk/{said.pk}/agree")

    answer = ben.room.post(f"/api/at-the-desk/{said.pk}/take-back")

    assert answer.json() == {"at_the_desk": []}
    assert in_directory(ada.room) is False
    assert queries.said_by(desk) is None


def test_dora_takes_it_back_at_the_desk(said, ada, ben):
    ben.room.post(f"/api/at-the-desk/{said.pk}/agree")
    actions.take_back(said)

    assert in_directory(ada.room) is False
    assert ben.room.get("/api/me").json()["at_the_desk"] == []


@pytest.mark.parametrize("deed", ["agree", "take-back"])
def test_nobody_answers_for_ben(said, ada, finn, cem, deed):
    for member in (ada, finn, cem):
        here = member.room.post(f"/api/at-the-desk/{said.pk}/{deed}")
        missing = member.room.post(f"/api/at-the-desk/{said.pk + 99}/{deed}")
        assert here.status_code == missing.status_code == 404
        assert here.content == missing.content
    said.refresh_from_db()
    assert said.account_id is None


def test_dora_cannot_find_out_who_has_which_name(desk, ben, ada):
    for name in (ben.username, ada.username, "nobody-at-all-1234"):
        actions.say_also(desk, name)
        said = queries.said_by(desk)
        assert (said.username, said.account_id) == (name, None)


def test_a_client_is_not_asked_whether_she_runs_the_desk(desk, ada):
    actions.say_also(desk, ada.username)

    assert ada.room.get("/api/me").json()["at_the_desk"] == []
    with pytest.raises(NotYours):
        queries.one_said_about(ada.account, id=queries.said_by(desk).pk)


def test_saying_another_name_unties_the_first(said, ben, desk, ada):
    actions.agree(said, by=ben.account)
    actions.say_also(desk, "somebody-else-1234")

    assert in_directory(ada.room) is False


def test_ben_is_one_person_at_the_desk_at_most(said, ben):
    add_desk_user("Gale")
    gale = desk_user_named("Gale")
    actions.say_also(gale, ben.username)
    actions.agree(said, by=ben.account)

    with pytest.raises(AtTheDeskAlready):
        actions.agree(queries.said_by(gale), by=ben.account)


def test_closing_ones_place_unties_it(said, ben, desk):
    actions.agree(said, by=ben.account)
    people.close_place(ben.account)

    assert queries.said_by(desk) is None
