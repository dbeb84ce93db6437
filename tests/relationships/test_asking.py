import pytest
from django.db import IntegrityError, transaction

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.models import Endorsement
from alongside.people import actions as people
from alongside.programme.models import Programme, Seat
from alongside.relationships.models import Relationship
from tests.cast import (
    accept,
    ask,
    ask_papers,
    bring_in,
    bring_in_specialist,
    yes_papers,
)
from tests.racing import race

TODAY = clock.today()


def code(answer):
    return answer.status_code, answer.json().get("error", {}).get("code")


def test_ada_asks_and_ben_says_yes(talking, ada, ben):
    (mine,) = ada.room.get("/api/relationships").json()["relationships"]
    (his,) = ben.room.get("/api/relationships").json()["relationships"]

    assert (mine["state"], his["state"]) == ("active", "active")
    assert (mine["mine"], his["mine"]) == ("client", "specialist")
    assert mine["other"]["display_name"] == "Ben"
    assert mine["other"]["profile"] is not None
    assert his["other"]["display_name"] is None
    assert his["other"]["account_id"] == to_text(ada.account.ref)
    assert mine["agreed_on"] == TODAY
    assert "ended_on" not in mine
    assert (mine["client_sig"], mine["specialist_sig"]) == (
        his["client_sig"],
        his["specialist_sig"],
    )


def test_ben_sees_an_ask_once_the_hello_is_there(ada, ben):
    relationship, begun = ask(ada, ben, with_hello=False)
    path = f"/api/relationships/{relationship.pk}/accept"

    assert ben.room.get("/api/relationships").json() == {"relationships": []}
    assert code(ben.room.post(path, yes_papers(ben, relationship))) == (404, "not-found")
    (mine,) = ada.room.get("/api/relationships").json()["relationships"]
    assert (mine["state"], mine["conversations"][0]["n"]) == ("asked", 0)
    assert mine["conversations"][0]["rand"] == to_text(begun.rand)
    assert mine["may_ask_again_on"] == TODAY + 2


def test_the_same_ask_sent_again_gives_the_same_relationship(ada, ben):
    relationship, begun = ask(ada, ben)

    again = ada.room.post("/api/asks", begun.payload)

    assert (again.status_code, again.json()["id"]) == (201, relationship.pk)
    assert Relationship.objects.count() == 1


def test_one_asks_one_person_at_a_time(asked, ada, desk):
    theo = bring_in_specialist("maple-otter-5528", desk, display_name="Theo")

    assert code(ada.room.post("/api/asks", ask_papers(ada, theo).payload)) == (
        422,
        "one-open-ask",
    )


@pytest.mark.parametrize(
    "settings",
    [{"retention_months": 6, "retention_most": 6}, {"min_age": 16}, {"contact_phone": "1"}],
)
def test_when_the_promise_has_moved_it_is_read_again_first(ada, ben, settings):
    begun = ask_papers(ada, ben)
    Programme.objects.update(**settings)

    answer = ada.room.post("/api/asks", begun.payload)

    assert code(answer) == (422, "promise-changed")
    assert not Relationship.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("conv", to_text(bytes(16))),
        ("rand", to_text(bytes(16))),
        ("sig", to_text(bytes(64))),
        ("day", TODAY - 2),
        ("day", TODAY + 2),
        ("day", TODAY + 1),
        ("promise", {}),
        ("promise", {"version": 2, "sentences": []}),
        ("promise", {"version": 1, "sentences": [["\ud800", []]]}),
        ("promise", {"version": 1, "sentences": [["two-read"]]}),
        ("promise", []),
        ("specialist", "AA"),
    ],
)
def test_an_ask_that_was_not_signed_like_this_is_refused(ada, ben, name, value):
    papers = ask_papers(ada, ben).payload | {name: value}

    assert code(ada.room.post("/api/asks", papers)) == (400, "malformed")
    assert not Relationship.objects.exists()


def test_a_signature_of_yesterday_is_taken_around_midnight(ada, ben, monkeypatch):
    begun = ask_papers(ada, ben)
    monkeypatch.setattr(clock, "today", lambda: TODAY + 1)

    assert ada.room.post("/api/asks", begun.payload).status_code == 201


def pause(ada, ben):
    Seat.objects.update(paused=True)


def fill(ada, ben):
    Seat.objects.update(cap=1)
    accept(ask(bring_in("finn"), ben)[0], ben)


def block(ada, ben):
    people.block(ada.account, by=ben.account)


def block_the_other_way(ada, ben):
    people.block(ben.account, by=ada.account)


def let_lapse(ada, ben):
    Endorsement.objects.update(from_day=TODAY - 90, to_day=TODAY - 1)


def close_place(ada, ben):
    people.close_place(ben.account)


def send_five_hellos(ada, ben):
    for number in range(5):
        ask(bring_in(f"quiet-meadow-000{number}"), ben)


@pytest.mark.parametrize(
    "happens",
    [pause, fill, block, block_the_other_way, let_lapse, close_place, send_five_hellos],
)
def test_why_someone_is_not_free_is_never_said(ada, ben, happens):
    happens(ada, ben)
    before = Relationship.objects.count()

    answer = ada.room.post("/api/asks", ask_papers(ada, ben).payload)

    assert code(answer) == (422, "not-free")
    assert Relationship.objects.count() == before


