"""Being counted, asking for a step, a yes to it, and taking it back."""

from django.db import transaction

from alongside.counts.actions import note
from alongside.counts.rules import PASSED_ON, quarter_of
from alongside.ground.refusal import NotYours, Refused
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.people.queries import is_blocked, is_specialist
from alongside.relationships.models import AGREED, Relationship
from alongside.ripple import rules
from alongside.ripple.models import Counted, Invitation, Step
from alongside.ripple.queries import (
    agreed_days,
    asked_of,
    due,
    generation_of,
    supported,
    year_ends_on,
)
from alongside.ripple.rules import (
    HAS_BROUGHT,
    HAS_GIVEN,
    IN_BROUGHT,
    WAS_ASKED,
    Role,
    bit,
)

# So many people are counted in one go of the timers; the next go takes the next ones.
A_GO = 500


class NotThisStep(Refused):
    """It is too early, another step comes first, or one is asked for already."""

    code = "not-this-step"
    words = "That step is not open now. Please look again at where things stand."


@transaction.atomic
def be_counted(person: Account, *, generation: int, today: int) -> None:
    """Let somebody be counted from now on. NotYours for whoever is no part of this.

    A specialist says through how many people support came to them; of a client the house knows.
    """
    works_here = is_specialist(person)
    if not works_here and not supported(person).exists():
        raise NotYours
    through = generation if works_here else generation_of(person)
    held = _held(person, is_on=True, generation=through)
    for role in _reached(person, works_here=works_here):
        _count(held, role, today=today)


@transaction.atomic
def stop_being_counted(person: Account) -> None:
    """Count somebody no more. What is in a closed batch stays: nobody can tell whose it was."""
    held = Counted.objects.select_for_update().filter(account=person).first()
    if held is None:
        return
    # The quarter that runs counts for nothing, whatever it brought; nobody knows what that was.
    if held.done & bit(HAS_BROUGHT):
        held.done = (held.done | bit(IN_BROUGHT)) & ~bit(HAS_BROUGHT)
    held.is_on, held.watched = False, None
    held.save(update_fields=["is_on", "done", "watched"])


@transaction.atomic
def ask_for(relationship: Relationship, role: int, *, by: Account, today: int) -> None:
    """Ask a specialist of one's own for the next step. NotYours, NotThisStep."""
    if relationship.client_id != by.pk or relationship.state not in AGREED:
        raise NotYours
    if is_blocked(by, relationship.specialist):
        raise NotYours
    _lock(by)
    steps = Step.objects.filter(account=by)
    if steps.filter(role=role, asked_of=relationship).exists():
        return
    begins = rules.may_begin_on(agreed_days(by))
    is_asked = steps.filter(asked_of__isnull=False).exists()
    following = rules.next_step(steps.values_list("role", flat=True))
    if begins is None or today < begins or is_asked or role != following:
        raise NotThisStep
    Step.objects.create(account=by, role=role, asked_of=relationship)


@transaction.atomic
def answer(
    relationship: Relationship, role: int, *, by: Account, yes: bool, today: int
) -> None:
    """Say yes to a step, or not now. NotYours for anybody who was not asked."""
    asked = asked_of(by).select_for_update(of=("self",))
    step = asked.filter(asked_of=relationship, role=role).first()
    if step is None:
        raise NotYours
    if not yes:
        step.delete()
        return
    step.asked_of, step.quarter = None, quarter_of(today)
    step.save(update_fields=["asked_of", "quarter"])
    counted = Counted.objects.select_for_update().filter(account=step.account).first()
    if counted is not None and counted.is_on:
        _count(counted, role, today=today)
        _remember_giving(counted)


@transaction.atomic
def take_back(person: Account, role: int) -> None:
    """Take a step back, asked for or taken, with all that builds on it; gone at once."""
    steps = Step.objects.filter(account=person, role__in=rules.with_all_after(role))
    counted = Counted.objects.select_for_update().filter(account=person, is_on=True).first()
    if counted is not None:
        _remember_giving(counted)
    steps.delete()


def count_who_is_due(*, today: int) -> int:
    """Count once who was last supported a year ago: did they give support in that year?"""
    waiting = due(today=today).values_list("pk", flat=True)[:A_GO]
    return sum(_count_due(pk, today=today) for pk in waiting)


@transaction.atomic
def forget_of_closed(closed: PlaceClosed) -> None:
    """Whoever closes their place leaves no step behind, and no invitation."""
    Invitation.objects.filter(account=closed.account).delete()
    Step.objects.filter(account=closed.account).delete()
    Step.objects.filter(asked_of__specialist=closed.account).delete()
    Counted.objects.filter(account=closed.account).delete()


@transaction.atomic
def _count_due(pk: int, *, today: int) -> int:
    counted = (
        Counted.objects.select_for_update(of=("self",)).select_related("account").get(pk=pk)
    )
    if not counted.is_on or counted.done & bit(WAS_ASKED):
        return 0
    person = counted.account
    has_given = bool(counted.done & bit(HAS_GIVEN)) or _gave(person) or is_specialist(person)
    note(PASSED_ON, person, yes=has_given, today=today)
    counted.done = (counted.done | bit(WAS_ASKED)) & ~bit(HAS_GIVEN)
    counted.save(update_fields=["done"])
    return 1


def _held(person: Account, *, is_on: bool, generation: int) -> Counted:
    _lock(person)
    held, _ = Counted.objects.get_or_create(
        account=person, defaults={"is_on": is_on, "generation": generation}
    )
    held.is_on, held.generation = is_on, generation
    held.save(update_fields=["is_on", "generation"])
    return held


def _lock(person: Account) -> None:
    Account.objects.select_for_update().get(pk=person.pk)


def _reached(person: Account, *, works_here: bool) -> list[Role]:
    """Give what somebody has reached by now."""
    found = [Role.SUPPORTED] if supported(person).exists() else []
    taken = Step.objects.filter(account=person, quarter__isnull=False)
    found += [Role(role) for role in taken.order_by("role").values_list("role", flat=True)]
    return [*found, Role.SPECIALIST] if works_here else found


def _count(counted: Counted, role: int, *, today: int) -> None:
    """Count somebody for what they reached, once for each."""
    if counted.done & bit(role):
        return
    note(rules.topic_of(counted.generation, role), counted.account, yes=True, today=today)
    counted.done |= bit(role)
    counted.save(update_fields=["done"])


def _remember_giving(counted: Counted) -> None:
    """Remember a step taken or held since the end, for as long as it is not counted yet."""
    if not counted.done & (bit(HAS_GIVEN) | bit(WAS_ASKED)) and _gave(counted.account):
        counted.done |= bit(HAS_GIVEN)
        counted.save(update_fields=["done"])


def _gave(person: Account) -> bool:
    """Say whether they hold a step that was taken by the quarter in which the year ends."""
    until = year_ends_on(person)
    if until is None:
        return False
    return Step.objects.filter(account=person, quarter__lte=quarter_of(until)).exists()
