"""Ada reads Spanish and Ben English: one promise, and one talk."""

from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_back
from tests.journeys.screens import LOCK, Home, Talk


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
    picture(ada, "spanish-talk")
