"""Everything that happens to somebody's place or record leaves its row on their wall."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import get_resolver

from alongside.ground import clock
from alongside.keys.actions import take_revocation
from alongside.keys.actions.coming_in import keep_slot
from alongside.keys.actions.told import tell_came_in
from alongside.keys.models import ChangeKind, SlotType
from alongside.keys.rules import WAIT_DAYS
from alongside.matching import actions as matching
from alongside.matching.actions.wishes import WishPaper
from alongside.people.models import Account
from alongside.relationships import actions as relationships
from alongside.wall.actions import Kind, Page, tell_looks
from alongside.wall.models import Row
from alongside.wall.queries import page_of
from pse.account import Slot
from pse.wall import Told, read_told
from tests.cast import Member, accept, ask, sign_in_at_desk
from tests.keys.test_key_log import taken_back

DEVICE = b"a phone that is."


def told(member: Member) -> list[Told]:
    """What somebody's wall tells, oldest first."""
    return [read_told(row.told) for row in page_of(member.account, start=1).rows]


def kinds(member: Member) -> list[Kind]:
    """The kinds of it."""
    return [each.kind for each in told(member)]


def forget_what_was_told() -> None:
    """Begin with empty walls."""
    tell_looks()
    Row.objects.all().delete()


def test_a_hello_a_yes_and_an_end_stand_on_both_walls(ada: Member, ben: Member) -> None:
    relationship = accept(ask(ada, ben)[0], ben)
    relationships.end(relationship, by=ben.account, today=clock.today())
    for member, other in ((ada, ben), (ben, ada)):
        rows = [each for each in told(member) if each.other]
        assert [each.kind for each in rows] == [Kind.ASKED, Kind.AGREED, Kind.ENDED]
        assert {each.other for each in rows} == {other.account.ref}
        assert [each.detail["by"] for each in rows] == [1, 2, 2]


@pytest.mark.parametrize("name", ["withdraw", "lapse"])
def test_an_ask_whose_hello_never_came_stands_on_adas_wall_alone(
    ada: Member, ben: Member, name: str
) -> None:
    relationship, _ = ask(ada, ben, with_hello=False)
    assert kinds(ada) == [Kind.ASKED]
    if name == "withdraw":
        relationships.withdraw(relationship, by=ada.account, today=clock.today())
    else:
        relationships.lapse_silent(today=clock.today() + 14)
    assert kinds(ada) == [Kind.ASKED, Kind.CAME_TO_NOTHING]
    assert kinds(ben)[1:] == []
    assert all(each.other != ada.account.ref for each in told(ben))


def test_a_hello_that_came_and_came_to_nothing_stands_on_both_walls(
    ada: Member, ben: Member
) -> None:
    relationship, _ = ask(ada, ben)
    relationships.decline(relationship, by=ben.account, today=clock.today())
    for member, other in ((ada, ben), (ben, ada)):
        rows = [each for each in told(member) if each.other]
        assert [each.kind for each in rows] == [Kind.ASKED, Kind.CAME_TO_NOTHING]
        assert {each.other for each in rows} == {other.account.ref}
        assert [each.detail["by"] for each in rows] == [1, 2]


def test_a_block_is_told_to_who_blocked_and_looks_like_an_end_to_the_other(
    ada: Member, ben: Member, talking: Any
) -> None:
    relationships.block(talking, by=ada.account, today=clock.today())
    assert kinds(ada)[-2:] == [Kind.ENDED, Kind.BLOCKED]
    assert kinds(ben)[-1] == Kind.ENDED
    assert Kind.BLOCKED not in kinds(ben)


def test_a_specialist_who_closes_their_place_is_gone_on_her_wall_and_did_not_turn_away(
    ada: Member, ben: Member, talking: Any
) -> None:
    relationships.leave_all(ben.account, today=clock.today())
    assert Kind.ENDED not in kinds(ada)
    gone = told(ada)[-1]
    assert (gone.kind, gone.other, gone.detail["by"]) == (
        Kind.SPECIALIST_GONE,
        ben.account.ref,
        2,
    )


