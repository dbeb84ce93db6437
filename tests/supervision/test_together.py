"""Ben and Cem, who supports him, think together: nobody else reads; the house knows a day."""

import os

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.ground import clock
from alongside.ground.identifiers import from_text, to_text
from alongside.keys.models import Endorsement
from alongside.notices.models import Owed, Reach
from alongside.people.announcements import PlaceClosed
from alongside.programme.supporting import support
from alongside.supervision import actions
from alongside.supervision.models import Letter, Together, Wrap
from alongside.supervision.rules import (
    BEGUN_A_DAY,
    FURTHEST,
    KEPT_DAYS,
    LETTERS_A_DAY,
    LONGEST_AGO,
    PAGE,
)
from pse.key_record import kr_hash_of
from pse.refusal import NotOpened
from pse.report import Officer
from pse.report_letter import REFLECTION, Envelope, Reflected, open_letter
from tests.cast import HOME
from tests.concerns.raising import letter as sealed_letter

ID = b"one time in May."
PATH = f"/api/reflections/{to_text(ID)}"
WORDS = "I said yes too fast again. What made me?"

pytestmark = pytest.mark.django_db


def plan(member, other, *, meets_on=None, path=PATH):
    day = clock.today() if meets_on is None else meets_on
    papers = {"other": to_text(bytes(other.account.ref)), "meets_on": day}
    return member.room.call("PUT", path, papers)


def letter(by, *readers, b=WORDS, topics=(1, 4), minutes=45, about=ID):
    said = Reflected(tuple(topics), minutes)
    return sealed_letter(by, about, REFLECTION, b, *readers, said=said)


def write(by, *readers, path=PATH, room=None, **more):
    return (room or by.room).post(f"{path}/letters", letter(by, *readers, **more))


def opened(row, member, sender):
    named = tuple(
        Officer(from_text(one["account_id"]), from_text(one["kr_hash"]))
        for one in row["readers"]
    )
    envelope = Envelope(
        HOME, ID, from_text(row["id"]), REFLECTION, from_text(row["from_id"]), named
    )
    return open_letter(
        envelope,
        from_text(row["box"]),
        from_text(row["wrap"]),
        me=member.record.account_id,
        ek_seeds={kr_hash_of(member.record): member.person.secrets.ek[0]},
        sender=sender.record,
    )


def code_of(answer):
    return answer.status_code, answer.json()["error"]["code"]


def test_ben_names_a_day_both_write_and_each_opens_what_the_other_wrote(supervisor, ben):
    today = clock.today()
    for number, member in enumerate((supervisor, ben)):
        Reach.objects.create(
            account=member.account, ref=bytes([number]) * 16, address="x@y.org", confirmed=True
        )
    assert plan(ben, supervisor, meets_on=today + 3).status_code == 200
    assert [one.reach.account for one in Owed.objects.all()] == [supervisor.account]

    assert write(ben, ben, supervisor).status_code == 200
    found = write(supervisor, ben, supervisor, b="Let us look at it.", minutes=0).json()
    assert {one.reach.account for one in Owed.objects.all()} == {
        supervisor.account,
        ben.account,
    }
    first, second = found["letters"]
    assert opened(first, supervisor, ben) == (WORDS, today, Reflected((1, 4), 45))
    mine = ben.room.get(PATH).json()
    assert opened(mine["letters"][1], ben, supervisor)[0] == "Let us look at it."
    assert (mine["together"]["side"], found["together"]["side"]) == ("mine", "theirs")
    assert mine["together"]["meets_on"] == today + 3
    assert second["from_id"] == to_text(bytes(supervisor.account.ref))


def test_a_supervisor_may_name_the_day_too_and_either_moves_it(supervisor, ben):
    today = clock.today()
    assert plan(supervisor, ben, meets_on=today + 1).json()["together"]["side"] == "theirs"
    assert plan(ben, supervisor, meets_on=today + 2).json()["together"]["meets_on"] == today + 2
    assert Together.objects.count() == 1


