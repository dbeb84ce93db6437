"""The desk's two cookies, as a browser is given them. The room sets none."""

import os
import subprocess
import sys

from tests.cast import DESK_WORDS

LIVE = {
    "ALONGSIDE_MODE": "production",
    "ALONGSIDE_SECRET": "s" * 64,
    "ALONGSIDE_HOSTS": "peers.example.org",
    "ALONGSIDE_ORIGIN": "https://peers.example.org",
}
SHOWN = """
from alongside import settings as s
print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE)
"""


def test_both_are_read_by_no_script_and_sent_from_no_other_site(desk, client):
    client.get("/desk/sign-in")
    client.post("/desk/sign-in", {"name": desk.name, "words": DESK_WORDS})

    assert set(client.cookies) == {"desk", "form"}
    for given in client.cookies.values():
        assert given["httponly"]
        assert given["samesite"] == "Strict"
        assert given["path"] == "/"


def test_in_a_live_programme_they_belong_to_this_host_alone_and_travel_over_tls(tmp_path):
    keep = {k: v for k, v in os.environ.items() if not k.startswith("ALONGSIDE_")}

    said = subprocess.run(
        [sys.executable, "-c", SHOWN],
        env=keep | LIVE | {"ALONGSIDE_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert said.stdout.split() == ["__Host-desk", "True", "__Host-form", "True"]
