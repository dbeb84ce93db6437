import pytest

from alongside.conversations.models import Conversation, Entry, Head, Member, Wrap
from alongside.ground import clock, wire
from alongside.ground.identifiers import to_text
from pse.ids import conv_id_of
from pse.key_record import kr_hash_of
from tests.cast import accept, ask

TODAY = clock.today()


@pytest.fixture
def heard(monkeypatch):
    events = []
    monkeypatch.setattr(wire, "tell", events.append)
    return events


def step(member, relationship, name, papers=None):
    return member.room.post(f"/api/relationships/{relationship.pk}/{name}", papers)


def gate(relationship):
    return Conversation.objects.get(ref=relationship.conv)


def test_an_ask_opens_the_gate_for_the_hello_alone(ada, ben, heard):
    relationship, begun = ask(ada, ben, with_hello=False)

    opened = gate(relationship)
    assert (opened.mode, opened.kind, opened.owner, opened.opened_on) == (
        1,
        1,
        ada.account,
        TODAY,
    )
    assert (opened.rand, opened.agreement_hash) == (
        begun.rand,
        begun.frame.header.agreement_hash,
    )
    rows = Member.objects.filter(conversation=opened).order_by("role")
    assert list(rows.values_list("account", "role", "may_write")) == [
        (ada.account.pk, 1, True),
        (ben.account.pk, 2, True),
    ]
    assert heard == [f"conv:{begun.conv.hex()}"]


def test_with_both_signatures_both_may_write(asked, ben, heard):
    accept(asked, ben)

    assert gate(asked).mode == 2
    assert heard == [f"conv:{asked.conv.hex()}"]


def test_a_day_that_one_of_them_sets_is_told_to_both_rooms_at_once(talking, ben, heard):
    ben.room.put(f"/api/relationships/{talking.pk}/plan", {"ends_on": TODAY + 84})

    assert heard == [f"conv:{talking.conv.hex()}"]


@pytest.mark.parametrize("name", ["end", "block"])
def test_after_the_end_both_may_read_and_nobody_writes(talking, ada, heard, name):
    step(ada, talking, name)

    assert gate(talking).mode == 4
    assert Wrap.objects.count() == 2
    assert heard == [f"conv:{talking.conv.hex()}"]


@pytest.mark.parametrize(
    ("who", "name"), [("ada", "withdraw"), ("ben", "decline"), ("ben", "block")]
)
def test_an_ask_that_came_to_nothing_leaves_nothing_to_read(asked, ada, ben, heard, who, name):
    step(ada if who == "ada" else ben, asked, name)

    assert gate(asked).mode == 5
    assert not Wrap.objects.exists()
    assert not Entry.objects.exclude(kind=1).filter(box__isnull=False).exists()
    assert Head.objects.get().n == 2
    assert heard == [f"conv:{asked.conv.hex()}"]


@pytest.fixture
def again(ada):
    rand = b"again, and again"
    return {
        "conv": to_text(conv_id_of(1, ada.account.ref, kr_hash_of(ada.record), rand)),
        "rand": to_text(rand),
    }


def test_ada_starts_again_and_the_old_lines_stay_readable(talking, ada, again, heard):
    answer = step(ada, talking, "again", again).json()

    old, new = answer["conversations"]
    assert (old["mode"], new["mode"]) == (4, 2)
    assert (new["conv"], new["continues"], new["n"]) == (again["conv"], old["conv"], 0)
    assert len(heard) == 2
    assert step(ada, talking, "again", again).json() == answer


def test_only_the_owner_starts_again(talking, ben, again):
    assert step(ben, talking, "again", again).status_code == 404


def test_nobody_starts_again_before_a_yes_or_after_the_end(asked, ada, ben, again):
    assert step(ada, asked, "again", again).json()["error"]["code"] == "not-now"
    accept(asked, ben)
    step(ada, asked, "end")
    assert step(ada, asked, "again", again).json()["error"]["code"] == "not-now"


def test_an_identifier_of_other_keys_is_refused(talking, ada, again):
    answer = step(ada, talking, "again", again | {"rand": to_text(bytes(16))})

    assert answer.status_code == 400
    assert Conversation.objects.count() == 1


def test_ending_closes_the_log_that_goes_on_too(talking, ada, again):
    step(ada, talking, "again", again)
    step(ada, talking, "end")

    assert set(Conversation.objects.values_list("mode", flat=True)) == {4}
