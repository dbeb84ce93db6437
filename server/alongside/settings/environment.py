"""What a programme sets from outside: every environment variable the server reads."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from alongside.ground.content_policy import names_of
from alongside.settings.mail import checked_sender
from alongside.settings.push import push_hosts
from alongside.settings.texts import checked_text_url
from pse.note import read_witness
from pse.refusal import Refused

PROJECT = Path(__file__).resolve().parents[3]
# The room inside an installed package; in the repository it is assembled elsewhere.
INSTALLED = Path(__file__).resolve().parents[1] / "public"
MODES = ("development", "production")
MOST_IN_TIME_HOURS = 7 * 24
MOST_ASK_AGAIN_DAYS = 90
NAMES = {
    "ALONGSIDE_MODE": "development (the default) or production",
    "ALONGSIDE_DATA": "the folder with the database, the secrets and the lock file",
    "ALONGSIDE_DATABASE_URL": "a PostgreSQL address; without it SQLite in the data folder",
    "ALONGSIDE_SECRET": "what sessions and links are signed with; 50 characters or more",
    "ALONGSIDE_HOSTS": "the host names that may be asked for, with commas between",
    "ALONGSIDE_ORIGIN": "the address people see, such as https://peers.example.org",
    "ALONGSIDE_ROOM_ORIGIN": "an address of its own for the room; without it the same",
    "ALONGSIDE_PUBLIC": "the folder with the assembled room",
    "ALONGSIDE_DEBUG": "yes shows technical error pages; development only",
    "ALONGSIDE_MAIL_URL": "the mail server: smtp://user:password@host:587?tls=starttls",
    "ALONGSIDE_MAIL_FROM": "the address that notes come from",
    "ALONGSIDE_TEXT_URL": "who carries text messages: twilio://account:token@host?from=1500...",
    "ALONGSIDE_WITNESSES": "who looks at the list of who is who from outside; commas between",
    "ALONGSIDE_FILES_URL": "a bucket for sealed files; without it a folder in the data folder",
    "ALONGSIDE_PROXIES": "whose word on an address counts; this machine without it",
    "ALONGSIDE_PUSH_HOSTS": "more push services than the usual, commas between; none for none",
    "ALONGSIDE_WORKING_DAYS": "on which days people work: 12345 is Monday to Friday",
    "ALONGSIDE_IN_TIME_HOURS": "how early a time to meet is moved in time; 24 without it",
    "ALONGSIDE_ASK_AGAIN_DAYS": "how long nobody asks again who said no; 14 without it",
    "ALONGSIDE_METRICS": "yes tells the wire's figures to others than this machine",
    "ALONGSIDE_TEST_CLOCK": "a file with seconds to travel in time; tests only",
    "PORT": "the port to listen on; 8000 without it",
}


@dataclass(frozen=True)
class Environment:
    """The outside settings, read once."""

    mode: str
    data: Path
    database_url: str
    secret: str
    hosts: tuple[str, ...]
    origin: str
    public: Path
    debug: bool
    test_clock: str
    port: int
    mail_url: str = ""
    mail_from: str = ""
    room_origin: str = ""
    witnesses: tuple[str, ...] = ()
    files_url: str = ""
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    shows_figures: bool = False
    push_hosts: tuple[str, ...] = ()
    working_days: tuple[int, ...] = (1, 2, 3, 4, 5)
    in_time_hours: int = 24
    ask_again_days: int = 14
    text_url: str = ""

    @property
    def is_production(self) -> bool:
        """Say whether real people may be on the other end."""
        return self.mode == "production"

    @property
    def origins(self) -> tuple[str, ...]:
        """Give the addresses of the house; one's own machine has two names."""
        return names_of(self.origin)

    @property
    def room_origins(self) -> tuple[str, ...]:
        """Give the addresses the room comes from: the house's, or its own alone."""
        return (self.room_origin,) if self.room_origin else self.origins


