"""How people treat each other here: the programme writes it, a new version asks all."""

from collections.abc import Mapping

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.ground.languages import NAMES
from alongside.programme import actions, queries
from alongside.programme import house_rules as rules
from alongside.programme.house_rules import NotRules, RulesChanged
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def house_rules(request: HttpRequest) -> HttpResponse:
    """Show the version that counts, and take down the next one."""
    if request.method != "POST":
        return _shown(request)
    typed = {lang: request.POST.get(lang, "") for lang in queries.languages()}
    try:
        words = rules.words_typed(typed, queries.programme().lang)
        by, over = coordinator(request), _over(request)
        actions.write_house_rules(words, over=over, by=by, today=clock.today())
    except (NotRules, RulesChanged) as refusal:
        return _shown(request, typed=typed, wrong=refusal.code)
    return redirect(f"{reverse('desk-house-rules')}?noted=yes")


def _shown(
    request: HttpRequest, *, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> HttpResponse:
    here = queries.programme()
    version, newest = queries.newest_house_rules()
    words = None if newest is None else newest.words
    now = {
        lang: "\n".join(rules.lines_in(words, lang, main=here.lang))
        for lang in queries.languages()
    }
    return show(
        request,
        "desk/house_rules",
        status=422 if wrong else 200,
        here="desk-settings",
        version=version,
        newest=newest,
        texts=[
            (lang, NAMES[lang], (typed or now)[lang], now[lang] if wrong else "")
            for lang in queries.languages()
        ],
        trouble=f"check.{wrong}" if wrong else None,
        is_meanwhile=wrong == RulesChanged.code,
        noted=request.GET.get("noted") == "yes",
        longest=rules.LONGEST,
    )


def _over(request: HttpRequest) -> int:
    """Give the version somebody began from; -1 for anything odd, which is none."""
    typed = request.POST.get("over", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else -1
