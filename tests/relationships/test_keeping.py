"""Ada chooses how long her words are kept, within what the programme allows."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from alongside.conversations.models import Conversation, Epoch
from alongside.ground import clock
from alongside.programme.models import Programme
from alongside.programme.rules import keepings_allowed, promises_allowed, sentences_for
from alongside.relationships.models import Relationship
from pse.as_json import agreement_json
from pse.promise import agreement_hash, kept_months, promise_json, read_promise, sign_agree
from tests.cast import HOME, accept, ask, ask_papers, bring_in, found


def code(answer):
    return answer.status_code, answer.json().get("error", {}).get("code")


def papers_for(ada, ben, sentences):
    """What Ada's room would post if it signed these sentences."""
    begun = ask_papers(ada, ben)
    signed = sign_agree(
        ada.person.ik_seed,
        home=HOME,
        conv=begun.conv,
        promise=agreement_hash(sentences),
        account_id=ada.person.account_id,
        role=1,
        day=clock.today(),
    )
    return begun.payload | {"promise": promise_json(sentences)} | agreement_json(signed)


@pytest.mark.parametrize("months", [1, 2, 12, 24, 0])
def test_ada_chooses_how_long_and_both_sign_exactly_that(ada, ben, months):
    relationship, _ = ask(ada, ben, months=months)
    accept(relationship, ben)

    assert kept_months(read_promise(relationship.promise)) == months
    assert Conversation.objects.get().retention == months
    assert Epoch.objects.get().retention == months


@pytest.mark.parametrize("months", [2, 7, 24, 0])
def test_beyond_the_programmes_limits_she_is_asked_to_read_again(ada, ben, months):
    Programme.objects.update(
        retention_least=3,
        retention_most=6,
        retention_months=6,
        retention_open_allowed=False,
    )

    answer = ada.room.post("/api/asks", ask_papers(ada, ben, months=months).payload)

    assert code(answer) == (422, "promise-changed")
    assert not Relationship.objects.exists()
    assert ask(ada, ben, months=3)[0].state == "asked"


def test_nothing_but_the_time_may_differ_from_the_programmes_promise(ada, ben, house):
    good = sentences_for(house, months=6)
    kept = next(one for one in good if one[0].startswith("kept-"))
    without = [one for one in good if one != kept]
    wrong = [
        without,
        [*good, kept],
        [*good, ("kept-months", ["24"])],
        [kept, *without],
        [("kept-months", ["25"]) if one == kept else one for one in good],
        [("kept-months", ["06"]) if one == kept else one for one in good],
        [one for one in good if one[0] != "pass-on-child"],
        [("age", ["17"]) if one[0] == "age" else one for one in good],
    ]

    for sentences in wrong:
        answer = ada.room.post("/api/asks", papers_for(ada, ben, sentences))
        assert code(answer) == (422, "promise-changed"), sentences
    assert ada.room.post("/api/asks", papers_for(ada, ben, good)).status_code == 201


def test_every_allowed_promise_is_another_and_the_suggested_one_is_among_them(house):
    allowed = promises_allowed(house)

    assert sorted(allowed.values()) == list(range(25))
    assert keepings_allowed(house)[-1] == 0
    assert allowed[agreement_hash(sentences_for(house))] == house.retention_months


@pytest.mark.parametrize(
    "limits",
    [
        {"retention_least": 0},
        {"retention_most": 25},
        {"retention_least": 9, "retention_most": 8},
        {"retention_most": 11},
        {"retention_least": 13},
        {"retention_months": 0, "retention_open_allowed": False},
    ],
)
def test_limits_that_fit_nobody_are_refused_at_founding_and_by_the_database(db, limits):
    Programme.objects.all().delete()
    with pytest.raises(ValidationError):
        found(**limits)
    found()
    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.update(**limits)


def test_a_choice_once_signed_stays_when_the_programmes_limits_move(ada, ben):
    relationship, begun = ask(ada, ben, months=24)
    Programme.objects.update(retention_most=12)

    accept(relationship, ben)

    assert relationship.state == "active"
    assert ada.room.post("/api/asks", begun.payload).status_code == 201
    finn = bring_in("finn")
    answer = finn.room.post("/api/asks", ask_papers(finn, ben, months=24).payload)
    assert code(answer) == (422, "promise-changed")


def test_rooms_are_told_what_may_be_chosen(house, nobody):
    config = nobody.get("/config.json").json()

    assert config["keeping"] == {"least": 1, "most": 24, "open": True}
    assert config["retention"] == 12
