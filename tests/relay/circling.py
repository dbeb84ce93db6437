"""A circle on the wire: the server's rows, and somebody in it who makes frames."""

from contextlib import contextmanager
from dataclasses import asdict, replace
from functools import cache

from alongside.conversations.models import Conversation as ConversationRow
from alongside.conversations.models import Member, Mode
from alongside.keys.models import Endorsement, KeyRecord
from alongside.people.models import Account
from pse import frames, talking
from pse.bundle import Secrets
from pse.chance import repeatable_chance
from pse.circle import (
    add_host,
    begin_circle,
    circle_of,
    go_on_without,
    let_in,
    remove_host,
    row_of,
    take_away,
)
from pse.circle_rules import HOST, NO_PROMISE
from pse.endorsement import CLIENT, SPECIALIST
from pse.key_log import EMPTY
from pse.key_record import first_key_record, kr_hash_of
from pse.signing import verify_key_of
from pse.wrapping import wrap_key_of

from .people import Somebody, person, sign_in
from .voice import Voice


@cache
def person_with_keys(name, username):
    """Somebody more, with keys of their own; nothing here is about the five words."""
    chance = repeatable_chance(name)
    secrets = Secrets(chance(32), {0: chance(32)}, chance(16), {0: chance(32)})
    record = first_key_record(
        ik_seed=secrets.ik,
        ik=verify_key_of(secrets.ik),
        ek=wrap_key_of(secrets.ek[0]),
        rand=secrets.rand,
        day=20_000,
    )
    changed = {"username": username, "secrets": secrets, "records": (record,)}
    return replace(person("Ben"), **changed, chance=chance)


def come_in(wire, name, username):
    """They have a place and are signed in."""
    who = person_with_keys(name, username)
    account = Account.objects.create(ref=who.account_id, username=username)
    return Somebody(who, account, sign_in(account, now=wire.clock()))


def keep_keys(who):
    """The server keeps what is public of their keys, every generation."""
    for record in who.person.records:
        KeyRecord.objects.get_or_create(
            kr_hash=kr_hash_of(record),
            defaults={**asdict(record), "account_id": who.account.pk},
        )


class Circle:
    """The rows that the server writes, and what is known of everybody's keys."""

    def __init__(self, wire, hosts, everybody):
        self.wire, self.everybody, self.log = wire, everybody, EMPTY
        first, second = hosts
        self.begun = begin_circle(
            first.person, [second.person.record], retention=12, day=wire.clock.today
        )
        self.conv = self.begun.conv
        self.row = ConversationRow.objects.create(
            ref=self.conv, rand=self.begun.rand, kind=2, owner=first.account,
            relationship=None, mode=Mode.ACTIVE, agreement_hash=NO_PROMISE, retention=12,
            opened_on=wire.clock.today,
        )  # fmt: skip
        for host in hosts:
            self.names(host, HOST)

    def names(self, who, role=1):
        """The server names somebody who may be let in; it holds their keys."""
        keep_keys(who)
        if role != CLIENT:
            self.stands_behind(who)
        Member.objects.update_or_create(
            conversation=self.row,
            account=who.account,
            defaults={"role": role, "may_write": True},
        )

    def stands_behind(self, who, **change):
        """The programme's word for somebody, or another in its place."""
        today = self.wire.clock.today
        word = {
            "kr_hash": kr_hash_of(who.person.records[0]), "role": SPECIALIST,
            "display_name": "Somebody", "from_day": today - 1, "to_day": today + 30,
            "sig": bytes(64), "revoked": False,
        }  # fmt: skip
        Endorsement.objects.update_or_create(
            account=who.account, serial=1, defaults={**word, **change}
        )

    @property
    def records(self):
        return {one.person.account_id: one.person.record for one in self.everybody}

    def read_by(self, who, *, today, pin=None):
        return circle_of(
            who.person,
            conv=self.conv,
            rand=self.begun.rand,
            people={one.person.account_id: one.person.records for one in self.everybody},
            today=today,
            pin=pin,
            log=self.log,
        )

    @contextmanager
    def voice(self, *some):
        """Everybody opens the circle, one after the other."""
        opened = [InCircle(self.wire, who, self) for who in some]
        try:
            yield opened
        finally:
            for one in opened:
                one.room.__exit__()


class InCircle(Voice):
    """Somebody in a circle; each deed is a frame that has not been sent yet."""

    @property
    def _how(self):
        return {"records": self.asked.records, "day": self.asked.wire.clock.today}

    def lets_in(self, *others, role=1):
        rows = [row_of(one.person.record, role) for one in others]
        return let_in(self.who.person, self.seen, rows, **self._how)

    def takes_away(self, who):
        return take_away(self.who.person, self.seen, who.person.account_id, **self._how)

    def goes_on(self):
        return go_on_without(self.who.person, self.seen, **self._how)

    def adds_host(self, who):
        return add_host(self.who.person, self.seen, who.person.record, **self._how)

    def removes_host(self, who, *, stays=True):
        gone = who.person.account_id
        return remove_host(self.who.person, self.seen, gone, stays=stays, **self._how)

    def refused_now(self, frame):
        """Why a frame was not taken, however far this room has read."""
        self.room.send(frame)
        return self.room.until(frames.Refusal).code

    def leaves(self):
        return talking.leave(self.who.person, self.seen, day=self.asked.wire.clock.today)


def said(opened, text, *others):
    """A line that goes through, and is heard by the others."""
    frame = opened.line(text)
    opened.room.send(frame)
    opened.room.until(frames.Ack)
    opened.seen.take(frames.Stored(opened.seen.walk.n + 1, frame.entry))
    for other in others:
        assert other.hears(1) == [text]


def posted(opened, header, *others):
    """A header that goes through, and is heard by the others."""
    opened.begin_epoch(header)
    for other in others:
        other.hear()


def left(opened, *others):
    """Somebody leaves, and the others hear it."""
    frame = opened.leaves()
    opened.room.send(frame)
    opened.room.until(frames.Ack)
    opened.seen.take(frames.Stored(opened.seen.walk.n + 1, frame.entry))
    for other in others:
        other.hear()
