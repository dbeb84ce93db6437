"""The relay remembers that somebody has something new, and since which day one waits."""

import pytest

from alongside.conversations.models import Head, Mode
from alongside.notices.models import Owed, Reach
from alongside_relay import book as books
from pse import frames

from .conftest import _wait_for
from .voice import Voice

pytestmark = [pytest.mark.both_databases]


def wants_notes(somebody, **change):
    usual = {"address": "ben@work.example.org", "confirmed": True, "turned_on": True}
    return Reach.objects.create(
        account=somebody.account, ref=somebody.person.account_id, **(usual | change)
    )


def is_owed(reach):
    return Owed.objects.filter(reach=reach).exists()


def waiting_since(asked):
    return Head.objects.get(conversation=asked.row).waiting_since


def test_a_hello_owes_ben_a_note_while_he_is_away(wire, ada, ben, asked):
    reach = wants_notes(ben)

    with wire.room(ada) as adas:
        adas.send(asked.begun.frame)
        adas.until(frames.Ack)
        adas.until(frames.Ack)

    assert is_owed(reach)


def test_a_line_owes_him_a_note_once_however_many_there_are(wire, ada, ben, active):
    reach = wants_notes(ben)

    with Voice(wire, ada, active) as ada_s:
        for _ in range(3):
            ada_s.say()

    assert is_owed(reach)
    assert Owed.objects.count() == 1


def test_a_quiet_line_in_a_talk_of_two_owes_a_note_all_the_same(wire, ada, ben, active):
    reach = wants_notes(ben)

    with Voice(wire, ada, active) as ada_s:
        ada_s.put(frames.SendQuietly(ada_s.line().entry))

    assert is_owed(reach)


def test_in_a_circle_a_quiet_line_owes_nobody_and_is_read_like_any_other(circle, people):
    ben, cem, *_ = people
    reach = wants_notes(cem)

    with circle.voice(ben) as (host,):
        sent = host.line("Nobody need wake up for this.")
        ack = host.put(frames.SendQuietly(sent.entry))
        host.put(frames.SendQuietly(sent.entry))  # the same once more is the same
        assert not is_owed(reach)
        host.say("Good morning.")

    assert is_owed(reach)
    with circle.voice(cem) as (theirs,):
        assert [line.body.b for line in theirs.lines] == [
            "Nobody need wake up for this.",
            "Good morning.",
        ]
    assert ack.n == 2


def test_who_is_connected_is_owed_nothing(wire, ada, ben, active):
    reach = wants_notes(ben)

    with wire.room(ben) as bens, Voice(wire, ada, active) as ada_s:
        ada_s.say()
        bens.expect(frames.Gate)

    assert not is_owed(reach)


def test_who_has_gone_is_owed_again(wire, ada, ben, active):
    reach = wants_notes(ben)

    with Voice(wire, ada, active) as ada_s:
        with wire.room(ben) as bens:
            ada_s.say("He is here.")
            bens.expect(frames.Gate)
        until_left(wire, ben)
        ada_s.say("He has gone.")

    assert is_owed(reach)


def test_who_is_told_by_a_device_alone_is_owed_as_well(wire, ada, ben, active):
    reach = wants_notes(ben, address="", confirmed=False, hears=True)

    with Voice(wire, ada, active) as ada_s:
        ada_s.say()

    assert is_owed(reach)


@pytest.mark.parametrize("change", [{"confirmed": False}, {"turned_on": False}])
def test_who_wants_no_notes_is_owed_none(wire, ada, ben, active, change):
    reach = wants_notes(ben, **change)

    with Voice(wire, ada, active) as ada_s:
        ada_s.say()

    assert not is_owed(reach)


def test_nobody_is_told_of_their_own_line_but_a_client_who_asked_for_it_of_the_other_s(
    wire, ada, ben, active
):
    reaches = [wants_notes(ada), wants_notes(ben)]

    with Voice(wire, ben, active) as ben_s:
        ben_s.say()

    assert [is_owed(reach) for reach in reaches] == [True, False]


def test_a_stranger_is_never_owed_for_a_foreign_line(wire, ada, finn, active):
    reach = wants_notes(finn)

    with Voice(wire, ada, active) as ada_s:
        ada_s.say()

    assert not is_owed(reach)


def test_a_line_that_is_refused_owes_nothing(wire, ada, ben, active):
    reach = wants_notes(ben)
    with Voice(wire, ada, active) as ada_s:
        late = ada_s.line()
        active.set_mode(Mode.CLOSED)
        wire.relay.tell(f"conv:{active.conv.hex()}")
        ada_s.room.until(frames.Gate)
        assert ada_s.refused(late) == (5, 0)

    assert not is_owed(reach)
    assert waiting_since(active) == wire.clock.today


def test_sending_again_what_was_stored_owes_nothing_new(wire, ada, ben, active):
    reach = wants_notes(ben)
    with Voice(wire, ada, active) as ada_s:
        send = ada_s.line()
        ada_s.put(send)
        Owed.objects.all().delete()
        ada_s.room.send_and_wait(send)

    assert not is_owed(reach)


def test_who_is_here_costs_no_statement(wire, ada, ben, active, monkeypatch):
    asked_for = []
    real = books.writing.owe
    monkeypatch.setattr(
        books.writing, "owe", lambda db, who: (asked_for.append(set(who)), real(db, who))
    )

    with wire.room(ada) as adas, Voice(wire, ben, active) as ben_s:
        ben_s.say()
        adas.expect(frames.Gate)
    assert asked_for == [set()]

    until_left(wire, ben)
    with Voice(wire, ada, active) as ada_s:
        ada_s.say()
    assert asked_for[1:] == [{ben.account.pk}]


def test_the_day_is_kept_from_adas_first_words_until_ben_answers(wire, ada, ben, active):
    today = wire.clock.today
    assert waiting_since(active) == today
    Head.objects.update(waiting_since=today - 1)

    with Voice(wire, ada, active) as ada_s:
        ada_s.say("Are you there?")
    assert waiting_since(active) == today - 1

    with Voice(wire, ben, active) as ben_s:
        ben_s.say("I am.")
    assert waiting_since(active) is None

    with Voice(wire, ada, active) as ada_s:
        ada_s.say("Good.")
    assert waiting_since(active) == today


def test_a_new_key_answers_nobody(wire, ada, ben, active):
    day = wire.clock.today

    with Voice(wire, ben, active) as ben_s:
        ben_s.begin_epoch(ben_s.turn(day=day))

    assert waiting_since(active) == day


def test_who_left_waits_no_more(wire, ada, active):
    with Voice(wire, ada, active) as ada_s:
        ada_s.leave(day=wire.clock.today)

    assert waiting_since(active) is None


def until_left(wire, somebody):
    """Wait until the relay has seen that somebody has gone."""
    _wait_for(lambda: not wire.relay._rooms.is_here(somebody.account.pk))
