"""The desk's page of matches: ticks and days, a yes or another look, and no client's name."""

import json
import re
import subprocess
from itertools import count

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.matching.models import Apart, Proposal, Step, Wish
from alongside.people.models import Account
from alongside.web.words.en import WORDS
from tests.matching.handing import hand_over
from tests.web.reading import Page

pytestmark = pytest.mark.django_db
TODAY = clock.today()
NUMBERS = count(1)


@pytest.fixture
def at_desk(desk):
    client = Client()
    client.force_login(desk)
    return client


def strangers(many, *, langs=("en",), facts=("grief",), waited=0):
    """Many who let the programme choose, without keys."""
    made = [
        Account(ref=n.to_bytes(16), username=f"fern-{n:05}")
        for n, _ in zip(NUMBERS, range(many), strict=False)
    ]
    accounts = Account.objects.bulk_create(made)
    return Wish.objects.bulk_create(
        Wish(
            account=account,
            facts=list(facts),
            langs=list(langs),
            matters="",
            anyone=False,
            handed_on=TODAY - waited,
        )
        for account in accounts
    )


def test_dora_sees_ticks_and_reasons_says_yes_and_never_sees_a_name(ada, ben, at_desk):
    hand_over(ada)
    at_desk.post("/desk/matches/look")
    text = Page(at_desk.get("/desk/matches")).text
    assert "Proposed: Ben" in text
    assert "Both ticked: Alcohol, Evenings, English" in text
    assert ada.account.username not in text

    number = Proposal.objects.get().pk
    assert at_desk.post(f"/desk/matches/{number}/yes").status_code == 302
    assert Proposal.objects.get().step == Step.OFFERED
    assert "With the specialist" in Page(at_desk.get("/desk/matches?step=offered")).text


def test_someone_else_is_a_press_and_that_pair_is_not_proposed_again(ada, ben, at_desk):
    hand_over(ada)
    at_desk.post("/desk/matches/look")
    at_desk.post(f"/desk/matches/{Proposal.objects.get().pk}/else")
    at_desk.post("/desk/matches/look", {"way": "balanced"})

    assert not Proposal.objects.exists()
    assert Apart.objects.count() == 1


def test_a_veto_shows_on_no_page_of_the_desk(ada, ben, at_desk):
    hand_over(ada)
    before = [at_desk.get(url).getvalue() for url in ("/desk/matches", "/desk/matches/as-file")]
    hand_over(ada, not_these=[to_text(ben.account.ref)])
    after = [at_desk.get(url).getvalue() for url in ("/desk/matches", "/desk/matches/as-file")]

    assert [_without_form_keys(one) for one in before] == [
        _without_form_keys(one) for one in after
    ]


def _without_form_keys(content):
    return re.sub(rb'value="[A-Za-z0-9]{64}"', b"", content)


def test_a_press_that_comes_too_late_is_no_trouble(at_desk):
    assert at_desk.post("/desk/matches/4711/yes").status_code == 302
    assert at_desk.post("/desk/matches/4711/else").status_code == 302


def test_a_page_of_many_asks_few_questions(ada, ben, at_desk, django_assert_max_num_queries):
    strangers(130)
    hand_over(ada)
    at_desk.post("/desk/matches/look")
    # The first look of a day also tells the people on the page.
    at_desk.get("/desk/matches?after=0.1")
    with django_assert_max_num_queries(10):
        page = at_desk.get("/desk/matches?after=0.1")
    assert page.content.count(b"<h3>") == 50
    with django_assert_max_num_queries(10):
        assert at_desk.get("/desk/matches/fairness").status_code == 200


def test_filters_and_the_file_hold_the_same_people(ada, ben, at_desk):
    strangers(3, langs=("es",))
    strangers(2, langs=("en",))
    lines = at_desk.get("/desk/matches/as-file?lang=es").getvalue().decode().splitlines()
    assert len(lines) == 4
    assert Page(at_desk.get("/desk/matches?lang=es")).text.count("Ticked:") == 3
    for odd in ("?after=0", "?after=x.y", "?lang=%27", "?step=all", f"?after={9**9}.1"):
        assert at_desk.get(f"/desk/matches{odd}").status_code == 200


def test_the_fairness_page_hides_a_few_people(at_desk):
    strangers(40, langs=("en",))
    strangers(3, langs=("fr",))
    strangers(20, langs=("es",))
    text = Page(at_desk.get("/desk/matches/fairness")).text
    assert text.count("Hidden: too few people") == 1
    assert "French" not in text
    assert "Spanish" not in text
    assert "Everyone together" in text


def test_the_page_says_ticks_as_the_room_does():
    script = "import('./browser/words/en.js').then(({en}) => console.log(JSON.stringify(en)))"
    said = json.loads(
        subprocess.run(["node", "-e", script], capture_output=True, check=True).stdout
    )
    for key, text in WORDS.items():
        if key.startswith("fact."):
            assert text == said.get(key, said.get(key.replace("fact.", "lang.")))
