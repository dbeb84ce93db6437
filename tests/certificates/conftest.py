"""A programme that makes certificates, and one of Ben's that it stands by."""

import pytest

from alongside.certificates import actions
from alongside.certificates.models import Certificate
from alongside.certificates.rules import Chosen, Source, Vouched
from alongside.ground import clock
from alongside.programme import actions as programmes
from alongside.programme.credentials import Credential
from alongside.programme.models import Credential as Row

TODAY = clock.today()
WHAT = "Listening, first course"
ALL = Chosen("Ben Oak", programme=True, title=True, hours=True, day=True)
NOTHING = Chosen("", programme=False, title=False, hours=False, day=False)


@pytest.fixture
def key(house, settings, tmp_path):
    """The programme has begun with certificates; its secrets lie in a folder of their own."""
    settings.DATA = tmp_path
    settings.ORIGIN = "https://peers.example.org"
    return actions.make_key(old_got_out=False, today=TODAY)


@pytest.fixture
def learnt(ben, desk, key):
    """The desk put down what Ben learnt, and until when it holds."""
    one = Credential(WHAT, "The programme", TODAY - 30, TODAY + 300)
    programmes.put_credential(ben.account.pk, one, by=desk, today=TODAY)
    return Row.objects.get()


@pytest.fixture
def wished(ben, learnt):
    """Ben asked for a certificate of it."""
    return actions.ask(ben.account, Source.RECORD, learnt.pk, known_as="Ben of Tuesdays")


@pytest.fixture
def stands(wished):
    """The programme said yes."""
    actions.say_yes(wished.pk, Vouched(WHAT, 24, TODAY - 30))
    return Certificate.objects.get()
