"""What is never said of how far support goes on: that something caused it, or R0."""

import re

# People are not an infection, and nobody was drawn by lot (docs/ripple.md).
_NEVER = re.compile(
    r"\bR[-_ ]?(?:0|zero|nought|naught)\b|\bcaus\w*|\bcontag\w*"
    r"|\bviral\w*|\bvirus\w*|\binfe[ck]\w*|\bepid[eé]mi\w*|\breproduc\w*",
    re.IGNORECASE,
)


def never_said(text: str) -> list[str]:
    """Give each word that should not be there, as it stands."""
    return _NEVER.findall(text)
