"""What the house knows of two who think together: who they are, the day, and sealed letters.

What about, for how long and every word is sealed to the two.
"""

from django.db import models

from alongside.ground.fields import HASH, IDENTIFIER, SEALED, BytesField
from alongside.people.models import Account

WRAP = (112,)


class Together(models.Model):
    """One time at which a specialist and whoever supports them think together."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    specialist = models.ForeignKey(Account, models.CASCADE, related_name="+", db_index=False)
    # None once they left; what they wrote went with them.
    supporter = models.ForeignKey(
        Account, models.SET_NULL, related_name="+", null=True, db_index=False
    )
    begun_on = models.IntegerField()
    meets_on = models.IntegerField(db_index=True)

    class Meta:
        verbose_name_plural = "times together"
        indexes = [
            models.Index(fields=["specialist", "-meets_on"], name="supervision_of_specialist"),
            models.Index(fields=["supporter", "-meets_on"], name="supervision_of_supporter"),
        ]

    def __str__(self) -> str:
        return f"Together {self.pk}"


class Letter(models.Model):
    """One sealed letter of one of the two, to both."""

    together = models.ForeignKey(Together, models.CASCADE, related_name="+")
    ref = BytesField(lengths=IDENTIFIER, unique=True)
    by = models.ForeignKey(Account, models.CASCADE, related_name="+")
    said_on = models.IntegerField()
    box = BytesField(lengths=SEALED)

    def __str__(self) -> str:
        return f"Letter {self.pk}"


class Wrap(models.Model):
    """The key of a letter for one of the two, with the record it was sealed to."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    kr_hash = BytesField(lengths=HASH)
    wrap = BytesField(lengths=WRAP)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["letter", "account"], name="supervision_wrap_once"),
        ]

    def __str__(self) -> str:
        return f"Wrap {self.pk}"
