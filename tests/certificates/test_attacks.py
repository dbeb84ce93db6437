"""Forged, altered, revoked, stale, listed: what somebody tries with files and with the list.

Read by the library of the standard with the public addresses alone, as a stranger would, and
by the page on which anybody can check one.
"""

import base64
import hashlib
import hmac
import json

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier, decode_encoded_list

from alongside.certificates import actions, queries, rules, signing
from alongside.certificates.models import Certificate
from alongside.ground import clock
from tests.certificates.conftest import ALL, NOTHING, TODAY, WHAT
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def fetched(address):
    """Fetch as a stranger's software does: public addresses, no sign-in."""
    path = "/" + address.partition("://")[2].partition("/")[2]
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return answer.content


def stranger(file, *, check_status=True):
    return OB3Verifier.for_issuer_did(signing.issuer(), download=fetched).verify(
        file, check_status=check_status, download=fetched
    )


def checked(text):
    return Client().post("/certificates", {"text": text})


@pytest.fixture
def file(ben, stands):
    return actions.make_file(ben.account, stands.pk, ALL)


def parts(file):
    return [json.loads(base64.urlsafe_b64decode(part + "==")) for part in file.split(".")[:2]]


def joined(header, payload, signature):
    texts = [
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
        for part in (header, payload)
    ]
    return ".".join([*texts, signature])


def test_a_stranger_with_other_software_finds_that_it_holds(file):
    found = stranger(file)
    assert (found.achievement.name, found.credits_earned) == (WHAT, 24)
    assert found.identifiers[0].identity_hash == "Ben Oak"


def test_the_page_says_that_it_holds_and_what_it_says_without_a_script(file):
    answer = checked(file)
    text = Page(answer).text
    for words in ("It holds", "Ben Oak", WHAT, "24", "Riverside Peers"):
        assert words in text
    assert "<script" not in answer.content.decode()
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies


def test_one_letter_of_it_changed_is_found_wherever_it_is(file):
    header, payload, signature = file.split(".")
    for at in range(0, len(payload), 97):
        letter = "A" if payload[at] != "A" else "B"
        changed = ".".join([header, payload[:at] + letter + payload[at + 1 :], signature])
        assert checked(changed).status_code == 422


def test_more_hours_or_another_name_are_found(file):
    header, payload = parts(file)
    signature = file.split(".")[2]
    subject = payload["credentialSubject"]
    for change in ({"creditsEarned": 240}, {"identifier": []}):
        forged = joined(header, payload | {"credentialSubject": subject | change}, signature)
        assert checked(forged).status_code == 422
        with pytest.raises(OB3VerificationError):
            stranger(forged)


def test_signed_with_a_key_of_ones_own_it_is_not_ours(file):
    header, payload = parts(file)
    own = Ed25519PrivateKey.generate()
    for headers in ({"kid": header["kid"]}, {"kid": "did:web:evil.example#key-1"}, {}):
        forged = jwt.encode(payload, own, algorithm="EdDSA", headers=headers)
        assert checked(forged).status_code == 422
    public = json.loads(jwt.algorithms.OKPAlgorithm.to_jwk(own.public_key()))
    brought = jwt.encode(payload, own, algorithm="EdDSA", headers=header | {"jwk": public})
    assert checked(brought).status_code == 422
    with pytest.raises(OB3VerificationError):
        stranger(brought)


def test_no_signature_and_a_signature_by_the_public_key_are_refused(file, key):
    header, payload = parts(file)
    for unsigned in (
        joined(header | {"alg": "none"}, payload, ""),
        file.rpartition(".")[0] + ".",
    ):
        assert checked(unsigned).status_code == 422
    body = joined(header | {"alg": "HS256"}, payload, "").rstrip(".")
    mac = hmac.new(bytes(key.public), body.encode(), hashlib.sha256).digest()
    confused = f"{body}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
    assert checked(confused).status_code == 422


def test_our_own_list_is_no_certificate(file):
    assert checked(fetched(signing.list_address()).decode()).status_code == 422


