"""The sealed log as protocol/ledger.md lays it out; the relay reads these tables in raw SQL.

The server writes gates (conversations, members) and takes away (wraps, boxes). Heads, places,
epochs, wraps and entries are written by the relay alone.
"""

from django.db import models
from django.db.models import Q

from alongside.ground.fields import HASH, IDENTIFIER, SIGNATURE, BytesField
from alongside.people.models import Account
from alongside.relationships.models import Relationship


class Mode(models.IntegerChoices):
    """What the relay may take: the numbers of protocol/ledger.md."""

    ASKED = 1
    ACTIVE = 2
    PAUSED = 3
    CLOSED = 4
    GONE = 5


class Kind(models.IntegerChoices):
    """Between whom it is."""

    ONE_TO_ONE = 1
    CIRCLE = 2


class Conversation(models.Model):
    """One log between two people or in a circle, and the gate in front of it."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    rand = BytesField(lengths=(16,))
    kind = models.SmallIntegerField()
    owner = models.ForeignKey(Account, models.PROTECT, related_name="+")
    # A circle belongs to no relationship.
    relationship = models.ForeignKey(Relationship, models.PROTECT, null=True, related_name="+")
    mode = models.SmallIntegerField(choices=Mode)
    agreement_hash = BytesField(lengths=HASH)
    # What its promise says, in months; the relay takes no header that says otherwise.
    retention = models.PositiveSmallIntegerField()
    opened_on = models.IntegerField()
    continues = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conversations_mode_known", condition=Q(mode__in=Mode.values)
            ),
            models.CheckConstraint(
                name="conversations_kind_known",
                condition=Q(kind=Kind.ONE_TO_ONE, relationship__isnull=False)
                | Q(kind=Kind.CIRCLE, relationship__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Conversation {self.pk}"


class Member(models.Model):
    """Who belongs to a conversation, and whether they may write."""

    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="+", db_index=False
    )
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    role = models.SmallIntegerField()
    may_write = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "account"], name="conversations_member_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Member {self.pk}"


class Head(models.Model):
    """Where a log stands now."""

    conversation = models.OneToOneField(
        Conversation, models.CASCADE, primary_key=True, related_name="+"
    )
    n = models.BigIntegerField()
    h = BytesField(lengths=HASH)
    epoch = models.BigIntegerField()
    eh_hash = BytesField(lengths=HASH)
    epoch_n = models.BigIntegerField()
    epoch_day = models.IntegerField()
    # The day from which the client's words have had no answer; the relay sets and clears it.
    waiting_since = models.IntegerField(null=True)
    # The account ids of those who read from here on, as the newest header says, one after the
    # other; empty for all whom the gate names. The relay writes it.
    readers = BytesField(default=b"", db_default=b"")

    def __str__(self) -> str:
        return f"Head {self.pk}"


class Place(models.Model):
    """How far one member has written and seen."""

    pk = models.CompositePrimaryKey("conversation_id", "account_id")
    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="+", db_index=False
    )
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    sseq = models.BigIntegerField()
    seen_n = models.BigIntegerField()

    def __str__(self) -> str:
        return f"Place {self.conversation_id}"


class Epoch(models.Model):
    """One signed header, kept for as long as the conversation."""

    pk = models.CompositePrimaryKey("conversation_id", "epoch")
    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="+", db_index=False
    )
    epoch = models.BigIntegerField()
    n = models.BigIntegerField()
    eh = BytesField()
    eh_sig = BytesField(lengths=SIGNATURE)
    eh_hash = BytesField(lengths=HASH)
    day = models.IntegerField()
    retention = models.PositiveSmallIntegerField()
    forgotten = models.BooleanField(default=False, db_default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["retention", "day"],
                condition=Q(forgotten=False),
                name="conversations_epoch_to_forget",
            ),
        ]

    def __str__(self) -> str:
        return f"Epoch {self.epoch} of conversation {self.conversation_id}"


class Wrap(models.Model):
    """An epoch's key, sealed to one reader."""

    pk = models.CompositePrimaryKey("conversation_id", "epoch", "account_id")
    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="+", db_index=False
    )
    epoch = models.BigIntegerField()
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    wrap = BytesField(lengths=(112,))

    def __str__(self) -> str:
        return f"Wrap of conversation {self.conversation_id}"


class Entry(models.Model):
    """One line of the log: a sealed box, or, once forgotten, two hashes."""

    pk = models.CompositePrimaryKey("conversation_id", "n")
    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="+", db_index=False
    )
    n = models.BigIntegerField()
    kind = models.SmallIntegerField()
    epoch = models.BigIntegerField()
    sender = BytesField(lengths=IDENTIFIER)
    sseq = models.BigIntegerField()
    msg_id = BytesField(lengths=IDENTIFIER, null=True)
    seen_n = models.BigIntegerField(null=True)
    seen_h = BytesField(lengths=HASH, null=True)
    fc = BytesField(lengths=(0, 32), null=True)
    box = BytesField(null=True)
    h_aad = BytesField(lengths=HASH, null=True)
    h_box = BytesField(lengths=HASH, null=True)
    h = BytesField(lengths=HASH)

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "msg_id"], name="conversations_entry_stored_once"
            ),
            models.CheckConstraint(
                name="conversations_entry_known", condition=Q(kind__range=(1, 5))
            ),
            models.CheckConstraint(
                name="conversations_entry_sealed_or_forgotten",
                condition=Q(box__isnull=False)
                | Q(
                    box=None,
                    msg_id=None,
                    seen_n=None,
                    seen_h=None,
                    fc=None,
                    h_aad__isnull=False,
                    h_box__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Entry {self.n} of conversation {self.conversation_id}"


class TakenBack(models.Model):
    """A line its writer took back: which entry says so, and since which day."""

    pk = models.CompositePrimaryKey("conversation_id", "n")
    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="+", db_index=False
    )
    n = models.BigIntegerField()
    by_n = models.BigIntegerField()
    on_day = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["on_day"], name="conversations_taken_back_due")]

    def __str__(self) -> str:
        return f"Line {self.n} of conversation {self.conversation_id}, taken back"
