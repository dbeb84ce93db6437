"""What people do at the door: come in, go, block, and be invited."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from alongside.ground import wire
from alongside.ground.announce import announce
from alongside.ground.clock import day_of
from alongside.ground.identifiers import from_text, to_text
from alongside.ground.refusal import Refused
from alongside.people.announcements import (
    Blocked,
    EverywhereLeft,
    PlaceClosed,
    SignedOutByProgramme,
    WayLeft,
)
from alongside.people.models import (
    Account,
    AlsoSpecialist,
    Block,
    DeskUser,
    OneTimeLink,
    Role,
    RoleName,
    Scope,
    Token,
    Tries,
)
from alongside.people.rules import (
    DAILY_CODES,
    FULL_FOR,
    LINK_DAYS,
    LONGEST_NOTE,
    LONGEST_WINDOW,
    SPARE_FOR,
)
from alongside.people.tries import Door, forgive, take_try
from pse.refusal import BadWords
from pse.ticket import token_hash_of
from pse.words import folded, phrase_of

_LASTS: dict[int, timedelta] = {Scope.FULL: FULL_FOR, Scope.SPARE: SPARE_FOR}


class NotOpened(Refused):
    """These words do not open this door; it does not say which part was wrong."""

    code = "not-opened"
    words = "That name and these words do not open this place."
    status = 401


class NameTaken(Refused):
    """Somebody has this name; the room draws another."""

    code = "name-taken"
    words = "That name is taken. Please choose another."
    status = 409


class LinkIsSpent(Refused):
    """This link was used, taken back, or is more than a week old."""

    code = "link-spent"
    words = "This link does not work any more. Please ask for a new one."


class NoteIsTooLong(Refused):
    """A note beside a link is one short line."""

    code = "note-too-long"
    words = "Please keep the note shorter."


@dataclass(frozen=True)
class SignedIn:
    """A sign-in that has just begun; the token is shown once and not kept."""

    raw: bytes
    token: Token
    lasts: timedelta


@transaction.atomic
def open_place(*, ref: bytes, username: str, wishes_specialist: bool) -> Account:
    """Make a place for someone new; NameTaken if name or identifier are somebody's."""
    try:
        with transaction.atomic():
            account = Account.objects.create(ref=ref, username=username)
    except IntegrityError:
        raise NameTaken from None
    role = RoleName.SPECIALIST if wishes_specialist else RoleName.CLIENT
    Role.objects.create(account=account, role=role, wished=wishes_specialist)
    return account


@transaction.atomic
def give_role(person: Account, role: int) -> None:
    """Let a person be what they wished to be, or something more."""
    Role.objects.update_or_create(account=person, role=role, defaults={"wished": False})


@transaction.atomic
def sign_in(
    person: Account, *, scope: Scope, now: datetime, way: bytes | None = None
) -> SignedIn:
    """Begin a sign-in: 12 hours, or ten minutes with the spare code."""
    raw = secrets.token_bytes(32)
    token = Token.objects.create(
        token_hash=token_hash_of(raw),
        account=person,
        scope=scope,
        way=way,
        expires_at=now + _LASTS[scope],
    )
    return SignedIn(raw, token, _LASTS[scope])


@transaction.atomic
def sign_out(token: Token) -> None:
    """End this sign-in; its open wires are cut at once."""
    _end(Token.objects.filter(pk=token.pk))


@transaction.atomic
def sign_out_others(token: Token) -> None:
    """End every other sign-in of the same person."""
    _end(Token.objects.filter(account=token.account_id).exclude(pk=token.pk))


@transaction.atomic
def sign_out_way(person: Account, way: bytes) -> None:
    """End every sign-in that came by one way in."""
    _end(Token.objects.filter(account=person, way=way))
    announce(WayLeft(person, way))


@transaction.atomic
def came_by(token: Token, way: bytes | None) -> None:
    """Remember that a sign-in belongs to a way in, or to none: it ends when that one does."""
    Token.objects.filter(pk=token.pk).update(way=way)


@transaction.atomic
def sign_out_everywhere(person: Account) -> None:
    """End every sign-in of a person, and cut their wires."""
    Token.objects.filter(account=person).delete()
    wire.tell(f"account:{person.ref.hex()}")
    announce(EverywhereLeft(person))


