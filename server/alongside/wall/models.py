"""Rows of each person's wall, where each wall ends now, and what it is still to tell.

Rows are added, never changed.
"""

from django.db import models
from django.db.models import Q

from alongside.ground.fields import HASH, BytesField
from alongside.people.models import Account


class Top(models.Model):
    """Where a wall ends now. One row a person, held while a row is added."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    n = models.BigIntegerField(default=0)
    h = BytesField(lengths=HASH)
    day = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"Top {self.pk}"


class Row(models.Model):
    """One thing that happened, on a day; what it told goes after its time, its hash stays."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+", db_index=False)
    n = models.BigIntegerField()
    day = models.IntegerField()
    # Nothing of what it told, once that is forgotten.
    kind = models.SmallIntegerField(null=True)
    keep = models.SmallIntegerField()
    told = BytesField(null=True)
    told_hash = BytesField(lengths=HASH)
    h = BytesField(lengths=HASH)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "n", name="wall_row_once"),
            models.CheckConstraint(name="wall_row_counts_from_one", condition=Q(n__gte=1)),
        ]
        indexes = [
            models.Index(fields=["account", "day", "kind"], name="wall_rows_of_a_day"),
            models.Index(
                fields=["keep", "day"],
                condition=Q(told__isnull=False),
                name="wall_rows_to_forget",
            ),
        ]

    def __str__(self) -> str:
        return f"Row {self.n} of account {self.account_id}"


class Untold(models.Model):
    """Somebody stood on a page of the desk, and their wall is still to say so.

    Written before the page is answered; gone once it is a row, which it is before anybody
    reads that wall.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="+", db_index=False)
    day = models.IntegerField()
    kind = models.SmallIntegerField()
    page = models.SmallIntegerField()
    # Whose page it was: a coordinator's, or a supervisor's in the room; never who.
    role = models.SmallIntegerField()

    class Meta:
        verbose_name_plural = "untold"
        constraints = [
            models.UniqueConstraint(
                "account", "day", "kind", "page", "role", name="wall_untold_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Untold {self.pk} of account {self.account_id}"
