"""The library on the front: what anybody may read, without scripts and without a sign-in."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.ground.identifiers import identifier_from_text, to_text
from alongside.ground.languages import NAMES
from alongside.ground.refusal import NotYours
from alongside.library import queries
from alongside.library.models import Story
from alongside.library.queries import Search
from alongside.library.rules import HIDABLE, NOTE_MARK, NOTES, THEMES
from alongside.programme.queries import languages
from alongside.web.desk.marks import number_in
from alongside.web.front import lines_of
from alongside.web.language import reader_language
from alongside.web.show import page, show

MOST_PAGES = 1_000
# A story can be taken back at any moment: no copy of a page stays anywhere on the way, and
# those who keep copies of the web are asked not to.
KEPT_NOWHERE: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


@require_safe
@page
def stories(request: HttpRequest) -> HttpResponse:
    """Show what there is to read, by what somebody looks for and would rather not see."""
    wanted = _wanted(request)
    found = queries.in_public(wanted)
    asked = [("lang", wanted.lang), ("theme", wanted.theme)]
    asked += [("hide", one) for one in wanted.hidden]
    return _fleeting(
        show(
            request,
            "stories",
            stories=[(one, to_text(bytes(one.ref))) for one in found.stories],
            wanted=wanted,
            themes=THEMES,
            notes=[(one, NOTE_MARK + one) for one in NOTES],
            languages=[(code, NAMES[code]) for code in languages()],
            query=urlencode(asked),
            is_empty=not (found.stories or queries.in_public(Search()).stories),
            newer=wanted.page - 1,
            older=wanted.page + 1 if found.has_more else 0,
        )
    )


@require_safe
@page
def story(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what stands before a story, and its words once somebody wants them."""
    found = _found(ref)
    has_notes = bool(found.notes or found.own_note)
    return _fleeting(
        show(
            request,
            "story",
            story=found,
            ref=ref,
            has_notes=has_notes,
            is_open=not has_notes or request.GET.get("read") == "yes",
            lines=lines_of(request),
        )
    )


@require_safe
@page
def stop(request: HttpRequest) -> HttpResponse:
    """Say to somebody who stopped that this is fine, and who can be called."""
    return show(request, "stopped", lines=lines_of(request))


def _found(ref: str) -> Story:
    try:
        return queries.story_in_public(identifier_from_text(ref))
    except (ValueError, NotYours):
        raise Http404 from None


def _wanted(request: HttpRequest) -> Search:
    # Where no language can be chosen none is left out.
    is_choice = len(languages()) > 1
    lang = request.GET.get("lang", reader_language(request)) if is_choice else ""
    theme = request.GET.get("theme", "")
    hidden = [one for one in HIDABLE if one in request.GET.getlist("hide")]
    return Search(
        lang=lang if lang in NAMES else "",
        theme=theme if theme in THEMES else "",
        hidden=hidden,
        page=min(max(number_in(request, "page"), 1), MOST_PAGES),
    )


def _fleeting(answer: HttpResponse) -> HttpResponse:
    for name, value in KEPT_NOWHERE.items():
        answer.headers[name] = value
    return answer
