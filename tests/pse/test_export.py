"""What somebody took along opens without the house, and tells whoever changed it."""

import copy
import io
import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pse import open_export as program
from pse.base64url import from_text, to_text
from pse.export import open_export, read_cover
from pse.export_check import check
from pse.export_reading import talk_page, talk_text, write_readable
from pse.frames import Head
from pse.note import sign_checkpoint
from pse.refusal import BadExport, NotOpened, Refused
from pse.vectors.scene import DAY, HOME, LOG_SEED
from pse.wire import decode, encode
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

PROJECT = Path(__file__).resolve().parents[2]
OPENER = PROJECT / "var" / "public" / "app" / "protocol" / "pse_open.txt"


@pytest.fixture(scope="module")
def taken():
    scene, conversation = talked()
    return papers_of(scene, conversation), frames_of(scene)


@pytest.fixture(scope="module")
def files(taken):
    return files_of(*taken)


@pytest.fixture
def opened(tmp_path):
    """Open an export that is made of these files, and check it."""

    def open_it(files):
        return check(open_export(written(tmp_path / "notes.zip", files), WORDS_OF_IT))

    return open_it


@pytest.fixture
def quickly(monkeypatch):
    stretch_once(monkeypatch)


def test_everything_ada_wrote_and_read_is_there(files, opened):
    [talk] = opened(files).talks

    assert [line.body.b for line in talk.lines] == [
        "Hello Ben. Nights are long.",
        *[f"line {number} <i>" for number in (0, 1, 2, 4, 5)],
    ]
    assert (talk.name, talk.has_both, talk.stopped) == ("Ben", True, None)


def test_the_copies_can_be_read_and_run_nothing(files, opened, tmp_path):
    checked = opened(files)
    names = {path.name for path in write_readable(checked, tmp_path / "open")}

    assert names == {"notes.txt", "notebook.txt", "talk-1.txt", "talk-1.html"}
    assert "Me, 2025-11-08 12:00 UTC\nHello Ben." in talk_text(checked.talks[0])
    page = talk_page(checked.talks[0])
    assert "line 0 &lt;i&gt;" in page
    assert "default-src 'none'" in page
    assert "<i>" not in page
    notes = (tmp_path / "open" / "notes.txt").read_text()
    assert "B.\nlikes rivers" in notes
    assert "begun" in notes


def test_other_words_open_nothing(files, tmp_path):
    with pytest.raises(NotOpened):
        open_export(written(tmp_path / "notes.zip", files), "about about acorn acorn above")


@pytest.mark.parametrize("at", [0, 0.3, 0.6, 0.999])
def test_each_file_that_was_changed_is_refused(files, opened, quickly, at):
    for name, content in files.items():
        place = int(at * len(content))
        other = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        with pytest.raises(Refused):
            opened(files | {name: other})


def test_each_file_that_is_missing_or_empty_is_refused(files, opened, quickly):
    for name in files:
        with pytest.raises(Refused):
            opened({kept: files[kept] for kept in files if kept != name})
        with pytest.raises(Refused):
            opened(files | {name: b""})


def test_a_file_that_was_put_in_later_is_refused(files, opened):
    with pytest.raises(BadExport, match=r"surprise\.html is not as it was taken along"):
        opened(files | {"surprise.html": b"<script>"})


def test_two_files_of_one_name_and_packed_ones_are_refused(files, tmp_path):
    twice = written(tmp_path / "twice.zip", files)
    with zipfile.ZipFile(twice, "a") as more, pytest.warns(UserWarning, match="Duplicate"):
        more.writestr("READ-ME.txt", b"another")
    packed = written(tmp_path / "packed.zip", files, how=zipfile.ZIP_DEFLATED)

    for path in (twice, packed):
        with pytest.raises(BadExport, match="not packed as a room packs it"):
            open_export(path, WORDS_OF_IT)


