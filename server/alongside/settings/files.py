"""Where sealed files lie: a folder in the data folder, or a bucket that speaks S3."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from alongside.settings.mail import goes_unlocked

NAME = "ALONGSIDE_FILES_URL"
LIKE = "s3://key:secret@host/bucket?region=eu-central-1"
TLS = ("tls", "none")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


@dataclass(frozen=True)
class Bucket:
    """A bucket, and who we are there."""

    endpoint: str
    name: str
    region: str
    key: str
    secret: str = field(repr=False)

    @property
    def is_in_the_open(self) -> bool:
        """Say whether somebody on the way could see our secret's signatures and the pieces."""
        return goes_unlocked(self.endpoint)


def bucket_of(url: str) -> Bucket | None:
    """Read the address of a bucket; None without one, ImproperlyConfigured for nonsense.

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
    tls, region = options.pop("tls", "tls"), options.pop("region", "us-east-1")
    name, key, secret = (
        unquote(part)
        for part in (parts.path.strip("/"), parts.username or "", parts.password or "")
    )
    is_whole = parts.scheme == "s3" and host and key and secret and _BUCKET.fullmatch(name)
    if not is_whole or options or tls not in TLS:
        raise wrong
    scheme = "http" if tls == "none" else "https"
    place = f"[{host}]" if ":" in str(host) else str(host)
    endpoint = f"{scheme}://{place}" + (f":{port}" if port else "")
    return Bucket(endpoint, name, region, key, secret)
