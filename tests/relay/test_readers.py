"""Who may be handed what of a conversation in which readers change (attack 25, on the wire)."""

from contextlib import contextmanager

import pytest

from alongside.conversations.models import Conversation as ConversationRow
from alongside.conversations.models import Member, Mode, Wrap
from pse import frames, talking
from pse.promise import sign_agree
from pse.proven import prove
from pse.readers import bring_in, change_promise, grant_history, let_go
from pse.refusal import Left

from .people import HOME, SENTENCES, sign_up
from .voice import Voice

NOT_YOURS, CLOSED, MALFORMED, EPOCH, ROTATE = 3, 5, 9, 1, 10
OTHER = [*SENTENCES, ("kept-months", ["24"])]


@pytest.fixture
def lea(wire, transactional_db):
    """Another specialist; nobody has named her yet."""
    return sign_up("Finn", now=wire.clock())


@pytest.fixture
def named(active, lea):
    """The row the server writes once Ada pressed and Lea said yes."""
    return Member.objects.create(
        conversation=active.row, account=lea.account, role=2, may_write=True
    )


class Three(Voice):
    """A voice that knows the keys of all three."""

    def __init__(self, wire, who, asked, everybody):
        self.who, self.asked, self.everybody = who, asked, everybody
        self.room = wire.room(who)
        self.seen = talking.conversation_of(
            who.person,
            conv=asked.begun.conv,
            rand=asked.begun.rand,
            sentences=SENTENCES,
            people={one.person.account_id: [one.person.record] for one in everybody},
            today=wire.clock.today,
        )
        self.lines = self.room.follow(self.seen)

    @property
    def records(self):
        return {one.person.account_id: one.person.record for one in self.everybody}

    def turn(self, *, day, reason=2):
        known = self.records
        return talking.turn(self.who.person, self.seen, records=known, day=day, reason=reason)

    def bring(self, who, *, day):
        record = who.person.record
        return bring_in(self.who.person, self.seen, record, records=self.records, day=day)

    def let_go(self, who, *, day):
        known, gone = self.records, who.person.account_id
        return let_go(self.who.person, self.seen, gone, records=known, day=day)


@pytest.fixture
def three(wire, ada, ben, lea, active):
    """Opens a voice of somebody who knows all three."""

    @contextmanager
    def voice(who):
        with Three(wire, who, active, (ada, ben, lea)) as opened:
            yield opened

    return voice


def words(lines):
    return [line.body.b for line in lines if hasattr(line.body, "b")]


def test_somebody_the_server_does_not_name_is_not_let_in(wire, ada, lea, three):
    with three(ada) as ada_s:
        assert ada_s.refused(ada_s.bring(lea, day=wire.clock.today)) == (MALFORMED, 0)


@pytest.mark.parametrize("who", ["ben", "lea"])
def test_nobody_but_ada_lets_somebody_in_though_the_server_names_them(
    wire, ben, lea, named, three, who
):
    with three(ben) as ben_s:
        made = ben_s.bring(lea, day=wire.clock.today)
        if who == "ben":
            assert ben_s.refused(made) == (MALFORMED, 0)
            return
    with wire.room(lea) as room:
        room.send(made)
        assert room.until(frames.Refusal).code == NOT_YOURS


def test_ben_does_not_put_ada_out(wire, ada, ben, lea, named, three):
    with three(ben) as ben_s:
        assert ben_s.refused(ben_s.let_go(ada, day=wire.clock.today))[0] == MALFORMED


def test_who_is_named_but_not_let_in_reads_and_writes_nothing(wire, active, lea, named):
    with wire.room(lea) as room:
        room.send(frames.Follow(active.conv, 0))
        assert room.until(frames.Refusal).code == NOT_YOURS


def test_a_joiner_is_handed_what_comes_after_and_nothing_of_before(
    wire, ada, ben, lea, named, three
):
    with three(ada) as ada_s, three(ben) as ben_s:
        ada_s.say("Before Lea.")
        ben_s.hear()
        ada_s.begin_epoch(ada_s.bring(lea, day=wire.clock.today))
        ben_s.hear()
        with three(lea) as lea_s:
            assert lea_s.lines == []
            assert lea_s.seen.headers.numbered(0).epoch_key is None
            lea_s.say("Hello, I am Lea.")
            assert ada_s.hears(1) == ben_s.hears(1) == ["Hello, I am Lea."]
            lea_s.room.send(frames.Page(lea_s.asked.conv, 4, 10))
            assert lea_s.room.next().n == lea_s.room.next().n == 3


def test_who_was_let_go_reads_up_to_there_and_writes_no_more(wire, ada, ben, lea, named, three):
    with three(ada) as ada_s, three(ben) as ben_s:
        ada_s.begin_epoch(ada_s.bring(lea, day=wire.clock.today))
        ben_s.hear()
        ben_s.say("Goodbye, and all the best.")
        ada_s.hear()
        late, turned = ben_s.line("One thing more"), ben_s.turn(day=wire.clock.today)
        ada_s.begin_epoch(ada_s.let_go(ben, day=wire.clock.today))
        ada_s.say("Now we are two.")
        assert ben_s.room.is_quiet()
        for frame in (late, turned):
            ben_s.room.send(frame)
            assert ben_s.room.until(frames.Refusal).code == NOT_YOURS
        with three(ben) as again:
            assert words(again.lines)[-1] == "Goodbye, and all the best."
            assert again.seen.mode == Mode.CLOSED
        with three(lea) as lea_s:
            assert words(lea_s.lines) == ["Goodbye, and all the best.", "Now we are two."]


