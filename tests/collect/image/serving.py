"""Registries to test with: one of our own that can misbehave, and Debian's docker-registry."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import urllib3

from tests.collect.image.making import INDEX, MANIFEST, Layout


@dataclass
class Reply:
    """An answer."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    stall: float = 0
    """Seconds to wait in the middle of the body."""
    cut: int = 0
    """Bytes after which the connection breaks off; 0 for none."""
    drip: float = 0
    """Seconds to wait after each byte."""


@dataclass
class Asked:
    """A request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """A server whose answers a test decides on; it remembers what it was asked."""

    answer: Callable[[Asked], Reply]
    asked: list[Asked] = field(default_factory=list)
    host: str = ""

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("content-length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, self.path, headers, self.rfile.read(length))
            server.asked.append(asked)
            self._send(server.answer(asked))

        def do_POST(self) -> None:
            self.do_GET()

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            half = len(reply.body) // 2
            try:
                if reply.cut:
                    self.wfile.write(reply.body[: reply.cut])
                    self.wfile.flush()
                    self.connection.shutdown(socket.SHUT_RDWR)
                elif reply.drip:
                    for byte in reply.body:
                        self.wfile.write(bytes((byte,)))
                        self.wfile.flush()
                        time.sleep(reply.drip)
                else:
                    self.wfile.write(reply.body[:half])
                    self.wfile.flush()
                    time.sleep(reply.stall)
                    self.wfile.write(reply.body[half:])
            except OSError:
                return  # whoever asked has hung up

        def log_message(self, format: str, *args: object) -> None:
            return

    return Handler


class _Listener(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: whoever does not trust a certificate hangs up."""


@contextmanager
def serving(answer: Callable[[Asked], Reply], certificate: tuple[Path, Path] | None = None) -> Iterator[Server]:
    """Serve on a port of this machine."""
    server = Server(answer)
    listener = _Listener(("127.0.0.1", 0), _handler(server))
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        listener.socket = context.wrap_socket(listener.socket, server_side=True, do_handshake_on_connect=False)
    server.host = f"127.0.0.1:{listener.server_address[1]}"
    thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()


def registry_of(made: Layout, repository: str = "org/app") -> Callable[[Asked], Reply]:
    """Answer as a registry does that holds a layout; its tags are the names there."""
    tags = {each["annotations"]["org.opencontainers.image.ref.name"]: each for each in made.listed}

    def answer(asked: Asked) -> Reply:
        path = asked.path.partition("?")[0]
        if path == "/v2/":
            return Reply()
        for kind in ("manifests", "blobs"):
            start = f"/v2/{repository}/{kind}/"
            if path.startswith(start):
                return _held(made, tags, path.removeprefix(start), kind, asked)
        return Reply(404, b"{}")

    return answer


def _held(made: Layout, tags: dict[str, dict[str, str]], name: str, kind: str, asked: Asked) -> Reply:
    listed = tags.get(name)
    digest = listed["digest"] if listed and kind == "manifests" else name
    file = made.root / "blobs" / "sha256" / digest.removeprefix("sha256:")
    if not digest.startswith("sha256:") or not file.is_file():
        return Reply(404, b'{"errors": [{"code": "MANIFEST_UNKNOWN"}]}')
    body = file.read_bytes()
    media = (INDEX if b'"manifests"' in body[:200] else MANIFEST) if kind == "manifests" else "application/octet-stream"
    headers = {"Content-Type": media, "Docker-Content-Digest": digest}
    if (wanted := asked.headers.get("range")) and kind == "blobs":
        start = int(wanted.removeprefix("bytes=").rstrip("-"))
        return Reply(206, body[start:], {**headers, "Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"})
    return Reply(200, body, headers)


USER, PASSWORD = "tester", "correct-horse"
_HTPASSWD = "tester:$2y$05$abcdefghijklmnopqrstuuZ0Fx87Pb/Aqb0E90lfvCwzXnaFKUHpS\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def docker_registry(root: Path, login: bool = False) -> Iterator[str]:
    """Run Debian's docker-registry and yield its host."""
    program = shutil.which("docker-registry")
    assert program is not None
    port = free_port()
    (root / "htpasswd").write_text(_HTPASSWD)
    auth = f"\nauth: {{htpasswd: {{realm: test, path: {root}/htpasswd}}}}" if login else ""
    (root / "config.yml").write_text(
        f"version: 0.1\nlog: {{level: error}}\nstorage: {{filesystem: {{rootdirectory: {root}/data}}}}\n"
        f"http: {{addr: '127.0.0.1:{port}', secret: x}}{auth}\n"
    )
    process = subprocess.Popen(
        [program, "serve", str(root / "config.yml")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/v2/")
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            urllib3.request("GET", url, retries=False, timeout=2).close()
        except urllib3.exceptions.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(url)
