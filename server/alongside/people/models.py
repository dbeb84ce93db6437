"""Accounts, what they may be, how they are signed in, and the few who sit at the desk."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from alongside.ground.fields import HASH, IDENTIFIER, BytesField


class Account(models.Model):
    """A person's place here: an identifier bound to their first keys, and a made-up name."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    # A closed place keeps no name.
    username = models.CharField(max_length=30, unique=True, null=True, blank=True)
    closed = models.BooleanField(db_default=False, default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_account_has_a_name_while_open",
                condition=Q(closed=True, username=None) | Q(closed=False, username__gt=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Account {self.pk}"


class RoleName(models.IntegerChoices):
    """What an account may be; the numbers of protocol/envelope.md."""

    CLIENT = 1
    SPECIALIST = 2
    SUPERVISOR = 3
    COORDINATOR = 4
    SAFETY_OFFICER = 5


class Role(models.Model):
    """One thing an account is, or wishes to be and is not yet."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    role = models.SmallIntegerField(choices=RoleName)
    wished = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "role", name="people_role_once"),
            models.CheckConstraint(name="people_role_known", condition=Q(role__range=(1, 5))),
            models.CheckConstraint(
                name="people_role_only_specialist_is_wished",
                condition=Q(wished=False) | Q(role=RoleName.SPECIALIST),
            ),
        ]

    def __str__(self) -> str:
        return f"Role {self.pk}"


class Stopped(models.IntegerChoices):
    """What somebody may not begin for a while; a measure of a room above says why."""

    HELLOS = 1
    CIRCLES = 2
    WRITING = 3


class Stop(models.Model):
    """One thing that somebody may not do now; the relay reads those of writing."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+", db_index=False)
    what = models.SmallIntegerField(choices=Stopped)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "what"], name="people_stop_once"),
            models.CheckConstraint(
                name="people_stop_known", condition=Q(what__in=Stopped.values)
            ),
        ]

    def __str__(self) -> str:
        return f"Stop {self.pk}"


class Hold(models.Model):
    """What the server can read about somebody is kept a while longer, because of the law."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    placed_on = models.IntegerField()
    # The day it was placed or last renewed; from then on it lasts 90 days at most.
    decided_on = models.IntegerField()
    # The first day on which nothing is held any more.
    until_on = models.IntegerField()
    reason = models.TextField()
    # Who at the desk decided it, by the names they had.
    by = models.CharField(max_length=40)
    second = models.CharField(max_length=40)
    # A written ban on telling, and the first day on which it does not hold any more.
    silent_until = models.IntegerField(null=True, default=None)
    silent_basis = models.TextField(default="", blank=True)
    is_told = models.BooleanField(default=False)
    lifted_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_hold_lasts_ninety_days",
                condition=Q(until_on__lte=F("decided_on") + 90),
            ),
            models.CheckConstraint(
                name="people_hold_is_told_in_the_end",
                condition=Q(silent_until=None) | Q(silent_until__lte=F("until_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"Hold {self.pk}"


class Scope(models.IntegerChoices):
    """How much a sign-in opens."""

    FULL = 1
    SPARE = 2


class Token(models.Model):
    """One sign-in; only a keyed hash of the token is kept, until it runs out."""

    token_hash = BytesField(lengths=HASH, unique=True)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    scope = models.SmallIntegerField(choices=Scope)
    # The way in it came by, so that one device can be signed out.
    way = BytesField(lengths=IDENTIFIER, null=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="people_token_scope", condition=Q(scope__in=[1, 2])),
        ]

    def __str__(self) -> str:
        return f"Token {self.pk}"


class Tries(models.Model):
    """Wrong tries at one door, under a keyed hash of name and address; gone after an hour.

    How many codes went to a phone is counted for a day as well.
    """

    key = BytesField(lengths=HASH, unique=True)
    count = models.PositiveSmallIntegerField()
    window_start = models.DateTimeField(db_index=True)
    lasts_day = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name_plural = "tries"

    def __str__(self) -> str:
        return f"Tries {self.pk}"


class Block(models.Model):
    """Someone who wants to hear no more of someone."""

    blocker = models.ForeignKey(Account, models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Account, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint("blocker", "blocked", name="people_block_once"),
            models.CheckConstraint(
                name="people_block_somebody_else", condition=~Q(blocker=F("blocked"))
            ),
        ]

    def __str__(self) -> str:
        return f"Block {self.pk}"


class DeskUser(AbstractBaseUser):
    """A coordinator at the desk; when they last signed in is not kept."""

    last_login = None
    name = models.CharField(max_length=40, unique=True)
    # Counts how often every sitting was ended at once; a sitting ends when this moves on.
    sittings = models.PositiveIntegerField(default=0, db_default=0)

    objects = BaseUserManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"DeskUser {self.pk}"

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Give what a sitting has to match: it changes with the words and with `sittings`."""
        value = f"{self.password} {self.sittings}"
        return salted_hmac("desk-sitting", value, secret, algorithm="sha256").hexdigest()


class SecondKind(models.IntegerChoices):
    """What a second step is taken with."""

    PASSKEY = 1
    APP = 2


class SecondStep(models.Model):
    """What a coordinator shows after the five words: a passkey, or an app with codes."""

    user = models.ForeignKey(DeskUser, models.CASCADE, related_name="+")
    kind = models.SmallIntegerField(choices=SecondKind)
    name = models.CharField(max_length=40)
    added_on = models.IntegerField()
    credential = BytesField(unique=True, null=True)
    public_key = BytesField(null=True)
    uses = models.BigIntegerField(default=0)
    # An app's secret is made from this and the server's own key: the tables alone are not it.
    seed = BytesField(lengths=IDENTIFIER, unique=True, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_secondstep_has_what_it_needs",
                condition=Q(
                    kind=SecondKind.PASSKEY,
                    credential__isnull=False,
                    public_key__isnull=False,
                    seed=None,
                )
                | Q(kind=SecondKind.APP, credential=None, public_key=None, seed__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"SecondStep {self.pk}"


class PaperCode(models.Model):
    """A second step on paper, good for one time; only a keyed hash is kept."""

    user = models.ForeignKey(DeskUser, models.CASCADE, related_name="+")
    code_hash = BytesField(lengths=HASH, unique=True)

    def __str__(self) -> str:
        return f"PaperCode {self.pk}"


class Spent(models.Model):
    """A code or a question that was answered and must not work again while it still could."""

    key = BytesField(lengths=HASH, unique=True)
    until_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "spent"

    def __str__(self) -> str:
        return f"Spent {self.pk}"


class AlsoSpecialist(models.Model):
    """A coordinator who says "I am this specialist too", and whether that specialist agrees."""

    user = models.OneToOneField(DeskUser, models.CASCADE, related_name="+")
    # As it was typed, whether somebody has this name or not: asking tells nothing.
    username = models.CharField(max_length=30)
    account = models.OneToOneField(Account, models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return f"AlsoSpecialist {self.pk}"


class OneTimeLink(models.Model):
    """A way in for one future specialist; its token is shown once and kept as a keyed hash."""

    token_hash = BytesField(lengths=HASH, unique=True)
    note = models.CharField(max_length=80)
    made_by = models.ForeignKey(DeskUser, models.PROTECT, related_name="+")
    expires_on = models.IntegerField()

    def __str__(self) -> str:
        return f"OneTimeLink {self.pk}"
