"""Hours of a specialist, free times, and what two people agreed to meet at."""

from datetime import date, datetime, timedelta
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.relationships import Number
from alongside.api.shapes import LARGEST, Bool, Id, Int, Shape
from alongside.appointments import actions, queries
from alongside.appointments.actions.agreeing import Wanted
from alongside.appointments.actions.hours import HoursPaper, NotHours
from alongside.appointments.models import Appointment, Hours
from alongside.appointments.queries import moment_of
from alongside.appointments.rules import hours as rules
from alongside.appointments.rules import meeting
from alongside.conversations.queries import relationship_of
from alongside.ground import clock
from alongside.ground.identifiers import identifier_from_text
from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.people.queries import is_specialist
from alongside.programme import queries as programmes
from alongside.relationships.models import State

# A moment in whole seconds since 1970, up to the year 9999.
Moment = Annotated[int, Field(strict=True, ge=0, le=253_402_300_799)]
Asked = Annotated[int | None, Query(ge=0, le=253_402_300_799)]
Before = Annotated[int | None, Query(ge=1, le=LARGEST)]
Closed = Annotated[int, Query(ge=0, le=1)]
Ref = Annotated[str, Path(max_length=22)]
Minute = Annotated[int, Field(strict=True, ge=0, le=1_440)]
Small = Annotated[int, Field(strict=True, ge=0, le=1_000)]
Span = Annotated[list[Minute], Field(min_length=2, max_length=2)]
Spans = Annotated[list[Span], Field(max_length=rules.MOST_SPANS_A_DAY)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
# Nobody plans further ahead.
FARTHEST = timedelta(days=400)
SIDES = {meeting.CLIENT: "client", meeting.SPECIALIST: "specialist"}
STANDS = {
    meeting.PROPOSED: "proposed",
    meeting.AGREED: "agreed",
    meeting.DECLINED: "declined",
    meeting.CANCELLED: "cancelled",
    meeting.LAPSED: "lapsed",
    meeting.LET_GO: "let-go",
    meeting.OVER: "over",
    meeting.TAKEN_BACK: "taken-back",
}
BECAME = {
    meeting.NOTHING_SAID: None,
    meeting.MET: "met",
    meeting.CLIENT_MISSED: "client-missed",
    meeting.SPECIALIST_MISSED: "specialist-missed",
    meeting.NOT_MET: "not-met",
    meeting.SAID_APART: "apart",
}
CAN_SAY = {name: number for number, name in BECAME.items() if number in meeting.SAID}
router = Router(tags=["appointments"], auth=full)


class OtherDayShape(Shape):
    """A day that is not like its weekday."""

    day: Day
    off: Bool
    more: Spans


class HoursShape(Shape):
    """A week as its specialist says it, Monday first."""

    zone: Annotated[str, Field(max_length=64)]
    week: Annotated[list[Spans], Field(min_length=7, max_length=7)]
    others: Annotated[list[OtherDayShape], Field(max_length=rules.MOST_OTHER_DAYS)]
    minutes: Small
    between: Small
    lead_hours: Small
    ahead_days: Small
    books: Bool

    def read(self) -> HoursPaper:
        """Read it; a day that is no day of the calendar makes it no hours at all."""
        pattern = rules.Pattern(
            week=tuple(_spans(day) for day in self.week),
            minutes=self.minutes,
            between=self.between,
            lead_hours=self.lead_hours,
            ahead_days=self.ahead_days,
            others={
                _day(other.day): rules.OtherDay(other.off, _spans(other.more))
                for other in self.others
            },
        )
        return HoursPaper(self.zone, pattern, self.books)

    @classmethod
    def of(cls, kept: Hours) -> "HoursShape":
        """Write stored hours."""
        return cls(
            zone=kept.zone,
            week=kept.week,
            others=[
                OtherDayShape(day=day, off=off, more=more) for day, off, more in kept.others
            ],
            minutes=kept.minutes,
            between=kept.between,
            lead_hours=kept.lead_hours,
            ahead_days=kept.ahead_days,
            books=kept.books,
        )


class MyHoursShape(Shape):
    """One's own hours, if one ever said any."""

    hours: HoursShape | None


class FreeShape(Shape):
    """Free times with one specialist; `zone` is where their day is, null without hours."""

    starts: list[Moment]
    zone: str | None
    minutes: Small | None
    books: Bool


class WantedShape(Shape):
    """A time somebody proposes or picks, or a series of them."""

    at: Moment
    minutes: Small
    every_days: Small = 7
    times: Annotated[int, Field(strict=True, ge=1, le=meeting.SERIES_MOST)] = 1

    def read(self) -> Wanted:
        """Read it."""
        return Wanted(moment_of(self.at), self.minutes, self.every_days, self.times)


class AtShape(Shape):
    """A moment."""

    at: Moment


class WantsShape(Shape):
    """Whether one wants it."""

    wants: Bool


class AppointmentSaidShape(Shape):
    """What became of a time."""

    what: Annotated[str, Field(max_length=20)]


class AppointmentShape(Shape):
    """One time of two people, as one of them sees it; where and how is sealed in the talk."""

    id: Int
    ref: Id
    series: Id
    relationship: Int
    at: Moment
    minutes: Small
    state: str
    mine: str
    by: str
    wish: Moment | None
    wish_by: str | None
    wish_in_time: Bool
    in_time_hours: Small | None
    wants_earlier: Bool
    earlier: Moment | None
    said: str | None
    became: str | None


class AppointmentsShape(Shape):
    """A page of them, the newest made first; and how early a move has to be to be in time."""

    appointments: list[AppointmentShape]
    in_time_hours: Small


@router.get("/hours", response=MyHoursShape)
def my_hours(request: HttpRequest) -> MyHoursShape:
    """Give a specialist's own hours."""
    person = person_of(request)
    if not is_specialist(person):
        raise NotYours
    kept = queries.hours_of(person)
    return MyHoursShape(hours=None if kept is None else HoursShape.of(kept))


@router.put("/hours", response=MyHoursShape)
def put_hours(request: HttpRequest, papers: HoursShape) -> MyHoursShape:
    """Say one's hours anew."""
    person, today = person_of(request), clock.now().date()
    kept = actions.put_hours(papers.read(), by=person, today=today)
    return MyHoursShape(hours=HoursShape.of(kept))


@router.get("/relationships/{number}/times", response=FreeShape)
def free_times(
    request: HttpRequest, number: Number, since: Asked = None, until: Asked = None
) -> FreeShape:
    """Give the times at which these two could meet: from now, for two weeks, at most six."""
    now = clock.now()
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    if relationship.state != State.ACTIVE:
        raise NotYours
    first = now if since is None else min(moment_of(since), now + FARTHEST)
    last = first + timedelta(days=14) if until is None else moment_of(until)
    found = queries.free_for(relationship, since=first, until=last, now=now, seen_by=person.pk)
    week = found.week
    return FreeShape(
        starts=[int(start.timestamp()) for start in found.starts],
        zone=week.name if week else None,
        minutes=week.pattern.minutes if week else None,
        books=week.books if week else False,
    )


@router.get("/appointments", response=AppointmentsShape)
def appointments(
    request: HttpRequest, before: Before = None, closed: Closed = 0
) -> AppointmentsShape:
    """Give what stands of one's appointments, or what came to nothing, newest first."""
    person = person_of(request)
    page = queries.appointments_of(person, before=before, is_closed=bool(closed))
    return _listed(page, person)


@router.post("/relationships/{number}/appointments", response={201: AppointmentsShape})
def propose(
    request: HttpRequest, number: Number, papers: WantedShape
) -> Status[AppointmentsShape]:
    """Propose a time, or have it where it is free to book; a series may come with gaps."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    made = actions.propose(relationship, papers.read(), by=person, now=clock.now())
    return Status(201, _listed(made, person))


@router.post("/appointments/{ref}/agree", response=AppointmentShape)
def agree(request: HttpRequest, ref: Ref) -> AppointmentShape:
    """Say yes to what was proposed together."""
    person, one = _one(request, ref)
    return _shape(actions.agree(one, by=person, now=clock.now()), person)


@router.post("/appointments/{ref}/decline", response=AppointmentShape)
def decline(request: HttpRequest, ref: Ref) -> AppointmentShape:
    """Say no to what was proposed, or take one's own proposal back."""
    person, one = _one(request, ref)
    return _shape(actions.decline(one, by=person), person)


@router.post("/appointments/{ref}/move", response=AppointmentShape)
def move(request: HttpRequest, ref: Ref, papers: AtShape) -> AppointmentShape:
    """Ask for another time; the old one stands until the yes."""
    person, one = _one(request, ref)
    moved = actions.move(one, to=moment_of(papers.at), by=person, now=clock.now())
    return _shape(moved, person)


@router.post("/appointments/{ref}/move/agree", response=AppointmentShape)
def agree_to_move(request: HttpRequest, ref: Ref, papers: AtShape) -> AppointmentShape:
    """Say yes to another time: the one that was shown."""
    person, one = _one(request, ref)
    at = moment_of(papers.at)
    return _shape(actions.agree_to_move(one, at=at, by=person, now=clock.now()), person)


@router.post("/appointments/{ref}/move/keep", response=AppointmentShape)
def keep_time(request: HttpRequest, ref: Ref) -> AppointmentShape:
    """Say no to another time, or take one's wish for it back."""
    person, one = _one(request, ref)
    return _shape(actions.keep_time(one, by=person), person)


@router.post("/appointments/{ref}/cancel", response=AppointmentShape)
def cancel(request: HttpRequest, ref: Ref) -> AppointmentShape:
    """Let a time go that both counted on."""
    person, one = _one(request, ref)
    return _shape(actions.cancel(one, by=person, now=clock.now()), person)


@router.put("/appointments/{ref}/earlier", response=AppointmentShape)
def want_earlier(request: HttpRequest, ref: Ref, papers: WantsShape) -> AppointmentShape:
    """Ask to be told when an earlier time comes free, or not any more."""
    person, one = _one(request, ref)
    changed = actions.want_earlier(one, wants=papers.wants, by=person, now=clock.now())
    return _shape(changed, person)


@router.post("/appointments/{ref}/earlier/take", response=AppointmentShape)
def take_earlier(request: HttpRequest, ref: Ref, papers: AtShape) -> AppointmentShape:
    """Come at the earlier time that is free; the first yes has it."""
    person, one = _one(request, ref)
    taken = actions.take_earlier(one, at=moment_of(papers.at), by=person, now=clock.now())
    return _shape(taken, person)


@router.post("/appointments/{ref}/said", response=AppointmentShape)
def say(request: HttpRequest, ref: Ref, papers: AppointmentSaidShape) -> AppointmentShape:
    """Say what became of a time that is over."""
    person, one = _one(request, ref)
    what = CAN_SAY.get(papers.what, meeting.NOTHING_SAID)
    return _shape(actions.say(one, what=what, by=person, now=clock.now()), person)


def _one(request: HttpRequest, ref: str) -> tuple[Account, Appointment]:
    person = person_of(request)
    try:
        raw = identifier_from_text(ref)
    except ValueError:
        raise NotYours from None
    return person, queries.appointment_of(person, raw)


def _listed(page: list[Appointment], person: Account) -> AppointmentsShape:
    offers = queries.earlier_offers(page, person, now=clock.now())
    return AppointmentsShape(
        appointments=[_written(one, person, offers.get(one.pk)) for one in page],
        in_time_hours=programmes.in_time_hours(),
    )


def _shape(one: Appointment, person: Account) -> AppointmentShape:
    return _listed([one], person).appointments[0]


def _written(one: Appointment, person: Account, earlier: datetime | None) -> AppointmentShape:
    is_client = one.client_id == person.pk
    said = one.client_says if is_client else one.specialist_says
    return AppointmentShape(
        id=one.pk,
        ref=one.ref,
        series=one.series,
        relationship=one.relationship_id,
        at=int(one.starts_at.timestamp()),
        minutes=one.minutes,
        state=STANDS[one.state],
        mine=SIDES[meeting.CLIENT if is_client else meeting.SPECIALIST],
        by=SIDES[one.proposed_by],
        wish=None if one.wished_at is None else int(one.wished_at.timestamp()),
        wish_by=None if one.wished_by is None else SIDES[one.wished_by],
        wish_in_time=one.wished_in_time,
        in_time_hours=one.in_time_hours,
        wants_earlier=one.wants_earlier and is_client,
        earlier=None if earlier is None else int(earlier.timestamp()),
        said=BECAME[said],
        became=BECAME[meeting.became(one.client_says, one.specialist_says)],
    )


def _spans(listed: list[list[int]]) -> tuple[rules.Span, ...]:
    return tuple(rules.Span(start, end) for start, end in listed)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotHours from None
