"""The interface: a number and words go out, and one of three answers comes back.

Another provider is one more file beside `by_twilio.py` with a class that keeps `Carrier`, a
line in `_carrier` here, and its name in `settings/texts.py`.
"""

from importlib.util import find_spec
from typing import Protocol

from django.conf import settings

from alongside.notices.texting.by_twilio import Twilio
from alongside.notices.texting.outcome import Outcome
from alongside.settings.texts import TextService, text_service


class Carrier(Protocol):
    """A provider. It waits ten seconds at most, follows no redirect and tries nothing twice."""

    def send(self, number: str, words: str) -> Outcome:
        """Hand over a text: a number like +4915112345678, and at most 160 letters or so."""


def is_set_up() -> bool:
    """Say whether this house sends texts at all."""
    return bool(settings.ENVIRONMENT.text_url)


def is_ready() -> bool:
    """Say whether the provider's library is here as well: it is an extra."""
    service = _service()
    return service is not None and find_spec(service.provider) is not None


def names_beginnings() -> bool:
    """Say whether the programme lists how the numbers begin that it writes to."""
    service = _service()
    return service is not None and bool(service.beginnings)


def may_text_to(number: str) -> bool:
    """Say whether the programme writes to numbers that begin like this one."""
    service = _service()
    if service is None:
        return False
    digits = number.removeprefix("+")
    return not service.beginnings or digits.startswith(service.beginnings)


def send(number: str, words: str) -> Outcome:
    """Hand over a text, if there is a provider and it takes any."""
    service = _service()
    if service is None or not is_ready():
        return Outcome.LATER
    return _carrier(service).send(number, words)


def _service() -> TextService | None:
    return text_service(settings.ENVIRONMENT.text_url)


def _carrier(service: TextService) -> Carrier:
    return Twilio(service)
