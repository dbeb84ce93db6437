"""What is known of a file: whose line it goes with, and which of its pieces are here.

The pieces themselves lie in the storage, under names that say nothing. A file's id is the id
of the line it goes with: it stays exactly as long as that line's box.
"""

import secrets

from django.db import models
from django.db.models import Q

from alongside.conversations.models import Conversation
from alongside.files.rules import SIZES
from alongside.ground.fields import IDENTIFIER, BytesField
from alongside.people.models import Account


def nameless() -> str:
    """Give a name that says nothing."""
    return secrets.token_hex(16)


class File(models.Model):
    """One sealed file on its way to a line, or with it."""

    conversation = models.ForeignKey(Conversation, models.PROTECT, related_name="+")
    ref = BytesField(lengths=IDENTIFIER)
    sender = models.ForeignKey(Account, models.PROTECT, related_name="+")
    shelf = models.CharField(max_length=32, unique=True, default=nameless)
    pieces = models.PositiveSmallIntegerField()
    # For the limit of a day, and for files that no line ever named.
    begun_on = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "ref"], name="files_file_once"),
            models.CheckConstraint(name="files_file_size_known", condition=Q(pieces__in=SIZES)),
        ]
        indexes = [models.Index(fields=["begun_on"], name="files_file_begun")]

    def __str__(self) -> str:
        return f"File {self.pk}"


class Piece(models.Model):
    """One piece that is here."""

    pk = models.CompositePrimaryKey("file_id", "i")
    file = models.ForeignKey(File, models.CASCADE, related_name="+", db_index=False)
    i = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"Piece {self.i} of file {self.file_id}"
