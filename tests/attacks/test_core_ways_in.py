"""Attacks 1, 2, 3, 5 and 6: nobody weakens, exchanges or abuses the ways into Ada's place."""

import json
from dataclasses import replace

import pytest

from pse import account
from pse.account import open_slot, seal_slot, slot_hash_of, words_lock
from pse.as_json import bundle_json, key_record_json, slot_json, slot_summary, state_json
from pse.base64url import to_text
from pse.bundle import seal_bundle
from pse.chance import repeatable_chance
from pse.key_record import next_key_record
from pse.pae import labelled
from pse.person import make_person, renew_ways_in
from pse.refusal import BadRecord, Malformed, NotOpened, Refused, Unknown
from pse.remembered import trust_json
from pse.seal import open_sealed
from pse.state import TRUST, seal_state
from pse.vectors.people import second
from pse.vectors.scene import DAY, HOME, NAMES, newcomer
from tests.attacks.hostile import server_of, sign_in

OTHER_HOME = b"another programm"


@pytest.fixture
def ada():
    return newcomer("ada")


@pytest.fixture
def finn():
    return newcomer("finn")


@pytest.fixture
def server(ada):
    return server_of(ada)


@pytest.fixture
def derivations(monkeypatch):
    """Counts the real derivations."""
    made = []
    real = vars(account)["crypto_pwhash_alg"]

    def counted(*values):
        made.append(values)
        return real(*values)

    monkeypatch.setattr(account, "crypto_pwhash_alg", counted)
    return made


def test_ada_comes_back_to_an_honest_server(ada, server):
    assert sign_in(ada, server).root_key == ada.person.root_key
    assert sign_in(ada, server_of(ada, way=1), way=1).root_key == ada.person.root_key


@pytest.mark.parametrize("profile", [0, 2, 3, 255, 2**53 - 1])
def test_1_another_key_profile_is_refused_before_anything_is_derived(
    ada, server, derivations, profile
):
    with pytest.raises(Unknown):
        sign_in(ada, server.hands_out(replace(ada.slots[0], profile=profile)))
    assert derivations == []


def test_1_words_are_always_stretched_with_the_one_compiled_profile(derivations):
    words_lock("about about about about about", home=HOME, username=NAMES["ada"])
    [(size, _, _, passes, memory, algorithm)] = derivations
    assert (size, passes, memory, algorithm) == (32, 6, 33_554_432, 2)


@pytest.mark.parametrize("salt", [b"", b"s" * 8, bytes(16), b"s" * 16, b"s" * 32])
def test_2_a_salt_the_server_chose_is_refused_before_anything_is_derived(
    ada, server, derivations, salt
):
    with pytest.raises(Malformed):
        sign_in(ada, server.hands_out(replace(ada.slots[0], salt=salt)))
    assert derivations == []


def test_2_at_another_home_the_same_words_open_nothing(ada):
    here = ada.locks[0]
    there = words_lock(ada.words, home=OTHER_HOME, username=ada.person.username)
    assert {here.auth, here.kek, here.salt}.isdisjoint({there.auth, there.kek, there.salt})
    for slot in (ada.slots[0], replace(ada.slots[0], salt=there.salt)):
        for home in (HOME, OTHER_HOME):
            with pytest.raises(NotOpened):
                open_slot(slot, there, home=home, account_id=ada.person.account_id, g=0)


def test_2_another_name_gives_another_lock_for_the_same_words(ada, finn):
    other = words_lock(ada.words, home=HOME, username=finn.person.username)
    assert {other.auth, other.kek, other.salt}.isdisjoint(vars_of(ada.locks[0]))


def vars_of(lock):
    return {lock.auth, lock.kek, lock.salt}


def test_3_a_slot_of_another_account_type_or_generation_is_refused(ada, finn, server):
    swapped = [
        replace(finn.slots[0], salt=ada.slots[0].salt),
        ada.slots[1],
        replace(ada.slots[1], type=1, profile=1, salt=ada.slots[0].salt),
        replace(ada.slots[0], g=1),
        replace(ada.slots[0], slot_id=ada.slots[1].slot_id),
    ]
    for slot in swapped:
        with pytest.raises(Refused):
            sign_in(ada, server.hands_out(slot))


def test_3_a_slot_of_an_earlier_root_key_is_not_taken_for_the_newest(ada):
    lock, account_id = ada.locks[0], ada.person.account_id
    old = seal_slot(lock, b"o" * 32, home=HOME, account_id=account_id, g=0)
    assert open_slot(old, lock, home=HOME, account_id=account_id, g=0) == b"o" * 32
    with pytest.raises(NotOpened):
        open_slot(old, lock, home=HOME, account_id=account_id, g=1)


