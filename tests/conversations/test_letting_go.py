"""That two people knew each other is forgotten too: two years on, once no word is left."""

import pytest

from alongside.conversations.actions import forget_expired, forget_old_relationships
from alongside.conversations.models import Conversation, Entry, Epoch, Head, Member, Place
from alongside.conversations.rules import DAYS_OF_KNOWING
from alongside.ground import clock
from alongside.keys.actions import forget_who_left
from alongside.keys.models import KeyRecord, LogLine
from alongside.people.models import Account
from alongside.relationships.models import Agreement, Handover, Relationship
from alongside.timers.actions import run_due
from tests.cast import accept, ask
from tests.conversations.test_closing_a_place import close

TODAY = clock.today()
# Twelve months are promised, and the header's month on top of them.
NO_WORD_LEFT = TODAY + 13 * 31 + 1
LATER = TODAY + DAYS_OF_KNOWING + 1
TABLES = (Relationship, Conversation, Entry, Epoch, Head, Member, Place, Agreement, Handover)


def ended(talking, ada):
    assert ada.room.post(f"/api/relationships/{talking.pk}/end").status_code == 200


def words_go(*, today=NO_WORD_LEFT):
    assert forget_expired(today=today) > 0


def test_two_years_after_the_end_nothing_says_that_they_knew_each_other(talking, ada, ben):
    ended(talking, ada)
    words_go()

    assert forget_old_relationships(today=LATER - 1) == 0
    assert forget_old_relationships(today=LATER) == 1

    for table in TABLES:
        assert not table.objects.exists(), table
    for one in (ada, ben):
        answer = one.room.get("/api/relationships")
        assert answer.status_code == 200
        assert answer.json()["relationships"] == []


def test_it_waits_as_long_as_somebody_may_read(talking, ada):
    ended(talking, ada)

    assert forget_old_relationships(today=LATER) == 0
    assert Entry.objects.filter(box__isnull=False).exists()


def test_what_goes_on_is_never_forgotten(talking):
    words_go()

    assert forget_old_relationships(today=LATER + 5_000) == 0


def test_what_was_to_be_kept_until_ada_leaves_is(talking, ada, ben):
    Conversation.objects.update(retention=0)
    Epoch.objects.update(retention=0)
    ended(talking, ada)
    forget_expired(today=LATER)
    assert forget_old_relationships(today=LATER) == 0

    close(ada)

    assert forget_old_relationships(today=LATER) == 1


def test_a_hello_that_came_to_nothing_is_forgotten_as_well(asked, ben):
    assert ben.room.post(f"/api/relationships/{asked.pk}/decline").status_code == 200

    assert forget_old_relationships(today=LATER) == 1


def test_whoever_blocked_somebody_can_still_take_it_back(talking, ada):
    ada.room.post(f"/api/relationships/{talking.pk}/block")
    words_go()
    assert forget_old_relationships(today=LATER) == 0

    assert ada.room.post(f"/api/relationships/{talking.pk}/unblock").status_code == 200

    assert forget_old_relationships(today=LATER) == 1


def test_of_two_talks_one_after_the_other_each_goes_in_its_time(talking, ada, ben):
    ended(talking, ada)
    again, _ = ask(ada, ben)
    accept(again, ben)
    words_go()

    assert forget_old_relationships(today=LATER) == 1
    assert list(Relationship.objects.values_list("pk", flat=True)) == [again.pk]


def test_whom_a_talk_was_handed_to_goes_first(talking, ada, ben, cem):
    ended(talking, ada)
    later = Relationship.objects.get(pk=talking.pk)
    later.pk, later.conv = None, bytes(range(16, 32))
    later.specialist = cem.account
    later.save()
    Handover.objects.create(
        relationship=talking,
        to=cem.account,
        kind=1,
        state=5,
        by=1,
        asked_on=TODAY,
        client_sig=bytes(64),
        client_day=TODAY,
        over_on=TODAY,
        made=later,
    )
    words_go()

    assert forget_old_relationships(today=LATER) == 1
    assert list(Relationship.objects.values_list("pk", flat=True)) == [talking.pk]
    assert forget_old_relationships(today=LATER) == 1
    assert not Handover.objects.exists()


def test_of_two_who_left_nothing_is_there_but_codes_in_the_list(talking, ada, ben):
    codes = LogLine.objects.count()
    close(ada)
    close(ben)
    assert forget_who_left() == 0

    forget_old_relationships(today=LATER)

    assert forget_who_left() == 2
    assert not Account.objects.filter(pk__in=(ada.account.pk, ben.account.pk)).exists()
    assert not KeyRecord.objects.exists()
    assert LogLine.objects.count() == codes


def test_ben_who_is_here_keeps_what_checks_adas_lines(talking, ada, ben):
    close(ada)

    assert forget_who_left() == 0
    assert KeyRecord.objects.filter(account=ada.account).exists()


def test_whoever_came_and_went_without_a_word_is_gone_with_the_next_timer(ada):
    close(ada)

    run_due(now=clock.now())

    assert not Account.objects.filter(pk=ada.account.pk).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_more_talks_take_no_more_questions_to_find(
    talking, ada, ben, count, django_assert_max_num_queries
):
    for _ in range(count):
        ended(Relationship.objects.latest("pk"), ada)
        again, _ = ask(ada, ben)
        accept(again, ben)

    with django_assert_max_num_queries(1):
        forget_old_relationships(today=TODAY)
