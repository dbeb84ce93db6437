"""Spanish, page by page."""

from alongside.web.words.es_desk import DESK
from alongside.web.words.es_front import FRONT
from alongside.web.words.es_keep import KEEP

WORDS: dict[str, str] = {**FRONT, **KEEP, **DESK}
