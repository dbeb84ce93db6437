"""Addresses of the pages without keys."""

from django.urls import path

from alongside.web import front
from alongside.web.desk import answers, door, links, people, settings, waiting

urlpatterns = [
    path("", front.welcome, name="welcome"),
    path("how-it-works", front.how, name="how"),
    path("what-we-keep", front.keep, name="keep"),
    path("help-now", front.help_now, name="help"),
    path("help-now/offline", front.offline, name="offline"),
    path("tips", front.tips, name="tips"),
    path("coming-back", front.back, name="back"),
    path("leave", front.leave, name="leave"),
    path("desk/", waiting.waiting, name="desk"),
    path("desk/sign-in", door.sign_in, name="desk-sign-in"),
    path("desk/sign-out", door.sign_out, name="desk-sign-out"),
    path("desk/door", waiting.turn_door, name="desk-door"),
    path("desk/specialists", people.specialists, name="desk-specialists"),
    path("desk/new-specialists", links.new_specialists, name="desk-links"),
    path(
        "desk/new-specialists/<int:link_id>/take-back", links.take_back, name="desk-take-back"
    ),
    path("desk/answers", answers.bring, name="desk-answers"),
    path("desk/promise", settings.settings_in_force, name="desk-settings"),
]
