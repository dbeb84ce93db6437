"""The room on an origin of its own: exactly that origin may speak with the house."""

import pytest
from django.test import Client

ROOM = "https://room.example.org"
HOUSE = "https://peers.example.org"


@pytest.fixture(autouse=True)
def _apart(settings, house):
    settings.ORIGIN = HOUSE
    settings.ORIGINS = (HOUSE,)
    settings.ROOM_ORIGIN = ROOM
    settings.ROOM_ORIGINS = (ROOM,)
    settings.ALLOWED_HOSTS = ["peers.example.org", "room.example.org"]


@pytest.fixture
def at_house():
    return Client(SERVER_NAME="peers.example.org")


@pytest.fixture
def at_room():
    return Client(SERVER_NAME="room.example.org")


def test_the_room_may_ask_the_house_before_it_speaks(at_house):
    answer = at_house.options("/api/me", headers={"Origin": ROOM})

    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Origin"] == ROOM
    assert answer["Access-Control-Allow-Headers"] == "Authorization, Content-Type, X-Alongside"
    assert "Access-Control-Allow-Credentials" not in answer


def test_the_room_may_read_what_the_house_answers(at_house):
    answer = at_house.get("/api/directory", headers={"Origin": ROOM, "X-Alongside": "1"})

    assert answer.status_code == 401
    assert answer["Access-Control-Allow-Origin"] == ROOM
    assert answer["Vary"] == "Origin"


@pytest.mark.parametrize(
    "stranger",
    [
        "https://finn.example.org",
        "http://room.example.org",
        "https://room.example.org:444",
        "https://room.example.org.finn.example",
        "https://ROOM.example.org",
        HOUSE,
        "null",
        "",
    ],
)
def test_nobody_elsewhere_may(at_house, stranger):
    asked = at_house.options("/api/me", headers={"Origin": stranger})
    answered = at_house.get("/api/help", headers={"Origin": stranger})

    assert "Access-Control-Allow-Origin" not in asked
    assert "Access-Control-Allow-Origin" not in answered


def test_only_the_api_may_be_read_from_the_room(at_house):
    for path in ("/", "/desk/sign-in", "/config.json", "/help-now"):
        answer = at_house.get(path, headers={"Origin": ROOM})
        assert "Access-Control-Allow-Origin" not in answer


def test_whoever_opens_the_room_at_the_house_is_sent_there(at_house):
    answer = at_house.get("/app/?lang=es")

    assert (answer.status_code, answer["Location"]) == (302, f"{ROOM}/app/?lang=es")


def test_the_rooms_origin_has_no_api_and_no_desk(at_room):
    for path in ("/api/me", "/api/help", "/desk/", "/desk/sign-in"):
        assert at_room.get(path, headers={"X-Alongside": "1"}).status_code == 404
    assert at_room.post("/api/sign-in").status_code == 404
    assert at_room.post("/").status_code == 404


def test_a_reader_at_the_rooms_origin_is_sent_to_the_pages(at_room):
    assert at_room.get("/")["Location"] == "/app/"
    assert at_room.get("/tips?x=1")["Location"] == f"{HOUSE}/tips?x=1"


def test_help_lines_are_at_the_rooms_origin_too_and_without_cookies(at_room):
    answer = at_room.get("/help-now/offline")

    assert answer.status_code == 200
    assert not answer.cookies


def test_the_room_is_told_where_the_house_and_the_wire_are(at_room):
    said = at_room.get("/config.json").json()

    assert (said["api"], said["wire"]) == (HOUSE, "wss://peers.example.org/wire")


def test_leaving_clears_what_the_rooms_origin_kept(at_room, at_house):
    answer = at_room.post("/left")

    assert (answer.status_code, answer["Clear-Site-Data"]) == (204, '"cookies", "storage"')
    assert "Clear-Site-Data" not in at_house.post("/left")


def test_without_an_origin_of_its_own_nothing_changes(settings, at_house):
    settings.ROOM_ORIGIN = ""

    assert "Access-Control-Allow-Origin" not in at_house.get(
        "/api/help", headers={"Origin": ROOM}
    )
    said = at_house.get("/config.json").json()
    assert (said["wire"], "api" in said) == ("/wire", False)
