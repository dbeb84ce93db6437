"""How somebody can be reached, and that something is owed to them: no time, no reason."""

from django.db import models
from django.db.models import Q

from alongside.ground.fields import HASH, IDENTIFIER, BytesField
from alongside.ground.languages import FIRST
from alongside.notices.rules import (
    LONGEST_ADDRESS,
    LONGEST_ENDPOINT,
    LONGEST_NUMBER,
    LONGEST_SENDER,
    LONGEST_SUBJECT,
    PERIODS,
    QUIET,
    WHOLE_DAY,
    Before,
)
from alongside.people.models import Account, DeskUser


class Reach(models.Model):
    """How one person wants to be told that something is new; the relay reads who does.

    `ref` makes the link that stops mail, `proof` the one that confirms an address.
    """

    account = models.OneToOneField(Account, models.CASCADE, null=True, related_name="+")
    desk_user = models.OneToOneField(DeskUser, models.CASCADE, null=True, related_name="+")
    ref = BytesField(lengths=IDENTIFIER, unique=True)
    # Empty: no mail.
    address = models.CharField(max_length=LONGEST_ADDRESS, blank=True, default="")
    confirmed = models.BooleanField(default=False)
    turned_on = models.BooleanField(default=True)
    # Something beside mail tells them: a device, or a phone.
    hears = models.BooleanField(default=False, db_default=False)
    # What a mail says it comes from and is about, in the person's own words; empty: the usual.
    sender = models.CharField(max_length=LONGEST_SENDER, blank=True, default="")
    subject = models.CharField(max_length=LONGEST_SUBJECT, blank=True, default="")
    # How many hours lie between two notes at least.
    rest_hours = models.SmallIntegerField(default=PERIODS[0])
    # Whether they asked for a note a day, or an hour, before a time they keep free.
    day_before = models.BooleanField(default=False, db_default=False)
    hour_before = models.BooleanField(default=False, db_default=False)
    # A note about such a time is owed.
    is_near = models.BooleanField(default=False, db_default=False)
    # The kind of note that mail did not take while something else was to tell them; 0 for none.
    missed = models.SmallIntegerField(default=0, db_default=0)
    # The mail server said that nobody is there.
    returned = models.BooleanField(default=False)
    proof = BytesField(lengths=IDENTIFIER, null=True, unique=True)
    proof_until = models.DateTimeField(null=True)
    proof_waits = models.BooleanField(default=False)
    quiet_from = models.SmallIntegerField(default=QUIET[0])
    quiet_to = models.SmallIntegerField(default=QUIET[1])
    zone = models.CharField(max_length=64, default="UTC")
    # The language they read when they left it; all letters in one language are alike.
    lang = models.CharField(max_length=5, default=FIRST)
    rest_until = models.DateTimeField(null=True)
    # They have had a note and have not come in since.
    told = models.BooleanField(default=False)
    # What a coordinator was told of: waits since this day, endorsements that end by that one.
    waits_told_day = models.IntegerField(default=0)
    endings_told_day = models.IntegerField(default=0)
    # And that somebody should have looked again whether a client can be told by this day.
    looks_told_day = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="notices_reach_is_one_persons",
                condition=Q(account=None, desk_user__isnull=False)
                | Q(account__isnull=False, desk_user=None),
            ),
            models.CheckConstraint(
                name="notices_reach_quiet_hours",
                condition=Q(quiet_from__range=(0, WHOLE_DAY - 1))
                & Q(quiet_to__range=(0, WHOLE_DAY - 1)),
            ),
            models.CheckConstraint(
                name="notices_reach_rest", condition=Q(rest_hours__in=PERIODS)
            ),
        ]

    def __str__(self) -> str:
        return f"Reach {self.pk}"

    def wants_before(self, before: Before) -> bool:
        """Say whether they asked for the note that comes so long before."""
        return self.day_before if before == Before.DAY else self.hour_before


class Device(models.Model):
    """A device of one's own that hears of something new, through its browser's push service.

    It belongs to the way in of that device (`way`), and goes with it.
    """

    reach = models.ForeignKey(Reach, models.CASCADE, related_name="+")
    way = BytesField(lengths=IDENTIFIER)
    endpoint = models.CharField(max_length=LONGEST_ENDPOINT)
    public = BytesField(lengths=(65,))
    secret = BytesField(lengths=IDENTIFIER)
    # The kind of note that still has to go there; 0 for none.
    waits = models.SmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    refusals = models.PositiveSmallIntegerField(default=0)
    try_after_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("reach", "way", name="notices_device_once"),
        ]

    def __str__(self) -> str:
        return f"Device {self.pk}"


class Phone(models.Model):
    """A phone that gets short notes as text messages, once its holder showed a code.

    `proof` makes the code; the code itself is nowhere.
    """

    reach = models.OneToOneField(Reach, models.CASCADE, primary_key=True, related_name="+")
    number = models.CharField(max_length=LONGEST_NUMBER)
    confirmed = models.BooleanField(default=False)
    # The provider said that no text goes there.
    returned = models.BooleanField(default=False)
    proof = BytesField(lengths=IDENTIFIER, null=True, unique=True)
    proof_until = models.DateTimeField(null=True)
    proof_waits = models.BooleanField(default=False)
    wrong = models.PositiveSmallIntegerField(default=0)
    # The kind of note that still has to go there; 0 for none.
    waits = models.SmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    try_after_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Phone {self.pk}"


class Feed(models.Model):
    """The address of somebody's calendar; only a keyed hash of it is kept."""

    reach = models.OneToOneField(Reach, models.CASCADE, primary_key=True, related_name="+")
    token_hash = BytesField(lengths=HASH, unique=True)

    def __str__(self) -> str:
        return f"Feed {self.pk}"


class Reminded(models.Model):
    """Of which time somebody was told, so that it is told once; gone when it is over."""

    reach = models.ForeignKey(Reach, models.CASCADE, related_name="+")
    ref = BytesField(lengths=IDENTIFIER)
    before = models.SmallIntegerField()
    # A time that was moved to another day is another time.
    day = models.IntegerField()

    class Meta:
        verbose_name_plural = "reminded"
        constraints = [
            models.UniqueConstraint(
                "reach", "ref", "before", "day", name="notices_reminded_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Reminded {self.pk}"


class Owed(models.Model):
    """One bit: there is something new for somebody. Relay and timers set it."""

    reach = models.OneToOneField(Reach, models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        verbose_name_plural = "owed"

    def __str__(self) -> str:
        return f"Owed {self.pk}"


class Trouble(models.TextChoices):
    """Why no mail goes out; the sentence for each is in the catalogue."""

    NONE = ""
    UNREACHABLE = "unreachable"
    SIGN_IN = "sign-in"
    SENDER = "sender"


class Outbox(models.Model):
    """How the mail server has been: one row, made by its first failure."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    failures = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=11, choices=Trouble, blank=True, default="")
    try_after_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "outbox"
        constraints = [
            models.CheckConstraint(name="notices_outbox_is_one", condition=Q(id=1)),
        ]

    def __str__(self) -> str:
        return f"Outbox {self.pk}"
