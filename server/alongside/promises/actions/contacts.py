"""Contacts by phone or in person: noted by either, put right or taken out by either."""

from dataclasses import dataclass

from django.db import transaction

from alongside.conversations.actions.gates import tell_both
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account
from alongside.promises import rules
from alongside.promises.models import Contact, How
from alongside.promises.queries import side_in
from alongside.relationships.models import GOING, Relationship


class NotAContact(Refused):
    """A day or a length that no contact can have had."""

    code = "not-a-contact"
    words = "Please choose a day within the last three months, and at most twelve hours."


class ContactsFull(Refused):
    """So many on one day are a mistake."""

    code = "contacts-full"
    words = "So many are noted for this day already. Please look at them first."


@dataclass(frozen=True)
class ContactPaper:
    """What is noted in the open: how, on which day, for how many minutes."""

    how: How
    day: int
    minutes: int


@transaction.atomic
def note_contact(
    relationship: Relationship, ref: bytes, given: ContactPaper, *, by: Account, today: int
) -> Contact:
    """Note a contact, or put one right; either of the two may, and both see it."""
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    side = side_in(by, held)
    if held.state not in GOING:
        raise NotYours
    if not rules.may_be_noted(given.day, given.minutes, today=today):
        raise NotAContact
    of_pair = Contact.objects.filter(relationship=held)
    on_day = of_pair.filter(day=given.day).exclude(ref=ref).count()
    if on_day >= rules.MOST_CONTACTS_A_DAY:
        raise ContactsFull
    noted = Contact.objects.filter(relationship=held, ref=ref).first()
    if noted is None:
        noted = Contact(relationship=held, ref=ref, by=side)
    noted.how, noted.day, noted.minutes = given.how, given.day, rules.rounded(given.minutes)
    noted.save()
    tell_both(held)
    return noted


@transaction.atomic
def take_out(relationship: Relationship, ref: bytes, *, by: Account) -> None:
    """Take a contact out again: it was none, or stands there twice."""
    side_in(by, relationship)
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if held.state not in GOING:
        raise NotYours
    gone, _ = Contact.objects.filter(relationship=relationship, ref=ref).delete()
    if not gone:
        raise NotYours
    tell_both(relationship)


def forget_old_contacts(*, today: int) -> int:
    """Forget contacts of two years ago."""
    return Contact.objects.filter(day__lte=rules.last_day_to_forget(today)).delete()[0]
