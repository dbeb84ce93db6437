"""Who may open the wire: the page it comes from, the ticket it shows, the sign-in behind it."""

from collections.abc import Collection
from datetime import datetime
from typing import TypeGuard

from picows import WSUpgradeRequest

from pse.frames import VERSION, Open
from pse.refusal import Refused
from pse.ticket import Ticket, read_ticket
from pse.wire import decode

from .codes import Bye
from .config import RelayConfig
from .rows import Token

SUBPROTOCOL = "pse1"
PATH = b"/wire"


class TurnedAway(Exception):
    """The connection ends here, with this code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def may_knock(request: WSUpgradeRequest, origins: Collection[str]) -> bool:
    """Only our own pages, speaking our own protocol, are answered at all."""
    said = request.headers.getall("origin", [])
    is_ours = len(said) == 1 and said[0] in origins
    return request.path == PATH and is_ours and SUBPROTOCOL in _protocols(request)


def _protocols(request: WSUpgradeRequest) -> list[str]:
    said = request.headers.getall("sec-websocket-protocol", [])
    return [name.strip() for each in said for name in each.split(",")]


def ticket_in(raw: bytes | None, config: RelayConfig, *, now: datetime) -> Ticket:
    """The ticket of a first frame; TurnedAway with the code that says why."""
    try:
        frame = decode(raw or b"")
    except Refused:
        raise TurnedAway(Bye.MALFORMED) from None
    if not isinstance(frame, Open):
        raise TurnedAway(Bye.MALFORMED)
    if frame.version != VERSION:
        raise TurnedAway(Bye.VERSION)
    return _read(frame.ticket, config, now)


def _read(raw: bytes, config: RelayConfig, now: datetime) -> Ticket:
    try:
        return read_ticket(config.ticket_key, config.home, raw, now=int(now.timestamp()))
    except Refused:
        raise TurnedAway(Bye.SESSION_OVER) from None


def is_behind(token: Token | None, ticket: Ticket) -> TypeGuard[Token]:
    """Say whether this sign-in is the ticket's: alive, of the same account, a full one."""
    return token is not None and token.account == ticket.account and token.is_full
