"""A concern goes to two officers, is looked at, answered, and looked at by another if asked."""

import pytest

from alongside.concerns.actions import forget_old_concerns, owe_for_near_days
from alongside.concerns.models import Box, Concern, Letter, LetterWrap, Wrap
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.actions import forget_who_left
from alongside.keys.actions.signed import BadFile, take_endorsement
from alongside.keys.letters import NO_WRAP
from alongside.keys.models import Endorsement
from alongside.people import actions as people
from alongside.people.models import RoleName
from pse.refusal import NotOpened
from tests.concerns.raising import concern, letter, make_officer, officer_answer


def test_two_officers_read_adas_concern_and_she_sees_where_it_is(ada, ben, two):
    raised = concern(ada, ben, *two)

    answer = raised.hand_in()

    assert answer.status_code == 201
    assert answer.json()["state"] == "received"
    assert answer.json()["due_on"] > clock.today()
    for officer in two:
        assert raised.opened(officer).words.b == "He asked me for money."
        assert raised.seen(officer).json()["may_look"] is True
    assert raised.said_to(ada, ada) == ["He asked me for money."]
    mine = raised.seen(ada).json()
    assert (mine["boxes"], mine["wrap"], mine["may_look"]) == ([], "", None)


def test_what_the_house_holds_says_nothing_of_whom_it_is_about(ada, ben, two):
    concern(ada, ben, *two).hand_in()
    rows = [*Concern.objects.values(), *Box.objects.values(), *Wrap.objects.values()]
    rows += [*Letter.objects.values(), *LetterWrap.objects.values()]
    held = b"".join(
        bytes(one) for row in rows for one in row.values() if isinstance(one, bytes)
    )
    assert ben.account.ref not in held
    assert b"money" not in held
    assert ben.account.pk not in {row.get("account_id") for row in rows}


def test_ada_is_answered_by_who_looks_at_it_and_is_told_why(ada, ben, two):
    eve, dora = two
    raised = concern(ada, ben, *two)
    raised.hand_in()
    assert raised.answers(eve, "Too early.", dora).status_code == 404
    seen = raised.looks(eve).json()["concern"]
    assert (seen["state"], seen["officer"]) == ("looked-at", to_text(eve.account.ref))
    assert raised.answers(dora, "Not hers to answer.", eve).status_code == 404

    answered = raised.answers(eve, "We spoke with him, because it is not allowed.", dora)

    assert answered.json()["concern"]["state"] == "answered"
    assert raised.said_to(ada, ada, eve)[-1].startswith("We spoke with him")
    assert raised.said_to(dora, eve)[-1].startswith("We spoke with him")
    assert raised.answers(eve, "Twice.", dora).status_code == 422
    news = [one.room.get("/api/me").json()["concern_news"] for one in (ada, ben, eve)]
    assert news == [True, False, False]


def test_another_officer_may_take_it_over_before_it_is_answered(ada, ben, two):
    eve, dora = two
    raised = concern(ada, ben, *two)
    raised.hand_in()
    raised.looks(eve)
    raised.looks(dora)
    assert raised.answers(eve, "I was quicker.", dora).status_code == 404
    assert raised.answers(dora, "I have it now.", eve).status_code == 200


def test_after_an_answer_somebody_else_looks_once_and_never_the_same(ada, ben, two):
    eve, dora = two
    raised = concern(ada, ben, *two)
    raised.hand_in()
    assert raised.asks_again("Not yet.", *two).status_code == 422
    raised.looks(eve)
    raised.answers(eve, "We see nothing wrong.", dora)

    again = raised.asks_again("Please look once more.", *two).json()["concern"]

    assert (again["state"], again["again"], again["officer"]) == ("received", True, None)
    assert raised.looks(eve).status_code == 404
    assert raised.seen(eve).json()["may_look"] is False
    assert raised.looks(dora).status_code == 200
    assert raised.answers(dora, "You were right.", eve).status_code == 200
    assert raised.asks_again("And again.", *two).status_code == 422


def test_ada_can_add_to_it_and_officers_talk_among_themselves(ada, ben, two):
    eve, dora = two
    raised = concern(ada, ben, *two)
    raised.hand_in()
    assert raised.adds("It happened twice.", *two).status_code == 200
    assert raised.notes(eve, "Shall I speak with him?", dora).status_code == 200
    assert raised.said_to(dora, ada, eve) == ["It happened twice.", "Shall I speak with him?"]
    assert raised.said_to(ada, ada) == ["He asked me for money.", "It happened twice."]


