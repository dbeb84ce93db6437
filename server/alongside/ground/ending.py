"""The end of a programme leaves one paper behind: where it lies, the programme has ended."""

from pathlib import Path

from django.conf import settings

CERTIFICATE = "certificate.json"


def certificate_path() -> Path:
    """Give where the certificate lies once there is one."""
    return Path(settings.DATA) / CERTIFICATE


def has_ended() -> bool:
    """Say whether this programme has ended and its keys are gone."""
    return certificate_path().exists()