def test_the_house_can_read_neither_words_nor_what_about_nor_for_how_long(supervisor, ben):
    plan(ben, supervisor)
    write(ben, ben, supervisor)
    one = Letter.objects.get()
    for wrap in Wrap.objects.all():
        assert set(wrap.__dict__) >= {"kr_hash", "wrap"}
        assert WORDS.encode() not in bytes(wrap.wrap)
    assert WORDS.encode() not in bytes(one.box)
    names = {field.name for field in Letter._meta.fields}
    assert names == {"id", "together", "ref", "by", "said_on", "box"}


@pytest.mark.parametrize("who", ["ada", "dora", "eve", "finn"])
def test_nobody_else_finds_it_whatever_they_ask_for(supervisor, ben, who, request):
    plan(ben, supervisor)
    row = write(ben, ben, supervisor).json()["letters"][0]
    other = request.getfixturevalue(who)
    asked = [
        other.room.get(PATH),
        plan(other, ben),
        plan(other, supervisor, path=f"/api/reflections/{to_text(os.urandom(16))}"),
        write(ben, ben, supervisor, room=other.room),
        other.room.call("DELETE", PATH, None),
        other.room.call("DELETE", f"{PATH}/letters/{row['id']}", None),
    ]
    assert {answer.status_code for answer in asked} <= {404}
    assert other.room.get("/api/reflections").json()["together"] == []
    with pytest.raises(NotOpened):
        opened(row, other, ben)


def test_a_letter_goes_to_exactly_the_two(supervisor, ben, finn):
    plan(ben, supervisor)
    papers = letter(ben, ben, supervisor)
    stranger = letter(ben, ben, finn)["readers"]
    of_finn = [one for one in stranger if one["account_id"] == to_text(bytes(finn.account.ref))]
    for readers in (papers["readers"] + of_finn, papers["readers"][:1], stranger):
        answer = ben.room.post(f"{PATH}/letters", papers | {"readers": readers})
        assert code_of(answer) == (409, "readers-moved")
    assert not Letter.objects.exists()


def test_a_letter_sent_twice_over_a_cut_line_is_one(supervisor, ben):
    plan(ben, supervisor)
    papers = letter(ben, ben, supervisor)
    for _ in range(2):
        assert ben.room.post(f"{PATH}/letters", papers).status_code == 200
    assert Letter.objects.count() == 1
    # The same id by the other is not the same letter.
    answer = supervisor.room.post(f"{PATH}/letters", papers)
    assert code_of(answer) == (400, "malformed")


def test_who_the_team_notes_no_more_reads_on_and_writes_no_more(supervisor, ben):
    plan(ben, supervisor)
    write(ben, ben, supervisor)
    support(ben.account.pk, supervisor=None)
    for member in (ben, supervisor):
        assert code_of(write(member, ben, supervisor)) == (409, "support-over")
        found = member.room.get(PATH).json()
        assert (found["may_write"], len(found["letters"])) == (False, 1)
        assert member.room.get("/api/reflections").json()["may_meet"] == []
    # What stands may be taken back all the same.
    assert ben.room.call("DELETE", PATH, None).status_code == 204
    assert not Together.objects.exists()


def test_a_supervisor_the_programme_stands_behind_no_more_begins_nothing(supervisor, ben):
    Endorsement.objects.filter(account=supervisor.account).update(revoked=True)
    assert plan(ben, supervisor).status_code == 404
    assert plan(supervisor, ben).status_code == 404


