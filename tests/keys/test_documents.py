"""What Ada keeps for herself: nobody else finds it, and no version of it is lost unseen."""

import pytest

from alongside.conversations.actions import close_place
from alongside.ground.identifiers import to_text
from alongside.keys.documents import rules
from alongside.keys.models import Document, DocumentLock
from pse.chance import repeatable_chance
from pse.document import NOTEBOOK, Version, Whose, open_chain, seal_version
from pse.refusal import RolledBack
from tests.racing import race

PAGE = b"a page of Ada's."
KEY = b"k" * 32


def whose(member, doc_id=PAGE):
    return Whose(member.person.account_id, doc_id, NOTEBOOK)


def written(member, text, before=None, doc_id=PAGE):
    vault = member.person.secrets.vk[0]
    chance = repeatable_chance(text)
    return seal_version(
        vault, whose(member, doc_id), text.encode(), doc_key=KEY, before=before, chance=chance
    )


def papers(version, **change):
    texts = {name: to_text(getattr(version, name)) for name in ("prev", "lock", "box")}
    return {"ver": version.ver, **texts, **change}


def put(member, version, doc_id=PAGE, **change):
    path = f"/api/documents/{to_text(doc_id)}"
    return member.room.put(path, papers(version, **change))


def read(row):
    from pse.base64url import from_text

    return Version(row["ver"], *[from_text(row[name]) for name in ("prev", "lock", "box")])


def versions(member, doc_id=PAGE):
    answer = member.room.get(f"/api/documents/{to_text(doc_id)}")
    assert answer.status_code == 200
    return [read(row) for row in answer.json()["versions"]]


def test_ada_finds_every_version_she_wrote(ada):
    first = written(ada, "one")
    second = written(ada, "two", first)
    assert [put(ada, each).status_code for each in (first, second)] == [204, 204]

    found = versions(ada)
    vault = ada.person.secrets.vk[0]
    assert open_chain(vault, whose(ada), found) == [b"one", b"two"]
    listed = ada.room.get("/api/documents").json()["documents"]
    assert [(row["doc_id"], row["ver"]) for row in listed] == [(to_text(PAGE), 2)]


def test_of_twenty_five_versions_the_newest_twenty_are_kept(ada):
    version = None
    for number in range(25):
        version = written(ada, str(number), version)
        assert put(ada, version).status_code == 204

    found = versions(ada)
    assert [each.ver for each in found] == list(range(6, 26))
    assert DocumentLock.objects.count() == 20
    with pytest.raises(RolledBack):
        open_chain(ada.person.secrets.vk[0], whose(ada), found[1:])


def test_the_same_version_sent_twice_is_kept_once(ada):
    first = written(ada, "one")
    assert [put(ada, first).status_code for _ in range(2)] == [204, 204]
    assert Document.objects.count() == 1


def test_a_version_that_does_not_follow_is_refused(ada):
    first = written(ada, "one")
    second = written(ada, "two", first)
    other = written(ada, "other")
    assert put(ada, second).status_code == 409
    put(ada, first)
    for version, change in (
        (other, {}),
        (second, {"ver": 3}),
        (second, {"prev": "A" * 43}),
        (first, {"ver": 2}),
    ):
        answer = put(ada, version, **change)
        assert answer.json()["error"]["code"] == "document-moved"
    assert [each.ver for each in versions(ada)] == [1]


@pytest.mark.parametrize(
    "change",
    [
        {"box": "A" * 1_463},
        {"box": "AQ" + "A" * 1_460},
        {"lock": "A" * 140},
        {"ver": 0},
        {"ver": "1"},
        {"prev": "A"},
        {"more": 1},
    ],
)
def test_what_is_not_sealed_as_it_should_be_is_not_kept(ada, change):
    assert put(ada, written(ada, "one"), **change).status_code == 400
    assert not Document.objects.exists()


def test_finn_finds_nothing_and_keeps_his_own_under_the_same_name(ada, finn):
    put(ada, written(ada, "one"))
    path = f"/api/documents/{to_text(PAGE)}"
    missing = finn.room.get(f"/api/documents/{to_text(bytes(16))}")
    assert finn.room.get(path).content == missing.content
    assert finn.room.get(path).status_code == 404
    assert finn.room.get("/api/documents").json() == {"documents": []}

    assert put(finn, written(finn, "mine")).status_code == 204
    assert finn.room.call("DELETE", path, None).status_code == 204
    assert [each.ver for each in versions(ada)] == [1]


def test_what_ada_deletes_is_gone_with_its_keys_and_deleting_again_is_no_trouble(ada):
    put(ada, written(ada, "one"))
    path = f"/api/documents/{to_text(PAGE)}"
    assert [ada.room.call("DELETE", path, None).status_code for _ in range(2)] == [204, 204]
    assert not Document.objects.exists()
    assert not DocumentLock.objects.exists()


def test_there_is_room_for_so_many_pages_and_then_a_plain_word(ada, monkeypatch):
    monkeypatch.setattr("alongside.keys.documents.actions.MOST", 1)
    put(ada, written(ada, "one"))
    other = b"another page of A"[:16]
    answer = put(ada, written(ada, "two", doc_id=other), doc_id=other)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "documents-full")
    monkeypatch.setattr("alongside.keys.documents.actions.MOST_BYTES", 1_500)
    second = put(ada, written(ada, "two", written(ada, "one")))
    assert second.json()["error"]["code"] == "documents-full"
    assert rules.MOST == 300


def test_closing_a_place_destroys_what_was_kept(ada):
    from alongside.ground import clock

    put(ada, written(ada, "one"))
    close_place(ada.account, auth=ada.made.locks[0].auth, address="", now=clock.now())
    assert not Document.objects.exists()
    assert not DocumentLock.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_windows_that_write_at_once_exactly_one_is_next(ada):
    first = written(ada, "one")
    put(ada, first)
    both = [written(ada, text, first) for text in ("two", "zwei", "dos")]
    answers = race(*[lambda each=each: put(ada, each) for each in both])
    assert sorted(answer.status_code for answer in answers) == [204, 409, 409]
    assert [each.ver for each in versions(ada)] == [1, 2]
