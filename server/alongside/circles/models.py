"""What the house knows of circles: their public words, who waits, who was named by a host.

Who reads is in the signed headers, and what anybody says, also why somebody was taken away, is
sealed.
"""

from django.db import models
from django.db.models import Q

from alongside.circles.rules import LONGEST_LINE, LONGEST_NAME
from alongside.conversations.models import Conversation
from alongside.ground.fields import IDENTIFIER, BytesField
from alongside.people.models import Account

# A wrap, and a text sealed in one of the two smallest sizes.
LETTER = (112 + 1_097, 112 + 4_169)


class RiskAssessment(models.Model):
    """What a programme thought through before it held circles; the newest version counts."""

    version = models.PositiveSmallIntegerField(unique=True)
    by_name = models.CharField(max_length=80)
    filled_on = models.IntegerField()
    answers = models.JSONField()
    # A programme that stops holding circles writes a version that says so.
    holds_circles = models.BooleanField()

    def __str__(self) -> str:
        return f"Risk assessment {self.version}"


class State(models.IntegerChoices):
    """How far a circle has come."""

    PROPOSED = 1
    OPEN = 2
    RESTING = 3
    OVER = 4


GOING = (State.OPEN, State.RESTING)


class Circle(models.Model):
    """One circle: the words by which it is listed, and whether it takes anybody."""

    conv = BytesField(lengths=IDENTIFIER, unique=True)
    rand = BytesField(lengths=(16,))
    name = models.CharField(max_length=LONGEST_NAME)
    line = models.CharField(max_length=LONGEST_LINE)
    state = models.SmallIntegerField(choices=State)
    retention = models.PositiveSmallIntegerField()
    begun_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    # There once the second host said yes.
    conversation = models.OneToOneField(
        Conversation, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="circles_circle_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="circles_circle_has_a_log_once_it_goes",
                condition=Q(state=State.PROPOSED, conversation=None)
                | (~Q(state=State.PROPOSED) & Q(conversation__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Circle {self.pk}"


class Standing(models.IntegerChoices):
    """What somebody is to a circle."""

    WAITING = 1
    NOT_NOW = 2
    IN = 3
    ASKED_TO_HOST = 4
    HOST = 5


INSIDE = (Standing.IN, Standing.ASKED_TO_HOST, Standing.HOST)


class Belonging(models.Model):
    """Somebody and a circle: nothing of it is kept once they leave."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    standing = models.SmallIntegerField(choices=Standing)
    # Whether whoever is asked to host is in the circle already.
    was_in = models.BooleanField(default=False)
    since_on = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "account"], name="circles_belonging_once"
            ),
            models.CheckConstraint(
                name="circles_belonging_known", condition=Q(standing__in=Standing.values)
            ),
        ]

    def __str__(self) -> str:
        return f"Belonging {self.pk}"


class Knock(models.Model):
    """What somebody who waits wrote to one host, sealed to them; gone with the answer."""

    belonging = models.ForeignKey(Belonging, models.CASCADE, related_name="+", db_index=False)
    to = models.ForeignKey(Account, models.PROTECT, related_name="+")
    box = BytesField(lengths=LETTER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["belonging", "to"], name="circles_knock_once"),
        ]

    def __str__(self) -> str:
        return f"Knock {self.pk}"


class Step(models.IntegerChoices):
    """How far it has come after somebody was taken away."""

    TOLD = 1
    APPEALED = 2
    STANDS = 3
    MAY_ASK = 4


class Removal(models.Model):
    """That a host took somebody away; why stands in a letter sealed to that person."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    step = models.SmallIntegerField(choices=Step)
    removed_on = models.IntegerField()
    why = BytesField(lengths=LETTER)
    # To whom the appeal goes, sealed to them; then their answer, sealed to whoever appealed.
    reader = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    appeal = BytesField(lengths=LETTER, null=True)
    answer = BytesField(lengths=LETTER, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle", "account"], name="circles_removal_once"),
            models.CheckConstraint(
                name="circles_removal_known", condition=Q(step__in=Step.values)
            ),
        ]

    def __str__(self) -> str:
        return f"Removal {self.pk}"
