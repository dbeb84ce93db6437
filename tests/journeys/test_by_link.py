"""Somebody whom a specialist knows comes by a link: both are checked, and it works once."""

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_back
from tests.journeys.screens import LOCK, ComeIn, Hello, Home, Screen, Talk, Waiting
from tests.journeys.spoken import said

LINK = re.compile(r"(http://\S+)#invite=([A-Za-z0-9_-]{87})$")


@pytest.mark.walked
def test_by_bens_link_ada_comes_straight_to_him_and_both_are_checked(
    own_house, open_page, picture
):
    ben, ada = open_page(DESK), open_page(PHONE)
    told: list[str] = []
    for page in (ben, ada):
        listen_to(page, told)
    come_back(ben, own_house, "Ben")
    link = make_link(ben, "links.link", picture)
    come_by(ada, link, picture)
    assert ada.evaluate("location.hash") == ""
    hello = Hello(ada)
    hello.there("Ben")
    expect(hello.text(said("invited.person", name="Ben"))).to_be_visible()
    picture(ada, "31-hello-by-link")
    hello.write("It is me, from the Tuesday group.", called="River")
    hello.send()
    Waiting(ada).there("Ben")
    expect(ada.get_by_text(said("known.came", name="Ben"))).to_be_visible()
    home = Home(ben)
    ben.get_by_role("button", name=said("bar.people")).first.click()
    home.read_hello("River")
    expect(ben.get_by_text(said("known.fits-link", name="River"))).to_be_visible()
    picture(ben, "32-a-hello-by-link")
    home.accept("River")
    with_river, with_ben = Talk(ben), Talk(ada)
    with_river.there("River")
    with_ben.there("Ben")
    for page in (ben, ada):
        expect(page.get_by_text(said("known.short-link")).first).to_be_visible(timeout=20_000)
    picture(ben, "33-talk-checked")
    picture(ada, "33-talk-checked-client")
    six_words(ada, ben, picture)
    used_again(open_page, ben, link, picture)
    nothing_told(told, own_house, link)


def six_words(ada, ben, picture):
    """Each sees the other's six words as the other sees their own."""
    seen = []
    for page, name in ((ada, "Ben"), (ben, "River")):
        page.get_by_role("button", name=said("more.open")).click()
        Screen(page).press(f"Is it really {name}?")
        lists = page.locator("ol.words.numbered")
        expect(lists).to_have_count(2, timeout=LOCK)
        seen.append([one.all_inner_texts() for one in (lists.first, lists.last)])
    picture(ada, "36-compare")
    assert seen[0] == seen[1][::-1]
    assert seen[0][0] != seen[0][1]


def used_again(open_page, ben, link, picture):
    """The link opened again says so, with the ordinary way and help; Ben is told."""
    finn = open_page(PHONE)
    finn.goto(link)
    screen = Screen(finn)
    screen.heading("This link does not work any more")
    assert finn.evaluate("location.hash") == ""
    main = finn.get_by_role("main")
    expect(main.get_by_role("button", name=said("top.help"))).to_be_visible()
    picture(finn, "34-link-used")
    screen.press("Go on without the link")
    ComeIn(finn).heading("A name and five words")
    ben.get_by_role("button", name=said("bar.people")).first.click()
    Home(ben).there()
    screen = Screen(ben)
    screen.press("Invite someone")
    expect(ben.get_by_text(said("links.again"))).to_be_visible()
    expect(ben.get_by_text(said("links.used-by", name="River"))).to_be_visible()
    picture(ben, "35-links-used-again")


def make_link(ben, how, picture):
    """Ben makes one, and reads it off his screen."""
    screen = Screen(ben)
    screen.press("Invite someone")
    screen.heading("Invite someone")
    picture(ben, "29-invite")
    ben.get_by_label(said(how, whole=False)).locator("..").click()
    screen.press("Make a link")
    text = ben.locator(".link-text")
    expect(text).to_have_text(LINK)
    picture(ben, "30-a-link")
    return text.inner_text().strip()


def come_by(page, link, picture):
    """A newcomer opens it, and makes a place."""
    page.goto(link)
    screen = ComeIn(page)
    screen.heading("Someone gave you this link")
    expect(page.locator(".words.given")).to_be_visible()
    picture(page, "30-came-by-link")
    screen.go_on()


def listen_to(page, told):
    """Note everything that leaves a page: addresses, headers, bodies."""

    def note(request):
        told.append(f"{request.url} {request.headers} {request.post_data or ''}")

    page.on("request", note)
    page.on("websocket", lambda ws: ws.on("framesent", lambda sent: told.append(repr(sent))))


def nothing_told(told, house, link):
    """Neither the link nor the secret in it was sent, logged or stored."""
    found = LINK.match(link)
    assert found
    raw = base64.urlsafe_b64decode(found[2] + "=")
    secret = raw[17:33]
    spellings = [
        found[2].encode(),
        secret,
        secret.hex().encode(),
        base64.urlsafe_b64encode(secret).rstrip(b"="),
        base64.b64encode(secret).rstrip(b"="),
    ]
    stored = [path.read_bytes() for path in house.data.rglob("*") if path.is_file()]
    assert told
    assert stored
    said_anywhere = [*(one.encode() for one in told), *stored, house.said().encode()]
    for one in said_anywhere:
        assert not [spelling for spelling in spellings if spelling in one]
