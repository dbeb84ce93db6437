"""Stories at the desk: what waits for a second person, what is shown, what may be printed.

The desk reads what was handed in, and not who handed it in.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from alongside.ground import clock
from alongside.ground.identifiers import identifier_from_text, to_text
from alongside.ground.refusal import NotYours, Refused
from alongside.library import actions, queries
from alongside.library.models import State, Story
from alongside.library.rules import LONGEST_REPLY
from alongside.web.desk.as_file import as_file
from alongside.web.desk.door import coordinator
from alongside.web.desk.marks import number_in
from alongside.web.language import reader_language
from alongside.web.library import MOST_PAGES
from alongside.web.show import page, show
from alongside.web.words import say

AT_MOST = 50
# What whoever publishes has looked for, each by itself.
LOOKED_FOR = ("notes", "method", "others", "hope")
COLUMNS = ("title", "called", "language", "notes", "own-note", "words")
TROUBLES: Mapping[type[Refused], str] = {
    actions.NotTwo: "not-two",
    actions.NotAgreed: "not-agreed",
    actions.SayWhy: "why",
    actions.NotAsItWas: "changed",
}


@login_required
@require_safe
@page
def waiting(request: HttpRequest) -> HttpResponse:
    """Show what waits and how long, what is shown, and what printed paper has no yes."""
    today, shown_page = clock.today(), _page_in(request)
    found, shown = (
        queries.at_desk(size=AT_MOST, today=today),
        queries.shown_at_desk(page=shown_page),
    )
    return show(
        request,
        "desk/stories",
        here="desk-stories",
        waiting=[(one, _ref(one), today - (one.handed_on or today)) for one in found.waiting],
        more_waiting=found.more_waiting,
        collect=found.to_collect,
        shown=[(one, _ref(one)) for one in shown.stories],
        newer=shown_page - 1,
        older=shown_page + 1 if shown.has_more else 0,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def one(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one story; publish it, give it back with words, or take it down."""
    story = _found(ref)
    if request.method != "POST":
        return _shown(request, story)
    try:
        _judge(request, story)
    except tuple(TROUBLES) as refusal:
        return _shown(request, _found(ref), trouble=TROUBLES[type(refusal)])
    except NotYours:
        # Taken back, or changed, while it was read.
        return redirect("desk-stories")
    except _NotLookedFor:
        return _shown(request, story, trouble="ticks")
    return redirect("desk-stories")


@login_required
@require_safe
@page
def for_print(request: HttpRequest) -> HttpResponse:
    """Show what may be printed, each story on a sheet of its own."""
    shown_page = _page_in(request)
    found = queries.for_print(page=shown_page)
    return _fleeting(
        show(
            request,
            "desk/stories_print",
            here="desk-stories",
            stories=found.stories,
            newer=shown_page - 1,
            older=shown_page + 1 if found.has_more else 0,
        )
    )


@login_required
@require_safe
@page
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give what may be printed as a file."""
    language = reader_language(request)
    columns = [say(f"desk.story.file.{name}", language) for name in COLUMNS]
    answer = as_file(columns, _rows())
    answer.headers["Cache-Control"] = "no-store"
    return answer


class _NotLookedFor(Exception):
    """Something was published without having been looked for."""


def _judge(request: HttpRequest, story: Story) -> None:
    by, today = coordinator(request), clock.today()
    ref, deed = bytes(story.ref), request.POST.get("do", "")
    version, said = _version_in(request), request.POST.get("said", "")
    if deed == "publish":
        if not all(request.POST.get(name) == "yes" for name in LOOKED_FOR):
            raise _NotLookedFor
        actions.publish(ref, version=version, by=by, today=today)
    elif deed == "take-down":
        actions.take_down(ref, said, version=version, by=by, today=today)
    else:
        actions.ask_for_changes(ref, said, version=version, by=by)


def _version_in(request: HttpRequest) -> int:
    """Give the version somebody read; 0 for anything odd, which is none."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def _shown(request: HttpRequest, story: Story, *, trouble: str = "") -> HttpResponse:
    by = coordinator(request)
    refused = "not-agreed" if queries.waits_for_a_yes(by) else ""
    if queries.is_own(story, by):
        refused = "not-two"
    more: dict[str, Any] = {
        "ticked": [name for name in LOOKED_FOR if request.POST.get(name) == "yes"],
        "said": request.POST.get("said", ""),
    }
    return _fleeting(
        show(
            request,
            "desk/story",
            status=422 if trouble else 200,
            here="desk-stories",
            story=story,
            ref=_ref(story),
            yeses=queries.yeses_of([story])[story.pk],
            waits=story.state == State.IN_REVIEW,
            refused=refused,
            looked_for=LOOKED_FOR,
            longest=LONGEST_REPLY,
            trouble=trouble,
            **more,
        )
    )


def _found(ref: str) -> Story:
    try:
        return queries.story_at_desk(identifier_from_text(ref))
    except (ValueError, NotYours):
        raise Http404 from None


def _rows() -> Iterator[tuple[str, ...]]:
    number = 1
    while number:
        found = queries.for_print(page=number)
        for story in found.stories:
            notes = ", ".join(say(f"library.note.{one}", story.lang) for one in story.notes)
            yield story.title, story.called, story.lang, notes, story.own_note, story.words
        number = number + 1 if found.has_more else 0


def _ref(story: Story) -> str:
    return to_text(bytes(story.ref))


def _page_in(request: HttpRequest) -> int:
    return min(max(number_in(request, "page"), 1), MOST_PAGES)


def _fleeting(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    return answer
