"""Safety words: six words by which people who meet or call know each other (section 15)."""

from .account import stretch_raw
from .ids import ID
from .pae import h, key_of, sized
from .words import COUNT, word_list

WORDS = 6
SALT = b"pse1/safety-salt"


def safety_words(account_id: bytes, ik: bytes) -> tuple[str, ...]:
    """Six words of the English list for an account and its identity key; slow on purpose."""
    named = h("pse1/safety", sized(account_id, ID, "an account id"), key_of(ik))
    made = stretch_raw(named, SALT)
    pairs = [made[at : at + 2] for at in range(0, 2 * WORDS, 2)]
    return tuple(word_list()[int.from_bytes(pair, "little") % COUNT] for pair in pairs)
