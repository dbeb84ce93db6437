"""A partner organisation looks on from outside, and does not sign what was changed."""

import json
import subprocess
import sys
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from alongside.cli.commands import main
from alongside.cli.witness_files import read_seen
from pse.base64url import from_text, to_text
from pse.key_log import KEYS, KeyLog, Leaf, key_leaf, write_rows
from pse.note import read_note, read_witness, sign_checkpoint, verify_cosigned
from pse.signing import verify_key_of

HOME, SEED = bytes(range(16)), b"l" * 32
LINES = [key_leaf(bytes([n]) * 16, bytes([n]) * 32) for n in range(1, 6)]


class House:
    """A programme as a witness meets it over real HTTP: it shows and signs what it likes."""

    def __init__(self):
        self.lines = list(LINES)
        self.seed, self.home = SEED, HOME
        self.posted = []
        self.takes = True
        self.at_once = 2

    def answer(self, path, query, body):
        if path == "/config.json":
            log = to_text(verify_key_of(self.seed))
            return 200, {"home": to_text(self.home), "log": log}
        if path == "/api/key-log":
            return 200, self.page(int(query["from"][0]))
        if path == "/api/key-log/cosignatures":
            self.posted.append(json.loads(body)["note"])
            return (204, None) if self.takes else (422, {"error": {"code": "not-a-witness"}})
        return 404, {}

    def page(self, start):
        note = sign_checkpoint(self.seed, self.home, KeyLog(self.lines).at())
        rows = write_rows(self.lines[start : start + self.at_once])
        return {"size": len(self.lines), "rows": to_text(rows), "note": note}


@contextmanager
def served(house):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.reply(None)

        def do_POST(self):
            self.reply(self.rfile.read(int(self.headers["Content-Length"])))

        def reply(self, body):
            parts = urlsplit(self.path)
            status, content = house.answer(parts.path, parse_qs(parts.query), body)
            raw = b"" if content is None else json.dumps(content).encode()
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def house():
    return House()


@pytest.fixture
def url(house):
    with served(house) as address:
        yield address


@pytest.fixture
def key(tmp_path, capsys):
    file = tmp_path / "witness.json"
    assert main(["witness", "new", str(file), "--name", "open-door.example"]) == 0
    line = capsys.readouterr().out.strip().splitlines()[-1]
    return file, read_witness(line)


@pytest.fixture
def look(tmp_path, key, url):
    def looked(*more):
        seen = str(tmp_path / "seen.json")
        return main(["witness", "look", url, "--key", str(key[0]), "--seen", seen, *more])

    return looked


def test_the_key_is_for_its_owner_alone_and_is_never_written_over(key):
    assert key[0].stat().st_mode & 0o077 == 0
    with pytest.raises(SystemExit, match="not written over"):
        main(["witness", "new", str(key[0]), "--name", "x"])


def test_an_honest_list_is_signed_and_handed_back(house, look, key, tmp_path, capsys):
    assert look() == 0

    assert verify_cosigned(house.posted[0], key[1]) > 1_700_000_000
    assert "Signed: 5 lines." in capsys.readouterr().out
    assert read_seen(tmp_path / "seen.json").at == KeyLog(LINES).at()


def test_a_list_that_grew_is_signed_again(house, look, capsys):
    look()
    house.lines.append(Leaf(KEYS, b"n" * 31, b"n" * 32))

    assert look() == 0
    assert "6 lines, 1 more than last time" in capsys.readouterr().out
    assert len(house.posted) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines.pop(),
        lambda lines: lines.reverse(),
        lambda lines: lines.insert(2, Leaf(KEYS, b"n" * 31, b"n" * 32)),
        lambda lines: lines.__setitem__(0, Leaf(KEYS, lines[0].who, b"f" * 32)),
        lambda lines: lines.clear(),
    ],
    ids=["shrunk", "swapped", "put between", "changed", "emptied"],
)
def test_another_list_is_not_signed_and_both_are_kept_as_proof(
    house, look, change, tmp_path, capsys
):
    look()
    before = read_seen(tmp_path / "seen.json")
    change(house.lines)

    assert look() == 3
    assert "another list than the one you saw before" in capsys.readouterr().out
    assert len(house.posted) == 1
    assert read_seen(tmp_path / "seen.json") == before
    proof = json.loads((tmp_path / "seen.json.proof").read_text())
    assert proof["before"] == before.note
    assert read_note(proof["now"]).text != read_note(before.note).text
    assert from_text(proof["rows"]) == write_rows(house.lines)


