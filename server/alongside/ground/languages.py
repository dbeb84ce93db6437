"""The languages this software is written in, each by the name it gives itself."""

from collections.abc import Mapping

FIRST = "en"
NAMES: Mapping[str, str] = {"en": "English", "es": "Español"}
