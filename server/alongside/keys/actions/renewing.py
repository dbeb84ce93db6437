"""A new wrapping key for the same lock: record, bundle and state go together or not at all."""

from datetime import datetime

from django.db import transaction

from alongside.ground.clock import day_of
from alongside.ground.refusal import Refused
from alongside.keys.actions.coming_in import keep_record
from alongside.keys.actions.state import StateMoved, save_state
from alongside.keys.models import Bundle, KeyRecord
from alongside.keys.queries import newest_record, record_paper, state_of
from alongside.keys.rules import NextKeys, check_next_keys, is_routine
from alongside.people.models import Account
from pse.key_record import kr_hash_of, verify_key_record
from pse.refusal import Malformed


class NotDue(Refused):
    """A lock that was looked after lately needs nothing yet."""

    code = "not-due"
    words = "Your lock is new enough. Nothing was changed."


class OtherLock(Refused):
    """Another identity key is another lock: that goes with the spare code, or slowly (P10)."""

    code = "other-lock"
    words = "A new lock needs more than this. Nothing was changed."


@transaction.atomic
def renew_wrapping_key(person: Account, keys: NextKeys, *, now: datetime) -> None:
    """Take the next generation of somebody's keys, with the same ik.

    StateMoved if another device was first; NotDue, OtherLock; BadRecord or Malformed for papers
    that do not hold. What was taken already is taken again without a word.
    """
    bundle = Bundle.objects.select_for_update().get(account=person)
    newest = newest_record(person)
    if newest.kr_hash == kr_hash_of(keys.record) and bundle.sealed_keys == keys.bundle.box:
        return
    _check_follows(person, keys, newest, bundle)
    _check_routine(person, keys, newest, today=day_of(now))
    save_state(person, keys.state)
    bundle.ver, bundle.sealed_keys = keys.bundle.ver, keys.bundle.box
    bundle.save(update_fields=["ver", "sealed_keys"])
    keep_record(person, keys.record, today=day_of(now))


def _check_follows(person: Account, keys: NextKeys, newest: KeyRecord, bundle: Bundle) -> None:
    """Compare and set: another device may have renewed the same generation."""
    if keys.record.account_id != person.ref or keys.bundle.g != bundle.g:
        raise Malformed("keys of another place")
    if (keys.record.gen, keys.bundle.ver) != (newest.gen + 1, bundle.ver + 1):
        raise StateMoved(state_of(person))


def _check_routine(person: Account, keys: NextKeys, newest: KeyRecord, *, today: int) -> None:
    verify_key_record(keys.record, before=record_paper(newest, person))
    check_next_keys(keys, today=today)
    if keys.record.ik != newest.ik:
        raise OtherLock
    if not is_routine(newest.day, today=today):
        raise NotDue