def test_a_letter_goes_to_exactly_those_it_has_to_reach(ada, ben, two):
    eve, dora = two
    raised = concern(ada, ben, *two)
    raised.hand_in()
    raised.looks(eve)
    assert raised.adds("To one alone.", eve).status_code == 409
    assert raised.adds("To Ben as well.", eve, dora, ben).status_code == 409
    assert raised.answers(eve, "Dora is left out.").status_code == 409
    ada_reads_notes = letter(eve, raised.id, 4, "A note.", eve, dora, ada)
    assert eve.room.post(f"{raised.path}/notes", ada_reads_notes).status_code == 409


def test_nobody_else_learns_that_there_is_a_concern(ada, ben, cem, finn, two):
    raised = concern(ada, ben, *two)
    raised.hand_in()
    missing = concern(ada, ben, *two)
    for member in (ben, cem, finn):
        for path in ("", "/look", "/notes", "/answer", "/more", "/again", "/people"):
            method, papers = (
                ("GET", None) if path == "" else ("POST", _papers(path, member, two))
            )
            there = member.room.call(method, raised.path + path, papers)
            gone = member.room.call(method, missing.path + path, papers)
            assert there.status_code == gone.status_code == 404
            assert there.content == gone.content
        assert member.room.get("/api/concern-queue").status_code == 404
    assert raised.adds("Still mine.", *two).status_code == 200


def _papers(path, member, two):
    if path == "/look":
        return None
    if path == "/people":
        return {"account_ids": [to_text(member.account.ref)]}
    return letter(member, bytes(16), 2, "Let me in.", member, *two)


def test_an_officer_whom_the_programme_stands_behind_no_more_reads_nothing(ada, ben, two, desk):
    eve, dora = two
    raised = concern(ada, ben, *two)
    raised.hand_in()
    Endorsement.objects.filter(account=eve.account).update(revoked=True)
    assert raised.seen(eve).status_code == 404
    assert raised.looks(eve).status_code == 404
    assert eve.room.get("/api/concern-queue").status_code == 404
    assert raised.seen(ada).json()["able"] == [to_text(dora.account.ref)]
    assert raised.adds("To whoever is left.", dora).status_code == 200


def test_when_all_who_could_read_it_have_left_ada_is_told(ada, ben, two):
    raised = concern(ada, ben, *two)
    raised.hand_in()
    Endorsement.objects.filter(role=RoleName.SAFETY_OFFICER).update(revoked=True)
    assert raised.seen(ada).json()["able"] == []
    answer = raised.adds("Anybody?", *two)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "nobody-reads")


def test_with_one_officer_nothing_is_taken_and_it_is_said_where_else_to_turn(
    ada, ben, finn, eve, desk
):
    make_officer(eve, desk, "Eve")
    raised = concern(ada, finn, eve, ben)
    answer = raised.hand_in()
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "no-officers")
    assert len(ada.room.get("/api/concern-officers").json()["officers"]) == 1


def test_an_officer_raises_a_concern_with_the_others_and_never_reads_it_as_one(ben, two, lea):
    eve, dora = two
    raised = concern(eve, ben, dora, lea)
    assert raised.hand_in().status_code == 201
    assert raised.seen(eve).json()["boxes"] == []
    assert raised.looks(eve).status_code == 404
    assert concern(eve, ben, dora, lea).hand_in().status_code == 201


def test_a_report_is_taken_for_officers_with_their_newest_keys_and_for_nobody_else(
    ada, ben, finn, two
):
    eve, _dora = two
    to_ben, twice, old = (
        concern(ada, finn, eve, ben),
        concern(ada, ben, *two),
        concern(ada, ben, *two),
    )
    twice.papers["readers"] = [twice.papers["readers"][0]] * 2
    old.papers["readers"][0]["kr_hash"] = to_text(bytes(32))
    assert [one.hand_in().status_code for one in (to_ben, twice, old)] == [409, 400, 409]
    assert not Concern.objects.exists()


def test_a_day_holds_five_and_the_next_one_is_open_again(ada, ben, two):
    for _ in range(5):
        assert concern(ada, ben, *two).hand_in().status_code == 201
    answer = concern(ada, ben, *two).hand_in()
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "enough-today")
    Concern.objects.update(raised_on=clock.today() - 1)
    assert concern(ada, ben, *two).hand_in().status_code == 201


def test_two_reports_of_the_same_words_are_two_and_an_id_is_used_once(ada, ben, two):
    first, same = concern(ada, ben, *two), concern(ada, ben, *two)
    assert first.hand_in().status_code == same.hand_in().status_code == 201
    assert concern(ada, ben, *two, id=first.id).hand_in().status_code == 400
    assert Concern.objects.count() == 2


def test_ada_takes_it_back_and_nothing_is_left(ada, ben, two):
    raised = concern(ada, ben, *two)
    raised.hand_in()
    raised.adds("More.", *two)
    assert two[0].room.call("DELETE", raised.path, None).status_code == 404
    assert ada.room.call("DELETE", raised.path, None).status_code == 204
    for model in (Concern, Box, Wrap, Letter, LetterWrap):
        assert not model.objects.exists()


