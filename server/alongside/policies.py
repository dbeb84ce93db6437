"""What a browser may do with each thing we serve: one content policy per kind of page."""

from collections.abc import Callable, MutableMapping
from functools import cache
from pathlib import Path
from wsgiref.headers import Headers

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

from alongside.ground.content_policy import (
    CLOSED_POLICY,
    EVERYWHERE,
    LISTENING_WORKER,
    PAGE_POLICY,
    PASSKEY_FEATURES,
    ROOM_FEATURES,
    SERVICE_WORKER,
    SERVICE_WORKER_POLICY,
    STRICT_TRANSPORT,
    WORKERS,
    is_listening_script,
    is_worker_script,
    listening_policy,
    room_policy,
    worker_policy,
)

ROOM = "/app/"
# The two pages of the desk that speak with a passkey, and the one script they may run.
PASSKEY_PAGES = frozenset({"/desk/sign-in/second", "/desk/second/passkey"})
PASSKEY_SCRIPT = "/static/web/passkey.js"


class PolicyMiddleware:
    """Every answer leaves with its policies, and answers that Django makes are never kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and add what the answer does not say itself."""
        response = self._get_response(request)
        defaults = everywhere(request.path) | {
            "Content-Security-Policy": policy_for_answer(request.path),
            "Cache-Control": "no-store",
        }
        for name, value in defaults.items():
            response.headers.setdefault(name, value)
        return response


class RoomFiles(WhiteNoiseMiddleware):
    """Serves the assembled room, each file with its policies."""

    def add_cache_headers(self, headers: Headers, path: str, url: str) -> None:
        """Give a file its policies; whitenoise calls this once for each file."""
        add_file_policy(headers, url)


def add_file_policy(headers: MutableMapping[str, str] | Headers, url: str) -> None:
    """Give a served file its policies, and let it be asked for anew each time."""
    for name, value in everywhere(url).items():
        headers[name] = value
    headers["Cache-Control"] = "no-cache"
    headers["Content-Security-Policy"] = policy_for_file(url)
    if url == SERVICE_WORKER:
        # The help page lies outside the room.
        headers["Service-Worker-Allowed"] = "/"


def everywhere(url: str) -> dict[str, str]:
    """Give the headers that every answer carries, by its address."""
    strict = settings.ENVIRONMENT.is_production
    return (
        EVERYWHERE
        | _features(url)
        | ({"Strict-Transport-Security": STRICT_TRANSPORT} if strict else {})
    )


def _features(url: str) -> dict[str, str]:
    if url.startswith(ROOM):
        return {"Permissions-Policy": ROOM_FEATURES}
    return {"Permissions-Policy": PASSKEY_FEATURES} if url in PASSKEY_PAGES else {}


def policy_for_answer(path: str) -> str:
    """Give the policy of an answer that has none yet: pages may show, the API may do nothing.

    "Not modified" is such an answer, and its headers take the place of those kept.
    """
    if path.startswith(ROOM):
        return policy_for_file(path)
    if path in PASSKEY_PAGES:
        return _passkey_policy()
    return CLOSED_POLICY if path.startswith("/api/") else PAGE_POLICY


def policy_for_file(url: str) -> str:
    """Give the policy of a file, by its address; those of the pages are no pages themselves."""
    if not url.startswith(ROOM):
        return PAGE_POLICY
    if url in WORKERS:
        return _worker_policy()
    if url == LISTENING_WORKER:
        return _listening_policy()
    if url == SERVICE_WORKER:
        return SERVICE_WORKER_POLICY
    return _room_policy()


@cache
def _passkey_policy() -> str:
    """One script by its whole address; it asks the browser and sends a form, nothing else."""
    sources = " ".join(f"{host}{PASSKEY_SCRIPT}" for host in settings.ORIGINS)
    policy = PAGE_POLICY.replace("script-src 'none'", f"script-src {sources}")
    return f"{policy}; require-trusted-types-for 'script'; trusted-types 'none'"


@cache
def _room_policy() -> str:
    return room_policy(houses=settings.ORIGINS, is_apart=bool(settings.ROOM_ORIGIN))


@cache
def _worker_policy() -> str:
    return worker_policy(rooms=settings.ROOM_ORIGINS, scripts=worker_scripts())


@cache
def _listening_policy() -> str:
    scripts = _assembled(is_listening_script)
    return listening_policy(rooms=settings.ROOM_ORIGINS, scripts=scripts)


@cache
def worker_scripts() -> tuple[str, ...]:
    """Name each file a worker with keys may load, as it was assembled."""
    return _assembled(is_worker_script)


def _assembled(may_be_loaded: Callable[[str], bool]) -> tuple[str, ...]:
    public = Path(settings.WHITENOISE_ROOT)
    names = (path.relative_to(public).as_posix() for path in public.glob("app/*/**/*.*js"))
    return tuple(sorted(f"/{name}" for name in names if may_be_loaded(name)))
