"""A narrator takes a story back, or one use of it: at once, and without a reason."""

from django.db import transaction

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.library.actions.paper import collect_paper
from alongside.library.models import HELD, Batch, State, Story, Yes
from alongside.library.queries import story_of
from alongside.library.rules import IN_PRINT, last_day_to_forget
from alongside.notices.actions.asked import owe_person
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account


@transaction.atomic
def withdraw(ref: bytes, *, by: Account, today: int) -> Story:
    """Take a story back: its words are gone from every page and list with this deed."""
    story = Story.objects.select_for_update().get(pk=story_of(by, ref).pk)
    if story.state != State.WITHDRAWN:
        _empty(story, today=today)
    return story


@transaction.atomic
def take_back_use(ref: bytes, use: int, *, by: Account, today: int) -> Story:
    """Take one yes back; with the last of them the story itself is taken back."""
    story = Story.objects.select_for_update().get(pk=story_of(by, ref).pk)
    given = Yes.objects.filter(story=story, use=use)
    if not given.exists():
        raise NotYours
    if use == IN_PRINT:
        collect_paper(story, today=today)
        story.save(update_fields=["print_ended_on"])
    given.filter(ended_on=None).update(ended_on=today)
    is_left = Yes.objects.filter(story=story, ended_on=None).exists()
    if story.state != State.WITHDRAWN and not is_left:
        _empty(story, today=today)
    return story


def withdraw_of_closed(closed: PlaceClosed) -> None:
    """Somebody closed their place: their stories go with it."""
    theirs = Story.objects.filter(narrator=closed.account, state__in=HELD)
    for story in theirs.order_by("id"):
        _empty(story, today=clock.today())


@transaction.atomic
def forget_withdrawn(*, today: int) -> int:
    """Forget that there was a story, 90 days after it was taken back; gives how many."""
    collected = Story.objects.filter(print_ended_on__lte=last_day_to_forget(today))
    collected.update(print_ended_on=None)
    old = Story.objects.filter(state=State.WITHDRAWN, ended_on__lte=last_day_to_forget(today))
    forgotten = old.count()
    old.delete()
    return forgotten


@transaction.atomic
def set_aside_restored() -> int:
    """Show nothing that a backup brought back: it may have been taken back since.

    Its narrator says whether it stands, and a second person reads it again. Gives how many.
    """
    came_back = Story.objects.filter(state__in=[State.PUBLISHED, State.IN_REVIEW])
    set_aside = came_back.update(
        state=State.ASIDE,
        handed_on=None,
        published_on=None,
        kept_on=None,
        asked_on=None,
        has_news=True,
    )
    for story in Story.objects.filter(state=State.ASIDE).select_related("narrator"):
        owe_person(story.narrator)
    return set_aside


def _empty(story: Story, *, today: int) -> None:
    collect_paper(story, today=today)
    Batch.objects.filter(story=story).delete()
    Yes.objects.filter(story=story).delete()
    story.state, story.ended_on = State.WITHDRAWN, today
    story.title = story.called = story.words = story.own_note = story.said = ""
    story.theme_ids = story.note_ids = ""
    story.rests_until = story.handed_on = story.published_on = None
    story.kept_on = story.asked_on = None
    story.has_news = False
    story.answers = story.helped = story.too_much = story.like_mine = 0
    story.save()