def test_3_old_words_brought_back_by_the_server_are_noticed():
    ada = make_person(NAMES["ada"], home=HOME, day=DAY, chance=repeatable_chance("renewing"))
    renewed = renew_ways_in(ada.person)
    old_slots = server_of(ada).answers(state=state_json(ada.person.state))
    with pytest.raises(Refused, match="ways in"):
        sign_in(ada, old_slots)
    assert renewed.words != ada.words


def test_3_a_way_in_added_by_the_server_is_noticed(ada, finn, server):
    more = [*server.me["slots"], slot_summary(finn.slots[0])]
    with pytest.raises(Refused, match="ways in"):
        sign_in(ada, server.answers(slots=more))


def test_3_somebody_elses_place_is_refused(ada, finn, server):
    theirs = server_of(finn).me
    for name in ("key_records", "bundle", "state", "account_id"):
        with pytest.raises(Refused):
            sign_in(ada, server.answers(**{name: theirs[name]}))


def slot_aad(slot, account_id):
    return labelled(
        "pse1/slot", HOME, account_id, slot.slot_id, slot.type, slot.g, slot.profile, slot.salt
    )


def test_5_and_6_what_opens_the_door_at_the_server_opens_no_box(ada):
    person, payload = ada.person, ada.sign_up_payload()
    boxes = [*(slot.box for slot in ada.slots), person.bundle.box, person.state.box]
    boxes += [part.box for part in person.state.parts]
    contexts = [slot_aad(slot, person.account_id) for slot in ada.slots]
    contexts += [labelled("pse1/bundle", HOME, person.account_id, 0, 1)]
    contexts += [labelled("pse1/state", person.account_id, 0, 1, bytes(32))]
    contexts += [labelled("pse1/state-part", person.account_id, 0, n, 1) for n in (1, 2, 3, 4)]
    for lock in ada.locks:
        for box in boxes:
            for aad in contexts:
                with pytest.raises(NotOpened):
                    open_sealed(lock.auth, aad, box)
    assert set(payload["auth"]) == {"words", "spare"}


def test_5_the_spare_codes_auth_is_not_the_words_auth(ada):
    words, spare = ada.locks
    assert len({words.auth, words.kek, spare.auth, spare.kek}) == 4


def test_6_nothing_secret_leaves_ada_when_she_signs_up(ada):
    sent = json.dumps(ada.sign_up_payload())
    person = ada.person
    secrets = [lock.kek for lock in ada.locks]
    secrets += [person.root_key, person.secrets.ik, *person.secrets.ek.values(), ada.spare]
    secrets += person.secrets.vk.values()
    for secret in secrets:
        assert to_text(secret) not in sent
        assert secret.hex() not in sent
    for told in (*ada.words.split(), ada.spare_code):
        assert told not in sent


def test_a_slots_hash_names_its_box(ada):
    one, two = ada.slots
    assert slot_hash_of(one) != slot_hash_of(replace(one, box=two.box))
    assert slot_json(one)["box"] != slot_json(two)["box"]


def test_3_keys_that_are_not_in_adas_bundle_are_not_taken_for_hers():
    ben = newcomer("ben")
    same_ik = next_key_record(
        ben.person.record,
        ik_seed=ben.person.ik_seed,
        ik=ben.person.record.ik,
        ek=second().ek,
        prev_ik_seed=ben.person.ik_seed,
        day=DAY,
    )
    for later in (second(), same_ik):
        records = [key_record_json(record) for record in (ben.person.record, later)]
        with pytest.raises(BadRecord, match="not this person's"):
            sign_in(ben, server_of(ben).answers(key_records=records))


def test_3_an_older_bundle_is_noticed_by_what_state_remembers(ada, server):
    person = ada.person
    older = seal_bundle(
        person.root_key,
        person.secrets,
        home=HOME,
        account_id=person.account_id,
        g=0,
        ver=0,
    )
    with pytest.raises(BadRecord, match="older bundle"):
        sign_in(ada, server.answers(bundle=bundle_json(older)))


def test_2_state_that_remembers_another_home_stops_ada(ada, server):
    person = ada.person
    moved = {**person.values, TRUST: trust_json(replace(person.trust, home=OTHER_HOME))}
    state = seal_state(person.root_key, moved, account_id=person.account_id, g=0)
    with pytest.raises(BadRecord, match="another programme"):
        sign_in(ada, server.answers(state=state_json(state)))
