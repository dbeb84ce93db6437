"""Ways in, sealed keys and state, and what is signed about a person. Nothing here opens."""

from django.db import models
from django.db.models import Q

from alongside.ground.fields import HASH, IDENTIFIER, KEY, SEALED, SIGNATURE, BytesField
from alongside.people.models import Account


class SlotType(models.IntegerChoices):
    """The ways in; the numbers of protocol/envelope.md."""

    WORDS = 1
    SPARE = 2
    DEVICE = 3
    PASSKEY = 4


class Slot(models.Model):
    """One way in: the sealed root key, and a keyed hash of what proves the right to it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    slot_id = BytesField(lengths=IDENTIFIER)
    type = models.SmallIntegerField(choices=SlotType)
    g = models.BigIntegerField()
    profile = models.SmallIntegerField()
    salt = BytesField(lengths=(16,))
    box = BytesField(lengths=(105,))
    verifier = BytesField(lengths=HASH)
    # Whether the spare code has been written down; it is shown again until then.
    seen = models.BooleanField(default=False)
    # Wrong tries at a device since it last opened; after five it is destroyed.
    wrong = models.SmallIntegerField(default=0)
    # A device that was signed out from elsewhere asks for the five words once.
    suspended = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "slot_id", name="keys_slot_once"),
            models.UniqueConstraint(
                fields=["account"], condition=Q(type=1), name="keys_slot_words_once"
            ),
            models.CheckConstraint(
                name="keys_slot_profile_of_its_type",
                condition=Q(type=1, profile=1)
                | Q(type=2, profile=0)
                | Q(type=3, profile__in=[0, 1])
                | Q(type=4, profile=0),
            ),
            models.CheckConstraint(
                name="keys_slot_only_devices_are_tried_and_suspended",
                condition=Q(type=3, wrong__range=(0, 5)) | Q(wrong=0, suspended=False),
            ),
        ]
        # A passkey comes without a name: it is found by its slot's id alone.
        indexes = [
            models.Index(fields=["slot_id"], condition=Q(type=4), name="keys_slot_passkey"),
        ]

    def __str__(self) -> str:
        return f"Slot {self.pk}"


class ChangeKind(models.IntegerChoices):
    """What may be asked of the ways in."""

    ADD = 1
    REMOVE = 2
    WORDS = 3
    # Taking one's things along changes no way in, but waits like one without the card.
    ALONG = 4
    # Renewing the whole lock; it is finished at a door of its own.
    LOCK = 5


class WayChange(models.Model):
    """A change asked for without the spare code: it waits, so that it can be seen."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    kind = models.SmallIntegerField(choices=ChangeKind)
    due_on = models.IntegerField()
    slot_id = BytesField(lengths=IDENTIFIER)
    type = models.SmallIntegerField(choices=SlotType)
    # The way in that waits; nothing of it for one that is to go.
    g = models.BigIntegerField(default=0)
    profile = models.SmallIntegerField(default=0)
    salt = BytesField(lengths=(0, 16), default=b"")
    box = BytesField(lengths=(0, 105), default=b"")
    verifier = BytesField(lengths=(0, 32), default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "slot_id", name="keys_change_once"),
            models.CheckConstraint(
                name="keys_change_kind", condition=Q(kind__in=[1, 2, 3, 4, 5])
            ),
        ]

    def __str__(self) -> str:
        return f"WayChange {self.pk}"


class Bundle(models.Model):
    """A person's sealed keys."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    g = models.BigIntegerField()
    ver = models.BigIntegerField()
    sealed_keys = BytesField(lengths=SEALED)

    def __str__(self) -> str:
        return f"Bundle {self.pk}"


class StateIndex(models.Model):
    """The sealed list of a person's parts; each save counts one more."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    g = models.BigIntegerField()
    ctr = models.BigIntegerField()
    prev = BytesField(lengths=HASH)
    sealed_index = BytesField(lengths=SEALED)

    class Meta:
        constraints = [
            models.CheckConstraint(name="keys_state_counts_from_one", condition=Q(ctr__gte=1)),
        ]

    def __str__(self) -> str:
        return f"StateIndex {self.pk}"


