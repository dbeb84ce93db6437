"""What is owed leaves the house: claimed first, so that nobody gets it twice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.core.mail import EmailMessage
from django.db import transaction

from alongside.ground import clock
from alongside.notices import letters, post, texting
from alongside.notices.actions.hearing import MAIL, tell_way
from alongside.notices.actions.missing import was_missed
from alongside.notices.actions.pushed import push_waiting, rests, said_now
from alongside.notices.actions.texted import let_phones_count, text_waiting
from alongside.notices.models import Device, Outbox, Owed, Phone, Reach, Trouble
from alongside.notices.queries import outbox, owed_reaches, waiting_proofs
from alongside.notices.rules import NEAR, NEW, may_go, next_try, rest_after_note
from alongside.programme.queries import languages


def send_due(*, now: datetime) -> None:
    """Send all that may go now; a mail server that fails is left alone for a while."""
    mail = Mail(now=now)
    let_phones_count()
    for reach in waiting_proofs():
        mail.carry(partial(_send_proof, reach, now=now))
    for reach in owed_reaches():
        _send_note(reach, mail, now=now)
    push_waiting(now=now)
    text_waiting(now=now)


@dataclass(frozen=True)
class Claimed:
    """Somebody whose note is on its way, and what it says."""

    reach: Reach
    kind: int


class Mail:
    """The mail server in one round: once it fails, nobody waits for it again."""

    def __init__(self, *, now: datetime) -> None:
        self._now = now
        self.is_open = post.is_set_up() and may_go(now, rest_until=outbox().try_after_at)

    def carry(self, send: Callable[[], None]) -> bool:
        """Let a letter go, if the server takes any; says whether it is worth asking again."""
        if not self.is_open:
            return False
        try:
            send()
        except post.NotNow:
            return False
        except post.NotSent as failure:
            self.is_open = False
            _remember(failure.trouble, now=self._now)
            return False
        return True


def send_trial(address: str, *, now: datetime) -> None:
    """Send a letter that shows whether letters arrive; NotSent or Returned."""
    post.hand_over(letters.trial_for(address, lang=languages()[0], now=now))
    _forget_trouble()


def _send_proof(reach: Reach, *, now: datetime) -> None:
    """The link goes out at any hour: somebody is waiting for it."""
    claimed = Reach.objects.filter(pk=reach.pk, proof=reach.proof, proof_waits=True)
    if not claimed.update(proof_waits=False):
        return
    try:
        _deliver(reach, letters.proof_for(reach, now=now))
    except Exception:
        # Whatever it was: what was not sent waits still.
        Reach.objects.filter(pk=reach.pk, proof=reach.proof).update(proof_waits=True)
        raise


def _send_note(reach: Reach, mail: Mail, *, now: datetime) -> None:
    """One note by each way they chose; it is owed again only if no way is left that has it."""
    claimed = _claim(reach.pk, has_mail=mail.is_open, now=now)
    if claimed is None:
        return
    mine = claimed.reach
    has_it = mine.hears
    try:
        if mine.confirmed and mine.turned_on:
            letter = letters.note_for(mine, kind=claimed.kind, now=now)
            is_carried = mail.carry(partial(_deliver, mine, letter))
            if has_it and not is_carried:
                was_missed(mine, claimed.kind)
            has_it = is_carried or has_it
    except Exception:
        if not has_it:
            _give_back(claimed)
        raise
    if not has_it:
        _give_back(claimed)


@transaction.atomic
def _claim(reach_id: int, *, has_mail: bool, now: datetime) -> Claimed | None:
    """Take away what is owed and begin the rest, if a note may go now."""
    reach = Reach.objects.select_for_update().filter(pk=reach_id).first()
    if reach is None or not _may_have_note(reach, has_mail=has_mail, now=now):
        return None
    kind = _kind(reach, now=now)
    if kind == NEW and not may_go(now, rest_until=reach.rest_until):
        return None
    deleted, _ = Owed.objects.filter(reach=reach).delete()
    if kind == NEW and not deleted:
        return None
    reach.told, reach.rest_until, reach.is_near = True, rest_after_note(now), False
    reach.missed = 0
    reach.save(update_fields=["told", "rest_until", "is_near", "missed"])
    Device.objects.filter(reach=reach).update(waits=kind, try_after_at=None)
    if texting.is_ready():
        phones = Phone.objects.filter(reach=reach, confirmed=True)
        phones.update(waits=kind, try_after_at=None)
    return Claimed(reach, kind)


def _kind(reach: Reach, *, now: datetime) -> int:
    """A time that is near is told of at once, if it still is; it stands for what is new too."""
    kind = said_now(reach, NEAR, now=now) if reach.is_near else NEW
    if reach.is_near and kind == NEW:
        Reach.objects.filter(pk=reach.pk).update(is_near=False)
    return kind


def _may_have_note(reach: Reach, *, has_mail: bool, now: datetime) -> bool:
    by_mail = has_mail and reach.confirmed and reach.turned_on
    return (by_mail or reach.hears) and not rests(reach, now)


@transaction.atomic
def _give_back(claimed: Claimed) -> None:
    """It was not sent: it is owed again, unless they came in or stopped meanwhile."""
    reach, is_near = claimed.reach, claimed.kind == NEAR
    mine = Reach.objects.filter(pk=reach.pk, told=True, rest_until=reach.rest_until)
    again = {"told": False, "rest_until": None, "is_near": is_near}
    if mine.filter(confirmed=True, turned_on=True).update(**again) and not is_near:
        Owed.objects.get_or_create(reach_id=reach.pk)


def _deliver(reach: Reach, letter: EmailMessage) -> None:
    try:
        post.hand_over(letter)
    except post.Returned:
        _came_back(reach)
    _forget_trouble()


@transaction.atomic
def _came_back(reach: Reach) -> None:
    changed = Reach.objects.filter(pk=reach.pk, address=reach.address)
    changed.update(returned=True, turned_on=False, confirmed=False, proof_waits=False)
    if reach.confirmed:
        tell_way(reach, MAIL, is_on=False, today=clock.today())


@transaction.atomic
def _remember(trouble: Trouble, *, now: datetime) -> None:
    failed, _ = Outbox.objects.select_for_update().get_or_create(pk=1)
    failed.failures += 1
    failed.trouble, failed.try_after_at = trouble, next_try(now, failures=failed.failures)
    failed.save()


def _forget_trouble() -> None:
    Outbox.objects.filter(pk=1).delete()
