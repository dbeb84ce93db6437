"""Leaving a circle without a reason, being taken away with one, an appeal, and an end."""

import pytest

from alongside.circles.actions import forget_of_closed, forget_old_circles
from alongside.circles.models import Belonging, Circle, Knock, Removal, Standing, State
from alongside.circles.rules import REMOVAL_DAYS
from alongside.concerns.actions import name_partners
from alongside.conversations.actions import forget_expired
from alongside.conversations.models import Conversation, Epoch, Member, Mode
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.actions import forget_who_left
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from pse.circle_rules import HOST
from tests.cast import bring_in_specialist
from tests.circles.conftest import letter
from tests.circles.test_circles import code, members, missing
from tests.concerns.raising import make_officer
from tests.conversations.test_closing_a_place import close
from tests.conversations.test_letting_go import NO_WORD_LEFT

TODAY = clock.today()


@pytest.fixture
def noa(house, desk):
    """A third specialist."""
    return bring_in_specialist("dora", desk, display_name="Noa")


@pytest.fixture
def three(with_ada, ben, noa):
    """Noa leads too."""
    assert with_ada.does(ben, "lead", noa).status_code == 204
    assert with_ada.leads(noa).status_code == 200
    return with_ada


@pytest.fixture
def removed(with_ada, ben, ada):
    """Ben took Ada away."""
    assert with_ada.removes(ben, ada).status_code == 204
    return with_ada


def appeals(member, number, to):
    papers = {"to": to_text(to.account.ref), "box": letter()}
    return member.room.post(f"/api/removals/{number}/appeal", papers)


def answers(member, number, *, may_ask):
    papers = {"box": letter(), "may_ask": may_ask}
    return member.room.post(f"/api/removals/{number}/answer", papers)


def mine(member):
    return member.room.get("/api/removals").json()


def test_ada_leaves_without_a_reason_and_nothing_of_it_is_kept(with_ada, ben, ada):
    assert with_ada.leaves(ada).status_code == 204

    assert (ada.account.pk, 1, False) in members(with_ada)
    told = with_ada.people(ben).json()["members"]
    silent = [one["account_id"] for one in told if not one["writes"]]
    assert silent == [to_text(ada.account.ref)]
    assert not Belonging.objects.filter(account=ada.account).exists()
    assert not Removal.objects.exists()
    assert missing(with_ada.people(ada))
    assert with_ada.seen(ada)["mine"] is None


def test_whoever_left_may_ask_again(with_ada, ben, lea, ada):
    with_ada.leaves(ada)

    assert with_ada.asks(ada, ben, lea).status_code == 200
    with_ada.does(lea, "let-in", ada)
    assert (ada.account.pk, 1, True) in members(with_ada)


def test_with_one_host_left_the_circle_is_over_and_can_be_read(with_ada, ben, lea, ada, finn):
    with_ada.asks(finn, ben, lea)
    with_ada.leaves(lea)

    assert with_ada.row.state == State.OVER
    assert Conversation.objects.get(kind=2).mode == Mode.CLOSED
    assert with_ada.seen(ada)["log"]["mode"] == Mode.CLOSED
    assert with_ada.seen(finn) is None
    assert not Knock.objects.exists()
    assert with_ada.leaves(ada).status_code == 204


def test_of_three_hosts_one_may_go_or_lead_no_more(three, ben, lea, noa):
    assert (noa.account.pk, HOST, True) in members(three)
    assert three.seen(ben)["hosts"] == [to_text(one.account.ref) for one in (ben, lea, noa)]

    assert ben.room.post(f"{three.path}/lead/down").status_code == 200

    assert (ben.account.pk, 2, True) in members(three)
    assert three.seen(ben)["mine"] == "in"
    assert code(lea.room.post(f"{three.path}/lead/down")) == (422, "not-now")
    assert three.row.state == State.OPEN


def test_a_member_asked_to_lead_stays_a_member_if_they_do_not(with_ada, ben, lea, noa):
    with_ada.asks(noa, ben, lea)
    with_ada.does(ben, "let-in", noa)
    with_ada.does(ben, "lead", noa)

    assert with_ada.seen(noa)["mine"] == "asked-to-lead"
    assert (noa.account.pk, 2, True) in members(with_ada)
    assert noa.room.post(f"{with_ada.path}/lead/no").status_code == 204
    assert with_ada.seen(noa)["mine"] == "in"


def test_who_is_asked_to_lead_learns_who_is_in_it_with_their_yes_and_not_before(
    with_ada, ben, noa
):
    with_ada.does(ben, "lead", noa)

    assert missing(with_ada.people(noa))
    assert with_ada.seen(noa)["log"] is None

    assert noa.room.post(f"{with_ada.path}/lead/yes").status_code == 200

    assert len(with_ada.people(noa).json()["members"]) == 4
    assert with_ada.seen(noa)["log"] is not None


