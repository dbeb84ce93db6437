"""English, page by page."""

from alongside.web.words.en_certificates import CERTIFICATES
from alongside.web.words.en_change import CHANGE
from alongside.web.words.en_circles import CIRCLES
from alongside.web.words.en_concerns import CONCERNS
from alongside.web.words.en_counts import COUNTS
from alongside.web.words.en_credentials import CREDENTIALS
from alongside.web.words.en_danger import DANGER
from alongside.web.words.en_desk import DESK
from alongside.web.words.en_documenting import DOCUMENTING
from alongside.web.words.en_ending import ENDING
from alongside.web.words.en_facts import FACTS
from alongside.web.words.en_front import FRONT
from alongside.web.words.en_house import HOUSE
from alongside.web.words.en_keep import KEEP
from alongside.web.words.en_library import LIBRARY
from alongside.web.words.en_lines import LINES
from alongside.web.words.en_load import LOAD
from alongside.web.words.en_matches import MATCHES
from alongside.web.words.en_notices import NOTICES
from alongside.web.words.en_on_call import ON_CALL
from alongside.web.words.en_repairs import REPAIRS
from alongside.web.words.en_ripple import RIPPLE
from alongside.web.words.en_second import SECOND
from alongside.web.words.en_supervision import SUPERVISION
from alongside.web.words.en_tips import TIPS
from alongside.web.words.en_together import TOGETHER

WORDS: dict[str, str] = {
    **FRONT,
    **KEEP,
    **DESK,
    **COUNTS,
    **RIPPLE,
    **DANGER,
    **CHANGE,
    **ENDING,
    **LIBRARY,
    **DOCUMENTING,
    **HOUSE,
    **LINES,
    **ON_CALL,
    **CREDENTIALS,
    **CERTIFICATES,
    **LOAD,
    **FACTS,
    **MATCHES,
    **NOTICES,
    **CIRCLES,
    **CONCERNS,
    **REPAIRS,
    **SECOND,
    **SUPERVISION,
    **TIPS,
    **TOGETHER,
}
