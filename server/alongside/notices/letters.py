"""The letters that leave the house. Their words never change: who reads along learns nothing.

All letters in one language are the same bytes but for address, link, and the sender and
subject that a person chose for themselves. No name, no programme, no count, no role; the words
come from the catalogue of the pages.
"""

import secrets
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime, formataddr
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage

from alongside.notices.links import CONFIRM, STOP, token_of
from alongside.notices.models import Reach
from alongside.notices.rules import NEAR, NEW

Say = Callable[..., str]
_catalogue: list[Say] = []


def worded_by(say: Say) -> None:
    """Let the letters take their words from a catalogue: subject, body and sender by id."""
    _catalogue[:] = [say]


def note_for(reach: Reach, *, now: datetime, kind: int = NEW) -> EmailMessage:
    """Write one of the two notes there are: something is new, or a time is near."""
    stop = link("stop", token_of(STOP, reach.ref), lang=reach.lang)
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    name = "near" if kind == NEAR else "note"
    letter = _letter(name, reach.address, [stop], lang=reach.lang, now=now, headers=headers)
    letter.subject = reach.subject or letter.subject
    if reach.sender:
        letter.from_email = formataddr((reach.sender, settings.ENVIRONMENT.mail_from))
    return letter


def proof_for(reach: Reach, *, now: datetime) -> EmailMessage:
    """Write the letter with the link that confirms an address."""
    confirm = link("confirm", token_of(CONFIRM, reach.proof or b""), lang=reach.lang)
    return _letter("proof", reach.address, [confirm], lang=reach.lang, now=now, headers={})


def trial_for(address: str, *, lang: str, now: datetime) -> EmailMessage:
    """Write a letter that only shows that letters arrive."""
    return _letter("trial", address, [], lang=lang, now=now, headers={})


def time_words(reach: Reach) -> str:
    """Give the words that stand on every time in somebody's calendar."""
    return _catalogue[0]("calendar.time", language=reach.lang)


def text_for(reach: Reach, *, kind: int = NEW) -> str:
    """Write one of the two notes as a text: with what the person chose, and with no address.

    A locked phone shows it to whoever is near.
    """
    say = partial(_catalogue[0], language=reach.lang)
    usual = say("text.near" if kind == NEAR else "text.note")
    chosen = f"{reach.subject}." if reach.subject else usual
    before = f"{reach.sender}: " if reach.sender else ""
    return f"{before}{chosen} {say('text.stop')}"


def code_text(code: str, *, lang: str) -> str:
    """Write the text that asks whether a number is somebody's own."""
    return _catalogue[0]("text.code", language=lang, code=code)


def text_trial(*, lang: str) -> str:
    """Write a text that only shows that texts arrive."""
    return _catalogue[0]("text.trial", language=lang)


def link(deed: str, token: str, *, lang: str) -> str:
    """Give the address of a page for one deed, which still opens when a language is off."""
    return f"{settings.ORIGIN}/notices/{deed}/{token}?lang={lang}"


def _letter(
    name: str,
    address: str,
    links: list[str],
    *,
    lang: str,
    now: datetime,
    headers: dict[str, str],
) -> EmailMessage:
    say = partial(_catalogue[0], language=lang)
    sender = settings.ENVIRONMENT.mail_from
    body = say(f"mail.{name}", origin=f"{settings.ORIGIN}/", link="".join(links))
    return EmailMessage(
        subject=say(f"mail.{name}.subject"),
        body=body,
        from_email=f"{say('mail.sender')} <{sender}>",
        to=[address],
        headers={
            # Neither this machine's name nor the minute: both would tell something.
            "Message-ID": f"<{secrets.token_hex(16)}@{sender.partition('@')[2]}>",
            "Date": format_datetime(now.replace(minute=0, second=0, microsecond=0)),
            "Auto-Submitted": "auto-generated",
            **headers,
        },
    )