def read(environ: Mapping[str, str] = os.environ) -> Environment:
    """Read the environment; ImproperlyConfigured in one sentence for a value that is none."""
    port = _port(environ.get("PORT", "8000"))
    mode = _one_of(MODES, "ALONGSIDE_MODE", environ.get("ALONGSIDE_MODE", "development"))
    mail_url = environ.get("ALONGSIDE_MAIL_URL", "")
    here = mode == "development"
    return Environment(
        mode=mode,
        data=Path(environ.get("ALONGSIDE_DATA") or "var/data").resolve(),
        database_url=environ.get("ALONGSIDE_DATABASE_URL", ""),
        secret=environ.get("ALONGSIDE_SECRET", ""),
        hosts=_listed(
            environ.get("ALONGSIDE_HOSTS", "127.0.0.1,localhost,[::1]" if here else "")
        ),
        origin=_origin(
            "ALONGSIDE_ORIGIN",
            environ.get("ALONGSIDE_ORIGIN", f"http://127.0.0.1:{port}" if here else ""),
        ),
        room_origin=_origin("ALONGSIDE_ROOM_ORIGIN", environ.get("ALONGSIDE_ROOM_ORIGIN", "")),
        public=Path(environ.get("ALONGSIDE_PUBLIC") or _room()).resolve(),
        debug=_yes_or_no("ALONGSIDE_DEBUG", environ.get("ALONGSIDE_DEBUG", "no")),
        test_clock=environ.get("ALONGSIDE_TEST_CLOCK", ""),
        port=port,
        mail_url=mail_url,
        mail_from=checked_sender(environ.get("ALONGSIDE_MAIL_FROM", ""), is_needed=mail_url),
        witnesses=_witnesses(environ.get("ALONGSIDE_WITNESSES", "")),
        files_url=environ.get("ALONGSIDE_FILES_URL", ""),
        text_url=checked_text_url(environ.get("ALONGSIDE_TEXT_URL", "")),
        proxies=_proxies(environ.get("ALONGSIDE_PROXIES", "127.0.0.1,::1")),
        in_time_hours=_hours(environ.get("ALONGSIDE_IN_TIME_HOURS", "24")),
        ask_again_days=_days(environ.get("ALONGSIDE_ASK_AGAIN_DAYS", "14")),
        working_days=_weekdays(environ.get("ALONGSIDE_WORKING_DAYS", "12345")),
        shows_figures=_yes_or_no("ALONGSIDE_METRICS", environ.get("ALONGSIDE_METRICS", "no")),
        push_hosts=push_hosts(environ.get("ALONGSIDE_PUSH_HOSTS", ""), in_earnest=not here),
    )


def host_of(origin: str) -> tuple[str, ...]:
    """Give the host an origin names; none for none."""
    name = urlsplit(origin).hostname
    return (name,) if name else ()


def _room() -> Path:
    return INSTALLED if INSTALLED.is_dir() else PROJECT / "var" / "public"


def _one_of(choices: tuple[str, ...], name: str, value: str) -> str:
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {' or '.join(choices)}, not {value!r}.")
    return value


def _witnesses(value: str) -> tuple[str, ...]:
    lines = _listed(value)
    try:
        named = {read_witness(line).name for line in lines}
    except Refused as refusal:
        raise ImproperlyConfigured(f"ALONGSIDE_WITNESSES: {refusal}.") from None
    if len(named) != len(lines):
        raise ImproperlyConfigured("ALONGSIDE_WITNESSES names somebody twice.")
    return lines


def _yes_or_no(name: str, value: str) -> bool:
    return _one_of(("yes", "no"), name, value) == "yes"


def _hours(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_IN_TIME_HOURS:
        raise ImproperlyConfigured(
            "ALONGSIDE_IN_TIME_HOURS is a whole number of hours, from 1 to 168."
        )
    return int(text)


def _days(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST_ASK_AGAIN_DAYS:
        raise ImproperlyConfigured(
            "ALONGSIDE_ASK_AGAIN_DAYS is a whole number of days, from 0 to 90."
        )
    return int(text)


def _weekdays(value: str) -> tuple[int, ...]:
    if not value or set(value) - set("1234567") or list(value) != sorted(set(value)):
        raise ImproperlyConfigured(
            "ALONGSIDE_WORKING_DAYS is weekdays from 1 (Monday) to 7 in their order, such as "
            f"12345, not {value!r}."
        )
    return tuple(map(int, value))


def _proxies(value: str) -> tuple[str, ...]:
    try:
        return tuple(str(ip_address(one)) for one in _listed(value))
    except ValueError:
        raise ImproperlyConfigured(
            f"ALONGSIDE_PROXIES is addresses like 10.0.0.5, with commas between, not {value!r}."
        ) from None


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _port(value: str) -> int:
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise ImproperlyConfigured(f"PORT is a number from 1 to 65535, not {value!r}.")
    return int(value)


def _origin(name: str, value: str) -> str:
    parts = urlsplit(value)
    is_origin = parts.scheme in {"http", "https"} and parts.netloc and not parts.path.strip("/")
    if value and not is_origin:
        raise ImproperlyConfigured(f"{name} is a scheme and a host, not {value!r}.")
    return value.rstrip("/")