def test_each_takes_back_their_own_and_the_time_goes_with_the_last(supervisor, ben):
    plan(ben, supervisor)
    (mine,) = write(ben, ben, supervisor).json()["letters"]
    theirs = write(supervisor, ben, supervisor).json()["letters"][1]
    at = f"{PATH}/letters/"
    assert ben.room.call("DELETE", at + theirs["id"], None).status_code == 404
    assert ben.room.call("DELETE", at + mine["id"], None).status_code == 204
    assert ben.room.call("DELETE", at + mine["id"], None).status_code == 404
    assert ben.room.call("DELETE", PATH, None).status_code == 204
    assert Together.objects.count() == 1
    assert supervisor.room.call("DELETE", PATH, None).status_code == 204
    assert not Together.objects.exists()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("away", [-LONGEST_AGO - 1, FURTHEST + 1])
def test_a_day_too_far_away_is_said_in_plain_words(supervisor, ben, away):
    answer = plan(ben, supervisor, meets_on=clock.today() + away)
    assert code_of(answer) == (422, "together-day")
    assert not Together.objects.exists()


def test_a_day_holds_five_new_times_and_twenty_letters(supervisor, ben):
    for number in range(BEGUN_A_DAY):
        path = f"/api/reflections/{to_text(bytes([number]) * 16)}"
        assert plan(ben, supervisor, path=path).status_code == 200
    assert code_of(plan(supervisor, ben)) == (422, "enough-today")
    made = Together.objects.earliest("id")
    Letter.objects.bulk_create(
        Letter(
            together=made,
            ref=bytes([number]) * 16,
            by=ben.account,
            said_on=clock.today(),
            box=bytes(1_097),
        )
        for number in range(LETTERS_A_DAY)
    )
    path = f"/api/reflections/{to_text(bytes(made.ref))}"
    answer = write(ben, ben, supervisor, path=path, about=bytes(made.ref))
    assert code_of(answer) == (422, "enough-today")


def test_the_list_has_pages_and_asks_no_more_for_more_rows(supervisor, ben):
    today = clock.today()

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as found:
            answer = supervisor.room.get("/api/reflections").json()
        return len(found), answer

    plan(ben, supervisor)
    few, _ = asked()
    Together.objects.bulk_create(
        Together(
            ref=os.urandom(16),
            specialist=ben.account,
            supporter=supervisor.account,
            begun_on=today,
            meets_on=today - number,
        )
        for number in range(PAGE)
    )
    many, first = asked()
    assert many == few
    assert (len(first["together"]), first["more"]) == (PAGE, True)
    rest = supervisor.room.get("/api/reflections?page=1").json()
    assert (len(rest["together"]), rest["more"]) == (1, False)
    days = [one["meets_on"] for one in first["together"]]
    assert days == sorted(days, reverse=True)


def test_a_year_later_it_is_gone_and_with_a_place_what_was_theirs(supervisor, ben):
    today = clock.today()
    plan(ben, supervisor, meets_on=today)
    write(ben, ben, supervisor)
    write(supervisor, ben, supervisor)
    assert actions.forget_old_together(today=today + KEPT_DAYS - 1) == 0

    actions.forget_of_closed(PlaceClosed(supervisor.account))
    found = ben.room.get(PATH).json()
    assert found["together"]["other"] is None
    assert [one["from_id"] for one in found["letters"]] == [to_text(bytes(ben.account.ref))]
    assert opened(found["letters"][0], ben, ben)[0] == WORDS

    actions.forget_old_together(today=today + KEPT_DAYS)
    assert not Together.objects.exists()
    assert not Wrap.objects.exists()


def test_with_a_specialists_place_all_of_it_goes(supervisor, ben):
    plan(ben, supervisor)
    write(supervisor, ben, supervisor)
    actions.forget_of_closed(PlaceClosed(ben.account))
    assert not Together.objects.exists()
    assert not Letter.objects.exists()


def test_nothing_of_it_is_in_what_a_client_takes_along(supervisor, ben, ada, talking):
    plan(ben, supervisor)
    write(ben, ben, supervisor)
    for path in ("/api/reflections", "/api/relationships", "/api/documents", "/api/wall"):
        assert ID.hex() not in ada.room.get(path).content.hex()
        assert to_text(ID) not in ada.room.get(path).content.decode()
