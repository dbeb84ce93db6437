"""Placing, renewing and lifting a hold, and the timer that ends and tells what is due."""

from django.db import transaction

from alongside.ground.announce import announce
from alongside.ground.refusal import Refused
from alongside.people.announcements import HoldOver, HoldTold
from alongside.people.holding.queries import hold_numbered, in_force
from alongside.people.holding.rules import Order, is_over, may_tell, wrong_in
from alongside.people.models import Account, DeskUser, Hold


class OrderIsWrong(Refused):
    """An order that does not hold together; its sentence says why."""

    code = "hold-order"
    words = "This cannot be held like that."

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class OneAlone(Refused):
    """Nobody holds something about somebody alone."""

    code = "hold-one-alone"
    words = "Two different people at the desk decide this, and both give their five words."


class HeldAlready(Refused):
    """There is one about this person: it is renewed, not placed twice."""

    code = "held-already"
    words = "Something is held about this person already. Renew that hold instead."


class LiftedAlready(Refused):
    """What was lifted or has run out is not renewed: a new order is a new hold."""

    code = "hold-lifted"
    words = "This hold is over. Place a new one, with its own reason."


@transaction.atomic
def place_hold(
    person: Account, order: Order, *, by: DeskUser, second: DeskUser, today: int
) -> Hold:
    """Hold what the server can read about somebody; told at once, but for a written ban."""
    _check(order, by=by, second=second, today=today)
    Account.objects.select_for_update().filter(pk=person.pk).first()
    if in_force(today=today).filter(account=person).exists():
        raise HeldAlready
    hold = Hold(account=person, placed_on=today)
    return _write(hold, order, by=by, second=second, today=today)


@transaction.atomic
def renew_hold(
    number: int, order: Order, *, by: DeskUser, second: DeskUser, today: int
) -> Hold:
    """Decide anew, with a reason of its own, that a hold goes on."""
    _check(order, by=by, second=second, today=today)
    hold = hold_numbered(number)
    if is_over(hold.until_on, hold.lifted_on, today=today):
        raise LiftedAlready
    hold.is_told = False
    return _write(hold, order, by=by, second=second, today=today)


@transaction.atomic
def lift_hold(number: int, *, today: int) -> None:
    """Hold nothing about somebody any more; one person is enough for that."""
    hold = hold_numbered(number)
    if is_over(hold.until_on, hold.lifted_on, today=today):
        raise LiftedAlready
    hold.lifted_on = today
    hold.save(update_fields=["lifted_on"])
    _go_on(hold, today=today)


def end_holds(*, today: int) -> int:
    """Tell what may be told by now, and forget holds that are over; gives how many ended.

    One that is over and may not be told yet stays, without its reason, until its ban has ended.
    """
    due = list(Hold.objects.order_by("pk").values_list("pk", flat=True))
    return sum(_look_at(pk, today=today) for pk in due)


@transaction.atomic
def _look_at(pk: int, *, today: int) -> bool:
    held = Hold.objects.select_for_update(of=("self",)).select_related("account")
    hold = held.filter(pk=pk).first()
    return hold is not None and _go_on(hold, today=today)


def _go_on(hold: Hold, *, today: int) -> bool:
    is_here = not hold.account.closed
    is_told_now = is_here and may_tell(hold.silent_until, today=today)
    if is_told_now and not hold.is_told:
        announce(HoldTold(hold.account, hold.until_on))
        hold.is_told = True
        hold.save(update_fields=["is_told"])
    if not is_over(hold.until_on, hold.lifted_on, today=today):
        return False
    if is_here and not is_told_now:
        Hold.objects.filter(pk=hold.pk).update(reason="", by="", second="")
        return False
    if is_told_now:
        announce(HoldOver(hold.account))
    hold.delete()
    return True


def _check(order: Order, *, by: DeskUser, second: DeskUser, today: int) -> None:
    if by.pk == second.pk:
        raise OneAlone
    wrong = wrong_in(order, today=today)
    if wrong is not None:
        raise OrderIsWrong(wrong)


def _write(hold: Hold, order: Order, *, by: DeskUser, second: DeskUser, today: int) -> Hold:
    silence = order.silence
    hold.decided_on, hold.until_on = today, order.until_on
    hold.reason, hold.by, hold.second = order.reason.strip(), by.name, second.name
    hold.silent_until = None if silence is None else silence.until_on
    hold.silent_basis = "" if silence is None else silence.basis.strip()
    hold.save()
    _go_on(hold, today=today)
    return hold
