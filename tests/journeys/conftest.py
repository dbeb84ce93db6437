"""A real demo programme for journeys; `--pictures` keeps a picture of every screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.browsers import DESK, PHONE, PROJECT
from tests.journeys.house import DemoHouse
from tests.journeys.spoken import language, walk_in

PICTURES = PROJECT / "var" / "journeys"


@pytest.fixture(scope="session", autouse=True)
def walked(request: pytest.FixtureRequest) -> None:
    """Everybody reads the language asked for by `--language`."""
    walk_in(request.config.getoption("--language"))


def one_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoHouse]:
    """A demo programme, until it is not needed any more."""
    house = DemoHouse(tmp_path_factory.mktemp("house") / "data")
    house.start()
    yield house
    house.stop()


# A file that says many hellos has a house of its own: people take five at a time.
house = pytest.fixture(scope="session")(one_house)


@pytest.fixture
def own_house(tmp_path: Path) -> Iterator[DemoHouse]:
    """A demo programme of one's own, for those who kill it or travel in time."""
    house = DemoHouse(tmp_path / "data")
    house.start()
    yield house
    if house.is_up:
        house.stop()


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keep a picture of a screen at both widths, in `var/journeys/<language>`, if asked to."""
    wanted = request.config.getoption("--pictures")

    def take(page: Page, name: str) -> None:
        if not wanted:
            return
        folder = PICTURES / language()
        folder.mkdir(parents=True, exist_ok=True)
        before = page.viewport_size
        for size in (PHONE, DESK):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            path = folder / f"{name}-{size['width']}.png"
            page.screenshot(path=path, animations="disabled")
        page.set_viewport_size(before)  # type: ignore[arg-type]

    return take
