"""How somebody wants to hear that something is new, and when they want no note."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of, sign_in_of
from alongside.api.shapes import Bool, Bytes, Id, Name, Shape
from alongside.ground import clock
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.queries import device_of
from alongside.notices import post, pushing, texting
from alongside.notices.actions import (
    end_calendar,
    hear_here,
    hush,
    leave_address,
    leave_number,
    make_calendar,
    show_code,
    take_number_away,
)
from alongside.notices.actions.hearing import Subscription
from alongside.notices.actions.reaching import Wish
from alongside.notices.models import Phone, Reach
from alongside.notices.queries import devices_of, has_calendar, phone_of, reach_of
from alongside.notices.rules import (
    LONGEST_ADDRESS,
    LONGEST_ENDPOINT,
    LONGEST_SENDER,
    LONGEST_SUBJECT,
    PERIODS,
    QUIET,
    WHOLE_DAY,
)
from alongside.people.models import Account, Token

router = Router(tags=["notices"])
Minute = Annotated[int, Field(strict=True, ge=0, lt=WHOLE_DAY)]
Address = Annotated[str, Field(max_length=LONGEST_ADDRESS)]
Language = Annotated[str, Field(max_length=5)]
Sender = Annotated[str, Field(max_length=LONGEST_SENDER)]
Subject = Annotated[str, Field(max_length=LONGEST_SUBJECT)]
Hours = Annotated[int, Field(strict=True, ge=0, le=WHOLE_DAY)]
# As people write it, with blanks and brackets.
Number = Annotated[str, Field(max_length=40)]
Code = Annotated[str, Field(max_length=20)]
Endpoint = Annotated[str, Field(max_length=LONGEST_ENDPOINT)]


class OnlyOwnDevice(Refused):
    """Nothing tells a device that others may hold."""

    code = "only-own-device"
    words = "Short notes come only to a device of your own. First make this one yours."


class NoticesWishShape(Shape):
    """Where and when somebody wants notes; an empty address takes the mail away.

    `lang`: the language they read just now, which letters are written in. `sender`, `subject`:
    what stands above a mail; empty for the usual words. `rest_hours`: how far apart two are.
    """

    address: Address
    on: Bool
    quiet_from: Minute
    quiet_to: Minute
    zone: Name
    lang: Language = ""
    sender: Sender = ""
    subject: Subject = ""
    rest_hours: Hours = PERIODS[0]
    day_before: Bool = False
    hour_before: Bool = False

    def read(self) -> Wish:
        """Read it."""
        return Wish(
            address=self.address,
            turned_on=self.on,
            quiet_from=self.quiet_from,
            quiet_to=self.quiet_to,
            zone=self.zone,
            lang=self.lang,
            sender=self.sender,
            subject=self.subject,
            rest_hours=self.rest_hours,
            day_before=self.day_before,
            hour_before=self.hour_before,
        )


class DeviceShape(Shape):
    """What a browser gave to be told by: where its push service is, a key and a secret."""

    endpoint: Endpoint
    p256dh: Bytes
    auth: Id

    def read(self) -> Subscription:
        """Read it."""
        return Subscription(self.endpoint, self.p256dh, self.auth)


class NumberShape(Shape):
    """The number of a phone, with its country, the language of a text, and where they are."""

    number: Number
    lang: Language = ""
    zone: Name = ""


class CodeShape(Shape):
    """The digits that came to the phone."""

    code: Code


class LanguageShape(Shape):
    """The language somebody reads just now."""

    lang: Language = ""


class CalendarShape(Shape):
    """The address of somebody's calendar, told once."""

    url: str


class ReachShape(Shape):
    """What somebody left here; `mail`: this house sends any; `zone` may be empty.

    `push`: the key a browser asks its push service with, empty where this house uses none.
    `texts`: this house sends any; `number`, `number_confirmed`, `number_returned`: of a phone.
    `calendar`: theirs has an address. `devices`: how many are told; `here`: this one is.
    """

    mail: Bool
    address: str
    confirmed: Bool
    returned: Bool
    on: Bool
    quiet_from: int
    quiet_to: int
    zone: str
    sender: str
    subject: str
    rest_hours: int
    day_before: bool
    hour_before: bool
    texts: bool
    number: str
    number_confirmed: bool
    number_returned: bool
    calendar: bool
    push: Bytes
    devices: int
    here: bool


