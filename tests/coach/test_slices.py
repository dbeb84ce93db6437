"""Parts of the corpus and other wordings are measured one by one, and told on the card."""

from pathlib import Path

from listening_coach.corpus import read
from listening_coach.gathering import Example
from listening_coach.pack import open_pack
from listening_coach.slices import CHANGES, slices, steady

COACH = Path(__file__).parents[2] / "coach"
MESSAGES = list(read(COACH / "corpus" / "pairs"))[:4]


def test_a_part_counts_only_its_own_sentences():
    one = MESSAGES[0]
    known = ({"warmth": True}, {"warmth": False})
    example = Example(one.id, one.client, ("So glad.", "word " * 21), known, {})
    unseen = {name: [0.9, 0.8] for name in ("warmth",)}
    unseen |= {
        name: [0.0, 0.0]
        for name in open_pack(COACH / "packs" / "open").labels
        if name not in unseen
    }
    found = slices({one.id: one}, [example], unseen)
    assert found["all"]["warmth"] == (0.5, 2)
    assert found["up to four words"]["warmth"] == (1.0, 1)
    assert found["over twenty words"]["warmth"] == (0.0, 1)


def test_a_question_stays_a_question_however_it_is_worded():
    found = steady(open_pack(COACH / "packs" / "open"), MESSAGES)
    assert set(found) == set(CHANGES)
    card = (COACH / "packs" / "open" / "card.md").read_text("utf-8")
    for change, labels in found.items():
        assert labels["question"] >= 0.95, change
        assert f"| {change} |" in card
