"""Counting somebody in, once a batch; the eighth closes it. One transaction each."""

import secrets
from datetime import datetime
from random import SystemRandom
from typing import Protocol

from django.db import transaction

from alongside.counts import rules
from alongside.counts.models import Batch, Figure, Spent
from alongside.counts.queries import may_count_in
from alongside.counts.sealing import Tally, opened, seal, tag_of
from alongside.ground import clock
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account
from alongside.people.tries import take_counting
from alongside.relationships.models import Relationship


class OfRelationship(Protocol):
    """What another room tells of two people."""

    @property
    def relationship(self) -> Relationship:
        """Give what is between them."""

    @property
    def said_by(self) -> Account:
        """Give who of them said it first."""


class Answered(OfRelationship, Protocol):
    """A reply, told by another room."""

    @property
    def in_time(self) -> bool:
        """Say whether it came by its day."""


class NotAStatement(Refused):
    """There is no such statement."""

    code = "not-a-statement"
    words = "There is no such statement."


def count_in(person: Account, statement: int, *, yes: bool, now: datetime) -> None:
    """Count a client in, once a batch. NotYours, NotAStatement, SlowDown."""
    if not may_count_in(person):
        raise NotYours
    if statement not in rules.STATEMENTS:
        raise NotAStatement
    take_counting(person, now=now)
    note(statement, person, yes=yes, today=clock.day_of(now))


@transaction.atomic
def note(topic: int, person: Account, *, yes: bool, today: int) -> None:
    """Count somebody in the open batch of a topic, once; the last of eight closes it."""
    batch = _held(topic)
    tag = tag_of(bytes(batch.salt), person.ref)
    if Spent.objects.filter(batch=batch, tag=tag).exists():
        return
    tally = _tally_of(batch).with_one(yes=yes)
    if rules.is_full(tally.people):
        _close(batch, tally, today=today)
        return
    Spent.objects.create(batch=batch, tag=tag)
    batch.sealed_tally = seal(tally, bytes(batch.salt))
    batch.save(update_fields=["sealed_tally"])


def not_right_said(told: OfRelationship) -> None:
    """Somebody said that something did not sit right."""
    _note_client(told, rules.NOT_RIGHT)


def not_right_answered(told: Answered) -> None:
    """There was a first reply."""
    _note_client(told, rules.ANSWERED, yes=told.in_time)


def not_right_closed(told: OfRelationship) -> None:
    """Whoever said it closed it."""
    _note_client(told, rules.CLOSED)


@transaction.atomic
def forget_old_counts(*, today: int) -> int:
    """Forget figures after five years; gives how many."""
    old = Figure.objects.filter(quarter__lt=rules.first_quarter_kept(today))
    return old.delete()[0]


def _note_client(told: OfRelationship, topic: int, *, yes: bool = True) -> None:
    """Count a client in for what they said themselves, not for what was said to them."""
    client = told.relationship.client
    if told.said_by == client:
        note(topic, client, yes=yes, today=clock.today())


def _held(topic: int) -> Batch:
    """Make the open batch of a topic or lock it, in one step: it may be closing."""
    salt = secrets.token_bytes(32)
    Batch.objects.bulk_create(
        [Batch(topic=topic, salt=salt, sealed_tally=seal(Tally(), salt))],
        update_conflicts=True,
        unique_fields=["topic"],
        update_fields=["topic"],
    )
    return Batch.objects.select_for_update().get(topic=topic)


def _tally_of(batch: Batch) -> Tally:
    """Open a tally; one that another server sealed, or that cannot be true, begins anew."""
    tally = opened(bytes(batch.sealed_tally), bytes(batch.salt))
    people = Spent.objects.filter(batch=batch).count()
    if tally is None or not rules.is_true(tally.people, tally.said_yes, tags=people):
        Spent.objects.filter(batch=batch).delete()
        return Tally()
    return tally


def _close(batch: Batch, tally: Tally, *, today: int) -> None:
    """Keep one rounded figure, and destroy tags, tally and what they were made with."""
    about = rules.about(tally.said_yes, chance=SystemRandom().random())
    Figure.objects.create(topic=batch.topic, quarter=rules.quarter_of(today), about=about)
    batch.delete()
