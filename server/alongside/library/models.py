"""Stories that somebody publishes, what they said yes to, and counts of what others said.

Nothing here is sealed: a published story is read by people, and its narrator was told so.
"""

from django.db import models
from django.db.models import Q

from alongside.counts.models import TALLY
from alongside.ground.fields import HASH, IDENTIFIER, BytesField
from alongside.library.rules import USES
from alongside.people.models import Account, DeskUser


class State(models.IntegerChoices):
    """Where a story stands."""

    RESTING = 1
    IN_REVIEW = 2
    CHANGES = 3
    PUBLISHED = 4
    TAKEN_DOWN = 5
    WITHDRAWN = 6
    # Shown to nobody until its narrator says that it stands: it came back with a backup, or
    # they were asked a year after and said nothing (then asked_on says when).
    ASIDE = 7


# What a story is for as long as it has words.
HELD = [one for one in State if one != State.WITHDRAWN]


class Story(models.Model):
    """One story in its newest version. A withdrawn one has no words, and goes soon."""

    ref = BytesField(lengths=IDENTIFIER, unique=True)
    narrator = models.ForeignKey(Account, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    state = models.SmallIntegerField(choices=State, default=State.RESTING)
    lang = models.CharField(max_length=5)
    title = models.CharField(max_length=80, blank=True)
    # How the narrator is called with this story, and nowhere else.
    called = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)
    # Ids of closed lists, as rules.as_ids writes them.
    theme_ids = models.CharField(max_length=200, blank=True)
    note_ids = models.CharField(max_length=200, blank=True)
    own_note = models.CharField(max_length=160, blank=True)
    minutes = models.PositiveSmallIntegerField(default=1)
    # Until then nothing goes on; empty once the narrator said it again.
    rests_until = models.DateTimeField(null=True, default=None)
    handed_on = models.IntegerField(null=True, default=None)
    published_on = models.IntegerField(null=True, default=None)
    ended_on = models.IntegerField(null=True, default=None)
    # When its narrator last said that it stands another year.
    kept_on = models.IntegerField(null=True, default=None)
    # When they were asked, a year later; empty once they said so.
    asked_on = models.IntegerField(null=True, default=None)
    # What a second person said to the narrator: what to change, or why it was taken down.
    said = models.CharField(max_length=1_000, blank=True, default="")
    read_by = models.ForeignKey(DeskUser, models.PROTECT, related_name="+", null=True)
    # Once it lay in a list for printing; whoever prints looks for copies when it goes.
    was_for_print = models.BooleanField(default=False)
    # Since when what was printed has no yes; the team is asked to collect it.
    print_ended_on = models.IntegerField(null=True, default=None)
    # Its narrator has not looked since the team, or a backup, moved it.
    has_news = models.BooleanField(default=False, db_default=False)
    # Of closed batches of eight, each rounded once.
    answers = models.PositiveIntegerField(default=0)
    helped = models.PositiveIntegerField(default=0)
    too_much = models.PositiveIntegerField(default=0)
    like_mine = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(
                name="library_story_withdrawn_has_no_words",
                condition=Q(
                    state=State.WITHDRAWN,
                    words="",
                    title="",
                    called="",
                    own_note="",
                    said="",
                    ended_on__isnull=False,
                )
                | Q(state__in=HELD, words__gt="", title__gt="", called__gt=""),
            ),
            models.CheckConstraint(
                name="library_story_rests_first",
                condition=Q(state=State.RESTING, rests_until__isnull=False)
                | Q(~Q(state=State.RESTING), rests_until=None),
            ),
            models.CheckConstraint(
                name="library_story_published_was_read",
                condition=~Q(state=State.PUBLISHED)
                | Q(read_by__isnull=False, published_on__isnull=False),
            ),
            models.CheckConstraint(
                name="library_story_asked_while_it_stands",
                condition=Q(asked_on=None) | Q(state__in=[State.PUBLISHED, State.ASIDE]),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "published_on"], name="library_stories_shown"),
            models.Index(
                fields=["ended_on"],
                condition=Q(state=State.WITHDRAWN),
                name="library_stories_to_forget",
            ),
            models.Index(
                fields=["print_ended_on"],
                condition=Q(print_ended_on__isnull=False),
                name="library_stories_to_collect",
            ),
        ]

    def __str__(self) -> str:
        return f"Story {self.pk}"

    @property
    def themes(self) -> list[str]:
        """Give what it is about."""
        return self.theme_ids.split()

    @property
    def notes(self) -> list[str]:
        """Give what somebody should know before they read."""
        return self.note_ids.split()


class Yes(models.Model):
    """What a narrator said yes to: one use, with the text as it was shown."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="+", db_index=False)
    use = models.SmallIntegerField()
    version = models.PositiveSmallIntegerField()
    lang = models.CharField(max_length=5)
    text = models.TextField()
    text_hash = BytesField(lengths=HASH)
    given_on = models.IntegerField()
    # Taken back by itself, or with the story.
    ended_on = models.IntegerField(null=True, default=None)

    class Meta:
        verbose_name_plural = "yeses"
        constraints = [
            models.UniqueConstraint("story", "use", name="library_yes_once"),
            models.CheckConstraint(name="library_yes_use", condition=Q(use__in=list(USES))),
        ]

    def __str__(self) -> str:
        return f"Yes {self.pk}"


class Batch(models.Model):
    """The open batch of one story: who answered as tags, what they said sealed.

    It goes with its eighth, and with its salt all its keys (counts/sealing.py).
    """

    story = models.OneToOneField(Story, models.CASCADE, related_name="+")
    salt = BytesField(lengths=HASH)
    sealed_helped = BytesField(lengths=TALLY)
    sealed_too_much = BytesField(lengths=TALLY)
    sealed_like_mine = BytesField(lengths=TALLY)

    class Meta:
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return f"Batch {self.pk}"


class Spent(models.Model):
    """Somebody is in a batch: a keyed hash of who, without an answer; gone with the batch."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="+", db_index=False)
    tag = BytesField(lengths=HASH)

    class Meta:
        verbose_name_plural = "spent"
        constraints = [models.UniqueConstraint("batch", "tag", name="library_spent_once")]

    def __str__(self) -> str:
        return f"Spent {self.pk}"
