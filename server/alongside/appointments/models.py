"""When somebody is there, and when two people meet. Where, how and why is sealed."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from alongside.appointments.rules import meeting
from alongside.ground.fields import IDENTIFIER, BytesField
from alongside.people.models import Account
from alongside.relationships.models import Relationship


class Side(models.IntegerChoices):
    """One of the two."""

    CLIENT = meeting.CLIENT
    SPECIALIST = meeting.SPECIALIST


class Stands(models.IntegerChoices):
    """How an appointment stands."""

    PROPOSED = meeting.PROPOSED
    AGREED = meeting.AGREED
    DECLINED = meeting.DECLINED
    CANCELLED = meeting.CANCELLED
    LAPSED = meeting.LAPSED
    # A pause, an end or a handover came: nobody broke anything.
    LET_GO = meeting.LET_GO
    OVER = meeting.OVER
    TAKEN_BACK = meeting.TAKEN_BACK


class Hours(models.Model):
    """The week of a specialist, as they said it: never when they were there."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    zone = models.CharField(max_length=64)
    # Seven lists of [from, to] in minutes of the day, Monday first.
    week = models.JSONField()
    # Days that are not like the others: [day, is off, [[from, to]...]].
    others = models.JSONField(default=list)
    minutes = models.PositiveSmallIntegerField(default=50)
    between = models.PositiveSmallIntegerField(default=10)
    lead_hours = models.PositiveSmallIntegerField(default=24)
    ahead_days = models.PositiveSmallIntegerField(default=28)
    # Whoever picks a free time has it; else it waits for the specialist's yes.
    books = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "hours"

    def __str__(self) -> str:
        return f"Hours {self.pk}"


class Appointment(models.Model):
    """One time of two people: when, how long, and how it stands."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    # What was made together is named alike; the sealed lines name either.
    series = BytesField(lengths=IDENTIFIER)
    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="+")
    client = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    specialist = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    state = models.SmallIntegerField(choices=Stands)
    proposed_by = models.SmallIntegerField(choices=Side)
    # One of the two wishes another time; the old one stands until the other says yes.
    wished_at = models.DateTimeField(null=True, default=None)
    wished_by = models.SmallIntegerField(choices=Side, null=True, default=None)
    # The wish was said early enough.
    wished_in_time = models.BooleanField(default=False)
    # How early was in time when the two agreed: a stricter word later breaks none of before.
    in_time_hours = models.PositiveSmallIntegerField(null=True, default=None)
    # The client would rather come earlier, should a time come free.
    wants_earlier = models.BooleanField(default=False)
    # The day on which it came to nothing: from the next day on its hour is not kept.
    closed_on = models.IntegerField(null=True, default=None)
    client_says = models.SmallIntegerField(default=meeting.NOTHING_SAID)
    specialist_says = models.SmallIntegerField(default=meeting.NOTHING_SAID)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["specialist", "starts_at"],
                condition=Q(state__in=meeting.HELD),
                name="appointments_one_at_a_time_for_specialist",
            ),
            models.UniqueConstraint(
                fields=["client", "starts_at"],
                condition=Q(state__in=meeting.HELD),
                name="appointments_one_at_a_time_for_client",
            ),
            models.CheckConstraint(
                name="appointments_two_people", condition=~Q(client=F("specialist"))
            ),
            models.CheckConstraint(
                name="appointments_a_wish_has_one_who_wishes",
                condition=Q(wished_at=None, wished_by=None)
                | Q(wished_at__isnull=False, wished_by__isnull=False, state=Stands.AGREED),
            ),
            models.CheckConstraint(
                name="appointments_closed_has_its_day",
                condition=Q(state__in=meeting.CLOSED, closed_on__isnull=False)
                | (~Q(state__in=meeting.CLOSED) & Q(closed_on=None)),
            ),
            models.CheckConstraint(
                name="appointments_length", condition=Q(minutes__range=(5, 240))
            ),
        ]
        indexes = [
            models.Index(fields=["client", "starts_at"], name="appointments_of_client"),
            models.Index(fields=["specialist", "starts_at"], name="appointments_of_specialist"),
            models.Index(fields=["state", "starts_at"], name="appointments_due"),
            models.Index(
                fields=["relationship", "closed_on"],
                condition=Q(closed_on__isnull=False),
                name="appointments_closed",
            ),
        ]

    def __str__(self) -> str:
        return f"Appointment {self.pk}"

    @property
    def ends_at(self) -> datetime:
        """Give when it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)
