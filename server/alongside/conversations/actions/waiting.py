"""Who has waited too long: one day per conversation, told to the desk and then forgotten."""

from collections.abc import Iterable

from django.db import transaction

from alongside.conversations.models import Conversation, Head, Mode
from alongside.conversations.queries import newest_overdue_day
from alongside.notices.actions import owe_coordinators
from alongside.programme.queries import NotSetUp, programme
from alongside.programme.rules import whole_days


def owe_for_long_waits(*, today: int) -> None:
    """Owe the coordinators one note for each day since which somebody waits for too long."""
    try:
        within = programme().answer_within_hours
    except NotSetUp:
        return
    waits_day = newest_overdue_day(today=today, within_days=whole_days(within))
    if waits_day is not None:
        owe_coordinators(waits_day=waits_day)


def let_go_of_waiting(conversations: Iterable[Conversation]) -> None:
    """Forget since when somebody waited in conversations that are over."""
    ids = [conversation.pk for conversation in conversations]
    Head.objects.filter(pk__in=ids, waiting_since__isnull=False).update(waiting_since=None)


def forget_waiting_of(conversation: Conversation) -> bool:
    """Put aside that somebody waits here; gives whether somebody did."""
    waited = Head.objects.filter(pk=conversation.pk, waiting_since__isnull=False)
    return waited.update(waiting_since=None) > 0


def wait_from(conversation: Conversation, day: int) -> None:
    """Count the wait for an answer from this day on."""
    Head.objects.filter(pk=conversation.pk).update(waiting_since=day)


@transaction.atomic
def forget_old_waits() -> None:
    """Let go of what the wire wrote at the very moment in which a talk ended or paused."""
    over = Head.objects.filter(conversation__mode__gte=Mode.PAUSED)
    over.filter(waiting_since__isnull=False).update(waiting_since=None)
