"""Attack 19, before the house's own log: true lines in a false order are found."""

from dataclasses import replace

import pytest

from alongside.conversations.actions import forget_expired
from alongside.conversations.as_sealed import as_sealed
from alongside.conversations.contexts import STRETCH
from alongside.conversations.models import Conversation, Entry, Epoch
from alongside.ground import clock
from alongside.ground.identifiers import from_text, to_text
from pse.refusal import NotOpened
from pse.report_line import ReportLine, check_place
from tests.cast import ask
from tests.concerns.raising import concern
from tests.conversations.test_forgetting import lines


@pytest.fixture
def raised(ada, ben, two):
    made = concern(ada, ben, *two)
    made.hand_in()
    return made


@pytest.fixture
def shown(talking, ben):
    """Two of Ben's lines, as Ada's report shows them."""
    lines(2, talking.conv, ben.account.ref)
    eh_hash = Epoch.objects.get().eh_hash
    found = Entry.objects.filter(kind=3).order_by("n")
    return [
        ReportLine(one.n, as_sealed(one, conv=talking.conv, eh_hash=eh_hash), b"k" * 32)
        for one in found
    ]


def asked(officer, raised, conv, *stretches):
    papers = {"conv": to_text(conv), "stretches": list(stretches or (0,))}
    return officer.room.post(f"{raised.path}/log", papers)


def log_of(officer, raised, conv, *stretches):
    answer = asked(officer, raised, conv, *stretches).json()
    return answer["known"], {one["n"]: from_text(one["h_aad"]) for one in answer["lines"]}


def test_an_officer_finds_each_line_where_it_was_carried(talking, shown, raised, two):
    known, log = log_of(two[0], raised, talking.conv)
    assert known
    for line in shown:
        check_place(line, log[line.n])


def test_who_shows_true_lines_in_another_order_is_found(talking, shown, raised, two):
    _, log = log_of(two[0], raised, talking.conv)
    first, second = shown
    for moved in (replace(first, n=second.n), replace(second, n=first.n)):
        with pytest.raises(NotOpened):
            check_place(moved, log[moved.n])
    assert max(log) < 1_000  # a number that was never given is found by its absence


def test_words_that_were_never_sent_have_no_place(talking, shown, raised, two):
    _, log = log_of(two[0], raised, talking.conv)
    line = shown[0]
    never = replace(line, entry=replace(line.entry, fc=b"f" * 32))
    with pytest.raises(NotOpened):
        check_place(never, log[never.n])


def test_a_line_is_still_found_when_its_words_are_forgotten(talking, shown, raised, two):
    before = log_of(two[0], raised, talking.conv)
    forget_expired(today=clock.today() + 5_000)
    assert not Entry.objects.filter(kind=3, box__isnull=False).exists()
    assert log_of(two[0], raised, talking.conv) == before


def test_nothing_is_known_of_a_talk_that_is_not_of_who_raised_it(
    ada, ben, finn, talking, raised, two
):
    finns, _ = ask(finn, ben)
    assert Conversation.objects.filter(ref=finns.conv).exists()
    for conv in (finns.conv, b"x" * 16):
        assert log_of(two[0], raised, conv) == (False, {})


def test_whole_stretches_are_given_and_no_more(talking, shown, raised, ben, two):
    lines(2 * STRETCH, talking.conv, ben.account.ref)
    _, log = log_of(two[0], raised, talking.conv, 1)
    assert sorted(log) == list(range(STRETCH, 2 * STRETCH))
    assert log_of(two[0], raised, talking.conv, 2**40) == (True, {})


def test_nobody_but_its_officers_asks(ada, ben, talking, raised, finn):
    for other in (ada, ben, finn):
        assert asked(other, raised, talking.conv).status_code == 404
