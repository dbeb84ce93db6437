"""The same first talk when the programme has grown: pages, room and wire on PostgreSQL."""

import pytest

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import ask, come_in, say_yes
from tests.journeys.screens import ComeBack, Talk
from tests.postgresql import start

pytestmark = pytest.mark.proof


@pytest.fixture
def grown_house(tmp_path):
    house = DemoHouse(tmp_path / "data", database=start())
    house.start()
    yield house
    house.stop()


def test_two_people_talk_on_postgresql_and_find_their_lines_after_a_kill(
    grown_house, open_page
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, grown_house)
    ask(guest, "Ben", "Hello Ben.", called="River")
    say_yes(ben, grown_house)
    with_river, with_ben = Talk(ben), Talk(ada)
    with_river.there("River")
    with_ben.there("Ben")
    with_ben.say("before the cut")
    with_river.has("before the cut")
    grown_house.kill()
    with_ben.box.fill("in the dark")
    with_ben.box.press("Enter")
    grown_house.start()
    with_river.has("in the dark", timeout=60_000)
    with_ben.all_sent()
    ada.reload()
    back = ComeBack(ada)
    back.open(grown_house.origin)
    back.enter(guest.username, guest.words)
    with_ben.there("Ben")
    with_ben.has("in the dark")
