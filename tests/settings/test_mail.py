"""The mail server's address: read exactly, refused plainly, and never quoted."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import get_connection
from django.test import override_settings

from alongside.settings.environment import read
from alongside.settings.mail import mail, mail_server
from alongside.settings.safety import unsafe

GOOD = {
    "ALONGSIDE_MODE": "production",
    "ALONGSIDE_SECRET": "s" * 64,
    "ALONGSIDE_HOSTS": "peers.example.org",
    "ALONGSIDE_ORIGIN": "https://peers.example.org",
    "ALONGSIDE_MAIL_FROM": "post@example.org",
}


def test_a_mail_server_is_one_address():
    server = mail_server("smtp://post%40example.org:p%2Fw%3Aord@mail.example.org?tls=tls")

    assert (server.host, server.port, server.tls) == ("mail.example.org", 465, "tls")
    assert (server.user, server.password) == ("post@example.org", "p/w:ord")


@pytest.mark.parametrize(
    ("tls", "port"), [("", 587), ("?tls=starttls", 587), ("?tls=tls", 465), ("?tls=none", 25)]
)
def test_each_way_has_its_usual_port(tls, port):
    assert mail_server(f"smtp://mail.example.org{tls}").port == port
    assert mail_server(f"smtp://mail.example.org:2525{tls}").port == 2525


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "smtps://secret-word@mail.example.org",
        "smtp://",
        "smtp://u:secret-word@mail.example.org:port",
        "smtp://u:secret-word@mail.example.org/path",
        "smtp://u:secret-word@mail.example.org?tls=maybe",
        "smtp://u:secret-word@mail.example.org?ssl=yes",
        "smtp://u:secret-word@mail.example.org?tls=",
        "smtp://u:secret-word@[::1",
    ],
)
def test_what_is_no_mail_server_is_refused_without_telling_the_password(url):
    with pytest.raises(ImproperlyConfigured, match="ALONGSIDE_MAIL_URL") as refused:
        mail_server(url)

    assert "secret-word" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_password_is_never_shown():
    assert "secret-word" not in repr(mail_server("smtp://u:secret-word@mail.example.org"))


def test_django_protects_the_way_as_the_address_says():
    for tls, expected in (("starttls", (True, False)), ("tls", (False, True))):
        with override_settings(**mail(f"smtp://mail.example.org?tls={tls}")):
            backend = get_connection()
        assert (backend.use_tls, backend.use_ssl) == expected
        assert backend.timeout == 20
        assert not backend.fail_silently


def test_without_an_address_no_letter_can_leave():
    assert mail("")["EMAIL_BACKEND"].endswith("dummy.EmailBackend")
    assert read({}).mail_url == ""


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("smtp://mail.example.org?tls=starttls", True),
        ("smtp://mail.example.org?tls=tls", True),
        ("smtp://localhost?tls=none", True),
        ("smtp://127.0.0.1:2525?tls=none", True),
        ("smtp://[::1]?tls=none", True),
        ("smtp://mail.example.org?tls=none", False),
        ("smtp://127.0.0.1.example.org?tls=none", False),
        ("smtp://10.0.0.7?tls=none", False),
    ],
)
def test_only_to_this_machine_mail_may_go_unprotected(url, is_safe):
    assert (unsafe(read(GOOD | {"ALONGSIDE_MAIL_URL": url})) == []) is is_safe


@pytest.mark.parametrize(
    "sender", ["post", "post@example.org\nBcc: x@y.org", "Riverside <a@b.org>", "a@b@c.org"]
)
def test_a_sender_is_one_plain_address(sender):
    with pytest.raises(ImproperlyConfigured, match="ALONGSIDE_MAIL_FROM"):
        read(GOOD | {"ALONGSIDE_MAIL_FROM": sender})


def test_a_mail_server_needs_a_sender():
    with pytest.raises(ImproperlyConfigured, match="ALONGSIDE_MAIL_FROM"):
        read({"ALONGSIDE_MAIL_URL": "smtp://localhost?tls=none"})
