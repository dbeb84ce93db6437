"""Which addresses notes to devices may be handed to: known push services and nobody else."""

import socket
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from alongside.notices.rules import LONGEST_ENDPOINT, is_host_among

# Those of Chrome and its kin, Firefox, Edge and Safari.
SERVICES = (
    "fcm.googleapis.com",
    "*.push.services.mozilla.com",
    "*.notify.windows.com",
    "*.push.apple.com",
)
NONE = "none"
HTTPS = 443
_HERE = "http://127.0.0.1:"


class NoSuchPlace(OSError):
    """This address leads nowhere that notes may go."""


def is_switched_on() -> bool:
    """Say whether this house hands notes to push services at all."""
    return NONE not in settings.ENVIRONMENT.push_hosts


def may_push_to(endpoint: str) -> bool:
    """Say whether a note may be handed to this address, as far as its text tells."""
    if len(endpoint) > LONGEST_ENDPOINT or not endpoint.isascii() or not endpoint.isprintable():
        return False
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return False
    if not is_switched_on() or parts.username is not None or parts.fragment or " " in endpoint:
        return False
    if _is_a_test(parts):
        return True
    hosts = (*SERVICES, *settings.ENVIRONMENT.push_hosts)
    is_plain = parts.scheme == "https" and port in {None, HTTPS}
    return is_plain and is_host_among(parts.hostname or "", hosts)


def addresses_of(parts: SplitResult) -> list[str]:
    """Give the numbers behind a name; NoSuchPlace if one lies on this machine or beside it."""
    host, port = parts.hostname or "", parts.port or HTTPS
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NoSuchPlace("no such host") from None
    numbers = [str(info[4][0]) for info in found]
    if not _is_a_test(parts) and not all(ip_address(one).is_global for one in numbers):
        raise NoSuchPlace("a local address")
    return numbers


def _is_a_test(parts: SplitResult) -> bool:
    """A stand-in on this very machine, named in the settings; never in production."""
    origin = f"{parts.scheme}://{parts.netloc}"
    listed = settings.ENVIRONMENT.push_hosts
    here = not settings.ENVIRONMENT.is_production
    return here and origin.startswith(_HERE) and origin in listed
