"""Open batches and whom they counted, sealed and as tags; and what came of them."""

from django.db import models
from django.db.models import Q

from alongside.counts.rules import LEAST, STEP, TOPICS
from alongside.ground.fields import HASH, BytesField

# A nonce, what a seal adds, and two bytes.
TALLY = (24 + 16 + 2,)
_KNOWN = Q(topic__in=list(TOPICS))


class Batch(models.Model):
    """One open batch of a topic. It goes when it closes, and with its salt all its keys."""

    topic = models.SmallIntegerField(unique=True)
    salt = BytesField(lengths=HASH)
    # How many are in and how many said yes, sealed anew each time.
    sealed_tally = BytesField(lengths=TALLY)

    class Meta:
        verbose_name_plural = "batches"
        constraints = [models.CheckConstraint(name="counts_batch_topic", condition=_KNOWN)]

    def __str__(self) -> str:
        return f"Batch of {self.topic}"


class Spent(models.Model):
    """Somebody is in a batch: a keyed hash of who, without an answer; gone with the batch."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="+", db_index=False)
    tag = BytesField(lengths=HASH)

    class Meta:
        verbose_name_plural = "spent"
        constraints = [models.UniqueConstraint("batch", "tag", name="counts_spent_once")]

    def __str__(self) -> str:
        return f"Spent {self.pk}"


class Figure(models.Model):
    """What is told of one closed batch: about how many of eight, and in which quarter."""

    topic = models.SmallIntegerField()
    quarter = models.IntegerField()
    about = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="counts_figure_topic", condition=_KNOWN),
            models.CheckConstraint(
                name="counts_figure_is_rounded",
                condition=Q(about__in=list(range(0, LEAST + STEP, STEP))),
            ),
        ]
        indexes = [models.Index(fields=["quarter", "topic"], name="counts_figures_told")]

    def __str__(self) -> str:
        return f"Figure {self.pk}"
