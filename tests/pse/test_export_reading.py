"""A copy tells a talk as it stands: newest words, signs, answers, and what was taken back."""

import pytest

from pse.base64url import to_text
from pse.chain import h_box
from pse.entry import Target, open_entry
from pse.export import open_export
from pse.export_check import check
from pse.export_documents import document_json
from pse.export_reading import notebook_text, talk_page, talk_text
from pse.export_saying import plain_words
from pse.kept_line import write_kept
from pse.mend import Mend
from pse.notebook_page import Page, write_page
from pse.refusal import Refused
from pse.state import Saved
from pse.talking import change_line, react, take_back, write_line
from pse.unsaid import Unsaid, write_unsaid
from pse.vectors.scene import DAY, NOON
from tests.pse.taken import (
    LIST,
    WORDS_OF_IT,
    files_of,
    frames_of,
    papers_of,
    stretch_once,
    talked,
    written,
)

BROUGHT, KEPT, PAGE, UNSAID = 3, 2, 1, 5
OF, SAVED = bytes(16), Saved(1, 0, bytes(8))


class House:
    """Ada's and Ben's rooms over one ledger; each line is read by both at once."""

    def __init__(self):
        self.scene, _ = talked()
        self.rooms = {
            person.account_id: self.scene.room(person, log=LIST).read(self.scene.ledger)
            for person in (self.scene.ada, self.scene.ben)
        }

    def says(self, person, write, *about, **named):
        """Store what one of them writes; give the entry."""
        room = self.rooms[person.account_id]
        sent = write(person, room.conversation, *about, **named)
        self.scene.ledger.store(sent)
        for reader in self.rooms.values():
            reader.take(self.scene.ledger)
        return sent.entry

    @property
    def ada_reads(self):
        return self.rooms[self.scene.ada.account_id].conversation


@pytest.fixture(scope="module")
def history():
    """Papers, frames, and a line of Ben's that Ada kept."""
    house = House()
    ada, ben = house.scene.ada, house.scene.ben
    first = house.says(ada, write_line, "the first words", ts=NOON + 20)
    house.says(ada, change_line, first.msg_id, "the last words", ts=NOON + 21)
    house.says(ben, react, first.msg_id, 3, ts=NOON + 22)
    house.says(ben, change_line, first.msg_id, "words of a stranger", ts=NOON + 23)
    kept = house.says(ben, write_line, f"I will call you. {'So. ' * 30}", ts=NOON + 24)
    house.says(ada, write_line, "thank you", ts=NOON + 25, re=kept.msg_id)
    slip = house.says(ben, write_line, "a slip of the tongue", ts=NOON + 26)
    at = house.ada_reads.walk.n
    house.says(ada, write_line, "what?", ts=NOON + 27, re=slip.msg_id)
    house.says(ben, take_back, [Target(at, slip.msg_id, h_box(slip.box))])
    newest = house.ada_reads.headers.newest
    opened = open_entry(kept, epoch_key=newest.epoch_key, ik=ben.record.ik)
    proof = write_kept(at - 2, "Ben", kept, opened, ik=ben.record.ik)
    return papers_of(house.scene, house.ada_reads), frames_of(house.scene), proof


@pytest.fixture(scope="module", autouse=True)
def quickly():
    with pytest.MonkeyPatch.context() as patched:
        stretch_once(patched)
        yield


@pytest.fixture
def opened(history, tmp_path):
    """Check an export of that history with these documents in it."""

    def open_it(*documents):
        papers = history[0] | {"documents": list(documents)}
        files = files_of(papers, history[1])
        return check(open_export(written(tmp_path / "notes.zip", files), WORDS_OF_IT))

    return open_it


def test_a_copy_says_the_newest_words_and_what_was_said_before(opened):
    text = talk_text(opened().talks[0])

    assert "UTC\nthe last words\n(changed, before: the first words)\n(Ben: Heart)\n\n" in text
    assert "newer version" not in text
    assert "stranger" not in text


def test_a_copy_is_read_as_of_the_day_it_was_taken(history, opened):
    assert [talk.day for talk in opened().talks] == [history[0]["day"]]


def test_an_answer_stands_with_the_beginning_of_what_it_answers(opened):
    text = talk_text(opened().talks[0])

    beginning = f"I will call you. {'So. ' * 30}"[:60]
    assert f"\n(answers: {beginning}…)\nthank you\n\n" in text


