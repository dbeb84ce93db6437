"""What stands between people and the relay: nginx, or a line of ours that can be cut."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from bench.process import free_port

CONFIGURATION = """
daemon off; {user} pid {folder}/nginx.pid; error_log {folder}/error.log emerg;
worker_processes 2;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{
        listen 127.0.0.1:{port};
        location /wire {{
            proxy_pass http://127.0.0.1:{behind};
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection "upgrade";
            proxy_set_header Host $host;
            proxy_buffering off;
        }}
    }}
}}
"""


class Nginx:
    """A real nginx before one relay."""

    def __init__(self, folder: Path, behind: int) -> None:
        self.port = free_port()
        folder.mkdir()
        user = "user root;" if os.geteuid() == 0 else ""
        self._file = folder / "nginx.conf"
        self._file.write_text(
            CONFIGURATION.format(user=user, folder=folder, port=self.port, behind=behind)
        )
        self._program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
        self.start()

    def start(self) -> None:
        """Start it; after a kill, as soon as its port is free."""
        assert self._program, "nginx is missing"
        until = time.monotonic() + 20
        while time.monotonic() < until:
            self._process = subprocess.Popen(
                [self._program, "-c", str(self._file)],
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            while self._process.poll() is None and time.monotonic() < until:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                        return
                time.sleep(0.02)
        raise TimeoutError("nginx did not start")

    def kill(self) -> None:
        """kill -9 of all of it."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


class Line:
    """Hands bytes on between two ports until it is cut; a cut line swallows everything."""

    def __init__(self, behind: int) -> None:
        self.port = 0
        self._behind = behind
        self._whole = asyncio.Event()
        self._whole.set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin to listen."""
        self._server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    def cut(self) -> None:
        """Nothing arrives any more, and nobody is told."""
        self._whole.clear()

    def mend(self) -> None:
        """What waits arrives after all."""
        self._whole.set()

    def hang_up(self) -> None:
        """Every connection breaks."""
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        """No more."""
        self.hang_up()
        self._server.close()

    async def _join(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        me = asyncio.current_task()
        assert me is not None
        self._tasks.add(me)
        far = None
        try:
            with suppress(OSError, ExceptionGroup, asyncio.CancelledError):
                away, far = await asyncio.open_connection("127.0.0.1", self._behind)
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._carry(near, far))
                    both.create_task(self._carry(away, back))
        finally:
            self._tasks.discard(me)
            for end in (back, far):
                if end is not None:
                    end.transport.abort()

    async def _carry(self, source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        while data := await source.read(65_536):
            await self._whole.wait()
            to.write(data)
            await to.drain()
        raise ConnectionError("one side has hung up")
