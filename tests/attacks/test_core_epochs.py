"""Attack 12: only Ada decides who reads."""

from dataclasses import replace

import pytest

from pse import frames
from pse.epoch import Member, epoch_bytes
from pse.key_record import kr_hash_of, next_key_record
from pse.refusal import Trouble
from pse.signing import sign, verify_key_of
from pse.talking import conversation_of, turn, write_line
from pse.vectors.scene import DAY, NOON, SENTENCES, asked, newcomer
from pse.wrapping import wrap_key_of
from tests.attacks.hostile import forged, told


@pytest.fixture
def scene():
    return asked(chance_name="epoch attacks")


@pytest.fixture
def room(scene):
    """Ada's room, with the hello read."""
    return scene.room(scene.ada).read(scene.ledger)


@pytest.fixture
def honest(scene, room):
    """The header Ben would post next."""
    bens = scene.room(scene.ben).read(scene.ledger)
    return turn(scene.ben, bens.conversation, records=scene.records, day=DAY + 30)


@pytest.fixture
def finn():
    return newcomer("finn").person


def take(room, posted, *, n=3):
    """Hand a header to a room as the newest."""
    wrap = posted.wraps.get(room.person.account_id, b"")
    head = frames.Head(posted.header.conv, n, posted.header, posted.eh_sig, wrap)
    return room.conversation.take(head)


def assert_stops(scene, room, posted, *, n=3):
    with pytest.raises(Trouble):
        take(room, posted, n=n)
    with pytest.raises(Trouble):
        write_line(room.person, room.conversation, "not sent", ts=NOON)


def test_12_an_honest_header_is_taken(scene, room, honest):
    take(room, honest)
    assert room.conversation.headers.newest.header == honest.header
    assert room.conversation.headers.newest.epoch_key is not None


def test_12_a_ghost_reader_is_refused_whoever_signs(scene, room, honest, finn):
    ghost = Member(finn.account_id, kr_hash_of(finn.record), 2)
    members = tuple(sorted((*honest.header.members, ghost), key=lambda one: one.account_id))
    records = {**scene.records, finn.account_id: finn.record}
    for by in (scene.ben, scene.ada, finn):
        posted = forged(
            honest.header, by=by, records=records, members=members, author_id=by.account_id
        )
        fresh = scene.room(scene.ada).read(scene.ledger)
        assert_stops(scene, fresh, posted)


def test_12_a_reader_exchanged_for_another_is_refused(scene, room, honest, finn):
    ada = scene.ada.account_id
    kept = honest.header.member(ada)
    swapped = Member(finn.account_id, kr_hash_of(finn.record), 2)
    members = tuple(sorted((kept, swapped), key=lambda one: one.account_id))
    records = {ada: scene.ada.record, finn.account_id: finn.record}
    posted = forged(
        honest.header, by=scene.ada, records=records, members=members, author_id=ada
    )
    assert_stops(scene, room, posted)


def test_12_the_servers_keys_under_bens_name_are_refused(scene, room, honest):
    """The server signs with its own key, under an id whose record it makes up."""
    seed = b"the server's own seed, 32 bytes!"
    theirs = next_key_record(
        scene.ben.record,
        ik_seed=seed,
        ik=verify_key_of(seed),
        ek=wrap_key_of(seed),
        prev_ik_seed=seed,
        day=DAY,
    )
    ben = scene.ben.account_id
    rows = tuple(
        replace(one, kr_hash=kr_hash_of(theirs)) if one.account_id == ben else one
        for one in honest.header.members
    )
    records = {**scene.records, ben: theirs}
    posted = forged(honest.header, by=scene.ben, records=records, members=rows, reason=5)
    assert_stops(scene, room, posted)


def test_12_rows_in_another_order_or_with_another_role_are_refused(scene, honest):
    header = honest.header
    promoted = tuple(replace(one, role=2) for one in header.members)
    swapped = tuple(replace(one, role=3 - one.role) for one in header.members)
    for members in (header.members[::-1], promoted, swapped):
        posted = signed_again(scene.ben, honest, members=members)
        assert_stops(scene, scene.room(scene.ada).read(scene.ledger), posted)


def signed_again(by, posted, **change):
    """Any fields changed, signed again by somebody; the wraps stay."""
    header = replace(posted.header, **change)
    return replace(posted, header=header, eh_sig=sign(by.ik_seed, epoch_bytes(header)))


def test_12_a_header_by_another_than_its_author_is_refused(scene, room, honest, finn):
    for by in (scene.ada, finn):
        fresh = scene.room(scene.ada).read(scene.ledger)
        assert_stops(scene, fresh, signed_again(by, honest))
    assert_stops(scene, room, signed_again(finn, honest, author_id=finn.account_id))


@pytest.mark.parametrize(
    "change",
    [
        {"epoch": 2},
        {"epoch": 0},
        {"prev_eh_hash": bytes(32)},
        {"closed_n": 1},
        {"closed_n": 7},
        {"closed_h": bytes(32)},
        {"day": DAY - 1},
        {"retention": 0},
        {"retention": 24},
        {"agreement_hash": bytes(32)},
        {"kind": 2},
        {"reason": 7},
        {"reason": 4},
        {"log_size": 1},
    ],
    ids=str,
)
def test_12_a_skipped_epoch_or_a_changed_promise_is_refused_even_if_signed(
    scene, room, honest, change
):
    posted = signed_again(scene.ben, honest, **change)
    assert_stops(scene, room, posted, n=posted.header.n)


def test_12_an_old_header_is_not_taken_again(scene, room, honest):
    begun = scene.begun.frame
    assert_stops(scene, room, frames.Header(begun.header, begun.eh_sig, begun.wraps, None))


def test_12_a_header_is_taken_once_and_only_at_its_number(scene, room, honest):
    for n in (2, 4):
        assert_stops(scene, scene.room(scene.ada).read(scene.ledger), honest, n=n)
    take(room, honest)
    assert_stops(scene, room, honest, n=4)


def test_12_another_conversation_is_not_passed_off_as_adas(scene):
    """The same two people, another beginning: its id belongs to other random bytes."""
    other = asked(chance_name="another conversation")
    mixed = conversation_of(
        scene.ada,
        conv=other.begun.conv,
        rand=scene.begun.rand,
        sentences=SENTENCES,
        people=scene.people,
        today=DAY,
    )
    with pytest.raises(Trouble, match="another owner"):
        told(mixed, other.ledger.follow(scene.ada.account_id))


def test_12_a_conversation_under_another_promise_is_refused(scene):
    mixed = conversation_of(
        scene.ada,
        conv=scene.begun.conv,
        rand=scene.begun.rand,
        sentences=SENTENCES[:1],
        people=scene.people,
        today=DAY,
    )
    with pytest.raises(Trouble, match="promise"):
        told(mixed, scene.ledger.follow(scene.ada.account_id))
