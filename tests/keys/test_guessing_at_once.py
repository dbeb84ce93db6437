"""Many guesses at a phone's number at one moment are no way around the five."""

import pytest

from alongside.keys.models import Slot
from tests.keys.ways import phone_of
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_twelve_guesses_at_once_are_five_at_most(ada, nobody):
    phone = phone_of(ada)

    answers = race(*[lambda: nobody.post("/api/sign-in/device", phone.proof(bytes(32)))] * 12)

    codes = [answer.json()["error"]["code"] for answer in answers]
    assert codes.count("wrong-number") == 4
    assert codes.count("device-gone") == 8
    assert not Slot.objects.filter(account=ada.account, type=3).exists()
