"""Attack 20: pieces reordered, cut, added or swapped, and one thing dressed up as another."""

import pytest

from pse.body import Att
from pse.file import (
    OTHER,
    PICTURE,
    PIECE,
    SEALED_PIECE,
    VOICE_WEBM,
    Papers,
    cipher_hash,
    open_file,
    seal_file,
)
from pse.refusal import NotOpened, Refused
from pse.said import Said
from pse.talking import write_line_with_file
from pse.vectors.change import flip
from pse.vectors.scene import NOON
from pse.vectors.transcripts import story

FILE_ID, OTHER_ID = b"a line with file", b"another one here"
LETTER = bytes(range(256)) * 768


@pytest.fixture(scope="module")
def letter():
    return seal_file(FILE_ID, LETTER, type=OTHER, name="letter.txt")


def orders():
    """Every way to hand out four pieces that is not the one they were sealed in."""
    return {
        "swapped": [1, 0, 2, 3],
        "the last one cut off": [0, 1, 2],
        "only the first": [0],
        "nothing": [],
        "one twice": [0, 1, 1, 3],
        "one appended": [0, 1, 2, 3, 3],
        "the end first": [3, 0, 1, 2],
    }


@pytest.mark.parametrize("name", orders())
@pytest.mark.parametrize("signed", [False, True], ids=["by the house", "by the writer too"])
def test_20_pieces_in_any_other_order_open_nothing(letter, name, signed):
    papers, pieces = letter
    brought = [pieces[i] for i in orders()[name]]
    if signed:
        cipher = cipher_hash(FILE_ID, papers.header, brought)
        fields = {field: getattr(papers, field) for field in Papers.__slots__}
        papers = Papers(**{**fields, "cipher": cipher, "pieces": len(brought)})
    with pytest.raises(NotOpened):
        open_file(FILE_ID, papers, brought)


@pytest.mark.parametrize("i", range(4))
@pytest.mark.parametrize("at", [0, 9, PIECE, SEALED_PIECE - 1])
def test_20_one_changed_bit_anywhere_opens_nothing(letter, i, at):
    papers, pieces = letter
    with pytest.raises(NotOpened):
        open_file(FILE_ID, papers, [*pieces[:i], flip(pieces[i], at), *pieces[i + 1 :]])


def test_20_a_file_of_another_line_opens_nothing(letter):
    papers, pieces = letter
    other, foreign = seal_file(OTHER_ID, LETTER, type=OTHER, name="letter.txt")
    for msg_id, told, brought in (
        (OTHER_ID, papers, pieces),
        (FILE_ID, papers, foreign),
        (FILE_ID, other, foreign),
        (FILE_ID, papers, [*pieces[:3], foreign[3]]),
    ):
        with pytest.raises(NotOpened):
            open_file(msg_id, told, brought)
    assert open_file(FILE_ID, papers, pieces) == LETTER


@pytest.mark.parametrize(
    "content", [b"<html>", b"<svg/>", b"GIF89a", b"%PDF-1.7", b"PK\x03\x04"]
)
@pytest.mark.parametrize(("type", "secs"), [(PICTURE, 0), (VOICE_WEBM, 5)])
def test_20_nothing_is_dressed_up_as_a_picture_or_a_voice(content, type, secs):
    with pytest.raises(Refused):
        seal_file(FILE_ID, content, type=type, secs=secs)
    papers, pieces = seal_file(FILE_ID, content, type=OTHER, name="a")
    fields = {field: getattr(papers, field) for field in Papers.__slots__}
    lying = Papers(**{**fields, "type": type, "name": "", "secs": secs})
    with pytest.raises(Refused):
        open_file(FILE_ID, lying, pieces)


def test_ben_reads_what_goes_with_adas_line_and_opens_exactly_that(letter):
    scene = story.__wrapped__()[0]
    ada = scene.room(scene.ada).read(scene.ledger)
    papers, pieces = letter
    send = write_line_with_file(
        ada.person, ada.conversation, FILE_ID, papers, "A letter", ts=NOON
    )
    scene.ledger.store(send)
    reading = scene.room(scene.ben).conversation
    answer = scene.ledger.follow(scene.ben.account_id)
    line = [line for frame in answer for line in reading.take(frame)][-1]

    assert isinstance(line.body, Att)
    assert (send.entry.msg_id, line.body.b) == (FILE_ID, "A letter")
    assert open_file(FILE_ID, line.body.file, pieces) == LETTER
    said = Said()
    said.take(line.n, ada.person.account_id, FILE_ID, line.body)
    assert [wording.words for wording in said.wordings()] == [["A letter"]]
