"""Answers from the signing machine: from then on the programme stands behind someone."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.ground.refusal import Refused
from alongside.keys.actions.revoking import is_revocation, take_revocation
from alongside.keys.actions.signed import (
    BadFile,
    Lapsed,
    UnknownAccount,
    WrongSignature,
    take_endorsement,
)
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show

LARGEST = 16 * 1024
TROUBLES: dict[type[Refused], str] = {
    BadFile: "bad",
    WrongSignature: "signature",
    UnknownAccount: "unknown",
    Lapsed: "lapsed",
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def bring(request: HttpRequest) -> HttpResponse:
    """Take a signed file, or say in clear words why not."""
    if request.method != "POST":
        return show(request, "desk/answer", here="desk-links")
    data, trouble = _file_in(request)
    if trouble:
        return _refused(request, trouble)
    try:
        if is_revocation(data):
            back = take_revocation(data, by=coordinator(request), now=clock.now())
            return show(request, "desk/answer", here="desk-links", back=back)
        taken = take_endorsement(data, by=coordinator(request), now=clock.now())
    except tuple(TROUBLES) as refusal:
        return _refused(request, TROUBLES[type(refusal)])
    return show(request, "desk/answer", here="desk-links", taken=taken)


def _file_in(request: HttpRequest) -> tuple[bytes, str | None]:
    sent = request.FILES.get("file")
    if sent is None:
        return b"", "empty"
    data = sent.read(LARGEST + 1)
    return (data, None) if len(data) <= LARGEST else (b"", "large")


def _refused(request: HttpRequest, trouble: str) -> HttpResponse:
    return show(
        request, "desk/answer", status=422, here="desk-links", trouble=f"desk.answer.{trouble}"
    )
