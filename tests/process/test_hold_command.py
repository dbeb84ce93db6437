"""A hold, and the end of every sign-in, from the server's own command line."""

import getpass

import pytest

from alongside.cli import commands, hold, sign_out
from alongside.people.actions import make_desk_user
from alongside.people.models import Hold, Token
from tests.cast import DESK_WORDS
from tests.process.served import founded

CEMS_WORDS = "anchor basket candle dinner engine"
REASON = "Order of the district court of 3 May, file 12-345"


@pytest.fixture
def run(house, desk, monkeypatch, capsys):
    """Type a command in this house; whoever is asked for five words types theirs."""
    make_desk_user("Cem", CEMS_WORDS)
    typed = {"Dora": DESK_WORDS, "Cem": CEMS_WORDS}
    asked = []
    for command in (hold, sign_out):
        monkeypatch.setattr(command, "open_house", lambda: None)

    def answer(question):
        asked.append(question)
        return next((words for name, words in typed.items() if name in question), "")

    monkeypatch.setattr(getpass, "getpass", answer)

    def run(*words):
        commands.main(words)
        return capsys.readouterr().out

    run.typed, run.asked = typed, asked
    return run


def order(*more, by="Dora", second="Cem"):
    return ("--days", "60", "--reason", REASON, "--by", by, "--second", second, *more)


def test_two_people_place_a_hold_with_their_words_and_it_stands_in_the_list(run, ada):
    said = run("hold", "place", ada.username, *order())

    assert "They are told." in said
    assert [one.split(" of ")[1] for one in run.asked] == ["Dora: ", "Cem: "]
    listed = run("hold", "list")
    for part in (ada.username, "by Dora and Cem", REASON):
        assert part in listed

    number = str(Hold.objects.get().pk)
    run(
        "hold", "renew", number, *order("--untold-days", "3", "--ban", "Ban of 3 May, number 4")
    )
    assert "not to be told before" in run("hold", "list")
    assert "Lifted" in run("hold", "lift", number)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("place", "nobody-here-0000", *order()), "no place here is called nobody-here-0000"),
        (("place", "ADA", *order(second="Dora")), "Two different people"),
        (("place", "ADA", *order(second="Finn")), "do not open"),
        (("place", "ADA", *order("--ban", "Ban of 3 May, number 4")), "go together"),
        (("lift", "77"), "no such hold"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_and_nothing_is_held(run, ada, words, said):
    with pytest.raises(SystemExit) as left:
        run("hold", *(ada.username if one == "ADA" else one for one in words))

    assert said in str(left.value)
    assert not Hold.objects.exists()


def test_whoever_types_another_ones_name_without_their_words_holds_nothing(run, ada):
    run.typed["Cem"] = "not his words at all"
    with pytest.raises(SystemExit):
        run("hold", "place", ada.username, *order())
    assert not Hold.objects.exists()


def test_a_place_is_signed_out_for_somebody_whose_device_was_lost(run, ada):
    assert "signed out on every device" in run("sign-out", ada.username)
    assert not Token.objects.filter(account=ada.account).exists()
    with pytest.raises(SystemExit, match="no place here"):
        run("sign-out", "nobody-here-0000")


def test_on_the_machine_itself_a_house_without_holds_says_so(tmp_path):
    house = founded(tmp_path)
    listed = house.run("hold", "list")
    assert (listed.returncode, listed.stdout) == (0, "Nothing is held about anybody.\n")
    wrong = house.run("sign-out", "nobody-here-0000")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "Traceback" not in wrong.stderr
