"""A specialist's morning on her own phone, and what a thief of words or of the phone gets."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsers import DESK, LOCALES, PHONE, listen
from tests.journeys.capture import Capture
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.scenes import SMALL, violations
from tests.journeys.screens import LOCK, ComeBack, Home, Screen, Talk, Waiting
from tests.journeys.spoken import here, language, said
from tests.journeys.test_locks_and_exits import HELP_ALONE, neutral_pages_answer, storage_of

NUMBER = "274913"


class OwnPhone:
    """A phone that keeps what a browser keeps, from one morning to the next."""

    def __init__(self, chromium: Browser, tmp_path, trouble: list[str]) -> None:
        self.chromium = chromium
        self.kept = tmp_path / "phone.json"
        self.trouble = trouble
        self.sent = Capture(tmp_path / "sent")
        self.page = self.open()

    def open(self) -> Page:
        options = {"storage_state": str(self.kept)} if self.kept.exists() else {}
        self.context = self.chromium.new_context(
            viewport=PHONE, locale=LOCALES[language()], **options
        )
        self.sent.listen(self.context)
        page = self.context.new_page()
        listen(page, self.trouble)
        return page

    def put_away(self) -> None:
        """The browser is closed; what it stored stays."""
        self.context.storage_state(path=str(self.kept), indexed_db=True)
        self.context.close()

    def take_out(self) -> Page:
        self.page = self.open()
        return self.page


@pytest.fixture
def phone(chromium, tmp_path):
    trouble: list[str] = []
    own = OwnPhone(chromium, tmp_path, trouble)
    yield own
    own.context.close()
    assert trouble == []


def make_it_own(page: Page, *, number: str | None = NUMBER, name: str = "My phone") -> Screen:
    """In a first visit: the code is still on the screen, nobody types it."""
    screen = Screen(page)
    screen.press("Your place")
    screen.press("Open with this device")
    screen.heading("Open with this device")
    if number is None:
        screen.tap("Open with one tap")
    else:
        screen.fill("Your short number", number)
    screen.fill("What do you call this device?", name)
    screen.press("Make it my own")
    screen.heading("Your place", timeout=LOCK)
    return screen


def make_a_card(page: Page, words: str) -> str:
    """Who never wrote the code down makes a fresh one with the words."""
    screen = Screen(page)
    screen.press("Your place")
    screen.fill("Your five words", words)
    screen.press("Make a new code")
    expect(page.locator(".words.code span").first).to_be_visible(timeout=LOCK)
    return Waiting(page).spare_code


def open_with_number(page: Page, number: str = NUMBER) -> None:
    screen = Screen(page)
    screen.heading("Welcome back")
    screen.fill("Your short number", number)
    screen.press("Open")


def ways(page: Page):
    return page.locator("room-ways li")


@pytest.mark.on_foot
@pytest.mark.walked
def test_marisols_morning_on_her_own_phone(house, phone, open_page, picture):
    page = phone.page
    come_back(page, house, "Marisol")
    # At most one unasked request a visit, and none in the first three but the spare code.
    asked = page.get_by_text(here("Is this your own phone or computer?"))
    expect(page.get_by_text(said("card.not-yet"))).to_be_visible()
    expect(asked).to_have_count(0)
    screen = Screen(page)
    code = make_a_card(page, house.words_of("Marisol")[1])
    screen.press("I wrote it down")
    screen.press("Your people")
    expect(page.get_by_text(said("card.not-yet"))).to_have_count(0)
    expect(asked).to_have_count(0)
    for visit in (2, 3, 4):
        page.reload()
        come_back(page, house, "Marisol")
        expect(asked).to_have_count(0)
        screen.press("That was me")
        expect(asked).to_have_count(int(visit == 4))
    picture(page, "40-own-device-asked")
    screen.press("Yes, set it up")
    screen.heading("Open with this device")
    assert violations(page) == []
    assert page.evaluate(SMALL) == []
    picture(page, "41-own-device")
    screen.fill("Your short number", NUMBER)
    screen.fill("What do you call this device?", "My phone")
    screen.fill("Your spare code", code)
    screen.press("Make it my own")
    screen.heading("Your place", timeout=LOCK)
    mine = ways(page).filter(has_text="My phone")
    expect(mine).to_contain_text(here("This one"))
    expect(mine).to_contain_text(here("It asks for a short number."))
    picture(page, "42-ways-in")
    phone.put_away()

    guest = come_in(open_page(DESK), house)
    ask(guest, "Marisol", "Good morning, Marisol.", called="Dawn")

    page = phone.take_out()
    page.goto(f"{house.origin}/app/#come-back")
    picture(page, "43-open-here")
    open_with_number(page)
    home = Home(page)
    home.there()
    hello = said("seat.hello-from", name="Dawn", whole=False)
    expect(page.get_by_role("button", name=hello)).to_be_visible()
    expect(page.get_by_text(here("Is this your own phone or computer?"))).to_have_count(0)
    home.read_hello("Dawn")
    home.accept("Dawn")
    talk = Talk(page)
    talk.there("Dawn")
    talk.say("Good morning to you, Dawn.")
    talk.all_sent()
    page.reload()
    open_with_number(page)
    expect(page.get_by_text("Good morning to you, Dawn.").first).to_be_visible(timeout=LOCK)


def test_one_tap_opens_and_a_lock_leaves_it_so(house, phone):
    page = phone.page
    guest = come_in(page, house)
    make_it_own(page, number=None)
    Screen(page).press("Lock now")
    screen = Screen(page)
    screen.heading("Welcome back")
    expect(page.get_by_text(guest.username)).to_be_visible()
    screen.press("Open")
    screen.heading("Your place", timeout=LOCK)


@pytest.mark.on_foot
def test_a_phone_signed_out_from_the_laptop_asks_for_the_words_once(house, phone, open_page):
    page = phone.page
    guest = come_in(page, house)
    make_it_own(page)
    laptop = open_page(DESK)
    back = ComeBack(laptop)
    back.open(house.origin)
    back.enter(guest.username, guest.words)
    expect(laptop.get_by_role("button", name="Your place", exact=True)).to_be_visible(
        timeout=LOCK
    )
    back.press("Your place")
    mine = ways(laptop).filter(has_text="My phone")
    mine.get_by_role("button", name="Sign this device out").click()
    mine.get_by_role("button", name="Yes, sign it out").click()
    expect(mine).to_contain_text("Signed out.")
    screen = Screen(page)
    screen.heading("Welcome back", timeout=30_000)
    open_with_number(page)
    expect(page.get_by_text("signed out from elsewhere")).to_be_visible(timeout=LOCK)
    screen.press("Your five words")
    ComeBack(page).unlock(guest.words)
    expect(page.get_by_role("button", name="Your place", exact=True)).to_be_visible(
        timeout=LOCK
    )
    screen.press("Your place")
    screen.heading("Your place")
    Screen(page).press("Lock now")
    open_with_number(page)
    screen.heading("Your place", timeout=LOCK)


@pytest.mark.on_foot
def test_five_wrong_numbers_and_only_the_words_open(house, phone):
    page = phone.page
    guest = come_in(page, house)
    make_it_own(page)
    Screen(page).press("Lock now")
    for left in (4, 3, 2, 1):
        open_with_number(page, "0000")
        expect(page.get_by_role("alert").filter(visible=True).first).to_contain_text(
            f"Tries left: {left}", timeout=LOCK
        )
    open_with_number(page, "0000")
    screen = Screen(page)
    screen.heading("Your place is locked", timeout=LOCK)
    assert storage_of(page) == HELP_ALONE
    ComeBack(page).unlock(guest.words)
    screen.heading("Your place", timeout=LOCK)
    expect(page.get_by_text("One of the ways to open your place is gone.")).to_be_visible()


def test_what_the_phone_keeps_never_leaves_it_and_opens_nothing_alone(house, phone):
    page = phone.page
    guest = come_in(page, house)
    make_it_own(page)
    kept = page.evaluate(
        """() => new Promise((done) => {
            const request = indexedDB.open("room");
            request.onsuccess = () => {
                const store = request.result.transaction("own").objectStore("own");
                store.getAll().onsuccess = (event) => {
                    request.result.close();
                    done(event.target.result);
                };
            };
        })"""
    )
    assert [sorted(one) for one in kept] == [
        ["minutes", "name", "pin", "secret", "slotId", "username", "waiting"]
    ]
    Screen(page).press("Lock now")
    open_with_number(page)
    Screen(page).heading("Your place", timeout=LOCK)
    phone.sent.finish()
    phone.sent.saw_frames()
    secret = kept[0]["secret"]
    for file in phone.sent.folder.iterdir():
        if "answer-body" in file.name and b"indexedDB" in file.read_bytes():
            continue
        data = file.read_bytes()
        assert secret.encode() not in data, file.name
        assert NUMBER.encode() not in data, file.name
        assert b"My phone" not in data, file.name
    assert guest.words


@pytest.mark.on_foot
def test_leaving_a_phone_without_a_number_wants_the_words_next_time(house, phone):
    page = phone.page
    come_in(page, house)
    make_it_own(page, number=None)
    neutral_pages_answer(page)
    Screen(page).leave()
    page.wait_for_url(re.compile(r"^https://"))
    page.goto(f"{house.origin}/app/")
    screen = Screen(page)
    screen.heading("Welcome back")
    screen.press("Open")
    expect(page.get_by_text("signed out from elsewhere")).to_be_visible(timeout=LOCK)


@pytest.mark.on_foot
def test_leaving_with_a_number_keeps_the_phone_and_stopping_keeps_nothing(house, phone):
    page = phone.page
    come_in(page, house)
    make_it_own(page)
    neutral_pages_answer(page)
    Screen(page).leave()
    page.wait_for_url(re.compile(r"^https://"))
    page.goto(f"{house.origin}/app/")
    open_with_number(page)
    expect(page.get_by_role("button", name="Your place", exact=True)).to_be_visible(
        timeout=LOCK
    )
    screen = Screen(page)
    screen.press("Your place")
    screen.press("Stop using this device as my own")
    screen.press("Yes, forget it here")
    screen.heading(re.compile("signed out|locked"), timeout=LOCK)
    assert storage_of(page) == HELP_ALONE


@pytest.mark.on_foot
def test_a_thief_of_words_adds_nothing_and_everybody_sees_the_try(
    house, phone, open_page, picture
):
    page = phone.page
    guest = come_in(page, house)
    ask(guest, "Lena", "Hello Lena, it is me.")
    Waiting(page).written_down()
    thief = open_page(DESK)
    back = ComeBack(thief)
    back.open(house.origin)
    back.enter(guest.username, guest.words)
    expect(thief.get_by_role("button", name="Your place", exact=True)).to_be_visible(
        timeout=LOCK
    )
    back.press("Your place")
    back.press("Open with this device")
    back.fill("Your short number", "0000")
    back.press("I do not have the card here")
    back.press("Make it my own")
    back.heading("Your place", timeout=LOCK)
    expect(thief.get_by_text(re.compile("someone asked to add a phone"))).to_be_visible()
    expect(ways(thief)).to_have_count(2)
    assert thief.get_by_role("button", name="This was me. Finish it").count() == 0

    page.reload()
    ComeBack(page).open(house.origin)
    ComeBack(page).enter(guest.username, guest.words)
    alarm = page.get_by_text(re.compile("someone asked to add a phone"))
    expect(alarm).to_be_visible(timeout=LOCK)
    assert violations(page) == []
    picture(page, "44-asked-for-without-the-card")
    screen = Screen(page)
    screen.press(re.compile("^Stop it"))
    expect(alarm).to_have_count(0)
    screen.press("Your place")
    screen.press("Choose five new words")
    screen.heading("Five new words")
    words = " ".join(page.locator("ol.words.numbered li").all_inner_texts())
    screen.fill("Your spare code", guest.code)
    screen.press("I wrote them down. Use them")
    screen.heading("Your place", timeout=LOCK)
    ComeBack(thief).heading("You are signed out", timeout=30_000)
    ComeBack(thief).unlock(guest.words)
    expect(thief.get_by_role("alert").filter(visible=True).first).to_be_visible(timeout=LOCK)
    screen.press("Lock now")
    ComeBack(page).unlock(words)
    screen.heading("Your place", timeout=LOCK)


def test_a_second_code_is_shown_once_and_listed_under_its_name(house, phone, picture):
    page = phone.page
    guest = come_in(page, house)
    ask(guest, "Kwame", "Hello Kwame, it is me.")
    Waiting(page).written_down()
    screen = Screen(page)
    screen.press("Your place")
    screen.press("Make a second spare code")
    screen.fill("Who is it for?", "my sister")
    screen.fill("Your spare code", guest.code)
    screen.press("Make the code")
    card = page.locator(".words.code span")
    expect(card.first).to_be_visible(timeout=LOCK)
    picture(page, "45-second-code")
    code = " ".join(card.all_inner_texts())
    assert code != guest.code
    screen.press("It is written down")
    given = ways(page).filter(has_text="Spare code: my sister")
    expect(given).to_contain_text("Since")
    given.get_by_role("button", name="Remove").click()
    screen.heading("Remove this way in")
    screen.fill("Your spare code", guest.code)
    screen.press("Remove it")
    screen.heading("Your place", timeout=LOCK)
    expect(given).to_have_count(0)
