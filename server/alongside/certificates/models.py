"""Certificates, the places of their files in the list, and the public keys that sign them.

No file is kept: it is made for its holder and handed over once.
"""

from django.db import models
from django.db.models import Q

from alongside.certificates.rules import (
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_HOURS,
    PLACES,
    Source,
    State,
)
from alongside.ground.fields import KEY, BytesField
from alongside.people.models import Account

LIST = (PLACES // 8,)


class SigningKey(models.Model):
    """The public half of a key of the programme's; the other half lies in the secrets."""

    public = BytesField(lengths=KEY, unique=True)
    made_on = models.IntegerField()
    # Since then it signs no more; what it signed holds on, unless it got out.
    stopped_on = models.IntegerField(null=True, default=None)
    got_out = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="certificates_key_got_out",
                condition=Q(got_out=False) | ~Q(stopped_on=None),
            ),
        ]

    def __str__(self) -> str:
        return f"SigningKey {self.pk}"


class PlaceList(models.Model):
    """One row: which places of the list are taken, and which of them were taken back."""

    taken = BytesField(lengths=LIST)
    back = BytesField(lengths=LIST)

    def __str__(self) -> str:
        return f"PlaceList {self.pk}"


class Certificate(models.Model):
    """Something somebody asked the programme to stand by, and what it said."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+", db_index=False)
    source = models.PositiveSmallIntegerField()
    # Which row of the record of training; 0 for a step.
    number = models.BigIntegerField(default=0)
    # By what the team knows whoever asks, in their own words; it may be empty.
    known_as = models.CharField(max_length=LONGEST_NAME, blank=True)
    state = models.PositiveSmallIntegerField(default=State.ASKED)
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    hours = models.PositiveSmallIntegerField(null=True, default=None)
    done_on = models.IntegerField(null=True, default=None)
    runs_out_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "account", "source", "number", name="certificates_certificate_once"
            ),
            models.CheckConstraint(
                name="certificates_certificate_known",
                condition=Q(source__in=[int(one) for one in Source])
                & Q(state__in=[int(one) for one in State]),
            ),
            models.CheckConstraint(
                name="certificates_certificate_hours",
                condition=Q(hours=None) | Q(hours__gt=0, hours__lte=MOST_HOURS),
            ),
        ]
        indexes = [models.Index(fields=["state"], name="certificates_by_state")]

    def __str__(self) -> str:
        return f"Certificate {self.pk}"


class Issued(models.Model):
    """A file was made: its place in the list, and nothing of what stands in it."""

    certificate = models.ForeignKey(Certificate, models.CASCADE, related_name="issued")
    place = models.IntegerField(unique=True)

    class Meta:
        verbose_name_plural = "issued"

    def __str__(self) -> str:
        return f"Issued {self.pk}"
