"""Topics a specialist does not take now shape who is suggested, and are nobody's reason."""

from alongside.ground import clock
from alongside.matching.actions import look_for_matches
from alongside.matching.models import Proposal
from alongside.matching.queries import sides
from tests.matching.handing import TICKED

TODAY = clock.today()


def not_now(member, *topics):
    return member.room.call("PUT", "/api/carrying/not-now", {"topics": list(topics)})


def wish(member, *facts):
    papers = {**TICKED, "facts": sorted(facts), "langs": [], "matters": None}
    return member.room.call("PUT", "/api/wish", papers)


def test_ben_is_not_proposed_for_what_he_does_not_take_now(ada, ben):
    assert not_now(ben, "grief", "alcohol").json()["not_now"] == ["alcohol", "grief"]
    assert wish(ada, "grief").status_code == 200

    look_for_matches(seed=1, today=TODAY)
    assert not Proposal.objects.exists()

    not_now(ben, "alcohol")
    look_for_matches(seed=1, today=TODAY)
    assert Proposal.objects.get().specialist_id == ben.account.pk


def test_for_any_other_wish_he_is_there_and_nothing_shows_it(ada, ben):
    not_now(ben, "grief")
    wish(ada, "alcohol")

    (waiting,) = sides(today=TODAY).waiting
    assert ben.account.pk not in waiting.apart
    assert "not_now" not in ada.room.get("/api/wish").json()


def test_the_list_tells_rooms_so_that_they_can_order_it(ada, ben):
    not_now(ben, "grief")

    people = ada.room.get("/api/directory").json()["people"]
    assert [one["not_now"] for one in people if one["endorsement"]] == [["grief"]]


def test_only_topics_of_the_list_are_taken(ben, ada):
    for topics in (["woman"], ["evenings"], ["nothing"], ["grief", "grief"]):
        answer = not_now(ben, *topics)
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-a-topic")
    assert not_now(ada, "grief").status_code == 404
