"""P2 and P8: nothing is hidden as forgotten, and nobody's memory is rolled back unnoticed."""

from dataclasses import replace

import pytest

from pse import frames
from pse.chain import h_aad, h_box
from pse.entry import aad_of
from pse.refusal import RolledBack, Trouble
from pse.remembered import Mark, merge_marks
from pse.state import Saved, check_not_rolled_back
from pse.talking import leave
from pse.vectors.scene import DAY, asked, newcomer
from pse.vectors.transcripts import story
from tests.attacks.hostile import told


@pytest.fixture
def scene():
    return story()[0]


@pytest.fixture
def fresh(scene):
    """Opens the conversation anew, as on a shared computer."""
    return lambda **pin: scene.room(scene.ada, today=DAY + 61, **pin).conversation


def gone(stored):
    entry = stored.entry
    carried = entry.box[8:] if entry.kind == 4 else entry.box
    hashes = h_aad(aad_of(entry)), h_box(carried)
    return frames.Gone(entry.conv, stored.n, entry.kind, entry.sender, entry.sseq, *hashes)


def with_gone(ledger, reader, n):
    return [
        gone(frame) if isinstance(frame, frames.Stored) and frame.n == n else frame
        for frame in ledger.follow(reader)
    ]


@pytest.mark.parametrize("n", [2, 3, 4])
def test_p2_the_server_cannot_hide_a_line_as_forgotten_before_its_time(scene, fresh, n):
    with pytest.raises(Trouble, match="lost or held back"):
        told(fresh(), with_gone(scene.ledger, scene.ada.account_id, n))


def test_p2_a_forgotten_line_keeps_its_kind():
    """Told as another kind, its chain is another one."""
    scene = asked(chance_name="kinds", retention=1)
    answer = with_gone(scene.ledger, scene.ada.account_id, 2)
    late = scene.room(scene.ada, today=DAY + 63).conversation
    assert [line.body for line in told(late, answer)] == [None]
    lied = [replace(f, kind=3) if isinstance(f, frames.Gone) else f for f in answer]
    with pytest.raises(Trouble):
        told(scene.room(scene.ada, today=DAY + 63).conversation, lied)


def test_p2_what_is_kept_for_good_is_never_said_to_be_forgotten():
    scene = asked(chance_name="kept", retention=0)
    answer = with_gone(scene.ledger, scene.ada.account_id, 2)
    with pytest.raises(Trouble, match="lost or held back"):
        told(scene.room(scene.ada, today=DAY + 10_000).conversation, answer)


def test_p2_a_leave_is_never_hidden():
    scene = asked(chance_name="left", retention=1)
    ben = scene.room(scene.ben).read(scene.ledger)
    scene.ledger.store(leave(scene.ben, ben.conversation, day=DAY))
    answer = with_gone(scene.ledger, scene.ada.account_id, 3)
    with pytest.raises(Trouble, match="lost or held back"):
        told(scene.room(scene.ada, today=DAY + 10_000).conversation, answer)


def test_p8_state_rolled_back_alone_is_noticed_by_ones_own_lines():
    ada = newcomer("ada").person
    known = [Saved(ada.saved.ctr + 1, 0, b"newer...")]
    with pytest.raises(RolledBack, match="newer"):
        check_not_rolled_back(ada.state, known)
    with pytest.raises(RolledBack, match="another state"):
        check_not_rolled_back(ada.state, [replace(ada.saved, hash=b"forked!!")])
    check_not_rolled_back(ada.state, [ada.saved])


def test_p8_two_devices_do_not_hide_a_fork_by_taking_the_larger_number(scene):
    """The nearer mark has to lie on the farther one's chain, read and checked."""
    ledger = scene.ledger
    near = Mark(ledger.conv, (2, 1), b"e" * 32, 0, ledger.hashes[4], 4)
    far = Mark(ledger.conv, (2, 1), b"e" * 32, 0, ledger.hashes[9], 9)
    forked = replace(near, h=bytes(32))

    def lies_on(nearer, farther):
        return ledger.hashes[nearer.n] == nearer.h and ledger.hashes[farther.n] == farther.h

    assert merge_marks([near], [far], is_on_chain=lies_on) == [far]
    for here, there in (([forked], [far]), ([far], [forked])):
        with pytest.raises(RolledBack, match="two different"):
            merge_marks(here, there, is_on_chain=lies_on)
    same_n = replace(near, h=bytes(32))
    with pytest.raises(RolledBack):
        merge_marks([near], [same_n], is_on_chain=lies_on)
