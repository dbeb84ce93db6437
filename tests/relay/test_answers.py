"""What is told of a relay at work, and to whom; and who comes too often from one address."""

import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from alongside_relay import figures
from alongside_relay.answers import is_near
from alongside_relay.app import Limits, create
from alongside_relay.arrivals import Arrivals, came_from
from alongside_relay.codes import Bye
from alongside_relay.limits import Pace
from pse import frames
from pse.wire import encode

from .conftest import config, served_with, serving
from .plain_room import PlainRoom, packed, post
from .room import Room
from .voice import Voice

PROXIES = ("127.0.0.1", "::1")


def asked(wire, path, **headers):
    address = wire.address.replace("ws://", "http://") + path
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.read().decode()


def told(text):
    """The figures by name, as Prometheus reads them."""
    return {
        sample.name: (sample.value, sample.labels)
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.mark.both_databases
def test_a_relay_that_stores_reads_and_listens_is_ready(wire):
    assert asked(wire, "/health") == (200, "ok\n")
    assert asked(wire, "/ready") == (200, "ready\n")


@pytest.mark.both_databases
def test_a_relay_whose_store_does_not_answer_is_not_ready(wire):
    def nowhere():
        raise OSError("no such place")

    with served_with(wire, Limits()) as fresh:
        fresh.relay._reader._connect = nowhere
        assert asked(fresh, "/ready") == (503, "no answer from the store\n")
        assert asked(fresh, "/health") == (200, "ok\n")


def test_however_many_ask_whether_a_relay_is_ready_the_store_is_asked_once_a_second(wire):
    with served_with(wire, Limits()) as fresh:
        questions, ask = [], fresh.relay._reader.ask

        async def counted(question):
            questions.append(question)
            return await ask(question)

        fresh.relay._reader.ask = counted
        with ThreadPoolExecutor(8) as many:
            told = list(many.map(lambda _: asked(fresh, "/ready"), range(40)))
        assert set(told) == {(200, "ready\n")}
        assert 1 <= len(questions) <= 3


def test_a_relay_that_does_not_hear_the_others_is_not_ready(wire):
    if wire.relay._bus is None:
        pytest.skip("on SQLite there are no others")
    with served_with(wire, Limits()) as fresh:
        fresh.relay._bus.close(within=2)
        assert asked(fresh, "/ready") == (503, "not hearing the others\n")


def test_figures_are_what_prometheus_reads_and_name_nobody(wire, ada, active, monkeypatch):
    monkeypatch.setattr(figures, "EVERY", 0.0)
    with served_with(wire, Limits()) as fresh, Voice(fresh, ada, active) as ada_s:
        for _ in range(12):
            ada_s.say()
        fresh.relay._figures.look(lines=1, plain=0)
        status, text = asked(fresh, "/metrics")

    assert status == 200
    assert told(text) == {
        "alongside_wire_ready": (1.0, {}),
        "alongside_wire_lines": (10.0, {}),
        "alongside_wire_plain_lines": (0.0, {}),
        "alongside_wire_frames_total": (10.0, {}),
        "alongside_wire_commits_total": (10.0, {}),
        "alongside_wire_largest_commit": (10.0, {}),
    }


def test_figures_stand_still_for_a_minute():
    counted = figures.Figures()
    for _ in range(50):
        counted.committed(3)
    counted.look(lines=200, plain=200)

    assert told(counted.text(is_ready=True))["alongside_wire_frames_total"][0] == 0


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_whoever_comes_through_a_proxy_finds_no_figures(wire, header):
    assert asked(wire, "/metrics")[0] == 200
    assert asked(wire, "/metrics", **{header: "127.0.0.1"}) == (404, "nothing here\n")


def test_figures_are_for_this_machine_unless_the_programme_says_otherwise(wire):
    assert not is_near({"client": ("203.0.113.9", 5), "headers": []})
    assert is_near({"client": ("::1", 5), "headers": []})
    relay = create(replace(config(wire.clock), shows_figures=True))
    with serving(relay) as address:
        shown = replace(wire, address=address)
        assert asked(shown, "/metrics", Via="1.1 proxy")[0] == 200


# ---- who comes too often


def test_people_behind_one_router_all_come_in_and_a_flood_is_put_off_for_a_minute():
    arrivals = Arrivals(Limits().openings_per_minute)
    shelter = "203.0.113.7"

    assert all(arrivals.allows(shelter, 1.0) for _ in range(300))
    assert not arrivals.allows(shelter, 2.0)
    assert arrivals.allows("203.0.113.8", 2.0)
    assert arrivals.allows(shelter, 61.5)
    assert all(arrivals.allows(None, 62.0) for _ in range(1000))


def test_a_household_with_many_ipv6_addresses_counts_as_one():
    arrivals = Arrivals(2)

    assert arrivals.allows("2001:db8::1", 0.0)
    assert arrivals.allows("2001:db8::ffff:2", 0.0)
    assert not arrivals.allows("2001:db8::3", 0.0)
    assert arrivals.allows("2001:db8:0:1::3", 0.0)
    assert arrivals.allows("::ffff:203.0.113.7", 0.0)


def test_an_address_is_nowhere_in_what_is_counted():
    arrivals = Arrivals(2)
    arrivals.allows("203.0.113.7", 0.0)
    (mark,) = arrivals._counts
    arrivals.allows("203.0.113.7", 60.0)
    (later,) = arrivals._counts

    assert len(mark) == 16
    assert mark != later, "the same address is another mark in the next minute"


def test_only_a_proxy_of_ours_says_where_somebody_comes_from():
    assert came_from(("127.0.0.1", 1), "198.51.100.1, 203.0.113.7", PROXIES) == "203.0.113.7"
    assert came_from(("198.51.100.9", 1), "203.0.113.7", PROXIES) == "198.51.100.9"
    assert came_from(("127.0.0.1", 1), "", PROXIES) is None
    assert came_from(None, "", PROXIES) is None


def test_too_many_openings_from_one_address_are_told_so_on_both_ways(wire, ada):
    with served_with(wire, replace(Limits(), openings_per_minute=2)) as narrow:
        narrow_as = {"X-Forwarded-For": "203.0.113.7"}
        for _ in range(2):
            Room(narrow.address, more=narrow_as).__exit__()
        with Room(narrow.address, more=narrow_as) as room:
            assert room.goodbye() == Bye.CROWDED
        first = packed(encode(frames.Open(1, ada.ticket(now=wire.clock()))))
        plain = PlainRoom(narrow.address)
        plain.id = post(narrow.address, "open", first, X_Forwarded_For="203.0.113.7").body
        plain.listen()
        assert plain.goodbye() == Bye.CROWDED
        with Room(narrow.address, more={"X-Forwarded-For": "203.0.113.8"}).open(
            ada.ticket(now=wire.clock())
        ):
            pass


# ---- who types meets none of it


def test_a_fast_typist_meets_no_limit():
    """Half an hour of short lines, at 120 words a minute, in bursts of five."""
    pace, now, put_off = Pace(Limits()), 0.0, 0
    while now < 1800:
        for _ in range(5):  # "ok", "yes", "me too": ten keys a second, two of them and enter
            now += 0.4
            put_off += not pace.allows(now)
        now += 1.0
    assert put_off == 0
