"""One changed bit on the way to Ben: the talk stops, or one line could not be opened."""

from typing import Any

from pse import frames, wire
from pse.conversation import Conversation
from pse.epoch import epoch_bytes
from pse.refusal import Refused, Trouble
from pse.signing import verify
from pse.vectors.scene import Scene, asked
from tests.pse.bits import assert_all_refused, every_bit


def _reader(scene: Scene) -> Conversation:
    return scene.room(scene.ben).conversation


def _fed(scene: Scene, answer: list[frames.FromRelay]) -> list[Any]:
    conversation = _reader(scene)
    return [line for frame in answer for line in conversation.take(frame)]


def test_a_header_as_it_travels():
    scene = asked(chance_name="bits")
    answer = scene.ledger.follow(scene.ben.account_id)
    good = _fed(scene, answer)
    raw = wire.encode(answer[0])
    wrap_starts = len(raw) - 112
    for place, changed in enumerate(every_bit(raw)):
        lines = _fed_changed(scene, answer, 0, changed)
        if place < 8 * wrap_starts:
            assert lines is None, f"bit {place} was not noticed"
        else:
            assert lines is not None, "a bad wrap stops nothing by itself"
            assert [line.body for line in lines] == [None]
            assert good[0].body is not None


def test_the_bytes_of_a_header_are_signed_whole():
    scene = asked(chance_name="bits")
    header, sig = scene.begun.frame.header, scene.begun.frame.eh_sig
    assert_all_refused(epoch_bytes(header), lambda raw: verify(scene.ada.record.ik, raw, sig))


def test_an_entry_as_it_travels():
    scene = asked(chance_name="bits")
    answer = scene.ledger.follow(scene.ben.account_id)
    raw = wire.encode(answer[2])
    for place, changed in enumerate(every_bit(raw)):
        lines = _fed_changed(scene, answer, 2, changed)
        assert lines is None or lines[0].body is None, f"bit {place} was not noticed"


def _fed_changed(
    scene: Scene, answer: list[frames.FromRelay], place: int, raw: bytes
) -> list[Any] | None:
    """What a reader shows up to the changed frame and a little after; None where it stops."""
    try:
        changed: Any = wire.decode(raw)
    except Refused:
        return None
    try:
        return _fed(scene, [*answer[:place], changed, *answer[place + 1 : -1]])
    except Trouble:
        return None
