"""Where a proxy cuts WebSockets, as at a workplace, the talk works, and nobody is told why."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.cutting import cutting
from tests.journeys.house import DemoHouse
from tests.journeys.people import meet


class Behind(DemoHouse):
    """A demo programme that people reach through a proxy alone."""

    def __init__(self, data, proxy):
        super().__init__(data)
        self._proxy = proxy
        proxy.house = self.port

    @property
    def origin(self):
        """Where the proxy answers."""
        return self._proxy.origin

    def _environment(self):
        return super()._environment() | {"ALONGSIDE_ORIGIN": self.origin}


@pytest.fixture(
    params=[
        pytest.param(True, id="refused"),
        pytest.param(False, id="dropped"),
    ]
)
def behind(request, tmp_path):
    with cutting(is_open_about_it=request.param) as proxy:
        house = Behind(tmp_path / "data", proxy)
        house.start()
        yield house, proxy
        if house.is_up:
            house.stop()


@pytest.mark.on_foot
def test_two_people_talk_both_ways_and_after_a_cut(behind, open_page):
    house, proxy = behind
    ada, ben = open_page(PHONE, may_refuse=True), open_page(DESK, may_refuse=True)
    with_ben, with_river = meet(ada, ben, house)
    with_ben.say("one way")
    with_river.has("one way")
    with_river.say("and the other")
    with_ben.has("and the other")

    house.kill()
    with_ben.box.fill("in the dark")
    with_ben.box.press("Enter")
    house.start()

    with_river.has("in the dark")
    with_river.say("I hear you")
    with_ben.has("I hear you")
    expect(ada.locator(".line-note")).to_have_count(0)
    assert proxy.cut > 2
    assert any(path.endswith("/take") for path in proxy.plain)
