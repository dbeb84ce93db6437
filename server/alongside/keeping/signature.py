"""Who made a backup: its manifest is signed with the log key of the house."""

from collections.abc import Sequence

from alongside.ground.secrets import log_seed
from alongside.keeping import shelf
from alongside.keeping.archive import BadArchive, Reading
from pse.receipt import backup_bytes
from pse.refusal import BadKey
from pse.signing import sign, verify_key_of

LOG_KEY = "secrets/log.key"


class NotAsSigned(BadArchive):
    """An archive is whole in itself, and not as the house made it."""

    words = "This backup was changed after it was made, or another house made it."


def signed(manifest: bytes) -> bytes:
    """Sign a manifest for this house."""
    return sign(log_seed(), backup_bytes(manifest))


def check_signed(parts: Sequence[Reading], *, log: bytes | None) -> bool:
    """Check each part against the log key that is given, or lies among the keys.

    False if there is none at hand; NotAsSigned for a part that is not as it was made.
    """
    known = {key for key in (log, _log_among(parts)) if key is not None}
    if len(known) > 1 or not all(part.is_signed_by(key) for key in known for part in parts):
        raise NotAsSigned
    return bool(known)


def _log_among(parts: Sequence[Reading]) -> bytes | None:
    for part in parts:
        if part.manifest.part == shelf.KEYS and LOG_KEY in part.manifest.files:
            return _public(part.file(LOG_KEY))
    return None


def _public(seed: bytes) -> bytes:
    try:
        return verify_key_of(seed)
    except BadKey:
        raise NotAsSigned from None
