"""Told in danger, at the desk: Dora sees that it waits, says she knows, and reads no word."""

import pytest

from alongside.consent.models import Emergency
from alongside.ground import clock
from alongside.people.models import Account, AlsoSpecialist
from alongside.wall.actions import tell_looks
from alongside.wall.models import Row
from alongside.wall.rules import Kind, Page
from pse.wall import read_told
from tests.consent.telling import emergency, put_emergency
from tests.web.reading import Page as Read

LIST = "/desk/in-danger"


@pytest.fixture
def entered(ada, ben, talking):
    """Ben told an ambulance; Ada does not know yet."""
    made = emergency(ben, ada, talking.conv, look_in=7)
    assert ben.room.post("/api/emergencies", made.papers).status_code == 201
    return Emergency.objects.get()


def seen(member):
    """The pages of the desk that stand on somebody's wall."""
    tell_looks()
    rows = Row.objects.filter(account=member.account, kind=Kind.STAFF_VIEW)
    return [read_told(row.told).detail["page"] for row in rows]


def test_dora_sees_who_entered_it_and_why_and_neither_client_nor_word(entered, at_desk):
    text = Read(at_desk.get(LIST)).text

    assert "A life was in danger" in text
    assert "Waiting for a second person: 1." in text
    assert "looks again in 7 days" in text
    for hidden in ("Ada", "River", "Where she was", entered.ref.hex()):
        assert hidden not in text


def test_a_second_person_confirms_once_and_it_stands_there_for_all(entered, at_desk, desk):
    for _ in range(2):
        answer = at_desk.post(f"{LIST}/{entered.pk}/confirm")
        assert (answer.status_code, answer.headers["Location"]) == (302, LIST)
    entered.refresh_from_db()

    assert (entered.confirmed_at_desk_id, entered.confirmed_on) == (desk.pk, clock.today())
    text = Read(at_desk.get(LIST)).text
    assert "A second person knows of it." in text
    assert "Waiting for a second person: 0." in text


def test_whoever_told_is_not_the_second_person_and_is_not_even_asked(
    entered, at_desk, desk, ben
):
    AlsoSpecialist.objects.create(user=desk, username="x", account=ben.account)
    assert "Someone else has to know of it." in Read(at_desk.get(LIST)).text

    answer = at_desk.post(f"{LIST}/{entered.pk}/confirm")
    entered.refresh_from_db()
    assert (answer.status_code, entered.confirmed_on) == (422, None)


def test_dora_lets_ada_know_once_the_day_to_look_again_is_over(entered, at_desk, ada):
    show = f"{LIST}/{entered.pk}/show"
    assert "Let the person know now" not in Read(at_desk.get(LIST)).text
    assert at_desk.post(show).status_code == 404
    Emergency.objects.update(look_on=clock.today() - 1)
    assert "Only do so if it is safe" in Read(at_desk.get(LIST)).text

    answer = at_desk.post(show)

    assert (answer.status_code, answer.headers["Location"]) == (302, LIST)
    assert "The person it is about knows of it." in Read(at_desk.get(LIST)).text
    [row] = ada.room.get("/api/emergencies").json()["emergencies"]
    assert row["told_on"] == clock.today()
    assert Kind.EMERGENCY_TOLD in {one.kind for one in Row.objects.filter(account=ada.account)}


def test_only_the_desk_lets_anybody_know(entered, client):
    Emergency.objects.update(look_on=clock.today() - 1)

    assert client.post(f"{LIST}/{entered.pk}/show").status_code == 302
    entered.refresh_from_db()
    assert entered.told_on is None


def test_whoever_closed_their_place_waits_for_nothing(entered, at_desk, ada):
    at_desk.post(f"{LIST}/{entered.pk}/confirm")
    Emergency.objects.update(look_on=clock.today() - 1)
    Account.objects.filter(pk=ada.account.pk).update(closed=True, username=None)

    assert "Nothing waits here." in Read(at_desk.get(LIST)).text
    assert at_desk.post(f"{LIST}/{entered.pk}/show").status_code == 404


def test_a_number_nobody_gave_is_a_page_that_is_not_there(entered, at_desk):
    assert at_desk.post(f"{LIST}/{entered.pk + 1}/confirm").status_code == 404


def test_the_look_stands_on_bens_wall_and_on_adas_only_once_she_knows(
    entered, at_desk, ada, ben
):
    at_desk.get(LIST)
    assert (seen(ben), seen(ada)) == ([Page.EMERGENCIES], [])

    Emergency.objects.update(told_on=clock.today())
    at_desk.get(LIST)
    assert seen(ada) == [Page.EMERGENCIES]


def test_what_is_known_to_both_and_confirmed_waits_for_nobody(ada, ben, talking, at_desk):
    put_emergency(emergency(ben, ada, talking.conv), ada, ben)
    at_desk.post(f"{LIST}/{Emergency.objects.get().pk}/confirm")

    assert "Nothing waits here." in Read(at_desk.get(LIST)).text


def test_the_first_page_of_the_desk_says_that_something_waits(entered, at_desk):
    assert "Someone was in danger" in Read(at_desk.get("/desk/")).text


def test_the_list_asks_the_books_no_more_for_many_than_for_one(
    entered, at_desk, django_assert_max_num_queries
):
    at_desk.get(LIST)
    with django_assert_max_num_queries(10):
        at_desk.get(LIST)
