"""The examples for a machine of one's own say what is true here."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from alongside.cli.commands import COMMANDS
from alongside.settings.environment import NAMES

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = [*sorted(DEPLOY.glob("*.service")), *sorted(DEPLOY.glob("*.timer"))]
NEEDED = {"NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "UMask=0077"}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_each_unit(unit, tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not here to read them")
    for one in UNITS:
        there = one.read_text().replace("/opt/alongside/bin/alongside", "/bin/true")
        (tmp_path / one.name).write_text(there)

    said = subprocess.run(
        [analyze, "verify", "--man=no", str(tmp_path / unit.name)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    about_ours = [line for line in said.stderr.splitlines() if "alongside" in line]
    assert not about_ours, said.stderr


@pytest.mark.parametrize("unit", sorted(DEPLOY.glob("*.service")), ids=lambda unit: unit.name)
def test_each_unit_runs_commands_that_exist_and_may_touch_little(unit):
    text = unit.read_text()

    for command in re.findall(r"^Exec\w+=\S+/alongside (\w+)", text, re.MULTILINE):
        assert command in COMMANDS
    assert set(text.splitlines()) >= NEEDED


def test_the_environment_file_sets_what_the_house_reads():
    lines = (DEPLOY / "alongside.env").read_text().splitlines()
    names = {line.split("=")[0] for line in lines if line and not line.startswith("#")}

    assert names <= set(NAMES)


def test_roots_command_is_the_services_user_with_its_settings_and_folders():
    unit = (DEPLOY / "alongside.service").read_text()
    command = (DEPLOY / "alongside").read_text()

    for name in ("User", "UMask", "WorkingDirectory", "StateDirectory", "StateDirectoryMode"):
        value = re.search(rf"^{name}=(.*)$", unit, re.MULTILINE)[1]
        assert re.search(rf'--property="?{name}={re.escape(value)}"?[ \n]', command), name
    assert "EnvironmentFile=-/etc/alongside.env" in command
    assert re.search(r"/opt/alongside/bin/alongside \"\$@\"$", command.rstrip())
    assert (DEPLOY / "alongside").stat().st_mode & 0o111


def test_the_page_names_every_example():
    page = (DEPLOY.parent / "docs" / "self-hosting.md").read_text()

    for example in DEPLOY.iterdir():
        if example.name != "README.md":
            assert f"deploy/{example.name}" in page, example.name
