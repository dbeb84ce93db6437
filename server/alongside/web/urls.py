"""Addresses of the pages without keys."""

from django.urls import path

from alongside.web import front
from alongside.web import notices as letters
from alongside.web.desk import (
    answers,
    changing,
    door,
    help_lines,
    languages,
    links,
    notices,
    people,
    settings,
    waiting,
)

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
    path("desk/languages", languages.languages_at_desk, name="desk-languages"),
    path("desk/notices", notices.notices, name="desk-notices"),
    path("notices/stop/<str:token>", letters.stop, name="notices-stop"),
    path("notices/confirm/<str:token>", letters.confirm, name="notices-confirm"),
    path("desk/promise", settings.settings_in_force, name="desk-settings"),
    path("desk/promise/<slug:setting>", changing.change, name="desk-change"),
    path("desk/help-lines", help_lines.lines, name="desk-lines"),
    path("desk/help-lines/new", help_lines.new_line, name="desk-new-line"),
    path("desk/help-lines/<slug:key>", help_lines.one_line, name="desk-line"),
    path("desk/help-lines/<slug:key>/checked", help_lines.checked, name="desk-line-checked"),
    path("desk/help-lines/<slug:key>/take-away", help_lines.drop, name="desk-line-drop"),
]
