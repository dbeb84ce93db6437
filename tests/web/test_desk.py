"""The desk: what Dora sees and does, and what nobody else can."""

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.programme.queries import programme
from alongside.web.desk.standing import standing
from tests.cast import DESK_WORDS
from tests.web.newcomer import sign_up
from tests.web.reading import Page

PAGES = [
    "/desk/",
    "/desk/relationships",
    "/desk/how-long",
    "/desk/specialists",
    "/desk/load",
    "/desk/matches",
    "/desk/matches/fairness",
    "/desk/report",
    "/desk/ripple",
    "/desk/circles",
    "/desk/circles/write",
    "/desk/concerns",
    "/desk/new-specialists",
    "/desk/answers",
    "/desk/promise",
    "/desk/promise/duties",
    "/desk/help-lines",
    "/desk/help-lines/new",
    "/desk/on-call",
    "/desk/credentials",
    "/desk/certificates",
    "/desk/house-rules",
    "/desk/notes",
    "/desk/notices",
    "/desk/your-sign-in",
]
DEEDS = ["/desk/door", "/desk/sign-out", "/desk/new-specialists/1/take-back"]


@pytest.mark.parametrize("url", [*PAGES, "/desk/door", "/desk/new-specialists/1/take-back"])
def test_finn_sees_nothing_of_the_desk(anyone, url):
    for ask in (anyone.get, anyone.post):
        answer = ask(url)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/desk/sign-in")


@pytest.mark.parametrize("url", PAGES)
def test_dora_sees_every_page_of_the_desk(at_desk, url):
    answer = at_desk.get(url)
    assert answer.status_code == 200
    assert Page(answer).links[:5] == ["#text", "/leave", "/", "/help-now", "/leave"]


@pytest.mark.parametrize("url", DEEDS)
def test_looking_at_an_address_does_nothing(at_desk, url):
    assert at_desk.get(url).status_code == 405
    assert at_desk.get("/desk/").status_code == 200


@pytest.mark.parametrize("url", [*DEEDS, "/desk/sign-in", "/desk/answers"])
def test_a_form_from_another_site_is_refused(riverside, url):
    answer = Client(enforce_csrf_checks=True).post(url, {"turn": "close"})
    assert answer.status_code == 403
    assert "That did not work" in answer.content.decode()
    assert programme().door_open


def test_dora_comes_in_however_she_types_her_words(desk):
    typed = {"name": " Dora ", "words": "  Cushion-SMOOTH cast  easel Todd "}
    assert Client().post("/desk/sign-in", typed).headers["Location"] == "/desk/second"


def test_no_browser_offers_to_keep_doras_words(anyone):
    page = Page(anyone.get("/desk/sign-in"))

    typed = [given for tag, given in page.tags if tag == "input" and given.get("id") == "words"]
    assert [(one.get("type"), one["class"], one["autocomplete"]) for one in typed] == [
        (None, "masked", "off")
    ]


@pytest.mark.parametrize("url", [*PAGES, "/desk/sign-in"])
def test_the_tab_of_the_desk_tells_a_passer_by_nothing(at_desk, url):
    assert "<title>Desk</title>" in at_desk.get(url).content.decode()


def test_a_wrong_name_and_wrong_words_sound_the_same(desk):
    answers = [
        Client().post("/desk/sign-in", {"name": name, "words": "acorn acorn acorn acorn acorn"})
        for name in ("Dora", "Nobody")
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    texts = {tuple(Page(answer).texts) for answer in answers}
    assert len(texts) == 1
    assert "acorn" not in answers[0].content.decode()


def test_someone_who_guesses_has_to_wait(desk):
    guess = {"name": "Dora", "words": "acorn acorn acorn acorn acorn"}
    tries = [Client().post("/desk/sign-in", guess).status_code for _ in range(6)]
    assert tries == [401] * 5 + [429]
    waiting = Client().post("/desk/sign-in", {"name": "Dora", "words": DESK_WORDS})
    assert waiting.status_code == 429
    assert "Please wait 15 minutes" in Page(waiting).text


def test_a_desk_page_lets_its_own_forms_say_where_they_come_from(at_desk):
    for url in PAGES:
        assert at_desk.get(url).headers["Referrer-Policy"] == "same-origin"
    assert at_desk.get("/").headers["Referrer-Policy"] == "no-referrer"


def test_signing_out_closes_the_desk(at_desk):
    assert at_desk.post("/desk/sign-out").headers["Clear-Site-Data"]
    assert at_desk.get("/desk/").status_code == 302


def test_dora_closes_and_opens_the_door(at_desk, ben):
    at_desk.post("/desk/door", {"turn": "close"})
    assert not programme().door_open
    assert "It is closed." in Page(at_desk.get("/desk/")).text
    at_desk.post("/desk/door", {"turn": "open"})
    assert programme().door_open


def test_an_empty_desk_says_what_will_be_there(at_desk):
    assert "No one is waiting." in Page(at_desk.get("/desk/")).text
    assert "There are no specialists yet." in Page(at_desk.get("/desk/specialists")).text


def test_dora_sees_that_a_hello_waits_and_nothing_of_who_wrote_it(at_desk, asked, ada, ben):
    page = Page(at_desk.get("/desk/"))
    assert f"Hello number {asked.pk} to Ben came in today." in page.text
    for private in (ada.username, "Ada", "Hello, I would like to talk."):
        assert private not in page.html
    text = Page(at_desk.get("/desk/specialists")).text
    assert "Walks with 0 of at most 12 people. One hello waits for an answer." in text


def test_a_hello_that_waits_for_days_says_how_many(at_desk, asked, monkeypatch):
    day = clock.today() + 3
    monkeypatch.setattr(clock, "today", lambda: day)
    text = Page(at_desk.get("/desk/")).text
    assert "has waited for 3 days. After two days, please ask Ben how things are." in text


def test_a_setting_stands_beside_the_sentence_it_makes(at_desk):
    text = Page(at_desk.get("/desk/promise")).text
    assert "Words are kept for 12 months. It says: What you write is kept for 12 months" in text
    assert text.count("A child is being harmed.") == 1


def test_a_link_is_shown_once_and_can_be_taken_back(at_desk):
    made = Page(at_desk.post("/desk/new-specialists", {"note": "Sam"}))
    link = next(text for text in made.texts if "/app/#join=" in text)
    again = Page(at_desk.get("/desk/new-specialists"))
    assert link not in again.text
    assert "Sam, until" in again.text
    address = next(
        given["action"] for tag, given in again.tags if given.get("action", "").endswith("back")
    )
    assert at_desk.post(address).status_code == 302
    assert "No link is open right now." in Page(at_desk.get("/desk/new-specialists")).text
    assert at_desk.post(address).status_code == 302
    assert sign_up(link.split("#join=")[1])[1].status_code == 422


@pytest.mark.parametrize(
    ("to_day", "state", "left"),
    [(None, "never", 0), (99, "ended", 0), (100, "today", 0), (101, "soon", 1),
     (130, "soon", 30), (131, "good", 31)],
)  # fmt: skip
def test_dora_is_warned_thirty_days_ahead(to_day, state, left):
    found = standing(to_day, today=100)
    assert (found.state, found.days_left) == (state, left)
