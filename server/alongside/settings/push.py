"""Which push services notes may be handed to, beside the usual ones."""

import re

from django.core.exceptions import ImproperlyConfigured

NAME = "ALONGSIDE_PUSH_HOSTS"
_HOST = re.compile(r"none|(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}")
_STAND_IN = re.compile(r"http://127\.0\.0\.1:\d{1,5}")


def push_hosts(value: str, *, in_earnest: bool) -> tuple[str, ...]:
    """Read names like push.example.org or *.push.example.org; ImproperlyConfigured else.

    At home a stand-in on this machine may be named as well; a live programme may not.
    """
    listed = tuple(part.strip() for part in value.split(",") if part.strip())
    for one in listed:
        is_stand_in = not in_earnest and _STAND_IN.fullmatch(one)
        if not _HOST.fullmatch(one) and not is_stand_in:
            raise ImproperlyConfigured(f"{NAME} is host names with commas between, or none.")
    return listed
