"""What people say to a story: counted by eights, without who, told to its narrator alone."""

import pytest

from alongside.counts.rules import LEAST
from alongside.counts.sealing import Tally, opened
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.library import actions
from alongside.library.models import Batch, Spent, Story
from alongside.people.models import Account
from tests.library.test_handing_in import own


def readers(count):
    """So many people with a place here."""
    return [
        Account.objects.create(ref=bytes([9, number]) + bytes(14), username=f"reader-{number}")
        for number in range(count)
    ]


def say(shown, people, said=("helped",)):
    """Let these people answer, one after the other."""
    for person in people:
        actions.answer(bytes(shown.ref), said, by=person, now=clock.now())


def test_below_eight_the_narrator_sees_nothing_and_the_eighth_tells_about_how_many(ada, shown):
    people = readers(LEAST)
    say(shown, people[:-1])
    assert own(ada)[0]["totals"] is None

    say(shown, people[-1:], said=("too_much", "like_mine"))
    totals = own(ada)[0]["totals"]
    assert totals["answers"] == LEAST
    assert totals["helped"] in {5, 10}
    assert totals["too_much"] in {0, 5}
    assert (Batch.objects.count(), Spent.objects.count()) == (0, 0)


def test_a_ninth_answer_changes_nothing_that_can_be_seen(ada, shown):
    say(shown, readers(LEAST))
    before = own(ada)[0]["totals"]
    ninth = Account.objects.create(ref=bytes([8]) + bytes(15), username="ninth")
    say(shown, [ninth])

    assert own(ada)[0]["totals"] == before


def test_whoever_answers_twice_is_counted_once(ben, shown):
    path = f"/api/library/{to_text(bytes(shown.ref))}/answer"
    for said in (["helped"], ["too_much"]):
        assert ben.room.post(path, {"said": said}).status_code == 204

    batch = Batch.objects.get()
    assert Spent.objects.count() == 1
    for name, yes in (("helped", 1), ("too_much", 0), ("like_mine", 0)):
        sealed = bytes(getattr(batch, f"sealed_{name}"))
        assert opened(sealed, bytes(batch.salt)) == Tally(1, yes)


def test_an_open_batch_holds_neither_who_nor_what(ben, shown):
    say(shown, [ben.account])
    batch, spent = Batch.objects.get(), Spent.objects.get()

    assert bytes(ben.account.ref) not in (bytes(spent.tag), bytes(batch.salt))
    boxes = {bytes(getattr(batch, f"sealed_{name}")) for name in ("helped", "too_much")}
    assert len(boxes) == 2
    assert {field.name for field in Spent._meta.fields} == {"id", "batch", "tag"}


@pytest.mark.parametrize("said", [[], ["stars"], ["helped", "helped"]])
def test_there_are_three_answers_and_no_others(ben, shown, said):
    answer = ben.room.post(f"/api/library/{to_text(bytes(shown.ref))}/answer", {"said": said})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "library-answer")


def test_nobody_answers_their_own_story_and_nobody_a_story_that_is_not_shown(ada, ben, waiting):
    path = f"/api/library/{to_text(bytes(waiting.ref))}/answer"

    assert ben.room.post(path, {"said": ["helped"]}).status_code == 404
    assert ada.room.post(path, {"said": ["helped"]}).status_code == 404


def test_readers_see_no_counts_at_all(ben, shown):
    say(shown, readers(LEAST))
    card = ben.room.get("/api/library").json()["stories"][0]
    story = ben.room.get(f"/api/library/{card['ref']}").json()

    assert not {"answers", "helped", "too_much", "like_mine", "totals"} & {*card, *story}


def test_a_tally_that_another_server_sealed_begins_anew(ben, finn, shown):
    say(shown, [ben.account])
    Batch.objects.update(sealed_helped=bytes(42))
    say(shown, [finn.account])

    batch = Batch.objects.get()
    assert opened(bytes(batch.sealed_helped), bytes(batch.salt)) == Tally(1, 1)
    assert Spent.objects.count() == 1
    assert Story.objects.get().answers == 0


def test_stories_stand_by_the_day_they_came_and_never_by_how_many_liked_them(ada, gus, ben):
    from tests.library.telling import put_story

    older, newer = put_story(ada, shown=True), put_story(ada, shown=True)
    say(older, readers(LEAST))

    refs = [one["ref"] for one in ben.room.get("/api/library").json()["stories"]]
    assert refs == [to_text(bytes(newer.ref)), to_text(bytes(older.ref))]
