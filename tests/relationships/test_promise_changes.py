"""A promise two people live in: what promises less needs both, what promises more is told."""

import pytest
from django.db import IntegrityError, transaction

from alongside.conversations.desk import long_waits_at_desk
from alongside.conversations.models import Conversation, Head
from alongside.ground import clock
from alongside.programme import actions as programmes
from alongside.programme import rules
from alongside.programme.models import Programme
from alongside.relationships import actions
from alongside.relationships.models import Agreement, Asked, Relationship
from alongside.relationships.promises import (
    agreements_outstanding,
    lets_in,
    promise_in_force,
)
from pse.promise import agreement_hash, read_promise
from tests import cast
from tests.cast import accept, ask, bring_in_specialist
from tests.relationships.agreeing import yes

TODAY = clock.today()
COURT = {
    "passes_on": ["pass-on-life", "pass-on-court"],
    "reviewed_by": "Lena",
    "reviewed_on": 1,
}


@pytest.fixture
def life_alone(house):
    """A programme that passes on one thing."""
    Programme.objects.update(passes_on=["pass-on-life"])


@pytest.fixture
def changed(life_alone, talking, desk):
    """What Dora changes, brought to everybody who talks."""

    def change(setting, **values):
        programmes.change(setting, values, by=desk)
        actions.bring_promises(today=TODAY)
        return list(Agreement.objects.order_by("version"))

    return change


def ids(relationship):
    return [name for name, _ in promise_in_force(relationship)]


def test_what_promises_less_is_put_before_both_and_counts_for_nobody_yet(changed, talking, ada):
    before = promise_in_force(talking)

    (offered,) = changed("duties", **COURT)

    assert (offered.version, offered.state) == (2, Asked.OFFERED)
    assert promise_in_force(talking) == before
    assert Conversation.objects.get().agreement_hash == agreement_hash(before)
    (shown,) = ada.room.get("/api/relationships").json()["relationships"][0]["agreements"]
    assert (shown["state"], shown["client_sig"], "declined_by" in shown) == (
        "offered",
        None,
        True,
    )


def test_it_counts_when_both_have_said_yes_and_then_the_next_header_may_carry_it(
    changed, talking, ada, ben
):
    changed("duties", **COURT)

    assert yes(ada, talking, 2, role=1).status_code == 200
    assert "pass-on-court" not in ids(talking)
    answer = yes(ben, talking, 2, role=2)

    edition = Agreement.objects.get()
    assert answer.json()["agreements"][0]["state"] == "in-force"
    assert "pass-on-court" in ids(talking)
    assert (edition.in_force_on, edition.client_lang) == (TODAY, "en")
    assert Conversation.objects.get().agreement_hash == edition.agreement_hash
    assert Relationship.objects.get().agreement_hash != edition.agreement_hash


def test_a_no_keeps_the_old_promise_and_asks_no_more(changed, talking, ada, ben):
    changed("duties", **COURT)
    yes(ben, talking, 2, role=2)

    answer = ada.room.post(f"/api/relationships/{talking.pk}/keep", {"version": 2})

    assert answer.json()["agreements"][0]["declined_by"] == "you"
    assert actions.bring_promises(today=TODAY) == 0
    assert "pass-on-court" not in ids(talking)
    assert yes(ada, talking, 2, role=1).json()["error"]["code"] == "not-now"
    assert agreements_outstanding().kept_old == 1


def test_what_promises_more_counts_at_once_and_a_yes_only_seals_it(changed, talking, ada, ben):
    (edition,) = changed("duties", **(COURT | {"passes_on": []}))

    assert (edition.state, edition.in_force_on) == (Asked.IN_FORCE, TODAY)
    assert "pass-on-life" not in ids(talking)
    assert Conversation.objects.get().agreement_hash != edition.agreement_hash
    yes(ada, talking, 2, role=1)
    yes(ben, talking, 2, role=2)
    assert Conversation.objects.get().agreement_hash == edition.agreement_hash


def test_of_a_mixed_change_the_better_half_counts_at_once(changed, talking):
    better, offered = changed("duties", **(COURT | {"passes_on": ["pass-on-court"]}))

    assert (better.state, offered.state) == (Asked.IN_FORCE, Asked.OFFERED)
    assert not [name for name in ids(talking) if name in ("pass-on-life", "pass-on-court")]
    assert "pass-on-none" in ids(talking)
    assert ["pass-on-court", []] in offered.promise["sentences"]


