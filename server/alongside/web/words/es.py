"""Spanish, page by page."""

from alongside.web.words.es_certificates import CERTIFICATES
from alongside.web.words.es_change import CHANGE
from alongside.web.words.es_circles import CIRCLES
from alongside.web.words.es_concerns import CONCERNS
from alongside.web.words.es_counts import COUNTS
from alongside.web.words.es_credentials import CREDENTIALS
from alongside.web.words.es_danger import DANGER
from alongside.web.words.es_desk import DESK
from alongside.web.words.es_documenting import DOCUMENTING
from alongside.web.words.es_ending import ENDING
from alongside.web.words.es_facts import FACTS
from alongside.web.words.es_front import FRONT
from alongside.web.words.es_house import HOUSE
from alongside.web.words.es_keep import KEEP
from alongside.web.words.es_library import LIBRARY
from alongside.web.words.es_lines import LINES
from alongside.web.words.es_load import LOAD
from alongside.web.words.es_matches import MATCHES
from alongside.web.words.es_notices import NOTICES
from alongside.web.words.es_on_call import ON_CALL
from alongside.web.words.es_repairs import REPAIRS
from alongside.web.words.es_ripple import RIPPLE
from alongside.web.words.es_second import SECOND
from alongside.web.words.es_supervision import SUPERVISION
from alongside.web.words.es_tips import TIPS
from alongside.web.words.es_together import TOGETHER

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
