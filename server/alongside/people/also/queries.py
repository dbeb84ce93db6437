"""Who says so, whom it concerns, and for whom both sides said yes."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from alongside.ground.refusal import NotYours
from alongside.people.models import Account, AlsoSpecialist, DeskUser
from alongside.people.queries import is_specialist


def said_by(user: DeskUser) -> AlsoSpecialist | None:
    """Give what a coordinator said about being a specialist too."""
    return AlsoSpecialist.objects.filter(user=user).first()


def said_about(person: Account) -> list[AlsoSpecialist]:
    """Give what coordinators say about being this specialist; nothing for anyone else."""
    if not is_specialist(person):
        return []
    return list(_about(person).select_related("user").order_by("id"))


def one_said_about(person: Account, *, id: int) -> AlsoSpecialist:
    """Give one of these; NotYours if it is about somebody else."""
    found = _about(person).filter(pk=id).first() if is_specialist(person) else None
    if found is None:
        raise NotYours
    return found


def who_also_run_the_desk(people: Iterable[Account]) -> set[int]:
    """Give the numbers of those who sit at the desk too, as both sides said."""
    found = AlsoSpecialist.objects.filter(account__in=list(people))
    return set(found.values_list("account_id", flat=True))


def _about(person: Account) -> QuerySet[AlsoSpecialist]:
    concerns = Q(account=person) | Q(account=None, username=person.username or "")
    return AlsoSpecialist.objects.filter(concerns)
