"""Who is who stands in one list that only ever grows, and everyone may check it."""

import json
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from alongside.ground import clock
from alongside.ground.identifiers import from_text, to_text
from alongside.ground.secrets import log_seed
from alongside.keys import actions
from alongside.keys.actions.coming_in import DoorIsClosed
from alongside.keys.actions.signed import BadFile, UnknownAccount, WrongSignature
from alongside.keys.key_log import BrokenLog, check_log
from alongside.keys.models import Endorsement, LogEdge, LogLine, Revocation
from pse import audit
from pse.as_json import revocation_json
from pse.key_log import EMPTY, KEYS, KeyLog, Leaf, key_leaf, read_rows
from pse.key_record import kr_hash_of
from pse.note import Witness, cosign, verify_cosigned, write_witness
from pse.revocation import Revocation as RevocationPaper
from pse.revocation import sign_revocation
from pse.signing import verify_key_of
from tests.cast import HOME, ROSTER_SEED, answer_for, bring_in, found
from tests.racing import race

WITNESS_SEED = b"a partner's own seed, 32 bytes!!"
WITNESS = Witness("open-door.example", verify_key_of(WITNESS_SEED))
TODAY = clock.today()


def read(room, known=EMPTY):
    """Read on and check, exactly as a room does."""
    answer = room.get(f"/api/key-log?from={known.size}").json()
    fresh = read_rows(from_text(answer["rows"]))
    key = verify_key_of(log_seed())
    return audit.read_on(known, fresh, answer["note"], home=HOME, log_key=key)


def taken_back(member, *, serial=1, seed=ROSTER_SEED):
    paper = sign_revocation(
        seed, HOME, RevocationPaper(member.person.account_id, serial, TODAY)
    )
    file = {"kind": "alongside-revocation", "version": 1, "revocation": revocation_json(paper)}
    return json.dumps(file).encode()


def take_back(member, desk, **changes):
    return actions.take_revocation(taken_back(member, **changes), by=desk, now=clock.now())


@pytest.fixture
def witnessed(settings):
    settings.WITNESSES = (write_witness(WITNESS),)


@pytest.fixture
def tomorrow(monkeypatch):
    """Everyone may read what stood here yesterday."""
    then = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: then)


def test_a_room_reads_its_own_line_and_bens_and_the_word_for_him(ada, ben):
    log = read(ada.room)

    assert log.size == 3
    audit.check_own(log, ada.person.account_id, ada.person.records)
    audit.check_other(log, ben.person.records)
    told = ada.room.get("/api/directory").json()["people"][0]["endorsement"]
    assert told["serial"] == 1
    audit.check_endorsed(log, HOME, _endorsed(ben))


def _endorsed(ben, serial=1):
    return ben.person.endorsed(
        ROSTER_SEED, display_name="Ben", from_day=TODAY, days=90, serial=serial
    )


def test_what_was_read_is_the_beginning_of_what_comes(ada, finn):
    before = read(ada.room)
    bring_in("cem")

    after = read(ada.room, before)

    audit.check_grown(after, [before.at(size) for size in range(before.size + 1)])
    assert after.size == before.size + 1


def test_every_line_keeps_the_root_that_the_reference_computes(ada, ben, finn):
    log = KeyLog(Leaf(one.type, one.who, one.hash) for one in LogLine.objects.order_by("place"))

    roots = LogLine.objects.order_by("place").values_list("root", flat=True)
    assert [bytes(root) for root in roots] == [log.at(n + 1).root for n in range(log.size)]
    assert LogEdge.objects.get().size == log.size


def test_a_refused_sign_up_leaves_no_line(house, ada):
    house.door_open = False
    house.save()
    before = LogLine.objects.count()

    with pytest.raises(DoorIsClosed):
        bring_in("finn")

    assert LogLine.objects.count() == before


def test_a_word_taken_back_is_logged_and_ben_is_shown_to_nobody(ada, ben, desk):
    assert take_back(ben, desk) == "Ben"

    assert ada.room.get("/api/directory").json()["people"] == []
    log = read(ada.room)
    assert log.leaves[-1].type == 3
    assert not log.stands_behind(HOME, _endorsed(ben))
    assert Endorsement.objects.get().revoked


def test_a_new_word_with_a_higher_serial_counts_again(ada, ben, desk):
    take_back(ben, desk, serial=4)
    with pytest.raises(BadFile):
        actions.take_endorsement(answer_for(ben, serial=4), by=desk, now=clock.now())

    actions.take_endorsement(answer_for(ben, serial=5), by=desk, now=clock.now())

    assert len(ada.room.get("/api/directory").json()["people"]) == 1
    assert read(ada.room).stands_behind(HOME, _endorsed(ben, serial=5))


def test_only_the_roster_takes_a_word_back_and_only_once(ben, desk, finn):
    with pytest.raises(WrongSignature):
        take_back(ben, desk, seed=bytes(32))
    moved = json.loads(taken_back(ben))
    moved["revocation"]["account_id"] = to_text(finn.person.account_id)
    with pytest.raises(WrongSignature):
        actions.take_revocation(json.dumps(moved).encode(), by=desk, now=clock.now())
    moved["revocation"]["account_id"] = to_text(bytes(16))
    with pytest.raises(UnknownAccount):
        actions.take_revocation(json.dumps(moved).encode(), by=desk, now=clock.now())
    take_back(ben, desk)
    with pytest.raises(BadFile):
        take_back(ben, desk)

    assert Revocation.objects.count() == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b"[" * 9_000, b"null"])
def test_any_other_file_takes_nothing_back(house, desk, data):
    with pytest.raises(BadFile):
        actions.take_revocation(data, by=desk, now=clock.now())