@pytest.mark.parametrize(
    "text", ["", "hello", "a.b.c", "." * 9, "ñ.ñ.ñ", "{}", "x" * 20_000, "e30.e30.", "\x00"]
)
def test_nonsense_gets_a_clear_sentence(key, text):
    answer = checked(text)
    assert answer.status_code == 422
    assert "not one of ours" in Page(answer).text


def test_one_that_was_taken_back_is_found_by_the_page_and_by_a_stranger(file, stands):
    actions.take_back(stands.pk)
    assert "It was taken back" in Page(checked(file)).text
    with pytest.raises(OB3VerificationError, match="revocation"):
        stranger(file)


def test_one_that_has_run_out_says_so(ben, stands):
    Certificate.objects.update(runs_out_on=TODAY - 1)
    over = actions.make_file(ben.account, stands.pk, ALL)
    assert "It has run out" in Page(checked(over)).text
    with pytest.raises(OB3VerificationError, match="expired"):
        stranger(over)


def test_signed_with_a_key_that_got_out_nothing_holds(file):
    actions.make_key(old_got_out=True, today=TODAY)
    assert checked(file).status_code == 422
    with pytest.raises(OB3VerificationError):
        stranger(file)


def test_after_a_new_key_a_stranger_still_reads_the_old_ones_and_the_list(file):
    """The list is signed by the newest key; its own key is found by its name."""
    actions.make_key(old_got_out=False, today=TODAY)
    assert stranger(file, check_status=False).achievement.name == WHAT
    token = fetched(signing.list_address()).decode()
    newest = queries.signing_key()
    assert jwt.get_unverified_header(token)["kid"].endswith(f"#key-{newest.pk}")
    public = signing.did_document([newest])["verificationMethod"][0]["publicKeyJwk"]
    jwt.decode(token, jwt.PyJWK(public | {"alg": "EdDSA"}).key, algorithms=["EdDSA"])


def test_an_old_copy_of_the_list_ends_so_that_it_brings_nothing_back(file):
    _, told = parts(fetched(signing.list_address()).decode())
    ends = clock.date_of(TODAY + rules.LIST_HOLDS).isoformat()
    assert told["validUntil"].startswith(ends)


def test_the_list_enumerates_nobody(ben, stands, file):
    """All who ever had a certificate, and what it was, are not in it: bits, and only bits."""
    others = [actions.make_file(ben.account, stands.pk, NOTHING) for _ in range(3)]
    place = signing.read(others[0], queries.keys_that_hold()).place
    before = fetched(signing.list_address()).decode()
    _, told = parts(before)
    assert not any(decode_encoded_list(told["credentialSubject"]["encodedList"]))
    actions.take_back(stands.pk)
    header, told = parts(fetched(signing.list_address()).decode())
    bits = decode_encoded_list(told["credentialSubject"]["encodedList"])
    assert len(bits) * 8 == rules.PLACES
    assert sum(byte.bit_count() for byte in bits) == 4
    assert rules.has(bits, place)
    for word in ("Ben", WHAT, ben.account.username):
        assert word not in json.dumps([header, told["issuer"], list(told)])


def test_places_are_by_lot_and_say_nothing_of_who_came_first(ben, stands):
    """With places in order the difference of two lists would say whose is whose."""
    places = [
        signing.read(
            actions.make_file(ben.account, stands.pk, NOTHING), queries.keys_that_hold()
        ).place
        for _ in range(6)
    ]
    assert max(places) - min(places) > 1_000
    assert places != sorted(places) or places[0] > 1_000


@pytest.mark.parametrize("path", ["", "1", "list/1", "ben", "all", "issued", "?name=Ben"])
def test_there_is_no_address_that_lists_or_finds_anybody(file, path):
    answer = Client().get(
        f"/certificates/{path}" if not path.startswith("?") else f"/certificates{path}"
    )
    assert answer.status_code in {200, 404}
    assert "Ben Oak" not in answer.content.decode()


def test_public_answers_can_be_asked_for_from_any_page_and_set_no_cookie(key):
    for path in ("/certificates/did.json", "/certificates/list"):
        answer = Client().get(path)
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies


def test_a_house_without_certificates_has_neither_keys_nor_list(house):
    for path in ("/certificates/did.json", "/certificates/list"):
        assert Client().get(path).status_code == 404
    assert Client().get("/certificates").status_code == 200