def test_whoever_walks_with_a_specialist_hears_that_the_word_for_them_was_taken_back(
    ada: Member, ben: Member, finn: Member, desk: Any, talking: Any
) -> None:
    take_revocation(taken_back(ben), by=desk, now=clock.now())
    gone = told(ada)[-1]
    assert (gone.kind, gone.other, gone.detail["by"]) == (
        Kind.SPECIALIST_GONE,
        ben.account.ref,
        4,
    )
    assert kinds(ben)[-1] == Kind.ENDORSEMENT_TAKEN_BACK
    assert kinds(finn) == []


def test_a_wish_to_meet_again_is_told_only_once_both_have_it(
    ada: Member, ben: Member, talking: Any
) -> None:
    today = clock.today()
    relationships.end(talking, by=ada.account, today=today)
    relationships.wish_back(talking, by=ada.account, wish=True, today=today)
    assert Kind.CAME_BACK not in kinds(ada) + kinds(ben)
    for wish in (True, True, False, True):
        relationships.wish_back(talking, by=ben.account, wish=wish, today=today)
    for member in (ada, ben):
        assert kinds(member).count(Kind.CAME_BACK) == 1


def test_who_is_blocked_wishes_in_vain_and_no_wall_tells_it(
    ada: Member, ben: Member, talking: Any
) -> None:
    today = clock.today()
    relationships.block(talking, by=ada.account, today=today)
    for member in (ada, ben):
        relationships.wish_back(talking, by=member.account, wish=True, today=today)
        assert Kind.CAME_BACK not in kinds(member)


def test_a_pause_stands_on_both_walls_with_its_last_day(
    ada: Member, ben: Member, talking: Any
) -> None:
    today = clock.today()
    relationships.pause(talking, by=ben.account, until=today + 7, today=today)
    relationships.resume(talking, by=ben.account, today=today + 2)
    for member in (ada, ben):
        paused, resumed = told(member)[-2:]
        assert (paused.kind, resumed.kind) == (Kind.PAUSED, Kind.RESUMED)
        assert (paused.detail["by"], paused.detail["until"]) == (2, today + 7)


def test_wishes_that_were_handed_over_and_deleted_are_told(ada: Member) -> None:
    paper = WishPaper([], ["en"], None, True)
    matching.hand_over(ada.account, paper, today=clock.today())
    matching.take_wish_back(ada.account)
    matching.take_wish_back(ada.account)
    assert kinds(ada) == [Kind.WISHES_HANDED_OVER, Kind.WISHES_DELETED]


def test_words_used_elsewhere_are_told_to_who_has_a_device_and_are_no_diary_for_who_has_none(
    ada: Member,
) -> None:
    tell_came_in(ada.account, SlotType.WORDS, today=clock.today())
    assert kinds(ada) == []
    paper = Slot(DEVICE, SlotType.DEVICE, 0, 0, bytes(16), bytes(105))
    keep_slot(ada.account, paper, bytes(32))
    tell_came_in(ada.account, SlotType.WORDS, today=clock.today())
    tell_came_in(ada.account, SlotType.WORDS, today=clock.today())
    tell_came_in(ada.account, SlotType.SPARE, today=clock.today())
    assert kinds(ada) == [Kind.CAME_IN_BY_WORDS, Kind.CAME_IN_BY_SPARE]


def test_a_change_that_waits_and_is_called_off_is_told(ada: Member) -> None:
    wait = {"kind": int(ChangeKind.LOCK), "slot_id": "A" * 22}
    assert ada.room.post("/api/ways-in/changes", wait).status_code in {200, 201, 204}
    assert kinds(ada) == [Kind.WAY_ASKED]
    assert told(ada)[0].detail["until"] == clock.today() + WAIT_DAYS
    assert ada.room.post("/api/ways-in/changes/cancel", {"slot_id": "A" * 22}).status_code < 300
    assert kinds(ada) == [Kind.WAY_ASKED, Kind.WAY_CALLED_OFF]


