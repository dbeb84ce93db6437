"""What is due is done: once, in short steps, and safely again if it was interrupted."""

from datetime import datetime

from django.db import connection

from alongside.consent.actions import (
    end_what_is_over,
    forget_old_accounts,
    owe_for_looking_again,
)
from alongside.conversations.actions import (
    forget_expired,
    forget_old_waits,
    forget_taken_back,
    look_everywhere,
    owe_for_long_waits,
    sweep_gone,
)
from alongside.files.actions import let_go_of_files
from alongside.ground.clock import day_of
from alongside.keys.actions import owe_for_endings
from alongside.matching.actions import forget_figures, lapse_proposals
from alongside.notices.actions import forget_unproven
from alongside.people.actions import forget_links, forget_tokens, forget_tries
from alongside.people.second.actions import forget_spent
from alongside.relationships.actions import (
    bring_promises,
    forget_invites,
    forget_pauses,
    forget_ways_back,
    lapse_silent,
    lapse_silent_handovers,
    wake_paused,
)
from alongside.wall.actions import forget_old as forget_old_rows

_TOLD = ("consent_wrap", "consent_telling", "consent_emergencywrap")
_TALKS = ("conversations_wrap", "conversations_entry")


def run_due(*, now: datetime) -> None:
    """Lapse silent asks, forget what has run out, and delete what nobody can use any more."""
    today = day_of(now)
    lapse_silent(today=today)
    lapse_silent_handovers(today=today)
    look_everywhere(today=today)
    wake_paused(today=today)
    forget_pauses(today=today)
    forget_ways_back(today=today)
    bring_promises(today=today)
    shredded = forget_expired(today=today) + forget_taken_back(today=today) + sweep_gone()
    let_go_of_files(today=today)
    forget_tokens(now=now)
    forget_tries(now=now)
    forget_links(today=today)
    forget_invites(today=today)
    forget_unproven(now=now)
    forget_old_waits()
    owe_for_long_waits(today=today)
    owe_for_endings(today=today)
    forget_spent(now=now)
    lapse_proposals(today=today)
    forget_figures(today=today)
    end_what_is_over(today=today)
    forget_old_accounts(today=today)
    owe_for_looking_again(today=today)
    forget_old_rows(today=today)
    if not connection.in_atomic_block:
        _let_go_of_old_pages(shredded=bool(shredded))


def _with_old_rows(*, shredded: bool) -> tuple[str, ...]:
    """What is told no more goes at any moment, so its tables are looked at each time."""
    return (*_TOLD, *_TALKS) if shredded else _TOLD


def _let_go_of_old_pages(*, shredded: bool) -> None:
    """Databases keep old pages for a while; what was in them goes as well."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # Somebody who reads or writes now comes first; the next round tries again.
            cursor.execute("PRAGMA busy_timeout=100")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA busy_timeout=5000")
        else:
            cursor.execute(f"VACUUM {', '.join(_with_old_rows(shredded=shredded))}")
