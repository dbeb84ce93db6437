"""That something did not sit right: whose, until when a reply is due, whether it came."""

from django.db import models

from alongside.ground.fields import IDENTIFIER, BytesField
from alongside.people.models import Account
from alongside.relationships.models import Relationship


class Repair(models.Model):
    """One thing that is not closed. What it is about stands sealed in the talk, never here."""

    relationship = models.ForeignKey(
        Relationship, models.PROTECT, related_name="+", db_index=False
    )
    # Drawn by the room of whoever said it; it names no line.
    ref = BytesField(lengths=IDENTIFIER)
    # Who said it, and alone can close it.
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    due_on = models.IntegerField()
    answered = models.BooleanField(default=False)
    # Whoever said it wants the desk to know of a late reply, and nothing else of it.
    tells_desk = models.BooleanField(default=False)
    desk_told = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["relationship", "ref"], name="repairs_repair_once"),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=models.Q(answered=False, tells_desk=True),
                name="repairs_repair_for_desk",
            ),
            models.Index(fields=["due_on"], name="repairs_repair_due"),
        ]

    def __str__(self) -> str:
        return f"Repair {self.pk}"
