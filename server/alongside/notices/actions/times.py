"""Times that are kept free: the calendar that shows them, and the notes before them."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction

from alongside.ground.clock import day_of
from alongside.ground.identifiers import to_text
from alongside.notices import upcoming
from alongside.notices.actions.hearing import CALENDAR, held_or_new, settle_ways, tell_way
from alongside.notices.links import calendar_hash
from alongside.notices.models import Feed, Reach, Reminded
from alongside.notices.queries import reminded_people
from alongside.notices.rules import LOOKS_AHEAD, befores_due
from alongside.notices.upcoming import Kept
from alongside.people.models import Account

AT_ONCE = 500


@transaction.atomic
def make_calendar(person: Account, *, lang: str, today: int) -> str:
    """Give the address of a person's calendar, shown once; one made before ends with it."""
    reach = held_or_new(person, lang=lang)
    raw = secrets.token_bytes(32)
    _, is_new = Feed.objects.update_or_create(
        reach=reach, defaults={"token_hash": calendar_hash(raw)}
    )
    if is_new:
        tell_way(reach, CALENDAR, is_on=True, today=today)
    return f"{settings.ORIGIN}/notices/calendar/{to_text(raw)}.ics"


@transaction.atomic
def end_calendar(person: Account, *, today: int) -> None:
    """Let the address of a person's calendar show nothing any more; twice changes nothing."""
    reach = Reach.objects.select_for_update().filter(account=person).first()
    if reach is None:
        return
    deleted, _ = Feed.objects.filter(reach=reach).delete()
    if deleted:
        tell_way(reach, CALENDAR, is_on=False, today=today)
        settle_ways(reach)


def owe_for_times(*, now: datetime) -> None:
    """Owe a note to whoever asked for one a day or an hour before a time they keep free."""
    people = list(reminded_people())
    for start in range(0, len(people), AT_ONCE):
        some = {reach.account_id or 0: reach for reach in people[start : start + AT_ONCE]}
        until = now + LOOKS_AHEAD
        _owe(some, upcoming.coming(set(some), since=now, until=until), now=now)


@transaction.atomic
def forget_reminded(*, today: int) -> None:
    """Forget of which times somebody was told, once they are over."""
    Reminded.objects.filter(day__lt=today).delete()


@transaction.atomic
def _owe(people: dict[int, Reach], times: Iterable[Kept], *, now: datetime) -> None:
    """Each time is told of once; a note that came too late for its day is left out."""
    fresh = [
        Reminded(reach=reach, ref=kept.ref, before=before, day=day_of(kept.starts_at))
        for kept in times
        for reach in [people[kept.account]]
        for before in befores_due(kept.starts_at, now=now)
        if reach.wants_before(before)
    ]
    known = set(
        Reminded.objects.filter(reach__in=[each.reach for each in fresh]).values_list(
            "reach_id", "ref", "before", "day"
        )
    )
    new = [
        each
        for each in fresh
        if (each.reach_id, bytes(each.ref), int(each.before), each.day) not in known
    ]
    Reminded.objects.bulk_create(new, ignore_conflicts=True)
    Reach.objects.filter(pk__in={each.reach_id for each in new}).update(is_near=True)
