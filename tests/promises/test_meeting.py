from alongside.appointments import actions
from alongside.appointments.models import Appointment
from alongside.appointments.rules import meeting
from alongside.ground import clock
from alongside.promises import queries, rules
from alongside.promises.models import Pledge
from alongside.relationships import actions as relationships
from tests.appointments.meeting import NOW, agreed, at
from tests.promises.giving import code, say, seen


def states(pair):
    """What each of the two has of it: the client's, then the specialist's."""
    found = Pledge.objects.filter(relationship=pair).order_by("by")
    return [one.state for one in found]


def test_a_time_that_both_agreed_on_is_a_word_of_each(talking, ada, ben):
    agreed(talking, ada, ben, at(3))

    open_to_ada = seen(ada, talking)["open"]
    assert sorted(one["mine"] for one in open_to_ada) == [False, True]
    assert {one["made_by"] for one in open_to_ada} == {2}


def test_cancelled_in_time_is_not_broken_and_too_late_it_is_by_whoever_cancelled(
    talking, ada, ben
):
    one = agreed(talking, ada, ben, at(3))
    actions.cancel(one, by=ben.account, now=NOW)
    assert states(talking) == [rules.CALLED_OFF, rules.CALLED_OFF]

    Pledge.objects.all().delete()
    late = agreed(talking, ada, ben, at(5))
    actions.cancel(late, by=ben.account, now=at(5, 9, 30))
    assert states(talking) == [rules.CALLED_OFF, rules.BROKEN]


def test_moved_in_time_counts_as_moved_for_whoever_asked_and_is_broken_for_nobody(
    talking, ada, ben
):
    one = agreed(talking, ada, ben, at(5))
    moved = actions.move(one, to=at(8), by=ben.account, now=NOW)
    actions.agree_to_move(moved, at=at(8), by=ada.account, now=NOW)

    moves = dict(Pledge.objects.values_list("by", "moves"))
    assert moves == {1: 0, 2: 1}
    assert queries.totals([ben.account], since=0)[ben.account.pk].broken == 0


def test_what_the_two_say_of_their_meeting_is_what_becomes_of_their_words(talking, ada, ben):
    one = agreed(talking, ada, ben, at(3))
    after = at(3, 12)
    actions.say(one, what=meeting.MET, by=ada.account, now=after)
    assert states(talking) == [rules.KEPT, rules.KEPT]

    actions.say(one, what=meeting.CLIENT_MISSED, by=ben.account, now=after)
    assert states(talking) == [rules.STOOD, rules.STOOD]


def test_what_is_said_after_an_end_breaks_nobodys_word(talking, ada, ben):
    one = agreed(talking, ada, ben, at(3))
    Appointment.objects.filter(pk=one.pk).update(starts_at=at(-1))
    relationships.end(talking, by=ada.account, today=clock.today())
    assert states(talking) == [rules.CALLED_OFF, rules.CALLED_OFF]

    actions.say(one, what=meeting.SPECIALIST_MISSED, by=ada.account, now=NOW)

    assert states(talking) == [rules.CALLED_OFF, rules.CALLED_OFF]


def test_what_was_kept_before_an_end_stays_kept_whatever_is_said_later(talking, ada, ben):
    one = agreed(talking, ada, ben, at(3))
    Appointment.objects.filter(pk=one.pk).update(starts_at=at(-1))
    actions.say(one, what=meeting.MET, by=ada.account, now=NOW)
    relationships.end(talking, by=ada.account, today=clock.today())

    actions.say(one, what=meeting.SPECIALIST_MISSED, by=ada.account, now=NOW)

    assert states(talking) == [rules.KEPT, rules.KEPT]


def test_nobody_settles_a_meeting_from_this_page(talking, ada, ben):
    agreed(talking, ada, ben, at(3))
    one = Pledge.objects.get(by=2)
    assert code(say(ada, talking, "kept", ref=bytes(one.ref))) == "not-now"


def test_a_pause_lets_go_of_a_meeting_and_nobody_broke_it(talking, ada, ben):
    agreed(talking, ada, ben, at(3))
    ada.room.post(f"/api/relationships/{talking.pk}/end")

    assert states(talking) == [rules.CALLED_OFF, rules.CALLED_OFF]
