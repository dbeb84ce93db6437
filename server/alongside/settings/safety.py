"""What a live programme must not start with, each in one clear sentence."""

from collections.abc import Iterator

from alongside.settings.database import is_database_in_the_open
from alongside.settings.environment import Environment
from alongside.settings.files import bucket_of
from alongside.settings.mail import mail_server
from alongside.settings.texts import text_service

SHORTEST_SECRET = 50


def unsafe(environment: Environment) -> list[str]:
    """List why this environment may not serve real people; nothing in development."""
    return list(_reasons(environment)) if environment.is_production else []


def _reasons(environment: Environment) -> Iterator[str]:
    if environment.debug:
        yield "Technical error pages show what is inside: set ALONGSIDE_DEBUG to no."
    if len(environment.secret) < SHORTEST_SECRET:
        yield f"Set ALONGSIDE_SECRET to {SHORTEST_SECRET} or more random characters."
    if not environment.hosts:
        yield "Set ALONGSIDE_HOSTS to the host names people use."
    if any("*" in host or host.startswith(".") for host in environment.hosts):
        yield "Name each host in ALONGSIDE_HOSTS: a wildcard lets anyone pretend to be you."
    yield from _about_origins(environment.origin, environment.room_origin)
    yield from _in_the_open(environment)
    if environment.test_clock:
        yield "A live programme keeps to the real time: unset ALONGSIDE_TEST_CLOCK."


def _in_the_open(environment: Environment) -> Iterator[str]:
    if is_database_in_the_open(environment.database_url):
        yield (
            "What the database is told would travel in the open: "
            "write sslmode=verify-full in ALONGSIDE_DATABASE_URL."
        )
    server = mail_server(environment.mail_url)
    if server is not None and server.is_in_the_open:
        yield "Mail would travel in the open: write tls=starttls in ALONGSIDE_MAIL_URL."
    bucket = bucket_of(environment.files_url)
    if bucket is not None and bucket.is_in_the_open:
        yield "Files would travel in the open: leave tls=none out of ALONGSIDE_FILES_URL."
    texts = text_service(environment.text_url)
    if texts is not None and texts.is_in_the_open:
        yield "Texts would travel in the open: leave tls=none out of ALONGSIDE_TEXT_URL."


def _about_origins(house: str, room: str) -> Iterator[str]:
    if not house.startswith("https://"):
        yield "Set ALONGSIDE_ORIGIN to an address that begins with https://."
    if room and not room.startswith("https://"):
        yield "Set ALONGSIDE_ROOM_ORIGIN to an address that begins with https://."
    if room and room == house:
        yield "ALONGSIDE_ROOM_ORIGIN is another address than ALONGSIDE_ORIGIN, or unset."
