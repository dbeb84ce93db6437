"""A year later a narrator says whether a story still stands; it is set aside, never deleted."""

from django.db import transaction
from django.db.models import Q

from alongside.library import rules
from alongside.library.actions.handing_in import ChangedElsewhere
from alongside.library.models import State, Story
from alongside.library.queries import story_of
from alongside.notices.actions.asked import owe_person
from alongside.people.models import Account


@transaction.atomic
def keep(ref: bytes, *, version: int, by: Account, today: int) -> Story:
    """Say that a story, as one saw it, stands another year; the same press again is no news."""
    story = Story.objects.select_for_update().get(pk=story_of(by, ref).pk)
    if story.version != version or story.state != State.PUBLISHED:
        raise ChangedElsewhere
    if story.asked_on is not None:
        story.kept_on, story.asked_on = today, None
        story.save(update_fields=["kept_on", "asked_on"])
    return story


@transaction.atomic
def ask_if_it_stands(*, today: int) -> int:
    """Ask the narrator of what has stood for a year whether it still does; gives how many."""
    last = rules.last_day_to_ask(today)
    since = Q(kept_on__lte=last) | Q(kept_on=None, published_on__lte=last)
    due = Story.objects.filter(since, state=State.PUBLISHED, asked_on=None)
    stories = list(due.select_for_update(of=("self",)).select_related("narrator"))
    for story in stories:
        story.asked_on, story.has_news = today, True
        story.save(update_fields=["asked_on", "has_news"])
        owe_person(story.narrator)
    return len(stories)


@transaction.atomic
def set_aside_unanswered(*, today: int) -> int:
    """Show no longer what nobody said stands, 60 days after they were asked; gives how many.

    Its words stay, and its yeses: a press of its narrator brings it to a second person again.
    """
    last = rules.last_day_unanswered(today)
    due = Story.objects.filter(state=State.PUBLISHED, asked_on__lte=last)
    stories = list(due.select_for_update(of=("self",)).select_related("narrator"))
    for story in stories:
        story.state, story.published_on, story.kept_on = State.ASIDE, None, None
        story.has_news = True
        story.save(update_fields=["state", "published_on", "kept_on", "has_news"])
        owe_person(story.narrator)
    return len(stories)
