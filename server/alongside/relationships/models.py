"""What a client and a specialist are to each other, and what both signed."""

from django.db import models
from django.db.models import F, Q

from alongside.ground.fields import HASH, IDENTIFIER, SIGNATURE, BytesField
from alongside.people.models import Account
from alongside.relationships.weights import ORDINARY, WEIGHTS


class State(models.TextChoices):
    """Where two people stand; rules.py says which step leads where."""

    ASKED = "asked"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class EndedBy(models.IntegerChoices):
    """Who took the last step: a role of the two, or time, for which the programme speaks."""

    CLIENT = 1
    SPECIALIST = 2
    PROGRAMME = 4


class EndedHow(models.IntegerChoices):
    """What else is known of an end: no more than both could see by themselves."""

    SAID = 0
    PLACE_CLOSED = 1
    PLANNED = 2
    HANDED_OVER = 3


class Came(models.IntegerChoices):
    """How a specialist came into the talk: asked first, or into one that was there before."""

    ASKED = 1
    HANDED_OVER = 2
    STANDS_IN = 3


class HandoverKind(models.IntegerChoices):
    """What another specialist is asked for: to go on with somebody, or for a while."""

    HANDOVER = 1
    STAND_IN = 2


class Handed(models.IntegerChoices):
    """How far a handover is; handing.py says which step leads where."""

    SUGGESTED = 1
    ASKED = 2
    AGREED = 3
    TOGETHER = 4
    DONE = 5
    DECLINED = 6
    CALLED_OFF = 7
    LAPSED = 8


class Asked(models.IntegerChoices):
    """What became of an edition of the promise after the first."""

    OFFERED = 1
    IN_FORCE = 2
    DECLINED = 3
    REPLACED = 4
    DROPPED = 5


# They talk, or will again: a pause keeps one's place, and a changed promise is brought to it.
GOING = (State.ACTIVE, State.PAUSED)
OPEN = (State.ASKED, *GOING)
AGREED = (*GOING, State.ENDED)
# Another specialist said yes: they may be named, and three may read.
ACCOMPANIED = (Handed.AGREED, Handed.TOGETHER)
UNDER_WAY = (Handed.ASKED, *ACCOMPANIED)
OVER = (State.ENDED, State.DECLINED, State.WITHDRAWN, State.LAPSED)
_SPECIALIST_SIGNED = Q(agreed_on__isnull=False, specialist_sig__isnull=False) & Q(
    specialist_day__isnull=False
)
_SPECIALIST_DID_NOT_SIGN = Q(agreed_on=None, specialist_sig=None, specialist_day=None)


class Relationship(models.Model):
    """One ask, and what became of it. The promise is kept as it stood when it was signed."""

    client = models.ForeignKey(Account, models.PROTECT, related_name="+")
    specialist = models.ForeignKey(Account, models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State)
    # The first conversation's identifier, which both signatures name.
    conv = BytesField(lengths=IDENTIFIER)
    came = models.SmallIntegerField(
        choices=Came, default=Came.ASKED, db_default=Came.ASKED.value
    )
    promise = models.JSONField()
    agreement_hash = BytesField(lengths=HASH)
    client_sig = BytesField(lengths=SIGNATURE)
    client_day = models.IntegerField()
    # The language in which each read the first promise, as their rooms said.
    client_lang = models.CharField(max_length=5, blank=True, default="", db_default="")
    specialist_sig = BytesField(lengths=SIGNATURE, null=True)
    specialist_day = models.IntegerField(null=True)
    specialist_lang = models.CharField(max_length=5, blank=True, default="", db_default="")
    asked_on = models.IntegerField()
    agreed_on = models.IntegerField(null=True)
    ended_on = models.IntegerField(null=True)
    ended_by = models.SmallIntegerField(choices=EndedBy, null=True)
    ended_how = models.SmallIntegerField(choices=EndedHow, default=0, db_default=0)
    # What the settings promised when that was last brought to the two; before that nothing.
    brought_hash = BytesField(lengths=HASH, null=True, default=None)
    # After how many days without an answer the desk sees it: as the promise in force says.
    answer_days = models.PositiveSmallIntegerField(null=True, default=None)
    # How heavy it is, in half places, as the specialist says for themselves alone.
    weight = models.PositiveSmallIntegerField(default=ORDINARY, db_default=ORDINARY)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(state=State.ASKED),
                name="relationships_one_open_ask",
            ),
            models.UniqueConstraint(
                fields=["client", "specialist"],
                condition=Q(state__in=OPEN),
                name="relationships_one_open_pair",
            ),
            models.UniqueConstraint(
                fields=["conv"],
                condition=Q(came=Came.ASKED),
                name="relationships_one_began_it",
            ),
            models.CheckConstraint(
                name="relationships_two_people", condition=~Q(client=F("specialist"))
            ),
            models.CheckConstraint(
                name="relationships_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="relationships_weight_known", condition=Q(weight__in=WEIGHTS)
            ),
            models.CheckConstraint(
                name="relationships_agreed_when_both_signed",
                condition=(Q(state__in=AGREED) & _SPECIALIST_SIGNED)
                | (~Q(state__in=AGREED) & _SPECIALIST_DID_NOT_SIGN),
            ),
            models.CheckConstraint(
                name="relationships_over_says_by_whom",
                condition=Q(state__in=OVER, ended_on__isnull=False, ended_by__isnull=False)
                | Q(state__in=OPEN, ended_on=None, ended_by=None),
            ),
        ]
        indexes = [
            models.Index(fields=["specialist", "state"], name="relationships_of_specialist"),
            models.Index(fields=["state", "asked_on"], name="relationships_waiting"),
            models.Index(fields=["conv"], name="relationships_of_one_talk"),
        ]

    def __str__(self) -> str:
        return f"Relationship {self.pk}"

    @property
    def has_specialist_gone(self) -> bool:
        """Say whether it ended with the specialist's place."""
        by_place = (EndedHow.PLACE_CLOSED, EndedBy.SPECIALIST)
        return (self.ended_how, self.ended_by) == by_place


