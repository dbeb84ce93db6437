"""What holds for every text, every key and every size, not only for the ones we thought of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pse import base64url, padding, spare_code, strict_json
from pse.chance import draw_below
from pse.pae import from_le64, h, key_of, le64, pae
from pse.refusal import BadKey, BadWords, Malformed, NotOpened
from pse.seal import OVERHEAD, open_sealed, seal
from pse.signing import sign, verify, verify_key_of
from pse.strict_json import Json
from pse.words import folded, phrase_of, word_list
from pse.wrapping import unwrap, wrap, wrap_key_of

LARGEST = 2**53 - 1
keys = st.binary(min_size=32, max_size=32)
ids = st.binary(min_size=16, max_size=16)
numbers = st.integers(0, LARGEST)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
pieces = st.lists(st.one_of(st.binary(max_size=40), texts, numbers), max_size=5)
leaves = st.one_of(st.booleans(), numbers, texts)


def _deeper(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3))


values = st.one_of(
    leaves, _deeper(st.one_of(leaves, _deeper(st.one_of(leaves, _deeper(leaves)))))
)


@given(keys, st.binary(max_size=50), st.binary(max_size=5_000))
def test_what_was_sealed_opens_to_the_same_bytes(key, aad, text):
    box = seal(key, aad, text)
    assert len(box) == len(text) + OVERHEAD
    assert open_sealed(key, aad, box) == text


@given(keys, keys, st.binary(max_size=50), st.binary(max_size=50))
def test_a_box_opens_under_no_other_key(key, other, aad, text):
    box = seal(key, aad, text)
    if key != other:
        with pytest.raises(NotOpened):
            open_sealed(other, aad, box)


@given(st.binary(max_size=17_000))
def test_padding_gives_one_of_four_sizes_and_the_text_back(text):
    padded = padding.pad(text)
    assert len(padded) in padding.SIZES
    assert padding.unpad(padded) == text


@given(pieces, pieces)
def test_two_lists_of_pieces_never_share_their_bytes(one, two):
    def raw(items):
        return [
            le64(i) if type(i) is int else i.encode() if type(i) is str else i for i in items
        ]

    assert (pae(*one) == pae(*two)) == (raw(one) == raw(two))


@given(pieces)
def test_pieces_can_be_read_back_from_their_bytes(items):
    raw = pae(*items)
    count, at, read = int.from_bytes(raw[:8], "little"), 8, []
    for _ in range(count):
        size = int.from_bytes(raw[at : at + 8], "little")
        read.append(raw[at + 8 : at + 8 + size])
        at += 8 + size
    assert at == len(raw)
    assert pae(*read) == raw


@given(numbers)
def test_every_number_has_its_eight_bytes(number):
    assert from_le64(le64(number)) == number


@given(st.integers(LARGEST + 1, 2**64 - 1))
def test_no_larger_number_is_read(number):
    with pytest.raises(Malformed):
        from_le64(number.to_bytes(8, "little"))


@given(st.binary(max_size=20).filter(lambda raw: len(raw) != 8))
def test_a_number_is_eight_bytes(raw):
    with pytest.raises(Malformed):
        from_le64(raw)


def test_no_text_is_longer_than_the_largest_size():
    assert len(padding.pad(b"x" * 65_535)) == 65_536
    with pytest.raises(NotOpened):
        padding.pad(b"x" * 65_536)


@given(st.integers().filter(lambda n: not 0 <= n <= LARGEST))
def test_no_other_number_is_taken(number):
    with pytest.raises(Malformed):
        le64(number)


@given(st.one_of(st.floats(), st.booleans(), st.none(), st.text(), st.lists(numbers)))
def test_nothing_but_a_number_is_a_number(value):
    with pytest.raises(Malformed):
        le64(value)


@given(
    st.one_of(
        st.binary().filter(lambda raw: len(raw) != 32),
        st.text(),
        st.none(),
        st.lists(st.integers(0, 255), min_size=32, max_size=32),
        st.binary(min_size=32, max_size=32).map(bytearray),
        st.binary(min_size=32, max_size=32).map(lambda raw: memoryview(raw)),
    )
)
def test_no_odd_key_reaches_a_library(key):
    with pytest.raises(BadKey):
        key_of(key)
    for use in (verify_key_of, wrap_key_of):
        with pytest.raises(BadKey):
            use(key)


@given(values)
def test_every_value_has_one_spelling(value):
    raw = strict_json.write(value)
    assert strict_json.parse(raw) == value
    assert strict_json.write(strict_json.parse(raw)) == raw


@given(st.binary(max_size=60))
def test_bytes_that_are_taken_as_json_are_the_one_spelling(raw):
    try:
        value = strict_json.parse(raw)
    except Malformed:
        return
    assert strict_json.write(value) == raw


@given(values, st.integers(0, 200), st.sampled_from(b' \t\n{}[],:"0-'))
def test_json_with_a_character_more_is_refused_or_another_value(value, at, more):
    raw = strict_json.write(value)
    changed = raw[:at] + bytes([more]) + raw[at:]
    try:
        read = strict_json.parse(changed)
    except Malformed:
        return
    assert read != value


@given(st.text(max_size=10), st.integers(0xD800, 0xDFFF), st.text(max_size=10))
def test_half_a_character_is_refused_everywhere(before, half, after):
    text = before + chr(half) + after
    for take in (pae, strict_json.write, lambda value: h("pse1/box", value)):
        with pytest.raises(Malformed):
            take(text)


@given(st.binary(max_size=80))
def test_base64url_gives_the_bytes_back(raw):
    assert base64url.from_text(base64url.to_text(raw), size=len(raw)) == raw


@given(st.text(max_size=24))
def test_base64url_that_is_taken_is_the_one_spelling(text):
    try:
        raw = base64url.from_text(text)
    except Malformed:
        return
    assert base64url.to_text(raw) == text


@given(keys, st.binary(max_size=200))
def test_a_signature_holds_for_its_writer(seed, message):
    verify(verify_key_of(seed), message, sign(seed, message))


@given(keys, st.binary(max_size=200))
def test_a_wrap_opens_for_its_reader(seed, text):
    wrapped = wrap(wrap_key_of(seed), text)
    assert len(wrapped) == len(text) + 48
    assert unwrap(seed, wrapped) == text


@given(st.binary(min_size=16, max_size=16))
def test_a_spare_code_is_read_as_it_was_written(code):
    card = spare_code.write_spare(code)
    assert len(card) == 34
    assert spare_code.read_spare(card.lower().replace("-", " ")) == code


@given(
    st.binary(min_size=16, max_size=16), st.integers(0, 33), st.sampled_from("0123456789XYZ")
)
def test_one_wrong_character_on_the_card_is_nearly_always_noticed(code, at, letter):
    card = spare_code.write_spare(code)
    if card[at] in ("-", letter):
        return
    try:
        read = spare_code.read_spare(card[:at] + letter + card[at + 1 :])
    except BadWords:
        return
    assert read != code


def _ways_to_type(word: str) -> st.SearchStrategy[str]:
    return st.sampled_from([word, word.upper(), word.title(), word[:4], word + "\u0301"])


@given(st.lists(st.sampled_from(word_list()), min_size=5, max_size=5), st.data())
def test_five_words_are_understood_however_they_are_typed(words, data):
    gaps = st.sampled_from([" ", "  ", "-", "\u2010", "\t", "\u00a0", " - "])
    typed = "".join(
        data.draw(
            st.sampled_from([word, word.upper(), word.title(), word[:4], word + "\u0301"])
        )
        + data.draw(gaps)
        for word in words
    )
    assert phrase_of(typed) == " ".join(words)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text):
    once = folded(text)
    assert folded(once) == once


def test_every_word_is_told_apart_by_four_letters():
    assert len(word_list()) == len({word[:4] for word in word_list()}) == 1_296


@given(st.integers(1, 1_296))
def test_a_draw_stays_below_its_limit(limit):
    assert 0 <= draw_below(limit) < limit
