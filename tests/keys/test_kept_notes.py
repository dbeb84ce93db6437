"""What two said yes to is kept until its day: not longer by the house, and not shorter."""

import pytest

from alongside.conversations.actions import close_place
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.documents.actions import let_go_of_documents
from alongside.keys.documents.rules import check_last_day
from alongside.keys.models import Document, DocumentLock
from pse.chance import repeatable_chance
from pse.document import NOTES_KEPT, Whose, open_chain, seal_version
from pse.note_kept import MOST_YEARS, last_day_of, year_of
from pse.refusal import Malformed

KEY = b"k" * 32


def this_year():
    return year_of(clock.today())


def until(year):
    """A document's id that says its day."""
    last = last_day_of(year)
    return last, last.to_bytes(4, "little") + b"r" * 12


def whose(member, doc_id):
    return Whose(member.person.account_id, doc_id, NOTES_KEPT)


def put(member, doc_id, text, before=None, **said):
    version = seal_version(
        member.person.secrets.vk[0],
        whose(member, doc_id),
        text.encode(),
        doc_key=KEY,
        before=before,
        chance=repeatable_chance(text),
    )
    texts = {name: to_text(getattr(version, name)) for name in ("prev", "lock", "box")}
    papers = {"ver": version.ver, **texts, **said}
    return version, member.room.put(f"/api/documents/{to_text(doc_id)}", papers).status_code


def found(member):
    return [row["doc_id"] for row in member.room.get("/api/documents").json()["documents"]]


@pytest.mark.both_databases
def test_a_kept_note_stays_through_its_last_day_and_goes_with_its_keys_the_day_after(ada):
    last, doc_id = until(this_year() + 7)
    page = b"a page of Ada's."
    first, status = put(ada, doc_id, "one", last=last)
    assert status == 204
    assert put(ada, doc_id, "two", first, last=last)[1] == 204
    assert put(ada, page, "mine")[1] == 204

    let_go_of_documents(today=last)
    assert sorted(found(ada)) == sorted([to_text(doc_id), to_text(page)])
    assert let_go_of_documents(today=last + 1) == 2
    assert found(ada) == [to_text(page)]
    assert Document.objects.count() == DocumentLock.objects.count() == 1
    assert let_go_of_documents(today=last + 100_000) == 0


def test_ada_opens_what_was_kept_and_its_chain_holds(ada):
    last, doc_id = until(this_year() + 1)
    first, _ = put(ada, doc_id, "one", last=last)
    second, _ = put(ada, doc_id, "two", first, last=last)
    vault = ada.person.secrets.vk[0]
    assert open_chain(vault, whose(ada, doc_id), [first, second]) == [b"one", b"two"]


def test_the_day_of_a_kept_note_is_said_once_and_never_moved(ada):
    last, doc_id = until(this_year() + 3)
    first, _ = put(ada, doc_id, "one", last=last)
    for said in ({"last": last + 365}, {"last": last - 365}, {}):
        assert put(ada, doc_id, "two", first, **said)[1] == 400
    _, page = until(this_year())
    mine, _ = put(ada, page, "mine")
    assert put(ada, page, "more", mine, last=last)[1] == 400
    assert set(Document.objects.values_list("last_on", flat=True)) == {last, None}


@pytest.mark.parametrize("years", [-1, MOST_YEARS + 1])
def test_a_day_that_no_programme_asks_for_is_refused(ada, years):
    last, doc_id = until(this_year() + years)
    assert put(ada, doc_id, "one", last=last)[1] == 400
    assert found(ada) == []


def test_the_house_takes_the_last_day_of_a_year_and_no_other():
    today = last_day_of(2026) - 34
    for last in (None, last_day_of(2026), last_day_of(2036)):
        check_last_day(last, None, is_new=True, today=today)
    for last in (0, today, last_day_of(2025), last_day_of(2026) + 1, last_day_of(2037)):
        with pytest.raises(Malformed):
            check_last_day(last, None, is_new=True, today=today)


def test_whoever_leaves_takes_their_own_copy_away_at_once_and_only_theirs(ada, ben):
    last, doc_id = until(this_year() + 7)
    for member in (ada, ben):
        assert put(member, doc_id, "one", last=last)[1] == 204
    close_place(ada.account, auth=ada.made.locks[0].auth, address="", now=clock.now())
    assert list(Document.objects.values_list("account_id", flat=True)) == [ben.account.pk]
    assert found(ben) == [to_text(doc_id)]
