"""What is owed leaves the house: claimed first, so that nobody gets it twice."""

from datetime import UTC, datetime

from django.core.mail import EmailMessage
from django.db import transaction

from alongside.notices import letters, post
from alongside.notices.models import Outbox, Owed, Reach, Trouble
from alongside.notices.queries import outbox, owed_reaches, waiting_proofs
from alongside.notices.rules import is_quiet, may_go, next_try, rest_after_note
from alongside.notices.zones import zone_named
from alongside.programme.queries import languages


def send_due(*, now: datetime) -> None:
    """Send every letter that may go now; a mail server that fails is left alone for a while."""
    rests_until = outbox().try_after_at
    if not post.is_set_up() or not may_go(now, rest_until=rests_until):
        return
    try:
        for reach in waiting_proofs():
            _send_proof(reach, now=now)
        for reach in owed_reaches():
            _send_note(reach, now=now)
    except post.NotSent as failure:
        _remember(failure.trouble, now=now)


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
    except Exception as failure:
        # Whatever it was: what was not sent waits still.
        Reach.objects.filter(pk=reach.pk, proof=reach.proof).update(proof_waits=True)
        if not isinstance(failure, post.NotNow):
            raise


def _send_note(reach: Reach, *, now: datetime) -> None:
    claimed = _claim(reach.pk, now=now)
    if claimed is None:
        return
    try:
        _deliver(claimed, letters.note_for(claimed, now=now))
    except Exception as failure:
        _give_back(claimed)
        if not isinstance(failure, post.NotNow):
            raise


@transaction.atomic
def _claim(reach_id: int, *, now: datetime) -> Reach | None:
    """Take the bit away and begin the rest, if a note may go now."""
    reach = Reach.objects.select_for_update().filter(pk=reach_id).first()
    if reach is None or not _may_have_note(reach, now=now):
        return None
    deleted, _ = Owed.objects.filter(reach=reach).delete()
    if not deleted:
        return None
    reach.told, reach.rest_until = True, rest_after_note(now)
    reach.save(update_fields=["told", "rest_until"])
    return reach


def _may_have_note(reach: Reach, *, now: datetime) -> bool:
    if not (reach.confirmed and reach.turned_on and may_go(now, rest_until=reach.rest_until)):
        return False
    zone = zone_named(reach.zone) or UTC
    return not is_quiet(now, zone=zone, begins=reach.quiet_from, ends=reach.quiet_to)


@transaction.atomic
def _give_back(reach: Reach) -> None:
    """It was not sent: it is owed again, unless they came in or stopped meanwhile."""
    mine = Reach.objects.filter(pk=reach.pk, told=True, rest_until=reach.rest_until)
    if mine.filter(confirmed=True, turned_on=True).update(told=False, rest_until=None):
        Owed.objects.get_or_create(reach_id=reach.pk)


def _deliver(reach: Reach, letter: EmailMessage) -> None:
    try:
        post.hand_over(letter)
    except post.Returned:
        changed = Reach.objects.filter(pk=reach.pk, address=reach.address)
        changed.update(returned=True, turned_on=False, confirmed=False, proof_waits=False)
    _forget_trouble()


@transaction.atomic
def _remember(trouble: Trouble, *, now: datetime) -> None:
    failed, _ = Outbox.objects.select_for_update().get_or_create(pk=1)
    failed.failures += 1
    failed.trouble, failed.try_after_at = trouble, next_try(now, failures=failed.failures)
    failed.save()


def _forget_trouble() -> None:
    Outbox.objects.filter(pk=1).delete()
