"""Letting the programme choose: from Ada's ticks to a first hello, and what is left of them."""

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.matching import actions, queries
from alongside.matching.models import Apart, NotFor, Proposal, Took, Way, Wish
from alongside.people import actions as people
from alongside.people.models import Account
from alongside.programme.models import Seat
from alongside.relationships.models import Relationship
from alongside.timers.actions import run_due
from tests.cast import accept, ask
from tests.matching.handing import TICKED, hand_over, name

pytestmark = pytest.mark.django_db
TODAY = clock.today()
REASONS = [
    {"kind": "fact", "id": "alcohol", "matters": True},
    {"kind": "time", "id": "evenings", "matters": False},
    {"kind": "lang", "id": "en", "matters": False},
]


def offers(specialist):
    return specialist.room.get("/api/proposals").json()["proposals"]


def draw_up():
    return actions.look_for_matches(seed=1, today=TODAY)


def offered(person):
    """Ada hands over, the desk looks and approves."""
    hand_over(person)
    assert draw_up() == 1
    proposal = Proposal.objects.get()
    actions.approve(proposal.pk, today=TODAY)
    return proposal.pk


def shown(person, specialist):
    number = offered(person)
    assert specialist.room.post(f"/api/proposals/{number}/yes", {}).status_code == 200
    return person.room.get("/api/wish").json()["proposed"]


def test_ada_sees_exactly_what_she_handed_over(ada, ben):
    told = hand_over(ada, not_these=[to_text(ben.account.ref)])

    assert told["wish"] == {
        **TICKED,
        "not_these": [to_text(ben.account.ref)],
        "handed_on": TODAY,
    }
    assert told["proposed"] is None


def test_ben_sees_a_proposal_before_any_name_or_word_of_ada(ada, ben):
    number = offered(ada)

    assert offers(ben) == [{"id": number, "anyone": False, "reasons": REASONS}]
    assert ada.room.get("/api/wish").json()["proposed"] is None


def test_ada_sees_ben_once_he_said_yes_and_everything_goes_when_they_agree(ada, ben):
    proposed = shown(ada, ben)
    assert proposed == {"account_id": to_text(ben.account.ref), "reasons": REASONS}

    accept(ask(ada, ben)[0], ben)

    assert not Wish.objects.exists()
    assert not Proposal.objects.exists()
    assert not Apart.objects.exists()
    assert list(Took.objects.values_list("way", "days", "people")) == [(Way.PROGRAMME, 0, 1)]


def test_a_hello_without_a_wish_is_counted_as_ones_own_choice(ada, ben):
    accept(ask(ada, ben)[0], ben)

    assert list(Took.objects.values_list("way", "people")) == [(Way.OWN_CHOICE, 1)]


def test_nobody_sees_a_draft_but_the_desk(ada, ben):
    hand_over(ada)
    draw_up()

    assert offers(ben) == []
    assert ada.room.get("/api/wish").json()["proposed"] is None
    number = Proposal.objects.get().pk
    assert ben.room.post(f"/api/proposals/{number}/yes", {}).status_code == 404


@pytest.mark.parametrize("who", ["ben", "ada", "desk"])
def test_a_no_costs_nothing_tells_nobody_and_is_not_asked_again(who, ada, ben):
    hand_over(ada)
    draw_up()
    number = Proposal.objects.get().pk
    before = Wish.objects.get().handed_on
    if who == "desk":
        actions.drop(number)
    else:
        actions.approve(number, today=TODAY)
        ben.room.post(f"/api/proposals/{number}/{'no' if who == 'ben' else 'yes'}", {})
    if who == "ada":
        assert ada.room.post("/api/wish/someone-else", {}).status_code == 200

    told = ada.room.get("/api/wish").json()
    assert told["proposed"] is None
    assert told["wish"] == {**TICKED, "not_these": [], "handed_on": before}
    assert draw_up() == 0
    assert offers(ben) == []


