"""Joins the connections to the ledger and to what they missed."""

import asyncio
from collections.abc import Callable
from typing import Any

from pse.frames import (
    MOST_PAGED,
    VERSION,
    Follow,
    Header,
    Opened,
    Page,
    Refusal,
    Send,
    SendQuietly,
    Unfollow,
)
from pse.refusal import Refused
from pse.ticket import Ticket
from pse.wire import decode, encode

from .catch_up import CatchUp
from .codes import Bye, No
from .config import RelayConfig, day_of
from .connection import Connection
from .door import TurnedAway, is_behind
from .layout import sent_entry
from .ledger import Ledger, Settled
from .limits import Pace
from .rooms import Rooms
from .sign_ins import SignIns
from .submission import Kept, NotKept, SignedOut, Submission
from .worker import Reader

NOBODYS = bytes(16)


class Switchboard:
    """Everything here happens in the event loop's thread."""

    def __init__(
        self,
        config: RelayConfig,
        reader: Reader,
        ledger: Ledger,
        *,
        rooms: Rooms,
        catch_up: CatchUp,
    ) -> None:
        self._rooms = rooms
        self._config = config
        self._limits = config.limits
        self._sign_ins = SignIns(reader)
        self._ledger = ledger
        self._is_waking = False
        self._catch_up = catch_up
        self._paces: dict[int, Pace] = {}
        self._doubted: set[bytes] = set()
        self._answers: dict[type, Callable[[Connection, Any], None]] = {
            Send: self._store,
            SendQuietly: self._store,
            Header: self._store,
            Follow: self._follow,
            Page: self._page,
            Unfollow: self._unfollow,
        }

    # ---- connections

    async def enter(self, connection: Connection, ticket: Ticket) -> None:
        """Let somebody with a good ticket in; TurnedAway if their sign-in is over."""
        connection.account, connection.account_ref = ticket.account, ticket.account_ref
        connection.token = ticket.token
        # Registered before the sign-in is looked up: if it ends meanwhile, the news finds it.
        self._rooms.enter(connection)
        self._make_room(connection.account)
        token = await self._sign_ins.find(ticket.token)
        if not is_behind(token, ticket):
            raise TurnedAway(Bye.SIGNED_OUT)
        now = self._config.clock()
        if token.expires_at <= now:
            raise TurnedAway(Bye.SESSION_OVER)
        connection.ends_at = token.expires_at
        connection.open(encode(Opened(VERSION, day_of(now))))

    def _make_room(self, account: int) -> None:
        # The oldest gives way: it may be a phone that vanished without a word.
        for oldest in self._rooms.beyond(self._limits.connections, account=account):
            oldest.goodbye(Bye.TOO_MANY)
            self._rooms.leave(oldest)

    def leave(self, connection: Connection) -> None:
        """A socket has closed."""
        self._rooms.leave(connection)
        connection.end()

    def hear(self, connection: Connection, raw: bytes | None) -> None:
        """Do what one frame asks."""
        if raw is None or len(raw) > self._limits.frame_bytes:
            connection.goodbye(Bye.MALFORMED)
            return
        if (entry := sent_entry(raw)) is not None:
            self._store(connection, Send(entry))
            return
        try:
            frame = decode(raw)
        except Refused:
            connection.goodbye(Bye.MALFORMED)
            return
        answer = self._answers.get(type(frame))
        if answer is None:
            connection.goodbye(Bye.MALFORMED)
        else:
            answer(connection, frame)

    def look_at_clock(self) -> None:
        """End what has run out, and forget who has gone or been quiet for long."""
        now = self._config.clock()
        for connection in self._rooms.all():
            if connection.is_over:  # said goodbye; its socket may hang for long
                self._rooms.leave(connection)
            if connection.ends_at is not None and connection.ends_at <= now:
                connection.goodbye(Bye.SESSION_OVER)
        quiet_since = asyncio.get_running_loop().time() - 60
        for account in [key for key, pace in self._paces.items() if pace.before(quiet_since)]:
            del self._paces[account]

    # ---- frames

    def _store(self, connection: Connection, frame: Send | Header) -> None:
        submission = Submission(
            connection, connection.account, connection.account_ref, connection.token, frame
        )
        pace = self._paces.get(connection.account)
        if pace is None:
            pace = self._paces[connection.account] = Pace(self._limits)
        too_many = connection.storing >= self._limits.to_store
        if (
            too_many
            or not self._ledger.takes_more
            or not pace.allows(asyncio.get_running_loop().time())
        ):
            for id_ in submission.ids:
                connection.push(encode(Refusal(id_, submission.conv, No.BUSY, 0, 0)))
            return
        connection.storing += 1
        self._ledger.submit(submission)
        if not self._is_waking:  # once everything that has arrived by now is in the queue
            self._is_waking = True
            asyncio.get_running_loop().call_soon(self._wake)

    def _wake(self) -> None:
        self._is_waking = False
        self._ledger.wake()

    def _follow(self, connection: Connection, frame: Follow) -> None:
        if frame.conv == NOBODYS:  # a room asks whether the line lives
            connection.push(encode(Refusal(NOBODYS, NOBODYS, No.NOT_YOURS, 0, 0)))
            return
        self._catch_up.follow(connection, frame.conv, frame.after_n)

    def _page(self, connection: Connection, frame: Page) -> None:
        if not 1 <= frame.count <= MOST_PAGED:
            connection.goodbye(Bye.MALFORMED)
            return
        self._catch_up.page(connection, frame.conv, frame.before_n, frame.count)

    def _unfollow(self, connection: Connection, frame: Unfollow) -> None:
        if follower := connection.follows.get(frame.conv):
            self._rooms.unfollow(follower)

    # ---- what the ledger has done

    def settle(self, settled: Settled) -> None:
        """Acknowledge and deliver one commit, in its order."""
        for submission, outcome in settled:
            source: Connection = submission.source
            source.storing -= 1
            if isinstance(outcome, SignedOut):
                source.goodbye(outcome.code)
            elif isinstance(outcome, NotKept):
                if outcome.is_in_doubt:
                    self._doubted.add(submission.conv)
                for refusal in outcome.refusals:
                    source.push(refusal)
            else:
                self._deliver(outcome, source)

    def take_doubted(self) -> tuple[bytes, ...]:
        """Conversations that may have grown unsaid since the last time this was asked."""
        doubted, self._doubted = tuple(self._doubted), set()
        return doubted

    def _deliver(self, entries: list[Kept], source: Connection) -> None:
        for kept in entries:
            for follower in self._rooms.deliver(kept, source):
                self._catch_up.resume(follower)
        last = entries[-1]
        if last.is_fresh:
            self._rooms.tell_others(last.conv, last.mode, last.members, beside=source)