def test_another_change_takes_the_place_of_one_nobody_has_decided(changed, talking, ada):
    changed("duties", **COURT)
    yes(ada, talking, 2, role=1)

    first, second = changed("answering", answer_within_hours=96)

    assert (first.state, second.state) == (Asked.DROPPED, Asked.OFFERED)
    assert first.client_sig is not None
    assert yes(ada, talking, 2, role=1).json()["error"]["code"] == "not-now"


def test_a_change_that_was_taken_back_asks_nobody_any_more(changed, talking):
    changed("duties", **COURT)

    (edition,) = changed("duties", **(COURT | {"passes_on": ["pass-on-life"]}))

    assert edition.state == Asked.DROPPED
    assert agreements_outstanding().asked == 0


def test_how_long_lines_are_kept_stays_as_ada_chose(changed, talking):
    assert changed("keeping", retention_months=3) == []
    assert Conversation.objects.get().retention == 12


def test_the_desk_sees_a_long_wait_as_the_promise_of_these_two_says(changed, talking, ada):
    Head.objects.update(waiting_since=TODAY - 3)
    assert len(long_waits_at_desk(TODAY, answer_within_hours=48)) == 1

    changed("answering", answer_within_hours=96)
    assert len(long_waits_at_desk(TODAY, answer_within_hours=96)) == 1

    changed("answering", answer_within_hours=24)
    assert Relationship.objects.get().answer_days == 1


@pytest.mark.parametrize("odd", ["promise", "conv", "role", "stranger"])
def test_a_signature_under_anything_else_changes_nothing(changed, talking, ada, desk, odd):
    theo = bring_in_specialist("maple-otter-5528", desk, display_name="Theo")
    changed("duties", **COURT)

    answer = {
        "promise": lambda: yes(ada, talking, 2, role=1, promise=bytes(32)),
        "conv": lambda: yes(ada, talking, 2, role=1, conv=bytes(16)),
        "role": lambda: yes(ada, talking, 2, role=2),
        "stranger": lambda: yes(theo, talking, 2, role=2),
    }[odd]()

    assert answer.status_code == (404 if odd == "stranger" else 400)
    assert Agreement.objects.get().client_sig is None


def test_the_desk_counts_what_waits_and_never_who(changed, talking, ada):
    changed("duties", **COURT)
    assert vars_of(agreements_outstanding()) == (1, 0, 0)

    yes(ada, talking, 2, role=1)
    assert vars_of(agreements_outstanding()) == (1, 1, 0)


def test_everybody_is_brought_along_in_small_steps(changed, talking, ada, monkeypatch):
    monkeypatch.setattr(actions.agreeing, "AT_ONCE", 1)

    changed("duties", **COURT)

    assert actions.bring_promises(today=TODAY) == 0


def test_the_database_refuses_two_promises_in_force(changed, talking):
    (edition,) = changed("duties", **(COURT | {"passes_on": []}))
    edition.pk, edition.version = None, 3

    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save()


def test_a_new_talk_begins_with_what_is_promised_now(changed, finn, ben):
    changed("duties", **COURT)
    relationship, _ = ask(finn, ben)
    accept(relationship, ben)

    assert actions.bring_promises(today=TODAY) == 0
    assert "pass-on-court" in [name for name, _ in read_promise(relationship.promise)]


def test_who_talked_before_it_was_promised_is_asked_whether_somebody_may_be_let_in(
    house, ada, ben, monkeypatch
):
    def as_before(here, **how):
        return [one for one in rules_now(here, **how) if one[0] != "let-in"]

    rules_now = rules.sentences_for
    with monkeypatch.context() as before:
        before.setattr(rules, "sentences_for", as_before)
        before.setattr(cast, "sentences_for", as_before)
        old = accept(ask(ada, ben)[0], ben)
    assert not lets_in(old)

    assert actions.bring_promises(today=TODAY) == 1
    yes(ada, old, 2, role=1)
    assert not lets_in(old)
    yes(ben, old, 2, role=2)
    assert lets_in(old)


def test_the_language_of_the_first_promise_is_kept_too(house, ada, ben):
    begun = cast.ask_papers(ada, ben)
    made = ada.room.post("/api/asks", begun.payload | {"lang": "es"}).json()
    held = Relationship.objects.get(pk=made["id"])
    papers = begun.payload | {"lang": "spanish"}

    assert held.client_lang == "es"
    assert ada.room.post("/api/asks", papers).status_code == 400


def test_whoever_changes_a_setting_waits_for_some_and_the_timer_brings_the_rest(
    life_alone, talking, ada, desk
):
    programmes.change("duties", COURT, by=desk)

    assert actions.bring_promises(today=TODAY, most=0) == 0
    assert actions.bring_promises(today=TODAY) == 1


def vars_of(found):
    return found.asked, found.one_said_yes, found.kept_old
