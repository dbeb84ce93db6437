"""The only doors to people."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people.models import Account, Block, OneTimeLink, Role, RoleName, Token
from pse.ticket import token_hash_of


def token_of(raw: bytes, *, now: datetime) -> Token | None:
    """Give the living sign-in a token stands for, with its account."""
    return (
        Token.objects.select_related("account")
        .filter(token_hash=token_hash_of(raw), expires_at__gt=now, account__closed=False)
        .first()
    )


def account_named(username: str) -> Account | None:
    """Give the open place with this name."""
    return Account.objects.filter(username=username, closed=False).first()


def account_of_ref(ref: bytes) -> Account:
    """Give the open place with this identifier; NotYours else."""
    account = Account.objects.filter(ref=ref, closed=False).first()
    if account is None:
        raise NotYours
    return account


def roles_of(person: Account) -> list[Role]:
    """Give what a person is and wishes to be, in the order of the numbers."""
    return list(Role.objects.filter(account=person).order_by("role"))


def is_client(person: Account) -> bool:
    """Say whether a person may ask."""
    return Role.objects.filter(account=person, role=RoleName.CLIENT).exists()


def is_specialist(person: Account, *, or_wishes: bool = False) -> bool:
    """Say whether a person is a specialist, or (if asked so) came to become one."""
    role = Role.objects.filter(account=person, role=RoleName.SPECIALIST).first()
    return role is not None and (or_wishes or not role.wished)


def specialists_from(after: int = 0) -> QuerySet[Role]:
    """Give every open place that is a specialist or wishes to be, oldest first.

    `after`: only those who came after this account.
    """
    found = Role.objects.filter(role=RoleName.SPECIALIST, account__closed=False)
    return found.filter(account__gt=after).select_related("account").order_by("account_id")


def is_blocked(one: Account, other: Account) -> bool:
    """Say whether either of two people blocked the other."""
    both = [one.pk, other.pk]
    return Block.objects.filter(blocker__in=both, blocked__in=both).exists()


def blocked_by(person: Account, among: Iterable[Account]) -> set[int]:
    """Give whom of these a person blocked, by account; never who blocked them."""
    ids = [each.pk for each in among]
    found = Block.objects.filter(blocker=person, blocked__in=ids)
    return set(found.values_list("blocked_id", flat=True))


def who_blocked(person: Account, among: Iterable[Account]) -> set[int]:
    """Give who of these blocked a person, by account; only for what nobody can tell apart."""
    ids = [each.pk for each in among]
    found = Block.objects.filter(blocker__in=ids, blocked=person)
    return set(found.values_list("blocker_id", flat=True))


def accounts_of_refs(refs: Iterable[bytes]) -> dict[bytes, Account]:
    """Give the open places with these identifiers, in one question."""
    found = Account.objects.filter(ref__in=list(refs), closed=False).order_by("id")
    return {account.ref: account for account in found}


def open_links() -> list[OneTimeLink]:
    """Give the links that nobody has used yet and that still work, newest first."""
    return list(OneTimeLink.objects.filter(expires_on__gte=clock.today()).order_by("-id"))


def link_at_desk(link_id: int) -> OneTimeLink:
    """Give one open link by its number, for the desk; NotYours else."""
    link = OneTimeLink.objects.filter(pk=link_id).first()
    if link is None:
        raise NotYours
    return link


def kept_apart_by_blocks(among: QuerySet[Any, Any]) -> list[tuple[int, int]]:
    """Give (one of these, somebody else) for every block in either direction."""
    made = Block.objects.filter(blocker__in=among).values_list("blocker_id", "blocked_id")
    met = Block.objects.filter(blocked__in=among).values_list("blocked_id", "blocker_id")
    return [*made, *met]
