"""What became of a text message, in words: for `alongside doctor` and whoever runs it."""

from collections.abc import Iterator

from alongside.notices import letters, texting
from alongside.notices.rules import number_in
from alongside.notices.texting import Outcome
from alongside.programme.queries import languages

NOT_SET = "No provider of texts is set: ALONGSIDE_TEXT_URL is empty. Nothing was sent."
NOT_READY = "ALONGSIDE_TEXT_URL needs the provider's library: install requirements-texts.lock."
ANYWHERE = (
    "ALONGSIDE_TEXT_URL lists no beginnings of numbers (to=): texts go to every country, and "
    "some cost much."
)
NOT_A_NUMBER = "That is not a number like +15005550006. Nothing was sent."
NOT_THERE = "ALONGSIDE_TEXT_URL allows no numbers that begin like this one. Nothing was sent."
SAID = {
    Outcome.TAKEN: "The provider took a test text. See whether it arrived.",
    Outcome.REFUSED: "The provider says that this number gets no texts. Nothing was sent.",
    Outcome.LATER: (
        "The provider did not take a text now: it does not answer, or does not know the "
        "account, the token or the sender. Nothing was sent."
    ),
}


def send_trial_to(text: str) -> int:
    """Send a test text and say what happened; 0 when the provider took it."""
    number = number_in(text)
    sentence = _hindrance(number)
    outcome = None
    if not sentence:
        outcome = texting.send(number, letters.text_trial(lang=languages()[0]))
        sentence = SAID[outcome]
    print(sentence)
    return 0 if outcome is Outcome.TAKEN else 1


def trouble_now() -> Iterator[str]:
    """Say why no text can go out; nothing where none is wanted."""
    if texting.is_set_up() and not texting.is_ready():
        yield NOT_READY
    if texting.is_set_up() and not texting.names_beginnings():
        yield ANYWHERE


def _hindrance(number: str) -> str:
    if not texting.is_set_up():
        return NOT_SET
    if not texting.is_ready():
        return NOT_READY
    if not number:
        return NOT_A_NUMBER
    return "" if texting.may_text_to(number) else NOT_THERE
