"""The provider of texts: read exactly, refused plainly, and never quoted."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from alongside.settings.environment import read
from alongside.settings.safety import unsafe
from alongside.settings.texts import text_service

GOOD = {
    "ALONGSIDE_MODE": "production",
    "ALONGSIDE_SECRET": "s" * 64,
    "ALONGSIDE_HOSTS": "peers.example.org",
    "ALONGSIDE_ORIGIN": "https://peers.example.org",
}
URL = "twilio://AC1:secret%2Fword@api.twilio.com"
POOL = "MG" + "0" * 32


def test_a_provider_is_one_address():
    service = text_service(f"{URL}?from=%2B15005550006&to=49,+43")

    assert service is not None
    assert (service.endpoint, service.account) == ("https://api.twilio.com", "AC1")
    assert (service.token, service.sender) == ("secret/word", "15005550006")
    assert service.beginnings == ("49", "43")
    assert "secret" not in repr(service)


def test_a_service_that_holds_a_few_numbers_may_send_as_well():
    service = text_service(f"{URL}?from={POOL}")

    assert service is not None
    assert (service.sender, service.beginnings) == (POOL, ())


@pytest.mark.parametrize(
    "url",
    [
        "api.twilio.com",
        URL,
        f"{URL}?from=",
        # A name cannot be answered: STOP would go nowhere.
        f"{URL}?from=Greenhouse",
        f"{URL}?from=015005550006",
        f"{URL}?from=15005550006&to=0",
        f"{URL}?from=15005550006&to=49,all",
        f"{URL}?from=15005550006&tls=maybe",
        f"{URL}?from=15005550006&edge=x",
        f"{URL}/path?from=15005550006",
        "twilio://AC1@api.twilio.com?from=15005550006",
        "twilio://AC1:secret-word@?from=15005550006",
        "twilio://AC1:secret-word@host:port?from=15005550006",
        "pigeon://AC1:secret-word@host?from=15005550006",
        "twilio://AC1:secret-word@[::1?from=15005550006",
    ],
)
def test_what_is_no_provider_is_refused_without_telling_the_token(url):
    with pytest.raises(ImproperlyConfigured, match="ALONGSIDE_TEXT_URL") as refused:
        read({"ALONGSIDE_TEXT_URL": url})

    assert "secret" not in str(refused.value)


def test_without_one_no_text_goes_out():
    assert read({}).text_url == ""
    assert text_service("") is None


@pytest.mark.parametrize(
    ("place", "is_safe"),
    [("api.twilio.com", True), ("127.0.0.1:1", True), ("texts.example.org", False)],
)
def test_in_a_live_programme_texts_never_travel_in_the_open(place, is_safe):
    tls = "&tls=none" if place != "api.twilio.com" else ""
    url = f"twilio://AC1:secret@{place}?from=15005550006{tls}"

    assert (unsafe(read(GOOD | {"ALONGSIDE_TEXT_URL": url})) == []) is is_safe