def test_while_somebody_who_left_still_reads_a_line_waits_for_adas_header(
    wire, ada, ben, lea, named, three
):
    with three(ada) as ada_s, three(ben) as ben_s:
        ada_s.begin_epoch(ada_s.bring(lea, day=wire.clock.today))
        ben_s.hear()
        with three(lea) as lea_s:
            ada_s.say("While three read.")
            assert ben_s.hears(1) == lea_s.hears(1) == ["While three read."]
            Member.objects.filter(pk=named.pk).update(may_write=False)
            for voice in (ada_s, ben_s):
                assert voice.refused(voice.line("Between us two.")) == (ROTATE, 1)
            assert lea_s.refused(lea_s.line("After I left.")) == (NOT_YOURS, 0)
            ada_s.begin_epoch(ada_s.let_go(lea, day=wire.clock.today))
            ben_s.hear()
            ben_s.say("Between us two.")
            assert ada_s.hears(1) == ["Between us two."]
            assert lea_s.room.is_quiet()


def test_nobody_leaves_for_all_three_while_one_may_come_or_reads_along(
    wire, ada, ben, lea, named, three
):
    today = wire.clock.today
    with three(ada) as ada_s, three(ben) as ben_s:
        assert leaving(ada_s, day=today) == leaving(ben_s, day=today) == (NOT_YOURS, 0)
        ada_s.begin_epoch(ada_s.bring(lea, day=today))
        ben_s.hear()
        assert leaving(ada_s, day=today) == leaving(ben_s, day=today) == (NOT_YOURS, 0)
        ada_s.begin_epoch(ada_s.let_go(ben, day=today))
        Member.objects.filter(account=ben.account).update(may_write=False)
        with three(lea) as lea_s:
            lea_s.leave(day=today)


def leaving(voice, *, day):
    """The answer to a leave that is refused."""
    return voice.refused(talking.leave(voice.who.person, voice.seen, day=day))


def test_of_two_who_change_who_reads_at_once_one_is_told(wire, ada, ben, lea, named, three):
    with three(ada) as ada_s, three(ben) as ben_s:
        bring = ada_s.bring(lea, day=wire.clock.today)
        ben_s.begin_epoch(ben_s.turn(day=wire.clock.today))
        ada_s.hear()
        assert ada_s.refused(bring) == (EPOCH, 1)
        ada_s.begin_epoch(ada_s.bring(lea, day=wire.clock.today))
        ben_s.hear()
        assert len(ben_s.seen.headers.newest.header.members) == 3


def test_what_ada_grants_can_be_paged_and_nothing_else(wire, ada, ben, lea, named, three):
    with three(ada) as ada_s, three(ben) as ben_s:
        ada_s.begin_epoch(ada_s.turn(day=wire.clock.today))
        ada_s.say("In the second stretch.")
        ada_s.begin_epoch(ada_s.turn(day=wire.clock.today))
        ada_s.say("In the third.")
        ada_s.begin_epoch(ada_s.bring(lea, day=wire.clock.today))
        sent, wraps = grant_history(ada.person, ada_s.seen, lea.person.record, [1], ts=1_000)
        for epoch, wrap in wraps.items():
            Wrap.objects.create(
                conversation=ada_s.asked.row, epoch=epoch, account=lea.account, wrap=wrap
            )
        ada_s.put(sent)
        assert ben_s.seen.trouble is None
        with three(lea) as lea_s:
            keys = [lea_s.seen.headers.numbered(epoch).epoch_key for epoch in range(4)]
            assert [key is not None for key in keys] == [False, True, False, True]
            assert words(page(lea_s, before=5, count=50)) == ["In the second stretch."]
            for before in (3, 7):
                assert page(lea_s, before=before, count=50) == []


def page(voice, *, before, count):
    """What a page before a number holds, checked."""
    voice.room.send(frames.Page(voice.asked.conv, before, count))
    base, items = voice.room.until(frames.Base), []
    while True:
        frame = voice.room.next()
        if isinstance(frame, frames.Paged):
            return voice.seen.page(base, items, frame) if items else []
        items.append(frame)


def test_a_changed_promise_is_taken_when_it_is_the_gates(wire, ada, ben, lea, active, three):
    about = {"home": HOME, "conv": active.conv}
    (made,) = prove(OTHER, [], people={}, **about)
    agreed = [
        sign_agree(
            one.person.ik_seed,
            promise=made,
            account_id=one.person.account_id,
            role=role,
            day=wire.clock.today,
            **about,
        )
        for one, role in ((ada, 1), (ben, 2))
    ]
    people = {one.person.account_id: [one.person.record] for one in (ada, ben)}
    proven = prove(OTHER, agreed, people=people, **about)
    with three(ben) as ben_s:
        ben_s.seen.headers.learn(proven)
        header = change_promise(
            ben.person, ben_s.seen, sentences=OTHER, records=ben_s.records,
            day=wire.clock.today,
        )  # fmt: skip
        assert ben_s.refused(header) == (MALFORMED, 0)
        ConversationRow.objects.filter(pk=active.row.pk).update(
            agreement_hash=made, retention=24
        )
    with three(ben) as ben_s:
        ben_s.seen.headers.learn(proven)
        ben_s.begin_epoch(header)
        ben_s.begin_epoch(ben_s.turn(day=wire.clock.today))


def test_who_was_let_go_makes_no_next_line_on_their_own_device(
    wire, ada, ben, lea, named, three
):
    with three(ada) as ada_s, three(ben) as ben_s:
        ada_s.begin_epoch(ada_s.bring(lea, day=wire.clock.today))
        ben_s.hear()
        gone = ada_s.let_go(ben, day=wire.clock.today)
        ben_s.seen.take(
            frames.Head(gone.header.conv, gone.header.n, gone.header, gone.eh_sig, b"")
        )
        with pytest.raises(Left):
            ben_s.line("after all")
