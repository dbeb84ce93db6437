"""Who carries short notes as text messages: one provider, or nobody."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from alongside.settings.mail import goes_unlocked

NAME = "ALONGSIDE_TEXT_URL"
LIKE = "twilio://account:token@api.twilio.com?from=15005550006&to=49,43"
PROVIDERS = ("twilio",)
TLS = ("tls", "none")
# A number that can be answered, so that STOP works; or a service that holds a few of them.
_SENDER = re.compile(r"[1-9]\d{6,14}|MG[0-9a-f]{32}")
_BEGINNING = re.compile(r"[1-9]\d{0,5}")


@dataclass(frozen=True)
class TextService:
    """A provider, who we are there, and the beginnings of numbers that we write to."""

    provider: str
    endpoint: str
    account: str
    token: str = field(repr=False)
    sender: str
    beginnings: tuple[str, ...]

    @property
    def is_in_the_open(self) -> bool:
        """Say whether somebody on the way could read our token and whom we write to."""
        return goes_unlocked(self.endpoint)


def text_service(url: str) -> TextService | None:
    """Read the address of a provider; None without one, ImproperlyConfigured for nonsense.

    What is wrong is said without quoting the address: it holds a secret.
    """
    if not url:
        return None
    wrong = ImproperlyConfigured(f"{NAME} is not an address like {LIKE}.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise wrong from None
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    # A plus in an address means a space.
    sender = options.pop("from", "").strip(" +")
    tls, listed = options.pop("tls", "tls"), options.pop("to", "")
    beginnings = tuple(one.strip(" +") for one in listed.split(",") if one.strip())
    account, token = unquote(parts.username or ""), unquote(parts.password or "")
    is_whole = parts.scheme in PROVIDERS and host and account and token
    is_known = _SENDER.fullmatch(sender) and all(map(_BEGINNING.fullmatch, beginnings))
    if not is_whole or not is_known or options or tls not in TLS or parts.path.strip("/"):
        raise wrong
    scheme = "http" if tls == "none" else "https"
    endpoint = f"{scheme}://{host}" + (f":{port}" if port else "")
    return TextService(parts.scheme, endpoint, account, token, sender, beginnings)


def checked_text_url(url: str) -> str:
    """Give the address of a provider as it was written; ImproperlyConfigured for nonsense."""
    text_service(url)
    return url
