"""The letters themselves: the very bytes that leave the house."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.notices.actions import send_due
from alongside.notices.actions.reaching import leave_address
from alongside.notices.letters import note_for, proof_for
from alongside.notices.models import Reach
from alongside.programme.actions import switch_off_language, switch_on_language
from tests.cast import NAMES
from tests.notices.conftest import BENS, DORAS, NOON, SENDER, owe, reached, wish

DIFFERS = re.compile(
    rb"(?m)^(Message-ID|To): .*$|/notices/stop/[\w-]+|boundary=.*$", re.MULTILINE
)
BANNED = [
    "riverside", "alongside", "peer support", "client", "specialist", "coordinator", "talk",
    "message", "hello", "recovery", "programme", "ada", "ben lind", "dora", "madrid",
    *NAMES.values(),
]  # fmt: skip


@pytest.fixture
def two_notes(mailbox, ben, desk):
    """A note to Ben and one to Dora."""
    for reach in (reached(ben.account), reached(desk, DORAS)):
        owe(reach)
    send_due(now=NOON)
    return mailbox


def test_ben_gets_one_note_that_says_only_that_something_is_new(mailbox, ben):
    owe(reached(ben.account))

    send_due(now=NOON)

    (note,) = mailbox.read
    assert note["Subject"] == "You have something new"
    assert note["To"] == BENS
    assert note["From"] == f"Short note <{SENDER}>"
    assert "https://peers.example.org/\r\n" in note.get_content()
    assert note.get_content_type() == "text/plain"
    ((sender, to),) = mailbox.envelopes
    assert sender.split(" ")[1] == f"FROM:<{SENDER}>"
    assert [each.split(" ")[1] for each in to] == [f"TO:<{BENS}>"]


def test_everybodys_note_is_the_same_but_for_address_and_link(two_notes):
    ben_s, dora_s = (DIFFERS.sub(b"", letter) for letter in two_notes.letters)

    assert two_notes.letters[0] != two_notes.letters[1]
    assert ben_s == dora_s


def test_no_letter_names_anybody_or_what_this_place_is(mailbox, ben, desk):
    leave_address(ben.account, wish(), now=NOON)
    send_due(now=NOON)
    owe(reached(desk, DORAS))
    send_due(now=NOON)

    assert len(mailbox.letters) == 2
    for note in mailbox.read:
        said = f"{note['Subject']} {note['From']} {note.get_content()}".lower()
        assert [word for word in BANNED if re.search(rf"\b{word}", said)] == []


def test_a_note_tells_neither_the_minute_nor_the_machine(two_notes):
    for note in two_notes.read:
        assert note["Date"].endswith("11:00:00 +0000")
        assert re.fullmatch(r"<[0-9a-f]{32}@notes\.example\.org>", note["Message-ID"])
        assert {"X-Mailer", "User-Agent", "Received", "Reply-To"}.isdisjoint(note.keys())


def test_the_minute_of_sending_is_rounded_away(mailbox, ben):
    owe(reached(ben.account))

    send_due(now=NOON + timedelta(minutes=47, seconds=13))

    assert mailbox.read[0]["Date"].endswith("11:00:00 +0000")


def test_a_mail_program_can_stop_notes_with_one_click(two_notes):
    for note in two_notes.read:
        assert note["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        link = note["List-Unsubscribe"].strip(" <>")
        assert link.startswith("https://peers.example.org/notices/stop/")
        assert link in note.get_content()


def test_a_letter_with_a_link_comes_before_any_note(mailbox, ben):
    reach = leave_address(ben.account, wish(), now=NOON)
    owe(reach)

    send_due(now=NOON)

    (letter,) = mailbox.read
    assert letter["Subject"] == "Is this your address?"
    assert "/notices/confirm/" in letter.get_content()
    assert "List-Unsubscribe" not in letter


def test_such_a_letter_goes_out_once(mailbox, ben):
    leave_address(ben.account, wish(), now=NOON)

    send_due(now=NOON)
    send_due(now=NOON + timedelta(minutes=10))

    assert len(mailbox.letters) == 1


@pytest.fixture
def spanish_too(house, desk):
    """Riverside offers Spanish as well."""
    switch_on_language("es", reviewer="Dra. Sol Vega", by=desk, today=1)


def test_whoever_reads_spanish_gets_spanish_letters_and_all_of_those_are_alike(
    mailbox, ben, desk, spanish_too
):
    for who, address in ((ben.account, BENS), (desk, DORAS)):
        owe(reached(who, address, lang="es"))

    send_due(now=NOON)

    ben_s, dora_s = (DIFFERS.sub(b"", letter) for letter in mailbox.letters)
    assert ben_s == dora_s
    assert mailbox.read[0]["Subject"] == "Tienes algo nuevo"
    assert "Para no recibir" in mailbox.read[0].get_content()
    said = f"{mailbox.read[0]['From']} {mailbox.read[0].get_content()}".lower()
    assert [word for word in BANNED if re.search(rf"\b{word}", said)] == []


@pytest.mark.parametrize("lang", ["es", "xx", "../e", ""])
def test_a_language_that_is_not_on_gets_letters_in_the_programmes_own(
    house, mailbox, ben, lang
):
    owe(reached(ben.account, lang=lang))

    send_due(now=NOON)

    assert mailbox.read[0]["Subject"] == "You have something new"


@pytest.mark.parametrize("deed", ["stop", "confirm"])
def test_the_page_behind_a_link_speaks_the_language_of_its_letter(
    mailbox, ben, spanish_too, deed
):
    now = clock.now()
    reach = leave_address(ben.account, wish(lang="es"), now=now)
    letter = note_for(reach, now=now) if deed == "stop" else proof_for(reach, now=now)
    link = re.search(rf"https://peers\.example\.org(/notices/{deed}/\S+)", letter.body)[1]
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})

    for answer in (browser.get(link), browser.post(link)):
        assert answer.status_code == 200
        assert '<html lang="es"' in answer.content.decode()


def test_an_old_link_still_stops_notes_when_its_language_is_off_again(
    mailbox, ben, desk, spanish_too
):
    reach = reached(ben.account, lang="es")
    link = note_for(reach, now=NOON).extra_headers["List-Unsubscribe"].strip("<>")
    switch_off_language("es", by=desk)

    answer = Client(enforce_csrf_checks=True).post(
        link.removeprefix("https://peers.example.org")
    )

    assert answer.status_code == 200
    assert '<html lang="en"' in answer.content.decode()
    assert not Reach.objects.get().turned_on
