"""All that a walk in browsers leaves behind, laid into one folder to be searched."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, ViewportSize

from tests.attacks.in_a_circle import may_be_held
from tests.attacks.sweep import Hit, hits_below, hits_in
from tests.journeys.browsers import ARGUMENTS, chromium_path
from tests.journeys.capture import Capture, browser_storage
from tests.journeys.house import DemoHouse
from tests.journeys.test_counted import told_by
from tests.mailbox import Mailbox, open_mailbox
from tests.pushbox import Browser, Pushbox, open_pushbox

# Everybody's page by name; answers all that was typed, by what it is.
Way = Callable[[DemoHouse, Mapping[str, Page]], dict[str, str]]
People = Mapping[str, ViewportSize]
# Ben is owed a mail, and a device of Marisol's hears that something is new.
OWED = """
import os
import django
django.setup()
from alongside.ground import clock
from alongside.notices.actions.hearing import Subscription, hear_here
from alongside.notices.models import Owed, Reach
from alongside.people.models import Account
ben, marisol = (Account.objects.get(username=one) for one in PEOPLE)
Reach.objects.create(account=ben, ref=os.urandom(16), confirmed=True,
                     address="ben@work.example.org")
hear_here(marisol, b"a phone of hers.", Subscription(*DEVICE), today=clock.today())
Reach.objects.update(quiet_from=0, quiet_to=0)
for reach in Reach.objects.filter(account__in=(ben, marisol)):
    Owed.objects.get_or_create(reach=reach)
"""


@dataclass(frozen=True)
class LeftBehind:
    """A folder with everything in it, what the browsers could find again, and what was typed.

    house/data as it stopped, house/said, running (its data while it ran, with the log that
    SQLite writes first), backup, mail, push, and of each person what crossed their wire.
    """

    folder: Path
    markers: dict[str, str]
    stored: bytes
    house: DemoHouse

    def hits(self) -> tuple[list[Hit], int]:
        """Search all of it for all that was typed; answer how many files were read, too."""
        typed = list(self.markers.values())
        found, files = hits_below(self.folder, typed)
        return found + hits_in(self.stored, typed, place="browser storage"), files

    def is_seen(self, place: str, marker: str) -> bool:
        """Say whether something public is found in one place: else the search is blind."""
        where = self.folder / place
        if where.is_dir():
            return bool(hits_below(where, [marker])[0])
        return bool(hits_in(where.read_bytes(), [marker], place=place))


def walk(
    playwright: Playwright, folder: Path, way: Way, *, keeping: People, others: People
) -> LeftBehind:
    """Go a way in a house of one's own: some browsers keep folders, others share one."""
    with open_mailbox() as mailbox, open_pushbox() as pushbox:
        data = folder / "house" / "data"
        house = DemoHouse(data, mail_url=mailbox.url, push_host=pushbox.origin)
        house.start()
        may_be_held(data / "alongside.sqlite3")
        try:
            markers, stored = _browsed(playwright, folder, house, way, keeping, others)
            shutil.copytree(data, folder / "running")
            _back_up(house, folder / "backup")
        finally:
            house.stop()
        _carried(house, mailbox, pushbox, folder)
    (folder / "house" / "said").write_text(house.said())
    return LeftBehind(folder, markers, stored, house)


def _browsed(
    playwright: Playwright,
    folder: Path,
    house: DemoHouse,
    way: Way,
    keeping: People,
    others: People,
) -> tuple[dict[str, str], bytes]:
    path = chromium_path()
    with ExitStack() as open_ones:
        sides: dict[str, BrowserContext] = {}
        for name, size in keeping.items():
            sides[name] = playwright.chromium.launch_persistent_context(
                folder / f"browser-{name}", executable_path=path, args=ARGUMENTS, viewport=size
            )
            open_ones.callback(sides[name].close)
        # Whoever shares one leaves no folder to search; their wire is heard.
        shared = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        open_ones.callback(shared.close)
        sides |= {name: shared.new_context(viewport=size) for name, size in others.items()}
        captures = [Capture(folder / f"capture-{name}") for name in sides]
        for capture, context in zip(captures, sides.values(), strict=True):
            capture.listen(context)
        pages = {name: context.new_page() for name, context in sides.items()}
        markers = way(house, pages)
        stored = b"".join(browser_storage(page) for page in pages.values())
        for capture in captures:
            capture.finish()
    return markers, stored


def _back_up(house: DemoHouse, folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "alongside", "backup", str(folder)],
        env=house._environment(),
        capture_output=True,
        check=True,
        timeout=240,
    )


def _carried(house: DemoHouse, mailbox: Mailbox, pushbox: Pushbox, folder: Path) -> None:
    """What the mail server and the push service get is searched as well, as it is read."""
    device = pushbox.browser()
    people = [house.words_of(name)[0] for name in ("Ben", "Marisol")]
    code = OWED.replace("PEOPLE", repr(people))
    given = (device.endpoint, device.public, device.secret)
    told_by(house, code.replace("DEVICE", repr(given)))
    house.start()
    try:
        until = time.monotonic() + 60
        while not (mailbox.letters and pushbox.taken) and time.monotonic() < until:
            time.sleep(0.2)
    finally:
        house.stop()
    _laid(folder / "mail", mailbox.letters)
    _laid(folder / "push", _pushed(pushbox, device))


def _pushed(pushbox: Pushbox, device: Browser) -> list[bytes]:
    return [
        part
        for taken in pushbox.taken
        for part in (repr(taken.headers).encode(), taken.body, device.opened(taken))
    ]


def _laid(folder: Path, letters: list[bytes]) -> None:
    folder.mkdir()
    for number, letter in enumerate(letters):
        (folder / str(number)).write_bytes(letter)
