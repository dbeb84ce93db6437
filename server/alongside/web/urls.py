"""Addresses of the pages without keys."""

from django.urls import path

from alongside.web import front
from alongside.web import notices as letters
from alongside.web.desk import (
    also,
    answers,
    changing,
    door,
    help_lines,
    languages,
    links,
    notices,
    people,
    second,
    setting_up,
    settings,
    waiting,
    yours,
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
    path("desk/sign-in/second", second.take, name="desk-second"),
    path("desk/second", setting_up.choose, name="desk-set-up"),
    path("desk/second/app", setting_up.app, name="desk-set-up-app"),
    path("desk/second/passkey", setting_up.passkey, name="desk-set-up-passkey"),
    path("desk/your-sign-in", yours.yours, name="desk-yours"),
    path("desk/your-sign-in/<int:step_id>/remove", yours.remove, name="desk-remove"),
    path("desk/your-sign-in/paper", yours.paper, name="desk-paper"),
    path("desk/your-sign-in/also", also.say, name="desk-also"),
    path("desk/your-sign-in/also/take-back", also.take_back, name="desk-also-take-back"),
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
