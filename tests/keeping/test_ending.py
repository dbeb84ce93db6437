"""A programme may end: people are told in time, and what is left opens nothing."""

import json
from datetime import timedelta

import pytest

from alongside.conversations.models import Entry, Wrap
from alongside.ground import clock, secrets
from alongside.ground.ending import has_ended
from alongside.ground.identifiers import from_text
from alongside.keeping import ending, tables
from alongside.keys.models import Bundle, Slot, StateIndex, StatePart
from alongside.people.models import Account, DeskUser
from alongside.programme import actions
from alongside.programme.models import Programme
from alongside.programme.queries import programme
from alongside.programme.rules import NOTICE_DAYS
from alongside.timers.actions import run_due
from pse.receipt import ended_bytes
from pse.refusal import Refused as BadPaper
from pse.signing import verify
from tests.cast import Room, fresh

pytestmark = pytest.mark.both_databases
TODAY = clock.today()
DAY = TODAY + NOTICE_DAYS


@pytest.fixture
def own_data(settings, tmp_path):
    """A data folder that may be destroyed."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    secrets.kept.cache_clear()
    for key in (secrets.log_seed, secrets.server_key, secrets.ticket_key):
        key()
    yield settings.DATA
    secrets.kept.cache_clear()


def certificate(folder):
    return json.loads((folder / "certificate.json").read_text())


def test_people_have_at_least_sixty_days_to_take_things_along(house):
    with pytest.raises(actions.TooSoon):
        actions.announce_end(DAY - 1, today=TODAY)
    assert programme().closes_on is None

    actions.announce_end(DAY, today=TODAY)

    assert programme().closes_on == DAY


def test_everybody_is_told_and_nobody_new_comes_in(house, desk, client):
    actions.announce_end(DAY, today=TODAY)

    said = client.get("/").content.decode()
    config = client.get("/config.json").json()

    assert "ends on" in said
    assert str(clock.date_of(DAY).year) in said
    assert "#come-in" not in said
    assert (config["closes_on"], config["door"]) == (DAY, "closed")
    answer = Room().post("/api/sign-up", fresh("finn").sign_up_payload())
    assert answer.json()["error"]["code"] == "door-closed"


def test_not_even_a_link_lets_somebody_into_a_programme_that_ends(house, desk):
    from alongside.people.actions import make_link

    link = make_link(by=desk, note="", now=clock.now())
    actions.announce_end(DAY, today=TODAY)

    answer = Room().post("/api/sign-up", fresh("finn").sign_up_payload(link=link))

    assert answer.json()["error"]["code"] == "door-closed"


def test_a_coordinator_cannot_open_the_door_of_a_programme_that_ends(house, desk, client):
    actions.announce_end(DAY, today=TODAY)
    client.force_login(desk)

    client.post("/desk/door", {"turn": "open"})

    assert not programme().door_open
    assert "ends on" in client.get("/desk/").content.decode()


def test_the_end_may_be_called_off_until_its_day_and_not_afterwards(house, desk):
    actions.announce_end(DAY, today=TODAY)
    with pytest.raises(actions.NotAnnounced):
        actions.call_off_end(today=DAY)
    actions.call_off_end(today=DAY - 1)

    assert programme().closes_on is None
    assert not programme().door_open
    actions.open_door(desk, today=TODAY, specialists=1)
    assert programme().door_open
    with pytest.raises(actions.NotAnnounced):
        actions.call_off_end(today=TODAY)


def test_nothing_is_destroyed_before_the_day(talking, own_data):
    assert ending.end_if_due(today=TODAY) is False
    actions.announce_end(DAY, today=TODAY)

    assert ending.end_if_due(today=DAY - 1) is False
    with pytest.raises(ending.NotTheDay):
        ending.end(today=DAY - 1)

    assert Wrap.objects.count() == 2
    assert secrets.log_seed()


def test_on_the_day_keys_boxes_and_secrets_are_destroyed(talking, own_data):
    log_seed = secrets.log_seed()
    actions.announce_end(DAY, today=TODAY)

    assert ending.end_if_due(today=DAY) is True

    for model in (Slot, Bundle, StateIndex, StatePart, Wrap, Entry, Account, DeskUser):
        assert not model.objects.exists()
    assert not list((own_data / "secrets").glob("*"))
    assert Programme.objects.count() == 1
    everything = b"".join(path.read_bytes() for path in own_data.rglob("*") if path.is_file())
    assert log_seed not in everything


def test_the_certificate_tells_what_there_was_and_is_signed(talking, own_data):
    actions.announce_end(DAY, today=TODAY)
    before = {"keys.Slot": Slot.objects.count(), "conversations.Wrap": Wrap.objects.count()}

    words = ending.end(today=DAY)

    told = certificate(own_data)
    counts = dict(told["destroyed"])
    assert before.items() <= counts.items()
    assert counts["secrets"] == 3
    assert set(tables.KEY_TABLES) <= set(counts)
    assert (told["programme"], told["day"]) == ("Riverside Peers", DAY)
    signed = ended_bytes(from_text(told["home"]), DAY, [(n, c) for n, c in told["destroyed"]])
    verify(from_text(told["log"]), signed, from_text(told["sig"]))
    assert "Not reached by this" in words
    assert "key archive" in words
    forged = ended_bytes(from_text(told["home"]), DAY, [("keys.Slot", 99)])
    with pytest.raises(BadPaper):
        verify(from_text(told["log"]), forged, from_text(told["sig"]))


def test_an_end_that_was_cut_off_goes_on_and_still_tells_the_truth(
    talking, own_data, monkeypatch
):
    actions.announce_end(DAY, today=TODAY)
    slots = Slot.objects.count()

    def cut_off(*_args, **_more):
        raise OSError("the lights went out")

    with monkeypatch.context() as dark:
        dark.setattr(ending, "_certify", cut_off)
        with pytest.raises(OSError, match="lights"):
            ending.end(today=DAY)
    assert not Slot.objects.exists()
    assert not has_ended()

    assert ending.end_if_due(today=DAY) is True

    assert dict(certificate(own_data)["destroyed"])["keys.Slot"] == slots
    assert not (own_data / "certificate.draft").exists()


def test_an_end_cut_off_after_its_certificate_still_lets_go_of_the_keys(
    talking, own_data, monkeypatch
):
    actions.announce_end(DAY, today=TODAY)

    def cut_off():
        raise OSError("the lights went out")

    with monkeypatch.context() as dark:
        dark.setattr(ending, "_destroy_secrets", cut_off)
        with pytest.raises(OSError, match="lights"):
            ending.end(today=DAY)
    assert has_ended()
    assert list((own_data / "secrets").glob("*.key"))

    assert ending.end_if_due(today=DAY) is False

    assert not list((own_data / "secrets").glob("*"))


def test_ending_twice_changes_nothing_and_timers_go_on(talking, own_data):
    actions.announce_end(DAY, today=TODAY)
    ending.end_if_due(today=DAY)
    first = certificate(own_data)

    assert ending.end_if_due(today=DAY + 1) is False
    ending.end(today=DAY + 1)
    run_due(now=clock.now() + timedelta(days=NOTICE_DAYS + 1))

    assert certificate(own_data) == first


@pytest.mark.parametrize("path", ["/", "/app/", "/desk/", "/help-now", "/nowhere"])
def test_afterwards_every_address_answers_with_one_calm_page(talking, own_data, client, path):
    actions.announce_end(DAY, today=TODAY)
    ending.end_if_due(today=DAY)

    answer = client.get(path)

    said = answer.content.decode()
    assert answer.status_code == 410
    assert "This programme has ended" in said
    assert "988" in said
    assert "/app/" not in said.replace("/app/look/", "")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not list((own_data / "secrets").glob("*.key"))


def test_afterwards_rooms_hear_it_in_one_shape_and_a_way_out_is_left(
    talking, own_data, client, ada
):
    actions.announce_end(DAY, today=TODAY)
    ending.end_if_due(today=DAY)

    assert client.get("/config.json").json()["error"]["code"] == "programme-ended"
    assert ada.room.get("/api/me").status_code == 410
    assert client.get("/leave").status_code == 303
    look = client.get("/app/look/look.css")
    assert look.status_code == 200
    look.close()
