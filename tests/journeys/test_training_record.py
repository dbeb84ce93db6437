"""What Ben learnt: put down at the desk, and read by him alone."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_back, sit_down
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import here, said


@pytest.mark.on_foot
def test_dora_puts_down_what_ben_learnt_and_he_reads_it(house, open_page, picture):
    dora, ben = open_page(DESK), open_page(PHONE)
    sit_down(dora, house)
    dora.goto(f"{house.origin}/desk/specialists")
    dora.get_by_role("link", name=said("desk.credentials")).click()
    dora.get_by_label(said("desk.file.specialist")).select_option(label="Ben")
    dora.get_by_role("button", name=said("desk.credentials.show")).click()
    dora.get_by_label(said("desk.credentials.what")).fill("Peer support, 60 hours")
    dora.get_by_label(said("desk.credentials.done-on")).fill("2024-05-02")
    dora.get_by_label(said("desk.credentials.until-on")).fill("2026-05-01")
    dora.get_by_role("button", name=said("desk.credentials.put")).click()
    expect(dora.get_by_text(said("desk.lines.done"))).to_be_visible()
    picture(dora, "training-desk")
    come_back(ben, house, "Ben")
    Screen(ben).press(said("seat.cap"))
    expect(ben.get_by_text(here("Peer support, 60 hours"), exact=False)).to_be_visible(
        timeout=ANSWER
    )
    picture(ben, "training-own")