class StatePart(models.Model):
    """One sealed part of what a person's devices remember."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    name = models.SmallIntegerField()
    ver = models.BigIntegerField()
    sealed_part = BytesField(lengths=SEALED)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "name", name="keys_state_part_one_of_each"),
            models.CheckConstraint(
                name="keys_state_part_known", condition=Q(name__range=(1, 4))
            ),
        ]

    def __str__(self) -> str:
        return f"StatePart {self.pk}"


class Document(models.Model):
    """One version of something a person keeps for themselves, sealed under its own key."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+", db_index=False)
    doc_id = BytesField(lengths=IDENTIFIER)
    ver = models.BigIntegerField()
    prev = BytesField(lengths=HASH)
    sealed_words = BytesField(lengths=SEALED)
    # A kept note of a meeting goes after this day; what is one's own has none.
    last_on = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "doc_id", "ver", name="keys_document_once"),
            models.CheckConstraint(
                name="keys_document_counts_from_one", condition=Q(ver__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"Document {self.pk}"


class DocumentLock(models.Model):
    """The key of one version, sealed under its owner's vault key."""

    document = models.OneToOneField(
        Document, models.CASCADE, primary_key=True, related_name="+"
    )
    sealed_key = BytesField(lengths=(105,))

    def __str__(self) -> str:
        return f"DocumentLock {self.pk}"


class KeyRecord(models.Model):
    """A person's public keys, signed by themselves and by the generation before."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    gen = models.BigIntegerField()
    ik = BytesField(lengths=KEY)
    ek = BytesField(lengths=KEY)
    rand = BytesField(lengths=(16,))
    prev = BytesField(lengths=HASH)
    day = models.IntegerField()
    sig = BytesField(lengths=SIGNATURE)
    prev_sig = BytesField(lengths=(0, 64))
    kr_hash = BytesField(lengths=HASH, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "gen", name="keys_record_one_of_each"),
        ]

    def __str__(self) -> str:
        return f"KeyRecord {self.pk}"


class Endorsement(models.Model):
    """The programme's signed word that it stands behind someone, for at most 90 days."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    kr_hash = BytesField(lengths=HASH)
    role = models.SmallIntegerField()
    display_name = models.CharField(max_length=40)
    from_day = models.IntegerField()
    to_day = models.IntegerField()
    serial = models.BigIntegerField()
    sig = BytesField(lengths=SIGNATURE)
    # The programme took its word back.
    revoked = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "serial", name="keys_endorsement_serial_once"),
            models.CheckConstraint(
                name="keys_endorsement_at_most_90_days",
                condition=Q(to_day__gte=models.F("from_day"))
                & Q(to_day__lte=models.F("from_day") + 90),
            ),
        ]

    def __str__(self) -> str:
        return f"Endorsement {self.pk}"


class Revocation(models.Model):
    """The programme's word taken back, signed offline: for every endorsement up to a serial."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    serial = models.BigIntegerField()
    day = models.IntegerField()
    sig = BytesField(lengths=SIGNATURE)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "serial", name="keys_revocation_once"),
        ]

    def __str__(self) -> str:
        return f"Revocation {self.pk}"


class LogLine(models.Model):
    """One line of the key log, and the root of the tree that ends with it. Never changed."""

    place = models.BigIntegerField(primary_key=True)
    type = models.SmallIntegerField()
    who = BytesField(lengths=(31,))
    hash = BytesField(lengths=HASH)
    root = BytesField(lengths=HASH)
    # Who is not signed in reads what stood here yesterday: nobody watches people come in.
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint("type", "who", "hash", name="keys_logline_once"),
            models.CheckConstraint(name="keys_logline_kind", condition=Q(type__in=[1, 2, 3])),
            models.CheckConstraint(name="keys_logline_from_zero", condition=Q(place__gte=0)),
        ]

    def __str__(self) -> str:
        return f"LogLine {self.pk}"


class LogEdge(models.Model):
    """Where the key log grows: size and whole subtrees. One row, held while a line is added."""

    size = models.BigIntegerField()
    nodes = BytesField()

    def __str__(self) -> str:
        return f"LogEdge {self.size}"


class Cosignature(models.Model):
    """What a witness signed last: the log at one size, in their line of a signed note."""

    witness = models.CharField(max_length=100, primary_key=True)
    size = models.BigIntegerField()
    line = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"Cosignature at {self.size}"


class Profile(models.Model):
    """What a specialist chose to show, signed by their own key."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    ver = models.BigIntegerField()
    day = models.IntegerField()
    shown = BytesField()
    sig = BytesField(lengths=SIGNATURE)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="keys_profile_counts_from_one", condition=Q(ver__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"Profile {self.pk}"
