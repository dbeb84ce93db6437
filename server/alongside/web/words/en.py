"""English, page by page."""

from alongside.web.words.en_desk import DESK
from alongside.web.words.en_front import FRONT
from alongside.web.words.en_keep import KEEP
from alongside.web.words.en_second import SECOND

WORDS: dict[str, str] = {**FRONT, **KEEP, **DESK, **SECOND}
