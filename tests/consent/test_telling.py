"""Ada decides what is told, to whom and until when; both learn when it was opened."""

from datetime import timedelta

import pytest

from alongside.consent.actions import open_told as open_now
from alongside.consent.models import Telling, Wrap
from alongside.consent.queries import package_of, supervisors
from alongside.conversations.actions.closing import _close
from alongside.ground import clock
from alongside.ground.identifiers import from_text
from alongside.ground.refusal import NotYours
from alongside.keys.actions.signed import BadFile
from alongside.timers.actions import run_due
from alongside.wall.models import Row
from alongside.wall.rules import Kind
from pse.package import TOLD, open_key, open_link, open_terms, open_told, verify_package
from pse.refusal import Refused
from pse.wall import read_told
from tests.cast import HOME
from tests.consent.telling import stand_behind, tell, telling


def read_by(member, made, answer):
    """What somebody reads with the key the house handed out."""
    package = made.sealed.package
    person = member.person
    row = next(
        one
        for one in member.room.get("/api/told").json()["tellings"]
        if one["package"]["id"] == made.ref
    )
    seed = person.secrets.ek[person.record.gen]
    keys = [
        open_key(package, box, from_text(wrap), home=HOME, record=person.record, ek_seed=seed)
        for box, wrap in ((TOLD, answer["wrap"]), (2, row["wrap"]))
    ]
    terms = open_terms(package, from_text(row["consent"]), keys[1], home=HOME)
    return open_told(package, from_text(answer["told"]), keys[0], terms, home=HOME).b


def test_cem_reads_what_ada_signed_and_nobody_else_finds_anything(ada, ben, cem, eve, talking):
    made = telling(ada, ben, talking.conv, to=cem)
    assert tell(ada, made).status_code == 201

    for member in (ada, ben, cem):
        answer = member.room.get(f"/api/told/{made.ref}")
        assert read_by(member, made, answer.json()) == "I sleep badly."
    assert eve.room.get(f"/api/told/{made.ref}").status_code == 404
    assert eve.room.get("/api/told").json() == {"tellings": [], "people": []}


def test_ada_may_tell_her_doctor_while_she_rests_and_not_after_the_end(ada, ben, cem, talking):
    ada.room.post(f"/api/relationships/{talking.pk}/pause", {"until_on": None})
    assert tell(ada, telling(ada, ben, talking.conv, to=cem)).status_code == 201

    ada.room.post(f"/api/relationships/{talking.pk}/end")
    assert tell(ada, telling(ada, ben, talking.conv, to=cem)).status_code == 404


def test_both_learn_on_which_day_it_was_opened_and_not_who_looked_how_often(
    ada, ben, cem, talking
):
    made = telling(ada, ben, talking.conv, to=cem)
    tell(ada, made)
    for member in (ada, ben):
        member.room.get(f"/api/told/{made.ref}")
        assert member.room.get("/api/told").json()["tellings"][0]["opened_on"] is None

    cem.room.get(f"/api/told/{made.ref}")
    cem.room.get(f"/api/told/{made.ref}")

    for member in (ada, ben):
        row = member.room.get("/api/told").json()["tellings"][0]
        assert row["opened_on"] == clock.today()


def test_taking_it_back_is_one_call_and_nothing_is_left_to_read(ada, ben, cem, talking):
    made = telling(ada, ben, talking.conv, to=cem)
    tell(ada, made)
    answer = ada.room.post(f"/api/told/{made.ref}/withdraw")

    assert (answer.json()["ended_on"], answer.json()["ended_by"]) == (clock.today(), 1)
    telling_row = Telling.objects.get()
    assert telling_row.sealed_told is None
    assert not Wrap.objects.filter(box=TOLD).exists()
    assert set(Wrap.objects.values_list("account_id", flat=True)) == {
        ada.account.pk,
        ben.account.pk,
    }
    for member in (ada, ben, cem):
        assert member.room.get(f"/api/told/{made.ref}").status_code == 404
    assert cem.room.get("/api/told").json()["tellings"] == []


def test_only_ada_takes_back_what_ada_signed(ada, ben, cem, finn, talking):
    made = telling(ada, ben, talking.conv, to=cem)
    tell(ada, made)

    for member in (ben, cem, finn):
        assert member.room.post(f"/api/told/{made.ref}/withdraw").status_code == 404
    assert Telling.objects.get().ended_on is None


def test_after_its_last_day_it_is_gone_even_before_the_timer_comes(
    ada, ben, cem, talking, monkeypatch
):
    made = telling(ada, ben, talking.conv, to=cem, days=1)
    tell(ada, made)
    later = clock.today() + 2
    monkeypatch.setattr(clock, "today", lambda: later)
    # A sign-in does not last that long; what the reader would be given is asked directly.
    for member in (ada, ben, cem):
        with pytest.raises(NotYours):
            open_now(member.account, made.sealed.package.id, today=later)


