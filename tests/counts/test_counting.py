"""Being counted in: once a batch, by those who are supported here, and never traced."""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest
from nacl.secret import SecretBox

from alongside.counts import queries
from alongside.counts.actions import (
    forget_old_counts,
    not_right_answered,
    not_right_closed,
    not_right_said,
    note,
)
from alongside.counts.models import Batch, Figure, Spent
from alongside.counts.rules import ANSWERED, CLOSED, LEAST, NOT_RIGHT, QUARTERS, quarter_of
from alongside.counts.sealing import Tally, opened, seal, tag_of
from alongside.ground import clock, secrets
from alongside.people.actions import forget_tries
from alongside.people.models import Tries
from alongside.repairs import actions as repairs

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()
HEARD = 1


def count(people, *, yes=True, statement=HEARD):
    """Count these people in, one after the other."""
    for person in people:
        note(statement, person, yes=yes, today=TODAY)


def tally():
    """What the one open batch holds, for whoever has the server's own keys."""
    batch = Batch.objects.get()
    return opened(bytes(batch.sealed_tally), bytes(batch.salt))


def test_ada_is_counted_in_with_one_statement_and_sees_which_are_left(ada, talking):
    assert ada.room.get("/api/counting").json() == {
        "least": LEAST,
        "statements": [1, 2, 3, 4, 5, 6],
    }
    answer = ada.room.post("/api/counting", {"statement": 2, "wholly": True})
    assert (answer.status_code, answer.content) == (204, b"")
    assert ada.room.get("/api/counting").json()["statements"] == [1, 3, 4, 5, 6]
    assert tally() == Tally(1, 1)


def test_counted_twice_is_counted_once_whatever_is_said_the_second_time(ada, talking):
    for wholly in (False, True, True):
        ada.room.post("/api/counting", {"statement": 2, "wholly": wholly})
    assert tally() == Tally(1, 0)


def test_only_a_client_whom_somebody_supports_is_counted(ada, ben, finn, cem, asked):
    papers = {"statement": 1, "wholly": True}
    for member in (ada, ben, finn, cem):
        assert member.room.get("/api/counting").status_code == 404
        assert member.room.post("/api/counting", papers).status_code == 404
    assert not Batch.objects.exists()


def test_a_specialist_is_not_counted_with_what_clients_say(ben, talking):
    papers = {"statement": 1, "wholly": True}
    assert ben.room.post("/api/counting", papers).status_code == 404


@pytest.mark.parametrize(
    "papers",
    [
        {"statement": 0, "wholly": True},
        {"statement": 7, "wholly": True},
        {"statement": 11, "wholly": True},
        {"statement": 1, "wholly": 1},
        {"statement": 1},
        {"statement": 1, "wholly": True, "words": "I felt heard."},
    ],
)
def test_what_is_no_answer_changes_nothing(ada, talking, papers):
    assert ada.room.post("/api/counting", papers).status_code == 400
    assert not Batch.objects.exists()


def test_nobody_is_counted_more_often_in_an_hour_than_a_person_answers(ada, talking):
    papers = {"statement": 1, "wholly": True}
    answers = [ada.room.post("/api/counting", papers).status_code for _ in range(31)]
    assert answers == [204] * 30 + [429]
    forget_tries(now=clock.now() + timedelta(hours=2))
    assert not Tries.objects.exists()


def test_a_batch_closes_with_its_eighth_and_leaves_one_rounded_number(people):
    count(people[:7])
    assert not Figure.objects.exists()
    assert not queries.told(today=TODAY)
    count([people[7]], yes=False)
    figure = Figure.objects.get()
    assert (figure.topic, figure.quarter) == (HEARD, quarter_of(TODAY))
    assert figure.about in {5, 10}
    assert not Batch.objects.exists()
    assert not Spent.objects.exists()


def test_no_calendar_closes_a_batch(people):
    count(people[:7])
    forget_old_counts(today=TODAY + 3_000)
    assert tally() == Tally(7, 7)


def test_a_closed_batch_is_never_told_anew(people):
    count(people[:8])
    first = list(Figure.objects.values())
    count(people[8:20])
    assert list(Figure.objects.filter(pk=first[0]["id"]).values()) == first
    assert Figure.objects.count() == 2


def test_each_statement_has_a_batch_of_its_own(people):
    count(people[:5], statement=1)
    count(people[:5], statement=2)
    assert not Figure.objects.exists()
    count(people[5:8], statement=2)
    assert [figure.topic for figure in Figure.objects.order_by("pk")] == [2]


def test_what_is_told_is_how_many_batches_and_about_how_many(people):
    count(people[:8])
    count(people[8:16], yes=False)
    ((key, told),) = queries.told(today=TODAY).items()
    assert key == (HEARD, quarter_of(TODAY))
    assert (told.batches, told.people) == (2, 16)
    assert told.about in {5, 10}


