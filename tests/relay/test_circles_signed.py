"""In a circle nothing is numbered at which a room would stop: one would end it for fifty."""

from dataclasses import replace

import pytest

from alongside.conversations.models import Conversation as ConversationRow
from alongside.conversations.models import Member as MemberRow
from alongside.keys.models import LogLine
from pse import frames, talking
from pse.circle_rules import HOST, LET_IN, WENT
from pse.epoch import Member, epoch_bytes
from pse.epoch_rules import AGE, KEY_CHANGED
from pse.key_log import KeyLog, key_leaf
from pse.key_record import kr_hash_of, next_key_record
from pse.merkle import NOTHING
from pse.signing import Signer, verify_key_of
from pse.vectors.change import flip
from pse.wrapping import wrap_key_of

from .circling import Circle, keep_keys, left, posted, said

MALFORMED, ROTATE = 9, 10


def signed(opened, header, **change):
    """A header with other fields, signed by whoever is said to have made it."""
    fields = replace(header.header, **change)
    sig = Signer(opened.who.person.ik_seed).sign(epoch_bytes(fields))
    return replace(header, header=fields, eh_sig=sig)


def turned(opened, reason=AGE):
    return talking.turn(opened.who.person, opened.seen, reason=reason, **opened._how)


def renewed(somebody):
    """The same person with a second generation of keys."""
    chance, before = somebody.person.chance, somebody.person.record
    ik, ek = chance(32), chance(32)
    following = next_key_record(
        before,
        ik_seed=ik,
        ik=verify_key_of(ik),
        ek=wrap_key_of(ek),
        prev_ik_seed=somebody.person.ik_seed,
        day=before.day,
    )
    person = replace(somebody.person, records=(*somebody.person.records, following))
    return replace(somebody, person=person)


def moved_to(opened, who, kr_hash):
    """A header that says somebody's keys are others now, signed by whoever opened."""
    header = turned(opened, KEY_CHANGED)
    gone_on = Member(who.person.account_id, kr_hash, 1)
    rows = tuple(
        gone_on if row.account_id == gone_on.account_id else row
        for row in header.header.members
    )
    return signed(opened, header, members=rows)


def logged(circle, people):
    """The server's key log with a line for each of them."""
    log = KeyLog()
    for place, one in enumerate(people):
        leaf = key_leaf(one.person.account_id, kr_hash_of(one.person.record))
        log.add(leaf)
        LogLine.objects.create(
            place=place, type=leaf.type, who=leaf.who, hash=leaf.hash, root=log.at().root, day=1
        )
    circle.log = log
    return log


def test_a_header_with_a_false_signature_stops_nobody(four, people):
    _, cem, ada, finn, _ = people
    with four.voice(ada, finn) as (hers, his):
        good = turned(hers)
        assert hers.refused(replace(good, eh_sig=flip(good.eh_sig, 3))) == (MALFORMED, 0)
        theirs = Signer(cem.person.ik_seed).sign(epoch_bytes(good.header))
        assert hers.refused(replace(good, eh_sig=theirs)) == (MALFORMED, 0)
        posted(hers, good, his)
        said(his, "On we go.", hers)


def test_a_circle_does_not_begin_with_a_false_signature(wire, people):
    made = Circle(wire, people[:2], people)
    torn = replace(made.begun.frame, eh_sig=flip(made.begun.frame.eh_sig, 3))
    with wire.room(people[0]) as room:
        room.send(torn)
        assert room.until(frames.Refusal).code == MALFORMED
        room.send(made.begun.frame)
        assert room.until(frames.Ack).n == 1


def test_a_circle_begins_only_under_the_keys_its_id_is_made_from(wire, people):
    made = Circle(wire, people[:2], people)
    with wire.room(people[0]) as room:
        for rand in (flip(made.begun.rand, 1), made.begun.rand):
            ConversationRow.objects.filter(pk=made.row.pk).update(rand=rand)
            room.send(made.begun.frame)
            if rand != made.begun.rand:
                assert room.until(frames.Refusal).code == MALFORMED
        assert room.until(frames.Ack).n == 1


def test_whoever_is_gone_without_a_leave_is_taken_away_by_a_host(four, people):
    """Their place was closed: they never left, and no member goes on without them."""
    ben, _, ada, finn, _ = people
    with four.voice(ben, ada) as (host, hers):
        silent = MemberRow.objects.filter(conversation=four.row, account=finn.account)
        silent.update(may_write=False)
        assert hers.refused(hers.line("To whom?"))[0] == ROTATE
        hers.seen.walk.leaving = {finn.person.account_id}
        assert hers.refused(hers.goes_on()) == (MALFORMED, 0)
        hers.seen.walk.leaving = set()
        posted(host, host.takes_away(finn), hers)
        said(hers, "We go on.", host)


def test_a_host_who_is_gone_without_a_leave_goes_while_two_lead(four, people):
    ben, cem, ada, _, lea = people
    four.names(lea, HOST)
    with four.voice(ben, ada) as (host, hers):
        posted(host, host.adds_host(lea), hers)
        silent = MemberRow.objects.filter(conversation=four.row, account=cem.account)
        silent.update(may_write=False)
        assert hers.refused(hers.line("To whom?"))[0] == ROTATE
        posted(host, host.removes_host(cem, stays=False), hers)
        said(hers, "We go on.", host)


