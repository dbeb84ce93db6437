"""The only doors to stories. What is withdrawn is behind none of them but its narrator's."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.ground.refusal import NotYours
from alongside.library.models import HELD, State, Story, Yes
from alongside.library.rules import (
    CARDS,
    IN_PRINT,
    IN_PUBLIC,
    IN_ROOM,
    NOTE_MARK,
    PAGE,
    THEMES,
    last_day_to_forget,
)
from alongside.people.also.queries import said_by
from alongside.people.models import Account, DeskUser


@dataclass(frozen=True)
class Search:
    """What somebody looks for, and what of rules.HIDABLE they would rather not see."""

    lang: str = ""
    theme: str = ""
    hidden: Collection[str] = ()
    page: int = 1


@dataclass(frozen=True)
class Found:
    """One page of stories, the newest first; never by how many liked them."""

    stories: list[Story]
    has_more: bool


@dataclass(frozen=True)
class AtDesk:
    """What waits for a second person, how long, and what was printed and has no yes now."""

    waiting: list[Story]
    more_waiting: bool
    to_collect: list[Story]


def in_room(*, page: int) -> Found:
    """Give a page of all that people who are signed in may read, without the words.

    All alike: what somebody looks for or hides stays on their device.
    """
    return _page(_published(IN_ROOM).defer("words"), Search(page=page), size=CARDS)


def in_public(search: Search) -> Found:
    """Give a page of what anybody may read."""
    return _page(_published(IN_PUBLIC).defer("words"), search)


def story_in_room(ref: bytes) -> Story:
    """Give one that people who are signed in may read; NotYours else."""
    return _one(_published(IN_ROOM), ref)


def story_in_public(ref: bytes) -> Story:
    """Give one that anybody may read; NotYours else."""
    return _one(_published(IN_PUBLIC), ref)


def for_print(*, page: int) -> Found:
    """Give a page of what the programme may print, the newest first."""
    return _page(_published(IN_PRINT), Search(page=page))


def stories_of(person: Account) -> list[Story]:
    """Give all of somebody's own, the newest first; rules.MOST_STORIES have words."""
    return list(Story.objects.filter(narrator=person).order_by("-id")[:40])


def story_of(person: Account, ref: bytes) -> Story:
    """Give one of somebody's own; NotYours else."""
    return _one(Story.objects.filter(narrator=person), ref)


def has_news(person: Account) -> bool:
    """Say whether one of somebody's moved since they looked, or waits to hear if it stands."""
    is_asked = Q(state=State.PUBLISHED, asked_on__isnull=False)
    news = Story.objects.filter(Q(has_news=True) | is_asked, narrator=person)
    return news.exists()


def held_by(person: Account) -> int:
    """Give how many with words somebody has here."""
    return Story.objects.filter(narrator=person, state__in=HELD).count()


def yeses_of(stories: Collection[Story]) -> dict[int, list[Yes]]:
    """Give what stands of the yeses to these stories, by story, in one question."""
    kept: dict[int, list[Yes]] = {story.pk: [] for story in stories}
    for one in Yes.objects.filter(story__in=list(kept), ended_on=None).order_by("use"):
        kept[one.story_id].append(one)
    return kept


def at_desk(*, size: int, today: int) -> AtDesk:
    """Give what waits, the longest first, without whose it is."""
    waits = Story.objects.filter(state=State.IN_REVIEW).order_by("handed_on", "id")
    found = list(waits[: size + 1])
    gone = Story.objects.filter(print_ended_on__gt=last_day_to_forget(today))
    collect = list(gone.order_by("-print_ended_on", "-id")[:size])
    return AtDesk(found[:size], len(found) > size, collect)


def shown_at_desk(*, page: int) -> Found:
    """Give a page of all that is published, for whatever use."""
    return _page(Story.objects.filter(state=State.PUBLISHED).defer("words"), Search(page=page))


def story_at_desk(ref: bytes) -> Story:
    """Give one that waits or is published, for the desk; NotYours else."""
    seen = Story.objects.filter(state__in=[State.IN_REVIEW, State.PUBLISHED])
    return _one(seen, ref)


def is_own(story: Story, user: DeskUser) -> bool:
    """Say whether a coordinator is whoever told a story, as both sides said."""
    also = said_by(user)
    return also is not None and also.account_id == story.narrator_id


def waits_for_a_yes(user: DeskUser) -> bool:
    """Say whether a coordinator named a place as theirs, and nobody agreed yet.

    Whose it is has no part in it: else any name could be tried on any story.
    """
    also = said_by(user)
    return also is not None and also.account_id is None


def _published(use: int) -> QuerySet[Story]:
    yes = Yes.objects.filter(story=OuterRef("pk"), use=use, ended_on=None)
    return Story.objects.filter(Exists(yes), state=State.PUBLISHED)


def _page(stories: QuerySet[Story], search: Search, *, size: int = PAGE) -> Found:
    if search.lang:
        stories = stories.filter(lang=search.lang)
    if search.theme in THEMES:
        stories = stories.filter(theme_ids__contains=f" {search.theme} ")
    hidden = Q()
    for one in search.hidden:
        note = one.removeprefix(NOTE_MARK)
        field = "theme_ids" if note == one else "note_ids"
        hidden |= Q(**{f"{field}__contains": f" {note} "})
    if hidden:
        stories = stories.exclude(hidden)
    first = (search.page - 1) * size
    listed = list(stories.order_by("-published_on", "-id")[first : first + size + 1])
    return Found(listed[:size], len(listed) > size)


def _one(stories: QuerySet[Story], ref: bytes) -> Story:
    found = stories.filter(ref=ref).first()
    if found is None:
        raise NotYours
    return found
