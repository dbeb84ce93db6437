"""The library in the room: what one may read, and one's own stories on their way there."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bool, Day, Hash, Id, Int, Shape
from alongside.counts.rules import LEAST
from alongside.ground import clock
from alongside.library import actions, queries
from alongside.library.models import State, Story, Yes
from alongside.library.rules import LENGTHS, may_go_on, stands_until, uses_allowed
from alongside.library.texts import TEXTS, VERSION, hash_of
from alongside.people.models import Account
from alongside.programme.queries import languages, programme

router = Router(tags=["library"], auth=full)
Ref = Annotated[Id, Path()]
Use = Annotated[int, Path(ge=1, le=3)]
PageNumber = Annotated[int, Query(ge=1, le=10_000)]
Lang = Annotated[str, Field(max_length=5)]
Words = Annotated[str, Field(max_length=2 * LENGTHS["words"])]
Line = Annotated[str, Field(max_length=400)]
Listed = Annotated[list[Annotated[str, Field(max_length=24)]], Field(max_length=20)]
Seen = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000)]
OWN = "/library/own/{ref}"


class CardShape(Shape):
    """What stands before a story: enough to choose it, or not to."""

    ref: Id
    lang: str
    title: str
    called: str
    themes: list[str]
    notes: list[str]
    own_note: str
    minutes: Int


class CardsShape(Shape):
    """A page of stories, the newest first."""

    stories: list[CardShape]
    has_more: bool


class StoryShape(CardShape):
    """A story to read."""

    words: str
    mine: bool


class AnswerShape(Shape):
    """What somebody says to a story; counted by eights, without who."""

    said: Listed


class TextShape(Shape):
    """What a narrator says yes to, word for word."""

    use: Int
    lang: str
    text: str
    hash: Hash


class TextsShape(Shape):
    """Every text there is here, and from how many answers on a narrator sees totals."""

    version: Int
    texts: list[TextShape]
    least: Int


class YesGiven(Shape):
    """One tick, and the hash of the text beside it."""

    use: Annotated[int, Field(strict=True, ge=1, le=3)]
    hash: Hash


class StoryGiven(Shape):
    """A story that is handed in, in this version, under a number its room drew."""

    ref: Id
    lang: Lang
    title: Line
    called: Line
    words: Words
    themes: Listed
    notes: Listed
    own_note: Line
    yes_lang: Lang
    yeses: Annotated[list[YesGiven], Field(max_length=3)]
    version: Seen

    def read(self) -> actions.Given:
        """Give it as the library takes it."""
        texts = {name: getattr(self, name) for name in LENGTHS}
        yeses = {one.use: one.hash for one in self.yeses}
        return actions.Given(
            self.lang,
            texts,
            self.themes,
            self.notes,
            yeses,
            self.yes_lang,
            version=self.version,
        )


class GoOnGiven(Shape):
    """The version that somebody saw when they said that it goes on, or that it stands."""

    version: Seen


class StoryYesShape(Shape):
    """What a narrator said yes to, as it was shown to them."""

    use: Int
    version: Int
    text: str
    given_on: Day


class StoryTotalsShape(Shape):
    """About how many said what, of closed batches of eight."""

    answers: Int
    helped: Int
    too_much: Int
    like_mine: Int


class OwnShape(Shape):
    """One of somebody's own stories, and where it stands."""

    ref: Id
    state: str
    version: Int
    lang: str
    title: str
    called: str
    words: str
    themes: list[str]
    notes: list[str]
    own_note: str
    may_go_on: Bool
    # Whole hours until it may; 0 where it does not rest.
    rests_for: Int
    said: str
    ended_on: Day | None
    # Asked whether it still stands: until this day, or since then set aside.
    stands_until: Day | None
    yeses: list[StoryYesShape]
    totals: StoryTotalsShape | None


class OwnsShape(Shape):
    """All of somebody's own, the newest first."""

    stories: list[OwnShape]


@router.get("/library", response=CardsShape)
def library(request: HttpRequest, page: PageNumber = 1) -> CardsShape:
    """Give what there is to read, without the words; each room sorts and hides by itself."""
    found = queries.in_room(page=page)
    return CardsShape(
        stories=[CardShape(**_card(one)) for one in found.stories], has_more=found.has_more
    )


@router.get("/library/texts", response=TextsShape)
def texts(request: HttpRequest) -> TextsShape:
    """Give what a narrator says yes to, in the languages that are on."""
    uses = uses_allowed(min_age=programme().min_age)
    return TextsShape(
        version=VERSION,
        texts=[
            TextShape(use=use, lang=lang, text=TEXTS[lang][use], hash=hash_of(TEXTS[lang][use]))
            for lang in languages()
            for use in uses
        ],
        least=LEAST,
    )