def test_nobody_watches_from_outside_how_people_come_in(ada, ben, nobody):
    answer = nobody.get("/api/key-log").json()

    assert (answer["size"], answer["rows"]) == (0, "")
    assert read(nobody).size == 0


def test_tomorrow_everyone_reads_what_stands_here_today(ada, ben, nobody, tomorrow):
    assert read(nobody).size == 3
    bring_in("finn")
    assert read(nobody).size == 3


def test_a_dead_sign_in_is_not_shown_an_older_list(ada):
    ada.room.post("/api/sign-out")

    assert ada.room.get("/api/key-log").status_code == 401
    assert ada.room.get("/api/key-log/checkpoint").status_code == 401


@pytest.mark.parametrize("start", ["-1", "x", str(2**53), "1.5"])
def test_a_start_that_is_no_number_is_refused(ada, start):
    assert ada.room.get(f"/api/key-log?from={start}").status_code == 400


def test_beyond_the_end_there_is_nothing_and_that_is_said_calmly(ada):
    answer = ada.room.get("/api/key-log?from=99").json()

    assert (answer["size"], answer["rows"]) == (1, "")


def test_a_witness_signs_and_rooms_are_told(ada, nobody, witnessed, tomorrow):
    note = nobody.get("/api/key-log/checkpoint").json()["note"]
    signed = cosign(WITNESS_SEED, WITNESS.name, note, seconds=1_700_000_000)

    assert nobody.post("/api/key-log/cosignatures", {"note": signed}).status_code == 204

    told = nobody.get("/api/key-log/checkpoint").json()
    assert told["witnesses"] == [write_witness(WITNESS)]
    assert [verify_cosigned(one, WITNESS) for one in told["cosigned"]] == [1_700_000_000]


def test_a_strangers_signature_another_list_and_nonsense_are_not_kept(
    ada, nobody, witnessed, tomorrow
):
    note = nobody.get("/api/key-log/checkpoint").json()["note"]
    stranger = cosign(bytes(32), WITNESS.name, note, seconds=1)
    moved = cosign(WITNESS_SEED, WITNESS.name, note.replace("\n1\n", "\n9\n"), seconds=1)
    for lie in (note, stranger, moved, "", "x" * 9_000):
        answer = nobody.post("/api/key-log/cosignatures", {"note": lie})
        assert answer.json()["error"]["code"] == "not-a-witness"

    assert nobody.get("/api/key-log/checkpoint").json()["cosigned"] == []


def test_without_witnesses_nobodys_signature_is_kept(ada, nobody, tomorrow):
    note = nobody.get("/api/key-log/checkpoint").json()["note"]
    signed = cosign(WITNESS_SEED, WITNESS.name, note, seconds=1)

    assert nobody.post("/api/key-log/cosignatures", {"note": signed}).status_code == 422


def test_an_older_signature_does_not_replace_a_newer_one(ada, nobody, witnessed, tomorrow):
    first = nobody.get("/api/key-log/checkpoint").json()["note"]
    LogLine.objects.update(day=0)
    actions.log_of(Leaf(KEYS, b"w" * 31, b"h" * 32), today=0)
    second = nobody.get("/api/key-log/checkpoint").json()["note"]
    for note in (second, first):
        signed = cosign(WITNESS_SEED, WITNESS.name, note, seconds=7)
        assert nobody.post("/api/key-log/cosignatures", {"note": signed}).status_code == 204

    assert (
        nobody.get("/api/key-log/checkpoint")
        .json()["cosigned"][0]
        .startswith(second.split("\n\n")[0])
    )


def test_those_who_were_here_before_the_list_are_written_into_it(ada, ben, finn):
    LogLine.objects.all().delete()
    LogEdge.objects.all().delete()
    logged = import_module("alongside.keys.migrations.0006_key_log").log_what_there_is

    logged(apps, connection.schema_editor)

    log = read(ada.room)
    people = [ada, ben, finn]
    for member in people:
        audit.check_own(log, member.person.account_id, member.person.records)
    audit.check_endorsed(log, HOME, _endorsed(ben))
    assert [leaf.type for leaf in log.leaves] == [1, 1, 1, 2]
    bring_in("cem")
    assert read(ada.room, log).size == 5


@pytest.mark.django_db(transaction=True)
def test_many_lines_at_once_stand_without_a_gap_in_one_order():
    found()
    leaves = [Leaf(KEYS, bytes([n]) * 31, bytes([n]) * 32) for n in range(8)]

    outcomes = race(*[lambda leaf=leaf: actions.log_of(leaf, today=TODAY) for leaf in leaves])

    assert all(isinstance(one, LogLine) for one in outcomes), outcomes
    lines = list(LogLine.objects.order_by("place"))
    assert [line.place for line in lines] == list(range(8))
    log = KeyLog(Leaf(one.type, bytes(one.who), bytes(one.hash)) for one in lines)
    assert bytes(lines[-1].root) == log.at().root


def test_a_line_changed_behind_the_houses_back_is_found(ada, ben):
    assert check_log() == 3
    LogLine.objects.filter(place=1).update(who=b"x" * 31)
    with pytest.raises(BrokenLog):
        check_log()


def test_a_line_that_is_missing_is_found(ada, ben):
    LogLine.objects.filter(place=2).delete()
    with pytest.raises(BrokenLog):
        check_log()


def test_no_line_stands_twice(ada):
    leaf = key_leaf(ada.person.account_id, kr_hash_of(ada.record))

    with pytest.raises(Exception, match=r"(?i)unique"):
        actions.log_of(leaf, today=TODAY)
