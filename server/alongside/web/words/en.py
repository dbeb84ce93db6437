"""English, page by page."""

from alongside.web.words.en_desk import DESK
from alongside.web.words.en_ending import ENDING
from alongside.web.words.en_front import FRONT
from alongside.web.words.en_keep import KEEP

WORDS: dict[str, str] = {**FRONT, **KEEP, **DESK, **ENDING}
