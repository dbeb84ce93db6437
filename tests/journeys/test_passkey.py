"""A device's own lock opens the place: a passkey is made with the card, used, and removed."""

import base64
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.capture import Capture, browser_storage
from tests.journeys.people import come_in
from tests.journeys.scenes import SMALL, violations
from tests.journeys.screens import LOCK, Screen, Waiting
from tests.journeys.spoken import said

# What each passkey gave, seen by the test alone; whether the page could still read it.
WATCH = """
window.watched = { told: [], buffers: [], found: [] };
for (const deed of ["create", "get"]) {
    const real = navigator.credentials[deed].bind(navigator.credentials);
    navigator.credentials[deed] = async (wish) => {
        const found = await real(wish);
        const first = found.getClientExtensionResults().prf?.results?.first;
        const { signature, clientDataJSON, authenticatorData } = found.response;
        const told = { answer: first, signature, clientDataJSON, authenticatorData };
        for (const [name, raw] of Object.entries(told))
            if (raw) watched.told.push([name, [...new Uint8Array(raw)]]);
        if (first) watched.buffers.push(first);
        if (first) watched.found.push(found);
        return found;
    };
}
"""
LEFT = """() => [
    ...watched.buffers.map((one) => one.byteLength),
    ...watched.found.map((one) => one.getClientExtensionResults().prf.results.first.byteLength),
]"""


class Key:
    """A virtual authenticator of one page."""

    def __init__(self, page, *, has_prf: bool = True) -> None:
        self.speaking = page.context.new_cdp_session(page)
        self.speaking.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
            "hasPrf": has_prf,
        }
        made = self.speaking.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.which = {"authenticatorId": made["authenticatorId"]}

    def kept(self):
        """What the authenticator keeps."""
        return self.speaking.send("WebAuthn.getCredentials", self.which)["credentials"]

    def refuse(self) -> None:
        """Nobody shows a finger."""
        state = {**self.which, "isUserVerified": False}
        self.speaking.send("WebAuthn.setUserVerified", state)


def named(house):
    """The same house under a name: a passkey belongs to one."""
    return SimpleNamespace(origin=f"http://localhost:{house.port}")


def with_card(page, house):
    """Someone new, inside, whose spare code is on paper."""
    guest = come_in(page, named(house))
    Screen(page).press("Your place")
    guest.code = Waiting(page).spare_code
    Screen(page).press(said("card.done"))
    return guest


def go_make_one(page, code: str, *, name: str = "") -> Screen:
    screen = Screen(page)
    screen.press(said("ways.own-lock"))
    screen.heading(said("passkey.title"))
    screen.fill(said("passkey.name"), name)
    screen.fill(said("proof.code"), code)
    return screen


def press_with_keys(page, name) -> None:
    """Reach something with the keyboard alone and press it."""
    wanted = page.get_by_role("button", name=name)
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.first.evaluate("one => one === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard does not reach {name.pattern}")


def written(raw: bytes) -> list[bytes]:
    """However bytes may be written down."""
    plain, url = base64.b64encode(raw), base64.urlsafe_b64encode(raw)
    return [raw, raw.hex().encode(), plain.rstrip(b"="), url.rstrip(b"=")]


def everything_in(folder) -> bytes:
    return b"\n".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())