def test_what_was_taken_back_is_said_without_its_words(opened):
    [talk] = opened().talks
    for copy in (talk_text(talk), talk_page(talk)):
        assert "slip of the tongue" not in copy
        assert copy.count("(took this line back)") == 1
        assert copy.count("(answers a line that is not there any more)") == 1
    assert "Ben\n(took this line back)\n\n" in talk_text(talk)


def test_pages_and_kept_lines_are_read_with_their_proof(history, opened):
    page = write_page(Page("<b>Sunday</b>", "I saw a heron.", DAY))
    checked = opened(
        document_json(PAGE, page),
        document_json(KEPT, history[2]),
        document_json(BROUGHT, history[2]),
    )

    text = notebook_text(checked)
    assert "<b>Sunday</b>\n2025-11-08\nI saw a heron.\n" in text
    theirs = "(the proof holds: signed with a key of theirs that is in this file"
    assert f"So. \n{theirs})\n" in text
    assert f"So. \n{theirs}; it was brought along from elsewhere)\n" in text


def test_what_is_kept_for_oneself_is_read_under_its_own_heading(opened):
    kept = Unsaid(1, "Ben", "See you at 5.", "I waited for <b>an hour</b>.", DAY)

    text = notebook_text(opened(document_json(UNSAID, write_unsaid(kept))))

    assert "What did not sit right, kept for myself\n" in text
    assert "Ben, 2025-11-08\n(about the line: See you at 5.)\nI waited" in text
    assert "What did not sit right" not in notebook_text(opened())


@pytest.mark.parametrize("content", [b"{}", b'{"b":"x","day":1,"title":""}', b""])
def test_kept_for_oneself_is_refused_where_it_is_something_else(opened, content):
    with pytest.raises(Refused):
        opened(document_json(UNSAID, content))


@pytest.mark.parametrize(
    "step",
    [
        (Mend(1, OF, "You were late.", SAVED, 5, about=4), "(said that something did not"),
        (Mend(2, OF, "I am sorry.", SAVED, 5), "(replied to what did not sit right)"),
        (Mend(3, OF, "", SAVED, 5, how=1), "(closed it: it is mended)"),
        (Mend(3, OF, "", SAVED, 5, how=2), "(closed it: it is not mended)"),
        (Mend(3, OF, "", SAVED, 5, how=3), "(closed it: it no longer matters)"),
    ],
)
def test_each_step_of_mending_is_read_with_its_words(step):
    body, said = step

    assert plain_words(body).startswith(said)
    assert body.b in plain_words(body)


@pytest.mark.parametrize(
    "content",
    [
        b'{"b": "x","day":1,"title":""}',
        b'{"b":"x","day":1,"title":"","z":1}',
        b'{"b":"x","day":1,"title":"%s"}' % (b"t" * 81),
        b'{"b":"x","title":""}',
        b"[]",
        b"",
        b"<script>",
    ],
)
def test_a_page_that_is_not_its_strict_json_is_refused(opened, content):
    with pytest.raises(Refused):
        opened(document_json(PAGE, content))


@pytest.mark.parametrize("place", [b"I will ", b'"conv":"', b'"fk":"', b'"ik":"', b'"sig":"'])
def test_a_kept_line_whose_proof_does_not_hold_is_refused(history, opened, place):
    raw = history[2]
    at = raw.index(place) + len(place)
    other = b"B" if raw[at : at + 1] == b"A" else b"A"
    with pytest.raises(Refused):
        opened(document_json(KEPT, raw[:at] + other + raw[at + 1 :]))


def test_more_than_anybody_can_have_other_kinds_and_rows_are_refused(opened):
    page = document_json(PAGE, write_page(Page("", "x", DAY)))
    assert len(opened(*[page] * 300).documents.pages) == 300
    for rows in (
        [page] * 301,
        [page] * 10_000,
        [{**page, "kind": 4}],
        [{**page, "more": 1}],
        [{"kind": 1}],
        ["page"],
        [document_json(PAGE, write_page(Page("", "x" * 65_000, DAY)))],
        [{**page, "content": to_text(b"x") + "="}],
    ):
        with pytest.raises(Refused):
            opened(*rows)
