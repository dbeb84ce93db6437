"""Makes what was answered: key, tables, programme, coordinator and settings."""

import os
import secrets
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

from django.db import transaction

from alongside.cli import migrate, paper
from alongside.cli.door import open_house
from alongside.cli.roster_files import RosterKey, write_key
from alongside.cli.setup.reading import NotTaken, Plan
from alongside.cli.setup.words import say
from pse.ids import ID
from pse.signing import verify_key_of
from pse.words import draw_words

# Settings of whoever runs this that the service needs as well.
CARRIED = ("ALONGSIDE_DATABASE_URL", "ALONGSIDE_PUBLIC", "PORT")
SECRET_BYTES = 48


def make(plan: Plan, *, data: Path) -> None:
    """Make the programme with its door shut, and say once what has to be written down."""
    settings = environment_for(plan, data=data)
    _enter(settings)
    migrate.apply()
    _check_is_first()
    seed = None if plan.roster.key else secrets.token_bytes(paper.SEED)
    words = draw_words()
    _write(plan, settings, seed=seed, words=words)
    _say(plan, seed=seed, words=words)


def environment_for(plan: Plan, *, data: Path) -> dict[str, str]:
    """Give what the service reads when it starts, with a secret that was just drawn."""
    chosen = {
        "MODE": "production",
        "DATA": str(data),
        "HOSTS": str(urlsplit(plan.origin).hostname),
        "ORIGIN": plan.origin,
        "SECRET": secrets.token_urlsafe(SECRET_BYTES),
        "MAIL_URL": plan.mail_url,
        "MAIL_FROM": plan.mail_from,
    }
    carried = {name: os.environ[name] for name in CARRIED if os.environ.get(name)}
    settings = {f"ALONGSIDE_{name}": value for name, value in chosen.items() if value} | carried
    for value in settings.values():
        if "'" in value or not value.isprintable():
            raise NotTaken(say("no-value", value=value))
    return settings


def write_environment(path: Path, settings: Mapping[str, str]) -> None:
    """Write the settings for their owner alone, each between quotes; never over a file."""
    lines = (f"{name}='{value}'\n" for name, value in settings.items())
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(lines)


def _enter(settings: Mapping[str, str]) -> None:
    """Open the house exactly as the service will find it."""
    for name in [name for name in os.environ if name.startswith("ALONGSIDE_")]:
        del os.environ[name]
    os.environ.update(settings)
    open_house()


def _check_is_first() -> None:
    # Rooms can be loaded only once the house is open.
    queries = import_module("alongside.programme.queries")
    try:
        queries.programme()
    except queries.NotSetUp:
        return
    raise NotTaken(say("already"))


def _write(plan: Plan, settings: Mapping[str, str], *, seed: bytes | None, words: str) -> None:
    """Write everything or nothing: a key that nobody saw on paper does not stay."""
    home = plan.roster.home or secrets.token_bytes(ID)
    if plan.roster.file and seed:
        write_key(plan.roster.file, RosterKey(home=home, seed=seed))
    try:
        with transaction.atomic():
            _found(plan, home=home, seed=seed, words=words)
            write_environment(plan.env_file, settings)
    except BaseException:
        if plan.roster.file:
            plan.roster.file.unlink()
        raise


def _found(plan: Plan, *, home: bytes, seed: bytes | None, words: str) -> None:
    programmes = import_module("alongside.programme.actions")
    people = import_module("alongside.people.actions")
    roster = verify_key_of(seed) if seed else plan.roster.key
    programmes.found(home=home, roster_key=roster, door_open=False, **plan.settings)
    people.make_desk_user(plan.coordinator, words)


def _say(plan: Plan, *, seed: bytes | None, words: str) -> None:
    print(f"\n{say('done')}\n")
    if seed:
        print(f"{say('paper')}\n\n  {paper.write(seed)}\n")
        print(f"{say('carry', file=plan.roster.file)}\n")
    print(f"{say('coordinator', name=plan.coordinator)}\n\n  {words}\n")
    print(say("next", env_file=plan.env_file, origin=plan.origin))