def test_the_timer_lets_go_of_keys_and_words_and_keeps_the_account(ada, ben, cem, talking):
    made = telling(ada, ben, talking.conv, to=cem, days=1)
    tell(ada, made)
    run_due(now=clock.now() + timedelta(days=1))
    assert Telling.objects.get().ended_on is None
    run_due(now=clock.now() + timedelta(days=2))

    kept = Telling.objects.get()
    assert (kept.sealed_told, kept.ended_by) == (None, 2)
    wrap = Wrap.objects.get(account=ada.account).wrap
    seed = ada.person.secrets.ek[0]
    key = open_key(
        package_of(kept.paper),
        2,
        wrap,
        home=HOME,
        record=ada.record,
        ek_seed=seed,
    )
    terms = open_terms(package_of(kept.paper), kept.sealed_consent, key, home=HOME)
    assert (terms.to.name, terms.purpose_words) == ("Cem", "So that Ben can ask for advice.")


def test_the_account_is_forgotten_after_six_years(ada, ben, cem, talking):
    tell(ada, telling(ada, ben, talking.conv, to=cem, days=0))
    run_due(now=clock.now() + timedelta(days=1))
    run_due(now=clock.now() + timedelta(days=6 * 366))
    assert Telling.objects.count() == 1
    run_due(now=clock.now() + timedelta(days=6 * 366 + 3))
    assert Telling.objects.count() == 0


def test_somebody_outside_reads_it_with_the_link_alone(ada, ben, talking, nobody):
    made = telling(ada, ben, talking.conv)
    tell(ada, made)
    answer = nobody.post("/api/told/link", made.knock).json()

    package = made.sealed.package
    told, consent = open_link(
        package, made.sealed.link, from_text(answer["link_box"]), home=HOME
    )
    terms = open_terms(package, from_text(answer["consent"]), consent, home=HOME)
    assert open_told(package, from_text(answer["told"]), told, terms, home=HOME).b
    assert terms.texts.notice == "Part 2 protects this."
    verify_package(package_of(answer["package"]), home=HOME, client=ada.record)
    assert ada.room.get("/api/told").json()["tellings"][0]["opened_on"] == clock.today()


def test_one_of_adas_own_cannot_be_left_out_between_two_others(ada, ben, cem, talking):
    first = telling(ada, ben, talking.conv, to=cem)
    tell(ada, first)
    second = telling(ada, ben, talking.conv, to=cem, before=first.sealed.package)
    beside = telling(ada, ben, talking.conv, to=cem, before=first.sealed.package)

    assert tell(ada, second).status_code == 201
    assert tell(ada, beside).json()["error"]["code"] == "telling-moved"
    assert tell(ada, second).status_code == 201
    assert [one["package"]["n"] for one in ada.room.get("/api/told").json()["tellings"]] == [
        1,
        2,
    ]


def test_closing_her_place_ends_all_that_is_told(ada, ben, cem, talking):
    made = telling(ada, ben, talking.conv, to=cem)
    tell(ada, made)
    _close(ada.account, today=clock.today())

    assert Telling.objects.get().ended_by == 3
    assert cem.room.get(f"/api/told/{made.ref}").status_code == 404
    assert not Wrap.objects.filter(account=ada.account).exists()


def test_a_place_is_a_specialists_or_a_supervisors(ben, cem, desk):
    with pytest.raises(BadFile):
        stand_behind(ben, desk, serial=2)
    assert [one.account for one in supervisors(today=clock.today())] == [cem.account]


@pytest.mark.parametrize("name", ["person", "leaves_out", "purpose_words", "typed_name"])
def test_a_consent_with_something_missing_cannot_be_signed(ada, ben, cem, talking, name):
    with pytest.raises(Refused):
        telling(ada, ben, talking.conv, to=cem, **{name: ""})


def test_what_is_told_stands_on_the_walls_of_both(ada, ben, cem, talking):
    made = telling(ada, ben, talking.conv, to=cem)
    tell(ada, made)
    cem.room.get(f"/api/told/{made.ref}")
    ada.room.post(f"/api/told/{made.ref}/withdraw")

    told = [Kind.DISCLOSURE_MADE, Kind.DISCLOSURE_OPENED, Kind.DISCLOSURE_WITHDRAWN]
    for member in (ada, ben):
        rows = Row.objects.filter(account=member.account, kind__in=told).order_by("n")
        assert list(rows.values_list("kind", flat=True)) == told
        assert all(read_told(row.told).detail["ref"] == made.ref for row in rows)
    assert not Row.objects.filter(account=cem.account, kind__in=told).exists()
