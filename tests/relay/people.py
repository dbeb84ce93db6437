"""Ada, Ben and Finn with real keys, and the rows the server would have written for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from alongside.conversations.models import Conversation as ConversationRow
from alongside.conversations.models import Member, Mode
from alongside.people.models import Account, Token
from alongside.relationships.models import Relationship
from alongside_relay.config import day_of
from pse import talking
from pse.chance import repeatable_chance
from pse.conversation import Conversation
from pse.holder import Person
from pse.person import make_person
from pse.promise import agreement_hash
from pse.remembered import Mark
from pse.ticket import Ticket, write_ticket

HOME = bytes(range(16))
LOG_SEED = b"L" * 32
TICKET_KEY = b"T" * 32
SENTENCES = [("only-you-two", [])]
NAMES = {"Ada": "quiet-harbour-1001", "Ben": "green-valley-1002", "Finn": "far-island-1003"}


@cache
def person(name: str) -> Person:
    """Somebody of the cast; their keys are made once a run, at full cost."""
    chance = repeatable_chance(name)
    return make_person(NAMES[name], home=HOME, day=20_000, chance=chance).person


@dataclass(frozen=True)
class Somebody:
    """A person, their row, and one sign-in."""

    person: Person
    account: Account
    token: Token

    def ticket(self, *, now: datetime, lasts: int = 60, key: bytes = TICKET_KEY) -> bytes:
        """What `POST /api/ticket` would give."""
        expires = int(now.timestamp()) + lasts
        made = Ticket(self.account.pk, self.person.account_id, self.token.pk, expires)
        return write_ticket(key, HOME, made)


def sign_up(name: str, *, now: datetime) -> Somebody:
    """Make a place and sign in."""
    account = Account.objects.create(ref=person(name).account_id, username=NAMES[name])
    return Somebody(person(name), account, sign_in(account, now=now))


def sign_in(account: Account, *, now: datetime, scope: int = 1) -> Token:
    """One more sign-in; it lasts twelve hours."""
    number = Token.objects.count() + account.pk * 1000
    return Token.objects.create(
        token_hash=number.to_bytes(32, "big"),
        account=account,
        scope=scope,
        expires_at=now + timedelta(hours=12),
    )


@dataclass(frozen=True)
class Asked:
    """An ask: the rows, and the frame with the hello that has not been sent yet."""

    row: ConversationRow
    begun: talking.Begun
    members: tuple[Somebody, ...]

    @property
    def conv(self) -> bytes:
        """The conversation's id."""
        return self.begun.conv

    def set_mode(self, mode: Mode) -> None:
        """Do what a yes, an ending or a block does to the gate."""
        ConversationRow.objects.filter(pk=self.row.pk).update(mode=mode)

    def read_by(self, reader: Somebody, *, today: int, pin: Mark | None = None) -> Conversation:
        """A reader's whole check, as a room does it."""
        return conversation_of(reader, self.begun, self.members, today=today, pin=pin)


def conversation_of(
    reader: Somebody,
    begun: talking.Begun,
    members: Iterable[Somebody],
    *,
    today: int,
    pin: Mark | None = None,
) -> Conversation:
    """A reader's whole check of a conversation between these members."""
    people = {each.person.account_id: [each.person.record] for each in members}
    return talking.conversation_of(
        reader.person,
        conv=begun.conv,
        rand=begun.rand,
        sentences=SENTENCES,
        people=people,
        today=today,
        pin=pin,
    )


def ask(client: Somebody, specialist: Somebody, *, now: datetime) -> Asked:
    """Ask; the hello is still on the client's device."""
    day = day_of(now)
    begun = talking.ask(
        client.person,
        specialist.person.record,
        sentences=SENTENCES,
        retention=12,
        hello="Hello, I am looking for someone to talk to.",
        name="Ada",
        day=day,
        ts=int(now.timestamp() * 1000),
    )
    relationship = _relationship(begun, client.account, specialist.account, day=day)
    row = open_gate(
        begun, [client.account, specialist.account], relationship=relationship, mode=Mode.ASKED
    )
    return Asked(row, begun, (client, specialist))


def open_gate(
    begun: talking.Begun,
    accounts: Sequence[Account],
    *,
    relationship: Relationship,
    mode: Mode = Mode.ACTIVE,
) -> ConversationRow:
    """The gate's rows, as the server writes them when a conversation is opened."""
    client, specialist = accounts
    row = ConversationRow.objects.create(
        ref=begun.conv,
        rand=begun.rand,
        kind=1,
        owner=client,
        relationship=relationship,
        mode=mode,
        agreement_hash=agreement_hash(SENTENCES),
        retention=12,
        opened_on=relationship.asked_on,
    )
    Member.objects.create(conversation=row, account=client, role=1, may_write=True)
    Member.objects.create(conversation=row, account=specialist, role=2, may_write=True)
    return row


def _relationship(
    begun: talking.Begun, client: Account, specialist: Account, *, day: int
) -> Relationship:
    return Relationship.objects.create(
        client=client,
        specialist=specialist,
        state="asked",
        conv=begun.conv,
        promise={},
        agreement_hash=agreement_hash(SENTENCES),
        client_sig=bytes(64),
        client_day=day,
        asked_on=day,
    )
