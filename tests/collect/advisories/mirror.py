"""A mirror for tests: the public layout over HTTP on this machine, with faults on demand."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


def record(id: str, **more: Any) -> dict[str, Any]:
    """Return an OSV record that affects PyPI's `lib` up to 2.0, unless told otherwise."""
    affected = {
        "package": {"ecosystem": "PyPI", "name": "lib"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}],
    }
    return {"id": id, "modified": "2026-01-01T00:00:00Z", "affected": [affected], **more}


def affected(ecosystem: str, name: str, *events: tuple[str, str], **more: Any) -> dict[str, Any]:
    """Return what a record says of one package; events as (`introduced`, `0`) in their order."""
    told: dict[str, Any] = {"package": {"ecosystem": ecosystem, "name": name}, **more}
    if events:
        told["ranges"] = [{"type": "ECOSYSTEM", "events": [{kind: version} for kind, version in events]}]
    return told


def zipped(*records: Mapping[str, Any], **texts: str) -> bytes:
    """Return an archive of records, and of files with other texts by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in records:
            archive.writestr(f"{each['id']}.json", json.dumps(each))
        for name, text in texts.items():
            archive.writestr(f"{name}.json", text)
    return stream.getvalue()


@dataclass(slots=True)
class Fault:
    """How an answer goes wrong."""

    cut: int = -1
    """Bytes after which the connection is closed."""
    stall: float = 0.0
    """Seconds to wait at the cut."""
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent instead of the right ones."""


@dataclass(slots=True)
class Mirror:
    """Files by path, faults by path (the next answer takes the first), and what was asked."""

    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], int]] = field(default_factory=list)
    """Path, headers and status of each request."""
    address: str = ""

    def put(self, ecosystem: str, archive: bytes) -> None:
        """Set the archive of an ecosystem."""
        self.files[f"/{ecosystem}/all.zip"] = archive
        names = self.files.get("/ecosystems.txt", b"").decode().split("\n")
        self.files["/ecosystems.txt"] = "\n".join(dict.fromkeys([*filter(None, names), ecosystem])).encode()

    def statuses(self, path: str) -> list[int]:
        return [status for asked, _, status in self.asked if asked == path]


@contextmanager
def serving(mirror: Mirror) -> Iterator[Mirror]:
    """Serve a mirror on this machine."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(mirror, self)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    mirror.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield mirror
    finally:
        server.shutdown()
        server.server_close()


def answer(mirror: Mirror, request: BaseHTTPRequestHandler) -> None:
    body = mirror.files.get(request.path.replace("%20", " "))
    queue = mirror.faults.get(request.path, [])
    fault = queue.pop(0) if queue else Fault()
    etag = f'"{hashlib.sha256(body or b"").hexdigest()[:16]}"'
    status, start = _status(request, body, etag, fault)
    mirror.asked.append((request.path, dict(request.headers), status))
    content = (body or b"")[start:] if status in (200, 206) else b""
    headers = {"ETag": etag, "Content-Length": str(len(content))}
    if status == 206:
        headers["Content-Range"] = f"bytes {start}-{start + len(content) - 1}/{len(body or b'')}"
    request.send_response(status)
    for name, value in (headers | dict(fault.headers)).items():
        request.send_header(name, value)
    request.end_headers()
    try:
        request.wfile.write(content if fault.cut < 0 else content[: fault.cut])
        request.wfile.flush()
        time.sleep(fault.stall)
    except OSError:
        pass
    if fault.cut >= 0:
        request.close_connection = True


def _status(request: BaseHTTPRequestHandler, body: bytes | None, etag: str, fault: Fault) -> tuple[int, int]:
    if fault.status:
        return fault.status, 0
    if body is None:
        return 404, 0
    if request.headers.get("If-None-Match") == etag:
        return 304, 0
    wanted = request.headers.get("Range", "")
    if wanted and request.headers.get("If-Range") == etag:
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        return (206, start) if start < len(body) else (416, 0)
    return 200, 0
