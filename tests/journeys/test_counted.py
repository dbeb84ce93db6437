"""A closed batch and its report: the eighth person's press makes a number, and no more."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.desk_bar import go_to
from tests.journeys.house import DemoHouse
from tests.journeys.people import meet, sit_down
from tests.journeys.screens import Screen
from tests.journeys.spoken import said
from tests.journeys.test_check_ins import answer

# Seven who were here before said "completely" to the first statement.
SEVEN = """
import secrets
import django
django.setup()
from alongside.counts.actions import note
from alongside.ground import clock
from alongside.people.models import Account
for _ in range(7):
    person = Account.objects.create(ref=secrets.token_bytes(16), closed=True)
    note(1, person, yes=True, today=clock.today())
"""
STORED = """
import django
django.setup()
from alongside.counts.models import Batch, Figure, Spent
print(Batch.objects.count(), Spent.objects.count(), *Figure.objects.values_list("topic"))
"""


def told_by(house: DemoHouse, code: str) -> str:
    """Run something on the house's own data, as its operator could."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=house._environment() | {"DJANGO_SETTINGS_MODULE": "alongside.settings"},
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return done.stdout.strip()


@pytest.mark.on_foot
def test_the_eighth_press_closes_a_batch_and_dora_reads_one_rounded_number(
    own_house, open_page, picture
):
    ada, ben, dora = open_page(PHONE), open_page(DESK), open_page(DESK)
    meet(ada, ben, own_house)
    told_by(own_house, SEVEN)
    assert told_by(own_house, STORED) == "1 7"
    screen = Screen(ada)
    screen.press(said("more.open"))
    screen.press(said("check.open"))
    screen.heading(said("checks.title"))
    screen.press(said("checks.now"))
    answer(ada, "check.word-4")

    first = ada.locator("room-count-in input[type=checkbox]").first
    expect(ada.get_by_text(said("count-in.why", least="8"))).to_be_visible()
    first.check()
    picture(ada, "count-me-in")
    screen.press(said("count-in.do"))
    expect(ada.get_by_text(said("count-in.done"))).to_be_visible()

    # Tags, tally and the key of both are gone; the number is all that is left.
    assert told_by(own_house, STORED) == "0 0 (1,)"
    sit_down(dora, own_house)
    go_to(dora, "How we are doing")
    row = dora.get_by_role("row", name="“I felt heard.”")
    expect(row).to_contain_text("of 8")
    expect(row).to_contain_text("about")
    expect(dora.get_by_text("closes when eight people are in it")).to_be_visible()
    picture(dora, "how-we-are-doing")
