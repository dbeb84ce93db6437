"""A talk that lasts longer than its ticket, and than a sign-in: nothing is lost between."""

from dataclasses import replace

import pytest

from alongside_relay.codes import Bye
from pse import frames

from .people import sign_in
from .plain_room import PlainWire
from .voice import Voice

pytestmark = [pytest.mark.both_databases]


@pytest.fixture(params=["socket", "plain"])
def way(request, wire):
    """The wire by both ways."""
    return PlainWire(wire.relay, wire.address, wire.clock) if request.param == "plain" else wire


def test_a_talk_outlives_its_ticket_and_goes_on_after_a_new_sign_in(way, ada, ben, active):
    with Voice(way, ben, active) as ben_s:
        with Voice(way, ada, active) as ada_s:
            ada_s.say("Before.")
            way.clock.go_on(hours=1)  # the ticket was good for a minute
            ada_s.say("An hour later.")
            assert ben_s.hears(2) == ["Before.", "An hour later."]
            way.clock.go_on(hours=11, minutes=30)
            renewed = replace(ben, token=sign_in(ben.account, now=way.clock()))
            late = ada_s.line("In the very moment the sign-in ended.")
            ada_s.room.send(late)
            assert ada_s.room.goodbye() == Bye.SESSION_OVER

        again = replace(ada, token=sign_in(ada.account, now=way.clock()))
        with Voice(way, renewed, active) as bens, Voice(way, again, active) as adas:
            assert [line.body.b for line in adas.lines[-2:]] == ["Before.", "An hour later."]
            ack = adas.put(late)
            adas.room.send(late)
            assert adas.room.expect(frames.Ack).n == ack.n
            assert bens.hears(1) == ["In the very moment the sign-in ended."]
