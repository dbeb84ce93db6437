"""What a browser may do with what we serve, for who serves it and for who checks."""

from collections.abc import Iterable, Sequence

WORKERS = ("/app/crypto/worker.js", "/app/crypto/stretch-worker.js")
# The listening coach works without keys and without a network.
LISTENING_WORKER = "/app/listening/worker.js"
# The room's service worker keeps the page with help lines and shows short notes, nothing else.
SERVICE_WORKER = "/app/sw.js"
# The only scripts a worker with keys may load: these folders and beginnings of names.
WORKER_SCRIPTS = ("app/crypto/", "app/vendor/libsodium")
LISTENING_SCRIPTS = "app/listening/"
SCRIPTS = (".js", ".mjs")
PAGE_POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
CLOSED_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
SERVICE_WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
CLOSED_FEATURES = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
    "display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), "
    "identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), publickey-credentials-create=(), "
    "publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), "
    "xr-spatial-tracking=()"
)
# A passkey is made and shown in the room, and on two pages of the desk; nowhere else.
PASSKEY_FEATURES = CLOSED_FEATURES.replace(
    "publickey-credentials-create=(), publickey-credentials-get=()",
    "publickey-credentials-create=(self), publickey-credentials-get=(self)",
)
# Voice notes are spoken, and pictures of safety words scanned, in the room and nowhere else.
ROOM_FEATURES = PASSKEY_FEATURES.replace("microphone=()", "microphone=(self)").replace(
    "camera=()", "camera=(self)"
)
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": CLOSED_FEATURES,
}
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"


def names_of(origin: str) -> tuple[str, ...]:
    """Give the names one address has: one's own machine has two."""
    if "//127.0.0.1" not in origin:
        return (origin,)
    return (origin, origin.replace("//127.0.0.1", "//localhost"))


def room_policy(*, houses: Sequence[str], is_apart: bool) -> str:
    """Give the policy of the room's files; `houses` answer it, and may be elsewhere."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
        "media-src blob:; "
        f"connect-src 'self' {_reached(houses, is_apart=is_apart)}; worker-src 'self'; "
        "base-uri 'none'; manifest-src 'self'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types pse lit-html"
    )


def worker_policy(*, rooms: Sequence[str], scripts: Iterable[str]) -> str:
    """Give the policy of a worker with keys: scripts by whole address, nobody to reach."""
    listed = tuple(scripts)
    sources = " ".join(f"{room}{script}" for room in rooms for script in listed)
    return (
        f"default-src 'none'; script-src {sources} 'wasm-unsafe-eval'; connect-src 'none'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def listening_policy(*, rooms: Sequence[str], scripts: Iterable[str]) -> str:
    """Give the policy of the listening coach: its own scripts and sums, nobody to reach."""
    listed = tuple(scripts)
    sources = " ".join(f"{room}{script}" for room in rooms for script in listed)
    return (
        f"default-src 'none'; script-src {sources} 'wasm-unsafe-eval'; connect-src 'none'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def is_listening_script(name: str) -> bool:
    """Say whether the listening coach may load this file."""
    return name.startswith(LISTENING_SCRIPTS) and name.endswith(SCRIPTS)


def is_worker_script(name: str) -> bool:
    """Say whether a worker with keys may load this file, named from where files are served."""
    return name.startswith(WORKER_SCRIPTS) and name.endswith(SCRIPTS)


def _reached(houses: Sequence[str], *, is_apart: bool) -> str:
    """Name the live wire, which 'self' does not always cover, and a house elsewhere."""
    wires = [f"ws{house.removeprefix('http')}" for house in houses]
    return " ".join([*houses, *wires] if is_apart else wires)
