"""Who is on call: the whole week, so that a room knows it at night without a line."""

from django.http import HttpRequest
from ninja import Router

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bool, Id, Int, Shape
from alongside.ground import clock
from alongside.keys.queries import specialists_named
from alongside.people.models import Account
from alongside.people.queries import blocked_by
from alongside.programme import queries
from alongside.programme.on_call import words_in

router = Router(tags=["on call"], auth=full)


class ShiftShape(Shape):
    """Somebody is on call on one day of the week (1 is Monday), in minutes of that day."""

    account_id: Id
    name: str
    day: Int
    starts: Int
    ends: Int
    mine: Bool


class OnCallShape(Shape):
    """The week, in the programme's time zone, and what people may expect."""

    zone: str
    phone: str
    expect: str
    outside: str
    shifts: list[ShiftShape]


@router.get("/on-call", response=OnCallShape)
def on_call(request: HttpRequest, lang: str = "") -> OnCallShape:
    """Give who is on call, without those one blocked and those nobody stands behind today."""
    here, rows = queries.programme(), queries.on_call()
    people = [Account(pk=row.account) for row in rows]
    me = person_of(request)
    hidden = blocked_by(me, people)
    names = specialists_named([row.account for row in rows], today=clock.today())
    words = words_in(here.on_call_words, queries.one_that_is_on(lang), main=here.lang)
    return OnCallShape(
        zone=here.time_zone,
        phone=here.on_call_phone,
        expect=words["expect"],
        outside=words["outside"],
        shifts=[
            ShiftShape(
                account_id=row.ref,
                name=names[row.account],
                day=row.shift.day,
                starts=row.shift.starts,
                ends=row.shift.ends,
                mine=row.account == me.pk,
            )
            for row in rows
            if row.account in names and row.account not in hidden
        ],
    )
