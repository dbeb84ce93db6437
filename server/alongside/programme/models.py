"""The one programme, and how much each specialist can carry."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from alongside.ground.fields import IDENTIFIER, KEY, BytesField
from alongside.people.models import Account
from alongside.programme.credentials import LONGEST
from alongside.programme.on_call import WHOLE_DAY
from alongside.programme.rules import ANSWER_WITHIN_HOURS

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
    # What is suggested; a client may choose from least to most, or (if so) no end date.
    retention_months = models.PositiveSmallIntegerField(default=12)
    retention_least = models.PositiveSmallIntegerField(default=1)
    retention_most = models.PositiveSmallIntegerField(default=24)
    retention_open_allowed = models.BooleanField(default=True)
    passes_on = models.JSONField(default=list, blank=True)
    contact_name = models.CharField(max_length=60)
    contact_phone = models.CharField(max_length=40)
    independent_name = models.CharField(max_length=60)
    independent_phone = models.CharField(max_length=40)
    leave_url = models.URLField()
    # Further languages: code -> who reviewed them, and on which day they were switched on.
    languages = models.JSONField(default=dict, blank=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    # Who looked whether the list of what must be passed on is right, and on which day.
    reviewed_by = models.CharField(max_length=60, blank=True)
    reviewed_on = models.IntegerField(null=True, blank=True)
    # The shape of programme.help_lines.Line, in the order people see them.
    help_lines = models.JSONField(default=list, blank=True)
    door_open = models.BooleanField(default=False)
    # Whole days, because no time finer than that is kept about who waits.
    answer_within_hours = models.PositiveSmallIntegerField(default=48)
    # Weekdays from 1 (Monday) to 7, such as 12345; empty: as whoever runs the machine says.
    working_days = models.CharField(max_length=7, blank=True, default="", db_default="")
    # How early a time to meet is moved in time; None: as whoever runs the machine says.
    in_time_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    # Whom people may call while somebody is on call, and what they may expect, by language.
    on_call_phone = models.CharField(max_length=40, blank=True, default="", db_default="")
    on_call_words = models.JSONField(default=dict, blank=True)
    # Whether notes of meetings are kept: the shape of programme.documenting; {} is off.
    documenting = models.JSONField(default=dict, blank=True)
    # Whether people may let their own room look for words of danger in what they write.
    hints = models.BooleanField(default=False, db_default=False)
    # The day on which the programme ends, once that was announced.
    closes_on = models.IntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="programme_is_one", condition=Q(id=1)),
            models.CheckConstraint(
                name="programme_retention", condition=Q(retention_months__range=(0, 24))
            ),
            models.CheckConstraint(
                name="programme_answer_within_days",
                condition=Q(answer_within_hours__in=ANSWER_WITHIN_HOURS),
            ),
            models.CheckConstraint(
                name="programme_retention_limits",
                condition=Q(
                    retention_least__gte=1,
                    retention_least__lte=F("retention_most"),
                    retention_most__lte=24,
                ),
            ),
            models.CheckConstraint(
                name="programme_retention_within_limits",
                condition=Q(retention_months=0, retention_open_allowed=True)
                | Q(
                    retention_months__gte=F("retention_least"),
                    retention_months__lte=F("retention_most"),
                ),
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
    # The supervisor who supports whoever sits here, as the team says.
    supported_by = models.ForeignKey(
        Account, models.SET_NULL, null=True, default=None, related_name="+"
    )
    # Topics they do not take now: ids of protocol/facts.json, ascending.
    not_now = models.JSONField(default=list, blank=True)
    # A planned break: its first day, the day they are back, and who could stand in.
    away_from_on = models.IntegerField(null=True, default=None)
    back_on = models.IntegerField(null=True, default=None, db_index=True)
    cover = models.ForeignKey(
        Account, models.SET_NULL, null=True, default=None, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="programme_seat_cap", condition=Q(cap__range=CAP)),
            models.CheckConstraint(
                name="programme_seat_break",
                condition=Q(away_from_on=None, back_on=None, cover=None)
                | Q(away_from_on__isnull=False, back_on__gt=F("away_from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"Seat {self.pk}"


class OnCall(models.Model):
    """A specialist is on call on one day of the week, in the programme's own time zone."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_on_call_times",
                condition=Q(weekday__range=(1, 7), starts__lt=WHOLE_DAY, ends__lt=WHOLE_DAY),
            ),
            models.UniqueConstraint(
                name="programme_on_call_once", fields=["account", "weekday", "starts"]
            ),
        ]

    def __str__(self) -> str:
        return f"OnCall {self.pk}"


class Debrief(models.Model):
    """A specialist asks their supervisor for a talk after a hard contact; never about whom."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    asked_on = models.IntegerField(db_index=True)
    # The last day on which an answer is in time.
    due_on = models.IntegerField()
    # The day on which the two talk; None before the answer.
    meets_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_debrief_days", condition=Q(due_on__gte=F("asked_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"Debrief {self.pk}"


class Credential(models.Model):
    """What a specialist learnt or was certified in, and the last day it holds, if it ends."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    what = models.CharField(max_length=LONGEST)
    given_by = models.CharField(max_length=LONGEST, blank=True)
    done_on = models.IntegerField()
    runs_out_on = models.IntegerField(null=True, blank=True, db_index=True)
    # Whoever at the desk put it down, and on which day.
    put_by = models.CharField(max_length=80)
    put_on = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_credential_days",
                condition=Q(runs_out_on=None) | Q(runs_out_on__gte=F("done_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"Credential {self.pk}"


class HouseRules(models.Model):
    """How people treat each other here, as a programme wrote it; the newest version counts."""

    version = models.PositiveSmallIntegerField(unique=True)
    by_name = models.CharField(max_length=80)
    written_on = models.IntegerField()
    # Language -> lines.
    words = models.JSONField()

    def __str__(self) -> str:
        return f"House rules {self.version}"


class HouseYes(models.Model):
    """The newest version somebody said yes to; 0 is what the software brings."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    version = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"House yes {self.pk}"
