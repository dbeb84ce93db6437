"""Debian's nginx, with the file we ship, in front of a house in production mode."""

import json
import os
import re
import socket
import ssl

import pytest
from websockets.sync.client import connect

from pse import frames
from pse.wire import decode, encode
from tests.deploy.fronted import NAME, fronted, program

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        program() is None and os.geteuid() != 0,
        reason="nginx is not installed, and only root may install it",
    ),
]
ADDRESS = re.compile(r"127\.0\.0\.1|::1|203\.0\.113\.\d+")


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """What people see."""
    here, process = fronted(tmp_path_factory.mktemp("front"))
    yield here
    process.terminate()
    process.communicate(timeout=10)
    if here.house.process.poll() is None:
        here.house.stop()


def sign_in(front, forged):
    """Try words that are wrong, with an address that is made up."""
    papers = {"username": "river-otter-4827", "auth": "A" * 43}
    headers = {
        "X-Alongside": "1",
        "Content-Type": "application/json",
        "X-Forwarded-For": forged,
    }
    return front.ask("/api/sign-in", method="POST", body=json.dumps(papers), headers=headers)


def test_pages_room_and_api_come_through_with_their_policies(front):
    page, room, config = (front.ask(path) for path in ("/", "/app/", "/config.json"))

    assert [one.status for one in (page, room, config)] == [200, 200, 200]
    assert "script-src 'none'" in page.headers["Content-Security-Policy"]
    assert f"wss://{NAME}:{front.secure}" in room.headers["Content-Security-Policy"]
    for one in (page, room, config):
        assert one.headers["Strict-Transport-Security"].startswith("max-age=63072000")
        assert one.headers["Referrer-Policy"] == "no-referrer"
        assert one.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert len(one.headers.get_all("Content-Security-Policy")) == 1
    assert json.loads(config.content)["version"] == 1


def test_every_file_of_the_room_comes_through_the_workers_with_their_long_policies_too(front):
    named = json.loads(front.ask("/app/manifest.json").content)["files"]

    answers = {name: front.ask("/app/" + name.removesuffix("index.html")) for name in named}

    assert "crypto/worker.js" in named
    assert {name for name, answer in answers.items() if answer.status != 200} == set()
    worker = answers["crypto/worker.js"].headers["Content-Security-Policy"]
    assert f"{front.origin}/app/crypto/writer.js" in worker


def test_files_are_asked_for_anew_and_travel_compressed(front):
    first = front.ask("/app/manifest.json", headers={"Accept-Encoding": "br"})

    again = front.ask("/app/manifest.json", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Content-Encoding"] == "br"
    assert first.headers["Cache-Control"] == "no-cache"
    assert again.status == 304


def test_the_live_wire_opens_over_tls_and_says_what_it_says_without_nginx(front):
    with connect(
        f"wss://{NAME}:{front.secure}/wire",
        ssl=front.trust,
        origin=front.origin,
        subprotocols=["pse1"],
        proxy=None,
    ) as wire:
        wire.send(encode(frames.Open(1, bytes(72))))
        said = decode(wire.recv(timeout=10))

    assert said == frames.Goodbye(2)


def test_a_strange_page_cannot_open_the_wire(front):
    with (
        pytest.raises(Exception, match="403"),
        connect(
            f"wss://{NAME}:{front.secure}/wire",
            ssl=front.trust,
            origin="https://elsewhere.example",
            subprotocols=["pse1"],
            proxy=None,
        ),
    ):
        raise AssertionError("the wire was opened")


def test_who_comes_over_http_is_sent_to_https(front):
    answer = front.ask("/help-now?a=1", secure=False)

    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{NAME}/help-now?a=1"


@pytest.mark.parametrize("path", ["/api/help", "/api/sign-in", "/wire/plain"])
def test_a_call_without_tls_is_refused_and_not_led_on(front, path):
    assert front.ask(path, secure=False).status == 403


@pytest.mark.parametrize("weak", ["AES128-SHA", "AES256-GCM-SHA384", "ECDHE-RSA-AES128-SHA"])
def test_nothing_without_forward_secrecy_or_seal_is_spoken(front, weak):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(weak)

    with (
        socket.create_connection(("127.0.0.1", front.secure)) as line,
        pytest.raises(ssl.SSLError, match="HANDSHAKE_FAILURE"),
    ):
        context.wrap_socket(line, server_hostname=NAME)


def test_what_was_sent_is_not_sent_back_to_be_read(front):
    assert front.ask("/api/help", method="TRACE").status == 405


def test_nobody_gets_more_tries_by_making_addresses_up(front):
    answers = [sign_in(front, f"203.0.113.{number}").status for number in range(7)]

    assert answers[:5] == [401] * 5
    assert answers[5:] == [429, 429]


def test_an_endless_upload_is_refused_at_the_door(front):
    answer = front.ask("/api/state", method="PUT", body=bytes(2 * 1024 * 1024))

    assert answer.status == 413


def test_nginx_has_written_nobody_down(front):
    """Last in this file: pages, refusals, redirects and sockets have all been through."""
    front.ask("/nowhere")
    front.house.stop()
    assert front.ask("/").status == 502
    front.house.start(ALONGSIDE_TEST_CLOCK="")

    assert not ADDRESS.findall(front.written())
    assert front.written() == ""
