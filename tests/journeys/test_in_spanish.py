"""Ada reads Spanish and Ben English: one promise, one talk, and no English on Ada's screens."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.english import in_the_promise, in_the_room, on_the_pages
from tests.journeys.people import come_back
from tests.journeys.scenes import SAID, names, scenes, turn_to
from tests.journeys.screens import LOCK, Home, Talk

FRONT = ["", "how-it-works", "what-we-keep", "tips", "help-now", "coming-back", "not-here"]

# The made-up house of the scenes speaks English: its help lines come as they are.
THEIRS = {
    "Find a helpline",
    "Open Ear Line",
    "Ask about his dog.",
    "Ask me for a walk outside.",
    "For anyone in the US, by day or night.",
    # What somebody sent stays in the language they sent it in.
    "I am not safe right now.",
    # A language is called by its own name in each.
    "English",
}


def test_english_on_a_spanish_page_is_found():
    room, pages = in_the_room(), on_the_pages()

    assert room.among(["Ask Ben again", "Atrás", "Help now", "Ben"]) == [
        "Ask Ben again",
        "Help now",
    ]
    assert pages.among(["Seis pasos pequeños.", "How it works"]) == ["How it works"]


def test_no_screen_of_the_room_says_anything_in_english_to_ada(open_page):
    page, english = open_page(PHONE), in_the_room()
    found = {}
    with scenes() as address:
        for name in names(page, address, lang="es"):
            turn_to(page, name)
            said = page.evaluate(SAID)
            assert "Ayuda ya" in said, name
            strays = set(english.among(said)) - THEIRS
            if strays:
                found[name] = strays
    assert found == {}


@pytest.mark.parametrize("place", FRONT)
def test_no_page_says_anything_in_english_to_ada(house, open_page, place):
    page = open_page(PHONE)
    page.goto(f"{house.origin}/es/{place}")

    said = page.evaluate(SAID)

    assert "Ayuda ya" in said
    assert on_the_pages().among(said) == []


@pytest.mark.on_foot
def test_ada_in_spanish_and_ben_in_english_talk(house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    ada.goto(f"{house.origin}/es/")
    ada.get_by_role("link", name="Encontrar con quién hablar").first.click()
    expect(ada.get_by_role("heading", name="Un nombre y cinco palabras")).to_be_visible()
    picture(ada, "spanish-come-in")
    ada.get_by_role("button", name="Ya las anoté").click()
    wishes = ada.get_by_role("heading", name="¿Con quién te gustaría hablar?")
    expect(wishes).to_be_visible(timeout=LOCK)
    ada.get_by_role("button", name="Cualquier persona está bien").click()
    ada.locator("li.person").first.wait_for()
    for _ in range(20):
        if "Ben" in ada.locator("li.person h2").all_inner_texts():
            break
        ada.get_by_role("button", name="Mirar otra vez").click()
        ada.wait_for_timeout(300)
    ada.get_by_role("button", name="Saluda a Ben").click()
    expect(ada.get_by_text("Solo ustedes dos pueden leer")).to_be_attached()
    ada.get_by_label("¿Cómo puede llamarte Ben?").fill("Río")
    ada.get_by_label("Tu saludo").fill("Hola, Ben.")
    ada.get_by_role("button", name="English").click()
    expect(ada.get_by_label("Your hello")).to_have_value("Hola, Ben.")
    ada.get_by_role("button", name="Español").click()
    expect(ada.get_by_label("Tu saludo")).to_have_value("Hola, Ben.")
    said = ada.evaluate(SAID)
    assert [*in_the_room().among(said), *in_the_promise().among(said)] == []
    picture(ada, "spanish-hello")
    ada.get_by_role("button", name="Enviar mi saludo").click()
    expect(ada.get_by_role("heading", name="Ben ya tiene tu saludo")).to_be_visible()
    picture(ada, "spanish-waiting")
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello("Río")
    home.accept("Río")
    with_ada = Talk(ben)
    with_ada.there("Río")
    with_ada.say("Hello Río. I am glad you wrote.")
    log = ada.get_by_role("log")
    expect(log.get_by_text("I am glad you wrote.")).to_be_visible(timeout=LOCK)
    expect(ada.get_by_text("Esto solo lo pueden leer Ben y tú.").first).to_be_visible()
    said = ada.evaluate(SAID)
    assert [*in_the_room().among(said), *in_the_promise().among(said)] == []
    picture(ada, "spanish-talk")


def test_a_language_that_cannot_be_fetched_says_so_and_comes_later(house, open_page):
    page = open_page(PHONE)
    page.goto(f"{house.origin}/app/?lang=en#come-in")
    expect(page.get_by_role("heading", name="A name and five words")).to_be_visible(
        timeout=LOCK
    )
    words = page.locator("ol.words.numbered").inner_text()
    page.context.set_offline(True)

    page.get_by_role("button", name="Español").click()

    expect(page.get_by_role("alert")).to_contain_text("We could not fetch Español just now.")
    expect(page.get_by_role("heading", name="A name and five words")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_role("heading", name="Un nombre y cinco palabras")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.locator("ol.words.numbered").inner_text() == words


def test_without_scripts_the_room_says_why_in_both_languages(house, open_page):
    page = open_page(PHONE, java_script_enabled=False)
    page.goto(f"{house.origin}/app/")

    for title in ("This part needs JavaScript", "Esta parte necesita JavaScript"):
        expect(page.get_by_role("heading", name=title)).to_be_in_viewport()