def test_a_header_that_read_more_of_the_key_log_than_there_is_stops_nobody(four, people):
    _, _, ada, finn, _ = people
    with four.voice(ada, finn) as (hers, his):
        far = {"log_size": 2**53 - 1, "log_root": b"r" * 32}
        assert hers.refused(signed(hers, turned(hers), **far)) == (MALFORMED, 0)
        posted(hers, turned(hers), his)


def test_a_header_that_read_another_key_log_stops_nobody(four, people):
    _, _, ada, finn, _ = people
    log = logged(four, people)
    with four.voice(ada, finn) as (hers, his):
        for root in (flip(log.at().root, 1), NOTHING.root, log.at(log.size - 1).root):
            assert hers.refused(signed(hers, turned(hers), log_root=root)) == (MALFORMED, 0)
        good = turned(hers)
        assert good.header.log_size == len(people)
        posted(hers, good, his)
        lesser = log.at(log.size - 1)
        back = {"log_size": lesser.size, "log_root": lesser.root}
        assert hers.refused(signed(hers, turned(hers), **back)) == (MALFORMED, 0)


def test_keys_that_are_not_theirs_are_named_in_no_header(four, people):
    _, cem, ada, finn, _ = people
    mine = kr_hash_of(cem.person.record)
    with four.voice(ada, finn) as (hers, his):
        for kr_hash in (b"g" * 32, mine):
            assert hers.refused(moved_to(hers, finn, kr_hash)) == (MALFORMED, 0)
        said(his, "Nothing has moved.", hers)


def test_keys_only_go_on_and_never_back(four, people):
    _, _, ada, finn, _ = people
    newer = renewed(finn)
    keep_keys(newer)
    four.everybody = [newer if one is finn else one for one in four.everybody]
    first, second = (kr_hash_of(record) for record in newer.person.records)
    with four.voice(ada) as (hers,):
        posted(hers, moved_to(hers, finn, second))
        assert hers.refused(moved_to(hers, finn, first)) == (MALFORMED, 0)


@pytest.mark.parametrize("kr_hash", [b"g" * 32, None])
def test_nobody_is_let_in_under_keys_that_are_not_theirs(four, people, kr_hash):
    ben, cem, _, _, lea = people
    four.names(lea, 2)
    with four.voice(ben, cem) as (one, two):
        row = Member(lea.person.account_id, kr_hash or kr_hash_of(cem.person.record), 2)
        good = one.lets_in(lea, role=2)
        rows = tuple(
            row if each.account_id == row.account_id else each for each in good.header.members
        )
        assert one.refused(signed(one, good, members=rows)) == (MALFORMED, 0)
        assert good.header.reason == LET_IN
        posted(one, good, two)


def test_nobody_is_said_to_have_left_who_did_not(four, people):
    _, _, ada, finn, _ = people
    with four.voice(ada, finn) as (hers, his):
        hers.seen.walk.leaving = {finn.person.account_id}
        gone = hers.goes_on()
        assert gone.header.reason == WENT
        assert hers.refused(gone) == (MALFORMED, 0)
        hers.seen.walk.leaving = set()
        said(his, "I am here.", hers)


def test_with_whoever_left_nobody_else_is_put_out(four, people):
    ben, _, ada, finn, _ = people
    with four.voice(ben, ada, finn) as (host, hers, his):
        left(his, host, hers)
        host.seen.walk.leaving |= {ada.person.account_id}
        assert host.refused(host.goes_on()) == (MALFORMED, 0)
        host.seen.walk.leaving -= {ada.person.account_id}
        posted(host, host.goes_on(), hers)
        said(hers, "Finn has gone.", host)


def test_a_leave_with_a_false_signature_is_not_stored_and_stops_nobody(four, people):
    """Also where a host has left just before, whom only any member's header goes on without."""
    ben, cem, ada, finn, lea = people
    four.names(lea, 6)
    with four.voice(ben, cem, ada, finn) as (one, two, hers, his):
        posted(one, one.adds_host(lea), two, hers, his)
        left(one, two, hers, his)
        good = his.leaves()
        torn = replace(good.entry, box=flip(good.entry.box, 20))
        assert his.refused(frames.Send(torn)) == (MALFORMED, 0)
        posted(hers, hers.goes_on(), two, his)
        said(his, "I stay, it seems.", two, hers)


def test_nobody_comes_to_lead_whom_the_programme_does_not_stand_behind(four, people):
    ben, cem, _, _, lea = people
    four.names(lea, HOST)
    today = four.wire.clock.today
    with four.voice(ben, cem) as (one, two):
        for change in (
            {"to_day": today - 1},
            {"from_day": today + 1},
            {"revoked": True},
            {"kr_hash": kr_hash_of(cem.person.record)},
        ):
            four.stands_behind(lea, **change)
            for made in (one.adds_host(lea), one.lets_in(lea, role=2)):
                assert one.refused(made) == (MALFORMED, 0)
        four.stands_behind(lea)
        posted(one, one.adds_host(lea), two)


def test_whoever_leads_without_a_word_by_now_can_give_up_the_lead(four, people):
    ben, cem, _, _, lea = people
    four.names(lea, HOST)
    with four.voice(ben, cem) as (one, two):
        posted(one, one.adds_host(lea), two)
        four.stands_behind(lea, revoked=True)
        posted(one, one.removes_host(lea), two)
        assert one.refused(one.adds_host(lea)) == (MALFORMED, 0)
