"""Pictures, voice notes and files go along with their talk, as their lines name them."""

import json

import pytest

from pse.export import open_export
from pse.export_check import check
from pse.export_reading import talk_page, talk_text, write_readable
from pse.file import OTHER, PICTURE, SEALED_PIECE, VOICE_WEBM, seal_file
from pse.refusal import BadExport, NotOpened
from pse.talking import write_line_with_file
from pse.vectors.scene import NOON
from tests.pse.taken import WORDS_OF_IT, files_of, frames_of, papers_of, talked, written

PHOTO = b"\xff\xd8\xff" + b"a picture. " * 9_000
VOICE = b"\x1a\x45\xdf\xa3" + b"a voice"
LETTER = b"<script>a letter</script>"
SENT = [
    (b"a picture's line", PHOTO, {"type": PICTURE}, "the river"),
    (b"a voice's line..", VOICE, {"type": VOICE_WEBM, "secs": 3}, ""),
    (b"a letter's line.", LETTER, {"type": OTHER, "name": "a:b.. <i>.html"}, ""),
]


@pytest.fixture(scope="module")
def taken():
    """Ada's papers and frames, and the sealed files by their name in the zip."""
    scene, conversation = talked()
    sealed = {}
    for msg_id, content, about, words in SENT:
        papers, pieces = seal_file(msg_id, content, **about)
        sent = write_line_with_file(
            scene.ada, conversation, msg_id, papers, words, ts=NOON + 90
        )
        scene.ledger.store(sent)
        conversation = scene.room(scene.ada).read(scene.ledger).conversation
        sealed[f"talks/1-{conversation.walk.n}.sealed"] = b"".join(pieces)
    return papers_of(scene, conversation), frames_of(scene), sealed


@pytest.fixture
def opened(taken, tmp_path):
    """Check an export of that talk with these sealed files beside it."""

    def open_it(sealed):
        files = files_of(*taken[:2], more=sealed)
        return check(open_export(written(tmp_path / "notes.zip", files), WORDS_OF_IT))

    return open_it


def test_each_file_lies_beside_its_talk_as_it_was_sent(taken, opened, tmp_path):
    checked = opened(taken[2])
    write_readable(checked, tmp_path / "open")

    folder = tmp_path / "open" / "talk-1"
    lying = sorted(folder.iterdir(), key=lambda path: path.stat().st_size, reverse=True)
    first, *_ = numbers = list(checked.talks[0].files)
    assert [path.read_bytes() for path in lying] == [PHOTO, LETTER, VOICE]
    assert [path.name for path in lying] == [
        f"{numbers[0]}.jpg",
        f"{numbers[2]}-a_b.. _i_.html",
        f"{numbers[1]}.webm",
    ]
    text = talk_text(checked.talks[0], "talk-1")
    assert f"Me, 2025-11-08 12:00 UTC\nthe river\n(talk-1/{first}.jpg)\n" in text


def test_a_page_links_to_a_file_and_runs_nothing_of_its_name(taken, opened):
    page = talk_page(opened(taken[2]).talks[0], "talk-1")

    assert page.count('<a href="talk-1/') == 3
    assert "_i_.html" in page
    assert "<i>" not in page
    assert "default-src 'none'" in page


def test_without_its_file_a_line_still_holds_and_says_so(taken, opened):
    [talk] = opened({}).talks

    assert talk.files == {}
    assert "the river (what came with it was not there)" in talk_text(talk)


def changed(sealed, change):
    name = next(iter(sealed))
    return {**sealed, name: change(sealed[name])}


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
        lambda raw: raw[:-SEALED_PIECE],
        lambda raw: raw + raw[:SEALED_PIECE],
        lambda raw: raw[SEALED_PIECE:] + raw[:SEALED_PIECE],
        lambda raw: b"",
    ],
    ids=["a bit", "cut", "appended", "reordered", "emptied"],
)
def test_a_file_that_is_not_what_its_signed_line_names_is_refused(taken, opened, change):
    with pytest.raises(NotOpened):
        opened(changed(taken[2], change))


def test_files_that_changed_places_are_refused(taken, opened):
    names = sorted(taken[2])
    swapped = dict(zip(names, (taken[2][name] for name in reversed(names)), strict=True))

    with pytest.raises(NotOpened):
        opened(swapped)


@pytest.mark.parametrize("name", ["talks/1-3.sealed", "talks/2-9.sealed", "more.sealed"])
def test_a_file_that_no_line_names_is_refused(taken, opened, name):
    with pytest.raises(BadExport, match="no line names"):
        opened({**taken[2], name: next(iter(taken[2].values()))})


def test_the_papers_say_nothing_of_a_file_but_its_hash(taken):
    text = json.dumps(taken[0])

    assert not [word for word in ("the river", "a:b", ".sealed") if word in text]
