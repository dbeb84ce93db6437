"""Hands letters to the mail server, and says in one word what came of it."""

import smtplib
from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from alongside.notices.models import Trouble

PERMANENT = 500
_wakers: list[Callable[[], None]] = []


class NotSent(Exception):
    """The mail server took no letter now; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class NotNow(Exception):
    """The mail server wants to hear of this one address later; others need not wait."""


class Returned(Exception):
    """The mail server says that nobody is at this address."""


def is_set_up() -> bool:
    """Say whether this house sends mail at all."""
    return bool(settings.ENVIRONMENT.mail_url)


def hand_over(letter: EmailMessage) -> None:
    """Give a letter to the mail server; NotSent, NotNow or Returned."""
    try:
        letter.send(fail_silently=False)
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _ in refused.recipients.values()]
        if all(code >= PERMANENT for code in codes):
            raise Returned from None
        raise NotNow from None
    except smtplib.SMTPAuthenticationError:
        raise NotSent(Trouble.SIGN_IN) from None
    except smtplib.SMTPSenderRefused:
        raise NotSent(Trouble.SENDER) from None
    except (smtplib.SMTPException, OSError):
        raise NotSent(Trouble.UNREACHABLE) from None


def wake_by(waker: Callable[[], None]) -> None:
    """Let whoever sends letters hear that one waits."""
    if waker not in _wakers:
        _wakers.append(waker)


def sleep_again(waker: Callable[[], None]) -> None:
    """Stop telling somebody who sends no more."""
    if waker in _wakers:
        _wakers.remove(waker)


def soon() -> None:
    """Say that a letter waits, once this transaction is kept."""
    for waker in tuple(_wakers):
        transaction.on_commit(waker, robust=True)