@dataclass(frozen=True)
class Told:
    """What the room of repairs tells, as far as it is heard here."""

    relationship: SimpleNamespace
    said_by: object
    in_time: bool


def test_what_did_not_sit_right_is_counted_the_same_way(people):
    for at, person in enumerate(people[:8]):
        told = Told(SimpleNamespace(client=person), person, in_time=at > 0)
        not_right_said(told)
        not_right_answered(told)
        if at < 7:
            not_right_closed(told)
    assert {topic for topic, _ in queries.told(today=TODAY)} == {NOT_RIGHT, ANSWERED}
    assert Batch.objects.get().topic == CLOSED
    assert Figure.objects.get(topic=NOT_RIGHT).about in {5, 10}


def test_who_says_that_something_did_not_sit_right_is_counted_once_in_the_batch(ada, talking):
    for ref in (bytes(16), bytes(range(16))):
        repairs.open_repair(
            talking, ref, by=ada.account, tells_desk=False, working_days=range(5), today=TODAY
        )
    assert Batch.objects.get().topic == NOT_RIGHT
    assert tally() == Tally(1, 1)


def test_ada_is_in_no_count_for_what_ben_said_she_replied_to_or_he_closed(ada, ben, talking):
    ref = bytes(16)
    repairs.open_repair(
        talking, ref, by=ben.account, tells_desk=False, working_days=range(5), today=TODAY
    )
    repairs.note_reply(talking, ref, by=ada.account, today=TODAY)
    repairs.close_repair(talking, ref, by=ben.account)
    assert not Batch.objects.exists()
    assert not Spent.objects.exists()


def test_figures_are_forgotten_after_five_years(people):
    count(people[:8])
    assert forget_old_counts(today=TODAY + (QUARTERS - 1) * 91) == 0
    assert forget_old_counts(today=TODAY + QUARTERS * 91) == 1


def test_who_has_the_database_alone_sees_the_same_whatever_somebody_said(people):
    """Looking before and after, as often as they like: rows are as many and as long."""
    seen = []
    for yes in (True, False):
        Batch.objects.all().delete()
        count(people[:3], yes=yes)
        batch, spent = Batch.objects.get(), Spent.objects.order_by("pk")
        seen.append((len(batch.sealed_tally), [len(one.tag) for one in spent]))
    assert seen[0] == seen[1]
    salt = bytes(32)
    assert seal(Tally(3, 3), salt) != seal(Tally(3, 3), salt)


def test_a_tally_and_a_tag_are_nothing_without_the_servers_own_key(people, monkeypatch):
    count(people[:3])
    batch = Batch.objects.get()
    salt, sealed = bytes(batch.salt), bytes(batch.sealed_tally)
    tags = {bytes(one.tag) for one in Spent.objects.all()}
    assert tag_of(salt, people[0].ref) in tags
    monkeypatch.setattr(
        "alongside.people.hidden.server_key", lambda: b"another key of another mach."
    )
    assert opened(sealed, salt) is None
    assert not tags & {tag_of(salt, person.ref) for person in people}


def test_the_limit_who_has_database_and_keys_and_looks_before_and_after_learns_it(people):
    """docs/counts.md says so: a server that turns bad could watch the answer arrive as well."""
    before = Tally()
    for person, yes in zip(people[:5], (True, False, True, True, False), strict=True):
        count([person], yes=yes)
        after = tally()
        salt = bytes(Batch.objects.get().salt)
        assert after.said_yes - before.said_yes == yes
        assert Spent.objects.filter(tag=tag_of(salt, person.ref)).count() == 1
        before = after


def test_a_tag_of_one_batch_says_nothing_in_another(people):
    count(people[:3], statement=1)
    count(people[:3], statement=2)
    tags = [bytes(one.tag) for one in Spent.objects.all()]
    assert len(set(tags)) == 6


def test_a_batch_that_another_server_sealed_begins_anew(people):
    """A house that was restored elsewhere has other keys; nobody's answer is made up."""
    count(people[:5])
    foreign = bytes(SecretBox(bytes(range(32))).encrypt(bytes((5, 5))))
    Batch.objects.update(sealed_tally=foreign)
    count([people[9]])
    assert tally() == Tally(1, 1)
    assert Spent.objects.count() == 1


def test_tags_that_somebody_took_away_let_nobody_be_counted_twice(people):
    count(people[:6])
    Spent.objects.order_by("pk").first().delete()
    count([people[0]])
    assert tally() == Tally(1, 1)


def test_where_the_key_lies_is_not_the_database(settings):
    assert secrets.server_key() == (settings.DATA / "secrets" / "server.key").read_bytes()
