"""How we treat each other, at the desk and as the rooms read it."""

import pytest
from django.test import Client

from alongside.programme.house_rules import BUILT_IN
from alongside.programme.models import HouseRules
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
ADDRESS = "/desk/house-rules"
NEW = {"over": "0", "en": "We talk here.\nNo money.", "es": ""}


def read(member, lang="en"):
    return member.room.get(f"/api/house-rules?lang={lang}").json()


def test_ada_says_yes_and_is_asked_anew_when_dora_writes_a_new_version(at_desk, ada):
    told = read(ada)
    assert (told["version"], told["yes"], told["written_on"]) == (0, None, None)
    assert told["lines"] == list(BUILT_IN["en"])
    assert ada.room.post("/api/house-rules/yes", {"version": 0}).status_code == 204
    assert read(ada)["yes"] == 0
    assert at_desk.post(ADDRESS, NEW).status_code == 302
    told = read(ada)
    assert (told["version"], told["yes"]) == (1, 0)
    assert told["lines"] == ["We talk here.", "No money."]
    late = ada.room.post("/api/house-rules/yes", {"version": 0})
    assert (late.status_code, late.json()["error"]["code"]) == (422, "rules-changed")
    assert "Version 1, written by Dora" in Page(at_desk.get(ADDRESS)).text


def test_nothing_dora_typed_is_lost_when_somebody_wrote_meanwhile(at_desk, ada):
    at_desk.post(ADDRESS, NEW)
    answer = at_desk.post(ADDRESS, {**NEW, "en": "Other words."})
    assert answer.status_code == 422
    text = Page(answer).text
    assert "Other words." in text
    assert "No money." in text
    assert HouseRules.objects.count() == 1


@pytest.mark.parametrize("change", [{"en": " "}, {"en": "x" * 2001}, {"over": "\x00"}])
def test_what_cannot_be_kept_stays_in_the_form(at_desk, change):
    answer = at_desk.post(ADDRESS, {**NEW, **change})
    assert answer.status_code == 422
    assert not HouseRules.objects.exists()


def test_finn_writes_no_rules_and_a_form_from_elsewhere_neither(anyone, desk):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk)
    assert anyone.post(ADDRESS, NEW).headers["Location"].startswith("/desk/sign-in")
    assert strict.post(ADDRESS, NEW).status_code == 403
    assert not HouseRules.objects.exists()
