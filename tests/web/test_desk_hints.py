"""A reminder of help while people write: they may choose it, and nobody learns who did."""

import pytest

from alongside.programme.models import Programme
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
PAGE = "/desk/help-lines"
ADDRESS = "/desk/help-lines/reminder"


def is_on(nobody):
    return nobody.get("/config.json").json()["hints"]


def test_nobodys_words_are_looked_at_until_dora_lets_people_choose_it(at_desk, nobody):
    assert is_on(nobody) is False
    assert "It is off for all" in Page(at_desk.get(PAGE)).text
    assert at_desk.post(ADDRESS, {"is_on": "yes"}).status_code == 302
    assert is_on(nobody) is True
    assert "People may choose it" in Page(at_desk.get(PAGE)).text
    assert at_desk.post(ADDRESS, {"is_on": "no"}).status_code == 302
    assert is_on(nobody) is False


def test_dora_reads_that_it_misses_many_and_that_she_is_never_told(at_desk):
    said = Page(at_desk.get(PAGE)).text
    assert "found about half" in said
    assert "not who chose it" in said


def test_finn_switches_nothing_on(anyone, house):
    answer = anyone.post(ADDRESS, {"is_on": "yes"})
    assert answer.headers["Location"].startswith("/desk/sign-in")
    assert not Programme.objects.get().hints
