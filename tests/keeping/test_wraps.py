"""Keys are held against the header that names them; those that were let go are not missed."""

import pytest

from alongside.conversations.models import Conversation, Epoch, Wrap
from alongside.keeping.proof import prove
from alongside.keeping.wraps import misfits_of
from tests.conversations.test_closing_a_place import close

pytestmark = pytest.mark.both_databases


def misfits():
    return misfits_of(Conversation.objects.get())


def test_keys_as_they_were_written_fit(talk):
    assert misfits() == 0
    assert "does not fit" not in prove().words


def test_one_changed_byte_of_one_key_is_told(talk, ada):
    wrap = Wrap.objects.get(account__ref=ada.person.account_id)
    wrap.wrap = bytes([wrap.wrap[0] ^ 1]) + bytes(wrap.wrap[1:])
    Wrap.objects.filter(pk=wrap.pk).update(wrap=wrap.wrap)

    assert misfits() == 1
    assert "But a key does not fit what was signed." in prove().words


def test_a_missing_key_of_somebody_who_is_here_is_told(talk, ada):
    Wrap.objects.filter(account__ref=ada.person.account_id).delete()

    assert misfits() == 1


def test_the_keys_of_a_closed_place_are_not_missed(talk, ben):
    close(ben)

    assert not Wrap.objects.filter(account__ref=ben.person.account_id).exists()
    assert misfits() == 0


def test_keys_that_were_forgotten_are_not_missed(talk):
    Wrap.objects.all().delete()
    Epoch.objects.update(forgotten=True)

    assert misfits() == 0


def test_a_header_that_cannot_be_read_is_told_and_stops_nothing(talk):
    Epoch.objects.update(eh=b"no header")

    assert misfits() == 1
