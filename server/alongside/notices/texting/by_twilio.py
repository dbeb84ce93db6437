"""Twilio, through its own library, which is an extra: requirements-texts.lock."""

import logging
from importlib import import_module

from alongside.notices.texting.outcome import Outcome
from alongside.settings.texts import TextService

PATIENCE = 10.0
# Not a number, not one that takes texts, one that said STOP, a country we may not write to.
REFUSED = frozenset({21211, 21217, 21265, 21408, 21610, 21612, 21614})
_unheard = logging.getLogger("alongside.notices.texting.unheard")
# The library writes down numbers and words of each text.
_unheard.disabled = True


class Twilio:
    """One account there."""

    def __init__(self, service: TextService) -> None:
        self._service = service

    def send(self, number: str, words: str) -> Outcome:
        """Hand over one text; nothing of it is kept here, not even in the library."""
        http = import_module("twilio.http.http_client")
        away = import_module("requests").RequestException
        line = http.TwilioHttpClient(timeout=PATIENCE, logger=_unheard)
        try:
            self._create(line, number, words)
        except import_module("twilio.base.exceptions").TwilioException as refusal:
            code = getattr(refusal, "code", None)
            return Outcome.REFUSED if code in REFUSED else Outcome.LATER
        except (away, OSError, ValueError):
            return Outcome.LATER
        finally:
            line.session.close()
        return Outcome.TAKEN

    def _create(self, line: object, number: str, words: str) -> None:
        mine = self._service
        client = import_module("twilio.rest").Client(mine.account, mine.token, http_client=line)
        client.api.base_url = mine.endpoint
        is_pool = mine.sender.startswith("MG")
        sender = {"messaging_service_sid": mine.sender} if is_pool else {}
        client.messages.create(
            to=number, body=words, **(sender or {"from_": f"+{mine.sender}"})
        )
