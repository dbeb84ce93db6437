"""What a narrator says yes to, word for word: one text for each use, each by its own tick.

A text that changes gets a new number; what somebody said yes to stays beside their story.
"""

import hashlib
from collections.abc import Mapping

from alongside.library.rules import IN_PRINT, IN_PUBLIC, IN_ROOM

VERSION = 1
TEXTS: Mapping[str, Mapping[int, str]] = {
    "en": {
        IN_ROOM: (
            "People who are signed in here may read my story in the library, under the name "
            "I chose for it. The team can read it too. I can take it back at any time, and "
            "then nobody finds it here any more."
        ),
        IN_PUBLIC: (
            "Anybody may read my story on this programme's open pages, without signing in. "
            "I can take it back at any time, and then it is gone from these pages. What "
            "somebody has copied or remembers cannot be taken back."
        ),
        IN_PRINT: (
            "This programme may print my story in its own material, such as a leaflet. If I "
            "take it back, it is printed no more and the team is asked to collect what lies "
            "about. Paper that somebody took home cannot be taken back."
        ),
    },
    "es": {
        IN_ROOM: (
            "Quien haya entrado aquí puede leer mi historia en la biblioteca, con el nombre "
            "que elegí para ella. El equipo también puede leerla. Puedo retirarla cuando "
            "quiera, y entonces nadie la encuentra ya aquí."
        ),
        IN_PUBLIC: (
            "Cualquiera puede leer mi historia en las páginas abiertas de este programa, sin "
            "entrar. Puedo retirarla cuando quiera, y entonces desaparece de estas páginas. "
            "Lo que alguien haya copiado o recuerde no se puede retirar."
        ),
        IN_PRINT: (
            "Este programa puede imprimir mi historia en su propio material, como un "
            "folleto. Si la retiro, no se imprime más y se pide al equipo que recoja lo que "
            "haya a la vista. El papel que alguien se llevó a casa no se puede retirar."
        ),
    },
}


def text_of(use: int, language: str) -> str:
    """Give what somebody says yes to; KeyError for a language or a use there is not."""
    return TEXTS[language][use]


def hash_of(text: str) -> bytes:
    """Give the hash of a text, 32 bytes: what was shown and what is kept are one."""
    return hashlib.blake2b(text.encode(), digest_size=32, person=b"library-yes").digest()
