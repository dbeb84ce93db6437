"""A house with a mail server, and people who left their address."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from alongside.ground.clock import day_of
from alongside.notices.actions import (
    confirm,
    hear_here,
    leave_address,
    leave_number,
    show_code,
)
from alongside.notices.actions.hearing import Subscription
from alongside.notices.actions.reaching import Wish
from alongside.notices.links import CONFIRM, code_of, token_of
from alongside.notices.models import Device, Owed, Phone, Reach
from alongside.settings.mail import mail
from tests.mailbox import Mailbox, open_mailbox
from tests.pushbox import Browser, Pushbox, open_pushbox
from tests.textbox import Textbox, open_textbox

# A Thursday at noon in Madrid, far from any quiet hour.
NOON = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
SENDER = "post@notes.example.org"
ADAS_PHONE = "+4915112345678"
BENS = "ben@work.example.org"
DORAS = "dora@desk.example.org"


@pytest.fixture(scope="session")
def _mail_server() -> Iterator[Mailbox]:
    with open_mailbox() as box:
        yield box


@pytest.fixture
def mailbox(_mail_server: Mailbox, settings: Any) -> Mailbox:
    """Where all letters of the house arrive."""
    _mail_server.clear()
    point_to(settings, _mail_server.url)
    return _mail_server


def point_to(settings: Any, url: str) -> None:
    """Set the mail server as the environment would."""
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, mail_url=url, mail_from=SENDER)
    settings.ORIGIN = "https://peers.example.org"
    for name, value in mail(url).items():
        setattr(settings, name, value)


def wish(address: str = BENS, **change: Any) -> Wish:
    """Somebody's wish with the usual quiet hours in Madrid."""
    usual = {
        "address": address,
        "turned_on": True,
        "quiet_from": 21 * 60,
        "quiet_to": 8 * 60,
        "zone": "Europe/Madrid",
    }
    return Wish(**(usual | change))


def reached(
    somebody: Any, address: str = BENS, *, now: datetime = NOON, **change: Any
) -> Reach:
    """Let somebody leave an address and confirm it, without reading the letter."""
    reach = leave_address(somebody, wish(address, **change), now=now)
    assert reach is not None
    confirm(token_of(CONFIRM, reach.proof), now=now)
    Reach.objects.filter(pk=reach.pk).update(proof_waits=False)
    reach.refresh_from_db()
    return reach


def owe(reach: Reach) -> None:
    """Set the bit, as the relay does."""
    Owed.objects.get_or_create(reach=reach)


def is_owed(reach: Reach) -> bool:
    """Say whether the bit is set."""
    return Owed.objects.filter(reach=reach).exists()


@pytest.fixture(scope="session")
def _push_service() -> Iterator[Pushbox]:
    with open_pushbox() as box:
        yield box


@pytest.fixture
def pushbox(_push_service: Pushbox, settings: Any) -> Pushbox:
    """Where all pushed notes of the house arrive."""
    _push_service.clear()
    hosts = (_push_service.origin,)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, push_hosts=hosts)
    settings.ORIGIN = "https://peers.example.org"
    return _push_service


def hearing(
    somebody: Any, browser: Browser, *, way: bytes = b"a phone of mine.", today: int = 0
) -> Device:
    """Let a device hear, as the room asks for it."""
    given = Subscription(browser.endpoint, browser.public, browser.secret)
    hear_here(somebody, way, given, today=today or day_of(NOON))
    return Device.objects.get(way=way)


@pytest.fixture(scope="session")
def _provider() -> Iterator[Textbox]:
    with open_textbox() as box:
        yield box


@pytest.fixture
def textbox(_provider: Textbox, settings: Any) -> Textbox:
    """Where all texts of the house arrive."""
    _provider.clear()
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, text_url=_provider.url)
    settings.ORIGIN = "https://peers.example.org"
    return _provider


def texted(somebody: Any, number: str = ADAS_PHONE, *, now: datetime = NOON) -> Phone:
    """Let somebody leave a number and show its code, without reading the text."""
    leave_number(somebody, number, lang="en", now=now)
    proof = Phone.objects.get(reach__account=somebody).proof
    assert proof is not None
    show_code(somebody, code_of(bytes(proof)), now=now)
    return Phone.objects.get(reach__account=somebody)
