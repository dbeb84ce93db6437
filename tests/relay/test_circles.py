"""A circle on the wire: hosts say who reads, who leaves is gone, two change it at once."""

from dataclasses import replace

from alongside.conversations.models import Entry, Epoch, Head, Mode
from alongside.people.models import Stop, Stopped
from pse import frames, talking
from pse.circle import begin_circle
from pse.circle_rules import HOST, WENT

from .circling import come_in, left, posted, said
from .conftest import GENEROUS, served_with

NOT_YOURS, CLOSED, MALFORMED, EPOCH, SEEN, ROTATE = 3, 5, 9, 1, 7, 10


def test_a_circle_begins_with_its_two_hosts_and_any_line_comes_next(circle, people):
    ben, cem, *_ = people
    with circle.voice(ben, cem) as (one, two):
        said(one, "Welcome.", two)
        said(two, "And from me.", one)

    assert Head.objects.get(pk=circle.row.pk).waiting_since is None


def test_whom_a_host_lets_in_hears_what_comes_and_nothing_of_before(circle, people):
    ben, cem, ada, *_ = people
    circle.names(ada)
    with circle.voice(ben, cem) as (one, two):
        said(one, "Before Ada.", two)
        posted(one, one.lets_in(ada), two)
        said(two, "Welcome, Ada.", one)
        with circle.voice(ada) as (hers,):
            assert [line.body.b for line in hers.lines] == ["Welcome, Ada."]
            said(hers, "Thank you.", one, two)


def test_somebody_the_server_does_not_name_is_not_let_in(circle, people):
    ben, _, ada, *_ = people
    with circle.voice(ben) as (host,):
        assert host.refused(host.lets_in(ada)) == (MALFORMED, 0)


def test_nobody_but_a_host_says_who_reads(four, people):
    _, _, ada, finn, lea = people
    four.names(lea, 2)
    with four.voice(ada) as (hers,):
        for made in (hers.lets_in(lea, role=2), hers.takes_away(finn)):
            assert hers.refused(made) == (MALFORMED, 0)


def test_two_hosts_change_it_at_once_and_the_second_does_it_anew(four, people):
    """One wins by the order of the wire; the other's header names an epoch that is over."""
    ben, cem, _, finn, lea = people
    four.names(lea, 2)
    with four.voice(ben, cem) as (one, two):
        gone, come = one.takes_away(finn), two.lets_in(lea, role=2)
        posted(one, gone)
        two.room.send(come)
        refusal = two.room.until(frames.Refusal)
        two.seen.take(frames.Head(four.conv, one.seen.walk.n, gone.header, gone.eh_sig,
                                  gone.wraps[cem.person.account_id]))  # fmt: skip
        assert (refusal.code, refusal.detail) == (EPOCH, gone.header.epoch)
        posted(two, two.lets_in(lea, role=2), one)
        names = {row.account_id for row in one.seen.headers.newest.header.members}

    assert finn.person.account_id not in names
    assert lea.person.account_id in names


def test_a_line_sealed_for_who_was_removed_meanwhile_is_refused_and_sealed_anew(four, people):
    ben, _, ada, finn, _ = people
    with four.voice(ben, ada) as (host, hers):
        waiting = hers.line("For all of us.")
        gone = host.takes_away(finn)
        posted(host, gone)
        hers.room.send(waiting)
        assert hers.room.until(frames.Refusal).code == EPOCH
        hers.seen.take(frames.Head(four.conv, host.seen.walk.n, gone.header, gone.eh_sig,
                                   gone.wraps[ada.person.account_id]))  # fmt: skip
        said(hers, "For all of us.", host)


def test_whoever_was_removed_says_and_hears_nothing_more(four, people):
    ben, _, _, finn, _ = people
    with four.voice(ben, finn) as (host, his):
        held = his.line("One more thing.")
        posted(host, host.takes_away(finn))
        said(host, "Without Finn.")
        his.room.send(held)
        assert his.room.until(frames.Refusal).code == NOT_YOURS
    with four.voice(finn) as (again,):
        assert again.lines == []
        assert again.seen.mode == Mode.CLOSED


def test_a_measure_keeps_somebody_from_writing_in_a_circle_and_not_from_reading(four, people):
    ben, _, ada, finn, _ = people
    Stop.objects.create(account=finn.account, what=Stopped.WRITING)
    with four.voice(ben, ada, finn) as (host, hers, his):
        his.room.send(his.line("You all bore me."))
        assert his.room.until(frames.Refusal).code == CLOSED
        said(host, "Good evening.", hers, his)
        said(hers, "Good evening.", host, his)


