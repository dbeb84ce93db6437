"""How far the tables have come: which migrations are applied, and the models of that time.

A backup before an upgrade reads tables that this version has already left behind; a restore
fills tables as they were. Both use the models as the migrations tell them.
"""

from collections.abc import Iterable

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from alongside.ground.refusal import Refused

Node = tuple[str, str]


class NewerData(Refused):
    """Going back to an older version would lose what the newer one wrote."""

    code = "newer-data"
    words = "These data were last used by a newer version. Install that version again."


def applied() -> list[Node]:
    """Give the migrations that the database has seen, in a fixed order."""
    return sorted(MigrationRecorder(connection).applied_migrations())


def pending() -> list[Node]:
    """Give the migrations that are still missing."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [(migration.app_label, migration.name) for migration, _ in plan]


def refuse_newer(nodes: Iterable[Node]) -> None:
    """NewerData if a newer version than this one has been at work."""
    known = MigrationLoader(None).graph.nodes
    if not set(nodes) <= set(known):
        raise NewerData


def models_at(nodes: Iterable[Node]) -> Apps:
    """Give the models as they were once these migrations were applied."""
    loader = MigrationLoader(None)
    state = loader.project_state(list(nodes))
    return state.apps


def migrate_to(nodes: Iterable[Node]) -> None:
    """Bring an empty database exactly this far."""
    executor = MigrationExecutor(connection)
    executor.migrate(_newest(executor.loader, set(nodes)))


def migrate_up() -> None:
    """Bring the database up to this version."""
    call_command("migrate", verbosity=0, interactive=False)


def _newest(loader: MigrationLoader, nodes: set[Node]) -> list[Node]:
    """Leave out what another of the nodes of the same app stands on."""
    below = {
        parent.key
        for node in nodes
        for parent in loader.graph.node_map[node].parents
        if parent.key[0] == node[0]
    }
    return sorted(nodes - below)
