"""Attacks 17, 18, 21 and P5: what a member could write."""

from dataclasses import replace

import pytest

from pse import frames
from pse.body import Text, write_body
from pse.entry import aad_of as aad
from pse.entry import frank, message_key, seal_entry, sign_leave
from pse.padding import pad
from pse.pae import labelled
from pse.refusal import Trouble
from pse.seal import seal
from pse.signing import sign
from pse.talking import write_line
from pse.vectors.encodings import BAD_JSON
from pse.vectors.scene import DAY, NOON, asked, newcomer


@pytest.fixture
def scene():
    return asked(chance_name="authors of attacks")


@pytest.fixture
def ada(scene):
    return scene.room(scene.ada).read(scene.ledger)


@pytest.fixture
def ben(scene):
    return scene.room(scene.ben).read(scene.ledger)


def key_of(room):
    return room.conversation.headers.newest.epoch_key


def store(scene, entry, *rooms):
    """Store it, and give the line each room shows."""
    scene.ledger.store(frames.Send(entry))
    return [line for room in rooms for line in room.conversation.take(scene.ledger.log[-1])]


def forged_line(writer, victim, text):
    """A line under the victim's name, sealed with the key both hold, signed by the writer."""
    draft = victim.conversation.draft(kind=3, msg_id=b"m" * 16)
    body = write_body(Text(text, writer.person.saved, NOON))
    return seal_entry(draft, body, epoch_key=key_of(writer), ik_seed=writer.person.ik_seed)


def test_17_ben_cannot_write_in_adas_name(scene, ada, ben):
    for line in store(scene, forged_line(ben, ada, "I give up."), ada, ben):
        assert line.body is None
        assert line.fault


def test_17_ada_cannot_write_in_bens_name(scene, ada, ben):
    for line in store(scene, forged_line(ada, ben, "I told your secret."), ada, ben):
        assert line.body is None
        assert line.fault


def test_17_ben_cannot_sign_adas_leave(scene, ada, ben):
    draft = ada.conversation.draft(kind=4, msg_id=b"m" * 16)
    forged = sign_leave(draft, ik_seed=scene.ben.ik_seed, day=DAY)
    [line] = store(scene, forged, ada)
    assert line.fault
    assert ada.conversation.walk.left is None


def wrong_fc(scene, ben, **change):
    """A line sealed and signed rightly, with a commitment nobody could report by."""
    draft = ben.conversation.draft(kind=3, msg_id=b"m" * 16)
    body = write_body(Text("Nobody will believe you.", scene.ben.saved, NOON))
    fk = b"f" * 32
    honest = {"fk": fk, "fc": frank(fk, draft, body), "body": body}
    given = {**honest, **change}
    framed = replace(draft, fc=given["fc"])
    sig = sign(scene.ben.ik_seed, labelled("pse1/sig", aad(framed), given["body"]))
    text = pad(given["fk"] + sig + given["body"])
    return replace(framed, box=seal(message_key(key_of(ben), b"m" * 16), aad(framed), text))


def test_18_a_line_made_this_way_is_shown_when_its_commitment_is_right(scene, ada, ben):
    [line] = store(scene, wrong_fc(scene, ben), ada)
    assert line.body.b == "Nobody will believe you."


@pytest.mark.parametrize(
    "change",
    [
        {"fc": bytes(32)},
        {"fc": b"x" * 32},
        {"fk": b"g" * 32},
        {"body": write_body(Text("Something kind.", newcomer("ben").person.saved, NOON))},
    ],
    ids=["no fc", "any fc", "another fk", "another body"],
)
def test_18_a_line_that_could_not_be_reported_is_never_shown(scene, ada, ben, change):
    [line] = store(scene, wrong_fc(scene, ben, **change), ada)
    assert line.body is None


