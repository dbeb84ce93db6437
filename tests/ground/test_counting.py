"""Several counts are one question."""

import pytest

from alongside.ground.counting import counted
from alongside.people.models import Account, DeskUser

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_tables_are_counted_by_name_in_one_question(ada, ben, desk, django_assert_num_queries):
    mine = Account.objects.filter(pk=ada.account.pk)
    with django_assert_num_queries(1):
        found = counted(
            {
                "everybody": Account.objects.order_by("-id"),
                "mine": mine,
                "none": mine.exclude(pk=ada.account.pk),
                "desk": DeskUser.objects.all(),
            }
        )
    everybody, at_desk = Account.objects.count(), DeskUser.objects.count()
    assert found == {"everybody": everybody, "mine": 1, "none": 0, "desk": at_desk}
    assert everybody > 1