@pytest.mark.parametrize("by", ["ada", "ben"])
def test_a_block_keeps_two_people_apart_whoever_made_it(by, ada, ben):
    hand_over(ada)
    one, other = (ada, ben) if by == "ada" else (ben, ada)
    people.block(other.account, by=one.account)

    assert draw_up() == 0
    told = ada.room.get("/api/wish").json()
    assert told["wish"]["not_these"] == []


def test_whom_ada_named_is_not_proposed_and_only_she_can_see_that(ada, ben):
    hand_over(ada, not_these=[to_text(ben.account.ref)])

    assert draw_up() == 0
    assert offers(ben) == []


def test_whom_ada_named_stays_named_when_her_wish_goes_and_is_gone_once_she_takes_it_back(
    ada, ben, finn
):
    finns = to_text(finn.account.ref)
    hand_over(ada, not_these=[finns, to_text(ben.account.ref)])
    accept(ask(ada, ben)[0], ben)
    kept = ada.room.get("/api/wish").json()
    # With Ben she walks after all.
    assert (kept["wish"], kept["not_these"]) == (None, [finns])

    ada.room.call("DELETE", "/api/wish", None)
    assert not NotFor.objects.exists()


def test_whom_ada_named_stays_when_she_hands_over_from_a_page_that_knows_of_nobody(ada, ben):
    bens = to_text(ben.account.ref)
    name(ada, add=[bens])

    assert hand_over(ada)["wish"]["not_these"] == [bens]
    assert draw_up() == 0


def test_a_page_opened_before_another_device_named_ben_takes_no_name_but_its_own(
    ada, ben, finn
):
    bens, finns = to_text(ben.account.ref), to_text(finn.account.ref)
    name(ada, add=[bens])

    assert set(name(ada, add=[finns])["not_these"]) == {bens, finns}
    assert name(ada, remove=[finns])["not_these"] == [bens]
    assert name(ada, add=[bens])["not_these"] == [bens]


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_a_name_goes_with_the_place_of_either(who, ada, ben):
    hand_over(ada, not_these=[to_text(ben.account.ref)])
    people.close_place({"ada": ada, "ben": ben}[who].account)
    assert not NotFor.objects.exists()


def test_naming_somebody_costs_nothing_and_takes_only_them_away(ada, ben, finn):
    number = offered(ada)
    Wish.objects.update(handed_on=TODAY - 9)

    told = hand_over(ada, not_these=[to_text(finn.account.ref)])
    assert [one["id"] for one in offers(ben)] == [number]
    assert told["wish"]["handed_on"] == TODAY - 9

    hand_over(ada, not_these=[to_text(ben.account.ref)])
    assert offers(ben) == []
    hand_over(ada, not_these=[])
    assert draw_up() == 1


def test_taking_it_back_leaves_nothing(ada, ben):
    offered(ada)
    assert ada.room.call("DELETE", "/api/wish", None).status_code == 204

    assert not Wish.objects.exists()
    assert offers(ben) == []
    assert ada.room.get("/api/wish").json()["wish"] is None


def test_changing_the_ticks_keeps_the_place_in_line_and_drops_what_was_proposed(ada, ben):
    offered(ada)
    Wish.objects.update(handed_on=TODAY - 9)
    told = hand_over(ada, facts=["grief"], matters="grief")

    assert told["wish"]["handed_on"] == TODAY - 9
    assert offers(ben) == []


def test_closing_ones_place_leaves_no_wish_and_no_proposal(ada, ben):
    offered(ada)
    people.close_place(ben.account)
    assert not Proposal.objects.exists()
    people.close_place(ada.account)
    assert not Wish.objects.exists()


def test_a_full_or_paused_specialist_is_not_proposed(ada, ben):
    hand_over(ada)
    Seat.objects.update(paused=True)
    assert draw_up() == 0


def test_a_draft_whose_specialist_has_no_room_any_more_is_not_approved(ada, ben):
    hand_over(ada)
    draw_up()
    Seat.objects.update(paused=True)
    with pytest.raises(actions.NotFreeNow):
        actions.approve(Proposal.objects.get().pk, today=TODAY)
    assert offers(ben) == []


