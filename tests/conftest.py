"""How every test runs: on the database chosen, within its folder's time, warnings as errors."""

import gc
import os
from collections import defaultdict
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings

from tests.beginning import begin_with_all_tables
from tests.budgets import BUDGETS, overspent
from tests.emptying import empty_and_no_more

# Parts of the tests run beside each other: threads of one sum would wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Ada, Ben and the others are at hand in every test, and so is a real browser.
pytest_plugins = ["tests.cast", "tests.supporting", "tests.journeys.browsers"]
# These rooms keep their promises on both databases, whether a test says so or not: each test of
# theirs that has to do with a database.
BOTH = {
    "people",
    "programme",
    "notices",
    "keys",
    "relationships",
    "conversations",
    "consent",
    "appointments",
    "repairs",
    "library",
    "circles",
    "concerns",
    "supervision",
    "promises",
    "ripple",
    "certificates",
    "timers",
    "permissions",
    "api",
    "relay",
    "wall",
}
# What a test asks for when it has.
OF_A_DATABASE = {"db", "transactional_db", "django_db_setup", "is_postgresql"}
# How long one example takes says how busy the machine is; budgets.py holds whole folders.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
empty_and_no_more()
begin_with_all_tables()
_spent: dict[str, float] = defaultdict(float)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the choice of the database; tests/settings.py has already obeyed it."""
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="where tests write",
    )
    parser.addoption("--proof", action="store_true", help="run the third tier too")
    parser.addoption("--pictures", action="store_true", help="keep pictures in var/journeys")
    parser.addoption(
        "--language", choices=["en", "es"], default="en", help="what people in journeys read"
    )
    parser.addoption(
        "--width", choices=["390", "1280"], help="how wide every screen in journeys is"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the third tier for `make proof`, and on PostgreSQL what belongs on both."""
    keep = [item for item in items if _belongs(item, config)]
    if len(keep) < len(items):
        left = set(items) - set(keep)
        config.hook.pytest_deselected(items=[item for item in items if item in left])
        items[:] = keep


def pytest_collection_finish() -> None:
    """Keep the garbage collector off thousands of tests: a sixth of the time was its own."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _belongs(item: pytest.Item, config: pytest.Config) -> bool:
    if item.get_closest_marker("proof") and not config.getoption("--proof"):
        return False
    if item.get_closest_marker("on_foot") and not config.getoption("--pictures"):
        return False
    if config.getoption("--database") == "sqlite":
        return True
    is_marked = item.get_closest_marker("both_databases") is not None
    return is_marked or (_folder_of(item.nodeid) in BOTH and _has_to_do_with_it(item))


def _has_to_do_with_it(item: pytest.Item) -> bool:
    """A rule that never asks a database answers the same on PostgreSQL."""
    asked_for = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked_for & OF_A_DATABASE)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count each test's time, set-up included, on its folder."""
    _spent[_folder_of(report.nodeid)] += report.duration


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how long each folder took, and which took longer than it may."""
    longest = sorted(_spent.items(), key=lambda spent: -spent[1])
    terminalreporter.write_line(
        "seconds: " + ", ".join(f"{folder} {seconds:.0f}" for folder, seconds in longest)
    )
    for sentence in overspent(_spent, BUDGETS):
        terminalreporter.write_line(sentence, red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A folder over its time fails the run; the third tier takes the time it takes."""
    is_timed = not session.config.getoption("--proof")
    if is_timed and overspent(_spent, BUDGETS) and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _folder_of(nodeid: str) -> str:
    parts = Path(nodeid.split("::")[0]).parts
    return parts[1] if len(parts) > 2 else "."


@pytest.fixture(scope="session")
def is_postgresql() -> bool:
    """Say which database this run is on."""
    return bool(settings.DATABASES["default"]["ENGINE"].endswith("postgresql"))
