"""Whether what a browser may do with each answer is at most what this release allows."""

from collections.abc import Iterator

from alongside.cli.verify_deploy.fetching import House, Served
from alongside.cli.verify_deploy.release import Release
from alongside.ground.content_policy import (
    CLOSED_POLICY,
    EVERYWHERE,
    LISTENING_WORKER,
    PAGE_POLICY,
    ROOM_FEATURES,
    SERVICE_WORKER,
    SERVICE_WORKER_POLICY,
    WORKERS,
    is_listening_script,
    is_worker_script,
    listening_policy,
    names_of,
    room_policy,
    worker_policy,
)

POLICY = "Content-Security-Policy"
PAGES = ("/", "/how-it-works", "/what-we-keep", "/help-now", "/tips", "/desk/sign-in")
CLOSED = ("/api/openapi.json", "/api/me")
# What no answer of ours carries: each tells somebody, keeps somebody, or opens something.
NEVER = (
    "Access-Control-Allow-Credentials",
    "Content-Security-Policy-Report-Only",
    "NEL",
    "Refresh",
    "Report-To",
    "Reporting-Endpoints",
    "Service-Worker-Allowed",
    "SourceMap",
)
# A file of the room says nothing of these either; pages and API have their own use for some.
NEVER_IN_ROOM = ("Access-Control-Allow-Origin", "Link", "Set-Cookie")
# A form that is sent with cookies says where it comes from, to this same house alone.
OTHERWISE = {"/desk/sign-in": {"Referrer-Policy": "same-origin"}}
# Said without a value it asks for nothing.
FALLS_BACK = ("-src", "-src-elem", "-src-attr")
TYPED = "require-trusted-types-for"
ITS_OWN = (SERVICE_WORKER, "Service-Worker-Allowed")
HTTPS_ALONE = "max-age="
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
}


def policies_differ(
    path: str, answer: Served, release: Release, house: House, answers_at: str
) -> Iterator[str]:
    """Look at one file of the room, or of the pages."""
    plain = path.partition("?")[0]
    yield from _weaker(path, answer, _expected(plain, release, house, answers_at), house)
    if plain.startswith("/app/"):
        yield from (
            f"{path} carries {name}." for name in NEVER_IN_ROOM if name in answer.headers
        )
    kind = TYPES.get(plain[plain.rfind(".") :])
    if kind is not None and answer.headers.get_content_type() != kind:
        yield f"{path} is served as {answer.headers.get_content_type()}, not as {kind}."


def pages_differ(house: House, *, answers_at: str) -> Iterator[str]:
    """Look at the pages without keys and at the API, where they are on this origin."""
    if answers_at != house.origin:
        return
    for path in PAGES:
        yield from _weaker(path, house.get(path), PAGE_POLICY, house)
    for path in CLOSED:
        yield from _weaker(path, house.get(path), CLOSED_POLICY, house)


def weaker_in(found: str, expected: str) -> list[str]:
    """Name each part of a policy that allows what the expected one refuses."""
    here, wanted = _parts(found), _parts(expected)
    open_parts = {name for name in wanted if name not in here or here[name] - wanted[name]}
    if here.get(TYPED) != wanted.get(TYPED):
        open_parts.add(TYPED)
    # A kind we do not name falls back to nothing at all; whoever names it opens something.
    further = {name for name in here.keys() - wanted.keys() if name.endswith(FALLS_BACK)}
    return sorted(open_parts | {name for name in further if here[name]})


def _weaker(path: str, answer: Served, expected: str, house: House) -> Iterator[str]:
    found = [one for line in answer.headers.get_all(POLICY, []) for one in line.split(",")]
    # A browser obeys all of them: one that is strict enough is enough.
    weak = min((weaker_in(one, expected) for one in found), key=len, default=["there is none"])
    if weak:
        yield f"{path} has a weaker policy than the release: {', '.join(weak)}."
    for name, value in (EVERYWHERE | _otherwise(path)).items():
        if not _holds(name, value, answer.headers.get_all(name, [])):
            yield f"{path} says {name}: {answer.headers.get(name)}, not {value}."
    for name in NEVER:
        if name in answer.headers and (path, name) != ITS_OWN:
            yield f"{path} carries {name}."
    lasting = answer.headers.get("Strict-Transport-Security", "")
    if house.origin.startswith("https://") and not lasting.startswith(HTTPS_ALONE):
        yield f"{path} does not ask for https alone."


def _holds(name: str, value: str, found: list[str]) -> bool:
    """Each is there once and says the same; of features more may be closed."""
    if name == "Permissions-Policy":
        wanted = set(value.split(", "))
        here = {one.strip() for line in found for one in line.split(",")}
        further = here - wanted
        missing = {one.partition("=")[0] for one in wanted - here}
        are_closed = all(one.endswith("=()") for one in further)
        return are_closed and missing <= {one.partition("=")[0] for one in further}
    return [one.strip().lower() for one in found] == [value]


def _otherwise(path: str) -> dict[str, str]:
    if path.startswith("/app/"):
        return {"Permissions-Policy": ROOM_FEATURES}
    return OTHERWISE.get(path, {})


def _expected(path: str, release: Release, house: House, answers_at: str) -> str:
    if path in WORKERS:
        scripts = sorted(f"/{name}" for name in release.files if is_worker_script(name))
        return worker_policy(rooms=names_of(house.origin), scripts=scripts)
    if path == LISTENING_WORKER:
        scripts = sorted(f"/{name}" for name in release.files if is_listening_script(name))
        return listening_policy(rooms=names_of(house.origin), scripts=scripts)
    if path == SERVICE_WORKER:
        return SERVICE_WORKER_POLICY
    if path.startswith("/static/"):
        return PAGE_POLICY
    return room_policy(houses=names_of(answers_at), is_apart=answers_at != house.origin)


def _parts(policy: str) -> dict[str, set[str]]:
    pieces = [part.split() for part in policy.split(";") if part.strip()]
    named = {piece[0].lower(): set(piece[1:]) for piece in reversed(pieces)}
    # A list without a source and one that says 'none' are the same.
    return {name: sources - {"'none'"} for name, sources in named.items()}