def test_a_second_proof_does_not_replace_the_first(house, look, tmp_path):
    look()
    house.lines.reverse()
    look()
    look()

    assert (tmp_path / "seen.json.proof").exists()
    assert (tmp_path / "seen.json.proof-2").exists()


def test_a_list_that_is_not_the_signed_one_is_not_signed(house, look, capsys):
    honest = house.page
    house.page = lambda start: {**honest(start), "note": _note_of(house, LINES[:-1])}

    assert look() == 3
    assert "not the one it signed" in capsys.readouterr().out
    assert house.posted == []


def _note_of(house, lines):
    return sign_checkpoint(house.seed, house.home, KeyLog(lines).at())


def test_another_key_or_another_programme_is_noticed(house, look):
    look()
    house.seed = b"o" * 32
    with pytest.raises(SystemExit, match="another key"):
        look()
    house.seed, house.home = SEED, bytes(16)
    with pytest.raises(SystemExit, match="another programme"):
        look()


def test_what_was_heard_by_phone_counts_at_the_first_time(look, capsys):
    with pytest.raises(SystemExit, match="another programme"):
        look("--home", to_text(bytes(16)))
    with pytest.raises(SystemExit, match="another key"):
        look("--log", to_text(bytes(32)))

    assert look("--home", to_text(HOME), "--log", to_text(verify_key_of(SEED))) == 0
    assert "first time" not in capsys.readouterr().out


def test_the_first_time_it_says_what_to_compare(look, capsys):
    look()

    said = capsys.readouterr().out
    assert "first time" in said
    assert to_text(HOME) in said


def test_the_note_can_be_printed_instead(house, look, key, capsys):
    assert look("--print") == 0

    said = capsys.readouterr().out
    note = said[said.index("alongside/") : said.index("Signed:")]
    assert verify_cosigned(note, key[1]) > 0
    assert house.posted == []


def test_a_programme_that_does_not_list_the_witness_is_told_apart(house, look, capsys):
    house.takes = False

    assert look() == 0
    assert "does not list open-door.example" in capsys.readouterr().out


@pytest.mark.parametrize(
    "answer",
    [
        (200, []),
        (200, {"home": "x", "log": "y"}),
        (200, {}),
        (500, {}),
        (302, {}),
    ],
    ids=str,
)
def test_an_answer_that_makes_no_sense_is_said_so(house, look, answer):
    house.answer = lambda *_: answer

    with pytest.raises(SystemExit, match=r"makes no sense|answered"):
        look()


@pytest.mark.parametrize(
    "page",
    [
        {"size": 5, "rows": "????", "note": ""},
        {"size": 5, "rows": to_text(bytes(63)), "note": ""},
        {"size": "many", "rows": "", "note": ""},
        {"rows": "", "note": ""},
        {"size": 1, "rows": to_text(bytes(64)), "note": 7},
    ],
    ids=str,
)
def test_a_broken_list_is_refused_and_nothing_is_signed(house, look, page):
    house.page = lambda start: page

    assert _left_with(look).startswith(("3", "Not done"))
    assert house.posted == []


def _left_with(look):
    try:
        return str(look())
    except SystemExit as left:
        return str(left.code)


@pytest.mark.parametrize(
    "address", ["http://peers.example.org", "peers.example.org", "file:///etc", "https://x/y"]
)
def test_only_a_safe_address_is_asked(key, tmp_path, address):
    seen = str(tmp_path / "seen.json")
    with pytest.raises(SystemExit, match="https"):
        main(["witness", "look", address, "--key", str(key[0]), "--seen", seen])


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"kind":"x"}'])
def test_another_file_is_not_a_key(tmp_path, url, text):
    file = tmp_path / "odd.json"
    file.write_text(text)
    with pytest.raises(SystemExit, match="not a file of a witness"):
        main(["witness", "look", url, "--key", str(file), "--seen", str(tmp_path / "s")])


def test_it_works_where_there_is_no_django():
    program = (
        "import sys; sys.modules['django'] = None; "
        "from alongside.cli.commands import main; sys.exit(main(['witness', '--help']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
