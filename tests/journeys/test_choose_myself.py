"""Choosing oneself: the list is ranked on Ada's device, and what she wishes for stays there."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import PHONE
from tests.journeys.capture import Capture
from tests.journeys.people import come_in
from tests.journeys.screens import Hello, People, Waiting, Wishes

TICKED = {"alcohol": "Alcohol", "parent": "A parent", "weekends": "Weekends"}
# Only somebody who says what was wished for would write these.
TELLING = {*TICKED, *TICKED.values(), "matters"}


def sent_in(capture):
    """All that left the browser: addresses, headers, bodies and frames, in small letters."""
    names = ("*-request", "*-request-body", "*-frame-sent", "*-socket")
    files = [path for name in names for path in capture.folder.glob(name)]
    return b"\n".join(path.read_bytes() for path in files).lower()


def told(sent):
    """What of Ada's wishes somebody on the way could read."""
    spelled = {word: {word.lower(), quote(word.lower())} for word in TELLING}
    return {word for word, ways in spelled.items() if any(way.encode() in sent for way in ways)}


@pytest.mark.on_foot
def test_ada_chooses_herself_and_no_wish_of_hers_leaves_the_device(
    house, open_page, picture, tmp_path
):
    ada = open_page(PHONE)
    sent = Capture(tmp_path / "sent")
    sent.listen(ada.context)
    come_in(ada, house)
    wishes, people = Wishes(ada), People(ada)
    expect(ada.get_by_text("If you choose for yourself")).to_be_visible()
    expect(ada.get_by_text("We cannot say yet how long it takes.").first).to_be_visible()
    for label in TICKED.values():
        wishes.tap(label)
    wishes.matters_most("Alcohol")
    picture(ada, "65-wishes-how-long")
    wishes.show()

    expect(ada.locator("li.person").first).to_be_visible()
    expect(
        ada.locator("li.person").first.get_by_text("what matters most to you")
    ).to_be_visible()
    first, *others = people.names()
    assert 3 <= len([first, *others]) <= 5
    picture(ada, "66-passing-by")
    people.press(f"Not {first}, someone else")
    expect(ada.get_by_role("heading", name=first, exact=True)).to_have_count(0)
    expect(ada.locator("li.person").nth(2)).to_be_visible()
    names = people.names()
    assert 3 <= len(names) <= 5

    people.ask(names[0])
    hello = Hello(ada)
    hello.there(names[0])
    hello.write("Hello. I chose you myself.", called="River")
    hello.send()
    Waiting(ada).there(names[0])
    sent.saw_frames()
    assert told(sent_in(sent)) == set()

    # Bodies are looked through too, and whoever did send a wish would be seen.
    assert list(sent.folder.glob("*-request-body"))
    ada.evaluate("fetch('/config.json?like=A%20parent,weekends').then(() => 1)")
    assert told(sent_in(sent)) == {"A parent", "parent", "weekends", "Weekends"}
