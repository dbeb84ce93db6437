"""Makes the tables and the rows of many pairs, as the server would have written them."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pse.ids import conv_id_of

HOME = bytes(range(16))
AGREEMENT = b"a" * 32
RAND = b"r" * 16


@dataclass(frozen=True)
class Side:
    """One account of a pair: its row, its id, its sign-in's row."""

    account: int
    ref: bytes
    token: int


@dataclass(frozen=True)
class Seeded:
    """Two accounts and their conversation."""

    conv: bytes
    client: Side
    specialist: Side


def use(data: Path, database_url: str) -> None:
    """Point the house at this data folder and make the tables."""
    os.environ |= {
        "ALONGSIDE_DATA": str(data),
        "ALONGSIDE_DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "alongside.settings",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def seed(pairs: int) -> list[Seeded]:
    """Make so many pairs, ready to talk."""
    from django.db import transaction

    from alongside.conversations.models import Conversation

    first = Conversation.objects.count()
    with transaction.atomic():
        return [_pair(first + number) for number in range(pairs)]


def kr_hash_of(ref: bytes) -> bytes:
    """Stands for the hash of somebody's key record; the relay never sees one."""
    return ref * 2


def _pair(number: int) -> Seeded:
    from alongside.conversations.models import Conversation, Member
    from alongside.relationships.models import Relationship

    client, specialist = _side(2 * number), _side(2 * number + 1)
    conv = conv_id_of(1, client.ref, kr_hash_of(client.ref), RAND)
    relationship = Relationship.objects.create(
        client_id=client.account,
        specialist_id=specialist.account,
        state="active",
        conv=conv,
        promise={},
        agreement_hash=AGREEMENT,
        client_sig=bytes(64),
        client_day=0,
        specialist_sig=bytes(64),
        specialist_day=0,
        asked_on=0,
        agreed_on=0,
    )
    row = Conversation.objects.create(
        ref=conv,
        rand=RAND,
        kind=1,
        owner_id=client.account,
        relationship=relationship,
        mode=2,
        agreement_hash=AGREEMENT,
        retention=12,
        opened_on=0,
    )
    Member.objects.create(conversation=row, account_id=client.account, role=1, may_write=True)
    Member.objects.create(
        conversation=row, account_id=specialist.account, role=2, may_write=True
    )
    return Seeded(conv, client, specialist)


def _side(number: int) -> Side:
    from alongside.people.models import Account, Token

    ref = number.to_bytes(16, "big")
    account = Account.objects.create(ref=ref, username=f"load-load-{number}")
    token = Token.objects.create(
        token_hash=number.to_bytes(32, "big"),
        account=account,
        scope=1,
        expires_at=datetime.now(UTC) + timedelta(hours=12),
    )
    return Side(account.pk, ref, token.pk)
