"""What officers decide about somebody: told, bounded, and heard by another."""

import os

import pytest

from alongside.concerns.actions import (
    end_measures,
    forget_old_measures,
    owe_for_appeals,
    part_from_removed,
)
from alongside.concerns.models import Letter, Measure, Standing
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.notices.models import Owed, Reach
from alongside.people.models import Stop
from alongside.relationships.actions import wake_paused
from alongside.relationships.models import Relationship
from alongside.wall.models import Row
from pse.wall import Kind
from tests.concerns.deciding import (
    LIFTED,
    NO_HELLOS,
    PAUSE,
    REMOVAL,
    SHORTER,
    STAYS,
    WORD,
    Decided,
    mine,
)


@pytest.fixture
def three(two, lea):
    """Eve, Dora and Lea."""
    return (*two, lea)


def test_ben_reads_what_was_decided_why_and_until_when(ben, three):
    eve, _, lea = three
    measure = Decided(eve, ben, NO_HELLOS, 14, three)

    answer = measure.set()

    assert answer.status_code == 201
    (row,) = mine(ben)
    assert (row["kind"], row["days"], row["standing"]) == (NO_HELLOS, 14, "in-force")
    assert row["ends_on"] == clock.today() + 14
    assert row["appeal_until"] == clock.today() + 30
    assert measure.said_to(ben, eve) == ["He asked her for money."]
    assert measure.said_to(lea, eve) == ["He asked her for money."]
    told = [one.kind for one in Row.objects.filter(account=ben.account)]
    assert Kind.MEASURE_SET in told


def test_ben_is_told_where_he_comes_in_that_something_was_decided(ben, ada, three):
    def has_news(member):
        return member.room.get("/api/me").json()["concern_news"]

    assert has_news(ben) is False
    Decided(three[0], ben, PAUSE, 8, three).set()
    assert has_news(ben) is False

    Decided(three[0], ben, NO_HELLOS, 14, three).set()
    assert has_news(ben) is True
    assert has_news(ada) is False

    Measure.objects.update(standing=Standing.OVER, began_on=clock.today() - 8)
    assert has_news(ben) is False


def test_what_the_house_holds_says_what_is_stopped_and_not_why(ben, three):
    Decided(three[0], ben, NO_HELLOS, 14, three).set()
    held = b"".join(bytes(one.box) for one in Letter.objects.all())
    assert b"money" not in held


def test_the_same_measure_sent_once_more_is_one(ben, three):
    measure = Decided(three[0], ben, NO_HELLOS, 14, three)
    papers = measure.papers()
    for _ in range(2):
        assert three[0].room.post("/api/measures", papers).status_code == 201
    assert Measure.objects.count() == 1


def test_a_word_stops_nothing_and_can_be_appealed(ben, three):
    measure = Decided(three[0], ben, WORD, 0, three)
    assert measure.set().status_code == 201
    assert Stop.objects.count() == 0
    assert mine(ben)[0]["standing"] == "over"
    assert measure.appeals(*three[1:]).status_code == 200


def test_whoever_may_say_no_hellos_is_asked_by_nobody_and_asks_nobody(ben, three, ada):
    Decided(three[0], ben, NO_HELLOS, 14, three).set()
    listed = ada.room.get("/api/directory").json()["people"]
    (bens,) = [one for one in listed if one["account_id"] == to_text(ben.account.ref)]
    assert bens["free"] is False


def test_a_pause_rests_every_talk_and_its_end_lets_them_go_on(talking, ben, ada, three):
    measure = Decided(three[0], ben, PAUSE, 5, three)
    measure.set()
    assert Relationship.objects.get().state == "paused"
    for member in (ben, ada):
        resumed = member.room.post(f"/api/relationships/{Relationship.objects.get().pk}/resume")
        assert resumed.status_code == 422

    assert end_measures(today=clock.today() + 4) == 0
    assert end_measures(today=clock.today() + 5) == 1

    assert Relationship.objects.get().state == "active"
    assert Stop.objects.count() == 0
    assert mine(ben)[0]["standing"] == "over"


def test_the_gravest_stop_nothing_before_a_second_officer_agrees(talking, ben, three):
    eve, dora, _ = three
    measure = Decided(eve, ben, REMOVAL, 0, three)
    assert measure.set().status_code == 201
    assert mine(ben) == []
    assert measure.seen(ben).status_code == 404
    assert Relationship.objects.get().state == "active"
    assert measure.seconds(eve, yes=True).status_code == 404

    assert measure.seconds(dora, yes=True).status_code == 200

    assert mine(ben)[0]["ends_on"] is None
    assert Relationship.objects.get().state == "paused"
    assert measure.said_to(ben, eve, dora) == ["He asked her for money.", "I looked at it."]
    assert measure.seconds(dora, yes=True).status_code == 422


