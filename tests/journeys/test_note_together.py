"""Ada and Ben write the note of a meeting; a payer sees one line, as long as Ada says so."""

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import meet
from tests.journeys.screens import Screen
from tests.journeys.spoken import said
from tests.journeys.test_specialist_joins import (
    a_link,
    at_the_desk,
    back_again,
    bring_in,
    endorse_offline,
    join,
)

pytestmark = pytest.mark.on_foot
NAME, NUMBER = "Ada Example", "A-1234"
FIRST, AGREED = "We sat by the river.", "We walked by the river."


def test_a_note_is_written_by_two_and_its_line_goes_out_until_ada_takes_it_back(
    own_house, open_page, picture, tmp_path
):
    dora, gale = open_page(DESK), open_page(DESK)
    at_the_desk(dora, own_house)
    request, words = join(gale, own_house, a_link(dora), tmp_path, picture)
    bring_in(dora, endorse_offline(own_house, request, words, "--supervisor"))
    writes_notes(dora, own_house, picture)
    ada, ben = open_page(PHONE), open_page(DESK)
    meet(ada, ben, own_house)

    word(ben, FIRST, "notes.write", picture)
    there(ada)
    expect(ada.get_by_text(FIRST)).to_be_visible()
    press(ada, "notes.change")
    ada.get_by_role("textbox", name=said("notes.words")).fill(AGREED)
    press(ada, "notes.show", name="Ben")
    for person in (ben, ada):
        expect(person.get_by_text(AGREED)).to_be_visible()
        expect(person.get_by_text(said("notes.keep-asked", whole=False))).to_be_visible()
        press(person, "notes.agree")
    expect(ada.get_by_role("heading", name=said("notes.stand"))).to_be_visible()
    expect(ben.get_by_role("heading", name=said("notes.stand"))).to_be_visible()
    expect(ben.get_by_text(said("bill.none-specialist", name="River"))).to_be_visible()
    picture(ada, "82-an-agreed-note")
    for person, name in ((ada, "Ben"), (ben, "River")):
        keeps(person, name, picture)

    sign(ada, picture)
    gale.reload()
    back_again(gale, own_house)
    gale.get_by_role("button", name=said("bills.open")).click()
    rows = list(csv.DictReader(io.StringIO(saved(gale, "bills.table"))))
    assert [(row["name"], row["number"], row["units"]) for row in rows] == [(NAME, NUMBER, "3")]
    bundle = json.loads(saved(gale, "bills.bundle"))
    assert AGREED not in json.dumps([rows, bundle])
    kinds = [one["resource"]["resourceType"] for one in bundle["entry"]]
    assert kinds == ["Encounter", "Appointment"]
    picture(gale, "85-lines-for-a-payer")

    ada.get_by_role("button", name=said("told.title")).click()
    ada.get_by_role("button", name=said("told.stop")).click()
    expect(ada.get_by_role("button", name=said("told.stop"))).to_have_count(0)
    gale.get_by_role("button", name=said("bills.table")).click()
    expect(gale.get_by_text(said("bills.why-none", whole=False))).to_be_visible()
    expect(gale.get_by_role("button", name=said("bills.table"))).to_have_count(0)
    picture(gale, "86-taken-back")


def writes_notes(dora, house, picture):
    """The programme has notes written, and tells payers of them."""
    dora.goto(f"{house.origin}/desk/notes")
    dora.locator("input[name=is_on]").check()
    dora.locator("input[name=work]").fill("Peer support")
    dora.locator("select[name=keep]").select_option("7")
    picture(dora, "81-notes-at-the-desk")
    dora.locator("main form button").last.click()


def word(page, words, button, picture):
    """Somebody words a note, from the page of the two."""
    there(page)
    press(page, button)
    page.get_by_role("textbox", name=said("notes.words")).fill(words)
    picture(page, "81-a-note-is-worded")
    press(page, "notes.show", name="River")


def there(page):
    """From the talk to its notes."""
    page.get_by_role("button", name=said("more.open")).click()
    Screen(page).press(said("notes.open"))


def keeps(page, name, picture):
    """Each of the two has a copy of their own, and finds it beside the talk."""
    expect(page.get_by_text(said("notes.keep-stands", whole=False))).to_be_visible()
    press(page, "kept-notes.title")
    expect(page.get_by_role("heading", level=1)).to_have_text(said("kept-notes.title"))
    expect(page.get_by_text(AGREED)).to_be_visible()
    expect(page.get_by_text(said("kept-notes.with", name=name, whole=False))).to_be_visible()
    picture(page, f"82-kept-by-whoever-met-{name}")
    page.go_back()
    expect(page.get_by_role("heading", name=said("notes.stand"))).to_be_visible()


def press(page, id, **names):
    """Press a button of the page of notes."""
    page.get_by_role("button", name=said(id, **names), exact=True).first.click()


def sign(ada, picture, *, name=NAME, number=NUMBER):
    """Ada gives name and number, sees all the payer sees, and signs."""
    ada.get_by_role("button", name=said("bill.open", whole=False)).click()
    press(ada, "bill.look")
    expect(ada.get_by_text(said("bill.why-no-name"))).to_be_visible()
    ada.get_by_role("textbox", name=said("bill.name")).fill(name)
    ada.get_by_role("textbox", name=said("bill.number")).fill(number)
    press(ada, "bill.look")
    expect(ada.get_by_role("heading", level=1)).to_have_text(said("bill.all"))
    line = ada.locator("dl.bill dd")
    expect(line).to_have_count(7)
    picture(ada, "83-all-the-payer-sees")
    ada.get_by_role("textbox", name=said("tell.typed")).fill(name)
    press(ada, "bill.sign")
    expect(ada.get_by_role("heading", level=1)).to_have_text(said("bill.done"))
    picture(ada, "84-signed")


def saved(page, button):
    """What a file that was saved says."""
    with page.expect_download() as given:
        page.get_by_role("button", name=said(button)).click()
    return Path(given.value.path()).read_text(encoding="utf-8")
