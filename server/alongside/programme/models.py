"""The one programme, and how much each specialist can carry."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from alongside.ground.fields import IDENTIFIER, KEY, BytesField
from alongside.people.models import Account

CAP = (1, 40)


class Programme(models.Model):
    """The organisation that hosts this installation: one row, and the promise comes from it."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    home = BytesField(lengths=IDENTIFIER)
    roster_key = BytesField(lengths=KEY)
    name = models.CharField(max_length=60)
    country = models.CharField(max_length=2)
    lang = models.CharField(max_length=5, default="en")
    min_age = models.PositiveSmallIntegerField(default=18)
    retention_months = models.PositiveSmallIntegerField(default=12)
    passes_on = models.JSONField(default=list)
    contact_name = models.CharField(max_length=60)
    contact_phone = models.CharField(max_length=40)
    independent_name = models.CharField(max_length=60)
    independent_phone = models.CharField(max_length=40)
    leave_url = models.URLField()
    door_open = models.BooleanField(default=True)
    # The day on which the programme ends, once that was announced.
    closes_on = models.IntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="programme_is_one", condition=Q(id=1)),
            models.CheckConstraint(
                name="programme_retention", condition=Q(retention_months__range=(0, 24))
            ),
        ]

    def __str__(self) -> str:
        return f"Programme {self.pk}"


class Seat(models.Model):
    """How many people a specialist walks with at once, and whether new ones may ask."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    paused = models.BooleanField(default=False)
    cap = models.PositiveSmallIntegerField(
        default=12, validators=[MinValueValidator(CAP[0]), MaxValueValidator(CAP[1])]
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="programme_seat_cap", condition=Q(cap__range=CAP)),
        ]

    def __str__(self) -> str:
        return f"Seat {self.pk}"
