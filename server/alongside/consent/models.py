"""What was told about whom and until when, and what its readers open it with. All sealed."""

from django.db import models
from django.db.models import Q

from alongside.ground.fields import HASH, IDENTIFIER, SEALED, BytesField
from alongside.people.models import Account, DeskUser

WRAP = (112,)
LINK_BOX = (137,)


class EndedBy(models.IntegerChoices):
    """Why something told is told no more."""

    CLIENT = 1
    TIME = 2
    PLACE_CLOSED = 3


class Telling(models.Model):
    """One signed header, its consent for the account, and what is told while it may be read."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    client = models.ForeignKey(Account, models.PROTECT, related_name="+")
    specialist = models.ForeignKey(Account, models.PROTECT, related_name="+")
    # Nobody here where it goes out by a link.
    recipient = models.ForeignKey(Account, models.PROTECT, related_name="+", null=True)
    n = models.BigIntegerField()
    # The header as it was signed.
    paper = models.JSONField()
    hash = BytesField(lengths=HASH)
    from_day = models.IntegerField()
    until_day = models.IntegerField()
    sealed_consent = BytesField(lengths=SEALED)
    sealed_told = BytesField(lengths=SEALED, null=True)
    opened_on = models.IntegerField(null=True, default=None)
    ended_on = models.IntegerField(null=True, default=None)
    ended_by = models.SmallIntegerField(choices=EndedBy, null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint("client", "n", name="consent_telling_counts"),
            models.CheckConstraint(
                name="consent_telling_is_gone_when_it_ended",
                condition=Q(ended_on=None, ended_by=None, sealed_told__isnull=False)
                | Q(
                    ended_on__isnull=False,
                    ended_by__isnull=False,
                    sealed_told=None,
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["until_day"], condition=Q(ended_on=None), name="consent_telling_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"Telling {self.pk}"


class Wrap(models.Model):
    """The key of one of the two boxes, for one reader."""

    telling = models.ForeignKey(Telling, models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    box = models.SmallIntegerField()
    wrap = BytesField(lengths=WRAP)

    class Meta:
        constraints = [
            models.UniqueConstraint("telling", "account", "box", name="consent_wrap_once"),
            models.CheckConstraint(name="consent_wrap_of_a_box", condition=Q(box__in=[1, 2])),
        ]

    def __str__(self) -> str:
        return f"Wrap {self.pk}"


class LinkBox(models.Model):
    """The keys of both boxes for whoever has the link: kept apart from them, as wraps are."""

    telling = models.OneToOneField(Telling, models.CASCADE, primary_key=True, related_name="+")
    box = BytesField(lengths=LINK_BOX)

    def __str__(self) -> str:
        return f"LinkBox {self.pk}"


class Emergency(models.Model):
    """Somebody outside was told without a yes: the signed entry, and what became of it."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    client = models.ForeignKey(Account, models.PROTECT, related_name="+")
    specialist = models.ForeignKey(Account, models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(Account, models.PROTECT, related_name="+", null=True)
    paper = models.JSONField()
    reason = models.SmallIntegerField()
    sealed_words = BytesField(lengths=SEALED)
    entered_on = models.IntegerField()
    # The day to look again whether the client can be told.
    look_on = models.IntegerField()
    told_on = models.IntegerField(null=True, default=None)
    confirmed_on = models.IntegerField(null=True, default=None)
    # Who confirmed: the supervisor, or a coordinator at the desk.
    confirmed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", null=True)
    confirmed_at_desk = models.ForeignKey(DeskUser, models.PROTECT, related_name="+", null=True)
    # Whether the client wishes to talk about it; NULL while they have not said.
    wishes_talk = models.BooleanField(null=True, default=None)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consent_emergency_confirmed_by_one",
                condition=Q(confirmed_on=None, confirmed_by=None, confirmed_at_desk=None)
                | Q(
                    confirmed_on__isnull=False,
                    confirmed_by__isnull=False,
                    confirmed_at_desk=None,
                )
                | Q(
                    confirmed_on__isnull=False,
                    confirmed_by=None,
                    confirmed_at_desk__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="consent_emergency_talk_after_telling",
                condition=Q(wishes_talk=None) | Q(told_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["look_on"], condition=Q(told_on=None), name="consent_emergency_looks"
            ),
        ]

    def __str__(self) -> str:
        return f"Emergency {self.pk}"


class EmergencyWrap(models.Model):
    """The key of an entry's words, for one reader."""

    emergency = models.ForeignKey(Emergency, models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    wrap = BytesField(lengths=WRAP)

    class Meta:
        constraints = [
            models.UniqueConstraint("emergency", "account", name="consent_emergencywrap_once"),
        ]

    def __str__(self) -> str:
        return f"EmergencyWrap {self.pk}"
