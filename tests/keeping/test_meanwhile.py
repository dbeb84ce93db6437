"""A backup is one moment of a house that goes on living."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from alongside.ground import clock
from alongside.keeping.archive import reading
from alongside.keeping.shelf import newest
from pse.person import make_person
from tests.keeping.guest import call
from tests.process.served import founded

HOW_MANY = 8


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A house that is served."""
    house = founded(tmp_path_factory.mktemp("house"))
    house.start()
    yield house
    house.stop()


def newcomers(house):
    """People whose keys are made beforehand, so that they come in quickly."""
    import json

    from pse.base64url import from_text

    home = from_text(json.loads(house.ask("/config.json").content)["home"])
    names = [f"quick-otter-{number:04}" for number in range(HOW_MANY)]
    with ThreadPoolExecutor(2) as two:
        made = two.map(lambda name: make_person(name, home=home, day=clock.today()), names)
    return [one.sign_up_payload() for one in made]


def counted(folder):
    """How many accounts, bundles and ways in the newest two archives hold."""
    with (
        reading(newest(folder, "content"), part="content") as content,
        reading(newest(folder, "keys"), part="keys") as keys,
    ):
        assert content.manifest.backup == keys.manifest.backup
        return (
            content.manifest.tables["people.Account"].rows,
            keys.manifest.tables["keys.Bundle"].rows,
            keys.manifest.tables["keys.Slot"].rows,
        )


def test_people_who_come_in_meanwhile_are_in_it_whole_or_not_at_all(house, tmp_path):
    waiting, answers = newcomers(house), []

    def come_in():
        answers.extend(call(house, "/api/sign-up", papers) for papers in waiting)

    arriving = threading.Thread(target=come_in)
    arriving.start()
    found = []
    while arriving.is_alive() or not found:
        said = house.run("backup", str(tmp_path / "backups"))
        assert said.returncode == 0, said.stderr
        found.append(counted(tmp_path / "backups"))
    arriving.join()
    house.run("backup", str(tmp_path / "last"))

    assert len(answers) == HOW_MANY
    for accounts, bundles, slots in [*found, counted(tmp_path / "last")]:
        assert (bundles, slots) == (accounts, accounts * 2)
    assert counted(tmp_path / "last")[0] == HOW_MANY


def test_a_house_that_is_served_is_neither_restored_over_nor_upgraded(house, tmp_path):
    house.run("backup", str(tmp_path / "b"))
    archives = [str(newest(tmp_path / "b", part)) for part in ("content", "keys")]

    for words in (("restore", *archives), ("upgrade", str(tmp_path / "b"))):
        said = house.run(*words)

        assert said.returncode == 1
        assert "already served by process" in said.stderr
