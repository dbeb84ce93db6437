"""Coming in, coming back, renewing the ways in: a person's own keys, all the way."""

from dataclasses import replace

import pytest

from pse import as_json
from pse.account import draw_username, open_slot, spare_lock, words_lock
from pse.base64url import from_text, to_text
from pse.chance import repeatable_chance
from pse.key_record import verify_key_records
from pse.person import come_back, make_person, renew_ways_in
from pse.refusal import BadRecord, BadWords, Malformed, NotOpened
from pse.remembered import Mark, Pin
from pse.spare_code import read_spare
from pse.state import open_state
from pse.vectors.scene import DAY, HOME, LOG_SEED, NAMES, newcomer
from pse.words import phrase_of, word_list


@pytest.fixture
def ada():
    """Somebody new each time: what they do stays in this test."""
    return make_person(
        NAMES["ada"], home=HOME, day=DAY, name="Ada", chance=repeatable_chance("a test")
    )


def kept_by_server(newcomer, *, slots=None, state=None):
    person = newcomer.person
    return {
        "account_id": to_text(person.account_id),
        "username": person.username,
        "key_records": [as_json.key_record_json(record) for record in person.records],
        "slots": [as_json.slot_summary(slot) for slot in slots or newcomer.slots],
        "bundle": as_json.bundle_json(person.bundle),
        "state": as_json.state_json(state or person.state),
    }


def test_ada_hands_in_exactly_what_the_server_may_have(ada):
    payload = ada.sign_up_payload()
    assert set(payload) == {
        "username",
        "account_id",
        "key_record",
        "slots",
        "auth",
        "bundle",
        "state",
    }
    assert [len(from_text(slot["box"])) for slot in payload["slots"]] == [105, 105]
    assert [slot["type"] for slot in payload["slots"]] == [1, 2]
    assert from_text(payload["slots"][1]["salt"]) == bytes(16)
    assert len(from_text(payload["bundle"]["box"])) == 1_097
    assert len(from_text(payload["state"]["box"])) == 1_097
    assert payload["state"]["ctr"] == 1
    assert [part["name"] for part in payload["state"]["parts"]] == [1, 2, 3, 4]
    record = as_json.read_key_record(payload["key_record"])
    assert verify_key_records([record]).account_id == from_text(payload["account_id"])


def test_a_specialist_who_came_by_link_says_so(ada):
    assert ada.sign_up_payload(link="token")["link"] == "token"


def test_everything_handed_in_can_be_read_back(ada):
    person = ada.person
    assert as_json.read_slot(as_json.slot_json(ada.slots[0])) == ada.slots[0]
    assert as_json.read_bundle(as_json.bundle_json(person.bundle)) == person.bundle
    assert as_json.read_state(as_json.state_json(person.state)) == person.state
    made = person.endorsed(LOG_SEED, display_name="Ada", from_day=DAY, serial=1)
    assert as_json.read_endorsement(as_json.endorsement_json(made)) == made


def test_two_people_never_get_the_same_keys():
    one, two = (make_person(NAMES["ada"], home=HOME, day=DAY) for _ in range(2))
    assert one.person.account_id != two.person.account_id
    assert one.person.root_key != two.person.root_key
    assert one.words != two.words
    assert one.spare != two.spare


def test_the_words_can_be_typed_as_people_type_and_the_card_copied_by_hand(ada):
    typed = ada.words.upper().replace(" ", " - ")
    lock = words_lock(phrase_of(typed), home=HOME, username=NAMES["ada"])
    assert lock == ada.locks[0]
    card = ada.spare_code.lower().replace("-", " ").replace("0", "o")
    assert spare_lock(read_spare(card), home=HOME, username=NAMES["ada"]) == ada.locks[1]


def test_a_word_that_is_not_on_the_list_is_told_by_its_place(ada):
    first, second, _, fourth, fifth = ada.words.split()
    with pytest.raises(BadWords) as told:
        phrase_of(f"{first} {second} xylophone {fourth} {fifth}")
    assert told.value.place == 3