@pytest.mark.walked
def test_ada_opens_her_place_with_the_lock_of_her_phone(
    own_house, open_page, picture, tmp_path
):
    house = own_house
    page = open_page(PHONE)
    sent = Capture(tmp_path / "sent")
    sent.listen(page.context)
    page.add_init_script(WATCH)
    key, told = Key(page), []
    guest = with_card(page, house)
    screen = go_make_one(page, guest.code, name="My phone")
    picture(page, "70-passkey")
    assert violations(page) == []
    assert page.evaluate(SMALL) == []
    screen.press(said("passkey.done"))
    screen.heading(said("place.title"), timeout=LOCK)
    mine = page.locator("room-ways li").filter(has_text="My phone")
    expect(mine).to_contain_text(said("ways.own-lock-fact", whole=False))
    picture(page, "71-passkey-made")
    [kept] = key.kept()
    assert (kept["rpId"], kept["userName"]) == ("localhost", guest.username)
    assert len(base64.b64decode(kept["userHandle"])) == 16

    screen.press(said("place.lock"))
    screen.heading(said("locked.title"))
    picture(page, "72-passkey-locked")
    press_with_keys(page, said("return.passkey"))
    screen.heading(said("place.title"), timeout=LOCK)
    told += page.evaluate("watched.told")
    assert set(page.evaluate(LEFT)) == {0}

    page.reload()
    page.goto(f"{named(house).origin}/app/#come-back")
    screen.heading(said("return.title"))
    assert violations(page) == []
    screen.press(said("return.passkey"))
    screen.press("Your place")
    screen.heading(said("place.title"), timeout=LOCK)
    told += page.evaluate("watched.told")

    mine.get_by_role("button", name=said("ways.remove", "ways.remove-name")).click()
    screen.heading(said("change.remove.title"))
    picture(page, "73-passkey-remove")
    screen.fill(said("proof.code"), guest.code)
    screen.press(said("change.remove.done"))
    screen.heading(said("place.title"), timeout=LOCK)
    expect(mine).to_have_count(0)
    page.reload()
    page.goto(f"{named(house).origin}/app/#come-back")
    screen.press(said("return.passkey"))
    expect(page.get_by_role("alert").filter(visible=True)).to_have_text(
        said("trouble.passkey-gone"), timeout=LOCK
    )
    told += page.evaluate("watched.told")
    picture(page, "74-passkey-gone")

    kept_here = browser_storage(page)
    sent.finish()
    heap = [everything_in(sent.folder), kept_here, house.said().encode()]
    house.stop()
    heap.append(everything_in(house.data))
    assert {name for name, _ in told} >= {"answer", "signature", "clientDataJSON"}
    assert len(told) > 8
    for name, raw in told:
        for form in written(bytes(raw)):
            assert not any(form in where for where in heap), name


@pytest.mark.on_foot
def test_a_passkey_that_keeps_no_secret_is_told_plainly_and_adds_nothing(house, open_page):
    page = open_page(DESK)
    Key(page, has_prf=False)
    guest = with_card(page, house)
    screen = go_make_one(page, guest.code)
    ways = page.locator("room-ways li")

    screen.press(said("passkey.done"))

    expect(page.get_by_role("alert").filter(visible=True)).to_have_text(
        said("trouble.passkey-no-secret"), timeout=LOCK
    )
    screen.press(said("do.cancel"))
    screen.heading(said("place.title"))
    expect(ways).to_have_count(2)


@pytest.mark.on_foot
def test_a_wrong_card_makes_no_second_passkey_when_it_is_tried_again(house, open_page):
    page = open_page(PHONE)
    key = Key(page)
    guest = with_card(page, house)
    other = with_card(open_page(PHONE), house)
    screen = go_make_one(page, other.code)
    screen.press(said("passkey.done"))
    expect(page.get_by_role("alert").filter(visible=True)).to_be_visible(timeout=LOCK)
    expect(page.get_by_label(said("proof.code"))).to_be_visible()

    screen.fill(said("proof.code"), guest.code)
    screen.press(said("passkey.done"))

    screen.heading(said("place.title"), timeout=LOCK)
    expect(page.locator("room-ways li")).to_have_count(3)
    assert len(key.kept()) == 1


@pytest.mark.on_foot
def test_whoever_shows_no_finger_stays_outside_and_may_use_their_words(house, open_page):
    page = open_page(PHONE)
    Key(page)
    page.goto(f"{named(house).origin}/app/#come-back")
    Screen(page).press(said("return.passkey"))

    expect(page.get_by_role("alert").filter(visible=True)).to_have_text(
        said("trouble.passkey-stopped"), timeout=LOCK
    )
    expect(page.get_by_label(said("return.words"))).to_be_visible()


@pytest.mark.on_foot
@pytest.mark.parametrize("why", ["no such browser", "an address of numbers"])
def test_nothing_is_offered_where_it_cannot_be_done(house, open_page, why):
    page = open_page(PHONE)
    if why == "no such browser":
        page.add_init_script("delete PublicKeyCredential.getClientCapabilities")
    where = named(house) if why == "no such browser" else house
    guest = come_in(page, where)
    screen = Screen(page)
    screen.press("Your place")
    screen.heading(said("place.title"))
    expect(page.get_by_role("button", name=said("ways.own-lock"))).to_have_count(0)
    screen.press(said("place.lock"))
    screen.heading(said("locked.title"))
    expect(page.get_by_label(said("return.name"))).to_have_value(guest.username)
    expect(page.get_by_role("button", name=said("return.passkey"))).to_have_count(0)