@router.get("/library/own", response=OwnsShape)
def own(request: HttpRequest) -> OwnsShape:
    """Give one's own stories, with what was said yes to and about how many answered."""
    return _own(person_of(request))


@router.post("/library/own", response=OwnsShape)
def hand_in(request: HttpRequest, papers: StoryGiven) -> OwnsShape:
    """Hand a story in, or a new version of it; it rests for a day."""
    person = person_of(request)
    actions.hand_in(papers.ref, papers.read(), by=person, now=clock.now())
    return _own(person)


@router.post("/library/own/seen", response={204: None})
def seen(request: HttpRequest) -> Status[None]:
    """Say that one looked at one's own: the room tells of no news at home any more."""
    actions.look_at_own(by=person_of(request))
    return Status(204, None)


@router.post(OWN + "/go-on", response=OwnsShape)
def go_on(request: HttpRequest, ref: Ref, papers: GoOnGiven) -> OwnsShape:
    """Say again, a day later, that it goes on to a second person."""
    person = person_of(request)
    actions.go_on(ref, version=papers.version, by=person, now=clock.now())
    return _own(person)


@router.post(OWN + "/stands", response=OwnsShape)
def stands(request: HttpRequest, ref: Ref, papers: GoOnGiven) -> OwnsShape:
    """Say, a year later, that it stands another year."""
    person = person_of(request)
    actions.keep(ref, version=papers.version, by=person, today=clock.today())
    return _own(person)


@router.delete(OWN + "/uses/{use}", response=OwnsShape)
def take_back_use(request: HttpRequest, ref: Ref, use: Use) -> OwnsShape:
    """Take one use back; the last one takes the story back."""
    person = person_of(request)
    actions.take_back_use(ref, use, by=person, today=clock.today())
    return _own(person)


@router.delete(OWN, response=OwnsShape)
def withdraw(request: HttpRequest, ref: Ref) -> OwnsShape:
    """Take a story back; it is gone with this call."""
    person = person_of(request)
    actions.withdraw(ref, by=person, today=clock.today())
    return _own(person)


@router.get("/library/{ref}", response=StoryShape)
def read(request: HttpRequest, ref: Ref) -> StoryShape:
    """Give a story to read. That it was read is kept nowhere."""
    person = person_of(request)
    story = queries.story_in_room(ref)
    return StoryShape(**_card(story), words=story.words, mine=story.narrator_id == person.pk)


@router.post("/library/{ref}/answer", response={204: None})
def answer(request: HttpRequest, ref: Ref, papers: AnswerShape) -> Status[None]:
    """Say what a story did; it is counted with seven others, without who."""
    actions.answer(ref, papers.said, by=person_of(request), now=clock.now())
    return Status(204, None)


def _card(story: Story) -> dict[str, Any]:
    return {
        "ref": bytes(story.ref),
        "lang": story.lang,
        "title": story.title,
        "called": story.called,
        "themes": story.themes,
        "notes": story.notes,
        "own_note": story.own_note,
        "minutes": story.minutes,
    }


def _own(person: Account) -> OwnsShape:
    stories = queries.stories_of(person)
    yeses = queries.yeses_of(stories)
    return OwnsShape(stories=[_shape(one, yeses[one.pk]) for one in stories])


def _shape(story: Story, yeses: list[Yes]) -> OwnShape:
    now = clock.now()
    left = 0 if story.rests_until is None else (story.rests_until - now).total_seconds()
    return OwnShape(
        ref=bytes(story.ref),
        state=State(story.state).name.lower().replace("_", "-"),
        version=story.version,
        lang=story.lang,
        title=story.title,
        called=story.called,
        words=story.words,
        themes=story.themes,
        notes=story.notes,
        own_note=story.own_note,
        may_go_on=may_go_on(story.rests_until, now=now),
        rests_for=max(0, -int(-left // 3600)),
        said=story.said,
        ended_on=story.ended_on,
        stands_until=None if story.asked_on is None else stands_until(story.asked_on),
        yeses=[
            StoryYesShape(
                use=one.use, version=one.version, text=one.text, given_on=one.given_on
            )
            for one in yeses
        ],
        totals=_totals(story),
    )


def _totals(story: Story) -> StoryTotalsShape | None:
    if story.answers < LEAST:
        return None
    return StoryTotalsShape(
        answers=story.answers,
        helped=story.helped,
        too_much=story.too_much,
        like_mine=story.like_mine,
    )
