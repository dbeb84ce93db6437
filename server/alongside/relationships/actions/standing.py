"""The programme takes its word for a specialist back: whoever walks with them is told."""

from alongside.ground import clock
from alongside.keys.announcements import WordTakenBack
from alongside.people.models import RoleName
from alongside.relationships.models import OPEN, Relationship
from alongside.wall.actions import Kind, Note, note_all


def tell_clients(taken: WordTakenBack) -> None:
    """Tell each client of theirs, on the client's own wall."""
    theirs = Relationship.objects.filter(specialist=taken.account, state__in=OPEN)
    note_all(
        Note(
            one.client,
            Kind.SPECIALIST_GONE,
            clock.today(),
            taken.account,
            {"conv": one.conv, "by": RoleName.COORDINATOR},
        )
        for one in theirs.select_related("client").order_by("client_id")
    )