class Pause(models.Model):
    """The last pause of a relationship: whose it is, until when, and whether it is over."""

    relationship = models.OneToOneField(Relationship, models.CASCADE, related_name="+")
    by = models.SmallIntegerField(choices=EndedBy)
    since_on = models.IntegerField()
    until_on = models.IntegerField()
    # They named the day themselves; else it is the last one a pause can have.
    is_chosen = models.BooleanField()
    # Somebody's words had no answer when it began.
    had_waited = models.BooleanField(default=False)
    over_on = models.IntegerField(null=True, default=None)

    class Meta:
        indexes = [
            models.Index(fields=["over_on", "until_on"], name="relationships_pause_due"),
        ]

    def __str__(self) -> str:
        return f"Pause {self.pk}"


class Plan(models.Model):
    """Until which day two people mean to walk together, and a later day one of them wishes."""

    relationship = models.OneToOneField(Relationship, models.CASCADE, related_name="+")
    ends_on = models.IntegerField(null=True)
    set_by = models.SmallIntegerField(choices=EndedBy)
    wished_by = models.SmallIntegerField(choices=EndedBy, null=True, default=None)
    # None, once somebody wished something: no day at all.
    wished_ends_on = models.IntegerField(null=True, default=None)
    # The last reminder each has put away, in weeks before the day.
    client_heard = models.SmallIntegerField(null=True, default=None)
    specialist_heard = models.SmallIntegerField(null=True, default=None)

    def __str__(self) -> str:
        return f"Plan {self.pk}"


class WayBack(models.Model):
    """Who of two people whose time together ended would be glad to go on one day."""

    relationship = models.OneToOneField(Relationship, models.CASCADE, related_name="+")
    client = models.BooleanField(default=False)
    specialist = models.BooleanField(default=False)
    until_on = models.IntegerField(db_index=True)

    def __str__(self) -> str:
        return f"WayBack {self.pk}"


