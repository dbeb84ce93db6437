"""Certificates on the front: whoever was shown one can check it here, without a sign-in.

Nobody is listed anywhere: a file is looked at, and forgotten with the answer.
"""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from alongside.certificates import queries, signing
from alongside.certificates.rules import LONGEST_FILE, NotACertificate, has
from alongside.ground import clock
from alongside.web.show import page, show

LIST_TYPE = "application/vc+jwt"
# Who checks elsewhere may ask from any page: these two are for everybody, and hold nobody.
FOR_ALL: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@csrf_exempt  # nothing is changed by it, and a reader of the front has no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@page
def check(request: HttpRequest) -> HttpResponse:
    """Say whether this programme stands by a file, and what stands in it."""
    if request.method != "POST":
        return show(request, "certificates", longest=LONGEST_FILE)
    try:
        told = signing.read(_given(request), queries.keys_that_hold())
    except NotACertificate:
        return show(request, "certificates", status=422, longest=LONGEST_FILE, state="not-ours")
    return show(
        request,
        "certificates",
        longest=LONGEST_FILE,
        told=told,
        year=clock.date_of(told.day).year,
        state=_state(told),
    )


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """Give the public keys, for whoever checks with software of their own."""
    found = queries.keys_that_hold()
    if not found:
        raise Http404
    return JsonResponse(signing.did_document(found), headers=dict(FOR_ALL))


@require_safe
def list_of_bits(request: HttpRequest) -> HttpResponse:
    """Give the list of places that were taken back: one bit each, and no name."""
    key = queries.signing_key()
    if key is None or not signing.is_here() or not signing.holds_secret(key):
        raise Http404
    token = signing.list_token(queries.taken_back(), today=clock.today(), by=key)
    return HttpResponse(token, content_type=LIST_TYPE, headers=dict(FOR_ALL))


def _given(request: HttpRequest) -> str:
    file = request.FILES.get("file")
    if file is None:
        return request.POST.get("text", "")
    raw: bytes = file.read(LONGEST_FILE + 1)
    return raw.decode("ascii", errors="replace")


def _state(told: signing.Read) -> str:
    if has(queries.taken_back(), told.place):
        return "taken-back"
    is_over = told.until is not None and told.until < clock.today()
    return "over" if is_over else "holds"