def with_text(scene, room, text, *, suite=1):
    """Anything at all inside a well-made seal."""
    draft = replace(room.conversation.draft(kind=3, msg_id=b"m" * 16), fc=b"c" * 32)
    box = seal(message_key(key_of(room), b"m" * 16), aad(draft), text)
    return replace(draft, box=bytes([suite]) + box[1:])


@pytest.mark.parametrize("suite", [0, 2, 255])
def test_21_no_other_suite_is_opened(scene, ada, ben, suite):
    good = write_line(scene.ben, ben.conversation, "hello", ts=NOON).entry
    [line] = store(scene, replace(good, box=bytes([suite]) + good.box[1:]), ada)
    assert line.fault


SC = b'"sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"}'
ODD_BODIES = [
    b'{"b":"x",' + SC + b',"t":"text2","ts":1}',
    b'{"b":"x",' + SC + b',"t":"text","t":"text","ts":1}',
    b'{"b":"x",' + SC + b',"t":"text","ts":1} ',
    b'{"b":"x",' + SC + b',"t":"text","ts":1}\x00',
    b'{"b":"x","more":1,' + SC + b',"t":"text","ts":1}',
    b'{"b":"x",' + SC.replace(b"AAAAAAAAAAA", b"AAAAAAAAAAB") + b',"t":"text","ts":1}',
    b'{"b":"x",' + SC.replace(b"AAAAAAAAAAA", b"AAAAAAAAAAA=") + b',"t":"text","ts":1}',
    b'{"b":"x",' + SC + b',"t":"text","ts":1.0}',
    b'{"b":"x",' + SC + b',"t":"text","ts":9007199254740992}',
    b'{"b":null,' + SC + b',"t":"text","ts":1}',
    b'{"b":"\\ud800",' + SC + b',"t":"text","ts":1}',
    *[raw for _, raw in BAD_JSON if len(raw) < 100],
]


@pytest.mark.parametrize("body", ODD_BODIES, ids=lambda raw: repr(raw[:30]))
def test_21_no_odd_body_is_shown_and_the_talk_goes_on(scene, ada, ben, body):
    draft = ben.conversation.draft(kind=3, msg_id=b"m" * 16)
    odd = seal_entry(draft, body, epoch_key=key_of(ben), ik_seed=scene.ben.ik_seed)
    mine, theirs = store(scene, odd, ada, ben)
    assert mine.fault
    assert theirs.fault
    sent = write_line(scene.ben, ben.conversation, "again", ts=NOON).entry
    assert store(scene, sent, ada)[0].body.b == "again"


@pytest.mark.parametrize(
    "text", [b"", b"x" * 1_023, b"x" * 1_024, b"\x80" + bytes(4_095), pad(b"x" * 95)], ids=len
)
def test_21_no_other_size_or_padding_is_shown(scene, ada, ben, text):
    [line] = store(scene, with_text(scene, ben, text), ada)
    assert line.fault


def test_p5_one_bad_line_freezes_nobody(scene, ada, ben):
    good = write_line(scene.ben, ben.conversation, "hello", ts=NOON).entry
    mine, theirs = store(scene, replace(good, box=good.box[:-1] + b"!"), ada, ben)
    assert mine.fault == theirs.fault
    for writer, other in ((scene.ada, ada), (scene.ben, ben)):
        sent = write_line(writer, other.conversation, "on we go", ts=NOON).entry
        shown = store(scene, sent, ada, ben)
        assert [line.body.b for line in shown] == ["on we go", "on we go"]


def test_p5_after_the_servers_fault_nothing_is_shown_or_sent(scene, ada, ben):
    good = write_line(scene.ben, ben.conversation, "hello", ts=NOON).entry
    with pytest.raises(Trouble):
        ada.conversation.take(frames.Stored(3, replace(good, sseq=2)))
    with pytest.raises(Trouble):
        ada.conversation.take(frames.Stored(3, good))
    with pytest.raises(Trouble):
        write_line(scene.ada, ada.conversation, "are you there", ts=NOON)
