"""How much one account may write in a second and in a minute."""

from .config import Limits


class Pace:
    """Counts what one account hands in; a second and a minute begin with its first frame."""

    __slots__ = ("_in_minute", "_in_second", "_limits", "_minute", "_second")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._second = self._minute = float("-inf")
        self._in_second = self._in_minute = 0

    def allows(self, now: float) -> bool:
        """Count one more; False if that is too many. `now` in seconds, never running back."""
        if now - self._second >= 1:
            self._second, self._in_second = now, 0
        if now - self._minute >= 60:
            self._minute, self._in_minute = now, 0
        if (
            self._in_second >= self._limits.per_second
            or self._in_minute >= self._limits.per_minute
        ):
            return False
        self._in_second += 1
        self._in_minute += 1
        return True

    def before(self, moment: float) -> bool:
        """Say whether nothing was handed in since then."""
        return self._minute < moment and self._second < moment
