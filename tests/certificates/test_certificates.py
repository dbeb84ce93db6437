"""Nothing is made unless somebody asks, the programme says yes, and they press."""

import base64
import json

import pytest

from alongside.certificates import actions, queries, signing
from alongside.certificates.models import Certificate, Issued, PlaceList
from alongside.certificates.rules import (
    MOST_FILES,
    Chosen,
    NotACertificate,
    State,
    Vouched,
    has,
    places_of,
)
from alongside.ground.refusal import NotYours
from alongside.people import actions as people
from alongside.ripple.models import Step
from tests.certificates.conftest import ALL, NOTHING, TODAY, WHAT

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def payload(file):
    part = file.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_ben_asks_the_desk_says_yes_and_the_file_holds_what_he_chose(ben, stands):
    told = signing.read(
        actions.make_file(ben.account, stands.pk, ALL), queries.keys_that_hold()
    )
    assert (told.name, told.title, told.hours) == ("Ben Oak", WHAT, 24)
    assert (told.programme, told.day, told.until) == (
        "Riverside Peers",
        TODAY - 30,
        TODAY + 300,
    )


def test_what_he_leaves_out_is_nowhere_in_the_file(ben, stands):
    file = actions.make_file(ben.account, stands.pk, NOTHING)
    told = signing.read(file, queries.keys_that_hold())
    assert (told.name, told.title, told.hours, told.programme) == ("", "Certificate", None, "")
    assert told.is_year
    written = json.dumps(payload(file))
    for word in ("Ben", WHAT, "creditsEarned", "Riverside", ben.account.username, "recover"):
        assert word not in written


def test_two_files_of_one_person_have_nothing_in_common(ben, stands):
    one, other = (payload(actions.make_file(ben.account, stands.pk, NOTHING)) for _ in range(2))
    for name in ("id", "jti", "sub"):
        assert one[name] != other[name]
    assert (
        one["credentialSubject"]["achievement"]["id"]
        != (other["credentialSubject"]["achievement"]["id"])
    )
    assert (
        one["credentialStatus"]["statusListIndex"]
        != (other["credentialStatus"]["statusListIndex"])
    )


def test_no_file_and_no_name_is_kept(ben, stands):
    actions.make_file(ben.account, stands.pk, ALL)
    row = Issued.objects.get()
    assert {field.name for field in row._meta.fields} == {"id", "certificate", "place"}
    assert "Ben Oak" not in json.dumps(Certificate.objects.values()[0], default=str)


def test_before_the_yes_and_after_a_no_there_is_no_file(ben, wished):
    with pytest.raises(NotACertificate, match="certificate-not-now"):
        actions.make_file(ben.account, wished.pk, ALL)
    actions.say_not_now(wished.pk)
    with pytest.raises(NotACertificate, match="certificate-not-now"):
        actions.make_file(ben.account, wished.pk, ALL)
    wished.refresh_from_db()
    assert (wished.state, wished.known_as) == (State.NOT_NOW, "")


def test_after_a_no_ben_can_take_it_off_and_ask_again(ben, wished, learnt):
    actions.say_not_now(wished.pk)
    assert queries.could_ask(ben.account) == []
    actions.let_go(ben.account, wished.pk)
    assert [one.number for one in queries.could_ask(ben.account)] == [learnt.pk]


def test_nobody_asks_for_what_is_not_theirs(ada, ben, learnt):
    for number in (learnt.pk, 0, 999):
        with pytest.raises(NotYours):
            actions.ask(ada.account, 9, number, known_as="")
    with pytest.raises(NotYours):
        actions.ask(ben.account, 3, 0, known_as="")


def test_a_step_that_ada_took_can_be_asked_for_and_one_that_waits_cannot(ada, talking, key):
    step = Step.objects.create(account=ada.account, role=1, asked_of=talking)
    assert queries.could_ask(ada.account) == []
    step.asked_of, step.quarter = None, 226
    step.save()
    found = actions.ask(ada.account, 1, 0, known_as="Ada from the Tuesday course")
    actions.say_yes(found.pk, Vouched("Welcoming new people", None, TODAY - 9))
    file = actions.make_file(ada.account, found.pk, ALL)
    assert signing.read(file, queries.keys_that_hold()).hours is None


def test_nobody_stands_by_a_step_that_was_taken_back_since_or_a_row_that_is_out(
    ada, wished, learnt, key
):
    step = Step.objects.create(account=ada.account, role=1, quarter=226)
    of_step = actions.ask(ada.account, 1, 0, known_as="")
    step.delete()
    learnt.delete()
    for one in (of_step, wished):
        with pytest.raises(NotYours):
            actions.say_yes(one.pk, Vouched("Welcoming new people", None, TODAY))
    assert set(Certificate.objects.values_list("state", flat=True)) == {State.ASKED}


