"""The room on an origin and a port of its own: the main job, and what stays apart."""

import socket

import pytest
from playwright.sync_api import Page, expect

from alongside.cli import main
from tests.journeys.house import DemoHouse
from tests.journeys.people import Guest, ask, come_back, come_in
from tests.journeys.screens import ComeBack, Home, Screen, Talk
from tests.journeys.second_door import second_door


class ApartHouse(DemoHouse):
    """A demo programme whose room has an origin of its own."""

    room: str

    def _environment(self) -> dict[str, str]:
        return super()._environment() | {"ALONGSIDE_ROOM_ORIGIN": self.room}


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    house = ApartHouse(tmp_path_factory.mktemp("apart") / "data")
    with second_door(house.port) as port:
        house.room = f"http://127.0.0.1:{port}"
        house.start()
        yield house
        house.stop()


@pytest.fixture(scope="module")
def talking(apart, chromium):
    """Ada and Ben talk; each request of Ada's is remembered."""
    contexts = [chromium.new_context() for _ in range(2)]
    ada, ben = (context.new_page() for context in contexts)
    ada.asked = []
    ada.on("request", lambda request: ada.asked.append(request))
    guest = come_in(ada, apart)
    ask(guest, "Ben", "Hello Ben, across two doors.")
    come_back(ben, apart, "Ben")
    home = Home(ben)
    home.read_hello("River")
    home.accept("River")
    Talk(ada).there("Ben")
    Talk(ben).there("River")
    yield ada, ben, guest
    for context in contexts:
        context.close()


def test_whoever_opens_the_room_at_the_house_arrives_at_its_own_origin(talking, apart):
    ada, _, _ = talking

    assert ada.url.startswith(f"{apart.room}/app/")
    assert not ada.url.startswith(apart.origin)


def test_ada_signs_up_and_talks_live_across_two_origins(talking):
    ada, ben, _ = talking
    Talk(ada).say("Can you read me?")
    Talk(ben).has("Can you read me?")
    Talk(ben).say("Every word.")
    Talk(ada).has("Every word.")


def test_no_cookie_is_ever_sent_or_kept(talking, apart):
    ada, _, _ = talking
    calls = [one for one in ada.asked if one.url.startswith(f"{apart.origin}/api/")]

    assert len(calls) > 5
    assert not [one.url for one in calls if "cookie" in one.all_headers()]
    assert ada.context.cookies() == []


def test_the_rooms_origin_hears_of_nothing_but_its_files(talking, apart):
    ada, _, _ = talking
    paths = {
        one.url.removeprefix(apart.room).partition("?")[0]
        for one in ada.asked
        if one.url.startswith(apart.room)
    }

    assert {path for path in paths if not path.startswith(("/app/", "/static/"))} <= {
        "/config.json",
        "/help-now/offline",
        "/left",
    }


def test_a_stranger_who_writes_another_house_into_config_gets_nobody_there(apart, open_page):
    page: Page = open_page(may_refuse=True)
    with socket.create_server(("127.0.0.1", 0)) as spy:
        spy.settimeout(0.5)
        elsewhere = f"http://127.0.0.1:{spy.getsockname()[1]}"

        def lie(route):
            said = route.fetch().json()
            route.fulfill(json={**said, "api": elsewhere, "wire": "ws://127.0.0.1:9/wire"})

        page.route("**/config.json", lie)
        page.goto(f"{apart.room}/app/#come-back")
        screen = ComeBack(page)
        screen.heading("Welcome back")
        screen.enter("oak-badger-2041", "acorn about above accent acrobat")
        expect(page.locator(".wrong")).to_be_visible(timeout=60_000)
        with pytest.raises(TimeoutError):
            spy.accept()


def test_leaving_leaves_nothing_at_the_rooms_origin(talking, apart):
    ada, _, _ = talking
    ada.route(
        "**/*",
        lambda route: (
            route.continue_()
            if route.request.url.startswith("http://127.0.0.1")
            else route.fulfill(body="elsewhere", content_type="text/html")
        ),
    )
    with ada.expect_request(f"{apart.room}/left"):
        Screen(ada).leave()
    ada.wait_for_url("https://**")
    ada.goto(f"{apart.room}/help-now/offline")
    kept = ada.evaluate(
        """async () => [
            (await caches.keys()).length, localStorage.length, sessionStorage.length,
            (await indexedDB.databases()).length,
            (await navigator.serviceWorker.getRegistrations()).length,
        ]"""
    )
    assert kept == [0, 0, 0, 0, 0]


@pytest.mark.on_foot
def test_a_partner_compares_the_room_at_its_own_origin(apart, capsys):
    code = main(["verify-deploy", apart.room])

    assert capsys.readouterr().out.startswith(f"{apart.room} serves this release:")
    assert code == 0


def test_ada_comes_back_at_the_rooms_origin(talking, apart, open_page):
    _, _, guest = talking
    page = open_page()
    screen = ComeBack(page)
    screen.open(apart.room)
    assert isinstance(guest, Guest)
    screen.enter(guest.username, guest.words)
    Talk(page).there("Ben")