def test_someone_who_is_no_specialist_or_nobody_is_as_little_free(ada, ben, finn):
    papers = ask_papers(ada, ben).payload
    others = [to_text(finn.account.ref), to_text(ada.account.ref), to_text(bytes(16))]

    answers = {
        ada.room.post("/api/asks", papers | {"specialist": one}).content for one in others
    }
    people.block(ada.account, by=ben.account)
    answers.add(ada.room.post("/api/asks", papers).content)

    assert len(answers) == 1


def test_asks_of_yesterday_without_a_hello_take_no_place_from_others(ada, ben):
    for number in range(5):
        ask(bring_in(f"quiet-meadow-000{number}"), ben, with_hello=False)
    Relationship.objects.update(asked_on=TODAY - 1)

    assert ada.room.post("/api/asks", ask_papers(ada, ben).payload).status_code == 201


def test_only_clients_ask(ben, cem, desk):
    theo = bring_in_specialist("maple-otter-5528", desk, display_name="Theo")

    for member in (cem, ben):
        assert code(member.room.post("/api/asks", ask_papers(member, theo).payload)) == (
            404,
            "not-found",
        )


@pytest.mark.parametrize(
    ("name", "value"),
    [("sig", to_text(bytes(64))), ("day", TODAY - 2), ("day", "today"), ("more", 1)],
)
def test_a_yes_that_was_not_signed_is_none(asked, ben, name, value):
    papers = yes_papers(ben, asked) | {name: value}

    answer = ben.room.post(f"/api/relationships/{asked.pk}/accept", papers)

    assert code(answer) == (400, "malformed")
    asked.refresh_from_db()
    assert (asked.state, asked.agreed_on) == ("asked", None)


def test_ben_says_yes_to_no_more_than_he_said_he_can(ada, finn, ben):
    Seat.objects.update(cap=2)
    asks = [ask(one, ben)[0] for one in (ada, finn)]
    Seat.objects.update(cap=1)
    accept(asks[0], ben)

    answer = ben.room.post(f"/api/relationships/{asks[1].pk}/accept", yes_papers(ben, asks[1]))

    assert code(answer) == (422, "seat-full")


def test_the_database_itself_refuses_a_second_open_ask(asked, ada, ben):
    row = {"client": ada.account, "specialist": ben.account, "agreement_hash": bytes(32)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Relationship.objects.create(
            **row,
            state="asked",
            conv=b"x" * 16,
            promise={},
            client_sig=bytes(64),
            client_day=1,
            asked_on=1,
        )
    for state in ("active", "ended", "declined", "forgotten"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Relationship.objects.filter(pk=asked.pk).update(state=state)


@pytest.mark.django_db(transaction=True)
def test_of_two_yeses_for_the_last_place_one_is_too_many(ada, finn, ben):
    asks = [ask(one, ben)[0] for one in (ada, finn)]
    Seat.objects.update(cap=1)
    papers = [yes_papers(ben, one) for one in asks]

    answers = race(
        *[
            lambda one=one, yes=yes: ben.room.post(f"/api/relationships/{one.pk}/accept", yes)
            for one, yes in zip(asks, papers, strict=True)
        ]
    )

    assert sorted(code(answer) for answer in answers) == [(200, None), (422, "seat-full")]


@pytest.mark.django_db(transaction=True)
def test_saying_yes_twice_at_once_is_one_yes(asked, ben):
    papers = yes_papers(ben, asked)
    path = f"/api/relationships/{asked.pk}/accept"

    answers = race(*[lambda: ben.room.post(path, papers)] * 2)

    assert sorted(code(answer) for answer in answers) == [(200, None), (422, "not-now")]


@pytest.mark.django_db(transaction=True)
def test_asking_two_people_at_once_is_one_ask(ada, ben, desk):
    theo = bring_in_specialist("maple-otter-5528", desk, display_name="Theo")
    papers = [ask_papers(ada, one).payload for one in (ben, theo)]

    answers = race(*[lambda each=each: ada.room.post("/api/asks", each) for each in papers])

    assert sorted(code(answer) for answer in answers) == [(201, None), (422, "one-open-ask")]


@pytest.mark.django_db(transaction=True)
def test_the_same_ask_sent_twice_at_once_is_one_ask(ada, ben):
    papers = ask_papers(ada, ben).payload

    answers = race(*[lambda: ada.room.post("/api/asks", papers)] * 2)

    assert [answer.status_code for answer in answers] == [201, 201]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_a_sixth_ask_waits_though_the_hellos_before_it_are_still_on_their_way(ben):
    people = [bring_in(f"quiet-meadow-000{number}") for number in range(6)]
    for one in people[:5]:
        ask(one, ben, with_hello=False)

    answer = people[5].room.post("/api/asks", ask_papers(people[5], ben).payload)

    assert code(answer) == (422, "not-free")


def test_ben_cannot_say_yes_once_the_programme_no_longer_stands_behind_him(asked, ada, ben):
    let_lapse(ada, ben)

    answer = ben.room.post(f"/api/relationships/{asked.pk}/accept", yes_papers(ben, asked))

    assert code(answer) == (422, "not-endorsed")