def test_what_is_no_export_at_all_is_refused(tmp_path):
    path = tmp_path / "notes.zip"
    for content in (b"", b"PK", b"not a zip at all" * 9):
        path.write_bytes(content)
        with pytest.raises(BadExport):
            open_export(path, WORDS_OF_IT)
    with pytest.raises(Refused):
        open_export(tmp_path / "nothing.zip", WORDS_OF_IT)


@pytest.mark.parametrize(
    ("name", "value"), [("version", 2), ("profile", 0), ("format", "other"), ("more", 1)]
)
def test_another_version_or_lock_is_refused_before_anything_is_stretched(files, name, value):
    cover = json.loads(files["manifest.json"])
    raw = json.dumps({**cover, name: value}, sort_keys=True, separators=(",", ":")).encode()

    with pytest.raises(Refused):
        read_cover(raw)


def spoiled(value):
    """The same value with one bit changed."""
    if isinstance(value, int):
        return value + 1
    raw = from_text(value)
    return to_text(bytes([raw[0] ^ 1]) + raw[1:])


# What somebody with file and words could change; signatures and chain still tell.
PLACES = [
    ("key_records", 0, "sig"),
    ("key_records", 0, "ik"),
    ("account_id",),
    ("roster",),
    ("relationships", 0, "client_sig"),
    ("relationships", 0, "client_day"),
    ("relationships", 0, "specialist_sig"),
    ("relationships", 0, "specialist_day"),
    ("relationships", 0, "other", "account_id"),
    ("relationships", 0, "other", "key_records", 0, "sig"),
    ("relationships", 0, "other", "endorsement", "sig"),
    ("relationships", 0, "other", "endorsement", "to_day"),
    ("relationships", 0, "conversations", 0, "rand"),
    ("relationships", 0, "conversations", 0, "conv"),
    ("talks", 0, "n"),
    ("talks", 0, "h"),
    ("home",),
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_whoever_has_file_and_words_cannot_forge_what_was_signed(taken, opened, place):
    papers, packed = copy.deepcopy(taken[0]), taken[1]
    *way, last = place
    where = papers
    for step in way:
        where = where[step]
    where[last] = spoiled(where[last])

    with pytest.raises(Refused):
        opened(files_of(papers, packed))


def test_a_talk_whose_headers_name_the_list_of_who_is_who_opens_without_the_list(taken, opened):
    checked = opened(files_of(*taken))

    seen = [decode(raw).header.log_size for raw in taken[1] if isinstance(decode(raw), Head)]
    assert seen == [3, 7]
    assert checked.log == LIST.at()
    assert checked.talks[0].stopped is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("log_size", 4), ("log_root", bytes(32)), ("day", DAY + 1), ("kc", bytes(32))],
)
def test_what_a_header_says_cannot_be_changed_though_the_list_is_not_there(
    taken, opened, name, value
):
    papers, packed = taken
    place, head = next(
        (place, frame)
        for place, frame in enumerate(map(decode, packed))
        if isinstance(frame, Head) and frame.header.epoch == 0
    )
    other = encode(replace(head, header=replace(head.header, **{name: value})))

    with pytest.raises(Refused):
        opened(files_of(papers, [*packed[:place], other, *packed[place + 1 :]]))


@pytest.mark.parametrize(
    "note",
    [
        "",
        5,
        "not a note",
        sign_checkpoint(b"x" * 32, HOME, LIST.at()),
        sign_checkpoint(LOG_SEED, b"other home 16 by", LIST.at()),
        sign_checkpoint(LOG_SEED, HOME, LIST.at()).replace("\n7\n", "\n8\n"),
    ],
    ids=["nothing", "number", "words", "another key", "another home", "another size"],
)
def test_a_signature_under_the_list_that_is_not_the_programmes_is_refused(taken, opened, note):
    with pytest.raises(Refused):
        opened(files_of(taken[0] | {"checkpoint": note}, taken[1]))


def test_an_export_from_before_the_list_was_read_opens_too(taken, opened):
    assert opened(files_of(taken[0] | {"checkpoint": None}, taken[1])).log is None


