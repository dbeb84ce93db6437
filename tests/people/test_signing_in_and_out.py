from datetime import timedelta

import pytest

from alongside.ground import clock, wire
from alongside.people import actions, queries
from alongside.people.models import Scope, Token


@pytest.fixture
def heard(monkeypatch):
    events = []
    monkeypatch.setattr(wire, "tell", events.append)
    return events


def test_a_sign_in_ends_after_twelve_hours(ada):
    later = clock.now() + timedelta(hours=12)

    assert (
        queries.token_of(ada.room.token, now=later - timedelta(minutes=1)).account
        == ada.account
    )
    assert queries.token_of(ada.room.token, now=later) is None


def test_a_sign_in_with_the_spare_code_ends_after_ten_minutes(ada):
    now = clock.now()
    raw = actions.sign_in(ada.account, scope=Scope.SPARE, now=now).raw

    assert queries.token_of(raw, now=now + timedelta(minutes=9))
    assert queries.token_of(raw, now=now + timedelta(minutes=10)) is None


def test_signing_out_ends_this_sign_in_and_cuts_its_wire(ada, heard):
    token = queries.token_of(ada.room.token, now=clock.now())

    answer = ada.room.post("/api/sign-out")

    assert answer.status_code == 204
    assert answer.headers["Clear-Site-Data"] == '"cookies", "storage"'
    assert ada.room.get("/api/me").status_code == 401
    assert heard == [f"session:{token.pk}"]


def test_ada_can_end_every_other_sign_in_and_stay(ada, finn, heard):
    other = actions.sign_in(ada.account, scope=Scope.FULL, now=clock.now())

    assert ada.room.post("/api/sign-out/others").status_code == 204

    assert queries.token_of(other.raw, now=clock.now()) is None
    assert heard == [f"session:{other.token.pk}"]
    assert ada.room.get("/api/me").status_code == 200
    assert finn.room.get("/api/me").status_code == 200


def test_the_token_itself_is_never_kept(ada):
    kept = Token.objects.get(account=ada.account)

    assert ada.room.token not in (kept.token_hash, bytes(kept.token_hash))


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer x", "Bearer " + "A" * 43, "Basic QTpB", "Bearer \u00fc"]
)
def test_a_token_nobody_has_opens_nothing(house, nobody, header):
    answer = nobody.get("/api/me", Authorization=header)

    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "signed-out"
