"""`alongside doctor` and mail: what happened, in words; and the thread that sends."""

import threading

import pytest

from alongside.notices import post
from alongside.process import mailing
from tests.mailbox import open_mailbox
from tests.process.served import founded

FROM = {"ALONGSIDE_MAIL_FROM": "post@notes.example.org"}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return founded(tmp_path_factory.mktemp("mailed"))


@pytest.fixture(scope="module")
def mailbox():
    with open_mailbox() as box:
        yield box


def test_the_doctor_sends_a_test_mail_and_says_so(house, mailbox):
    said = house.run(
        "doctor", "--mail", "dora@example.org", ALONGSIDE_MAIL_URL=mailbox.url, **FROM
    )

    assert said.returncode == 0, said.stdout + said.stderr
    assert "took a test mail for dora@example.org" in said.stdout
    (letter,) = mailbox.read
    assert (letter["Subject"], letter["To"]) == ("This is a test", "dora@example.org")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"RCPT": "550 nobody"}, "nobody is at this address"),
        ({"RCPT": "450 later"}, "Try later"),
        ({"MAIL": "550 not from you"}, "does not take letters from ALONGSIDE_MAIL_FROM"),
        ({"DATA": "554 no"}, "does not answer as it should"),
    ],
)
def test_the_doctor_says_why_a_test_mail_was_not_taken(house, mailbox, answers, words):
    mailbox.clear()
    mailbox.answers.update(answers)

    said = house.run(
        "doctor", "--mail", "dora@example.org", ALONGSIDE_MAIL_URL=mailbox.url, **FROM
    )
    mailbox.clear()

    assert said.returncode == 1
    assert words in said.stdout
    assert "Traceback" not in said.stderr


def test_the_doctor_says_that_no_mail_server_is_set_or_answers(house):
    unset = house.run("doctor", "--mail", "dora@example.org")
    away = house.run(
        "doctor",
        "--mail",
        "d@example.org",
        ALONGSIDE_MAIL_URL="smtp://127.0.0.1:9?tls=none",
        **FROM,
    )

    assert (unset.returncode, away.returncode) == (1, 1)
    assert "ALONGSIDE_MAIL_URL is empty" in unset.stdout
    assert "127.0.0.1, port 9, does not answer" in away.stdout


def test_a_letter_that_somebody_waits_for_goes_out_at_once(monkeypatch, caplog):
    sent = threading.Semaphore(0)

    def send_due(*, now):
        sent.release()
        raise RuntimeError("ben@work.example.org")

    monkeypatch.setattr(mailing, "send_due", send_due)
    with mailing.mailing(every=60, first_after=60):
        assert not sent.acquire(timeout=0.1)
        (wake,) = post._wakers
        wake()
        assert sent.acquire(timeout=5)
        wake()
        assert sent.acquire(timeout=5)

    assert post._wakers == []
    assert "RuntimeError" in caplog.text
    assert "ben@work" not in caplog.text
