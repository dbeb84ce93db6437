"""What became of mail, in words: for `alongside doctor` and whoever runs it."""

from django.conf import settings

from alongside.ground import clock
from alongside.notices import post
from alongside.notices.actions import send_trial
from alongside.notices.models import Trouble
from alongside.notices.queries import outbox
from alongside.notices.rules import is_address

NOT_SET = "No mail server is set: ALONGSIDE_MAIL_URL is empty. Nothing was sent."
SAID = {
    Trouble.UNREACHABLE: "The mail server {host}, port {port}, does not answer as it should.",
    Trouble.SIGN_IN: "The mail server {host} does not take the name and password.",
    Trouble.SENDER: "The mail server {host} does not take letters from ALONGSIDE_MAIL_FROM.",
}


def send_trial_to(address: str) -> int:
    """Send a test mail and say what happened; 0 when the mail server took it."""
    is_sent, sentence = _tried(address)
    print(sentence)
    return 0 if is_sent else 1


def trouble_now() -> str:
    """Say why notes do not go out; empty when they do."""
    failed = outbox()
    if not failed.trouble:
        return ""
    return f"{_said(Trouble(failed.trouble))} It failed {failed.failures} times in a row."


def _tried(address: str) -> tuple[bool, str]:
    if not post.is_set_up():
        return False, NOT_SET
    if not is_address(address):
        return False, "That is not a mail address. Nothing was sent."
    try:
        send_trial(address, now=clock.now())
    except post.NotSent as failure:
        return False, f"{_said(failure.trouble)} Nothing was sent."
    except post.NotNow:
        return False, "The mail server does not take mail for this address now. Try later."
    except post.Returned:
        return False, "The mail server says that nobody is at this address. Nothing was sent."
    return True, f"The mail server took a test mail for {address}. See whether it arrived."


def _said(trouble: Trouble) -> str:
    return SAID[trouble].format(host=settings.EMAIL_HOST, port=settings.EMAIL_PORT)
