"""A phone of one's own gets short notes as texts, once its holder showed a code."""

import hmac
from datetime import datetime

from django.db import transaction
from django.db.models import F

from alongside.ground.clock import day_of
from alongside.ground.identifiers import new_identifier
from alongside.ground.refusal import Refused
from alongside.notices import post, texting
from alongside.notices.actions.hearing import (
    TEXT,
    drop_phone,
    held_or_new,
    settle_ways,
    tell_way,
)
from alongside.notices.links import code_of
from alongside.notices.models import Phone, Reach
from alongside.notices.rules import CODE_FOR, MOST_WRONG_CODES, number_in
from alongside.notices.zones import zone_named
from alongside.people.models import Account
from alongside.people.tries import take_code
from alongside.programme.queries import one_that_is_on


class NoTexts(Refused):
    """This house sends no text messages."""

    code = "no-texts"
    words = "This place sends no text messages yet."


class NotANumber(Refused):
    """Texts cannot be sent there."""

    code = "not-a-number"
    words = "Please write the number with its country code, such as +44 20 7946 0018."


class NotThere(Refused):
    """The programme writes to no numbers that begin like this one."""

    code = "not-there"
    words = "We cannot send text messages to this country."


class WrongCode(Refused):
    """These are not the digits that were sent."""

    code = "wrong-code"
    words = "That is not the code we sent. Please look again."


class CodeIsOver(Refused):
    """It is too old, was tried too often, or there was none."""

    code = "code-over"
    words = "This code does not work any more. Please ask for a new one."


@transaction.atomic
def leave_number(
    person: Account, text: str, *, lang: str, now: datetime, zone: str = ""
) -> None:
    """Send a code to the number of a phone; until it is shown, no note goes there.

    `zone`: where they are, for the quiet hours of whoever never chose any. One that this
    machine does not know is let be: no code is held up by it.
    """
    if not texting.is_ready():
        raise NoTexts
    number = number_in(text)
    if not number:
        raise NotANumber
    if not texting.may_text_to(number):
        raise NotThere
    reach = held_or_new(person, lang=lang)
    held = Phone.objects.filter(reach=reach).first()
    if held is not None and held.confirmed and held.number == number:
        return
    take_code(person, number, now=now)
    reach.lang = one_that_is_on(lang)
    if not reach.hears and not reach.address and zone_named(zone) is not None:
        reach.zone = zone
    reach.save(update_fields=["lang", "zone"])
    drop_phone(reach, today=day_of(now), settles=False)
    Phone.objects.create(
        reach=reach,
        number=number,
        proof=new_identifier(),
        proof_until=now + CODE_FOR,
        proof_waits=True,
    )
    settle_ways(reach)
    post.soon()


def show_code(person: Account, code: str, *, now: datetime) -> None:
    """Let notes go to a phone whose holder can read the code; each try counts at once.

    Within its hour the right code can be shown again: the answer may have been lost.
    """
    mine = Phone.objects.filter(reach__account=person, proof_until__gt=now)
    tried = mine.filter(wrong__lt=MOST_WRONG_CODES).exclude(proof=None)
    if not tried.update(wrong=F("wrong") + 1):
        raise CodeIsOver
    _confirm(person, code, now=now)


@transaction.atomic
def take_number_away(person: Account, *, today: int) -> None:
    """Forget the number of a person's phone; twice changes nothing."""
    reach = Reach.objects.select_for_update().filter(account=person).first()
    if reach is not None:
        drop_phone(reach, today=today)


@transaction.atomic
def _confirm(person: Account, code: str, *, now: datetime) -> None:
    reach = Reach.objects.select_for_update().filter(account=person).first()
    phone = Phone.objects.filter(reach=reach, proof_until__gt=now).exclude(proof=None).first()
    if reach is None or phone is None:
        raise CodeIsOver
    if not hmac.compare_digest(code_of(bytes(phone.proof or b"")).encode(), code.encode()):
        raise WrongCode
    is_again = phone.confirmed
    phone.confirmed, phone.returned, phone.wrong = True, False, 0
    phone.proof_waits = False
    phone.save(update_fields=["confirmed", "returned", "wrong", "proof_waits"])
    if is_again:
        return
    settle_ways(reach)
    tell_way(reach, TEXT, is_on=True, today=day_of(now))
