"""Every address of the desk is opened: whoever stands on the page finds it on their wall."""

import re
from typing import Any

import pytest
from django.urls import get_resolver

from alongside.ground import clock
from alongside.keys.queries import names_of
from alongside.matching import actions as matching
from alongside.matching.actions.wishes import WishPaper
from alongside.matching.models import Proposal, Wish
from alongside.programme.models import Programme
from alongside.wall.actions import Kind, tell_looks
from alongside.wall.models import Row
from tests.cast import Member, sign_in_at_desk

LOOKED = {Kind.STAFF_VIEW, Kind.STAFF_TOOK_LIST}
# What an address of one thing is opened with; anything else is one that is there.
GIVEN = {"setting": "contact", "key": "988"} | dict.fromkeys(
    ("step_id", "link_id", "proposal_id", "emergency_id", "ref", "version", "number"), "1"
)
# Addresses that end the sitting, or lead to the second step.
LEAVE = {"/desk/sign-out", "/desk/sign-in"}


def addresses() -> list[str]:
    """Every address under /desk/, from the server's own list."""
    from tests.house.test_docs import _walk

    found = {route for route in _walk(get_resolver().url_patterns, "/") if "^" not in route}
    return sorted(one for one in found if one.startswith("/desk/") and one not in LEAVE)


def stands_on(page: str, marks: dict[int, set[str]]) -> set[int]:
    """Whose record can be read on a page: by a name, a number, or a way to their record.

    Each stands by itself: the letters of a name may come up in a form's random token.
    """
    return {who for who, theirs in marks.items() if any(_reads(one, page) for one in theirs)}


def _reads(mark: str, page: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(mark)}(?![\w-])", page) is not None


@pytest.fixture
def marks(asked: Any, ada: Member, ben: Member, finn: Member) -> dict[int, set[str]]:
    """What points at each: Ben's name; the number of Ada's ask; that of Finn's wish."""
    matching.hand_over(
        finn.account, WishPaper(["grief"], ["en"], "grief", False), today=clock.today()
    )
    matching.look_for_matches(seed=1, today=clock.today())
    wish = Wish.objects.get(account=finn.account)
    number = {f"/desk/relationships/{asked.pk}", f"\r\n/desk/relationships/as-file {asked.pk},"}
    return {
        ben.account.pk: {names_of([ben.account.pk])[ben.account.pk], *number},
        ada.account.pk: {ada.account.username, *number},
        finn.account.pk: {
            finn.account.username,
            "Grief",
            f"\r\n/desk/matches/as-file {wish.pk},",
        },
    }


def opened(at_desk: Any, route: str, asked: Any, method: str) -> str:
    """What an address shows in the end, as text; nothing where it is not for this method."""
    given = GIVEN | {"relationship_id": str(asked.pk)}
    given |= {"proposal_id": str(getattr(Proposal.objects.first(), "pk", 1))}
    url = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: given[found[1]], route)
    # A door that stays shut answers a form with the whole page.
    answer = getattr(at_desk, method)(url, {"turn": "open", "is": "waiting"}, follow=True)
    assert answer.status_code < 500, url
    # A number at the beginning of a line is one of this file.
    return str(answer.getvalue().decode()).replace("\r\n", f"\r\n{route} ")


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_stands_on_any_page_of_the_desk_reads_so(
    method: str, desk: Any, app: bytes, asked: Any, marks: dict[int, set[str]]
) -> None:
    at_desk = sign_in_at_desk(desk, app)
    # Something is missing: the door stays shut, and says so beside who waits.
    Programme.objects.update(contact_phone="")
    seen: set[int] = set()
    for route in addresses():
        tell_looks()
        Row.objects.all().delete()
        shown = stands_on(opened(at_desk, route, asked, method), marks)
        tell_looks()
        told = set(Row.objects.filter(kind__in=LOOKED).values_list("account", flat=True))
        assert shown <= told, route
        seen |= shown
    # Nobody was looked for in vain; a form is answered with pages that show fewer.
    assert seen == set(marks) if method == "get" else seen


def test_whose_list_it_is_reads_so_though_nobody_is_in_it(
    desk: Any, app: bytes, asked: Any, ben: Member
) -> None:
    at_desk = sign_in_at_desk(desk, app)
    Row.objects.all().delete()
    page = at_desk.get(f"/desk/relationships?is=resting&with={ben.account.pk}")
    assert names_of([ben.account.pk])[ben.account.pk] in page.content.decode()
    tell_looks()
    assert Row.objects.filter(account=ben.account, kind=Kind.STAFF_VIEW).count() == 1


def test_a_page_that_told_nobody_would_be_seen(
    desk: Any, app: bytes, asked: Any, marks: dict[int, set[str]]
) -> None:
    page = opened(sign_in_at_desk(desk, app), "/desk/relationships", asked, "get")
    assert len(stands_on(page, marks)) == 2
    assert stands_on(page.replace(f"/{asked.pk}", "/0").replace("Ben", "B."), marks) == set()
