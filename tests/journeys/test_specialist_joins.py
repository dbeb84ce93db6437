"""How a real specialist joins: a link from the desk, a profile, a signature made offline."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.desk_bar import go_to
from tests.journeys.people import come_in, sit_down
from tests.journeys.screens import ComeIn, Home, People, Screen, Wishes
from tests.journeys.spoken import here, said


@pytest.mark.on_foot
def test_a_specialist_joins_and_can_then_be_found(own_house, open_page, picture, tmp_path):
    dora, gale = open_page(DESK), open_page(DESK)
    at_the_desk(dora, own_house)
    picture(dora, "20-desk")
    link = a_link(dora)
    picture(dora, "21-desk-link")
    request, words = join(gale, own_house, link, tmp_path, picture)
    answer = endorse_offline(own_house, request, words)
    bring_in(dora, answer)
    picture(dora, "24-desk-answer")
    gale.reload()
    back_again(gale, own_house)
    Home(gale).there()
    ada = open_page(PHONE)
    come_in(ada, own_house)
    wishes = Wishes(ada)
    wishes.tap("Grief")
    wishes.matters_most("Grief")
    wishes.show()
    expect(ada.locator("li.person").first).to_be_visible()
    assert "Gale" in People(ada).names()


@pytest.mark.on_foot
def test_a_link_works_once(own_house, open_page, tmp_path, picture):
    dora, gale, finn = open_page(DESK), open_page(DESK), open_page(DESK)
    at_the_desk(dora, own_house)
    link = a_link(dora)
    join(gale, own_house, link, tmp_path, picture)
    finn.goto(link)
    coming = ComeIn(finn)
    coming.heading(re.compile("."))
    coming.go_on()
    expect(finn.get_by_text(re.compile("does not work any more")).first).to_be_visible(
        timeout=60_000
    )


def at_the_desk(page, house):
    sit_down(page, house)
    go_to(page, "New specialists")


def a_link(page):
    page.get_by_label(said("desk.links.note", whole=False)).fill("the one from Tuesday")
    page.get_by_role("button", name=here("Make a link")).click()
    return page.locator(".one-time").inner_text().strip()


NAMES = {}


def join(page, house, link, folder, picture):
    page.goto(link)
    coming = ComeIn(page)
    coming.heading(re.compile("."))
    picture(page, "22-join")
    NAMES["gale"] = (coming.username, coming.words)
    coming.go_on()
    profile = Screen(page)
    profile.heading("What people see of you", timeout=60_000)
    profile.fill("Your name here", "Gale")
    profile.fill("One line about you", "Evenings, with tea. I mostly listen.")
    profile.fill("About you, in your own words", "I lost my brother, and then a year.")
    profile.fill(said("profile.waiting", whole=False), "I read every hello twice.")
    profile.tap("Grief")
    page.get_by_role("button", name=said("profile.save")).click()
    profile.heading("One more step: be checked", timeout=30_000)
    picture(page, "23-check-words")
    words = page.get_by_role("list", name=here("Your check words")).get_by_role("listitem")
    with page.expect_download() as saving:
        profile.press("Save the file")
    path = folder / saving.value.suggested_filename
    saving.value.save_as(path)
    return path, words.all_inner_texts()


def endorse_offline(house, request, words, *flags):
    key = house.data / "roster-key.json"
    done = subprocess.run(
        [sys.executable, "-m", "alongside", "roster", "endorse", *flags, "--key", key, request],
        input="yes\n",
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    assert "Gale" in done.stdout
    assert " ".join(words) in re.sub(r"\s+", " ", done.stdout)
    written = [path for path in request.parent.glob("*.json") if path != request]
    assert len(written) == 1
    return written[0]


def bring_in(page, answer):
    page.get_by_role("link", name=here("Bring an answer")).first.click()
    page.get_by_label(here("The signed file")).set_input_files(answer)
    page.get_by_role("button", name=here("Bring it in")).click()
    expect(page.get_by_text(said("desk.answer.taken", name="Gale"))).to_be_visible()


def back_again(page, house):
    from tests.journeys.screens import ComeBack

    back = ComeBack(page)
    back.open(house.origin)
    back.enter(*NAMES["gale"])
