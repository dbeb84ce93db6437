"""How people treat each other here: what is read, which version counts, and whose yes it is."""

import pytest

from alongside.ground import clock
from alongside.ground.languages import NAMES
from alongside.people.announcements import PlaceClosed
from alongside.programme import actions, queries
from alongside.programme.house_rules import (
    BUILT_IN,
    LONGEST,
    NotRules,
    RulesChanged,
    lines_in,
    words_typed,
)
from tests.words.test_grade import too_hard


def test_what_the_software_brings_is_there_in_each_language_and_easy_to_read():
    assert set(BUILT_IN) == set(NAMES)
    assert len({len(lines) for lines in BUILT_IN.values()}) == 1
    assert {line: too_hard(line) for line in BUILT_IN["en"] if too_hard(line)} == {}


def test_each_line_is_one_rule_and_a_language_nobody_wrote_reads_the_programmes_own():
    words = words_typed({"en": " We  talk here. \r\n\r\nNo money.", "es": " "}, "en")
    assert words == {"en": "We talk here.\nNo money."}
    assert lines_in(words, "es", main="en") == ["We talk here.", "No money."]
    assert lines_in(None, "es", main="en") == list(BUILT_IN["es"])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"en": " \n ", "es": "Sí."}, "rules-empty"),
        ({"en": "x" * (LONGEST + 1)}, "rules-long"),
        ({"en": "x\n" * 21}, "rules-long"),
        ({"en": "No\x00thing"}, "rules-signs"),
    ],
)
def test_what_cannot_stand_there_is_refused_with_a_reason(typed, code):
    with pytest.raises(NotRules) as refusal:
        words_typed(typed, "en")
    assert refusal.value.code == code


@pytest.mark.both_databases
def test_a_yes_is_to_the_newest_version_alone_and_goes_with_the_place(ada, desk):
    today = clock.today()
    assert queries.house_yes_of(ada.account) is None
    actions.say_yes_to_house_rules(ada.account, 0)
    assert queries.house_yes_of(ada.account) == 0
    actions.write_house_rules({"en": "Be kind."}, over=0, by=desk, today=today)
    for old in (0, 2):
        with pytest.raises(RulesChanged):
            actions.say_yes_to_house_rules(ada.account, old)
    assert queries.house_yes_of(ada.account) == 0
    actions.say_yes_to_house_rules(ada.account, 1)
    assert queries.house_yes_of(ada.account) == 1
    actions.forget_of_closed(PlaceClosed(ada.account))
    assert queries.house_yes_of(ada.account) is None


@pytest.mark.both_databases
def test_two_who_write_at_once_write_over_nobody(ada, desk):
    today = clock.today()
    actions.write_house_rules({"en": "Be kind."}, over=0, by=desk, today=today)
    with pytest.raises(RulesChanged):
        actions.write_house_rules({"en": "Be loud."}, over=0, by=desk, today=today)
    assert queries.newest_house_rules()[1].words == {"en": "Be kind."}