def test_officers_see_the_nearest_day_first(ada, ben, finn, two):
    later, sooner = concern(ada, ben, *two), concern(finn, ben, *two)
    later.hand_in()
    sooner.hand_in()
    Concern.objects.filter(ref=sooner.id).update(due_on=clock.today())
    found = two[0].room.get("/api/concern-queue").json()
    assert [one["id"] for one in found["waiting"]] == [to_text(sooner.id), to_text(later.id)]
    assert (found["answered"], found["more"]) == ([], False)


def test_a_queue_takes_as_many_questions_for_ten_as_for_one(
    ada, ben, two, django_assert_max_num_queries
):
    for _ in range(5):
        concern(ada, ben, *two).hand_in()
    with django_assert_max_num_queries(12):
        assert len(two[0].room.get("/api/concern-queue").json()["waiting"]) == 5


def test_officers_hear_once_that_a_day_is_near(ada, ben, two):
    raised = concern(ada, ben, *two)
    raised.hand_in()
    due = Concern.objects.get().due_on
    assert owe_for_near_days(today=due - 2) == 0
    assert owe_for_near_days(today=due - 1) == 1
    assert owe_for_near_days(today=due) == 0


def test_what_was_answered_goes_after_half_a_year_and_what_waits_after_a_year(ada, ben, two):
    eve, dora = two
    answered, waits = concern(ada, ben, *two), concern(ada, ben, *two)
    for one in (answered, waits):
        one.hand_in()
    answered.looks(eve)
    answered.answers(eve, "Done.", dora)
    today, due = clock.today(), Concern.objects.get(ref=waits.id).due_on
    forget_old_concerns(today=today + 180)
    assert Concern.objects.count() == 2
    forget_old_concerns(today=today + 181)
    assert [bytes(one.ref) for one in Concern.objects.all()] == [waits.id]
    forget_old_concerns(today=due + 366)
    assert not Concern.objects.exists()


def test_when_an_officer_leaves_the_others_and_ada_read_on_and_their_key_is_gone(ada, ben, two):
    eve, dora = two
    raised = concern(ada, ben, *two)
    raised.hand_in()
    raised.looks(eve)
    raised.answers(eve, "We spoke with him.", dora)

    people.close_place(eve.account)

    assert raised.opened(dora).words.b == "He asked me for money."
    assert raised.said_to(ada, ada, eve)[-1] == "We spoke with him."
    for keys in (Wrap, LetterWrap):
        left = keys.objects.filter(account=eve.account)
        assert {bytes(one.wrap) for one in left} == {NO_WRAP}
    assert forget_who_left() == 0
    forget_old_concerns(today=clock.today() + 400)
    assert forget_who_left() == 1


def test_officers_are_given_the_keys_of_those_whose_lines_they_prove(ada, ben, two):
    raised = concern(ada, ben, *two)
    raised.hand_in()
    asked = {"account_ids": [to_text(ben.account.ref), to_text(bytes(16))]}
    found = two[0].room.post(f"{raised.path}/people", asked).json()["people"]
    assert [one["account_id"] for one in found] == [to_text(ben.account.ref)]
    assert ada.room.post(f"{raised.path}/people", asked).status_code == 404


def test_a_place_is_for_an_officer_or_for_a_specialist_and_never_both(ben, desk):
    with pytest.raises(BadFile):
        take_endorsement(officer_answer(ben, "Ben", serial=2), by=desk, now=clock.now())


def test_a_letter_of_another_report_opens_nowhere(ada, ben, two):
    eve, _dora = two
    one, other = concern(ada, ben, *two), concern(ada, ben, *two)
    for each in (one, other):
        each.hand_in()
    papers = letter(ada, other.id, 2, "Of the other.", ada, *two)
    assert ada.room.post(f"{one.path}/more", papers).status_code == 200
    with pytest.raises(NotOpened):
        one.said_to(eve, ada)


def test_what_a_cut_line_sends_twice_is_there_once(ada, ben, two):
    raised = concern(ada, ben, *two)
    assert raised.hand_in().status_code == 201
    assert raised.hand_in().status_code == 201
    more = letter(ada, raised.id, 2, "It happened twice.", ada, *two)
    for _ in range(2):
        assert ada.room.post(f"{raised.path}/more", more).status_code == 200
    assert Concern.objects.count() == 1
    assert raised.said_to(ada, ada) == ["He asked me for money.", "It happened twice."]


def test_an_id_that_somebody_else_used_is_refused(ada, ben, finn, two):
    raised = concern(ada, ben, *two)
    raised.hand_in()
    for member in (ada, finn):
        assert concern(member, ben, *two, id=raised.id).hand_in().status_code == 400
    assert Concern.objects.count() == 1