def test_another_promise_than_the_signed_one_is_refused(taken, opened):
    papers = copy.deepcopy(taken[0])
    papers["relationships"][0]["promise"]["sentences"][0][1] = ["Another"]

    with pytest.raises(Refused):
        opened(files_of(papers, taken[1]))


def test_a_line_dropped_doubled_or_exchanged_is_refused(taken, opened, quickly):
    papers, packed = taken
    others = [
        packed[:-1],
        [*packed, packed[-1]],
        [*packed[:-2], packed[-1], packed[-2]],
        [*packed[:4], *packed[5:]],
        packed[1:],
        [],
        [*packed[:-1], packed[-1][:-1] + bytes([packed[-1][-1] ^ 1])],
    ]
    for other in others:
        with pytest.raises(Refused):
            opened(files_of(papers, other))


def test_a_frame_that_is_none_and_a_file_cut_in_the_middle_are_refused(taken, opened, quickly):
    papers, packed = taken
    for other in ([b"\x00"], [*packed, b"\x11"], [*packed, b"\x17" + bytes(4)]):
        with pytest.raises(Refused):
            opened(files_of(papers, other))
    cut = files_of(papers, packed)["talks/1.frames"][:-3]
    with pytest.raises(Refused):
        opened(files_of(papers, [], more={"talks/1.frames": cut}))


def test_a_wrong_key_opens_no_line_and_is_no_forgery(taken, opened):
    papers = copy.deepcopy(taken[0])
    papers["talks"][0]["keys"][0]["key"] = to_text(bytes(32))

    [talk] = opened(files_of(papers, taken[1])).talks
    assert [line.body is None for line in talk.lines] == [True] * 4 + [False] * 2
    assert "(one message could not be opened)" in talk_text(talk)


def test_lines_from_before_both_had_signed_are_refused(taken, opened):
    papers = copy.deepcopy(taken[0])
    papers["relationships"][0]["specialist_sig"] = None

    with pytest.raises(BadExport, match="before both had signed"):
        opened(files_of(papers, taken[1]))


def test_a_talk_that_stood_still_is_read_up_to_there_and_says_so(taken, opened):
    papers, packed = copy.deepcopy(taken[0]), taken[1]
    papers["talks"][0]["stopped"] = "chain"

    [talk] = opened(files_of(papers, [*packed[:-2], packed[-1]])).talks
    assert len(talk.lines) == 4
    assert "stood still here" in talk_text(talk)


def test_papers_without_a_part_are_refused_in_words(taken, opened, quickly):
    for name in ("key_records", "relationships", "talks", "day", "roster", "documents"):
        papers = {kept: value for kept, value in taken[0].items() if kept != name}
        with pytest.raises(BadExport, match="not written as a room writes them"):
            opened(files_of(papers, taken[1]))


def test_the_command_says_what_it_found_and_writes_it_beside(
    files, tmp_path, monkeypatch, capsys
):
    path = written(tmp_path / "notes.zip", files)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Acrobat-accent-ABOVE about acorn\n"))

    assert program.main([str(path)]) == 0
    said = capsys.readouterr().out
    assert "1. with Ben: 6 lines, both signed the promise." in said
    assert "The list of who is who is not in this file" in said
    assert "It had 7 lines then, and the programme signed it." in said
    assert (tmp_path / "notes-open" / "talk-1.txt").exists()
    assert program.main([str(path)]) == 1
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("acorn acorn acorn acorn acorn", "do not fit"),
        ("acorn about", "five words were expected"),
        ("zzzz about above accent acrobat", "word 1 is not on the list"),
    ],
)
def test_wrong_words_are_said_plainly_and_nothing_is_written(
    files, tmp_path, monkeypatch, capsys, typed, told
):
    path = written(tmp_path / "notes.zip", files)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))

    assert program.main([str(path)]) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "notes-open").exists()
