"""Answers from the signing machine: taken when they are right, refused in clear words else."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.ground import clock
from alongside.programme.queries import programme
from pse.as_json import revocation_json
from pse.base64url import to_text
from pse.endorsement import SPECIALIST, Endorsement, sign_endorsement
from pse.key_record import kr_hash_of
from pse.person import make_person
from pse.revocation import Revocation, sign_revocation
from tests.cast import ROSTER_SEED
from tests.web.newcomer import sign_up
from tests.web.reading import Page


@pytest.fixture
def ruth(at_desk):
    """Ruth came by a link from the desk and made her place."""
    made = Page(at_desk.post("/desk/new-specialists", {"note": "Ruth"}))
    token = next(text for text in made.texts if "#join=" in text).split("#join=")[1]
    newcomer, answer = sign_up(token)
    assert answer.status_code == 201, answer.content
    return newcomer.person


def test_ruth_comes_by_a_link_and_waits_for_the_programmes_word(at_desk, ruth):
    text = Page(at_desk.get("/desk/specialists")).text
    assert "Someone who came by a link You do not stand behind this person yet." in text


def test_the_programme_stands_behind_ruth_once_the_answer_is_brought(at_desk, ruth):
    answer = _bring(at_desk, _answer_for(ruth, days=20))
    assert answer.status_code == 200
    assert "You now stand behind Ruth" in Page(answer).text
    text = Page(at_desk.get("/desk/specialists")).text
    assert "Walks with 0 of at most 12 people." in text
    assert "That ends in 20 days. Please renew it." in text


def test_an_answer_somebody_changed_is_not_taken(at_desk, ruth):
    file = _answer_for(ruth, days=20)
    file["endorsement"]["display_name"] = "Rita"
    assert "signed with another key than ours, or was changed" in _refusal(at_desk, file)
    assert "You do not stand behind" in Page(at_desk.get("/desk/specialists")).text


def test_an_answer_signed_with_another_key_is_not_taken(at_desk, ruth):
    assert "another key than ours" in _refusal(at_desk, _answer_for(ruth, seed=bytes(32)))


def test_an_answer_for_someone_who_is_not_here_is_not_taken(at_desk, riverside):
    stranger = make_person("oak-robin-1234", home=riverside.home, day=clock.today()).person
    assert "We know no place" in _refusal(at_desk, _answer_for(stranger))


def test_an_answer_whose_days_are_over_is_not_taken(at_desk, ruth):
    old = _answer_for(ruth, days=10, from_day=clock.today() - 30)
    assert "days in this file are over" in _refusal(at_desk, old)


def test_the_word_for_ruth_is_taken_back_in_the_same_place(at_desk, ruth):
    _bring(at_desk, _answer_for(ruth))
    answer = _bring(at_desk, _taken_back(ruth))
    assert answer.status_code == 200
    assert "You no longer stand behind Ruth" in Page(answer).text
    assert "You took your word for Ruth back." in Page(at_desk.get("/desk/specialists")).text


def test_nobody_else_takes_the_word_for_ruth_back(at_desk, ruth):
    _bring(at_desk, _answer_for(ruth))
    assert "another key than ours" in _refusal(at_desk, _taken_back(ruth, seed=bytes(32)))
    assert "took your word" not in Page(at_desk.get("/desk/specialists")).text


@pytest.mark.parametrize(
    "data", [b"hello", b"{}", b"[" * 9000, b'{"kind":"alongside-roster-key"}']
)
def test_another_file_is_refused_in_clear_words(at_desk, data):
    answer = at_desk.post("/desk/answers", {"file": SimpleUploadedFile("a.json", data)})
    assert answer.status_code == 422
    assert "not an answer from the signing machine" in Page(answer).text


def test_no_file_and_a_huge_file_are_refused(at_desk):
    assert "choose a file first" in Page(at_desk.post("/desk/answers")).text
    huge = SimpleUploadedFile("a.json", b" " * 20_000)
    assert "too large" in Page(at_desk.post("/desk/answers", {"file": huge})).text


def _answer_for(person, *, days=80, from_day=None, seed=ROSTER_SEED):
    start = clock.today() if from_day is None else from_day
    draft = Endorsement(
        person.account_id, kr_hash_of(person.record), SPECIALIST, "Ruth", start, start + days, 1
    )
    signed = sign_endorsement(seed, programme().home, draft)
    fields = {name: getattr(signed, name) for name in Endorsement.__slots__}
    packed = {
        name: to_text(value) if isinstance(value, bytes) else value
        for name, value in fields.items()
    }
    return {"kind": "alongside-endorsement", "version": 1, "endorsement": packed}


def _taken_back(person, *, seed=ROSTER_SEED):
    draft = Revocation(person.account_id, 1, clock.today())
    signed = sign_revocation(seed, programme().home, draft)
    return {
        "kind": "alongside-revocation",
        "version": 1,
        "revocation": revocation_json(signed),
    }


def _bring(at_desk, file):
    data = json.dumps(file).encode()
    return at_desk.post("/desk/answers", {"file": SimpleUploadedFile("answer.json", data)})


def _refusal(at_desk, file):
    answer = _bring(at_desk, file)
    assert answer.status_code == 422
    return Page(answer).text