class Handover(models.Model):
    """Another specialist, named to take a talk over or to stand in: who, how far, which days.

    Who reads is never decided here: only a header that the client signed says so.
    """

    relationship = models.ForeignKey(
        Relationship, models.PROTECT, related_name="+", db_index=False
    )
    to = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    kind = models.SmallIntegerField(choices=HandoverKind)
    state = models.SmallIntegerField(choices=Handed)
    # Who thought of it: one of the two, or the programme.
    by = models.SmallIntegerField(choices=EndedBy)
    asked_on = models.IntegerField()
    # Until when somebody stands in, at most; or until when the one before stays on.
    until_on = models.IntegerField(null=True, default=None)
    client_sig = BytesField(lengths=SIGNATURE, null=True, default=None)
    client_day = models.IntegerField(null=True, default=None)
    # What the client and the one who said yes are to each other.
    made = models.OneToOneField(
        Relationship, models.PROTECT, related_name="+", null=True, default=None
    )
    over_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship"],
                condition=Q(state__in=UNDER_WAY),
                name="relationships_one_handover",
            ),
            models.UniqueConstraint(
                fields=["relationship"],
                condition=Q(state=Handed.SUGGESTED),
                name="relationships_one_suggestion",
            ),
            models.CheckConstraint(
                name="relationships_handover_signed",
                condition=Q(state=Handed.SUGGESTED, client_sig=None)
                | Q(state__in=UNDER_WAY, client_sig__isnull=False, over_on=None)
                | Q(over_on__isnull=False),
            ),
            models.CheckConstraint(
                name="relationships_handover_named_after_yes",
                condition=~Q(state__in=ACCOMPANIED) | Q(made__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["relationship", "state"], name="relationships_handover_of"),
            models.Index(fields=["to", "state"], name="relationships_handover_to"),
            models.Index(fields=["state", "asked_on"], name="relationships_handover_due"),
        ]

    def __str__(self) -> str:
        return f"Handover {self.pk}"


class Invite(models.Model):
    """A link by which one newcomer comes to one specialist. What it holds is not known here."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    specialist = models.ForeignKey(Account, models.PROTECT, related_name="+")
    # The last day on which it can be used.
    ends_on = models.IntegerField()
    # The ask that used it, with what both sides handed in; only the two can make or read that.
    used_by = models.OneToOneField(
        Relationship, models.PROTECT, related_name="+", null=True, default=None
    )
    bind = BytesField(lengths=HASH, null=True, default=None)
    yes = BytesField(lengths=HASH, null=True, default=None)
    # Somebody came with it after it had been used.
    came_again = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="relationships_invite_used_once",
                condition=Q(used_by=None, bind=None, yes=None, came_again=False)
                | Q(used_by__isnull=False, bind__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["specialist", "ends_on"], name="relationships_invites_of"),
        ]

    def __str__(self) -> str:
        return f"Invite {self.pk}"


class Agreement(models.Model):
    """One edition of a promise between two people, from the second on; never overwritten.

    What promises less counts once both have signed; what promises more counts at once, and the
    two sign that they read it.
    """

    relationship = models.ForeignKey(
        Relationship, models.PROTECT, related_name="+", db_index=False
    )
    version = models.PositiveSmallIntegerField()
    promise = models.JSONField()
    agreement_hash = BytesField(lengths=HASH)
    state = models.SmallIntegerField(choices=Asked)
    shown_on = models.IntegerField()
    in_force_on = models.IntegerField(null=True, default=None)
    client_sig = BytesField(lengths=SIGNATURE, null=True, default=None)
    client_day = models.IntegerField(null=True, default=None)
    # The language in which they read it.
    client_lang = models.CharField(max_length=5, blank=True, default="")
    specialist_sig = BytesField(lengths=SIGNATURE, null=True, default=None)
    specialist_day = models.IntegerField(null=True, default=None)
    specialist_lang = models.CharField(max_length=5, blank=True, default="")
    declined_by = models.SmallIntegerField(choices=EndedBy, null=True, default=None)
    declined_on = models.IntegerField(null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "version"], name="relationships_agreement_version"
            ),
            models.UniqueConstraint(
                fields=["relationship"],
                condition=Q(state=Asked.OFFERED),
                name="relationships_agreement_one_offered",
            ),
            models.UniqueConstraint(
                fields=["relationship"],
                condition=Q(state=Asked.IN_FORCE),
                name="relationships_agreement_one_in_force",
            ),
            models.CheckConstraint(
                name="relationships_agreement_from_second", condition=Q(version__gte=2)
            ),
            models.CheckConstraint(
                name="relationships_agreement_state_fits",
                condition=Q(
                    state__in=(Asked.IN_FORCE, Asked.REPLACED), in_force_on__isnull=False
                )
                | Q(state=Asked.DECLINED, declined_by__isnull=False, declined_on__isnull=False)
                | Q(state__in=(Asked.OFFERED, Asked.DROPPED), in_force_on=None),
            ),
        ]
        indexes = [models.Index(fields=["state"], name="relationships_agreement_state")]

    def __str__(self) -> str:
        return f"Agreement {self.pk}"

    @property
    def is_signed(self) -> bool:
        """Say whether both have signed it."""
        return self.client_sig is not None and self.specialist_sig is not None