def test_a_long_pause_takes_two_and_a_second_may_say_no(ben, three):
    eve, dora, _ = three
    measure = Decided(eve, ben, PAUSE, 8, three)
    measure.set()
    assert measure.seen(dora).json()["may_second"] is True
    assert measure.seen(eve).json()["may_second"] is False

    assert measure.seconds(dora, yes=False).status_code == 200

    assert mine(ben) == []
    assert Measure.objects.get().standing == Standing.REFUSED
    assert Stop.objects.count() == 0


def test_one_officer_does_not_keep_ben_silent_with_one_short_pause_after_another(ben, three):
    eve, dora, _ = three
    Decided(eve, ben, PAUSE, 7, three).set()
    assert Stop.objects.exists()
    end_measures(today=clock.today() + 7)
    Measure.objects.update(set_on=clock.today() - 20, ends_on=clock.today() - 13)

    another = Decided(eve, ben, PAUSE, 1, three)
    assert another.set().status_code == 201

    assert not Stop.objects.exists()
    assert another.seen(dora).json()["may_second"] is True
    Measure.objects.filter(ref=another.id).delete()
    Measure.objects.update(ends_on=clock.today() - 31)
    Decided(eve, ben, PAUSE, 1, three).set()
    assert Stop.objects.exists()


def test_another_officer_hears_an_appeal_and_the_same_one_is_refused(ben, three):
    eve, dora, lea = three
    measure = Decided(eve, ben, NO_HELLOS, 60, three)
    measure.set()

    heard = measure.appeals(dora, lea).json()["measure"]

    assert heard["due_on"] > clock.today()
    assert measure.decides(eve, STAYS).status_code == 404
    assert measure.seen(eve).json()["may_decide"] is False
    assert measure.decides(lea, SHORTER, 20).status_code == 200
    row = mine(ben)[0]
    assert (row["days"], row["outcome"], row["ends_on"]) == (20, SHORTER, clock.today() + 20)
    assert measure.said_to(ben, eve, ben, lea)[-1] == "I looked at it."
    assert measure.appeals(dora, lea).status_code == 422


def test_who_agreed_as_the_second_hears_no_appeal_either(ben, three):
    eve, dora, lea = three
    measure = Decided(eve, ben, REMOVAL, 0, three)
    measure.set()
    measure.seconds(dora, yes=True)
    assert measure.appeals(dora, lea).status_code == 409
    assert measure.appeals(lea).status_code == 200
    assert measure.decides(dora, STAYS).status_code == 404
    assert measure.decides(lea, SHORTER, 10).status_code == 200
    assert (mine(ben)[0]["kind"], mine(ben)[0]["days"]) == (PAUSE, 10)


def test_a_lifted_measure_stops_nothing_any_more(talking, ben, three):
    eve, dora, lea = three
    measure = Decided(eve, ben, PAUSE, 7, three)
    measure.set()
    measure.appeals(dora, lea)
    assert measure.decides(dora, LIFTED).status_code == 200
    assert Stop.objects.count() == 0
    assert Relationship.objects.get().state == "active"
    kinds = [one.kind for one in Row.objects.filter(account=ben.account)]
    assert Kind.MEASURE_CHANGED in kinds


def test_without_an_appeal_an_officer_only_makes_it_less(ben, three):
    eve, dora, _ = three
    measure = Decided(eve, ben, NO_HELLOS, 30, three)
    measure.set()
    assert measure.decides(dora, STAYS).status_code == 422
    assert measure.decides(dora, SHORTER, 30).status_code == 400
    assert measure.decides(eve, SHORTER, 3).status_code == 200
    assert measure.decides(eve, LIFTED).status_code == 200
    assert measure.decides(eve, LIFTED).status_code == 422


def test_a_measure_is_made_longer_by_nobody(ben, three):
    measure = Decided(three[0], ben, NO_HELLOS, 10, three)
    measure.set()
    measure.appeals(*three[1:])
    assert measure.decides(three[1], SHORTER, 11).status_code == 400


def test_nobody_decides_about_themselves_and_nobody_else_decides(ada, ben, three, finn):
    eve, dora, lea = three
    own = Decided(eve, eve, NO_HELLOS, 10, (dora, lea))
    with pytest.raises(Exception, match="somebody else"):
        own.set()
    measure = Decided(eve, ben, NO_HELLOS, 10, three)
    measure.set()
    for member in (ada, finn):
        assert measure.seen(member).status_code == 404
        assert member.room.get("/api/measure-queue").status_code == 404
        assert Decided(member, ben, WORD, 0, (member, *three)).set().status_code == 404
    assert measure.appeals(dora, lea, by=ada).status_code == 404