def test_what_a_device_took_along_is_told_as_the_device_said(ada: Member) -> None:
    for _ in range(2):
        assert ada.room.post("/api/wall/taken", {"what": 3}).status_code == 204
    assert [(each.kind, each.detail) for each in told(ada)] == [(Kind.EXPORTED, {"what": 3})]
    assert ada.room.post("/api/wall/taken", {"what": 9}).status_code == 400


def test_somebody_reads_their_own_wall_and_no_other(ada: Member, finn: Member) -> None:
    ada.room.post("/api/wall/taken", {"what": 1})
    mine = ada.room.get("/api/wall").json()
    assert (mine["n"], len(mine["rows"])) == (1, 1)
    assert finn.room.get("/api/wall").json()["rows"] == []
    assert finn.room.get(f"/api/wall/{ada.account.pk}").status_code == 404


# Every page of the desk: whose record it shows, or None where it shows nobody's.
SHOWS: dict[str, Callable[[dict[str, Any]], set[int]] | None] = {
    "desk": lambda all_: {all_["ada"], all_["ben"]},
    "desk-together": lambda all_: {all_["ada"], all_["ben"]},
    "desk-together-csv": lambda all_: {all_["ada"], all_["ben"]},
    "desk-relationship": lambda all_: {all_["ada"], all_["ben"]},
    "desk-suggest": lambda all_: {all_["ada"], all_["ben"]},
    "desk-specialists": lambda all_: {all_["ben"]},
    "desk-specialists-csv": lambda all_: {all_["ben"]},
    "desk-load": lambda all_: {all_["ben"]},
    "desk-load-csv": lambda all_: {all_["ben"]},
    "desk-on-call": lambda all_: {all_["ben"]},
    # The programme stands behind no officer there; tests/concerns tells who is shown.
    "desk-concerns": lambda all_: set(),
    "desk-credentials": lambda all_: {all_["ben"]},
    "desk-matches": lambda all_: {all_["finn"]},
    "desk-matches-csv": lambda all_: {all_["finn"]},
}
# They show whoever entered something or asked for it, told in tests/web/test_desk_in_danger.py
# and test_desk_certificates.py.
ELSEWHERE = {"desk-emergencies", "desk-certificates"}
# Groups in which nobody can be found, settings, the desk's own sign-in, one-time links.
SHOW_NOBODY = {
    "desk-fairness",
    "desk-doing",
    "desk-ripple",
    "desk-ripple-csv",
    "desk-circles",
    "desk-circles-version",
    "desk-circles-write",
    "desk-stories",
    "desk-story",
    "desk-stories-print",
    "desk-stories-csv",
    "desk-doing-csv",
    "desk-waits",
    "desk-answers",
    "desk-languages",
    "desk-notices",
    "desk-settings",
    "desk-change",
    "desk-lines",
    "desk-house-rules",
    "desk-notes",
    "desk-new-line",
    "desk-line",
    "desk-links",
    "desk-yours",
    "desk-paper",
    "desk-set-up",
    "desk-set-up-app",
    "desk-set-up-passkey",
    "desk-sign-in",
    "desk-second",
}
# Deeds: they answer with one of the pages above.
DEEDS = {
    "desk-remove",
    "desk-also",
    "desk-also-take-back",
    "desk-sign-out",
    "desk-door",
    "desk-take-back",
    "desk-support",
    "desk-matches-look",
    "desk-match-approve",
    "desk-match-drop",
    "desk-line-checked",
    "desk-line-drop",
    "desk-hints",
    "desk-on-call-add",
    "desk-credentials-add",
    "desk-certificates-key",
    "desk-certificates-answer",
    "desk-certificates-back",
    "desk-credentials-out",
    "desk-on-call-say",
    "desk-on-call-off",
    "desk-concerns-say",
    "desk-emergency-confirm",
    "desk-emergency-show",
}


