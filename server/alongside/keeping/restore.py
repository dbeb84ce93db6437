"""A backup becomes a house again: in an empty data folder, checked before and proved after."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.apps import apps
from django.apps.registry import Apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from alongside.files.storage import storage
from alongside.ground.refusal import Refused
from alongside.keeping.archive import BadArchive, Reading
from alongside.keeping.backup import FILES
from alongside.keeping.pair import parts_there_are
from alongside.keeping.proof import Proof, prove
from alongside.keeping.rows import AT_ONCE, Model, row_of
from alongside.keeping.schema import migrate_to, migrate_up, models_at, refuse_newer
from alongside.keeping.signature import check_signed
from alongside.library.actions import set_aside_restored

# Made by the settings themselves while a command starts; a backup's own takes its place.
MADE_AT_START = {"signing"}
SECRETS = "secrets/"


class NotEmpty(Refused):
    """Nothing that is there may be written over."""

    code = "not-empty"
    words = "There is something here already. Name an empty data folder."


@dataclass(frozen=True)
class Restored:
    """What was proved, and whether a key was at hand to see who made the backup."""

    proof: Proof
    is_signed: bool

    @property
    def words(self) -> str:
        """Say it in some sentences."""
        if self.is_signed:
            return f"{self.proof.words}\nThe backup is as its house signed it."
        return (
            f"{self.proof.words}\nNobody knows who made this backup: no log key was given. "
            "Name it with --log; it stands as log in the config.json of the house."
        )


def restore(content: Path, keys: Path | None, *, log: bytes | None = None) -> Restored:
    """Check both archives, fill the empty house, bring it up to date, and prove it."""
    refuse_unless_empty()
    with parts_there_are(content, keys) as parts:
        is_signed = check_signed(parts, log=log)
        nodes = parts[0].manifest.migrations
        refuse_newer(nodes)
        migrate_to(nodes)
        _fill(parts, models_at(nodes))
        for part in parts:
            _lay_out_files(part)
    migrate_up()
    set_aside_restored()
    return Restored(prove(), is_signed)


def refuse_unless_empty() -> None:
    """NotEmpty if there are secrets, or a row in any table of ours."""
    folder = Path(settings.DATA) / "secrets"
    if {path.name for path in folder.glob("*")} - MADE_AT_START:
        raise NotEmpty
    there = set(connection.introspection.table_names())
    for model in apps.get_models(include_auto_created=True):
        is_ours = model.__module__.startswith("alongside.")
        if is_ours and model._meta.db_table in there and model._base_manager.exists():
            raise NotEmpty


@transaction.atomic
def _fill(parts: Sequence[Reading], models: Apps) -> None:
    filled: list[Model] = []
    for part in parts:
        for name, table in part.manifest.tables.items():
            model = models.get_model(name)
            _fill_table(model, table.columns, part.lines(name))
            filled.append(model)
    _let_numbers_go_on(filled)


def _fill_table(model: Model, columns: Sequence[str], lines: Iterator[bytes]) -> None:
    while some := list(islice(lines, AT_ONCE)):
        try:
            rows = [row_of(model, columns, line) for line in some]
        except (KeyError, ValueError) as fault:
            raise BadArchive from fault
        model._base_manager.bulk_create(rows)


def _let_numbers_go_on(models: Sequence[Model]) -> None:
    """Where the database counts apart from the rows, it goes on after the highest."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _lay_out_files(part: Reading) -> None:
    for name in part.manifest.files:
        folder, _, bare = name.partition("/")
        if bare != Path(bare).name or bare.startswith("."):
            raise BadArchive
        if f"{folder}/" == FILES:
            storage().put(bare, part.file(name))
        elif f"{folder}/" == SECRETS:
            _lay_out_secret(bare, part.file(name))
        else:
            raise BadArchive


def _lay_out_secret(name: str, raw: bytes) -> None:
    path = Path(settings.DATA) / "secrets" / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(raw)
