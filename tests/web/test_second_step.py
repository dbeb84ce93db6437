"""The second step on the desk's pages: nothing opens before it, and no script is needed."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.people.models import SecondStep
from alongside.people.second import actions, queries
from tests.cast import DESK_WORDS, code_now, pass_words, set_up_app, sign_in_at_desk
from tests.web.reading import Page

WORDS = {"name": "Dora", "words": DESK_WORDS}


@pytest.fixture
def half_in(app, desk):
    """Dora passed the words and has not taken her second step."""
    return pass_words(desk)


@pytest.fixture
def newcomer(desk):
    """Dora passed the words for the first time."""
    return pass_words(desk)


@pytest.fixture
def whole(app, desk):
    """Dora took both steps a moment ago."""
    return sign_in_at_desk(desk, app)


def travel(monkeypatch, **length):
    later = clock.now() + timedelta(**length)
    monkeypatch.setattr(clock, "now", lambda: later)


def typed_secret(client):
    """Read the secret as someone does who types it into an app."""
    import base64

    page = Page(client.get("/desk/second/app"))
    letters = next(text for text in page.texts if re.fullmatch(r"[A-Z2-7 ]{39}", text))
    return base64.b32decode(letters.replace(" ", ""))


def test_the_desk_opens_after_both_steps(app):
    half_in = Client()
    typed = half_in.post("/desk/sign-in", WORDS)
    assert typed.headers["Location"] == "/desk/sign-in/second"

    answer = half_in.post("/desk/sign-in/second", {"code": code_now(app)})

    assert answer.headers["Location"] == "/desk/"
    assert half_in.get("/desk/").status_code == 200


def test_the_first_time_leads_to_setting_one_up_before_anything_else(newcomer):
    assert newcomer.get("/desk/").status_code == 302
    assert newcomer.get("/desk/sign-in/second").headers["Location"] == "/desk/second"
    assert "Set up a second step" in Page(newcomer.get("/desk/second")).text


def test_dora_sets_up_an_app_and_sees_her_paper_codes_once(newcomer):
    secret = typed_secret(newcomer)

    answer = newcomer.post("/desk/second/app", {"code": code_now(secret), "name": "Blue phone"})

    codes = [text for text in Page(answer).texts if re.fullmatch(r"(\w{4}-){2}\w{4}", text)]
    assert len(codes) == 8
    page = Page(newcomer.get("/desk/your-sign-in"))
    assert "Blue phone An app with codes, added on" in page.text
    assert "8 of your codes still work." in page.text
    assert not [code for code in codes if code in page.html]


def test_a_wrong_first_code_loses_nothing(newcomer):
    secret = typed_secret(newcomer)

    answer = newcomer.post("/desk/second/app", {"code": "x"})

    assert answer.status_code == 422
    assert "That code did not fit." in Page(answer).text
    assert typed_secret(newcomer) == secret
    assert not SecondStep.objects.exists()


def test_the_picture_says_what_the_letters_say(newcomer):
    page = Page(newcomer.get("/desk/second/app"))

    path = next(
        given["d"] for tag, given in page.tags if tag == "path" and "h1v1" in given["d"]
    )
    assert path.count("M") > 400
    assert not [tag for tag, given in page.tags if "style" in given]


def test_a_code_on_paper_opens_the_desk_once(half_in, desk):
    paper = actions.new_paper_codes(desk)[0]

    assert half_in.post("/desk/sign-in/second", {"code": paper}).status_code == 302
    assert half_in.get("/desk/").status_code == 200
    again = pass_words(desk)
    assert again.post("/desk/sign-in/second", {"code": paper}).status_code == 401


def test_a_wrong_code_is_said_plainly_and_dora_stays_where_she_is(half_in):
    answer = half_in.post("/desk/sign-in/second", {"code": "x"})

    assert answer.status_code == 401
    assert "That code did not fit." in Page(answer).text
    assert half_in.get("/desk/sign-in/second").status_code == 200


def test_guessing_the_code_is_slowed_down(half_in, app):
    tries = [half_in.post("/desk/sign-in/second", {"code": "x"}).status_code for _ in range(6)]

    assert tries == [401] * 5 + [429]
    answer = half_in.post("/desk/sign-in/second", {"code": code_now(app)})
    assert "Please wait 15 minutes" in Page(answer).text


def test_the_words_are_good_for_ten_minutes_only(half_in, app, monkeypatch):
    travel(monkeypatch, minutes=10)

    answer = half_in.post("/desk/sign-in/second", {"code": code_now(app)})

    assert answer.headers["Location"] == "/desk/sign-in"
    assert half_in.get("/desk/").status_code == 302


def test_without_the_words_the_second_step_opens_nothing(app, riverside):
    answer = Client().post("/desk/sign-in/second", {"code": code_now(app)})

    assert answer.headers["Location"] == "/desk/sign-in"


def test_someone_half_in_cannot_set_up_a_second_step_of_their_own(half_in):
    for page in ("/desk/second", "/desk/second/app", "/desk/second/passkey"):
        asks = (half_in.get,) if page == "/desk/second" else (half_in.get, half_in.post)
        for ask in asks:
            assert ask(page).headers["Location"] == "/desk/sign-in/second", page
    assert SecondStep.objects.count() == 1


def test_each_step_begins_a_new_session(app):
    client = Client()
    client.get("/desk/sign-in")
    client.session.save()
    keys = {client.session.session_key}
    client.post("/desk/sign-in", WORDS)
    keys.add(client.session.session_key)
    client.post("/desk/sign-in/second", {"code": code_now(app)})
    keys.add(client.session.session_key)

    assert len(keys) == 3


def test_a_change_asks_for_both_steps_again_after_ten_minutes(whole, monkeypatch):
    travel(monkeypatch, minutes=11)

    page = Page(whole.get("/desk/your-sign-in"))
    assert "please show both steps once more" in page.text
    assert "Make new codes" not in page.text
    step = SecondStep.objects.get().pk
    for deed in ("paper", f"{step}/remove"):
        answer = whole.post(f"/desk/your-sign-in/{deed}")
        assert answer.headers["Location"] == "/desk/sign-in?to=yours"
    assert whole.post("/desk/second/app").headers["Location"] == "/desk/your-sign-in"


def test_after_both_steps_dora_is_back_at_her_sign_in(whole, app, desk, monkeypatch):
    travel(monkeypatch, minutes=11)
    pass_words(desk, whole, to="yours")

    answer = whole.post("/desk/sign-in/second", {"code": code_now(app)})

    assert answer.headers["Location"] == "/desk/your-sign-in"
    assert "Make new codes" in Page(whole.get("/desk/your-sign-in")).text


@pytest.mark.parametrize("to", ["https://example.org/", "yours/../x"])
def test_nobody_is_led_elsewhere_after_signing_in(app, riverside, to):
    client = Client()
    client.post("/desk/sign-in", {**WORDS, "to": to})

    answer = client.post("/desk/sign-in/second", {"code": code_now(app)})

    assert answer.headers["Location"] == "/desk/"


def test_dora_adds_another_and_removes_the_first(whole, app, desk):
    secret = typed_secret(whole)
    first = SecondStep.objects.get()
    answer = whole.post("/desk/second/app", {"code": code_now(secret), "name": ""})
    assert "It is on your list now." in Page(answer).text
    elsewhere = sign_in_at_desk(desk, secret_later(app))

    gone = whole.post(f"/desk/your-sign-in/{first.pk}/remove")

    assert "You are signed out in all other places." in Page(gone).text
    assert whole.get("/desk/").status_code == 200
    assert elsewhere.get("/desk/").status_code == 302
    last = SecondStep.objects.get()
    assert last.name == "My app"
    stays = whole.post(f"/desk/your-sign-in/{last.pk}/remove")
    assert stays.status_code == 422
    assert "This is the only one you have." in Page(stays).text


def secret_later(app):
    """The same app after its code of this half minute was used: forget that it was."""
    actions.forget_spent(now=clock.now() + timedelta(minutes=5))
    return app


def test_removing_what_is_somebody_elses_is_like_removing_nothing(whole, desk):
    actions.add_desk_user("Gale")
    gale = queries.desk_user_named("Gale")
    set_up_app(gale)
    (hers,) = queries.steps_of(gale)

    answers = [
        whole.post(f"/desk/your-sign-in/{number}/remove") for number in (hers.pk, 99_999)
    ]

    assert {(one.status_code, one.headers["Location"]) for one in answers} == {
        (302, "/desk/your-sign-in")
    }
    assert queries.steps_of(gale) == [hers]


def test_new_paper_codes_are_shown_this_one_time(whole):
    page = Page(whole.post("/desk/your-sign-in/paper"))

    assert "The old ones do not work any more." in page.text
    assert "8 of your codes still work." in Page(whole.get("/desk/your-sign-in")).text


def test_a_reset_signs_dora_out_everywhere_and_half_sittings_too(whole, half_in, desk):
    actions.reset_desk_user(desk)

    assert whole.get("/desk/").status_code == 302
    assert half_in.get("/desk/sign-in/second").headers["Location"] == "/desk/sign-in"


def test_leaving_the_page_ends_a_half_sitting(half_in, app):
    half_in.get("/leave")

    answer = half_in.post("/desk/sign-in/second", {"code": code_now(app)})
    assert answer.headers["Location"] == "/desk/sign-in"


def test_signing_out_ends_a_half_sitting(half_in):
    half_in.post("/desk/sign-out")

    assert half_in.get("/desk/sign-in/second").headers["Location"] == "/desk/sign-in"