@pytest.mark.parametrize("way", [0, 1])
def test_ada_comes_back_by_either_way_with_everything(ada, way):
    mark = Mark(b"c" * 16, (4, 2), b"e" * 32, 0, b"h" * 32, 7)
    pin = Pin(b"p" * 16, 0, b"k" * 32, 1, 4)
    ada.person.remember(marks=[mark], people=[pin], drafts={b"c" * 16: "Dear B"}, name="A.")
    answer = {"slot": as_json.slot_json(ada.slots[way]), "me": kept_by_server(ada)}
    back = come_back(ada.locks[way], answer, home=HOME, username=NAMES["ada"])
    assert back.secrets == ada.person.secrets
    assert back.marks == [mark]
    assert back.trust.people == (pin,)
    assert back.values[4] == {
        "drafts": [{"conv": to_text(b"c" * 16), "text": "Dear B"}],
        "name": "A.",
        "opened": 0,
        "people": [],
        "title": "",
        "visits": 0,
    }


def test_only_parts_that_changed_are_sent_again(ada):
    before = ada.person.state
    payload = ada.person.remember(marks=[Mark(b"c" * 16, (4, 2), b"e" * 32, 0, b"h" * 32, 7)])
    assert [part["name"] for part in payload["parts"]] == [1]
    assert (payload["ctr"], ada.person.state.parts[0].ver) == (2, 2)
    assert payload["prev"] != to_text(before.prev)
    assert [part.ver for part in ada.person.state.parts] == [2, 1, 1, 1]
    opened = open_state(ada.person.root_key, ada.person.state, account_id=ada.person.account_id)
    assert opened == ada.person.values


def test_after_renewing_only_the_new_ways_open(ada):
    renewed = renew_ways_in(ada.person)
    person, payload = ada.person, renewed.payload
    lock = words_lock(renewed.words, home=HOME, username=NAMES["ada"])
    slots = [as_json.read_slot(payload[way]["slot"]) for way in ("words", "spare")]
    answer = {"slot": payload["words"]["slot"], "me": kept_by_server(ada, slots=slots)}
    back = come_back(lock, answer, home=HOME, username=NAMES["ada"])
    assert back.root_key == person.root_key
    assert from_text(payload["words"]["auth"]) == lock.auth
    with pytest.raises(NotOpened):
        open_slot(slots[0], ada.locks[0], home=HOME, account_id=person.account_id, g=0)
    with pytest.raises(BadRecord):
        come_back(
            lock,
            {"slot": answer["slot"], "me": kept_by_server(ada)},
            home=HOME,
            username=NAMES["ada"],
        )


def test_an_older_bundle_is_noticed(ada):
    older = replace(ada.person.bundle, ver=0)
    me = {**kept_by_server(ada), "bundle": as_json.bundle_json(older)}
    answer = {"slot": as_json.slot_json(ada.slots[0]), "me": me}
    with pytest.raises((BadRecord, NotOpened)):
        come_back(ada.locks[0], answer, home=HOME, username=NAMES["ada"])


def test_another_persons_name_is_noticed(ada):
    me = {**kept_by_server(ada), "username": NAMES["ben"]}
    answer = {"slot": as_json.slot_json(ada.slots[0]), "me": me}
    with pytest.raises(BadRecord):
        come_back(ada.locks[0], answer, home=HOME, username=NAMES["ada"])


def test_a_suggested_name_has_two_words_and_four_digits():
    name = draw_username(["otter", "river"], chance=repeatable_chance("names"))
    assert name.count("-") == 2
    with pytest.raises(Malformed):
        draw_username(["Otter"], chance=repeatable_chance("names"))


def test_the_words_are_drawn_from_the_whole_list():
    seen = {word for _ in range(40) for word in newcomer("ada").words.split()}
    assert seen <= set(word_list())


def test_the_file_for_the_roster_keeper_names_the_person_and_their_keys(ada):
    request = ada.person.endorsement_request("Ada L.")
    assert request["kind"] == "alongside-endorsement-request"
    assert (request["version"], request["role"], request["display_name"]) == (1, 2, "Ada L.")
    assert as_json.read_key_record(request["key_record"]) == ada.person.record
