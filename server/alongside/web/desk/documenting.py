"""Notes of meetings: whether the programme needs them, and what its payer asks."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.programme import actions, queries
from alongside.programme import documenting as rules
from alongside.programme.documenting import NotDocumenting
from alongside.web.show import page, show
from pse.bill import LONGEST_CODE
from pse.units import RULES

FIELDS = ("rule", "work", "goals", "keep")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def documenting(request: HttpRequest) -> HttpResponse:
    """Show what holds now, and take down what is to hold."""
    if request.method != "POST":
        return _shown(request)
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    is_on = request.POST.get("is_on") == "yes"
    try:
        actions.say_documenting(rules.typed(is_on=is_on, **typed))
    except NotDocumenting as refusal:
        return _shown(request, typed={**typed, "is_on": is_on}, wrong=refusal.code)
    return redirect(f"{reverse('desk-notes')}?noted=yes")


def _shown(
    request: HttpRequest, *, typed: dict[str, object] | None = None, wrong: str = ""
) -> HttpResponse:
    said = queries.documenting()
    now = {
        "is_on": said.is_on,
        "rule": str(said.rule),
        "work": said.work,
        "goals": "\n".join(said.goals),
        "keep": str(said.keep_years),
    }
    return show(
        request,
        "desk/documenting",
        status=422 if wrong else 200,
        here="desk-settings",
        it=typed or now,
        rules=[str(rule) for rule in RULES],
        years=[str(years) for years in rules.YEARS],
        examples=zip(rules.examples(RULES[0]), rules.examples(RULES[1]), strict=True),
        trouble=f"check.{wrong}" if wrong else None,
        noted=request.GET.get("noted") == "yes",
        longest=LONGEST_CODE,
    )
