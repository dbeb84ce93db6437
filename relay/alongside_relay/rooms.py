"""Who is connected, who follows what, and who is told."""

from collections.abc import Collection, Iterable
from typing import TypeVar

from pse.frames import Gate as GateFrame
from pse.wire import encode

from .codes import Bye, Mode
from .connection import Connection, Follower
from .rows import Gate
from .submission import Kept

Key = TypeVar("Key")
Value = TypeVar("Value")
OVER = (Mode.CLOSED, Mode.GONE)


class Rooms:
    """All connections by account, by sign-in and by the conversations they follow."""

    def __init__(self) -> None:
        self._by_account: dict[int, list[Connection]] = {}
        self._by_token: dict[int, list[Connection]] = {}
        self._followers: dict[bytes, list[Follower]] = {}

    def __len__(self) -> int:
        return sum(len(each) for each in self._by_account.values())

    def is_here(self, account: int) -> bool:
        """Say whether an account has an open line here; from any thread."""
        return account in self._by_account

    def enter(self, connection: Connection) -> None:
        """Let a connection in."""
        self._by_token.setdefault(connection.token, []).append(connection)
        self._by_account.setdefault(connection.account, []).append(connection)

    def beyond(self, limit: int, *, account: int) -> list[Connection]:
        """The oldest connections of an account that has more than so many."""
        mine = self._by_account.get(account, [])
        return mine[: max(len(mine) - limit, 0)]

    def leave(self, connection: Connection) -> None:
        """Forget a connection; safe to repeat."""
        for follower in list(connection.follows.values()):
            self.unfollow(follower)
        _drop(self._by_token, connection.token, connection)
        _drop(self._by_account, connection.account, connection)

    def follow(self, connection: Connection, conv: bytes, n: int) -> Follower:
        """Begin to follow from number n on; an earlier following of the same ends."""
        if earlier := connection.follows.get(conv):
            self.unfollow(earlier)
        follower = Follower(connection, conv, n)
        connection.follows[conv] = follower
        self._followers.setdefault(conv, []).append(follower)
        return follower

    def unfollow(self, follower: Follower) -> None:
        """End a following."""
        follower.end()
        if follower.connection.follows.get(follower.conv) is follower:
            del follower.connection.follows[follower.conv]
        _drop(self._followers, follower.conv, follower)

    def deliver(self, kept: Kept, source: Connection) -> list[Follower]:
        """Acknowledge an entry to its source, and hand a fresh one to all others who follow.

        Gives back those who have to catch up first.
        """
        own = source.follows.get(kept.conv)
        if own is None:
            source.push(kept.ack)
        behind = [] if own is None or own.take_own(kept.n, kept.ack) else [own]
        # Whoever asked to follow is here before it is known whether they may.
        others = [
            follower
            for follower in self._followers.get(kept.conv, ())
            if follower is not own and follower.connection.account in kept.members
        ]
        if kept.is_fresh:
            behind += [
                follower
                for follower in others
                if not follower.take(kept.n, kept.frame_for(follower.connection.account))
            ]
        else:
            # It was stored, but the answer was lost on the way: nobody here was told either.
            behind += [
                follower for follower in others if follower.n < kept.n and follower.wake()
            ]
        return behind

    def followers_of(self, conv: bytes) -> list[Follower]:
        """Everyone who follows a conversation here."""
        return list(self._followers.get(conv, ()))

    def followed(self) -> list[bytes]:
        """Every conversation that somebody follows here."""
        return list(self._followers)

    def apply(self, conv: bytes, gate: Gate | None) -> None:
        """Obey a gate that was read again: unfollow whom it shuts out, tell all concerned."""
        mode = gate.mode if gate else Mode.GONE
        members = gate.members if gate else {}
        readers = gate.reading_now() if gate else ()
        self.tell_others(conv, mode, readers, beside=None)
        self.tell_others(conv, Mode.CLOSED, members.keys() - set(readers), beside=None)
        for follower in self.followers_of(conv):
            account = follower.connection.account
            told = mode if account in readers else Mode.CLOSED
            if account not in members:
                told = Mode.GONE
            if told in OVER:
                self.unfollow(follower)
            follower.connection.push(encode(GateFrame(conv, told)))

    def of_token(self, token: int) -> list[Connection]:
        """The connections of one sign-in."""
        return list(self._by_token.get(token, ()))

    def of_account_ref(self, ref: bytes) -> list[Connection]:
        """The connections of one account."""
        return [each for each in self.all() if each.account_ref == ref]

    def all(self) -> Iterable[Connection]:
        """Every connection."""
        return [each for mine in self._by_account.values() for each in mine]

    def ask_who_is_there(self) -> None:
        """Let go of phones that vanished without a word."""
        for connection in self.all():
            connection.ask_if_there()

    def say_goodbye(self) -> None:
        """The relay is going down, or cannot be trusted for the moment."""
        for connection in self.all():
            connection.goodbye(Bye.GOING_DOWN)

    def tell_others(
        self, conv: bytes, mode: int, members: Collection[int], *, beside: Connection | None
    ) -> None:
        """Send a GATE to members who are connected and do not follow."""
        frame = b""
        for account in members:
            for connection in self._by_account.get(account, ()):
                if conv not in connection.follows and connection is not beside:
                    frame = frame or encode(GateFrame(conv, mode))
                    connection.push(frame)


def _drop(table: dict[Key, list[Value]], key: Key, value: Value) -> None:
    values = table.get(key, [])
    if value in values:
        values.remove(value)
    if not values:
        table.pop(key, None)
