"""What the house refused, counted by the day: enough to see an attack, and nobody in it.

A log of each refusal with its minute would tell when people are here. So a process counts by
route and answer, names no person, address or number, and writes a day down once it is over.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from alongside.ground import clock

# Not signed in, not allowed, not there or not yours, too much, made up, too often.
REFUSALS = frozenset({400, 401, 403, 404, 405, 413, 422, 426, 429})
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NOWHERE = "an address that does not exist"
_log = logging.getLogger(__name__)
_lock = threading.Lock()
_counted: Counter[tuple[int, str]] = Counter()


class TurnedAwayMiddleware:
    """Counts what is refused, whoever refuses it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and remember the kind of a refusal."""
        response = self._get_response(request)
        if response.status_code in REFUSALS:
            with _lock:
                _counted[clock.today(), _kind(request, response.status_code)] += 1
        return response


def tell_turned_away(*, before: int) -> None:
    """Write down and forget what was counted on days before this one, a line for each day."""
    with _lock:
        over = {key: count for key, count in _counted.items() if key[0] < before}
        for key in over:
            del _counted[key]
    for day in sorted({day for day, _ in over}):
        kinds = sorted((kind, count) for (on, kind), count in over.items() if on == day)
        said = "; ".join(f"{kind}: {count}" for kind, count in kinds)
        _log.warning("Turned away on %s: %s", clock.date_of(day).isoformat(), said)


def _kind(request: HttpRequest, status: int) -> str:
    match = request.resolver_match
    # A route says <number> where somebody's number stood; a made-up method or address is not
    # written down, so a stranger can neither put words into the log nor fill the memory.
    method = request.method if request.method in METHODS else "another method"
    return f"{status} {method} {NOWHERE if match is None else match.route or '/'}"
