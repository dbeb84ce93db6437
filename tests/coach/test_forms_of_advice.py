"""What sounds like advice and is none is left alone; advice is found in whatever form it comes.

`forms-of-advice.tsv` holds 200 replies of a sentence to made-up messages, written with a
language model that was shown neither our corpus nor our code; the pack learnt none of them.
"""

from pathlib import Path

import pytest
from listening_coach.pack import open_pack
from listening_coach.reading import read

from tests.coach.small_pack import OPEN

FILE = Path(__file__).with_name("forms-of-advice.tsv")


def _called_advice(*, first_alone: bool) -> dict[str, list[bool]]:
    pack = open_pack(OPEN, first_alone=first_alone)
    called: dict[str, list[bool]] = {"none": [], "advice": []}
    for line in FILE.read_text("utf-8").splitlines():
        which, before, reply = line.split("\t")
        sentences = read(pack, reply, before).sentences
        called[which].append(any(one["advice"].there is True for _, one in sentences))
    return called


def test_two_hundred_replies_are_told_apart():
    called = _called_advice(first_alone=False)

    assert {which: len(found) for which, found in called.items()} == {"none": 120, "advice": 80}
    assert sum(called["none"]) <= 4, "one in thirty at most is called what it is not"
    assert sum(called["advice"]) >= 52


def test_the_first_tier_alone_calls_next_to_nothing_advice():
    assert sum(_called_advice(first_alone=True)["none"]) <= 1


@pytest.mark.parametrize(
    "said",
    [
        "You think you should be over it by now.",
        "You shouldn't have to carry that on your own.",
        "You should never have been left alone with him.",
        "You try and try and it never seems enough.",
        "Start wherever you like.",
        "Go at your own pace.",
        "Let it all out.",
    ],
)
def test_what_was_called_advice_before_is_not_any_more(said):
    (_, labels), *_ = read(open_pack(OPEN), said, "I sat in the car and drove home.").sentences

    assert labels["advice"].there is not True