def desk_names() -> set[str]:
    """The name of every page of the desk."""
    names = {str(name) for name in get_resolver().reverse_dict if isinstance(name, str)}
    return {name for name in names if name == "desk" or name.startswith("desk-")}


def test_every_page_of_the_desk_says_whose_record_it_shows() -> None:
    assert desk_names() == set(SHOWS) | ELSEWHERE | SHOW_NOBODY | DEEDS


ADDRESSES = {
    "desk": "/desk/",
    "desk-together": "/desk/relationships?is=waiting",
    "desk-together-csv": "/desk/relationships/as-file?is=waiting",
    "desk-relationship": "/desk/relationships/{asked}",
    "desk-suggest": "/desk/relationships/{asked}/suggest",
    "desk-specialists": "/desk/specialists",
    "desk-specialists-csv": "/desk/specialists/as-file",
    "desk-load": "/desk/load",
    "desk-load-csv": "/desk/load/as-file",
    "desk-on-call": "/desk/on-call",
    "desk-concerns": "/desk/concerns",
    "desk-credentials": "/desk/credentials",
    "desk-matches": "/desk/matches",
    "desk-matches-csv": "/desk/matches/as-file",
}


@pytest.mark.parametrize("name", sorted(SHOWS))
def test_whoever_a_page_of_the_desk_shows_finds_it_on_their_wall(
    name: str, desk: Any, app: bytes, asked: Any, ada: Member, ben: Member, finn: Member
) -> None:
    matching.hand_over(finn.account, WishPaper([], ["en"], None, True), today=clock.today())
    everybody = {"ada": ada.account.pk, "ben": ben.account.pk, "finn": finn.account.pk}
    at_desk = sign_in_at_desk(desk, app)
    forget_what_was_told()
    for _ in range(2):
        answer = at_desk.get(ADDRESSES[name].format(asked=asked.pk))
        # Files go out, and are told, as they are read.
        assert answer.getvalue()
        assert answer.status_code == 200
        tell_looks()
    expected = SHOWS[name]
    assert expected is not None
    rows = Row.objects.filter(kind__in=[Kind.STAFF_VIEW, Kind.STAFF_TOOK_LIST])
    assert {row.account_id for row in rows} == expected(everybody)
    assert rows.count() == len(expected(everybody))
    for row in rows:
        facts = json.loads(bytes(row.told or b""))
        assert set(facts["detail"]) == {"page", "role"}
        assert facts["other"] == ""
        assert facts["detail"]["page"] in set(Page)


def test_pages_that_show_nobody_tell_nobody(
    desk: Any, app: bytes, asked: Any, ada: Member
) -> None:
    at_desk = sign_in_at_desk(desk, app)
    forget_what_was_told()
    for path in ("matches/fairness", "answers", "languages", "promise", "help-lines"):
        assert at_desk.get(f"/desk/{path}").status_code == 200
    tell_looks()
    assert not Row.objects.exists()
    assert Account.objects.filter(pk=ada.account.pk).exists()


def test_a_pause_its_end_and_a_planned_day_stand_on_both_walls(
    ada: Member, ben: Member, talking: Any
) -> None:
    today = clock.today()
    relationships.plan(talking, by=ada.account, ends_on=today + 84, today=today)
    relationships.pause(talking, by=ben.account, until=today + 7, today=today)
    relationships.wake_paused(today=today + 7)
    for member in (ada, ben):
        rows = told(member)[-4:]
        assert [(each.kind, each.detail["by"], each.detail.get("until")) for each in rows] == [
            (Kind.END_PLANNED, 1, today + 84),
            (Kind.PAUSED, 2, today + 7),
            (Kind.END_PLANNED, 1, today + 91),
            (Kind.RESUMED, 2, None),
        ]
