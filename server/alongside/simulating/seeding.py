"""The rows of many made-up pairs, as the rooms would have written them; for empty houses."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction

from alongside.conversations.models import Conversation, Member
from alongside.ground import clock
from alongside.people.models import Account, Token
from alongside.relationships.models import Relationship
from alongside.simulating.pairs import AGREEMENT, Seeded, Side, kr_hash_of
from pse.ids import conv_id_of
from pse.ticket import token_hash_of

RAND = b"r" * 16
AT_ONCE = 500


@transaction.atomic
def seed(pairs: int) -> list[Seeded]:
    """Make so many pairs more, ready to talk."""
    first = Conversation.objects.count()
    both = sides(range(2 * first, 2 * (first + pairs)))
    clients, specialists = both[::2], both[1::2]
    rows = _conversations(clients, specialists)
    return [
        Seeded(row.ref, client, specialist, row.pk)
        for row, client, specialist in zip(rows, clients, specialists, strict=True)
    ]


def sides(numbers: Sequence[int]) -> list[Side]:
    """Make an account and a sign-in for each of these numbers."""
    refs = [number.to_bytes(16, "big") for number in numbers]
    accounts = Account.objects.bulk_create(
        [
            Account(ref=ref, username=f"load-load-{number}")
            for number, ref in zip(numbers, refs, strict=True)
        ],
        batch_size=AT_ONCE,
    )
    raws = [number.to_bytes(32, "big") for number in numbers]
    ends = clock.now() + timedelta(hours=12)
    tokens = Token.objects.bulk_create(
        [
            Token(token_hash=token_hash_of(raw), account=account, scope=1, expires_at=ends)
            for raw, account in zip(raws, accounts, strict=True)
        ],
        batch_size=AT_ONCE,
    )
    return [
        Side(account.pk, bytes(account.ref), token.pk, raw)
        for account, token, raw in zip(accounts, tokens, raws, strict=True)
    ]


def _conversations(clients: Sequence[Side], specialists: Sequence[Side]) -> list[Conversation]:
    relationships = Relationship.objects.bulk_create(
        [
            _relationship(client, specialist)
            for client, specialist in zip(clients, specialists, strict=True)
        ],
        batch_size=AT_ONCE,
    )
    rows = Conversation.objects.bulk_create(
        [
            _conversation(relationship, client)
            for relationship, client in zip(relationships, clients, strict=True)
        ],
        batch_size=AT_ONCE,
    )
    Member.objects.bulk_create(
        [
            Member(conversation=row, account_id=side.account, role=role, may_write=True)
            for row, *both in zip(rows, clients, specialists, strict=True)
            for role, side in enumerate(both, 1)
        ],
        batch_size=AT_ONCE,
    )
    return rows


def _relationship(client: Side, specialist: Side) -> Relationship:
    return Relationship(
        client_id=client.account,
        specialist_id=specialist.account,
        state="active",
        conv=conv_id_of(1, client.ref, kr_hash_of(client.ref), RAND),
        promise={},
        agreement_hash=AGREEMENT,
        client_sig=bytes(64),
        client_day=0,
        specialist_sig=bytes(64),
        specialist_day=0,
        asked_on=0,
        agreed_on=0,
    )


def _conversation(relationship: Relationship, client: Side) -> Conversation:
    return Conversation(
        ref=relationship.conv,
        rand=RAND,
        kind=1,
        owner_id=client.account,
        relationship=relationship,
        mode=2,
        agreement_hash=AGREEMENT,
        retention=12,
        opened_on=0,
    )
