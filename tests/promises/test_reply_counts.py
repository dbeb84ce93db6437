from alongside.ground import clock
from alongside.people import actions as people
from alongside.promises import actions, rules
from alongside.promises.models import ReplyCount
from tests.promises.giving import TODAY, code

NOW = clock.date_of(TODAY)
LAST = rules.month_of(NOW.year, NOW.month) - 1
COUNTS = {"within": 21, "later": 3, "much_later": 1}


def hand_in(member, month=LAST, **counts):
    return member.room.put(f"/api/reply-counts/{month}", COUNTS | counts)


def test_a_specialist_hands_in_the_counts_of_a_month_that_is_over(ben):
    assert hand_in(ben).json() == {"month": LAST, **COUNTS}

    assert ben.room.get("/api/reply-counts").json() == {"months": [{"month": LAST, **COUNTS}]}


def test_a_month_is_handed_in_once_so_that_two_counts_never_tell_of_one_day(ben):
    hand_in(ben)

    assert hand_in(ben).status_code == 200
    assert code(hand_in(ben, within=22)) == "handed-in"
    assert ReplyCount.objects.get().within == COUNTS["within"]


def test_a_month_that_still_runs_or_is_long_gone_is_refused(ben):
    for month in (LAST + 1, LAST - rules.MONTHS_BACK):
        assert code(hand_in(ben, month)) == "not-a-month"


def test_counts_go_with_the_place_of_whoever_handed_them_in(ben):
    hand_in(ben)

    people.close_place(ben.account)

    assert not ReplyCount.objects.exists()


def test_nobody_else_hands_in_or_reads_counts(ada, ben, finn):
    hand_in(ben)

    for member in (ada, finn):
        assert hand_in(member).status_code == 404
        assert member.room.get("/api/reply-counts").status_code == 404


def test_counts_are_forgotten_after_two_years(ben):
    hand_in(ben)

    actions.forget_reply_counts(today=TODAY + 23 * 28)
    assert ReplyCount.objects.count() == 1
    actions.forget_reply_counts(today=TODAY + 26 * 31)
    assert ReplyCount.objects.count() == 0
