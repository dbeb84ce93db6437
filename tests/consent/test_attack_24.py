"""Attack 24: what was told to one person until one day is never another's, nor later theirs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.consent.models import LinkBox, Telling, Wrap
from alongside.consent.queries import package_of, tellings_of
from alongside.ground import clock
from alongside.ground.identifiers import from_text, to_text
from alongside.keys.models import Endorsement
from alongside.timers.actions import run_due
from pse.consent import Content, To
from pse.key_record import kr_hash_of
from pse.package import (
    RECIPIENT,
    TOLD,
    Reader,
    check_follows,
    open_key,
    open_link,
    open_told,
    package_bytes,
    seal_package,
    verify_package,
)
from pse.refusal import BadPackage, NotOpened, Refused
from pse.signing import sign
from tests.cast import HOME, bring_in
from tests.consent.telling import (
    Made,
    package_json,
    papers_of,
    stand_behind,
    tell,
    telling,
    terms,
)

MISSING = {"code": "not-found", "words": "There is nothing here for you."}


@pytest.fixture
def gia(house, desk):
    """Another supervisor."""
    return stand_behind(bring_in("gia-wolf-0001", 3), desk)


@pytest.fixture
def told(ada, ben, cem, talking):
    """Ada signed some words for Cem."""
    made = telling(ada, ben, talking.conv, to=cem)
    assert tell(ada, made).status_code == 201
    return made


@pytest.mark.parametrize("end", ["withdrawn", "over"])
def test_after_the_end_nothing_that_opens_it_is_anywhere_in_the_books(
    ada, ben, talking, nobody, end
):
    made = telling(ada, ben, talking.conv, days=0)
    tell(ada, made)
    if end == "withdrawn":
        ada.room.post(f"/api/told/{made.ref}/withdraw")
    else:
        run_due(now=clock.now() + timedelta(days=1))

    row = Telling.objects.values().get()
    assert row["sealed_told"] is None
    assert not LinkBox.objects.exists()
    assert made.sealed.told not in row.values()
    assert not Wrap.objects.filter(box=TOLD).exists()
    assert nobody.post("/api/told/link", made.knock).json()["error"] == MISSING


def test_a_consent_for_cem_is_no_consent_for_gia(ada, ben, cem, gia, told, talking):
    package, gias = told.sealed.package, kr_hash_of(gia.record)
    others = [one for one in package.readers if one.part != RECIPIENT]
    readers = [*others, Reader(gia.record.account_id, gias, RECIPIENT)]
    readers.sort(key=lambda one: one.account_id)
    moved = replace(package, readers=tuple(readers), id=b"another of Ada's")

    # Ben takes Ada's signature over to another reader; then he signs for her.
    signed = replace(moved, sig=sign(ben.person.ik_seed, package_bytes(HOME, moved)))
    for forged in (moved, signed):
        with pytest.raises(Refused):
            verify_package(forged, home=HOME, client=ada.record)
        papers = {**told.papers, "package": package_json(forged)}
        for sender in (ada, ben):
            assert sender.room.post("/api/told", papers).status_code in {400, 404}
    assert Telling.objects.count() == 1
    assert gia.room.get(f"/api/told/{told.ref}").json()["error"] == MISSING


def test_the_key_of_one_opens_no_other(ada, ben, cem, told, talking):
    second = telling(ada, ben, talking.conv, to=cem, before=told.sealed.package)
    tell(ada, second)
    wrap = second.sealed.wraps[cem.record.account_id, TOLD]

    with pytest.raises(NotOpened):
        open_key(
            told.sealed.package,
            TOLD,
            wrap,
            home=HOME,
            record=cem.record,
            ek_seed=cem.person.secrets.ek[0],
        )


def test_a_supervisor_finds_nothing_that_was_told_to_another(gia, cem, told):
    missing = to_text(bytes(16))
    for ref in (told.ref, missing):
        answer = gia.room.get(f"/api/told/{ref}")
        assert (answer.status_code, answer.json()["error"]) == (404, MISSING)
    assert gia.room.get("/api/told").json()["tellings"] == []


@pytest.mark.parametrize("ends", ["lapsed", "taken back"])
def test_whom_the_programme_stands_behind_no_more_is_told_nothing_more(ada, cem, told, ends):
    assert cem.room.get(f"/api/told/{told.ref}").status_code == 200
    yesterday = clock.today() - 1
    change = {"to_day": yesterday, "from_day": yesterday} if ends == "lapsed" else {}
    Endorsement.objects.update(**(change or {"revoked": True}))

    assert cem.room.get(f"/api/told/{told.ref}").json()["error"] == MISSING
    assert cem.room.get("/api/told").json() == {"tellings": [], "people": []}
    assert ada.room.get(f"/api/told/{told.ref}").status_code == 200


def test_nothing_of_it_is_in_cems_list_outside_its_days(ada, ben, cem, talking):
    today = clock.today()
    tell(ada, telling(ada, ben, talking.conv, to=cem, days=1, from_day=today + 1))

    for days, count in ((0, 0), (1, 1), (2, 0)):
        assert tellings_of(cem.account, today=today + days).count() == count
        assert tellings_of(ada.account, today=today + days).count() == 1
    assert cem.room.get("/api/told").json()["tellings"] == []


def test_nothing_new_is_told_to_somebody_nobody_stands_behind(ada, ben, cem, eve, talking):
    Endorsement.objects.filter(account=cem.account).update(revoked=True)
    for member in (cem, eve):
        made = telling(ada, ben, talking.conv, to=member)
        assert tell(ada, made).status_code == 404


def test_a_guessed_link_finds_nothing_and_guessing_is_slowed_down(ada, ben, talking, nobody):
    made = telling(ada, ben, talking.conv)
    tell(ada, made)
    wrong = {**made.knock, "door": to_text(bytes(32))}
    answers = [nobody.post("/api/told/link", wrong) for _ in range(6)]

    assert [one.status_code for one in answers] == [404] * 5 + [429]
    assert Telling.objects.get().opened_on is None
    unknown = {**wrong, "id": to_text(bytes(16))}
    assert nobody.post("/api/told/link", unknown).json()["error"] == MISSING


def test_a_link_reads_again_until_its_end_and_never_after(ada, ben, talking, nobody):
    made = telling(ada, ben, talking.conv)
    tell(ada, made)

    assert [nobody.post("/api/told/link", made.knock).status_code for _ in range(7)] == [
        200
    ] * 7
    ada.room.post(f"/api/told/{made.ref}/withdraw")
    assert nobody.post("/api/told/link", made.knock).status_code == 404


def test_something_told_to_cem_has_no_door_for_a_link(told, nobody):
    for door in (bytes(32), b"d" * 32):
        knock = {"id": told.ref, "door": to_text(door)}
        assert nobody.post("/api/told/link", knock).status_code == 404


def test_a_swapped_key_record_of_the_recipient_is_found_out(ada, ben, cem, eve, talking):
    """The house gives Ada's room Eve's keys for Cem: Cem's own wrap is to other keys."""
    swapped = replace(eve.record, account_id=cem.record.account_id)
    made = seal_package(
        ada.person.ik_seed,
        home=HOME,
        id=b"with wrong keys.",
        conv=talking.conv,
        terms=terms(ben),
        content=_content(),
        records={1: ada.record, 2: ben.record, 3: swapped},
    )
    # An honest house refuses it at once; a lying one hands Cem what his room does not open.
    assert ada.room.post("/api/told", papers_of(made)).json()["error"]["code"] == "reader-moved"
    with pytest.raises(NotOpened):
        open_key(
            made.package,
            TOLD,
            made.wraps[cem.record.account_id, TOLD],
            home=HOME,
            record=cem.record,
            ek_seed=cem.person.secrets.ek[0],
        )