def test_an_officer_about_whom_it_is_sees_it_as_anybody_does(three):
    eve, dora, lea = three
    measure = Decided(eve, dora, NO_HELLOS, 10, (eve, lea))
    assert measure.set().status_code == 201
    queue = dora.room.get("/api/measure-queue").json()
    assert all(not queue[name] for name in ("second", "appeals", "going", "over"))
    assert measure.seen(dora).json()["may_decide"] is False
    leas = measure.decision(lea, LIFTED)
    assert dora.room.post(f"{measure.path}/decision", leas).status_code == 404
    assert measure.appeals(lea).status_code == 200


def test_where_nobody_is_left_to_hear_an_appeal_nothing_is_set(ben, two):
    eve, dora = two
    grave = Decided(eve, ben, REMOVAL, 0, two)
    assert grave.set().json()["error"]["code"] == "nobody-hears"
    assert Decided(eve, dora, WORD, 0, (eve,)).set().json()["error"]["code"] == "nobody-hears"
    assert Decided(eve, ben, PAUSE, 7, two).set().status_code == 201


def test_a_letter_reaches_exactly_whom_it_has_to(ben, ada, three):
    eve, dora, _ = three
    assert Decided(eve, ben, WORD, 0, (eve, dora)).set().status_code == 409
    assert Decided(eve, ben, WORD, 0, (*three, ada)).set().status_code == 409
    assert Measure.objects.count() == 0


def test_a_kind_lasts_as_long_as_its_kind_can(ben, three):
    for kind, days in ((WORD, 1), (REMOVAL, 1), (PAUSE, 0), (NO_HELLOS, 0)):
        assert Decided(three[0], ben, kind, days, three).set().status_code == 400


def test_somebody_removed_keeps_their_talks_until_no_appeal_is_left(talking, ben, three):
    eve, dora, lea = three
    measure = Decided(eve, ben, REMOVAL, 0, three)
    measure.set()
    measure.seconds(dora, yes=True)
    later = clock.today() + 31
    assert part_from_removed(today=later - 1) == 0
    measure.appeals(lea)
    assert part_from_removed(today=later) == 0
    measure.decides(lea, STAYS)
    assert part_from_removed(today=later) == 1
    assert Relationship.objects.get().state == "ended"
    assert ben.room.get("/api/relationships").status_code == 200


def test_officers_hear_once_that_an_appeal_is_nearly_due(ben, three):
    measure = Decided(three[0], ben, NO_HELLOS, 60, three)
    measure.set()
    measure.appeals(*three[1:])
    due = Measure.objects.get().due_on
    assert owe_for_appeals(today=due - 2) == 0
    assert owe_for_appeals(today=due - 1) == 1
    assert owe_for_appeals(today=due) == 0


def test_what_is_over_is_forgotten_after_half_a_year(ben, three):
    eve, _, _ = three
    Decided(eve, ben, NO_HELLOS, 10, three).set()
    Decided(eve, ben, REMOVAL, 0, three).set()
    today = clock.today()
    assert forget_old_measures(today=today + 7) == 0
    assert forget_old_measures(today=today + 8) > 0
    assert Measure.objects.count() == 1
    end_measures(today=today + 10)
    assert forget_old_measures(today=today + 190) == 0
    assert forget_old_measures(today=today + 191) > 0
    assert Measure.objects.count() == Letter.objects.count() == 0


def test_of_two_measures_in_one_talk_the_shorter_one_wakes_nothing(talking, ada, ben, three):
    eve, dora, _ = three
    removal = Decided(eve, ben, REMOVAL, 0, three)
    removal.set()
    removal.seconds(dora, yes=True)
    Decided(eve, ada, PAUSE, 7, three).set()
    week = clock.today() + 7
    assert wake_paused(today=week) == 0
    assert end_measures(today=week) == 1
    assert wake_paused(today=week) == 0
    assert Relationship.objects.get().state == "paused"
    removal.decides(dora, LIFTED)
    assert Relationship.objects.get().state == "active"


def test_whom_a_grave_one_is_for_is_sent_nothing_before_a_second_says_yes(ben, three):
    eve, dora, lea = three
    for one in (ben, lea):
        Reach.objects.create(account=one.account, hears=True, ref=os.urandom(16))
    removal = Decided(eve, ben, REMOVAL, 0, three)
    removal.set()
    assert [one.reach.account for one in Owed.objects.all()] == [lea.account]
    removal.seconds(dora, yes=True)
    assert Owed.objects.filter(reach__account=ben.account).exists()


def test_a_letter_of_before_stands_for_no_decision(ben, three):
    eve, dora, _ = three
    measure = Decided(eve, ben, NO_HELLOS, 60, three)
    measure.set()
    measure.decides(dora, SHORTER, 30)
    (first,) = Letter.objects.filter(measure__on=ben.account, by=dora.account)
    again = measure.decision(dora, SHORTER, 10)
    again["letter"]["id"] = to_text(bytes(first.ref))
    answer = dora.room.post(f"{measure.path}/decision", again)
    assert answer.status_code == 400
    assert mine(ben)[0]["days"] == 30
