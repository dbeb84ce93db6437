"""What PSE/1 refuses, by name.

Refused           anything that envelope.md does not allow
  Malformed       bytes, text, a number or a frame not written in the one accepted way
  BadKey          not a key: wrong type, length, a small-order or non-canonical point
  Unknown         a label, kind, type, field, profile or version that is not in the page
  NotOpened       commitment, cipher or padding: the box is not what its context says
  WrongSignature  nobody with this key signed these bytes
  BadWords        a word that is not on the list; `place` counts from 1
  BadRecord       a key record, endorsement or profile that does not hold
  BadPromise      a promise or its signature that does not hold
  BadHeader       an epoch header that breaks a rule of section 7
  BadConsent      a consent with something missing, or two in one
  BadPackage      something told, or an entry about telling, that does not hold
  BadEntry        an entry whose shape breaks a rule of section 8
  Trouble         the server's fault: nothing may be shown or sent after this point
  Left            somebody left this conversation: nothing more is written in it
  BadExport       a file that somebody took along and that is not whole, or not as it was
  RolledBack      state older than what the person has already saved
  LogTrouble      the key log was rewritten, forked, or says something else than it should
  LogBehind       more of the key log has to be read before this can be judged
"""


class Refused(Exception):
    """Something that the page does not allow; the sentence says what."""


class Malformed(Refused):
    """Bytes, text, a number or a frame not written in the one accepted way."""


class BadKey(Refused):
    """Not a key: wrong type, wrong length, a small-order or non-canonical point."""


class Unknown(Refused):
    """A label, kind, type, field, profile or version that is not in the page."""


class NotOpened(Refused):
    """The box does not open under this key and context."""


class WrongSignature(Refused):
    """Nobody with this key signed these bytes."""


class BadWords(Refused):
    """A word that matches nothing on the list."""

    def __init__(self, sentence: str, *, place: int | None = None) -> None:
        super().__init__(sentence)
        self.place = place


class BadRecord(Refused):
    """A key record, an endorsement or a profile that does not hold."""


class BadPromise(Refused):
    """A promise, or a signature under it, that does not hold."""


class BadHeader(Refused):
    """An epoch header that breaks a rule."""


class BadConsent(Refused):
    """A consent in which something is missing, or that is two in one."""


class BadPackage(Refused):
    """Something told, or an entry about telling, that does not hold."""


class BadReport(Refused):
    """A report that nobody should be able to send, or whose lines do not belong in it."""


class BadEntry(Refused):
    """An entry whose shape breaks a rule."""


class Trouble(Refused):
    """The server's fault: the conversation stops here."""


class Left(Refused):
    """Somebody left this conversation: nothing more is written in it."""


class BadExport(Refused):
    """A file that somebody took along does not hold; the sentence says where."""


class RolledBack(Refused):
    """State is older than what this person has already saved."""


class LogTrouble(Refused):
    """The key log does not fit; `cause` says what."""

    def __init__(self, cause: str, sentence: str) -> None:
        super().__init__(sentence)
        self.cause = cause


class LogBehind(Refused):
    """More of the key log has to be read before this can be judged."""
