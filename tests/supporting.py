"""Cem as a supervisor, and whom he supports: at hand in every test."""

import pytest

from alongside.ground import clock
from alongside.keys.models import Endorsement
from alongside.people.models import RoleName
from alongside.programme.actions import set_seat
from alongside.programme.supporting import support
from pse.key_record import kr_hash_of


@pytest.fixture
def supervisor(cem, ben):
    """Cem, whom the programme stands behind as a supervisor, and who supports Ben."""
    today = clock.today()
    Endorsement.objects.create(
        account=cem.account,
        kr_hash=kr_hash_of(cem.record),
        role=RoleName.SUPERVISOR,
        display_name="Cem",
        from_day=today - 1,
        to_day=today + 80,
        serial=9_000_000,
        sig=bytes(64),
    )
    set_seat(ben.account, paused=False, cap=7)
    support(ben.account.pk, supervisor=cem.account)
    return cem
