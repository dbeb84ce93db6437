"""Who is on call, at the desk and as the rooms hear it."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.keys.models import Endorsement
from alongside.people.models import Block
from alongside.programme.models import OnCall
from alongside.programme.queries import programme
from alongside.web.desk.half import SEEN
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
# A Monday.
MONDAY_EVENING = datetime(2026, 11, 30, 19, 0, tzinfo=UTC)
SAY = "/desk/on-call/say"


@pytest.fixture
def form(ben):
    return {"who": ben.account.pk, "day": ["1", "7"], "starts": "18:00", "ends": "22:00"}


def heard(member):
    return member.room.get("/api/on-call").json()


def test_dora_puts_ben_on_call_and_every_room_hears_the_whole_week(at_desk, form, ada, ben):
    assert heard(ada)["shifts"] == []
    assert at_desk.post("/desk/on-call/add", form).status_code == 302
    words = {"phone": "503 555 0142", "en.expect": "Half an hour.", "en.outside": "At nine."}
    assert at_desk.post(SAY, words).status_code == 302
    told = heard(ada)
    shifts = [(one["name"], one["day"], one["starts"], one["ends"]) for one in told["shifts"]]
    assert shifts == [("Ben", 1, 1080, 1320), ("Ben", 7, 1080, 1320)]
    assert [one["mine"] for one in told["shifts"]] == [False, False]
    assert [one["mine"] for one in heard(ben)["shifts"]] == [True, True]
    assert told["zone"] == programme().time_zone
    assert [told["phone"], told["expect"], told["outside"]] == [
        "503 555 0142",
        "Half an hour.",
        "At nine.",
    ]
    row = OnCall.objects.get(weekday=1)
    at_desk.post(f"/desk/on-call/{row.pk}/take-off")
    assert [one["day"] for one in heard(ada)["shifts"]] == [7]


def test_the_desk_sees_who_is_on_call_now_by_the_programmes_clock(at_desk, form, monkeypatch):
    at_desk.post("/desk/on-call/add", form)
    here = programme()
    here.time_zone = "UTC"
    here.save()
    for moment, said in (
        (MONDAY_EVENING, "On call now: Ben, until 22:00."),
        (MONDAY_EVENING.replace(hour=22), "Nobody is on call now."),
    ):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        # An hour without a deed shuts the desk, whatever the clock says.
        session = at_desk.session
        session[SEEN] = moment.timestamp()
        session.save()
        assert said in Page(at_desk.get("/desk/on-call")).text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"day": []}, "one day of the week"),
        ({"ends": "later"}, "both times"),
        ({"who": "0"}, "someone you stand behind"),
        ({"who": "\x00"}, "someone you stand behind"),
    ],
)
def test_what_dora_typed_stays_when_something_is_missing(at_desk, form, change, said):
    answer = at_desk.post("/desk/on-call/add", {**form, **change})
    assert answer.status_code == 422
    assert said in Page(answer).text
    assert 'value="18:00"' in answer.content.decode()
    assert not OnCall.objects.exists()


def test_words_too_long_or_no_number_change_nothing_and_stay_on_the_page(at_desk, form):
    for wrong in ({"en.expect": "x" * 301}, {"phone": "none", "en.expect": "Soon."}):
        answer = at_desk.post(SAY, wrong)
        assert answer.status_code == 422
        assert wrong["en.expect"] in answer.content.decode()
    assert (programme().on_call_words, programme().on_call_phone) == ({}, "")


def test_whom_nobody_stands_behind_is_on_call_for_nobody(at_desk, form, ada):
    at_desk.post("/desk/on-call/add", form)
    Endorsement.objects.update(revoked=True)
    assert heard(ada)["shifts"] == []
    assert "no one: you do not stand behind" in Page(at_desk.get("/desk/on-call")).text


def test_ada_hears_nothing_of_whom_she_blocked_and_who_blocked_her_is_as_before(
    at_desk, form, ada, ben
):
    at_desk.post("/desk/on-call/add", form)
    Block.objects.create(blocker=ben.account, blocked=ada.account)
    assert len(heard(ada)["shifts"]) == 2
    Block.objects.create(blocker=ada.account, blocked=ben.account)
    assert heard(ada)["shifts"] == []


def test_finn_puts_nobody_on_call_and_a_form_from_elsewhere_neither(anyone, desk, form):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk)
    for address in ("/desk/on-call/add", SAY, "/desk/on-call/1/take-off"):
        assert anyone.post(address, form).headers["Location"].startswith("/desk/sign-in")
        assert strict.post(address, form).status_code == 403
    assert not OnCall.objects.exists()
