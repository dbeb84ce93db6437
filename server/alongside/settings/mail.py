"""How mail leaves the house: through one SMTP server, or not at all."""

import ipaddress
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TLS = ("starttls", "tls", "none")
PORTS = {"starttls": 587, "tls": 465, "none": 25}
# A letter waits this long for a slow server; pages and the wire never wait for letters.
PATIENCE = 20
NAME = "ALONGSIDE_MAIL_URL"
LIKE = "smtp://user:password@host:587?tls=starttls"
_SENDER = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed over, and how the way there is protected."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: str

    @property
    def is_in_the_open(self) -> bool:
        """Say whether somebody on the way could read along."""
        return self.tls == "none" and not is_this_machine(self.host)


def mail_server(url: str) -> MailServer | None:
    """Read the address of a mail server; None without one, ImproperlyConfigured for nonsense.

    What is wrong is said without quoting the address: it holds a password.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ImproperlyConfigured(f"{NAME} is not an address like {LIKE}.") from None
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    tls = options.pop("tls", "starttls")
    if parts.scheme != "smtp" or not host or parts.path.strip("/") or options:
        raise ImproperlyConfigured(f"{NAME} is not an address like {LIKE}.")
    if tls not in TLS:
        raise ImproperlyConfigured(f"In {NAME}, tls is {', '.join(TLS[:-1])} or {TLS[-1]}.")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(host, port or PORTS[tls], user, password, tls)


def checked_sender(address: str, *, is_needed: str) -> str:
    """Give the address that notes come from; ImproperlyConfigured if it is none."""
    if address and not _SENDER.fullmatch(address):
        raise ImproperlyConfigured("ALONGSIDE_MAIL_FROM is one plain mail address.")
    if is_needed and not address:
        raise ImproperlyConfigured("Set ALONGSIDE_MAIL_FROM to the address mail comes from.")
    return address


def mail(url: str) -> dict[str, Any]:
    """Give Django's settings for the mail server."""
    server = mail_server(url)
    if server is None:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": server.host,
        "EMAIL_PORT": server.port,
        "EMAIL_HOST_USER": server.user,
        "EMAIL_HOST_PASSWORD": server.password,
        "EMAIL_USE_TLS": server.tls == "starttls",
        "EMAIL_USE_SSL": server.tls == "tls",
        "EMAIL_TIMEOUT": PATIENCE,
    }


def goes_unlocked(endpoint: str) -> bool:
    """Say whether what is sent to an address can be read on its way to another machine."""
    parts = urlsplit(endpoint)
    return parts.scheme == "http" and not is_this_machine(parts.hostname or "")


def is_this_machine(host: str) -> bool:
    """Say whether a name or address means the machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