def test_a_host_takes_the_question_back_and_asks_one_at_a_time(with_ada, ben, lea, noa, desk):
    eve = bring_in_specialist("eve", desk, display_name="Kim")
    with_ada.does(ben, "lead", noa)

    assert code(with_ada.does(lea, "lead", eve)) == (422, "not-now")
    assert with_ada.does(lea, "lead", noa).status_code == 204
    assert lea.room.post(f"{with_ada.path}/lead/no").status_code == 204
    assert with_ada.seen(noa)["mine"] is None


def test_a_client_is_not_asked_to_lead(with_ada, ben, ada, finn):
    assert missing(with_ada.does(ben, "lead", ada))
    assert missing(with_ada.does(ada, "lead", finn))


def test_taken_away_ada_is_told_why_and_the_house_keeps_only_that_it_happened(
    removed, ben, lea, ada, eve, desk
):
    shown = mine(ada)["removals"][0]

    assert (ada.account.pk, 1, False) in members(removed)
    assert shown["why"] == to_text(bytes(Removal.objects.get().why))
    assert (shown["step"], shown["by"]) == ("told", to_text(ben.account.ref))
    assert shown["readers"] == [to_text(lea.account.ref)]
    make_officer(eve, desk, "Eve")
    assert mine(ada)["removals"][0]["readers"] == [
        to_text(lea.account.ref),
        to_text(eve.account.ref),
    ]
    assert removed.seen(ada)["mine"] is None
    assert code(removed.asks(ada, ben, lea)) == (422, "not-now")


def test_nobody_but_a_host_takes_somebody_away_and_no_host_is_taken_away(
    with_ada, ben, lea, ada, finn
):
    with_ada.asks(finn, ben, lea)
    with_ada.does(ben, "let-in", finn)

    assert missing(with_ada.removes(ada, finn))
    assert missing(with_ada.removes(finn, finn))
    assert missing(with_ada.removes(ben, lea))
    assert code(with_ada.does(ben, "remove", ada, {"box": "AAAA"}))[0] == 400


def test_an_appeal_goes_to_somebody_who_did_not_do_it_and_lets_ada_ask_again(
    removed, ben, lea, ada, finn
):
    number = mine(ada)["removals"][0]["id"]

    for wrong in (ben, ada, finn):
        assert missing(appeals(ada, number, wrong))
    assert missing(appeals(finn, number, lea))
    assert appeals(ada, number, lea).status_code == 204
    assert code(appeals(ada, number, lea)) == (422, "not-now")

    assert [one["account_id"] for one in mine(lea)["appeals"]] == [to_text(ada.account.ref)]
    assert mine(ben)["appeals"] == []
    assert missing(answers(ben, number, may_ask=True))
    assert missing(answers(ada, number, may_ask=True))
    assert answers(lea, number, may_ask=True).status_code == 204
    assert missing(answers(lea, number, may_ask=False))

    shown = mine(ada)["removals"][0]
    assert (shown["step"], shown["reader"]) == ("may-ask", to_text(lea.account.ref))
    assert shown["answer"]
    assert removed.asks(ada, ben, lea).status_code == 200


def test_an_appeal_may_go_to_a_safety_officer_and_it_may_stand(
    removed, ben, lea, ada, eve, desk
):
    number = mine(ada)["removals"][0]["id"]
    assert missing(appeals(ada, number, eve))
    make_officer(eve, desk, "Eve")

    assert appeals(ada, number, eve).status_code == 204
    assert mine(eve)["appeals"][0]["circle"] == "Evening circle"
    assert answers(eve, number, may_ask=False).status_code == 204
    assert mine(ada)["removals"][0]["step"] == "stands"
    assert code(removed.asks(ada, ben, lea)) == (422, "not-now")


def test_an_appeal_may_be_read_by_an_officer_from_a_partner_organisation(
    removed, ben, lea, ada, finn, eve, desk
):
    """Ada sees who is not of this programme, and chooses; the others read nothing."""
    make_officer(finn, desk, "Finn")
    make_officer(eve, desk, "Eve")
    name_partners([eve.account.pk], today=TODAY)
    shown = mine(ada)["removals"][0]

    assert shown["readers"] == [to_text(one.account.ref) for one in (lea, finn, eve)]
    assert shown["partners"] == [to_text(eve.account.ref)]
    assert appeals(ada, shown["id"], eve).status_code == 204
    assert [mine(one)["appeals"] for one in (ben, lea, finn)] == [[], [], []]
    assert missing(answers(finn, shown["id"], may_ask=False))
    assert answers(eve, shown["id"], may_ask=True).status_code == 204
    assert mine(ada)["removals"][0]["step"] == "may-ask"
    assert removed.asks(ada, ben, lea).status_code == 200


def test_what_was_written_about_a_removal_goes_after_ninety_days(removed, ada):
    forget_old_circles(today=TODAY + REMOVAL_DAYS)
    assert Removal.objects.exists()

    forget_old_circles(today=TODAY + REMOVAL_DAYS + 1)

    assert mine(ada)["removals"] == []


