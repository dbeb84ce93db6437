from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people import actions, queries
from alongside.people.actions import LinkIsSpent, NoteIsTooLong, NotOpened
from alongside.people.models import DeskUser, OneTimeLink
from alongside.people.tries import SlowDown
from tests.cast import DESK_WORDS

TODAY = clock.today()


@pytest.fixture
def link(desk):
    return actions.make_link(by=desk, note="for Theo", now=clock.now())


def test_a_link_works_once(link):
    actions.spend_link(link, today=TODAY)

    with pytest.raises(LinkIsSpent):
        actions.spend_link(link, today=TODAY)
    assert queries.open_links() == []


def test_a_link_works_for_a_week(link):
    with pytest.raises(LinkIsSpent):
        actions.spend_link(link, today=TODAY + 8)

    actions.spend_link(link, today=TODAY + 7)


def test_dora_can_take_a_link_back(link, desk):
    (found,) = queries.open_links()
    actions.revoke_link(queries.link_at_desk(found.pk), by=desk)

    with pytest.raises(LinkIsSpent):
        actions.spend_link(link, today=TODAY)
    with pytest.raises(NotYours):
        queries.link_at_desk(found.pk)


@pytest.mark.parametrize("wrong", ["", "x", "A" * 43, "\u00fc" * 43])
def test_a_link_nobody_made_opens_nothing(link, wrong):
    with pytest.raises(LinkIsSpent):
        actions.spend_link(wrong, today=TODAY)

    assert len(queries.open_links()) == 1


def test_a_link_is_kept_as_a_hash_only(link):
    kept = OneTimeLink.objects.get()

    assert link not in str(vars(kept))


def test_a_note_is_one_short_line(desk):
    with pytest.raises(NoteIsTooLong):
        actions.make_link(by=desk, note="x" * 81, now=clock.now())


def test_dora_comes_in_at_the_desk_however_she_types_her_words(desk):
    typed = "  Cushion SMOOTH-castle easel  toddle "

    assert actions.desk_sign_in("Dora", typed, address="192.0.2.7", now=clock.now()) == desk


@pytest.mark.parametrize(
    ("name", "words"),
    [("Dora", "cushion smooth castle easel"), ("Dora", "x"), ("Finn", DESK_WORDS), ("", "")],
)
def test_nobody_else_comes_in_at_the_desk(desk, name, words):
    with pytest.raises(NotOpened):
        actions.desk_sign_in(name, words, address="192.0.2.7", now=clock.now())


def test_guessing_at_the_desk_is_slowed_down(desk, monkeypatch):
    monkeypatch.setattr(actions, "check_password", lambda words, kept: False)
    monkeypatch.setattr(actions, "make_password", lambda words: "")
    for _ in range(5):
        with pytest.raises(NotOpened):
            actions.desk_sign_in("Dora", "guess", address="192.0.2.7", now=clock.now())

    with pytest.raises(SlowDown):
        actions.desk_sign_in("Dora", "guess", address="192.0.2.7", now=clock.now())


def test_when_dora_was_last_here_is_not_kept(desk):
    assert not [field.name for field in DeskUser._meta.fields if "login" in field.name]


def test_blocking_works_both_ways_and_twice_is_once(ada, ben, finn):
    actions.block(ben.account, by=ada.account)
    actions.block(ben.account, by=ada.account)

    assert queries.is_blocked(ada.account, ben.account)
    assert queries.is_blocked(ben.account, ada.account)
    assert not queries.is_blocked(finn.account, ben.account)


def test_old_tokens_tries_and_links_are_deleted(link, ada):
    later = clock.now() + timedelta(days=9)
    actions.forget_tokens(now=later)
    actions.forget_links(today=clock.day_of(later))

    assert queries.token_of(ada.room.token, now=clock.now()) is None
    assert OneTimeLink.objects.count() == 0
