"""The key log only ever grows, and any other log than the one that was signed is refused."""

from base64 import b64decode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import VerifyKey

from pse.audit import check_grown, read_on
from pse.key_log import EMPTY, KEYS, KeyLog, Leaf, read_rows, write_rows
from pse.merkle import LogAt, Tree, leaf_hash, verify_bridge, verify_path
from pse.note import (
    Witness,
    checked_name,
    cosign,
    read_checkpoint,
    read_note,
    read_witness,
    sign_checkpoint,
    verify_cosigned,
    write_witness,
)
from pse.refusal import LogTrouble, Malformed, Refused
from pse.signing import verify_key_of

HOME = b"h" * 16
SEED, OTHER = b"l" * 32, b"o" * 32
LOG = verify_key_of(SEED)
entries = st.lists(st.binary(max_size=20), min_size=1, max_size=40)
leaves = st.lists(
    st.builds(
        Leaf,
        st.integers(1, 3),
        st.binary(min_size=31, max_size=31),
        st.binary(min_size=32, max_size=32),
    ),
    unique=True,
    min_size=1,
    max_size=30,
)


def plain_root(raw):
    """RFC 6962 section 2.1 as it is written there, with nothing remembered."""
    if not raw:
        return sha256(b"").digest()
    if len(raw) == 1:
        return sha256(b"\x00" + raw[0]).digest()
    split = 1
    while split * 2 < len(raw):
        split *= 2
    return sha256(b"\x01" + plain_root(raw[:split]) + plain_root(raw[split:])).digest()


def note_of(log):
    return sign_checkpoint(SEED, HOME, log.at())


def read(known, fresh, note):
    return read_on(known, fresh, note, home=HOME, log_key=LOG)


def test_the_tree_of_nothing_and_of_one_empty_leaf_are_those_of_the_rfc():
    assert Tree().root_at(0).hex().startswith("e3b0c44298fc1c149afbf4c8996fb924")
    assert (
        Tree([leaf_hash(b"")]).root_at(1).hex().startswith("6e340b9cffb37a989ca544e6bb780a2c")
    )


@given(entries)
def test_every_root_is_the_plain_one(raw):
    tree = Tree(leaf_hash(entry) for entry in raw)

    for size in range(len(raw) + 1):
        assert tree.root_at(size) == plain_root(raw[:size])


@given(entries, st.data())
def test_every_leaf_has_a_path_and_no_other_leaf_has_it(raw, data):
    tree = Tree(leaf_hash(entry) for entry in raw)
    size = data.draw(st.integers(1, len(raw)))
    index = data.draw(st.integers(0, size - 1))
    path = tree.path_of(index, size)

    verify_path(leaf_hash(raw[index]), path, index=index, at=tree.at(size))
    with pytest.raises(Malformed):
        verify_path(leaf_hash(raw[index] + b"x"), path, index=index, at=tree.at(size))
    with pytest.raises(Malformed):
        verify_path(leaf_hash(raw[index]), [*path, bytes(32)], index=index, at=tree.at(size))


@given(entries, st.data())
def test_every_beginning_has_a_bridge_and_no_other_tree_has_it(raw, data):
    tree = Tree(leaf_hash(entry) for entry in raw)
    second = data.draw(st.integers(1, len(raw)))
    first = data.draw(st.integers(1, second))
    bridge = tree.bridge(first, second)

    verify_bridge(tree.at(first), tree.at(second), bridge)
    with pytest.raises(Malformed):
        verify_bridge(LogAt(bytes(32), first), tree.at(second), bridge)
    with pytest.raises(Malformed):
        verify_bridge(tree.at(first), LogAt(bytes(32), second), bridge)


@given(leaves)
def test_rows_give_the_same_lines_back(lines):
    raw = write_rows(lines)

    assert len(raw) == 64 * len(lines)
    assert read_rows(raw) == lines


@given(leaves, st.data())
def test_a_log_read_in_two_parts_is_the_log_read_at_once(lines, data):
    cut = data.draw(st.integers(0, len(lines)))
    whole, begun = KeyLog(lines), KeyLog(lines[:cut])

    grown = read(begun, lines[cut:], note_of(whole))

    assert grown.at() == whole.at()
    check_grown(grown, [begun.at(size) for size in range(cut + 1)])


@given(leaves, st.data())
def test_a_changed_swapped_or_missing_line_never_continues_what_was_seen(lines, data):
    at = data.draw(st.integers(0, len(lines) - 1))
    seen = KeyLog(lines).at()
    changed = Leaf(KEYS, b"w" * 31, b"c" * 32)
    others = [
        [*lines[:at], changed, *lines[at + 1 :]],
        [*lines[:at], *lines[at + 1 :]],
        *([[*lines[1:], lines[0]]] if len(lines) > 1 else []),
    ]

    for other in others:
        log = read(EMPTY, other, note_of(KeyLog(other)))
        with pytest.raises(LogTrouble) as trouble:
            check_grown(log, [seen])
        assert trouble.value.cause == "log-rewritten"


@given(leaves, leaves)
def test_lines_that_were_not_signed_are_refused(lines, others):
    if lines == others:
        return
    with pytest.raises(LogTrouble) as trouble:
        read(EMPTY, others, note_of(KeyLog(lines)))
    assert trouble.value.cause == "log-other"


@given(leaves)
def test_a_checkpoint_that_shrinks_is_named_so(lines):
    with pytest.raises(LogTrouble) as trouble:
        read(KeyLog(lines), [], note_of(KeyLog(lines[:-1])))
    assert trouble.value.cause == "log-rewritten"


def test_a_public_tool_reads_the_notes_with_ed25519_alone():
    note = sign_checkpoint(SEED, HOME, KeyLog().at())
    text, line = note.split("\n\n")
    raw = b64decode(line.split(" ")[2])
    name = text.split("\n")[0]

    assert raw[:4] == sha256(name.encode() + b"\n\x01" + LOG).digest()[:4]
    VerifyKey(LOG).verify(text.encode() + b"\n", raw[4:])


def test_a_cosignature_is_the_one_of_the_c2sp_page():
    note = cosign(OTHER, "partner.example", note_of(KeyLog()), seconds=1_679_315_147)
    text, lines = note.split("\n\n")
    raw = b64decode(lines.split("\n")[1].split(" ")[2])
    key = verify_key_of(OTHER)

    assert raw[:4] == sha256(b"partner.example\n\x04" + key).digest()[:4]
    assert int.from_bytes(raw[4:12], "big") == 1_679_315_147
    signed = f"cosignature/v1\ntime 1679315147\n{text}\n".encode()
    VerifyKey(key).verify(signed, raw[12:])


@given(st.integers(0, 2**53 - 1))
def test_a_witness_says_when(seconds):
    witness = Witness("partner.example", verify_key_of(OTHER))
    note = cosign(OTHER, witness.name, note_of(KeyLog()), seconds=seconds)

    assert verify_cosigned(note, witness) == seconds
    assert read_checkpoint(note, home=HOME, log_key=LOG) == KeyLog().at()
    assert read_witness(write_witness(witness)) == witness


@given(st.text(max_size=200))
def test_nonsense_is_refused_by_name(text):
    for reader in (read_note, read_witness, checked_name):
        try:
            reader(text)
        except Refused:
            continue
        assert reader is checked_name
