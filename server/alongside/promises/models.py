"""What was said would be done and by which day, contacts elsewhere, and counts of replies.

The words lie sealed in the talk, named by `ref`; here is only what both may be reminded of.
"""

from django.db import models
from django.db.models import Q

from alongside.ground.fields import IDENTIFIER, BytesField
from alongside.people.models import Account
from alongside.promises import rules
from alongside.relationships.models import Relationship


class Side(models.IntegerChoices):
    """Which of the two."""

    CLIENT = rules.CLIENT
    SPECIALIST = rules.SPECIALIST


class Made(models.IntegerChoices):
    """What somebody gave their word by."""

    TAP = 1
    APPOINTMENT = 2
    REPLY = 3


class Became(models.IntegerChoices):
    """What became of it; rules.py says which word leads where."""

    OPEN = rules.OPEN
    KEPT = rules.KEPT
    BROKEN = rules.BROKEN
    REPAIRED = rules.REPAIRED
    STOOD = rules.STOOD
    CALLED_OFF = rules.CALLED_OFF


class Pledge(models.Model):
    """One of two people said they would do something by a day."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="+")
    ref = BytesField(lengths=IDENTIFIER)
    by = models.SmallIntegerField(choices=Side)
    made_by = models.SmallIntegerField(choices=Made)
    state = models.SmallIntegerField(choices=Became, default=Became.OPEN)
    made_on = models.IntegerField()
    due_on = models.IntegerField()
    # How often the day was moved in time.
    moves = models.PositiveSmallIntegerField(default=0)
    settled_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint("relationship", "ref", name="promises_pledge_once"),
            models.CheckConstraint(
                name="promises_pledge_known",
                condition=Q(by__in=Side.values)
                & Q(made_by__in=Made.values)
                & Q(state__in=Became.values),
            ),
            models.CheckConstraint(
                name="promises_pledge_settled_when_not_open",
                condition=Q(state=Became.OPEN, settled_on=None)
                | (~Q(state=Became.OPEN) & Q(settled_on__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(state=Became.OPEN),
                name="promises_pledge_silent",
            ),
            models.Index(fields=["settled_on"], name="promises_pledge_forgotten"),
        ]

    def __str__(self) -> str:
        return f"Pledge {self.pk}"


class How(models.IntegerChoices):
    """Where two people met outside the room."""

    PHONE = 1
    IN_PERSON = 2


class Contact(models.Model):
    """Two people spoke by phone or met: the day and about how long, seen by both."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="+")
    ref = BytesField(lengths=IDENTIFIER)
    by = models.SmallIntegerField(choices=Side)
    how = models.SmallIntegerField(choices=How)
    day = models.IntegerField()
    # Rounded to five.
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint("relationship", "ref", name="promises_contact_once"),
            models.CheckConstraint(
                name="promises_contact_known",
                condition=Q(by__in=Side.values) & Q(how__in=How.values) & Q(minutes__gte=1),
            ),
        ]
        indexes = [models.Index(fields=["day"], name="promises_contact_day")]

    def __str__(self) -> str:
        return f"Contact {self.pk}"


class ReplyCount(models.Model):
    """How many answers of a month came in the time that was said, as their device counted."""

    specialist = models.ForeignKey(Account, models.CASCADE, related_name="+")
    # Twelve for each year: rules.month_of.
    month = models.IntegerField()
    within = models.PositiveIntegerField()
    later = models.PositiveIntegerField()
    much_later = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint("specialist", "month", name="promises_replycount_once"),
        ]

    def __str__(self) -> str:
        return f"ReplyCount {self.pk}"
