"""Who lets themselves be counted, which steps they took, which invitations are open."""

from django.db import models
from django.db.models import Q

from alongside.ground.fields import HASH, BytesField
from alongside.people.models import Account
from alongside.relationships.models import Relationship
from alongside.ripple.rules import GENERATIONS, IN_BROUGHT, STEPS


class Counted(models.Model):
    """Somebody said whether they may be counted; what they were counted in already."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="+")
    is_on = models.BooleanField()
    # Through how many people support came to them, as they and their supporter say.
    generation = models.PositiveSmallIntegerField()
    # A bit for each figure they are in, so that nobody is in one twice.
    done = models.PositiveSmallIntegerField(default=0)
    # The quarter in which it is watched whether an invitation of theirs brings the first.
    watched = models.IntegerField(null=True, default=None)

    class Meta:
        verbose_name_plural = "counted"
        constraints = [
            models.CheckConstraint(
                name="ripple_counted_generation", condition=Q(generation__lt=GENERATIONS)
            ),
            models.CheckConstraint(
                name="ripple_counted_done", condition=Q(done__lt=1 << (IN_BROUGHT + 1))
            ),
        ]

    def __str__(self) -> str:
        return f"Counted {self.pk}"


class Step(models.Model):
    """One step: asked of a specialist, or taken since a quarter, and then no more of whom."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+", db_index=False)
    role = models.PositiveSmallIntegerField()
    asked_of = models.ForeignKey(
        Relationship, models.CASCADE, related_name="+", null=True, default=None
    )
    quarter = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "role", name="ripple_step_once"),
            models.CheckConstraint(
                name="ripple_step_known", condition=Q(role__in=[int(step) for step in STEPS])
            ),
            models.CheckConstraint(
                name="ripple_step_asked_or_taken",
                condition=Q(asked_of=None, quarter__isnull=False)
                | Q(asked_of__isnull=False, quarter=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Step {self.pk}"


class Invitation(models.Model):
    """A link that somebody may give to one they know. Whether anybody came is not in it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    code_hash = BytesField(lengths=HASH, unique=True)
    # The last day on which somebody can come by it; until then it is open, used or not.
    ends_on = models.IntegerField()

    def __str__(self) -> str:
        return f"Invitation {self.pk}"
