from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.ground import clock
from alongside.promises import actions, queries, rules
from alongside.promises.models import Became, Pledge
from alongside.relationships import actions as relationships
from tests.promises.giving import OTHER, REF, TODAY, code, give, move, say, seen


def days_pass(by):
    """Everything lies further back."""
    for one in Pledge.objects.all():
        one.due_on, one.made_on = one.due_on - by, one.made_on - by
        one.settled_on = one.settled_on and one.settled_on - by
        one.save()


def state(member, pair):
    both = seen(member, pair)
    return (both["open"] + both["past"])[0]["state"]


def test_either_gives_their_word_and_both_see_whose_it_is(talking, ada, ben):
    assert give(ben, talking, due=TODAY + 3).status_code == 201
    assert give(ada, talking, due=TODAY + 1, ref=OTHER).status_code == 201

    of_ada, of_ben = seen(ada, talking)["open"], seen(ben, talking)["open"]
    assert [(one["due_on"], one["mine"]) for one in of_ada] == [
        (TODAY + 1, True),
        (TODAY + 3, False),
    ]
    assert [one["mine"] for one in of_ben] == [False, True]


def test_the_same_word_twice_is_one(talking, ben):
    first = give(ben, talking, due=TODAY + 3).json()

    assert give(ben, talking, due=TODAY + 9).json() == first
    assert Pledge.objects.count() == 1


def test_nobody_gives_a_word_in_the_name_of_the_other(talking, ada, ben):
    give(ben, talking, due=TODAY + 3)

    assert give(ada, talking, due=TODAY + 3).status_code == 404
    assert move(ada, talking, TODAY + 4).status_code == 422


def test_a_day_that_is_gone_or_too_far_is_refused_in_words(talking, ben):
    for due in (TODAY - 2, TODAY + rules.LONGEST_AHEAD + 1):
        refused = give(ben, talking, due=due)
        assert code(refused) == "not-a-day"
        assert "choose a day" in refused.json()["error"]["words"]
    assert not Pledge.objects.exists()


def test_moved_in_time_is_not_broken(talking, ada, ben):
    give(ben, talking, due=TODAY)
    assert move(ben, talking, TODAY + 5).json()["moves"] == 1
    assert move(ben, talking, TODAY + 5).json()["moves"] == 1

    assert code(say(ada, talking, "not-kept")) == "not-now"
    assert say(ada, talking, "kept").json()["state"] == rules.KEPT


def test_after_its_day_nothing_is_moved_any_more(talking, ben):
    give(ben, talking, due=TODAY)
    days_pass(2)

    assert code(move(ben, talking, TODAY + 5)) == "not-now"
    assert code(say(ben, talking, "call-off")) == "not-now"
    assert seen(ben, talking)["open"][0]["due_on"] == TODAY - 2


def test_whom_it_was_for_says_it_was_kept_and_not_whoever_gave_it(talking, ada, ben):
    give(ben, talking, due=TODAY)

    assert code(say(ben, talking, "kept")) == "not-now"
    assert say(ada, talking, "kept").status_code == 200
    assert seen(ben, talking)["past"][0]["settled_on"] == TODAY


def test_owning_up_is_as_good_as_being_told_and_only_the_other_calls_it_repaired(
    talking, ada, ben
):
    give(ben, talking, due=TODAY)
    assert say(ben, talking, "not-kept").json()["state"] == rules.BROKEN

    assert code(say(ben, talking, "repaired")) == "not-now"
    assert say(ada, talking, "repaired").json()["state"] == rules.REPAIRED


def test_no_clock_breaks_a_word_and_silence_counts_for_nobody(talking, ada, ben):
    give(ben, talking, due=TODAY)

    actions.let_silent_stand(today=TODAY + rules.SILENT_DAYS)
    assert state(ada, talking) == rules.OPEN
    actions.let_silent_stand(today=TODAY + rules.SILENT_DAYS + 1)
    assert state(ada, talking) == rules.STOOD

    assert code(say(ada, talking, "not-kept")) == "not-now"
    assert queries.totals([ben.account], since=0)[ben.account.pk] == queries.Totals()


def test_what_is_open_when_two_part_was_not_broken(talking, ada, ben):
    give(ben, talking, due=TODAY)
    give(ada, talking, due=TODAY + 9, ref=OTHER)

    ada.room.post(f"/api/relationships/{talking.pk}/end")

    past = seen(ben, talking)["past"]
    assert [one["state"] for one in past] == [rules.CALLED_OFF] * 2
    assert code(give(ben, talking, due=TODAY + 2, ref=b"x" * 16)) == "not-now"


def test_two_people_do_not_drown_in_what_is_open(talking, ada, ben):
    for i in range(rules.MOST_OPEN):
        giver = ada if i % 2 else ben
        assert give(giver, talking, due=TODAY, ref=bytes([i]) * 16).status_code == 201

    assert code(give(ben, talking, due=TODAY)) == "pledges-full"


