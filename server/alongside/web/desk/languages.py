"""Further languages: each is offered only in the name of someone who has read it all."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.ground.languages import NAMES
from alongside.ground.refusal import Refused
from alongside.programme import actions
from alongside.programme.queries import languages, programme
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def languages_at_desk(request: HttpRequest) -> HttpResponse:
    """Show which languages are on; switch one on or off."""
    if request.method != "POST":
        return _shown(request)
    lang = request.POST.get("lang", "")
    try:
        _switch(request, lang)
    except Refused as refusal:
        return _shown(request, status=422, trouble=f"desk.languages.{refusal.code}")
    return redirect("desk-languages")


def _switch(request: HttpRequest, lang: str) -> None:
    by = coordinator(request)
    if request.POST.get("turn") == "off":
        actions.switch_off_language(lang, by=by)
        return
    reviewer = request.POST.get("reviewer", "")
    actions.switch_on_language(lang, reviewer=reviewer, by=by, today=clock.today())


def _shown(request: HttpRequest, *, status: int = 200, trouble: str = "") -> HttpResponse:
    main, *_ = languages()
    reviewed = programme().languages
    further = [(code, NAMES[code], reviewed.get(code)) for code in NAMES if code != main]
    return show(
        request,
        "desk/languages",
        status=status,
        here="desk-languages",
        main=NAMES[main],
        further=further,
        trouble=trouble,
    )
