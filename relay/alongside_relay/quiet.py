"""A log for a library that would write addresses: ours names kinds of failure, no more."""

import logging
import sys

from picows import WSProtocolError

log = logging.getLogger(__name__)


class Quiet:
    """Stands where picows expects a logger; `name` says which part speaks."""

    def __init__(self, name: str) -> None:
        self._name = name

    def isEnabledFor(self, level: int) -> bool:  # noqa: N802, as logging calls it
        """Only errors are worth a line."""
        return level >= logging.ERROR

    def debug(self, *_: object, **__: object) -> None:
        """Nothing."""

    info = log = warning = debug

    def error(self, *_: object, **__: object) -> None:
        """Write what kind of failure it was, if it was one of ours."""
        kind = sys.exc_info()[0]
        if kind is not None and not issubclass(kind, WSProtocolError):
            log.error("The %s failed: %s", self._name, kind.__name__)

    exception = error
