"""Somebody was in danger: a person told, a second person knows, and Ada learns of it."""

from datetime import timedelta

import pytest
from django.urls import get_resolver

from alongside.consent import actions
from alongside.consent.models import Emergency
from alongside.conversations.queries import relationship_of
from alongside.ground import clock
from alongside.ground.identifiers import from_text
from alongside.ground.refusal import NotYours
from alongside.keys.models import Endorsement
from alongside.notices.models import Owed, Reach
from alongside.people.models import AlsoSpecialist
from alongside.timers.actions import run_due
from pse.emergency import open_emergency, verify_emergency
from pse.refusal import Refused
from tests.cast import HOME
from tests.consent.telling import emergency
from tests.house.test_docs import _walk


def enter(ben, made):
    return ben.room.post("/api/emergencies", made.papers)


def rows(member):
    return member.room.get("/api/emergencies").json()["emergencies"]


def test_ada_learns_of_it_on_the_same_day_and_reads_whom_and_why(ada, ben, talking):
    made = emergency(ben, ada, talking.conv)
    assert enter(ben, made).status_code == 201

    [row] = rows(ada)
    entry = made.sealed
    verify_emergency(entry, home=HOME, specialist=ben.record)
    words = open_emergency(
        entry,
        from_text(row["words"]),
        from_text(row["wrap"]),
        home=HOME,
        record=ada.record,
        ek_seed=ada.person.secrets.ek[0],
    )
    assert (words.whom, row["told_on"]) == ("The ambulance", clock.today())


def test_danger_is_entered_while_one_of_the_two_rests(ada, ben, talking):
    ada.room.post(f"/api/relationships/{talking.pk}/pause", {"until_on": None})

    assert enter(ben, emergency(ben, ada, talking.conv)).status_code == 201


def test_while_it_is_not_safe_ada_finds_nothing_and_then_all_of_it(ada, ben, talking):
    made = emergency(ben, ada, talking.conv, look_in=7)
    enter(ben, made)
    ref = made.papers["entry"]["id"]
    assert rows(ada) == []
    assert ada.room.post(f"/api/emergencies/{ref}/talk", {"wishes": True}).status_code == 404

    assert ben.room.post(f"/api/emergencies/{ref}/told").status_code == 200
    assert len(rows(ada)) == 1


def test_nobody_waits_longer_than_thirty_days_to_look_again(ada, ben, talking):
    with pytest.raises(Refused):
        emergency(ben, ada, talking.conv, look_in=31)


def test_a_coordinator_is_reminded_once_when_the_day_to_look_again_is_over(
    ada, ben, desk, talking
):
    reach = Reach.objects.create(
        desk_user=desk,
        ref=b"r" * 16,
        address="dora@example.org",
        confirmed=True,
        # Of Ada's wait for an answer she was told long ago.
        waits_told_day=clock.today() + 99,
    )
    enter(ben, emergency(ben, ada, talking.conv, look_in=3))
    run_due(now=clock.now() + timedelta(days=3))
    assert not Owed.objects.filter(reach=reach).exists()
    run_due(now=clock.now() + timedelta(days=4))
    assert Owed.objects.filter(reach=reach).count() == 1
    Owed.objects.all().delete()
    run_due(now=clock.now() + timedelta(days=4))
    assert not Owed.objects.filter(reach=reach).exists()


def test_the_supervisor_who_was_asked_confirms_and_nobody_else(
    ada, ben, cem, eve, finn, talking
):
    made = emergency(ben, ada, talking.conv, supervisor=cem)
    enter(ben, made)
    ref = made.papers["entry"]["id"]
    for member in (ada, ben, eve, finn):
        assert member.room.post(f"/api/emergencies/{ref}/confirm").status_code == 404
    answer = cem.room.post(f"/api/emergencies/{ref}/confirm")

    assert (answer.json()["confirmed_on"], answer.json()["confirmed_here"]) == (
        clock.today(),
        True,
    )
    assert rows(ada)[0]["confirmed_on"] == clock.today()


def test_a_supervisor_whom_nobody_stands_behind_any_more_reads_none_of_it(
    ada, ben, cem, talking
):
    made = emergency(ben, ada, talking.conv, supervisor=cem)
    enter(ben, made)
    assert len(rows(cem)) == 1
    Endorsement.objects.filter(account=cem.account).update(revoked=True)

    assert rows(cem) == []
    ref = made.papers["entry"]["id"]
    assert cem.room.post(f"/api/emergencies/{ref}/confirm").status_code == 404


def test_the_desk_lets_ada_know_once_the_day_is_over_and_nobody_else_did(ada, ben, talking):
    enter(ben, emergency(ben, ada, talking.conv, look_in=3))
    kept, last = Emergency.objects.get(), clock.today() + 3
    with pytest.raises(actions.NotYetSafe):
        actions.tell_client_from_desk(kept.pk, today=last)
    assert rows(ada) == []

    for day in (last + 1, last + 2):
        actions.tell_client_from_desk(kept.pk, today=day)
    assert [row["told_on"] for row in rows(ada)] == [last + 1]


def test_a_coordinator_confirms_but_not_one_who_is_the_specialist(ada, ben, desk, talking):
    enter(ben, emergency(ben, ada, talking.conv))
    kept = Emergency.objects.get()
    also = AlsoSpecialist.objects.create(user=desk, username="x", account=ben.account)
    with pytest.raises(actions.NotTwo):
        actions.confirm_at_desk(kept.pk, by=desk, today=clock.today())
    also.delete()

    actions.confirm_at_desk(kept.pk, by=desk, today=clock.today())
    assert rows(ada)[0]["confirmed_on"] == clock.today()


def test_ada_says_whether_she_wishes_to_talk_about_it(ada, ben, talking):
    made = emergency(ben, ada, talking.conv)
    enter(ben, made)
    ref = made.papers["entry"]["id"]
    assert rows(ben)[0]["wishes_talk"] is None
    for member, status in ((ben, 404), (ada, 200)):
        answer = member.room.post(f"/api/emergencies/{ref}/talk", {"wishes": True})
        assert answer.status_code == status
    assert rows(ben)[0]["wishes_talk"] is True


def test_nobody_enters_one_about_somebody_they_do_not_walk_with(ada, ben, finn, talking):
    for made, sender in (
        (emergency(ben, finn, talking.conv), ben),
        (emergency(ben, ada, talking.conv), ada),
        (emergency(finn, ada, talking.conv), finn),
    ):
        assert enter(sender, made).status_code in {400, 404}
    assert not Emergency.objects.exists()


def seen_by(member):
    """All that somebody can read of what others keep here."""
    return [member.room.get(f"/api/{one}").content for one in ("told", "documents")]


def test_the_house_has_no_key_of_its_own_and_gives_nobody_one(ada, ben, cem, desk, talking):
    """No break-glass: an emergency opens nothing to anybody who could not read it before."""
    before = [seen_by(member) for member in (cem, ben)]
    made = emergency(ben, ada, talking.conv, supervisor=cem)
    enter(ben, made)
    cem.room.post(f"/api/emergencies/{made.papers['entry']['id']}/confirm")
    readers = {one.account_id for one in made.sealed.readers}

    assert readers == {m.record.account_id for m in (ada, ben, cem)}
    assert [seen_by(member) for member in (cem, ben)] == before
    with pytest.raises(NotYours):
        relationship_of(cem.account, id=talking.pk)


def test_no_address_of_the_house_opens_what_people_wrote():
    routes = set(_walk(get_resolver().url_patterns, "/"))
    for word in ("glass", "override", "unlock", "decrypt", "master"):
        assert not [route for route in routes if word in route]