@transaction.atomic
def sign_out_by_programme(person: Account) -> None:
    """End every sign-in of somebody who asked the programme to; told on their wall."""
    sign_out_everywhere(person)
    announce(SignedOutByProgramme(person))


@transaction.atomic
def block(person: Account, *, by: Account) -> None:
    """Remember that someone wants to hear no more of a person."""
    _, is_new = Block.objects.get_or_create(blocker=by, blocked=person)
    if is_new:
        announce(Blocked(person, by))


@transaction.atomic
def unblock(person: Account, *, by: Account) -> None:
    """Take one's own block back; the other's, if there is one, stays."""
    Block.objects.filter(blocker=by, blocked=person).delete()


@transaction.atomic
def close_place(person: Account) -> None:
    """Let go of a person's name, roles and sign-ins; only the identifier stays."""
    sign_out_everywhere(person)
    Role.objects.filter(account=person).delete()
    AlsoSpecialist.objects.filter(account=person).delete()
    # Nobody meets them any more, here or under another name.
    Block.objects.filter(Q(blocker=person) | Q(blocked=person)).delete()
    Account.objects.filter(pk=person.pk).update(closed=True, username=None)
    announce(PlaceClosed(person))


def desk_sign_in(name: str, words: str, *, address: str, now: datetime) -> DeskUser:
    """Give the coordinator with this name and these words; NotOpened or SlowDown."""
    door = Door("desk", name, address)
    take_try(door, now=now)
    user = DeskUser.objects.filter(name=name).first()
    # Django takes as long for nobody (an unusable password) as for somebody with other words.
    is_right = check_password(_spelled(words), user.password if user else make_password(None))
    if user is None or not is_right:
        raise NotOpened
    forgive(door)
    return user


@transaction.atomic
def make_desk_user(name: str, words: str) -> DeskUser:
    """Give someone a seat at the desk, or new words."""
    password = make_password(_spelled(words))
    user, _ = DeskUser.objects.update_or_create(name=name, defaults={"password": password})
    return user


@transaction.atomic
def make_link(*, by: DeskUser, note: str, now: datetime) -> str:
    """Make a way in for one future specialist; gives the token, which is shown once."""
    if len(note) > LONGEST_NOTE:
        raise NoteIsTooLong
    raw = secrets.token_bytes(32)
    OneTimeLink.objects.create(
        token_hash=token_hash_of(raw), note=note, made_by=by, expires_on=day_of(now) + LINK_DAYS
    )
    return to_text(raw)


@transaction.atomic
def spend_link(link: str, *, today: int) -> None:
    """Use a link up; LinkIsSpent if it is not one that works, so two never share one."""
    try:
        raw = from_text(link, length=32)
    except ValueError:
        raise LinkIsSpent from None
    found = OneTimeLink.objects.filter(token_hash=token_hash_of(raw), expires_on__gte=today)
    spent, _ = found.delete()
    if not spent:
        raise LinkIsSpent


@transaction.atomic
def revoke_link(link: OneTimeLink, *, by: DeskUser) -> None:
    """Take a link back; doing it twice changes nothing."""
    OneTimeLink.objects.filter(pk=link.pk).delete()


@transaction.atomic
def forget_tokens(*, now: datetime) -> None:
    """Delete sign-ins that have run out."""
    Token.objects.filter(expires_at__lte=now).delete()


@transaction.atomic
def forget_tries(*, now: datetime) -> None:
    """Delete counts of tries once their window is over."""
    Tries.objects.filter(lasts_day=False, window_start__lte=now - LONGEST_WINDOW).delete()
    Tries.objects.filter(window_start__lte=now - DAILY_CODES.window).delete()


@transaction.atomic
def forget_links(*, today: int) -> None:
    """Delete links that do not work any more."""
    OneTimeLink.objects.filter(expires_on__lt=today).delete()


def _spelled(words: str) -> str:
    try:
        return phrase_of(words)
    except BadWords:
        # Not five words of the list: nobody has them, and it takes as long to find out.
        return folded(words)


def _end(tokens: QuerySet[Token]) -> None:
    for token in tokens.order_by("id"):
        wire.tell(f"session:{token.pk}")
    tokens.delete()
