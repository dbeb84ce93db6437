"""A backup in two parts, made while the house serves: content, and what opens it."""

import secrets
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.apps.registry import Apps
from django.conf import settings

from alongside.files.storage import storage
from alongside.ground.refusal import Refused
from alongside.ground.secrets import log_seed
from alongside.keeping import archive, shelf
from alongside.keeping.archive import writing
from alongside.keeping.moment import one_moment
from alongside.keeping.pair import both_parts
from alongside.keeping.rows import AT_ONCE, columns_of, lines_of
from alongside.keeping.schema import applied, models_at, refuse_newer
from alongside.keeping.signature import check_signed, signed
from alongside.keeping.tables import CONTENT_TABLES, KEY_TABLES
from pse.signing import verify_key_of

FILES = "files/"


class InsideTheData(Refused):
    """Whoever loses the data folder would lose the backup with it."""

    code = "inside-the-data"
    words = "This folder lies inside the data folder. Choose a place of its own."


class NothingYet(Refused):
    """There are no tables to write down."""

    code = "nothing-yet"
    words = "There is nothing to back up yet."


@dataclass(frozen=True)
class Made:
    """A backup that was made."""

    content: Path
    keys: Path
    rows: int
    key_rows: int
    destroyed: int


def back_up(folder: Path, *, now: datetime) -> Made:
    """Write both archives of this moment, and destroy key archives that are too old."""
    if folder.resolve().is_relative_to(settings.DATA):
        raise InsideTheData
    shelf.prepare(folder)
    stamp = now.strftime(shelf.STAMP)
    paths = {part: shelf.path_for(folder, part, stamp) for part in (shelf.CONTENT, shelf.KEYS)}
    with one_moment():
        content, keys = _write(paths, stamp=stamp)
    destroyed = shelf.destroy_old_keys(folder, now=now)
    return Made(paths[shelf.CONTENT], paths[shelf.KEYS], content.rows, keys.rows, destroyed)


def _write(paths: dict[str, Path], *, stamp: str) -> tuple[archive.Manifest, archive.Manifest]:
    nodes = applied()
    if not nodes:
        raise NothingYet
    refuse_newer(nodes)
    models, name = models_at(nodes), secrets.token_hex(16)
    content, keys = (
        archive.Manifest(part, name, stamp, nodes) for part in (shelf.CONTENT, shelf.KEYS)
    )
    with ExitStack() as both:
        written = both.enter_context(
            archive.writing(paths[shelf.CONTENT], content, sign=signed)
        )
        _write_tables(written, CONTENT_TABLES, models)
        _write_files(written, models)
        written = both.enter_context(writing(paths[shelf.KEYS], keys, sign=signed))
        _write_tables(written, KEY_TABLES, models)
        _write_secrets(written, settings.DATA / "secrets")
    return content, keys


def _write_tables(written: archive.Writing, labels: Iterable[str], models: Apps) -> None:
    for label in labels:
        try:
            model = models.get_model(label)
        except LookupError:
            # A table that came later than these data.
            continue
        written.table(label, columns_of(model), lines_of(model))


def _write_files(written: archive.Writing, models: Apps) -> None:
    """Sealed files are content: what opens them stands in lines, whose keys are in wraps."""
    try:
        rows = models.get_model("files.Piece")._base_manager.order_by("file_id", "i")
    except LookupError:
        return
    for shelf_, i in rows.values_list("file__shelf", "i").iterator(chunk_size=AT_ONCE):
        name = f"{shelf_}-{i}"
        raw = storage().get(name)
        if raw is not None:
            written.file(f"{FILES}{name}", raw)


def _write_secrets(written: archive.Writing, folder: Path) -> None:
    for path in sorted(folder.glob("*")):
        if path.is_file():
            written.file(f"secrets/{path.name}", path.read_bytes())


def check(folder: Path) -> tuple[archive.Manifest, archive.Manifest]:
    """Hash and count the newest backup of a folder, as this house signed it.

    BadArchive or NothingYet.
    """
    content, keys = (shelf.newest(folder, part) for part in (shelf.CONTENT, shelf.KEYS))
    if content is None or keys is None:
        raise NothingYet(words="There is no whole backup in this folder.")
    with both_parts(content, keys) as (one, other):
        check_signed([one, other], log=verify_key_of(log_seed()))
        return one.manifest, other.manifest
