"""Ben is away: one mail tells him that something is new, not what and not from whom."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.attacks.sweep import hits_in
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.screens import Home, Talk, Waiting
from tests.mailbox import open_mailbox

BENS = "ben@work.example.org"
HELLO = "cobalt lantern hello 60217"
CALLED = "Umbermeadow"
ANSWER = "juniper anchor answer 11894"
TIMERS = 30.0


@pytest.fixture
def mailed(tmp_path):
    """A demo programme with a mail server."""
    with open_mailbox() as mailbox:
        house = DemoHouse(tmp_path / "data", mail_url=mailbox.url)
        house.start()
        yield house, mailbox
        if house.is_up:
            house.stop()


def wait_for_letters(mailbox, count):
    """Wait until so many letters have come."""
    until = time.monotonic() + TIMERS
    while len(mailbox.letters) < count:
        assert time.monotonic() < until, f"{len(mailbox.letters)} letters came"
        time.sleep(0.2)


def leave_address(ben, mailbox, open_page, picture):
    """Ben leaves his work address, with no quiet hours, and presses the button of the link."""
    ben.get_by_role("button", name="Short notes").click()
    expect(ben.get_by_role("heading", level=1, name="Short notes")).to_be_visible()
    ben.get_by_label("Where can we send you a short note").fill(BENS)
    for end in ("From", "To"):
        ben.get_by_label(end, exact=True).fill("00:00")
    ben.get_by_role("button", name="Save").click()
    expect(ben.get_by_text(f"We sent a link to {BENS}")).to_be_visible()
    picture(ben, "30-short-notes")
    wait_for_letters(mailbox, 1)
    link = re.search(r"http\S+/notices/confirm/\S+", mailbox.read[0].get_content())
    program = open_page(PHONE)
    program.goto(link[0])
    program.get_by_role("button", name="Yes, send them here").click()
    expect(program.get_by_role("heading", name="Thank you")).to_be_visible()
    ben.get_by_role("button", name="Your people", exact=True).first.click()
    ben.get_by_role("button", name="Short notes").click()
    expect(ben.get_by_text(f"Notes go to {BENS}.")).to_be_visible()


@pytest.mark.on_foot
def test_ben_who_is_away_gets_exactly_one_mail_opens_and_answers(mailed, open_page, picture):
    house, mailbox = mailed
    ben, ada = open_page(DESK), open_page(PHONE)
    come_back(ben, house, "Ben")
    leave_address(ben, mailbox, open_page, picture)
    ben.context.close()
    guest = come_in(ada, house)
    ask(guest, "Ben", HELLO, called=CALLED)
    waiting = Waiting(ada)
    expect(waiting.text(re.compile("^Look in again "))).to_be_visible()
    waiting.written_down()

    for _ in range(2):
        # The timers run when the house starts, and every ten minutes.
        house.stop()
        house.start()
        wait_for_letters(mailbox, 2)
    time.sleep(10)

    assert len(mailbox.letters) == 2
    note = mailbox.read[1]
    assert (note["Subject"], note["To"]) == ("You have something new", BENS)
    told = [HELLO, CALLED, guest.username, *house.words_of("Ben"), "Riverside Peers", "Dora"]
    assert [hit for letter in mailbox.letters for hit in hits_in(letter, told, place="")] == []

    ben = open_page(DESK)
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello(CALLED)
    home.accept(CALLED)
    Talk(ben).there(CALLED)
    Talk(ben).say(ANSWER)
    Talk(ada).has(ANSWER, timeout=60_000)
