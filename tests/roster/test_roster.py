"""How a programme comes to stand behind someone, with a key that never sees a server."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.cli import paper
from alongside.cli.commands import main
from alongside.cli.roster_files import BadFile, opened
from pse.base64url import from_text, to_text
from pse.key_record import first_key_record
from pse.refusal import Refused
from pse.revocation import is_taken_back, verify_revocation
from pse.signing import verify_key_of
from pse.words import check_words
from pse.wrapping import wrap_key_of

DAY = 20_000


@pytest.fixture
def key(tmp_path, capsys):
    file = tmp_path / "roster.json"
    assert main(["roster", "new", str(file)]) == 0
    capsys.readouterr()
    return file


@pytest.fixture
def record():
    seed, hidden = bytes(range(32)), bytes(range(32, 64))
    return first_key_record(
        ik_seed=seed, ik=verify_key_of(seed), ek=wrap_key_of(hidden), rand=bytes(16), day=DAY
    )


@pytest.fixture
def request_file(tmp_path, key, record):
    fields = {
        name: to_text(getattr(record, name))
        for name in ("account_id", "ik", "ek", "rand", "prev", "sig", "prev_sig")
    }
    content = {
        "kind": "alongside-endorsement-request",
        "version": 1,
        "home": json.loads(key.read_text())["home"],
        "role": 2,
        "display_name": "Ben",
        "key_record": {**fields, "gen": record.gen, "day": record.day},
    }
    file = tmp_path / "ben.json"
    file.write_text(json.dumps(content))
    return file


def test_the_key_is_for_its_owner_alone_and_is_never_written_over(key):
    assert key.stat().st_mode & 0o077 == 0
    with pytest.raises(SystemExit, match="not written over"):
        main(["roster", "new", str(key)])


def test_the_programme_stands_behind_ben_after_hearing_his_four_words(
    key, request_file, record, monkeypatch, capsys
):
    monkeypatch.setattr("builtins.input", lambda _question: "yes")

    main(["roster", "endorse", str(request_file), "--key", str(key), "--days", "30"])

    from pse.endorsement import verify_endorsement
    from pse.key_record import kr_hash_of

    said = capsys.readouterr().out
    endorsement = opened(request_file.with_name("ben.endorsement.json"))
    content = json.loads(key.read_text())
    verify_endorsement(
        endorsement,
        home=from_text(content["home"]),
        roster=verify_key_of(from_text(content["seed"])),
        records=[record],
    )
    assert "Ben" in said
    assert " ".join(check_words(record.account_id, kr_hash_of(record))) in said
    assert endorsement.to_day - endorsement.from_day == 30


@pytest.mark.parametrize("answer", ["", "no", "y", "YES"])
def test_nobody_is_endorsed_without_a_clear_yes(key, request_file, answer, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: answer)

    with pytest.raises(SystemExit, match="did not say yes"):
        main(["roster", "endorse", str(request_file), "--key", str(key)])

    assert not request_file.with_name("ben.endorsement.json").exists()


def test_a_later_endorsement_has_a_higher_serial(key, request_file, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: "yes")
    serials = []
    for _turn in range(2):
        main(["roster", "endorse", str(request_file), "--key", str(key)])
        answer = request_file.with_name("ben.endorsement.json")
        serials.append(opened(answer).serial)
        answer.unlink()

    assert serials[1] > serials[0]


def test_a_request_for_another_programme_is_refused(tmp_path, request_file, monkeypatch):
    other = tmp_path / "other.json"
    main(["roster", "new", str(other)])
    monkeypatch.setattr("builtins.input", lambda _question: "yes")

    with pytest.raises(SystemExit, match="another programme"):
        main(["roster", "endorse", str(request_file), "--key", str(other)])


@pytest.mark.parametrize("days", ["0", "91", "-1"])
def test_nobody_is_endorsed_for_longer_than_ninety_days(key, request_file, days, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: "yes")

    with pytest.raises(SystemExit, match="1 to 90"):
        main(["roster", "endorse", str(request_file), "--key", str(key), "--days", days])


def test_keys_changed_on_the_way_are_noticed(request_file):
    content = json.loads(request_file.read_text())
    content["key_record"]["day"] += 1
    request_file.write_text(json.dumps(content))

    with pytest.raises(BadFile):
        opened(request_file)


@pytest.mark.parametrize("by", ["ben.json", "ben.endorsement.json"])
def test_the_programme_takes_its_word_for_ben_back(
    key, request_file, record, by, monkeypatch, capsys
):
    monkeypatch.setattr("builtins.input", lambda _question: "yes")
    main(["roster", "endorse", str(request_file), "--key", str(key)])
    endorsed = opened(request_file.with_name("ben.endorsement.json"))

    main(["roster", "revoke", str(request_file.with_name(by)), "--key", str(key)])

    file = request_file.with_name("ben.revocation.json")
    taken_back, content = opened(file), json.loads(key.read_text())
    home, seed = from_text(content["home"]), from_text(content["seed"])
    verify_revocation(taken_back, home=home, roster=verify_key_of(seed))
    assert is_taken_back(endorsed, taken_back)
    main(["roster", "show", str(file)])
    assert "no longer stands behind" in capsys.readouterr().out

    request_file.with_name("ben.endorsement.json").unlink()
    main(["roster", "endorse", str(request_file), "--key", str(key)])
    assert not is_taken_back(opened(request_file.with_name("ben.endorsement.json")), taken_back)


def test_nobodys_word_is_taken_back_without_a_clear_yes(key, request_file, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: "y")

    with pytest.raises(SystemExit, match="did not say yes"):
        main(["roster", "revoke", str(request_file), "--key", str(key)])

    assert not request_file.with_name("ben.revocation.json").exists()


def test_another_programmes_word_is_not_ours_to_take_back(
    tmp_path, key, request_file, monkeypatch
):
    monkeypatch.setattr("builtins.input", lambda _question: "yes")
    main(["roster", "endorse", str(request_file), "--key", str(key)])
    other = tmp_path / "other.json"
    main(["roster", "new", str(other)])

    for by in ("ben.json", "ben.endorsement.json"):
        with pytest.raises(SystemExit, match=r"another programme|nobody with this key"):
            main(["roster", "revoke", str(request_file.with_name(by)), "--key", str(other)])


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"kind":"alongside-endorsement"}', "no JSON"]
)
def test_another_file_is_named_as_what_it_is(tmp_path, text):
    file = tmp_path / "letter.txt"
    file.write_text(text)

    with pytest.raises(SystemExit, match=r"letter\.txt is not a file of the roster"):
        main(["roster", "show", str(file)])


@given(st.binary(min_size=32, max_size=32))
def test_paper_gives_back_the_very_key(seed):
    assert paper.read(paper.write(seed).lower().replace("-", " ")) == seed


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.integers(1, 31))
def test_a_slip_of_the_pen_is_noticed(seed, place, by):
    letters = list(paper.write(seed).replace("-", ""))
    at = paper._ALPHABET.index(letters[place])
    letters[place] = paper._ALPHABET[(at + by) % 32]

    with pytest.raises(paper.Misread):
        paper.read("".join(letters))


def test_a_lost_key_comes_back_from_paper(tmp_path, key, monkeypatch):
    content = json.loads(key.read_text())
    monkeypatch.setattr(
        "builtins.input", lambda _question: paper.write(from_text(content["seed"]))
    )

    again = tmp_path / "again.json"
    main(["roster", "new", str(again), "--from-paper", "--home", content["home"]])

    assert json.loads(again.read_text()) == content


@pytest.mark.parametrize("home", ["-7KOZgaVNLQOk0wC0uu9tg", "--KOZgaVNLQOk0wC0uu9tg"])
def test_a_home_that_begins_with_a_dash_is_read_as_it_was_printed(tmp_path, home):
    made = tmp_path / "roster.json"

    main(["roster", "new", str(made), "--home", home])

    assert json.loads(made.read_text())["home"] == home


def test_an_option_after_a_forgotten_home_is_not_taken_for_it(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["roster", "new", str(tmp_path / "roster.json"), "--home", "--from-paper"])

    assert "--home: expected one argument" in capsys.readouterr().err


def test_the_roster_is_worked_offline_without_the_server(key):
    asked = "import sys; from alongside.cli.commands import main; main(sys.argv[1:]); "
    asked += "sys.exit('django' in sys.modules)"

    said = subprocess.run(
        [sys.executable, "-c", asked, "roster", "show", str(key)], check=False, timeout=30
    )

    assert said.returncode == 0


def test_a_weak_name_is_refused(request_file):
    content = json.loads(request_file.read_text())
    content["display_name"] = ""
    request_file.write_text(json.dumps(content))

    with pytest.raises((BadFile, Refused)):
        opened(request_file)


@pytest.fixture
def renewed_file(tmp_path, request_file, record):
    """Ben again, with a lock that is not his first: all records before it go along."""
    from pse.as_json import key_record_json
    from pse.key_record import next_key_record

    seed = bytes(range(64, 96))
    after = next_key_record(
        record,
        ik_seed=seed,
        ik=verify_key_of(seed),
        ek=wrap_key_of(seed),
        prev_ik_seed=bytes(range(32)),
        day=DAY + 1,
    )
    content = json.loads(request_file.read_text())
    before = [content["key_record"]]
    content |= {"key_record": key_record_json(after), "before": before}
    file = tmp_path / "ben-again.json"
    file.write_text(json.dumps(content))
    return file


def test_a_new_lock_of_bens_is_called_new_before_anybody_says_yes(
    key, renewed_file, monkeypatch, capsys
):
    monkeypatch.setattr("builtins.input", lambda _question: "yes")
    main(["roster", "endorse", str(renewed_file), "--key", str(key), "--days", "30"])

    assert "This person has a new lock." in capsys.readouterr().out
    assert renewed_file.with_name("ben-again.endorsement.json").exists()


@pytest.mark.parametrize("before", [[], "the same twice", None])
def test_a_lock_without_the_records_before_it_is_no_request(renewed_file, before):
    content = json.loads(renewed_file.read_text())
    if before is None:
        del content["before"]
    else:
        content["before"] = content["before"] * 2 if before else before
    renewed_file.write_text(json.dumps(content))
    with pytest.raises(BadFile):
        opened(renewed_file)
