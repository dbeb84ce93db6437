"""Somebody in one conversation, with a room that checks every frame."""

from pse import frames, talking
from pse.conversation import Conversation
from pse.remembered import Mark
from pse.walk import Line

from .conftest import Wire
from .people import Asked, Somebody
from .room import Room


class Voice:
    """Says things and hears them; what it heard is proved, line by line."""

    def __init__(
        self, wire: Wire, who: Somebody, asked: Asked, *, pin: Mark | None = None
    ) -> None:
        self.who = who
        self.asked = asked
        self.room: Room = wire.room(who)
        self.seen: Conversation = asked.read_by(who, today=wire.clock.today, pin=pin)
        after_n = 0 if pin is None else pin.n
        self.lines: list[Line] = self.room.follow(self.seen, after_n=after_n)

    def __enter__(self) -> "Voice":
        return self

    def __exit__(self, *_: object) -> None:
        self.room.__exit__()

    def line(self, text: str = "One line.") -> frames.Send:
        """A sealed line that has not been sent."""
        return talking.write_line(self.who.person, self.seen, text, ts=1_000)

    def say(self, text: str = "One line.") -> frames.Ack:
        """Send a line and see it stored."""
        return self.put(self.line(text))

    def leave(self, *, day: int) -> frames.Ack:
        """Send a leave and see it stored."""
        return self.put(talking.leave(self.who.person, self.seen, day=day))

    def put(self, send: frames.Send) -> frames.Ack:
        """Send an entry and see it stored where it should be."""
        ack = self.room.send_and_wait(send)
        self.acknowledged(ack, send)
        return ack

    def acknowledged(self, ack: frames.Ack, send: frames.Send) -> None:
        """Take one's own entry from its ACK, unless it was shown as ENTRY before."""
        if ack.n > self.seen.walk.n:
            self.seen.take(frames.Stored(ack.n, send.entry))
        assert ack.h == self.seen.walk.hash_at(ack.n)

    def turn(self, *, day: int, reason: int = 2) -> frames.Header:
        """The header of the next epoch, not sent."""
        records = {each.person.account_id: each.person.record for each in self.asked.members}
        return talking.turn(self.who.person, self.seen, records=records, day=day, reason=reason)

    def begin_epoch(self, header: frames.Header) -> frames.Ack:
        """Send a header and see it stored."""
        self.room.send(header)
        ack = self.room.until(frames.Ack)
        wrap = header.wraps[self.who.person.account_id]
        self.seen.take(frames.Head(ack.conv, ack.n, header.header, header.eh_sig, wrap))
        assert ack.h == self.seen.walk.h
        return ack

    def hear(self) -> list[Line]:
        """Take the next frame of this conversation."""
        return self.seen.take(self.room.next())  # type: ignore[arg-type]

    def hears(self, count: int) -> list[str]:
        """The next so many lines, as text."""
        heard = [self.hear() for _ in range(count)]
        return [line.body.b for lines in heard for line in lines]  # type: ignore[union-attr]

    def refused(self, frame: frames.Send | frames.Header) -> tuple[int, int]:
        """Send a frame that is refused: (code, detail)."""
        self.room.send(frame)
        refusal = self.room.until(frames.Refusal)
        assert refusal.conv == self.asked.conv
        assert refusal.head_n == self.seen.walk.n
        return refusal.code, refusal.detail