def test_giving_and_calling_off_without_end_has_an_end_for_the_day(talking, ada, ben):
    for i in range(rules.MOST_A_DAY):
        ref = bytes([i]) * 16
        assert give(ben, talking, due=TODAY, ref=ref).status_code == 201
        assert say(ben, talking, "call-off", ref=ref).status_code == 200

    assert code(give(ben, talking, due=TODAY)) == "pledges-today"
    assert give(ada, talking, due=TODAY).status_code == 201


def test_what_is_past_comes_in_pages_without_a_question_for_each(talking, ada, ben):
    give(ben, talking, due=TODAY)
    pair = Pledge.objects.get().relationship
    Pledge.objects.bulk_create(
        Pledge(
            relationship=pair,
            ref=i.to_bytes(16, "big"),
            by=1,
            made_by=1,
            state=rules.KEPT,
            made_on=TODAY,
            due_on=TODAY,
            settled_on=TODAY,
        )
        for i in range(queries.PAGE + 7)
    )

    with CaptureQueriesContext(connection) as asked:
        first = seen(ada, talking)
    again = ada.room.get(
        f"/api/relationships/{talking.pk}/pledges?before={first['past'][-1]['id']}"
    ).json()

    assert len(asked) <= 8
    assert (len(first["past"]), first["more"], len(first["open"])) == (queries.PAGE, True, 1)
    assert (len(again["past"]), again["more"], again["open"]) == (7, False, [])


def test_totals_are_of_all_talks_together_and_of_their_own_words_alone(talking, ada, ben):
    words = ["kept", "kept", "not-kept", "not-kept", None]
    for i, word in enumerate(words):
        ref = bytes([i]) * 16
        give(ben, talking, due=TODAY, ref=ref)
        if word:
            say(ada, talking, word, ref=ref)
    move(ben, talking, TODAY + 3, ref=bytes([4]) * 16)
    say(ada, talking, "repaired", ref=bytes([3]) * 16)
    give(ada, talking, due=TODAY, ref=OTHER)

    found = queries.totals([ben.account, ada.account], since=TODAY)

    assert found == {
        ben.account.pk: queries.Totals(open=1, kept=2, moved=1, broken=1, repaired=1)
    }
    later = queries.totals([ben.account], since=TODAY + 1)
    assert later == {ben.account.pk: queries.Totals(open=1, moved=1)}


def test_after_two_years_it_is_forgotten_and_what_is_open_is_not(talking, ada, ben):
    give(ben, talking, due=TODAY)
    give(ben, talking, due=TODAY + 300, ref=OTHER)
    say(ada, talking, "kept")

    actions.forget_pledges(today=TODAY + rules.KEPT_DAYS)
    assert Pledge.objects.count() == 2
    actions.forget_pledges(today=TODAY + rules.KEPT_DAYS + 1)
    assert [bytes(one.ref) for one in Pledge.objects.all()] == [OTHER]


def test_no_word_and_no_hour_of_it_is_kept(talking, ben):
    give(ben, talking, due=TODAY + 3)

    kept = {field.name for field in Pledge._meta.concrete_fields}
    assert kept == {
        "id",
        "relationship",
        "ref",
        "by",
        "made_by",
        "state",
        "made_on",
        "due_on",
        "moves",
        "settled_on",
    }
    assert bytes(Pledge.objects.get().ref) == REF
    assert Pledge.objects.get().made_on == clock.today()


def test_a_stranger_and_whoever_only_reads_along_find_nothing(talking, ben, finn, cem):
    give(ben, talking, due=TODAY)

    for member in (finn, cem):
        assert member.room.get(f"/api/relationships/{talking.pk}/pledges").status_code == 404
        assert say(member, talking, "kept").status_code == 404
        assert move(member, talking, TODAY + 1).status_code == 404


def test_after_an_end_nobody_says_anew_what_became_of_a_word(talking, ada, ben):
    give(ben, talking, due=TODAY + 1)
    days_pass(3)
    assert say(ada, talking, "kept").status_code == 200
    relationships.end(talking, by=ben.account, today=TODAY)

    assert say(ada, talking, "not-kept").status_code == 422
    assert state(ben, talking) == Became.KEPT


def test_an_owed_answer_is_given_by_whoever_owed_it_and_the_other_may_see_it_otherwise(
    talking, ada, ben
):
    give(ben, talking, due=TODAY, made_by=3)
    assert say(ben, talking, "kept").json()["state"] == rules.KEPT

    assert say(ada, talking, "not-kept").json()["state"] == rules.BROKEN
    assert code(say(ben, talking, "kept")) == "not-now"

    give(ben, talking, due=TODAY, ref=b"a word by a tap.", made_by=1)
    assert code(say(ben, talking, "kept", ref=b"a word by a tap.")) == "not-now"


def test_of_a_late_answer_only_whom_it_was_for_says_that_it_kept_the_word(talking, ada, ben):
    give(ben, talking, due=TODAY, made_by=3)
    give(ben, talking, due=TODAY, ref=b"another answer..", made_by=3)
    days_pass(1)
    assert say(ben, talking, "kept").json()["state"] == rules.KEPT
    days_pass(1)
    assert code(say(ben, talking, "kept", ref=b"another answer..")) == "not-now"
    last = say(ada, talking, "kept", ref=b"another answer..")
    assert last.json()["state"] == rules.KEPT