@router.get("/notices", auth=full, response=ReachShape)
def notices(request: HttpRequest) -> ReachShape:
    """Give where one can be reached."""
    return _written(sign_in_of(request))


@router.put("/notices", auth=full, response=ReachShape)
def put_notices(request: HttpRequest, papers: NoticesWishShape) -> ReachShape:
    """Leave an address, choose quiet hours, or turn notes off."""
    leave_address(person_of(request), papers.read(), now=clock.now())
    return _written(sign_in_of(request))


@router.put("/notices/device", auth=full, response={204: None})
def put_device(request: HttpRequest, papers: DeviceShape) -> Status[None]:
    """Let the device of one's own that asks hear of something new."""
    token = sign_in_of(request)
    hear_here(token.account, _own_way(token), papers.read(), today=clock.today())
    return Status(204, None)


@router.delete("/notices/device", auth=full, response={204: None})
def delete_device(request: HttpRequest) -> Status[None]:
    """Tell this device nothing any more."""
    token = sign_in_of(request)
    hush(token.account, token.way or b"", today=clock.today())
    return Status(204, None)


@router.put("/notices/number", auth=full, response=ReachShape)
def put_number(request: HttpRequest, papers: NumberShape) -> ReachShape:
    """Leave the number of a phone: a code goes there, and nothing else until it was shown."""
    person = person_of(request)
    leave_number(person, papers.number, lang=papers.lang, zone=papers.zone, now=clock.now())
    return _written(sign_in_of(request))


@router.post("/notices/number/code", auth=full, response=ReachShape)
def post_code(request: HttpRequest, papers: CodeShape) -> ReachShape:
    """Show the code: from now on short notes go to that phone."""
    show_code(person_of(request), papers.code.replace(" ", ""), now=clock.now())
    return _written(sign_in_of(request))


@router.delete("/notices/number", auth=full, response=ReachShape)
def delete_number(request: HttpRequest) -> ReachShape:
    """Take the number away."""
    take_number_away(person_of(request), today=clock.today())
    return _written(sign_in_of(request))


@router.post("/notices/calendar", auth=full, response=CalendarShape)
def post_calendar(request: HttpRequest, papers: LanguageShape) -> CalendarShape:
    """Give one's own calendar an address; the one before shows nothing any more."""
    person, today = person_of(request), clock.today()
    return CalendarShape(url=make_calendar(person, lang=papers.lang, today=today))


@router.delete("/notices/calendar", auth=full, response={204: None})
def delete_calendar(request: HttpRequest) -> Status[None]:
    """Let the address of one's own calendar show nothing any more."""
    end_calendar(person_of(request), today=clock.today())
    return Status(204, None)


def _own_way(token: Token) -> bytes:
    try:
        return bytes(device_of(token.account, token.way or b"").slot_id)
    except NotYours:
        raise OnlyOwnDevice from None


def _written(token: Token) -> ReachShape:
    person: Account = token.account
    devices = devices_of(person)
    phone = phone_of(person) or Phone()
    reach = reach_of(person) or Reach(quiet_from=QUIET[0], quiet_to=QUIET[1], zone="")
    return ReachShape(
        mail=post.is_set_up(),
        address=reach.address,
        confirmed=reach.confirmed,
        returned=reach.returned,
        on=reach.turned_on,
        quiet_from=reach.quiet_from,
        quiet_to=reach.quiet_to,
        zone=reach.zone,
        sender=reach.sender,
        subject=reach.subject,
        rest_hours=reach.rest_hours,
        day_before=reach.day_before,
        hour_before=reach.hour_before,
        texts=texting.is_ready(),
        number=phone.number,
        number_confirmed=phone.confirmed,
        number_returned=phone.returned,
        calendar=has_calendar(person),
        push=pushing.public_key() if pushing.is_switched_on() else b"",
        devices=len(devices),
        here=any(device.way == token.way for device in devices),
    )
