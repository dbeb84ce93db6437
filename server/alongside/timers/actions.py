"""What is due is done: once, in short steps, and safely again if it was interrupted."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection

from alongside.appointments.actions import forget_old as forget_appointments
from alongside.appointments.actions import lapse_unanswered
from alongside.circles.actions import forget_old_circles
from alongside.concerns.actions import (
    end_measures,
    forget_old_concerns,
    forget_old_measures,
    forget_old_tallies,
    owe_for_appeals,
    owe_for_late_appeals,
    owe_for_late_concerns,
    owe_for_near_days,
    part_from_removed,
)
from alongside.consent.actions import (
    end_what_is_over,
    forget_old_accounts,
    owe_for_looking_again,
)
from alongside.conversations.actions import (
    forget_expired,
    forget_old_relationships,
    forget_old_waits,
    forget_taken_back,
    look_everywhere,
    owe_for_long_waits,
    sweep_gone,
)
from alongside.counts.actions import forget_old_counts
from alongside.files.actions import let_go_of_files
from alongside.ground.clock import day_of
from alongside.keys.actions import forget_who_left, owe_for_endings
from alongside.keys.documents.actions import let_go_of_documents
from alongside.library.actions import ask_if_it_stands, forget_withdrawn, set_aside_unanswered
from alongside.matching.actions import forget_figures, lapse_proposals
from alongside.notices.actions import forget_reminded, forget_unproven, owe_for_times
from alongside.people.actions import forget_links, forget_tokens, forget_tries
from alongside.people.holding.actions import end_holds
from alongside.people.second.actions import forget_spent
from alongside.programme.supporting import forget_debriefs
from alongside.promises.actions import (
    forget_old_contacts,
    forget_pledges,
    forget_reply_counts,
    let_silent_stand,
)
from alongside.relationships.actions import (
    begin_breaks,
    bring_promises,
    forget_breaks,
    forget_invites,
    forget_pauses,
    forget_ways_back,
    lapse_silent,
    lapse_silent_handovers,
    wake_paused,
)
from alongside.repairs.actions import forget_old_repairs, owe_for_late_replies
from alongside.ripple.actions import (
    count_who_is_due,
    count_whose_quarter_is_over,
    forget_invitations,
)
from alongside.supervision.actions import forget_old_together
from alongside.wall.actions import forget_old as forget_old_rows
from alongside.wall.actions import tell_looks

_log = logging.getLogger(__name__)
_TOLD = (
    "consent_wrap",
    "consent_linkbox",
    "consent_telling",
    "consent_emergencywrap",
    "consent_emergency",
)
# A batch goes with its eighth, at any moment.
_COUNTED = ("counts_batch", "counts_spent")
# A story is taken back at any moment, and its words go with it.
_STORIES = ("library_story", "library_yes", "library_batch", "library_spent")
# A concern is taken back at any moment as well.
_CONCERNS = ("concerns_wrap", "concerns_box", "concerns_letterwrap", "concerns_letter")
# What two think together, they take away at any moment too.
_TOGETHER = ("supervision_wrap", "supervision_letter")
# A letter at a circle's door goes with its answer.
_LETTERS = ("circles_knock", "circles_removal")
# What one keeps for oneself, and the ways in to it, one changes and takes away at any moment.
_OWN = (
    "keys_documentlock",
    "keys_document",
    "keys_statepart",
    "keys_stateindex",
    "keys_bundle",
    "keys_slot",
    "keys_waychange",
)
# By what somebody outside knows a person goes once they are told there no more.
_REACHED = ("notices_device", "notices_feed", "notices_phone")
_TALKS = ("conversations_wrap", "conversations_entry")


def run_due(*, now: datetime) -> list[str]:
    """Do all that is due, and name what failed: it keeps nothing else from its turn.

    What failed is written down, and due again next time.
    """
    today = day_of(now)
    failed: list[str] = []
    alone = partial(_alone, failed)
    alone(lapse_silent, today=today)
    alone(lapse_silent_handovers, today=today)
    alone(look_everywhere, today=today)
    alone(wake_paused, today=today)
    alone(forget_breaks, today=today)
    alone(begin_breaks, today=today)
    alone(forget_pauses, today=today)
    alone(forget_ways_back, today=today)
    alone(bring_promises, today=today)
    shredded = [
        alone(forget_expired, today=today),
        alone(forget_taken_back, today=today),
        alone(sweep_gone),
    ]
    alone(let_go_of_files, today=today)
    alone(let_go_of_documents, today=today)
    alone(forget_tokens, now=now)
    alone(forget_tries, now=now)
    alone(forget_links, today=today)
    alone(forget_invites, today=today)
    alone(forget_unproven, now=now)
    alone(owe_for_times, now=now)
    alone(forget_reminded, today=today)
    alone(forget_old_waits)
    alone(owe_for_long_waits, today=today)
    alone(owe_for_endings, today=today)
    alone(forget_spent, now=now)
    alone(lapse_proposals, today=today)
    alone(forget_figures, today=today)
    alone(end_what_is_over, today=today)
    alone(forget_old_accounts, today=today)
    alone(owe_for_looking_again, today=today)
    alone(forget_old_repairs, today=today)
    alone(forget_old_circles, today=today)
    alone(forget_debriefs, today=today)
    alone(forget_old_together, today=today)
    alone(forget_old_concerns, today=today)
    alone(owe_for_near_days, today=today)
    alone(owe_for_late_concerns, today=today)
    alone(end_measures, today=today)
    alone(part_from_removed, today=today)
    alone(owe_for_appeals, today=today)
    alone(owe_for_late_appeals, today=today)
    alone(forget_old_measures, today=today)
    alone(forget_old_tallies, today=today)
    alone(owe_for_late_replies, today=today)
    alone(let_silent_stand, today=today)
    alone(forget_pledges, today=today)
    alone(forget_old_contacts, today=today)
    alone(forget_reply_counts, today=today)
    alone(tell_looks)
    alone(forget_old_rows, today=today)
    alone(lapse_unanswered, now=now)
    alone(forget_appointments, now=now)
    alone(count_who_is_due, today=today)
    alone(count_whose_quarter_is_over, today=today)
    alone(forget_invitations, today=today)
    alone(forget_old_counts, today=today)
    alone(forget_withdrawn, today=today)
    alone(set_aside_unanswered, today=today)
    alone(ask_if_it_stands, today=today)
    alone(end_holds, today=today)
    alone(forget_old_relationships, today=today)
    alone(forget_who_left)
    if not connection.in_atomic_block:
        alone(_let_go_of_old_pages, shredded=any(shredded))
    return failed


def _alone(failed: list[str], deed: Callable[..., Any], **when: Any) -> Any:
    try:
        return deed(**when)
    except Exception:
        # Whatever it was, it is this timer's own: those after it take their turn.
        failed.append(deed.__name__)
        _log.exception("the timer %s failed", deed.__name__)
        return None


def _with_old_rows(*, shredded: bool) -> tuple[str, ...]:
    """What goes at any moment is looked at each time, talks once something of them went."""
    always = (
        *(*_TOLD, *_COUNTED, *_STORIES, *_CONCERNS, *_TOGETHER),
        *(*_LETTERS, *_OWN, *_REACHED),
    )
    return (*always, *_TALKS) if shredded else always


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
