"""Somebody answers a story, once a batch; the eighth closes it and tells about how many."""

import secrets
from collections.abc import Collection
from datetime import datetime
from random import SystemRandom

from django.db import transaction

from alongside.counts import rules as counts
from alongside.counts.sealing import Tally, opened, seal, tag_of
from alongside.ground.refusal import NotYours, Refused
from alongside.library.models import Batch, Spent, State, Story
from alongside.library.queries import story_in_room
from alongside.library.rules import ANSWERS, is_listed
from alongside.people.models import Account
from alongside.people.tries import take_counting


class NotAnAnswer(Refused):
    """There is no such answer, or none was ticked."""

    code = "library-answer"
    words = "Please choose one of the answers."


@transaction.atomic
def answer(ref: bytes, said: Collection[str], *, by: Account, now: datetime) -> None:
    """Count what somebody says to a story, once a batch; the same person again is no news.

    NotYours for a story that is not there, and for one's own.
    """
    if not said or not is_listed(said, ANSWERS):
        raise NotAnAnswer
    # Held before its batch: whoever withdraws it comes before or after, never between.
    story = Story.objects.select_for_update().get(pk=story_in_room(ref).pk)
    if story.narrator_id == by.pk or story.state != State.PUBLISHED:
        raise NotYours
    take_counting(by, now=now)
    batch = _batch_of(story)
    salt = bytes(batch.salt)
    tag = tag_of(salt, by.ref)
    if Spent.objects.filter(batch=batch, tag=tag).exists():
        return
    tallies = {name: one.with_one(yes=name in said) for name, one in _tallies_of(batch).items()}
    if counts.is_full(tallies[ANSWERS[0]].people):
        _close(story, batch, tallies)
        return
    Spent.objects.create(batch=batch, tag=tag)
    for name, tally in tallies.items():
        setattr(batch, f"sealed_{name}", seal(tally, salt))
    batch.save()


def _batch_of(story: Story) -> Batch:
    found = Batch.objects.filter(story=story).first()
    if found is not None:
        return found
    salt = secrets.token_bytes(32)
    empty = {f"sealed_{name}": seal(Tally(), salt) for name in ANSWERS}
    return Batch.objects.create(story=story, salt=salt, **empty)


def _tallies_of(batch: Batch) -> dict[str, Tally]:
    """Open the tallies; where one cannot be true they begin anew, all together."""
    salt, people = bytes(batch.salt), Spent.objects.filter(batch=batch).count()
    tallies: dict[str, Tally] = {}
    for name in ANSWERS:
        tally = opened(bytes(getattr(batch, f"sealed_{name}")), salt)
        if tally is None or not counts.is_true(tally.people, tally.said_yes, tags=people):
            Spent.objects.filter(batch=batch).delete()
            return dict.fromkeys(ANSWERS, Tally())
        tallies[name] = tally
    return tallies


def _close(story: Story, batch: Batch, tallies: dict[str, Tally]) -> None:
    """Add one rounded figure of each answer, and destroy tags, tallies and their salt."""
    story.answers += counts.LEAST
    for name, tally in tallies.items():
        about = counts.about(tally.said_yes, chance=SystemRandom().random())
        setattr(story, name, getattr(story, name) + about)
    story.save(update_fields=["answers", *ANSWERS])
    batch.delete()
