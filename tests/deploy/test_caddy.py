"""Debian's caddy, if it is there, with the file we ship, before a house in production."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from pse import frames
from pse.wire import decode, encode
from tests.deploy.fronted import NAME, Fronted, certified, production
from tests.deploy.test_nginx import ADDRESS, sign_in
from tests.process.served import founded, free_port

SHIPPED = Path(__file__).parents[2] / "deploy" / "Caddyfile"
EXAMPLE = "reverse_proxy 127.0.0.1:8000"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("caddy") is None, reason="caddy is not installed"),
]


def configured(folder, *, house, secure):
    """Our file with its example's name and port changed, and a certificate for it."""
    text = SHIPPED.read_text()
    certificate = f"tls {folder}/fullchain.pem {folder}/privkey.pem"
    for old, new in (
        ("{\n\tlog", "{\n\tadmin off\n\tauto_https disable_redirects\n\tlog"),
        (
            "peers.example.org {",
            f"https://{NAME}:{secure} {{\n\tbind 127.0.0.1\n\t{certificate}",
        ),
        ("@wire 127.0.0.1:8000", f"@wire 127.0.0.1:{house.port}"),
        (EXAMPLE, f"reverse_proxy 127.0.0.1:{house.port}"),
    ):
        assert old in text, f"{SHIPPED.name} does not say {old}"
        text = text.replace(old, new)
    (folder / "Caddyfile").write_text(text)
    return folder / "Caddyfile"


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """What people see."""
    folder = tmp_path_factory.mktemp("caddy")
    secure = free_port()
    trust = certified(folder)
    house = founded(folder / "house")
    house.start(**production(secure))
    said = (folder / "said.log").open("wb")
    process = subprocess.Popen(
        ["caddy", "run", "--config", configured(folder, house=house, secure=secure)],
        env=os.environ | {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        stdout=said,
        stderr=said,
    )
    here = Fronted(house, 0, secure, folder, trust)
    until = time.monotonic() + 30
    while not answers(here):
        assert process.poll() is None, here.written()
        assert time.monotonic() < until
        time.sleep(0.1)
    yield here
    process.terminate()
    process.wait(10)
    said.close()
    house.stop()


def answers(here):
    try:
        return here.ask("/wire/health").status == 200
    except OSError:
        return False


def wire(front, **how):
    return connect(
        f"wss://{NAME}:{front.secure}/wire",
        ssl=front.trust,
        subprotocols=["pse1"],
        proxy=None,
        **how,
    )


def test_pages_and_wire_come_through_caddy_on_one_origin(front):
    assert [front.ask(path).status for path in ("/", "/app/", "/config.json")] == [200] * 3
    with wire(front, origin=front.origin) as line:
        line.send(encode(frames.Open(1, bytes(72))))
        assert decode(line.recv(timeout=10)) == frames.Goodbye(2)
    with pytest.raises(InvalidStatus), wire(front, origin="https://elsewhere.example"):
        raise AssertionError("the wire was opened")


def test_plain_requests_come_through_caddy_and_figures_do_not(front):
    frame = encode(frames.Open(1, bytes(72)))
    said = {"Origin": front.origin, "Content-Type": "application/octet-stream"}
    opening = len(frame).to_bytes(4, "little") + frame
    opened = front.ask("/wire/plain/open", method="POST", body=opening, headers=said)
    asked = opened.content + bytes(8)
    answer = front.ask("/wire/plain/take", method="POST", body=asked, headers=said)

    assert decode(answer.content[4:]) == frames.Goodbye(2)
    assert front.ask("/wire/ready").status == 200
    assert front.ask("/wire/metrics").status == 404


def test_nobody_gets_more_tries_behind_caddy_and_nobody_is_written_down(front):
    tries = [sign_in(front, f"203.0.113.{number}").status for number in range(7)]

    assert tries == [401] * 5 + [429] * 2
    assert not ADDRESS.findall(front.written().replace("127.0.0.1:", ""))