def test_taken_back_by_the_programme_every_file_is_in_the_list(ben, stands):
    places = []
    for _ in range(3):
        file = actions.make_file(ben.account, stands.pk, ALL)
        places.append(signing.read(file, queries.keys_that_hold()).place)
    actions.take_back(stands.pk)
    assert places_of(queries.taken_back()) == sorted(places)
    stands.refresh_from_db()
    assert stands.state == State.TAKEN_BACK
    with pytest.raises(NotACertificate, match="certificate-not-now"):
        actions.make_file(ben.account, stands.pk, ALL)


def test_taken_back_by_ben_himself_as_well(ben, stands):
    actions.make_file(ben.account, stands.pk, ALL)
    actions.let_go(ben.account, stands.pk)
    assert any(queries.taken_back())
    assert not Certificate.objects.exists()


def test_nobody_else_takes_it_back_or_makes_a_file_of_it(ada, ben, stands):
    for deed in (actions.let_go, lambda who, pk: actions.make_file(who, pk, ALL)):
        with pytest.raises(NotYours):
            deed(ada.account, stands.pk)
    stands.refresh_from_db()
    assert stands.state == State.STANDS


def test_files_of_one_certificate_end(ben, stands):
    for _ in range(MOST_FILES):
        actions.make_file(ben.account, stands.pk, NOTHING)
    with pytest.raises(NotACertificate, match="certificate-files"):
        actions.make_file(ben.account, stands.pk, NOTHING)


def test_who_closes_their_place_leaves_no_row_and_what_they_hold_holds_on(ben, stands):
    file = actions.make_file(ben.account, stands.pk, ALL)
    people.close_place(ben.account)
    assert not Certificate.objects.exists()
    assert not Issued.objects.exists()
    assert not any(queries.taken_back())
    place = signing.read(file, queries.keys_that_hold()).place
    assert has(bytes(PlaceList.objects.get().taken), place), "nobody gets this place again"


def test_a_new_key_signs_and_what_the_old_one_signed_holds_on(ben, stands, key):
    old = actions.make_file(ben.account, stands.pk, ALL)
    actions.make_key(old_got_out=False, today=TODAY)
    new = actions.make_file(ben.account, stands.pk, ALL)
    for file in (old, new):
        assert signing.read(file, queries.keys_that_hold()).title == WHAT
    key.refresh_from_db()
    assert key.stopped_on == TODAY


@pytest.mark.django_db(transaction=True)
def test_the_secret_half_of_an_old_key_is_gone(house, settings, tmp_path):
    settings.DATA = tmp_path
    first = actions.make_key(old_got_out=False, today=TODAY)
    actions.make_key(old_got_out=False, today=TODAY)
    assert not signing.holds_secret(first)
    assert len(list((tmp_path / "secrets").glob("certificates-*.key"))) == 1


def test_without_the_secret_half_nothing_is_signed_and_none_is_made_up(
    ben, stands, key, settings
):
    (settings.DATA / "secrets" / f"certificates-{key.pk}.key").unlink()
    with pytest.raises(NotACertificate, match="certificate-no-key"):
        actions.make_file(ben.account, stands.pk, ALL)
    assert not Issued.objects.exists()


def test_through_the_room_from_the_ask_to_the_file_and_back(ben, learnt):
    start = ben.room.get("/api/certificates").json()
    assert (start["on"], start["mine"]) == (True, [])
    assert start["could"] == [
        {"source": 9, "number": learnt.pk, "title": WHAT, "done_on": TODAY - 30}
    ]
    wished = {"source": 9, "number": learnt.pk, "known_as": ""}
    mine = ben.room.post("/api/certificates", wished).json()["mine"]
    number = mine[0]["id"]
    wishes = {"name": "", "programme": False, "title": True, "hours": False, "day": False}
    early = ben.room.post(f"/api/certificates/{number}/file", wishes)
    assert (early.status_code, early.json()["error"]["code"]) == (422, "certificate-not-now")
    actions.say_yes(number, Vouched(WHAT, 24, TODAY - 30))
    made = ben.room.post(f"/api/certificates/{number}/file", wishes).json()
    assert signing.read(made["file"], queries.keys_that_hold()).title == WHAT
    assert made["mine"]["mine"][0]["files"] == 1
    assert ben.room.call("DELETE", f"/api/certificates/{number}", None).status_code == 204
    assert ben.room.get("/api/certificates").json()["mine"] == []


def test_where_the_programme_makes_none_nobody_can_ask(ada, house):
    Step.objects.create(account=ada.account, role=1, quarter=226)
    told = ada.room.get("/api/certificates").json()
    assert (told["on"], len(told["could"])) == (False, 1)
    wish = {"source": 1, "number": 0, "known_as": ""}
    refused = ada.room.post("/api/certificates", wish).json()
    assert refused["error"]["code"] == "certificate-no-key"


def test_a_line_that_is_no_line_is_refused_and_nothing_is_lost(ben, stands):
    with pytest.raises(NotACertificate, match="certificate-name"):
        actions.make_file(ben.account, stands.pk, Chosen("a\x07b", True, True, True, True))
    assert not Issued.objects.exists()