def test_open_proposals_count_as_taken_seats(ada, finn, ben):
    Seat.objects.update(cap=1)
    offered(ada)
    hand_over(finn)
    assert draw_up() == 0


def test_who_walks_with_somebody_is_never_moved(ada, finn, ben):
    accept(ask(finn, ben)[0], ben)
    before = Relationship.objects.values().get(pk=Relationship.objects.get().pk)
    hand_over(ada)
    draw_up()
    draw_up()

    assert Relationship.objects.values().get() == before
    assert Proposal.objects.count() == 1


def test_who_asks_somebody_now_is_left_in_peace(ada, ben):
    ask(ada, ben)
    hand_over(ada)
    assert draw_up() == 0


def test_a_hello_that_came_to_nothing_is_not_proposed_again(ada, ben):
    shown(ada, ben)
    made, _ = ask(ada, ben)
    ben.room.post(f"/api/relationships/{made.pk}/decline", {})

    assert Wish.objects.exists()
    assert not Proposal.objects.exists()
    assert draw_up() == 0


def test_a_second_look_changes_nothing_that_somebody_has_in_front_of_them(ada, ben):
    number = offered(ada)
    assert draw_up() == 0
    assert [one["id"] for one in offers(ben)] == [number]


def test_a_proposal_without_an_answer_goes_after_a_week(ada, ben):
    number = offered(ada)
    Proposal.objects.update(since_on=TODAY - 6)
    run_due(now=clock.now())
    assert Proposal.objects.filter(pk=number).exists()
    Proposal.objects.update(since_on=TODAY - 7)
    run_due(now=clock.now())
    assert not Proposal.objects.exists()


def test_how_long_it_takes_is_said_from_eight_people_on(ada):
    now = clock.today() // 91
    Took.objects.create(way=Way.PROGRAMME, quarter=now, days=3, people=7)
    Took.objects.create(way=Way.OWN_CHOICE, quarter=now, days=2, people=8)
    Took.objects.create(way=Way.PROGRAMME, quarter=now - 4, days=3, people=50)

    told = ada.room.get("/api/wish").json()
    assert told["took"] == {"own_choice": 2, "programme": None}
    run_due(now=clock.now())
    assert set(Took.objects.values_list("quarter", flat=True)) == {now}


@pytest.mark.parametrize(
    "other",
    [
        {"facts": ["alcohol", "unheard-of"]},
        {"facts": ["evenings", "alcohol"]},
        {"langs": ["xx"]},
        {"matters": "grief"},
        {"anyone": True},
        {"note": "please"},
        {"anyone": 1},
    ],
)
def test_what_the_page_does_not_name_is_not_taken(ada, other):
    answer = ada.room.call("PUT", "/api/wish", {**TICKED, **other})

    assert answer.status_code == 400
    assert not Wish.objects.exists()


def test_a_wish_is_no_door_for_anyone_else(ada, ben, finn):
    number = offered(ada)

    assert finn.room.get("/api/wish").json()["wish"] is None
    assert finn.room.post("/api/wish/someone-else", {}).status_code == 404
    assert finn.room.get("/api/proposals").status_code == 404
    assert ben.room.get("/api/wish").status_code == 404
    assert finn.room.post(f"/api/proposals/{number}/no", {}).status_code == 404


def test_the_books_of_a_big_round_are_read_in_few_questions(
    ada, ben, django_assert_max_num_queries
):
    Wish.objects.bulk_create(
        Wish(
            account=Account.objects.create(ref=n.to_bytes(16), username=f"fern-{n:04}"),
            facts=["alcohol"],
            langs=["en"],
            matters="",
            anyone=False,
            handed_on=TODAY,
        )
        for n in range(60)
    )
    with django_assert_max_num_queries(19):
        assert len(queries.sides(today=TODAY).waiting) == 60
