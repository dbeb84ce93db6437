import json

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys import actions
from alongside.keys.actions.signed import BadFile, Lapsed, UnknownAccount, WrongSignature
from alongside.keys.models import Endorsement
from alongside.people import actions as people
from alongside.people.models import Role
from alongside.programme.models import Seat
from pse.as_json import profile_json
from pse.strict_json import write
from tests.cast import PROFILE, answer_for, bring_in, profile_papers, show

TODAY = clock.today()


@pytest.fixture
def theo(desk):
    """Somebody who came by a link and whom nobody stands behind yet."""
    return bring_in("ben", link=people.make_link(by=desk, note="", now=clock.now()))


def take(data, desk):
    return actions.take_endorsement(data, by=desk, now=clock.now())


def test_a_specialist_joins_by_link_profile_request_and_answer(theo, desk):
    assert theo.room.get("/api/endorsement-request").json()["error"]["code"] == "profile-first"
    assert theo.room.put("/api/profile", profile_papers(theo)).status_code == 200

    request = theo.room.get("/api/endorsement-request").json()
    assert request == theo.person.endorsement_request("Ben")

    take(answer_for(theo), desk)
    me = theo.room.get("/api/me").json()
    assert (me["roles"], me["wishes_specialist"]) == ([2], False)
    assert me["seat"] == {"paused": False, "cap": 12}
    assert me["endorsement"]["display_name"] == "Ben"
    assert [one["free"] for one in theo.room.get("/api/directory").json()["people"]] == [True]


def altered(data, **fields):
    file = json.loads(data)
    file["endorsement"] |= fields
    return json.dumps(file).encode()


def test_an_answer_with_one_changed_field_was_signed_by_nobody(theo, desk):
    answer = answer_for(theo)
    for fields in ({"display_name": "Bem"}, {"to_day": TODAY + 1}, {"serial": 2}, {"role": 5}):
        with pytest.raises(WrongSignature):
            take(altered(answer, **fields), desk)

    assert not Endorsement.objects.exists()


def test_only_the_programmes_own_roster_counts(theo, desk):
    with pytest.raises(WrongSignature):
        take(answer_for(theo, seed=bytes(32)), desk)


def test_keys_that_nobody_here_has_are_unknown(theo, desk):
    answer = answer_for(theo)

    with pytest.raises(UnknownAccount):
        take(altered(answer, account_id=to_text(bytes(16))), desk)
    people.close_place(theo.account)
    with pytest.raises(UnknownAccount):
        take(answer, desk)


def test_an_answer_whose_days_are_over_is_refused(theo, desk):
    with pytest.raises(Lapsed):
        take(answer_for(theo, from_day=TODAY - 90, days=89), desk)


def test_an_old_answer_does_not_replace_a_newer_one(theo, desk):
    take(answer_for(theo, serial=7), desk)

    for serial in (6, 7):
        with pytest.raises(BadFile):
            take(answer_for(theo, serial=serial), desk)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"kind":"alongside-endorsement","version":1,"endorsement":{}}',
        b'{"kind":"x","version":1,"endorsement":{}}',
        b"[" * 9_000,
        b" " * 20_000,
    ],
)
def test_any_other_file_is_refused_in_words(house, desk, data):
    with pytest.raises(BadFile):
        take(data, desk)


def test_a_seat_stays_as_ben_set_it_when_he_is_endorsed_again(ben, desk):
    ben.room.put("/api/seat", {"paused": True, "cap": 2})

    take(answer_for(ben, serial=2), desk)

    assert Seat.objects.get().cap == 2
    assert Role.objects.filter(account=ben.account).count() == 1


def test_a_profile_counts_up_one_by_one(theo):
    show(theo, PROFILE)

    again = theo.room.put("/api/profile", profile_papers(theo))
    skipped = theo.room.put("/api/profile", profile_papers(theo, ver=3))
    following = theo.room.put("/api/profile", profile_papers(theo, ver=2, line="Slow."))

    assert [again.status_code, skipped.status_code] == [409, 409]
    assert following.json() == profile_papers(theo, ver=2, line="Slow.")


def test_a_profile_signed_by_someone_else_is_refused(theo, ada):
    assert theo.room.put("/api/profile", profile_papers(ada)).status_code == 400


def test_a_profile_of_another_day_is_refused(theo):
    old = theo.person.profiled(PROFILE, ver=1, day=TODAY - 2)

    assert theo.room.put("/api/profile", profile_json(old)).status_code == 400


@pytest.mark.parametrize(
    "fields", [{"facts": ["unknown"]}, {"name": ""}, {"line": "x" * 141}, {"more": 1}]
)
def test_a_profile_with_other_fields_is_refused(theo, fields):
    papers = profile_papers(theo)
    papers["bytes"] = to_text(write(PROFILE | fields))

    assert theo.room.put("/api/profile", papers).status_code == 400


def test_a_client_shows_no_profile_and_asks_for_no_endorsement(ada):
    assert ada.room.put("/api/profile", profile_papers(ada)).status_code == 404
    assert ada.room.get("/api/endorsement-request").status_code == 404
