"""What a vector can ask: each op takes the case's `in` and gives its `out` or refuses."""

from collections.abc import Callable, Mapping
from typing import Any

from . import (
    ops_circles,
    ops_conversations,
    ops_devices,
    ops_documents,
    ops_exports,
    ops_files,
    ops_grants,
    ops_instruments,
    ops_invites,
    ops_key_log,
    ops_matching,
    ops_notes,
    ops_packages,
    ops_passkeys,
    ops_people,
    ops_primitives,
    ops_reports,
    ops_wall,
)

Op = Callable[[Mapping[str, Any]], Any]

OPS: dict[str, Op] = {
    **ops_primitives.OPS,
    **ops_devices.OPS,
    **ops_passkeys.OPS,
    **ops_exports.OPS,
    **ops_documents.OPS,
    **ops_files.OPS,
    **ops_people.OPS,
    **ops_conversations.OPS,
    **ops_circles.OPS,
    **ops_grants.OPS,
    **ops_instruments.OPS,
    **ops_invites.OPS,
    **ops_key_log.OPS,
    **ops_matching.OPS,
    **ops_notes.OPS,
    **ops_packages.OPS,
    **ops_reports.OPS,
    **ops_wall.OPS,
}