def test_whoever_leaves_is_gone_and_anybody_makes_the_key_without_them(four, people):
    ben, _, ada, finn, _ = people
    with four.voice(ben, ada, finn) as (host, hers, his):
        held, late = his.line("Still here."), hers.line("To whom?")
        left(his, host, hers)
        his.room.send(held)
        assert his.room.until(frames.Refusal).code == CLOSED
        hers.room.send(late)
        assert hers.room.until(frames.Refusal).code == ROTATE
        posted(hers, hers.goes_on(), host)
        said(hers, "Finn has gone.", host)


def test_two_may_leave_before_the_next_key_also_where_the_relay_forgot(wire, four, people):
    """The relay may have begun anew in between: who left is read again."""
    ben, cem, ada, finn, _ = people
    with four.voice(ben, cem, ada, finn) as (one, two, hers, his):
        his.held = his.line("Still here.")
        left(his, one, two, hers)
        with served_with(wire, GENEROUS) as anew, anew.room(finn) as again:
            again.send(his.held)
            assert again.until(frames.Refusal).code == CLOSED
        left(hers, one, two)
        posted(two, two.goes_on(), one)
        said(one, "The two of us.", two)


def test_a_header_that_keeps_whoever_left_is_refused(four, people):
    ben, _, _, finn, _ = people
    with four.voice(ben, finn) as (host, his):
        left(his, host)
        host.seen.walk.leaving = set()
        kept = talking.turn(ben.person, host.seen, **host._how)
        assert host.refused(kept) == (MALFORMED, 0)
        assert host.refused(host.adds_host(people[4])) == (MALFORMED, 0)


def test_a_host_comes_and_the_first_one_may_go(four, people):
    ben, cem, _, _, lea = people
    four.names(lea, HOST)
    with four.voice(ben, cem) as (one, two):
        assert one.refused(one.removes_host(cem)) == (MALFORMED, 0)
        posted(one, one.adds_host(lea), two)
        posted(two, two.removes_host(ben, stays=False))
        said(two, "Ben rests.")
        assert one.refused_now(one.line("One more.")) == NOT_YOURS


def test_a_specialist_here_who_is_named_as_host_still_turns_keys_as_before(four, people):
    ben, _, _, _, lea = people
    four.names(lea, 2)
    with four.voice(ben) as (one,):
        posted(one, one.lets_in(lea, role=2))
        four.names(lea, HOST)
        posted(one, talking.turn(ben.person, one.seen, **one._how))
        posted(one, one.adds_host(lea))


def test_a_client_is_not_named_a_host_by_the_server_alone(four, people):
    ben, _, ada, *_ = people
    four.names(ada, HOST)
    with four.voice(ben) as (one,):
        assert one.refused(one.adds_host(ada)) == (MALFORMED, 0)


def test_fifty_read_and_each_is_handed_their_own_wrap(wire, circle, people):
    """Forty-eight more than the hosts; one frame carries all their wraps."""
    ben, cem, *_ = people
    more = [come_in(wire, f"guest {i}", f"guest-river-{2000 + i}") for i in range(48)]
    circle.everybody = [*people, *more]
    for one in more:
        circle.names(one)
    with circle.voice(ben, cem) as (one, two):
        posted(one, one.lets_in(*more), two)
        said(one, "Fifty of us.", two)
        with circle.voice(more[0], more[-1]) as (first, last):
            assert [line.body.b for line in first.lines] == ["Fifty of us."]
            said(last, "Hello everybody.", one, two, first)
        circle.names(people[4], 2)
        circle.everybody = [*circle.everybody]
        assert one.refused(one.lets_in(people[4], role=2)) == (MALFORMED, 0)


def test_a_talk_of_two_is_no_circle_to_the_wire(wire, circle, people):
    ben, *_ = people
    made = begin_circle(ben.person, [people[1].person.record], retention=12,
                        day=wire.clock.today)  # fmt: skip
    with wire.room(ben) as room:
        room.send(made.frame)
        assert room.until(frames.Refusal).code == NOT_YOURS
    header = replace(circle.begun.frame.header, kind=1)
    with wire.room(ben) as room:
        room.send(replace(circle.begun.frame, header=header))
        assert room.until(frames.Refusal).code in (MALFORMED, EPOCH)


def test_who_left_stands_in_the_log_and_nowhere_else(four, people):
    ben, _, _, finn, _ = people
    with four.voice(ben, finn) as (host, his):
        left(his, host)
        posted(host, host.goes_on())
    kinds = Entry.objects.filter(conversation=four.row).order_by("n").values_list("kind")
    reasons = [row.eh[-1 - 7 : -7] for row in Epoch.objects.filter(conversation=four.row)]

    assert [kind for (kind,) in kinds] == [1, 1, 4, 1]
    assert reasons[-1] == bytes([WENT])
