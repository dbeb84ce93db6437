"""What a browser is told it may do, page by page and file by file."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from alongside import policies

ROOM_FILES = ["/app/", "/app/room.js", "/app/screens/talk.js", "/app/vendor/lit.js"]


def parts_of(policy):
    pairs = (part.strip().split(" ", 1) for part in policy.split(";"))
    return {name: (rest[0] if rest else "") for name, *rest in pairs}


@pytest.mark.parametrize("url", ROOM_FILES)
def test_the_room_runs_its_own_files_and_nothing_else(url):
    parts = parts_of(policies.policy_for_file(url))

    assert parts["default-src"] == "'none'"
    assert parts["script-src"] == "'self'"
    assert parts["require-trusted-types-for"] == "'script'"
    assert parts["trusted-types"] == "pse lit-html"
    assert parts["frame-ancestors"] == "'none'"
    assert "unsafe" not in policies.policy_for_file(url)


@pytest.mark.parametrize("url", policies.WORKERS)
def test_a_worker_with_keys_can_reach_nobody(url, settings, tmp_path):
    for name in (
        "app/crypto/worker.js",
        "app/crypto/ops/ask.js",
        "app/vendor/libsodium-sumo.mjs",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "app" / "screens").mkdir()
    (tmp_path / "app" / "screens" / "talk.js").touch()
    settings.WHITENOISE_ROOT = tmp_path
    settings.ROOM_ORIGINS = ("https://peers.example.org",)
    policies._worker_policy.cache_clear()
    policies.worker_scripts.cache_clear()

    parts = parts_of(policies.policy_for_file(url))

    assert parts["connect-src"] == "'none'"
    assert parts["script-src"].split() == [
        "https://peers.example.org/app/crypto/ops/ask.js",
        "https://peers.example.org/app/crypto/worker.js",
        "https://peers.example.org/app/vendor/libsodium-sumo.mjs",
        "'wasm-unsafe-eval'",
    ]
    policies._worker_policy.cache_clear()
    policies.worker_scripts.cache_clear()


def test_the_listening_coach_loads_its_own_files_and_can_reach_nobody(settings, tmp_path):
    for name in ("app/listening/worker.js", "app/listening/marks.js", "app/talk/listening.js"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    settings.WHITENOISE_ROOT = tmp_path
    settings.ROOM_ORIGINS = ("https://peers.example.org",)
    policies._listening_policy.cache_clear()

    parts = parts_of(policies.policy_for_file(policies.LISTENING_WORKER))

    assert parts["default-src"] == parts["connect-src"] == "'none'"
    assert parts["script-src"].split() == [
        "https://peers.example.org/app/listening/marks.js",
        "https://peers.example.org/app/listening/worker.js",
        "'wasm-unsafe-eval'",
    ]
    policies._listening_policy.cache_clear()


def test_only_workers_that_can_reach_nobody_run_webassembly():
    for url in (*ROOM_FILES, policies.SERVICE_WORKER, "/app/listening/kernel.wasm", "/desk/"):
        assert "wasm" not in policies.policy_for_file(url), url
    for url in (*policies.WORKERS, policies.LISTENING_WORKER):
        policy = policies.policy_for_file(url)
        assert parts_of(policy)["connect-src"] == "'none'", url
        assert "'wasm-unsafe-eval'" in policy, url


@pytest.mark.parametrize("path", ["/", "/help-now", "/desk/", "/app-like"])
def test_pages_without_keys_run_no_script_at_all(path):
    response = answered(path)

    assert parts_of(response["Content-Security-Policy"])["script-src"] == "'none'"
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", sorted(policies.PASSKEY_PAGES))
def test_a_page_for_passkeys_runs_one_script_that_can_reach_nobody(path, settings):
    settings.ORIGINS = ("https://peers.example.org",)
    policies._passkey_policy.cache_clear()
    parts = parts_of(answered(path)["Content-Security-Policy"])
    policies._passkey_policy.cache_clear()

    assert parts["script-src"] == "https://peers.example.org/static/web/passkey.js"
    assert parts["default-src"] == "'none'"
    assert "connect-src" not in parts
    assert parts["require-trusted-types-for"] == "'script'"
    assert parts["trusted-types"] == "'none'"
    assert "/app/" not in parts["script-src"]


@pytest.mark.parametrize(
    "path", ["/desk/sign-in/second/", "/desk/second", "/desk/second/app", "/desk/your-sign-in"]
)
def test_every_other_page_of_the_desk_runs_none(path):
    assert parts_of(answered(path)["Content-Security-Policy"])["script-src"] == "'none'"


def test_an_api_answer_opened_as_a_page_can_do_nothing():
    parts = parts_of(answered("/api/me")["Content-Security-Policy"])

    assert parts["default-src"] == "'none'"
    assert "sandbox" in parts


@pytest.mark.parametrize("path", ["/", "/api/me"])
def test_every_answer_keeps_to_itself(path):
    response = answered(path)

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert "microphone=()" in response["Permissions-Policy"]
    assert "Strict-Transport-Security" not in response


@pytest.mark.parametrize("path", ["/app/", "/app/room.js", *sorted(policies.PASSKEY_PAGES)])
def test_a_passkey_is_asked_for_in_the_room_and_on_two_pages_of_the_desk(path):
    features = answered(path)["Permissions-Policy"].split(", ")

    assert "publickey-credentials-get=(self)" in features
    assert "publickey-credentials-create=(self)" in features


@pytest.mark.parametrize("path", ["/app/", "/app/room.js"])
def test_camera_and_microphone_are_for_the_room_alone(path):
    features = answered(path)["Permissions-Policy"].split(", ")

    assert "camera=(self)" in features
    assert "microphone=(self)" in features


@pytest.mark.parametrize("path", ["/help-now", "/desk/", "/static/web/pages.css", "/no/app/"])
def test_no_other_page_may_use_the_camera(path):
    assert "camera=()" in answered(path)["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/", "/help-now", "/desk/", "/desk/second", "/api/me"])
def test_no_other_page_may_ask_for_a_passkey(path):
    features = answered(path)["Permissions-Policy"].split(", ")

    assert "publickey-credentials-get=()" in features
    assert "publickey-credentials-create=()" in features


def test_a_live_programme_is_asked_for_over_https_only(settings):
    from dataclasses import replace

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, mode="production")

    assert "max-age=" in answered("/")["Strict-Transport-Security"]


def test_files_of_the_room_are_asked_for_anew_each_time():
    headers = {}

    policies.add_file_policy(headers, "/app/room.js")

    assert headers["Cache-Control"] == "no-cache"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_one_script_alone_may_watch_over_the_whole_house():
    allowed = {}
    for url in (*ROOM_FILES, *policies.WORKERS, policies.SERVICE_WORKER):
        headers = {}
        policies.add_file_policy(headers, url)
        allowed[url] = headers.get("Service-Worker-Allowed")

    assert allowed.pop(policies.SERVICE_WORKER) == "/"
    assert set(allowed.values()) == {None}


def test_the_service_worker_reaches_nobody_else():
    parts = parts_of(policies.policy_for_file(policies.SERVICE_WORKER))

    assert parts == {
        "default-src": "'none'",
        "script-src": "'self'",
        "connect-src": "'self'",
    }


def test_the_room_may_be_installed_from_here_alone():
    assert parts_of(policies.policy_for_file("/app/"))["manifest-src"] == "'self'"


def answered(path):
    answer = policies.PolicyMiddleware(lambda _request: HttpResponse("here"))
    return answer(RequestFactory().get(path))
