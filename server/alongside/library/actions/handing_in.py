"""A narrator hands a story in, sleeps on it, and says again that it goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.ground.clock import day_of
from alongside.ground.languages import NAMES
from alongside.ground.refusal import NotYours, Refused
from alongside.library import rules
from alongside.library.actions.paper import collect_paper
from alongside.library.models import Batch, State, Story, Yes
from alongside.library.queries import held_by, story_of
from alongside.library.texts import VERSION, hash_of, text_of
from alongside.notices.actions import owe_every_coordinator
from alongside.people.models import Account
from alongside.programme.queries import programme


class NotAStory(Refused):
    """A part of it is missing, or longer than it may be; the code names which."""

    words = "Something is missing, or too long. Please look at the part that is marked."

    def __init__(self, part: str) -> None:
        super().__init__(f"library-{part.replace('_', '-')}")
        self.part = part


class YesMoved(Refused):
    """What was shown beside a tick is not what is asked now."""

    code = "library-yes-moved"
    words = "The words beside the ticks have changed. Please read them again."
    status = 409


class NotYet(Refused):
    """A whole day has not gone by since it was handed in."""

    code = "library-not-yet"
    words = "Please give it a day. Nothing goes on before that."


class ChangedElsewhere(Refused):
    """Another device changed it, or took it back, since this one looked."""

    code = "library-elsewhere"
    words = "This story was changed on another device. Nothing was written over. Please look."
    status = 409


class StoriesFull(Refused):
    """As many are here as one person keeps in this library."""

    code = "library-full"
    words = "You have as many stories here as fit. Please take one back first."


@dataclass(frozen=True)
class Given:
    """What a narrator hands in: the words, what they are about, and each yes by itself."""

    lang: str
    texts: Mapping[str, str]
    themes: Sequence[str]
    notes: Sequence[str]
    # The use, and the hash of the text that stood beside its tick.
    yeses: Mapping[int, bytes]
    yes_lang: str
    # Of what stood there when this was begun; 0 for a story that is new.
    version: int = 0


@transaction.atomic
def hand_in(ref: bytes, given: Given, *, by: Account, now: datetime) -> Story:
    """Keep a story, or a new version of it: it rests for a day, and is shown to nobody."""
    Account.objects.select_for_update().get(pk=by.pk)
    known = Story.objects.select_for_update().filter(ref=ref).first()
    if known is not None and known.narrator_id != by.pk:
        raise NotYours
    texts = _checked(given)
    texts_said = _said(given)
    if known and (known.version != given.version or known.state == State.WITHDRAWN):
        if _is_sent_again(known, given, texts):
            return known
        raise ChangedElsewhere
    if known is None and held_by(by) >= rules.MOST_STORIES:
        raise StoriesFull
    if known is not None and rules.IN_PRINT not in given.yeses:
        collect_paper(known, today=day_of(now))
    story = known or Story(ref=ref, narrator=by, version=0)
    for name, text in texts.items():
        setattr(story, name, text)
    story.lang = given.lang
    story.theme_ids = rules.as_ids(given.themes, rules.THEMES)
    story.note_ids = rules.as_ids(given.notes, rules.NOTES)
    story.minutes = rules.minutes(story.words)
    story.version += 1
    story.state, story.rests_until = State.RESTING, rules.rests_until(now)
    story.handed_on = story.published_on = story.ended_on = None
    story.kept_on = story.asked_on = None
    story.said, story.has_news = "", False
    # What was answered was answered to other words.
    story.answers = story.helped = story.too_much = story.like_mine = 0
    story.save()
    Batch.objects.filter(story=story).delete()
    _keep_yeses(story, given, texts_said, today=day_of(now))
    return story


@transaction.atomic
def go_on(ref: bytes, *, version: int, by: Account, now: datetime) -> Story:
    """Say a day later that a story goes on, as one saw it: now a second person may read it."""
    story = Story.objects.select_for_update().get(pk=story_of(by, ref).pk)
    if story.version != version or story.state == State.WITHDRAWN:
        raise ChangedElsewhere
    if story.state == State.IN_REVIEW:
        return story
    if story.state not in {State.RESTING, State.ASIDE}:
        raise NotYours
    if story.state == State.RESTING and not rules.may_go_on(story.rests_until, now=now):
        raise NotYet
    story.state, story.rests_until, story.handed_on = State.IN_REVIEW, None, day_of(now)
    story.asked_on = None
    story.save(update_fields=["state", "rests_until", "handed_on", "asked_on"])
    owe_every_coordinator()
    return story


def look_at_own(*, by: Account) -> None:
    """Somebody looked at their own stories: what the team did is no news to them any more."""
    Story.objects.filter(narrator=by, has_news=True).update(has_news=False)


def _is_sent_again(story: Story, given: Given, texts: Mapping[str, str]) -> bool:
    """Say whether this is the press before, whose answer was lost on its way."""
    yeses = set(Yes.objects.filter(story=story, ended_on=None).values_list("use", flat=True))
    return (
        story.version == given.version + 1
        and story.state != State.WITHDRAWN
        and all(getattr(story, name) == text for name, text in texts.items())
        and story.lang == given.lang
        and story.theme_ids == rules.as_ids(given.themes, rules.THEMES)
        and story.note_ids == rules.as_ids(given.notes, rules.NOTES)
        and yeses == set(given.yeses)
    )


def _checked(given: Given) -> dict[str, str]:
    texts = {name: rules.one_line(given.texts[name]) for name in ("title", "called")}
    texts["own_note"] = rules.one_line(given.texts["own_note"])
    texts["words"] = rules.plain_text(given.texts["words"])
    trouble = rules.trouble_in(texts, themes=given.themes, notes=given.notes)
    if trouble or given.lang not in NAMES:
        raise NotAStory(trouble or "lang")
    return texts


def _said(given: Given) -> dict[int, str]:
    """Give the text of each yes, as it was shown; YesMoved if it was another."""
    allowed = rules.uses_allowed(min_age=programme().min_age)
    if not given.yeses or not set(given.yeses) <= set(allowed) or given.yes_lang not in NAMES:
        raise NotAStory("yes")
    said = {use: text_of(use, given.yes_lang) for use in given.yeses}
    if any(hash_of(said[use]) != shown for use, shown in given.yeses.items()):
        raise YesMoved
    return said


def _keep_yeses(story: Story, given: Given, said: Mapping[int, str], *, today: int) -> None:
    Yes.objects.filter(story=story).delete()
    Yes.objects.bulk_create(
        Yes(
            story=story,
            use=use,
            version=VERSION,
            lang=given.yes_lang,
            text=text,
            text_hash=hash_of(text),
            given_on=today,
        )
        for use, text in sorted(said.items())
    )
