"""A development house makes its own signing secret once and keeps it in the data folder."""

import secrets
from pathlib import Path


def kept_secret(data: Path) -> str:
    """Give the secret kept in the data folder; make it, for its owner only, the first time."""
    path = data / "secrets" / "signing"
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()
