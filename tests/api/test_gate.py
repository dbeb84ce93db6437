import json

import pytest

from alongside.api import gate
from alongside.ground import clock
from alongside.ground.identifiers import from_text
from alongside.ground.secrets import log_seed, ticket_key
from alongside.people.models import Token
from alongside.programme.models import Programme
from alongside.programme.rules import sentences_for
from pse.promise import agreement_hash, read_promise
from pse.signing import verify_key_of
from pse.ticket import read_ticket
from tests.cast import HOME, ROSTER_SEED


@pytest.mark.parametrize("version", ["", "0", "2", "1.0"])
def test_a_room_that_is_too_old_is_asked_to_reload(ada, version):
    answer = ada.room.get("/api/me", X_Alongside=version)

    assert (answer.status_code, answer.json()["error"]["code"]) == (426, "room-too-old")


def test_help_is_there_before_anything_else_is(nobody):
    assert nobody.get("/api/help").json()


def test_help_is_there_for_every_version_and_without_signing_in(house, nobody):
    lines = nobody.get("/api/help", X_Alongside="0").json()

    assert any(way["value"] == "988" for line in lines for way in line["how"])
    texts = {"name", "who", "hours", "what_happens", "verified", "lang", "pair"}
    assert texts | {"how"} == set(lines[0])


def test_config_says_what_a_room_needs_before_anybody_comes_in(house, nobody):
    config = nobody.get("/config.json").json()

    assert from_text(config["home"]) == HOME
    assert from_text(config["roster"]) == verify_key_of(ROSTER_SEED)
    assert from_text(config["log"]) == verify_key_of(log_seed())
    assert config["today"] == clock.today()
    assert (config["door"], config["wire"], config["version"]) == ("open", "/wire", 1)
    assert (config["circles"], config["hints"]) == (False, False)
    assert (config["retention"], config["limits"]) == (12, {"waiting": 5})
    shown = agreement_hash(read_promise(config["promise"]))
    assert shown == agreement_hash(sentences_for(house))
    assert set(config) == {
        *("version", "home", "programme", "roster", "log", "country", "lang", "langs", "wire"),
        *("today", "door", "closes_on", "promise", "retention", "keeping", "limits"),
        *("circles", "hints", "emergency"),
        *("contact", "independent", "leave"),
    }


@pytest.mark.parametrize(
    ("country", "number"), [("US", "911"), ("GB", "999"), ("DE", "112"), ("ZZ", "")]
)
def test_a_room_knows_whom_to_ring_where_it_is_also_when_no_list_comes(
    house, nobody, country, number
):
    Programme.objects.update(country=country)

    assert nobody.get("/config.json").json()["emergency"] == number


def test_a_ticket_opens_the_wire_for_this_sign_in_within_a_minute(ada):
    answer = ada.room.post("/api/ticket").json()

    now = int(clock.now().timestamp())
    ticket = read_ticket(ticket_key(), HOME, from_text(answer["ticket"]), now=now)
    token = Token.objects.get(account=ada.account)
    assert (ticket.account, ticket.account_ref, ticket.token) == (
        ada.account.pk,
        ada.account.ref,
        token.pk,
    )
    assert 58 <= ticket.expires - now <= 60
    assert answer["expires_in"] == 60


@pytest.mark.parametrize(
    ("path", "size"), [("/api/sign-in", gate.SMALL), ("/api/sign-up", gate.LARGE)]
)
def test_what_is_too_long_is_not_read(house, nobody, path, size):
    answer = nobody.post(path, {"username": "x" * size})

    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too-large")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"7",
        b'"x"',
        b"\xff",
        b"[" * 20_000,
        b'{"username": "ada-ada-0000"}',
        b'{"username": "ada-ada-0000", "auth": 7}',
        b'{"username": "ada-ada-0000", "auth": "AB=="}',
        b'{"username": NaN, "auth": ""}',
    ],
)
def test_what_was_not_written_as_agreed_is_refused_and_not_repeated(house, nobody, body):
    answer = nobody.client.generic(
        "POST",
        "/api/sign-in",
        body,
        content_type="application/json",
        headers={"X-Alongside": "1"},
    )

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "malformed")
    assert b"ada-ada" not in answer.content


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/sign-in"), ("DELETE", "/api/me"), ("PATCH", "/api/state")],
)
def test_another_verb_is_answered_in_the_one_shape(ada, method, path):
    answer = ada.room.call(method, path, None)

    assert answer.status_code == 405
    assert set(answer.json()) == {"error"}


@pytest.mark.parametrize("path", ["/api/me", "/api/nothing", "/config.json", "/api/help"])
def test_no_answer_is_kept_by_a_browser(ada, path):
    assert ada.room.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", str(2**53), "9" * 40])
def test_a_number_that_is_none_is_nothing(ada, number):
    answer = ada.room.post(f"/api/relationships/{number}/end")

    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not-found")


@pytest.mark.parametrize("before", ["x", "-1", str(2**60)])
def test_a_page_that_is_none_is_refused(ada, before):
    assert ada.room.get(f"/api/relationships?before={before}").status_code in {400, 404}


def test_the_api_describes_itself(nobody, house):
    described = nobody.get("/api/openapi.json", X_Alongside="0")

    assert described.status_code == 200
    shapes = json.loads(described.content)["components"]["schemas"]
    assert shapes["SignInShape"]["additionalProperties"] is False


@pytest.mark.parametrize("path", ["/api/me", "/api/asks"])
def test_nothing_sets_a_cookie(ada, path):
    assert not ada.room.get(path).cookies
