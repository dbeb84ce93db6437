"""A house in production mode behind a real nginx, with the configuration we ship."""

import http.client
import shutil
import ssl
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.process.served import Answer, Served, founded, free_port

SHIPPED = Path(__file__).parents[2] / "deploy" / "nginx.conf"
NAME = "localhost"
EXAMPLE = "server 127.0.0.1:8000"


@dataclass
class Fronted:
    """Where people come in, and what nginx has written down."""

    house: Served
    plain: int
    secure: int
    folder: Path
    trust: ssl.SSLContext

    @property
    def origin(self):
        """The address people see."""
        return f"https://{NAME}:{self.secure}"

    def ask(self, path, *, method="GET", body=None, headers=None, secure=True):
        """Ask for a page the way a browser does."""
        if secure:
            to = http.client.HTTPSConnection(NAME, self.secure, context=self.trust, timeout=30)
        else:
            to = http.client.HTTPConnection(NAME, self.plain, timeout=30)
        try:
            to.request(method, path, body=body, headers=headers or {})
            answer = to.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            to.close()

    def written(self):
        """Everything nginx has written anywhere."""
        logs = [path for path in self.folder.rglob("*.log") if path.is_file()]
        return "".join(path.read_text() for path in logs)


def production(secure):
    """The settings of a live programme."""
    return {
        "ALONGSIDE_MODE": "production",
        "ALONGSIDE_SECRET": "s" * 60,
        "ALONGSIDE_HOSTS": f"{NAME},127.0.0.1",
        "ALONGSIDE_ORIGIN": f"https://{NAME}:{secure}",
    }


def certified(folder):
    """A certificate for this test alone, and what trusts it."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    how = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    where = ["-keyout", str(key), "-out", str(certificate), "-days", "1"]
    whose = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run(
        ["openssl", "req", *how, *where, *whose], check=True, capture_output=True, timeout=60
    )
    return ssl.create_default_context(cafile=certificate)


def configured(folder, *, house, plain, secure, wire=None):
    """Our configuration with its example's names, ports and paths changed, and nothing else."""
    text = SHIPPED.read_text()
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen [::]:80;", ""),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
        ("listen [::]:443 ssl http2;", ""),
        ("peers.example.org;", f"{NAME};"),
        ("/etc/letsencrypt/live/peers.example.org", str(folder)),
        ("/var/log/nginx", str(folder)),
        (f"pages {{\n\t{EXAMPLE}", f"pages {{\n\tserver 127.0.0.1:{house.port}"),
        (f"wire {{\n\t{EXAMPLE}", f"wire {{\n\tserver 127.0.0.1:{wire or house.port}"),
    ):
        assert old in text, f"{SHIPPED.name} does not say {old}"
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/start.log emerg;\n"
        f"events {{}}\nhttp {{\n{temporary}access_log {folder}/default.log;\n"
        f"include {folder}/site.conf;\n}}\n"
    )
    return whole


def program():
    """Where nginx is, if it is."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def fronted(folder):
    """Bring both up; gives the front and its process."""
    plain, secure = free_port(), free_port()
    house = founded(folder / "house")
    house.start(**production(secure))
    return stand_before(folder, house, plain=plain, secure=secure)


def stand_before(folder, house, *, plain, secure, wire=None):
    """Start nginx before a house that is served; its wire may have a port of its own."""
    front = folder / "nginx"
    front.mkdir()
    trust = certified(front)
    file = configured(front, house=house, plain=plain, secure=secure, wire=wire)
    process = subprocess.Popen(
        [program(), "-c", str(file), "-p", str(front), *_as_root()],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    here = Fronted(house, plain, secure, front, trust)
    until = time.monotonic() + 20
    while not _answers(here):
        assert process.poll() is None, process.stdout.read()
        assert time.monotonic() < until
        time.sleep(0.1)
    return here, process


def _as_root():
    """The test's folders belong to whoever runs it, and so must nginx's own workers."""
    import os

    return ["-g", "user root;"] if os.geteuid() == 0 else []


def _answers(here):
    try:
        return here.ask("/wire/health").status == 200
    except OSError:
        return False
