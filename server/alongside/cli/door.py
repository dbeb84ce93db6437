"""What every command of the server does first: load the settings, or say why not."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured


def open_house() -> None:
    """Load Django with the settings of this environment; leave with one sentence if refused."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.settings"
    try:
        django.setup()
    except ImproperlyConfigured as refusal:
        sys.exit(f"Not started: {refusal}")
