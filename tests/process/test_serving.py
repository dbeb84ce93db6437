"""Pages, API, room and live wire from one process, which comes and goes calmly."""

import json
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from alongside.process.upload import LARGEST
from pse import frames
from pse.wire import encode


def test_one_port_serves_pages_api_room_and_wire(served):
    assert served.ask("/").status == 200
    assert json.loads(served.ask("/config.json").content)["version"] == 1
    assert served.ask("/app/manifest.json").status == 200
    assert served.ask("/wire/health").status == 200


def test_the_room_is_given_its_policy_and_asked_for_anew(served):
    answer = served.ask("/app/manifest.json")

    assert "trusted-types pse lit-html" in answer.headers["Content-Security-Policy"]
    assert f"ws://127.0.0.1:{served.port}" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["ETag"]


def test_a_visitor_who_has_the_file_is_not_sent_it_again(served):
    first = served.ask("/app/manifest.json")

    again = served.ask("/app/manifest.json", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status == 304


def test_files_travel_compressed(served):
    for asked, given in (("gzip", "gzip"), ("gzip, deflate, br", "br")):
        answer = served.ask("/app/manifest.json", headers={"Accept-Encoding": asked})

        assert answer.headers["Content-Encoding"] == given


def test_the_server_does_not_say_what_it_is_made_of(served):
    assert "Server" not in served.ask("/").headers


def test_a_strange_page_cannot_open_the_wire(served):
    with (
        pytest.raises(Exception, match=r"403|rejected|404"),
        connect(f"ws://127.0.0.1:{served.port}/wire", origin="https://elsewhere.example"),
    ):
        raise AssertionError("the wire was opened")


def test_nothing_but_the_wire_takes_sockets(served):
    with (
        pytest.raises(Exception, match=r"403|rejected|404"),
        connect(f"ws://127.0.0.1:{served.port}/desk/", origin=served.origin),
    ):
        raise AssertionError("a page took a socket")


def test_an_endless_upload_is_refused(served):
    answer = served.ask("/api/state", method="PUT", body=bytes(LARGEST + 1))

    assert answer.status == 413


def test_slow_uploads_do_not_keep_others_waiting(served):
    slow = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(8)]
    for one in slow:
        one.sendall(
            b"POST /api/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{"
        )
    time.sleep(0.2)

    began = time.monotonic()
    answer = served.ask("/help-now")

    assert answer.status == 200
    assert time.monotonic() - began < 5
    for one in slow:
        one.close()


def test_a_second_process_on_the_same_data_is_refused_in_one_sentence(served):
    said = served.run("serve", PORT=str(served.port + 1))

    assert said.returncode == 1
    assert "already served by process" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


def test_ctrl_c_ends_it_within_five_seconds_even_with_people_inside(served):
    with connect(
        f"ws://127.0.0.1:{served.port}/wire", origin=served.origin, subprotocols=["pse1"]
    ) as inside:
        code, seconds, said = served.stop(signal.SIGINT)
        with pytest.raises(ConnectionClosed):
            _hear_everything(inside)

    assert seconds < 5, said
    assert "Traceback" not in said
    assert code == 0


def test_whoever_waits_in_a_plain_request_is_told_too_and_holds_up_nobody(served):
    served.start()
    line = plainly(served, "open", b"").content
    with ThreadPoolExecutor(1) as inside:
        waiting = inside.submit(plainly, served, "take", line + bytes(8))
        time.sleep(0.3)
        code, seconds, said = served.stop(signal.SIGINT)
        answer = waiting.result()

    assert answer.content[4:] == encode(frames.Goodbye(3))
    assert seconds < 5, said
    assert "Traceback" not in said
    assert code == 0


def plainly(served, way, body):
    headers = {"Origin": served.origin, "Content-Type": "application/octet-stream"}
    return served.ask(f"/wire/plain/{way}", method="POST", body=body, headers=headers)


def test_it_comes_up_again_within_five_seconds(served):
    assert served.start() < 5


def test_a_killed_process_leaves_no_lock_behind(served):
    served.stop(signal.SIGKILL)

    assert served.start() < 5


def _hear_everything(inside):
    while True:
        inside.recv(timeout=5)
