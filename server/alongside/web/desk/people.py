"""Specialists: how many they walk with, and until when the programme stands behind them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.conversations.desk import specialists_at_desk
from alongside.ground import clock
from alongside.wall.actions import Page, tell_seen
from alongside.web.desk.standing import standing
from alongside.web.show import page, show


@login_required
@require_safe
@page
def specialists(request: HttpRequest) -> HttpResponse:
    """Show every specialist with what they carry."""
    today = clock.today()
    people = [
        (person, standing(person.to_day, today=today, revoked=person.revoked))
        for person in specialists_at_desk(today)
    ]
    tell_seen((person.account for person, _ in people), Page.STANDING, today=today)
    return show(request, "desk/specialists", here="desk-specialists", people=people)
