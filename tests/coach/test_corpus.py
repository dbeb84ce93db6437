"""Our own corpus holds what its guide says, and nobody's words twice."""

import json
from collections import Counter
from pathlib import Path

import pytest
from listening_coach.agreement import agreement, kappa
from listening_coach.corpus import CODES, NotTheForm, alike, read

CORPUS = Path(__file__).parents[2] / "coach" / "corpus"
A_MESSAGE = {
    "id": "x-1",
    "topic": "sleep",
    "voice": "night shifts, short",
    "client": "Four hours again.",
    "asks": False,
    "replies": [
        {"q": "good", "s": [["Four, again.", "R"]], "er": 0, "ip": 0, "ex": 0},
        {"q": "middling", "s": [["Oh dear.", "-"]], "er": 1, "ip": 0, "ex": 0},
        {"q": "poor", "s": [["Try a bath.", "AU"]], "er": 0, "ip": 0, "ex": 0},
    ],
}


@pytest.fixture(scope="module")
def corpus():
    return list(read(CORPUS / "pairs"))


def test_it_has_as_many_pairs_and_voices_as_it_says(corpus):
    assert sum(len(message.replies) for message in corpus) >= 5_900
    assert len({message.id for message in corpus}) == len(corpus)
    assert len({message.voice for message in corpus}) >= 800
    assert len({message.topic for message in corpus}) >= 30


def test_files_may_be_left_out_by_name(corpus):
    older = {message.id for message in read(CORPUS / "pairs", without="long-*")}
    assert sum(message.id not in older for message in corpus) >= 200
    assert older < {message.id for message in corpus}
    assert not any(name.startswith(("la", "long")) for name in older)


def test_each_code_has_enough_sentences_to_be_learnt(corpus):
    found = Counter(
        code
        for message in corpus
        for reply in message.replies
        for sentence in reply.sentences
        for code in sentence.codes
    )
    assert set(found) == CODES
    assert min(found.values()) >= 100, found


def test_advice_is_asked_for_only_where_somebody_asked(corpus):
    for message in corpus:
        for reply in message.replies:
            if any("AA" in sentence.codes for sentence in reply.sentences):
                asked_first = any("QC" in one.codes for one in reply.sentences)
                assert message.asks or asked_first, (message.id, reply.text)


def test_no_two_replies_and_no_two_messages_say_the_same(corpus):
    replies = [reply.text for message in corpus for reply in message.replies]
    assert not list(alike(replies, from_share=0.5))
    assert not list(alike([message.client for message in corpus], from_share=0.5))


def test_a_fifth_was_read_twice_and_both_readings_agree_as_the_page_says():
    found = agreement(CORPUS)
    assert found["messages"] >= 390
    assert min(found[code] for code in CODES) >= 0.8
    page = (CORPUS / "twice" / "README.md").read_text(encoding="utf-8")
    for code in CODES - {"-"}:
        assert f"`{code}` | {found[code]:.2f}".replace("0.", ".") in page, code


def test_agreement_is_what_is_left_beyond_luck():
    assert kappa([1, 0, 1, 0], [1, 0, 1, 0]) == 1
    assert kappa([1, 0, 1, 0], [1, 1, 0, 0]) == 0
    assert kappa([1, 1], [1, 1]) == 1
    assert kappa([1, 0, 0, 0], [1, 1, 0, 0]) == pytest.approx(0.5)


def test_two_texts_are_alike_by_what_they_share():
    one = "I was eleven months in when I had that drink at the station"
    other = "Well, I was eleven months in when I had that drink at home"
    assert list(alike([one, "Short words.", other], from_share=0.4)) == [
        (0, 2, pytest.approx(7 / 11))
    ]
    assert not list(alike([one, other], from_share=0.8))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"replies": A_MESSAGE["replies"][:2]}, "one good"),
        ({"client": " "}, "says something"),
        ({"asks": 1}, "says something"),
    ],
)
def test_a_message_that_is_not_whole_is_named(tmp_path, wrong, says):
    _refused(tmp_path, {**A_MESSAGE, **wrong}, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (["What now?", "EX"], "exploring is a question"),
        (["Go.", "AU AA"], "advice"),
        (["Go.", "XX"], "nobody named"),
        (["Go.", "- R"], "nothing stands"),
        (["So  much.", "R"], "one space"),
        (["I'm glad.", "ER"], "the whole reply is not"),
    ],
)
def test_a_sentence_that_does_not_follow_the_guide_is_named(tmp_path, sentence, says):
    first = {**A_MESSAGE["replies"][0], "s": [sentence]}
    replies = [first, *A_MESSAGE["replies"][1:]]
    _refused(tmp_path, {**A_MESSAGE, "replies": replies}, says)


def _refused(folder, message, says):
    lines = [json.dumps(A_MESSAGE), json.dumps(message)]
    (folder / "one.jsonl").write_text("\n".join(lines))
    with pytest.raises(NotTheForm, match=rf"one\.jsonl, line 2: .*{says}"):
        list(read(folder))
