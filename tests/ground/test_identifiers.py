import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground import identifiers


@given(st.binary(max_size=64))
def test_what_is_written_is_read_back_as_it_was(raw):
    assert identifiers.from_text(identifiers.to_text(raw)) == raw


@pytest.mark.parametrize("text", ["AB==", "A", "AB", "A+", "ab/c", "a b", "ü", "AAA\n"])
def test_bytes_have_one_way_to_be_written(text):
    with pytest.raises(ValueError, match="not"):
        identifiers.from_text(text)


@pytest.mark.parametrize("length", [0, 15, 17, 32])
def test_an_identifier_is_sixteen_bytes(length):
    with pytest.raises(ValueError, match="not an identifier"):
        identifiers.identifier_from_text(identifiers.to_text(bytes(length)))


def test_a_length_that_was_asked_for_is_kept():
    with pytest.raises(ValueError, match="expected 32 bytes"):
        identifiers.from_text(identifiers.to_text(bytes(16)), length=32)


def test_two_identifiers_are_never_the_same():
    drawn = {identifiers.new_identifier() for _ in range(1000)}

    assert len(drawn) == 1000
    assert {len(one) for one in drawn} == {16}
