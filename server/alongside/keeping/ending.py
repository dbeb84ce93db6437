"""The end of a programme: keys first, then boxes, then everything else, the secrets last.

Each step may be cut off and begun again: what there was is written down before the first one.
"""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from alongside.files.actions import let_go_of_every_file
from alongside.ground import secrets, wire
from alongside.ground.clock import date_of
from alongside.ground.ending import certificate_path, has_ended
from alongside.ground.identifiers import to_text
from alongside.ground.refusal import Refused
from alongside.keeping.rows import Model
from alongside.keeping.shelf import KEEP_KEYS_FOR, destroy
from alongside.keeping.tables import CONTENT_TABLES, KEY_TABLES, LEFT_OUT
from alongside.people.models import Account
from alongside.programme.queries import NotSetUp, programme
from alongside.programme.rules import has_come
from pse.receipt import ended_bytes
from pse.signing import sign, verify_key_of

BOXES = "conversations.Entry"
STAYS = "programme.Programme"
SECRETS = "secrets"
# Made by migrating and about nobody.
NOBODYS = ("contenttypes.", "auth.")
NOT_REACHED = (
    "What people copied, printed or remember.",
    "Copies of whole disks that a hosting company may keep.",
    "Backups made before this day. Content archives open nothing without key archives: "
    "destroy every key archive now, wherever it lies; "
    f"none is older than {KEEP_KEYS_FOR} days.",
)


class NotTheDay(Refused):
    """The day that people were told has not come."""

    code = "not-the-day"
    words = "The day that was announced has not come."


def end_if_due(*, today: int) -> bool:
    """End the programme if its day has come; True if that was done just now."""
    try:
        is_due = has_come(programme().closes_on, today=today)
    except NotSetUp:
        return False
    if has_ended():
        _destroy_secrets()  # an end that was cut off after its certificate left them
        return False
    if not is_due:
        return False
    end(today=today)
    return True


def end(*, today: int) -> str:
    """Destroy everything and give the certificate in words; NotTheDay before the day."""
    if not has_come(programme().closes_on, today=today):
        raise NotTheDay
    if not has_ended():
        counts = _written_down_once()
        _empty(KEY_TABLES, cutting_wires=True)
        _empty([BOXES])
        let_go_of_every_file()
        _empty(_all_others())
        _let_go_of_old_pages()
        _certify(counts, today=today)
    _destroy_secrets()
    return certificate_in_words()


def certificate_in_words() -> str:
    """Give the certificate as people read it."""
    told = json.loads(certificate_path().read_text(encoding="utf-8"))
    lines = [f"  {count:>8}  {name}" for name, count in told["destroyed"]]
    reached = [f"  - {sentence}" for sentence in told["not_reached"]]
    return "\n".join(
        [
            f"{told['programme']} ended on {date_of(told['day'])}. Destroyed:",
            *lines,
            "Not reached by this:",
            *reached,
            f"Signed with the log key {told['log']}:",
            f"  {told['sig']}",
        ]
    )


def _written_down_once() -> list[tuple[str, int]]:
    """Count before the first step, so that an end that was cut off still tells the truth."""
    draft = certificate_path().with_suffix(".draft")
    if not draft.exists():
        counts = [(model._meta.label, model._base_manager.count()) for model in _models()]
        counts.append((SECRETS, len(_secret_files())))
        _write(draft, json.dumps(counts))
    return [(name, count) for name, count in json.loads(draft.read_text())]


def _models() -> Iterator[Model]:
    for label in (*KEY_TABLES, BOXES, *_all_others()):
        yield apps.get_model(label)


def _all_others() -> list[str]:
    """Name the other tables, those that stand on others first."""
    counters = [label for label in LEFT_OUT if not label.startswith(NOBODYS)]
    content = [label for label in reversed(CONTENT_TABLES) if label not in {BOXES, STAYS}]
    return counters + content


@transaction.atomic
def _empty(labels: Iterable[str], *, cutting_wires: bool = False) -> None:
    if cutting_wires:
        for ref in Account.objects.order_by("id").values_list("ref", flat=True):
            wire.tell(f"account:{bytes(ref).hex()}")
    with connection.cursor() as cursor:
        for label in labels:
            table = apps.get_model(label)._meta.db_table
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608


def _let_go_of_old_pages() -> None:
    """Databases keep old pages for a while; what was in them goes as well."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM FULL")


def _certify(counts: list[tuple[str, int]], *, today: int) -> None:
    here, seed = programme(), secrets.log_seed()
    told = {
        "kind": "alongside-certificate",
        "version": 1,
        "home": to_text(here.home),
        "programme": here.name,
        "day": today,
        "destroyed": counts,
        "not_reached": NOT_REACHED,
        "log": to_text(verify_key_of(seed)),
        "sig": to_text(sign(seed, ended_bytes(here.home, today, counts))),
    }
    _write(certificate_path(), json.dumps(told, ensure_ascii=False, indent="\t"))
    certificate_path().with_suffix(".draft").unlink(missing_ok=True)


def _destroy_secrets() -> None:
    for path in _secret_files():
        destroy(path)
    secrets.kept.cache_clear()


def _secret_files() -> list[Path]:
    return sorted(p for p in (Path(settings.DATA) / "secrets").glob("*") if p.is_file())


def _write(path: Path, text: str) -> None:
    aside = path.with_suffix(".aside")
    with aside.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
