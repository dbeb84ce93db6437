from alongside.promises import actions, queries, rules
from alongside.promises.models import Contact
from alongside.relationships import actions as relationships
from tests.promises.giving import OTHER, TODAY, at, code, note


def noted(member, pair):
    return member.room.get(at(pair, what="contacts")).json()["contacts"]


def test_either_notes_a_contact_and_both_see_it(talking, ada, ben):
    assert note(ben, talking, minutes=47).json()["minutes"] == 45

    assert [(one["mine"], one["how"], one["day"]) for one in noted(ada, talking)] == [
        (False, 1, TODAY)
    ]


def test_either_puts_it_right_or_takes_it_out(talking, ada, ben):
    note(ben, talking, how=1, minutes=60)
    note(ada, talking, how=2, minutes=31, day=TODAY - 1)
    assert [(one["mine"], one["how"], one["minutes"]) for one in noted(ben, talking)] == [
        (True, 2, 30)
    ]

    assert ada.room.call("DELETE", at(talking, b"by Friday, truly", "contacts"), None)
    assert noted(ben, talking) == []


def test_a_contact_that_cannot_have_been_is_refused_in_words(talking, ben):
    for wrong in ({"day": TODAY + 3}, {"day": TODAY - 93}, {"minutes": 721}):
        assert code(note(ben, talking, **wrong)) == "not-a-contact"
    for i in range(rules.MOST_CONTACTS_A_DAY):
        note(ben, talking, ref=bytes([i]) * 16)
    assert code(note(ben, talking)) == "contacts-full"
    assert note(ben, talking, ref=bytes(16), minutes=5).status_code == 200


def test_contacts_of_others_are_nobodys_business(talking, ben, finn, cem):
    note(ben, talking)

    for member in (finn, cem):
        path = at(talking, b"by Friday, truly", "contacts")
        assert member.room.get(at(talking, what="contacts")).status_code == 404
        assert note(member, talking).status_code == 404
        assert member.room.call("DELETE", path, None).status_code == 404
    assert Contact.objects.count() == 1


def test_a_programme_s_totals_add_up_and_name_nobody(talking, ben):
    note(ben, talking, minutes=30)
    note(ben, talking, ref=OTHER, minutes=20, day=TODAY - 1)

    assert queries.services(since=TODAY - 1, until=TODAY) == queries.Services(2, 50, 1)
    assert queries.services(since=TODAY, until=TODAY) == queries.Services(1, 30, 1)
    assert queries.services(since=TODAY + 1, until=TODAY + 2) == queries.Services(0, 0, 0)


def test_continuity_is_of_people_over_their_specialists(talking, ada, ben):
    note(ben, talking)
    note(ben, talking, ref=OTHER, day=TODAY - 1)

    own = queries.continuity_of(ada.account, since=TODAY - 9, until=TODAY)
    assert (own.contacts, own.coc, own.upc, own.secon) == (2, 1, 1, 1)
    overall = queries.continuity_of_programme(since=TODAY - 9, until=TODAY)
    assert (overall.people, overall.coc) == (1, 1)


def test_after_two_years_contacts_are_forgotten(talking, ben):
    note(ben, talking)

    actions.forget_old_contacts(today=TODAY + rules.KEPT_DAYS)
    assert Contact.objects.count() == 1
    actions.forget_old_contacts(today=TODAY + rules.KEPT_DAYS + 1)
    assert Contact.objects.count() == 0


def test_after_an_end_what_was_noted_stays_as_it_is(talking, ada, ben):
    note(ben, talking, minutes=47)
    relationships.end(talking, by=ada.account, today=TODAY)

    assert note(ada, talking, minutes=15).status_code == 404
    gone = ada.room.call("DELETE", at(talking, b"by Friday, truly", "contacts"), None)
    assert gone.status_code == 404
    assert [one["minutes"] for one in noted(ben, talking)] == [45]
