"""A new place starts slowly, and nobody greets a whole programme on one day."""

import pytest

from alongside.ground import clock
from alongside.relationships.models import Relationship
from alongside.relationships.rules import FIRST_HELLOS, FIRST_WEEK, MOST_HELLOS, hellos_a_day
from tests.cast import ask, ask_papers

TODAY = clock.today()


def test_the_first_week_of_a_place_is_slower():
    assert hellos_a_day(TODAY, today=TODAY) == FIRST_HELLOS
    assert hellos_a_day(TODAY, today=TODAY + FIRST_WEEK - 1) == FIRST_HELLOS
    assert hellos_a_day(TODAY, today=TODAY + FIRST_WEEK) == MOST_HELLOS > FIRST_HELLOS


@pytest.mark.both_databases
def test_the_sixth_hello_of_ada_s_first_day_waits_for_tomorrow_and_ben_learns_nothing(ada, ben):
    for _ in range(FIRST_HELLOS):
        relationship, _ = ask(ada, ben, with_hello=False)
        taken = ada.room.post(f"/api/relationships/{relationship.pk}/withdraw", {})
        assert taken.status_code == 200

    begun = ask_papers(ada, ben)
    answer = ada.room.post("/api/asks", begun.payload)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "hellos-today")

    Relationship.objects.filter(client=ada.account).update(asked_on=TODAY - 1)
    assert ada.room.post("/api/asks", begun.payload).status_code == 201
