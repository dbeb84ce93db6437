"""Someone who has Dora's five words, a copied passkey or a look at the line is not Dora."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from alongside.people.models import SecondStep
from alongside.people.second import queries
from alongside.people.second.actions import add_desk_user
from tests.cast import code_now, pass_words
from tests.passkey import SoftPasskey

TAKE, MAKE = "/desk/sign-in/second", "/desk/second/passkey"


@pytest.fixture(autouse=True)
def _at_a_named_address(settings):
    settings.ORIGINS = ("http://testserver",)


@pytest.fixture
def passkey(desk):
    """Dora's passkey, made on the desk's own page."""
    key = SoftPasskey()
    client = pass_words(desk)
    made = client.post(MAKE, {"answer": key.make(question(client, MAKE)), "name": "Key"})
    assert made.status_code == 200, made.content
    return key


@pytest.fixture
def at_door(desk, passkey):
    """Dora's five words were typed."""
    return pass_words(desk)


def question(client, page=TAKE):
    """Read what the page hands to its script."""
    html = client.get(page).content.decode()
    return json.loads(unescape(re.search(r'data-question="([^"]*)"', html)[1]))


def answered(client, answer, page=TAKE):
    return client.post(page, {"answer": answer}).status_code


def is_in(client):
    return client.get("/desk/").status_code == 200


def test_dora_comes_in_with_her_passkey(at_door, passkey):
    assert answered(at_door, passkey.show(question(at_door))) == 302
    assert is_in(at_door)


def test_an_answer_that_was_overheard_opens_nothing_later(desk, at_door, passkey):
    heard = passkey.show(question(at_door))
    answered(at_door, heard)
    thief = pass_words(desk)
    question(thief)

    assert answered(thief, heard) == 401
    assert not is_in(thief)


def test_one_question_is_answered_once_even_if_the_session_is_brought_back(
    desk, at_door, passkey
):
    heard = passkey.show(question(at_door))
    kept = dict(at_door.session)
    answered(at_door, heard)
    thief = pass_words(desk)
    brought_back = thief.session
    brought_back.update(kept)
    brought_back.save()
    SecondStep.objects.update(uses=0)

    assert answered(thief, heard) == 401
    assert not is_in(thief)


def test_an_answer_without_a_question_opens_nothing(at_door, passkey):
    made_up = {"challenge": "A" * 43}

    assert answered(at_door, passkey.show(made_up)) == 401
    assert not is_in(at_door)


def test_a_page_that_looks_like_ours_gets_nothing_of_use(at_door, passkey):
    passkey.origin = "http://testserver.example.org"

    assert answered(at_door, passkey.show(question(at_door))) == 401
    assert not is_in(at_door)


def test_a_passkey_for_another_host_opens_nothing(at_door, passkey):
    passkey.host = "example.org"

    assert answered(at_door, passkey.show(question(at_door))) == 401


def test_a_copied_passkey_is_noticed_by_its_counter(desk, at_door, passkey):
    copy = SoftPasskey(credential=passkey.credential, key=passkey.key, uses=passkey.uses)
    assert answered(at_door, passkey.show(question(at_door))) == 302
    thief = pass_words(desk)

    assert answered(thief, copy.show(question(thief))) == 401
    assert not is_in(thief)


def test_nobody_touched_the_key_opens_nothing(at_door, passkey):
    assert answered(at_door, passkey.show(question(at_door), presence=0)) == 401


def test_another_key_under_the_same_name_opens_nothing(at_door, passkey):
    forged = SoftPasskey(credential=passkey.credential, uses=9)

    assert answered(at_door, forged.show(question(at_door))) == 401


def test_a_passkey_of_someone_else_at_the_desk_opens_nothing(at_door, passkey):
    add_desk_user("Gale")
    client, hers = pass_words(queries.desk_user_named("Gale")), SoftPasskey()
    answered(client, hers.make(question(client, MAKE)), MAKE)

    assert answered(at_door, hers.show(question(at_door))) == 401


def test_a_passkey_somebody_has_cannot_be_added_again(desk, passkey):
    add_desk_user("Gale")
    client = pass_words(queries.desk_user_named("Gale"))

    assert answered(client, passkey.make(question(client, MAKE)), MAKE) == 422
    assert SecondStep.objects.count() == 1


@pytest.mark.parametrize(
    "answer",
    ["", "x", "[]", "null", "{}", "9" * 20_000, '{"rawId":7}', '{"rawId":"\\ud800"}',
     '{"id":"AA","rawId":"AA","type":"public-key","response":{}}',
     '{"id":"AA","rawId":"AA","type":"public-key","response":[1]}', "[" * 15_000],
)  # fmt: skip
def test_nonsense_in_place_of_an_answer_is_refused_in_words(desk, at_door, answer):
    question(at_door)
    assert answered(at_door, answer) == 401
    add_desk_user("Gale")
    newcomer = pass_words(queries.desk_user_named("Gale"))
    question(newcomer, MAKE)

    assert answered(newcomer, answer, MAKE) == 422


def test_a_changed_answer_is_refused_at_every_byte(at_door, passkey):
    for part in ("clientDataJSON", "authenticatorData", "signature"):
        answer = json.loads(passkey.show(question(at_door)))
        text = answer["response"][part]
        at = len(text) // 2
        answer["response"][part] = (
            text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
        )
        # Its door counts wrong tries; a new one for each part.
        at_door.defaults["REMOTE_ADDR"] = f"192.0.2.{len(part)}"

        assert answered(at_door, json.dumps(answer)) == 401, part


def test_a_session_given_to_dora_beforehand_is_not_the_one_that_opens(desk, app):
    thief = Client()
    thief.get("/desk/sign-in")
    thief.session.save()
    planted = thief.cookies["desk"].value if "desk" in thief.cookies else "0" * 32
    dora = Client()
    dora.cookies["desk"] = planted
    half = pass_words(desk, dora)
    half.post(TAKE, {"code": code_now(app)})

    thief.cookies["desk"] = planted
    assert is_in(half)
    assert not is_in(thief)


@pytest.mark.parametrize(
    "url",
    [TAKE, MAKE, "/desk/second/app", "/desk/your-sign-in/paper", "/desk/your-sign-in/1/remove",
     "/desk/your-sign-in/also", "/desk/your-sign-in/also/take-back"],
)  # fmt: skip
def test_a_form_from_another_site_takes_no_step(desk, app, url):
    client = Client(enforce_csrf_checks=True)
    pass_words(desk, client)

    assert client.post(url, {"code": code_now(app)}).status_code == 403
    assert not is_in(client)
