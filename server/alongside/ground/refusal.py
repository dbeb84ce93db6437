"""What the house says when it will not do something.

Refused      a deed that is not possible now; the name says what happened
  NotYours   missing and forbidden alike, so that nobody learns what exists
"""


class Refused(Exception):
    """A deed was refused: a code for software, words for the person, a status for the web."""

    code = "refused"
    words = "That is not possible now."
    status = 422

    def __init__(
        self, code: str | None = None, words: str | None = None, *, status: int | None = None
    ) -> None:
        self.code = code or type(self).code
        self.words = words or type(self).words
        self.status = status or type(self).status
        super().__init__(self.code)


class NotYours(Refused):
    """There is nothing here for this person, whether it exists or not."""

    code = "not-found"
    words = "There is nothing here for you."
    status = 404
