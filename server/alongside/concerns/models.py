"""What the house knows of a concern: who raised it, who reads it, and how far it has come.

Whom it is about, what it says and which lines it shows are sealed; so are all letters after it.
Of a measure it knows for whom it is, what it stops and until when; why is sealed.
"""

from django.db import models
from django.db.models import Q

from alongside.concerns.measures import KINDS, MOST_DAYS, OUTCOMES
from alongside.concerns.rules import ANSWER_WITHIN, LEAST_WITHIN, MOST_WITHIN
from alongside.ground.fields import HASH, IDENTIFIER, SEALED, BytesField
from alongside.people.models import Account

WRAP = (112,)


class Terms(models.Model):
    """What the programme promises about concerns: one row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    # Working days.
    answer_within = models.PositiveSmallIntegerField(default=ANSWER_WITHIN)
    # Where somebody can turn outside, in the programme's words.
    outside = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "terms"
        constraints = [
            models.CheckConstraint(name="concerns_terms_is_one", condition=Q(id=1)),
            models.CheckConstraint(
                name="concerns_terms_within",
                condition=Q(answer_within__range=(LEAST_WITHIN, MOST_WITHIN)),
            ),
        ]

    def __str__(self) -> str:
        return f"Terms {self.pk}"


class Partner(models.Model):
    """An officer who comes from a partner organisation, as the programme says."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"Partner {self.pk}"


class State(models.IntegerChoices):
    """How far a concern has come."""

    RECEIVED = 1
    LOOKED_AT = 2
    ANSWERED = 3


class Concern(models.Model):
    """One concern, under the random id that its report was sealed with."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    raised_on = models.IntegerField()
    due_on = models.IntegerField()
    state = models.SmallIntegerField(choices=State, default=State.RECEIVED)
    # The officer who looks at it now, or answered it.
    officer = models.ForeignKey(
        Account, models.PROTECT, related_name="+", null=True, default=None
    )
    # Who answered before somebody else was asked to look at it: never the same one again.
    answered_by = models.ForeignKey(
        Account, models.PROTECT, related_name="+", null=True, default=None
    )
    answered_on = models.IntegerField(null=True, default=None)
    # Its officers have heard that its day is near.
    warned = models.BooleanField(default=False)
    # When they heard last that it is late.
    told_late_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="concerns_concern_state",
                condition=Q(state=State.RECEIVED, answered_on=None)
                | Q(state=State.LOOKED_AT, officer__isnull=False, answered_on=None)
                | Q(state=State.ANSWERED, officer__isnull=False, answered_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], name="concerns_concern_due"),
            models.Index(fields=["answered_on"], name="concerns_concern_answered"),
        ]

    def __str__(self) -> str:
        return f"Concern {self.pk}"


class Box(models.Model):
    """One sealed part of a report: the words, or one line."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="+", db_index=False)
    at = models.PositiveSmallIntegerField()
    box = BytesField(lengths=SEALED)

    class Meta:
        verbose_name_plural = "boxes"
        constraints = [
            models.UniqueConstraint(fields=["concern", "at"], name="concerns_box_once"),
        ]

    def __str__(self) -> str:
        return f"Box {self.pk}"


class Wrap(models.Model):
    """The key of a report for one of its officers, with the record it was sealed to."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    kr_hash = BytesField(lengths=HASH)
    wrap = BytesField(lengths=WRAP)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concern", "account"], name="concerns_wrap_once"),
        ]

    def __str__(self) -> str:
        return f"Wrap {self.pk}"


class Standing(models.IntegerChoices):
    """Where a measure stands."""

    WAITS = 1
    IN_FORCE = 2
    OVER = 3
    REFUSED = 4


class Measure(models.Model):
    """Something one or two officers decided about somebody; none is set by itself."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    on = models.ForeignKey(Account, models.CASCADE, related_name="+")
    by = models.ForeignKey(Account, models.SET_NULL, related_name="+", null=True)
    kind = models.SmallIntegerField()
    # 0 for a word, and for a removal.
    days = models.PositiveSmallIntegerField()
    standing = models.SmallIntegerField(choices=Standing)
    set_on = models.IntegerField()
    second = models.ForeignKey(
        Account, models.SET_NULL, related_name="+", null=True, default=None
    )
    began_on = models.IntegerField(null=True, default=None)
    # The first day on which it is over.
    ends_on = models.IntegerField(null=True, default=None)
    appealed_on = models.IntegerField(null=True, default=None)
    due_on = models.IntegerField(null=True, default=None)
    heard_by = models.ForeignKey(
        Account, models.SET_NULL, related_name="+", null=True, default=None
    )
    heard_on = models.IntegerField(null=True, default=None)
    outcome = models.SmallIntegerField(null=True, default=None)
    # Its officers have heard that the day of an answer is near.
    warned = models.BooleanField(default=False)
    # When they heard last that it is late.
    told_late_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="concerns_measure_kind",
                condition=Q(kind__in=list(KINDS), days__lte=MOST_DAYS),
            ),
            models.CheckConstraint(
                name="concerns_measure_standing",
                condition=Q(standing__in=(Standing.WAITS, Standing.REFUSED), began_on=None)
                | Q(standing__in=(Standing.IN_FORCE, Standing.OVER), began_on__isnull=False),
            ),
            models.CheckConstraint(
                name="concerns_measure_outcome",
                condition=Q(outcome=None, heard_on=None)
                | Q(outcome__in=list(OUTCOMES), heard_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["standing", "ends_on"], name="concerns_measure_ends"),
            models.Index(fields=["due_on"], name="concerns_measure_due"),
        ]

    def __str__(self) -> str:
        return f"Measure {self.pk}"


class Tally(models.Model):
    """How often something happened in a quarter; the one that runs is shown to nobody."""

    quarter = models.IntegerField()
    what = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [
            models.UniqueConstraint(fields=["quarter", "what"], name="concerns_tally_once"),
        ]

    def __str__(self) -> str:
        return f"Tally {self.pk}"


class Sort(models.IntegerChoices):
    """What a letter is for; the numbers of protocol/envelope.md."""

    OWN = 1
    ADDED = 2
    ANSWER = 3
    NOTE = 4
    MEASURE = 5
    SECOND = 6
    APPEAL = 7
    DECISION = 8


class Letter(models.Model):
    """One sealed letter about a concern or a measure, to exactly its readers."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="+", null=True)
    measure = models.ForeignKey(
        Measure, models.CASCADE, related_name="+", null=True, default=None
    )
    ref = BytesField(lengths=IDENTIFIER, unique=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    sort = models.SmallIntegerField(choices=Sort)
    said_on = models.IntegerField()
    box = BytesField(lengths=SEALED)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="concerns_letter_about_one",
                condition=Q(concern__isnull=False, measure=None, sort__lte=Sort.NOTE)
                | Q(concern=None, measure__isnull=False, sort__gte=Sort.MEASURE),
            ),
            models.CheckConstraint(
                name="concerns_letter_sort_known", condition=Q(sort__in=Sort.values)
            ),
        ]

    def __str__(self) -> str:
        return f"Letter {self.pk}"


class LetterWrap(models.Model):
    """The key of a letter for one of its readers, with the record it was sealed to."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    kr_hash = BytesField(lengths=HASH)
    wrap = BytesField(lengths=WRAP)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "account"], name="concerns_letterwrap_once"
            ),
        ]

    def __str__(self) -> str:
        return f"LetterWrap {self.pk}"
