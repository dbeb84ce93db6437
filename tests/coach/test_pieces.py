"""Words are cut into pieces in one way, whatever people type."""
# odd letters are what is tested

import pytest
from listening_coach.pieces import PICTURE, SPECIAL, UNKNOWN, Pieces, words

KNOWN = [*SPECIAL, "un", "##like", "##ly", "cafe", "it", "'", "s", "!", "中", "a", "##a"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It's", ["it", "'", "s"]),
        ("Café CAFE\u0301", ["cafe", "cafe"]),
        ("one\u200btwo\u00adthree", ["onetwothree"]),
        ("a\u00a0b\tc\nd\u2028e", ["a", "b", "c", "d", "e"]),
        ("ok👍🏽fine", ["ok", None, None, "fine"]),
        ("❤️", [None]),
        ("👩‍👧", [None, None]),
        ("“So…”", ["“", "so", "…", "”"]),
        ("中文a", ["中", "文", "a"]),
        ("$5 a+b", ["$", "5", "a", "+", "b"]),
        ("İ", ["i"]),
        ("\ud800x\x00\ufffd", ["x"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_signs_and_pictures(text, found):
    assert list(words(text)) == found


def test_a_word_is_cut_at_the_longest_pieces_that_are_known():
    pieces = Pieces(KNOWN)
    numbers = {piece: at for at, piece in enumerate(KNOWN)}
    assert pieces.cut("Unlikely!") == [numbers[one] for one in ("un", "##like", "##ly", "!")]
    assert pieces.cut("unfair café") == [UNKNOWN, numbers["cafe"]]
    assert pieces.cut("🙂🙂") == [PICTURE, PICTURE]
    assert len(pieces.cut("a" * 100)) == 100
    assert pieces.cut("a" * 101) == [UNKNOWN]


def test_a_list_that_does_not_begin_with_the_special_ones_is_refused():
    with pytest.raises(ValueError, match="special"):
        Pieces(["a", *SPECIAL])
