"""Attack 13 and P1: all readers hold one key, and who left does not make the next."""

from dataclasses import replace

import pytest

from pse import frames
from pse.epoch import context_of, eh_hash_of, epoch_bytes, open_epoch, wraps_hash_of
from pse.epoch_rules import check_wraps
from pse.pae import h
from pse.refusal import BadHeader, Left, NotOpened, Trouble
from pse.signing import sign
from pse.talking import leave, turn, write_line
from pse.vectors.scene import DAY, NOON, asked, newcomer
from pse.wrapping import wrap
from tests.attacks.hostile import forged


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


def signed_again(by, posted, **change):
    """Any fields changed, signed again by somebody; the wraps stay."""
    header = replace(posted.header, **change)
    return replace(posted, header=header, eh_sig=sign(by.ik_seed, epoch_bytes(header)))


def test_13_an_author_cannot_give_ada_and_ben_two_keys_under_one_header(scene, honest):
    ada, ben = scene.ada, scene.ben
    split = forged(honest.header, by=ben, records=scene.records, epoch_key=b"2" * 32)
    wraps = {**honest.wraps, ada.account_id: split.wraps[ada.account_id]}
    header = replace(honest.header, wraps_hash=wraps_hash_of(wraps))
    check_wraps(header, wraps)
    mine = header.member(ada.account_id)
    with pytest.raises(NotOpened, match=r"another (key|header)"):
        open_epoch(header, wraps[ada.account_id], member=mine, ek_seed=ada.secrets.ek[0])


def test_13_a_split_key_made_with_the_right_context_is_refused_too(scene, honest):
    """The author seals the other key to the very context of the header it posts."""
    ada, header = scene.ada, honest.header
    mine = header.member(ada.account_id)
    context = h("pse1/wrap", "epoch", ada.account_id, mine.kr_hash, context_of(header))
    wrapped = wrap(ada.record.ek, context + b"another key, of the same length!")
    with pytest.raises(NotOpened, match="another key"):
        open_epoch(header, wrapped, member=mine, ek_seed=ada.secrets.ek[0])


def test_13_ada_may_turn_to_a_new_key_after_a_bad_wrap(scene, room, honest):
    bad = replace(honest, wraps={**honest.wraps, scene.ada.account_id: b"w" * 112})
    take(room, bad)
    assert room.conversation.bad_wraps == [1]
    with pytest.raises(Trouble):
        write_line(scene.ada, room.conversation, "no key for this", ts=NOON)
    posted = turn(scene.ada, room.conversation, records=scene.records, day=DAY + 30, reason=6)
    take(room, posted, n=4)
    assert room.conversation.headers.newest.epoch_key is not None


def test_13_wraps_that_are_not_the_headers_are_refused_by_who_sees_them_all(honest):
    for account_id in honest.wraps:
        with pytest.raises(BadHeader):
            check_wraps(honest.header, {**honest.wraps, account_id: b"w" * 112})


def test_p1_who_left_cannot_mint_the_next_key(scene, room, honest):
    """Ben leaves, then posts a header with himself in it, and one without."""
    bens = scene.room(scene.ben).read(scene.ledger)
    held = write_line(scene.ben, bens.conversation, "still here", ts=NOON)
    scene.ledger.store(leave(scene.ben, bens.conversation, day=DAY))
    bens.take(scene.ledger)
    room.take(scene.ledger)
    only_ada = tuple(
        one for one in honest.header.members if one.account_id != scene.ben.account_id
    )
    place = {"closed_n": 3, "closed_h": room.conversation.walk.h}
    for change in ({"reason": 2}, {"reason": 4}, {"reason": 4, "members": only_ada}):
        posted = signed_again(scene.ben, honest, **place, **change)
        fresh = scene.room(scene.ada).read(scene.ledger)
        with pytest.raises(Left):
            write_line(scene.ada, fresh.conversation, "to whom?", ts=NOON)
        with pytest.raises(Trouble):
            take(fresh, posted, n=4)
        later = replace(held.entry, eh_hash=eh_hash_of(posted.header), epoch=1)
        with pytest.raises(Trouble):
            fresh.conversation.take(frames.Stored(5, later))


def test_p1_nobody_who_is_not_in_an_epoch_signs_it(scene, room, honest, finn):
    posted = signed_again(finn, honest, author_id=finn.account_id, owner_id=finn.account_id)
    with pytest.raises(Trouble):
        take(room, posted)