def test_a_house_that_changes_the_box_or_the_header_is_found_out(ada, ben, talking):
    made = telling(ada, ben, talking.conv).sealed
    told_key, _ = open_link(made.package, made.link, made.link_box, home=HOME)
    box = bytearray(made.told)
    box[-1] ^= 1
    with pytest.raises(NotOpened):
        open_told(made.package, bytes(box), told_key, _terms_out(ben), home=HOME)

    longer = replace(made.package, until_day=made.package.until_day + 9)
    with pytest.raises(NotOpened):
        open_link(longer, made.link, made.link_box, home=HOME)
    with pytest.raises(Refused):
        verify_package(longer, home=HOME, client=ada.record)


def test_another_telling_served_for_a_link_is_found_out(ada, ben, talking):
    first, second = (telling(ada, ben, talking.conv).sealed for _ in range(2))
    with pytest.raises(NotOpened):
        open_link(second.package, first.link, second.link_box, home=HOME)


def test_ben_cannot_sign_for_ada_and_finn_cannot_tell_of_her(ada, ben, cem, finn, talking):
    forged = telling(ada, ben, talking.conv, to=cem, signer=ben)
    assert tell(ada, forged).status_code == 400
    own = telling(finn, ben, talking.conv, to=cem)
    assert tell(finn, own).status_code == 404
    assert not Telling.objects.exists()


def test_a_key_for_one_reader_more_is_refused(ada, ben, cem, eve, talking):
    made = telling(ada, ben, talking.conv, to=cem)
    extra = {
        "account_id": to_text(eve.record.account_id),
        "box": 1,
        "wrap": to_text(bytes(112)),
    }
    for wraps in (made.papers["wraps"][1:], [*made.papers["wraps"][1:], extra]):
        assert tell(ada, Made(made.sealed, {**made.papers, "wraps": wraps})).status_code == 400


def test_two_kinds_in_one_consent_cannot_be_signed(ada, ben, talking):
    for change in (
        {"what": ("counselling-notes", "own-words")},
        {"what": ("counselling-notes",), "purpose": 5},
    ):
        with pytest.raises(Refused):
            telling(ada, ben, talking.conv, **change)


def test_one_is_missing_from_a_list_that_was_cut_in_the_middle(ada, ben, cem, talking):
    before, made = None, []
    for _ in range(3):
        made.append(telling(ada, ben, talking.conv, to=cem, before=before))
        before = made[-1].sealed.package
        tell(ada, made[-1])
    listed = ada.room.get("/api/told").json()["tellings"]
    packages = [package_of(one["package"]) for one in listed]

    check_follows(packages, home=HOME)
    with pytest.raises(BadPackage):
        check_follows([packages[0], packages[2]], home=HOME)


def _content():
    return Content("Words.", b"t" * 16)


def _terms_out(ben):
    return terms(ben, to=To(2, "Dr. Okoro", "12 Hill Street"))


def test_what_is_told_lies_nowhere_in_the_open(ada, ben, cem, talking):
    made = telling(ada, ben, talking.conv, to=cem, words="CANARY I sleep badly")
    tell(ada, made)
    row = Telling.objects.values().get()
    for secret in (b"CANARY", b"Riverside", b"advice", b"own-words"):
        assert not any(secret in bytes(v) for v in row.values() if isinstance(v, bytes))
        assert secret.decode() not in str(row["paper"])
    assert from_text(row["paper"]["id"]) == row["ref"]
