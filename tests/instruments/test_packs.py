"""A programme asks what it may: with licence, hash and somebody's word, or not at all."""

import hashlib

import pytest

from alongside.cli.commands import main
from alongside.instruments.actions import CannotAdd, add, remove
from alongside.instruments.queries import altered, folder, installed
from pse.base64url import from_text
from pse.instrument import pack_hash, read_pack, said_hash
from pse.refusal import Refused
from pse.vectors.instruments import PACK

SHA = hashlib.sha256(PACK).hexdigest()
TODAY = 20_500


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """A data folder of this test's own."""
    settings.DATA = tmp_path


def added(raw=PACK, **other):
    """Dora adds a pack."""
    given = {
        "sha256": hashlib.sha256(raw).hexdigest(),
        "by": "Dora",
        "permission": "We made it.",
    }
    return add(raw, **{**given, **other}, today=TODAY)


def test_what_was_added_is_served_with_who_attested_it():
    added()
    [one] = installed()
    assert (one.pack.id, one.pack.attested_by) == ("little-sea-10", "Dora")
    assert one.hash == pack_hash(one.raw)


@pytest.mark.parametrize(
    "other",
    [
        {"sha256": "0" * 64},
        {"sha256": ""},
        {"by": " "},
        {"permission": ""},
        {"by": "n" * 81},
    ],
)
def test_without_the_right_hash_or_somebodys_word_nothing_is_added(other):
    with pytest.raises(CannotAdd):
        added(**other)
    assert installed() == []


def test_an_altered_pack_is_refused_when_it_is_added_and_not_served_afterwards():
    with pytest.raises(CannotAdd):
        added(PACK.replace(b"calm", b"wild"), sha256=SHA)
    added()
    path = folder() / "little-sea-10.json"
    path.write_bytes(path.read_bytes().replace(b"calm", b"wild"))
    assert (installed(), altered()) == ([], ["little-sea-10"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"little-sea-10", b"srs"),
        (b"little-sea-10", b"ors-4"),
        (b"A little sea", b"Session Rating Scale, version 3"),
        (b"The sea was calm on day 4.", b"I felt heard, UNDERSTOOD and   respected"),
        (b"The sea was calm on day 4.", b"Individually (personal well-being)"),
    ],
)
def test_what_no_software_may_hold_is_refused_by_name_and_by_words(old, new):
    with pytest.raises(CannotAdd):
        added(PACK.replace(old, new))


def test_words_of_others_are_known_by_hash_alone():
    assert len(said_hash("The sea was calm")) == 16
    assert said_hash("The sea, was CALM!") == said_hash("the sea was calm")
    with pytest.raises(Refused):
        read_pack(
            PACK.replace(
                b"The sea was calm on day 1.", b"I felt heard understood and respected"
            )
        )


def test_a_pack_without_a_licence_is_none():
    with pytest.raises(CannotAdd):
        added(PACK.replace(b'"name":"Our own"', b'"name":""'))


def test_taking_a_pack_away_takes_what_is_there_and_nothing_beside_it():
    added()
    assert remove("../secrets/log") is False
    assert remove("little-sea-10") is True
    assert (installed(), list(folder().iterdir())) == ([], [])


def test_nobody_can_add_more_than_can_be_read_at_once():
    for at in range(20):
        added(PACK.replace(b"little-sea-10", b"sea-%d" % at))
    with pytest.raises(CannotAdd):
        added(PACK.replace(b"little-sea-10", b"sea-20"))
    added(PACK.replace(b"little-sea-10", b"sea-3").replace(b'"ver":1', b'"ver":2'))
    assert len(installed()) == 20


def test_the_operator_is_told_in_a_sentence(capsys, tmp_path):
    path = tmp_path / "pack.json"
    path.write_bytes(PACK)
    words = ["packs", "add", str(path), "--by", "Dora", "--permission", "Ours.", "--sha256"]
    assert main([*words, "0" * 64]) == 1
    assert "altered" in capsys.readouterr().out
    assert main([*words, SHA]) == 0
    assert main(["packs", "list"]) == 0
    assert "little-sea-10, version 1: Our own; attested by Dora" in capsys.readouterr().out
    assert main(["packs", "remove", "little-sea-10"]) == 0
    assert main(["packs", "remove", "little-sea-10"]) == 1


def test_ada_is_given_the_packs_and_finn_from_outside_is_not(ada, client):
    added()
    [row] = ada.room.get("/api/packs").json()["packs"]
    raw = from_text(row["pack"])
    assert pack_hash(raw) == from_text(row["hash"])
    assert read_pack(raw).id == "little-sea-10"
    assert client.get("/api/packs", headers={"X-Alongside": "1"}).status_code == 401
