"""Going out, and the ticket that opens the live wire."""

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from alongside.api.auth import either, full, sign_in_of
from alongside.api.shapes import Bytes, Int, Shape
from alongside.ground import clock
from alongside.ground.secrets import ticket_key
from alongside.notices.actions import came_in, hush
from alongside.people import actions
from alongside.programme.queries import programme
from pse.ticket import Ticket, write_ticket

TICKET_SECONDS = 60
CLEAR = '"cookies", "storage"'
router = Router(tags=["people"])


class TicketShape(Shape):
    """A ticket and how many seconds it opens the wire."""

    ticket: Bytes
    expires_in: Int


@router.post("/sign-out", auth=either, response={204: None})
def sign_out(request: HttpRequest, response: HttpResponse) -> Status[None]:
    """End this sign-in; the browser forgets what it holds, unless it is one's own device."""
    token = sign_in_of(request)
    actions.sign_out(token)
    if request.GET.get("device") != "kept":
        if token.way is not None:
            # The browser forgets by what it is told; so does the house.
            hush(token.account, token.way, today=clock.today())
        response.headers["Clear-Site-Data"] = CLEAR
    return Status(204, None)


@router.post("/sign-out/others", auth=full, response={204: None})
def sign_out_others(request: HttpRequest) -> Status[None]:
    """End every other sign-in of the same person."""
    actions.sign_out_others(sign_in_of(request))
    return Status(204, None)


@router.post("/ticket", auth=full, response=TicketShape)
def ticket(request: HttpRequest) -> TicketShape:
    """Give what opens the live wire within a minute."""
    token = sign_in_of(request)
    came_in(token.account)
    expires = int(clock.now().timestamp()) + TICKET_SECONDS
    given = Ticket(token.account_id, token.account.ref, token.pk, expires)
    written = write_ticket(ticket_key(), programme().home, given)
    return TicketShape(ticket=written, expires_in=TICKET_SECONDS)
