"""What is known while somebody lets the programme choose; only a veto outlives the wish."""

from django.db import models
from django.db.models import Q

from alongside.people.models import Account


class Wish(models.Model):
    """What a client ticked and handed over. Deleted with the first yes, or when taken back."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="+")
    facts = models.JSONField()
    langs = models.JSONField()
    # Empty where nothing matters most.
    matters = models.CharField(max_length=20, blank=True)
    anyone = models.BooleanField()
    # Who has waited longest comes first.
    handed_on = models.IntegerField()

    class Meta:
        verbose_name_plural = "wishes"
        indexes = [models.Index(fields=["handed_on", "id"], name="matching_wish_in_line")]

    def __str__(self) -> str:
        return f"Wish {self.pk}"


class NotFor(models.Model):
    """Whom a client named as not for them: it outlives the wish, and the desk reads it nowhere.

    Gone once they take it away, take their wishes back or walk with that person after all.
    """

    client = models.ForeignKey(Account, models.CASCADE, related_name="+")
    specialist = models.ForeignKey(Account, models.CASCADE, related_name="+")

    class Meta:
        verbose_name_plural = "not for"
        constraints = [
            models.UniqueConstraint("client", "specialist", name="matching_not_for_once"),
        ]

    def __str__(self) -> str:
        return f"NotFor {self.pk}"


class Apart(models.Model):
    """A specialist who was turned down, or said no: not proposed again for this wish."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="apart")
    specialist = models.ForeignKey(Account, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint("wish", "specialist", name="matching_apart_once"),
        ]

    def __str__(self) -> str:
        return f"Apart {self.pk}"


class Step(models.IntegerChoices):
    """Who has seen a proposal: the desk, then the specialist, then the client."""

    DRAFTED = 1
    OFFERED = 2
    SHOWN = 3


class Proposal(models.Model):
    """One specialist for one wish. A no of anybody deletes it."""

    wish = models.OneToOneField(Wish, models.CASCADE, related_name="proposal")
    specialist = models.ForeignKey(Account, models.CASCADE, related_name="+")
    step = models.SmallIntegerField(choices=Step)
    # The day of its last step: nobody is left waiting for an answer.
    since_on = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="matching_step_known", condition=Q(step__in=Step.values)
            ),
        ]
        indexes = [models.Index(fields=["step", "since_on"], name="matching_proposal_step")]

    def __str__(self) -> str:
        return f"Proposal {self.pk}"


class Way(models.IntegerChoices):
    """The two ways of finding somebody."""

    OWN_CHOICE = 1
    PROGRAMME = 2


class Took(models.Model):
    """How many people of a quarter of a year had somebody after so many days: counts alone."""

    way = models.SmallIntegerField(choices=Way)
    quarter = models.IntegerField()
    days = models.SmallIntegerField()
    people = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "took"
        constraints = [
            models.UniqueConstraint("way", "quarter", "days", name="matching_took_once"),
            models.CheckConstraint(name="matching_way_known", condition=Q(way__in=Way.values)),
        ]

    def __str__(self) -> str:
        return f"Took {self.pk}"