def test_a_host_ends_a_circle_for_all_and_nobody_else_does(with_ada, ben, ada, finn):
    assert missing(with_ada.ends(ada))
    assert missing(with_ada.ends(finn))
    assert with_ada.ends(ben).status_code == 204
    assert with_ada.row.state == State.OVER
    assert code(with_ada.ends(ben)) == (422, "not-now")


def test_whoever_closes_their_place_leaves_every_circle(with_ada, ben, lea, ada, finn):
    with_ada.asks(finn, ben, lea)
    forget_of_closed(PlaceClosed(ada.account))
    forget_of_closed(PlaceClosed(finn.account))

    assert (ada.account.pk, 1, False) in members(with_ada)
    assert not Belonging.objects.filter(account__in=(ada.account, finn.account)).exists()
    assert with_ada.row.state == State.OPEN

    forget_of_closed(PlaceClosed(lea.account))

    assert with_ada.row.state == State.OVER
    assert not Knock.objects.exists()


def test_a_circle_that_was_only_proposed_goes_with_whoever_proposed_it(held, ben, lea):
    from tests.circles.conftest import AtCircles

    AtCircles().proposes(ben, lea)
    forget_of_closed(PlaceClosed(lea.account))

    assert not Circle.objects.exists()


def test_letters_about_ada_go_with_her_place(removed, ada):
    forget_of_closed(PlaceClosed(ada.account))

    assert not Removal.objects.exists()


def words_of(circle, *, day=TODAY):
    """Two headers of twelve months, as the relay keeps them."""
    log = circle.row.conversation
    for epoch in (0, 1):
        Epoch.objects.create(
            conversation=log,
            epoch=epoch,
            n=1 + epoch,
            eh=b"signed",
            eh_sig=bytes(64),
            eh_hash=bytes([epoch]) * 32,
            day=day + 30 * epoch,
            retention=12,
        )


@pytest.mark.both_databases
def test_a_circle_that_is_over_is_forgotten_once_no_word_is_left(with_ada, ben, ada):
    words_of(with_ada)
    with_ada.ends(ben)
    assert forget_expired(today=NO_WORD_LEFT) == 1
    forget_old_circles(today=NO_WORD_LEFT)
    assert with_ada.seen(ada)["mine"] == "in"

    assert forget_expired(today=NO_WORD_LEFT + 30) == 1
    forget_old_circles(today=NO_WORD_LEFT + 30)

    assert with_ada.seen(ada) is None
    for table in (Circle, Belonging, Member, Epoch, Conversation):
        assert not table.objects.exists(), table


def test_a_circle_that_goes_on_is_never_forgotten(with_ada, ada):
    words_of(with_ada)
    forget_expired(today=NO_WORD_LEFT + 30)

    forget_old_circles(today=NO_WORD_LEFT + 5_000)

    assert with_ada.seen(ada)["mine"] == "in"


def test_as_long_as_somebody_may_appeal_their_circle_is_not_forgotten(removed, ben, ada):
    removed.ends(ben)
    forget_old_circles(today=TODAY + REMOVAL_DAYS)
    assert mine(ada)["removals"][0]["circle"] == "Evening circle"

    forget_old_circles(today=TODAY + REMOVAL_DAYS + 1)

    assert not Circle.objects.exists()


def test_of_whoever_began_a_circle_nothing_is_left_once_it_is_forgotten(with_ada, ben, lea):
    words_of(with_ada)
    for one in (ben, lea):
        assert close(one).status_code == 200
    forget_who_left()
    assert Account.objects.filter(pk=ben.account.pk).exists()

    forget_expired(today=NO_WORD_LEFT + 30)
    forget_old_circles(today=NO_WORD_LEFT + 30)
    forget_who_left()

    assert not Account.objects.filter(pk__in=(ben.account.pk, lea.account.pk)).exists()


def test_at_most_fifty_belong_to_a_circle(with_ada, ben, lea, finn):
    from alongside.people.models import Account

    more = [
        Account.objects.create(ref=bytes([9, i]) + bytes(14), username=f"guest-{i}")
        for i in range(47)
    ]
    Belonging.objects.bulk_create(
        Belonging(circle=with_ada.row, account=one, standing=Standing.IN, since_on=TODAY)
        for one in more
    )

    assert code(with_ada.asks(finn, ben, lea)) == (422, "circle-full")
    Belonging.objects.filter(account=more[0]).delete()
    assert with_ada.asks(finn, ben, lea).status_code == 200
    Belonging.objects.create(
        circle=with_ada.row, account=more[0], standing=Standing.IN, since_on=TODAY
    )
    assert code(with_ada.does(ben, "let-in", finn)) == (422, "circle-full")
    assert Member.objects.filter(account=finn.account).count() == 0
