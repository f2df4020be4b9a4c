"""Fetching files from a mirror: resumed where they broke off, only when changed, bounded in size and in patience.

A file is written into a private directory under its own name, with beside it what it takes to go on: its address, its
ETag and how long it will be. What is finished is kept until it has been used.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bartizan.collect.advisories.errors import Unfetched

if TYPE_CHECKING:
    import urllib3

CHUNK = 1 << 18
REDIRECTS = 5
_OBJECT = re.compile(r"^HTTPS?Connection(?:Pool)?\(.*?\): ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, and how often to try again."""

    connect: float = 15.0
    """Seconds until a connection is there."""
    stall: float = 45.0
    """Seconds without a byte, or with fewer than `slowest` bytes, after which a connection is given up."""
    slowest: int = 4096
    tries: int = 5
    pause: float = 1.0
    """Seconds before the second try; twice as long before each further one."""
    longest_pause: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a file that was fetched before: it is not fetched again while it is the same."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that was fetched."""

    path: Path
    size: int
    sha256: str
    etag: str
    modified: str


class Retry(Exception):
    """A try failed in a way that another one may not; `pause` in seconds where the mirror asks for one."""

    def __init__(self, why: str, pause: float = 0.0) -> None:
        super().__init__(why)
        self.pause = pause


@dataclass(slots=True)
class Fetcher:
    """Fetches files into a directory."""

    directory: Path
    patience: Patience = field(default_factory=Patience)
    _pools: dict[str, urllib3.PoolManager] = field(default_factory=dict)
    _silent: set[str] = field(default_factory=set)
    """Hosts that gave nothing in all tries: of them only one more is made for each file."""

    def fetch(
        self,
        url: str,
        name: str,
        limit: int,
        known: Known | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Download | None:
        """Fetch a file of at most `limit` bytes; returns None where it is still the one that is known.

        `progress` is told the bytes that are there and the bytes there will be, 0 where that is not known.
        Raises `Unfetched`.
        """
        partial = _Partial(self.directory / f"{name}.part", url)
        why, host = "", urlsplit(url).netloc
        tries = 1 if host in self._silent else self.patience.tries
        for attempt in range(tries):
            try:
                return self._try(partial, name, limit, known, progress or (lambda *_: None))
            except Retry as error:
                why = str(error)
                if attempt + 1 < tries:
                    pause = error.pause or self.patience.pause * 2**attempt
                    time.sleep(min(pause, self.patience.longest_pause))
        if not partial.size():
            self._silent.add(host)
        kept = " What came is kept: the next update goes on from there." if partial.size() else ""
        raise Unfetched(f"{url}: {why} (tried {'once' if tries == 1 else f'{tries} times'}).{kept}")

    def _try(
        self, partial: _Partial, name: str, limit: int, known: Known | None, progress: Callable[[int, int], None]
    ) -> Download | None:
        import urllib3

        have = partial.size()
        try:
            response = self._open(partial.url, _headers(partial, have, known))
        except urllib3.exceptions.HTTPError as error:
            raise Retry(_plain(error)) from None
        try:
            if response.status == 304 and known is not None:
                return None
            if response.status == 416:
                partial.drop()
                raise Retry("what had come does not fit what is there now")
            have = _start(response, partial, have)
            self._receive(response, partial, have, limit, progress)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            if isinstance(error, OSError) and not isinstance(error, (TimeoutError, ConnectionError)):
                raise Unfetched(f"{partial.path}: {error.strerror or error}; is the disk full?") from None
            raise Retry(_plain(error)) from None
        finally:
            response.close()
        return partial.finished(self.directory / name, response.headers)

    def _open(self, url: str, headers: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
        """Send a request and follow where it leads, but never from https to http."""
        for _ in range(REDIRECTS + 1):
            response = self._pool(url).request(
                "GET",
                url,
                headers=dict(headers),
                preload_content=False,
                redirect=False,
                retries=False,
                decode_content=False,
            )
            target = response.get_redirect_location()
            if not target:
                return response
            response.close()
            url = _redirected(url, str(target))
        raise Unfetched(f"{url}: too many redirects.")

    def _pool(self, url: str) -> urllib3.PoolManager:
        from urllib.request import getproxies, proxy_bypass

        import urllib3

        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unfetched(f"{url}: not an http(s) address; check the setting for the mirror.")
        proxy = getproxies().get(parts.scheme, "") if not proxy_bypass(parts.hostname) else ""
        if proxy not in self._pools:
            timeout = urllib3.Timeout(connect=self.patience.connect, read=self.patience.stall)
            settings: dict[str, Any] = {"timeout": timeout, "headers": {"User-Agent": "bartizan"}}
            self._pools[proxy] = urllib3.ProxyManager(proxy, **settings) if proxy else urllib3.PoolManager(**settings)
        return self._pools[proxy]

    def _receive(
        self, response: Any, partial: _Partial, have: int, limit: int, progress: Callable[[int, int], None]
    ) -> None:
        """Write what comes. Raises `Retry` where it is less than was said, or comes too slowly."""
        total = have + int(response.headers.get("Content-Length") or -have)
        _bounded(partial, max(total, have), limit)
        since, then = time.monotonic(), have
        with partial.path.open("ab") as stream:
            while chunk := response.read1(CHUNK):
                stream.write(chunk)
                have += len(chunk)
                _bounded(partial, have, limit)
                progress(have, total)
                if time.monotonic() - since > self.patience.stall:
                    if have - then < self.patience.slowest:
                        raise Retry(f"it came too slowly, {have - then} bytes in {self.patience.stall:.0f} s")
                    since, then = time.monotonic(), have
            stream.flush()
            os.fsync(stream.fileno())
        if 0 < total != have:
            raise Retry(f"{have} bytes came of {total}")


class _Partial:
    """A file that has come in part, and what it takes to go on."""

    def __init__(self, path: Path, url: str) -> None:
        self.path, self.url = path, url
        self._note = path.with_name(path.name + ".note")

    def size(self) -> int:
        """Return how much of the same file is there; 0 where none is."""
        try:
            url, validator = self._note.read_text("utf-8").split("\n")
            size = self.path.stat().st_size
        except (OSError, ValueError):
            return 0
        return size if url == self.url and validator else 0

    def validator(self) -> str:
        """Return the ETag or the date that says which file it is."""
        return self._note.read_text("utf-8").split("\n")[1]

    def begin(self, validator: str) -> None:
        """Start anew."""
        self.path.write_bytes(b"")
        self._note.write_text(f"{self.url}\n{validator}", "utf-8")

    def drop(self) -> None:
        """Forget what came."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def finished(self, to: Path, headers: Mapping[str, str]) -> Download:
        """Check what came, and give it its name. Raises `Retry` where its checksum is wrong."""
        size, sha256, md5 = 0, hashlib.sha256(), hashlib.md5(usedforsecurity=False)
        with self.path.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                size += len(chunk)
                sha256.update(chunk)
                md5.update(chunk)
        told = _told_md5(headers)
        if told and told != md5.digest():
            self.drop()
            raise Retry("its checksum is not the one the mirror tells")
        os.replace(self.path, to)
        with contextlib.suppress(OSError):
            self._note.unlink()
        etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
        return Download(path=to, size=size, sha256=sha256.hexdigest(), etag=etag, modified=modified)


def _headers(partial: _Partial, have: int, known: Known | None) -> dict[str, str]:
    headers = {"Accept-Encoding": "identity"}
    if have:
        return headers | {"Range": f"bytes={have}-", "If-Range": partial.validator()}
    if known is not None and known.etag:
        headers["If-None-Match"] = known.etag
    elif known is not None and known.modified:
        headers["If-Modified-Since"] = known.modified
    return headers


def _start(response: Any, partial: _Partial, have: int) -> int:
    """Return where what comes begins; starts anew unless the mirror goes on where we asked it to."""
    if response.status == 206 and have:
        told = str(response.headers.get("Content-Range", ""))
        if not told.startswith(f"bytes {have}-"):
            partial.drop()
            raise Retry(f"the mirror sent another part than was asked for ({told[:40]!r})")
        return have
    if response.status != 200:
        raise _refused(response)
    etag = str(response.headers.get("ETag", ""))
    strong = etag if etag and not etag.startswith("W/") else ""
    partial.begin(strong or str(response.headers.get("Last-Modified", "")))
    return 0


def _refused(response: Any) -> Exception:
    """Return the error for a status that brings no file: some are worth another try."""
    status = int(response.status)
    if status in (408, 425, 429) or status >= 500:
        wait = str(response.headers.get("Retry-After", ""))
        return Retry(f"the mirror answered {status}", float(wait) if wait.isdecimal() and len(wait) < 6 else 0.0)
    return Unfetched(f"the mirror answered {status}; check its address.")


def _redirected(url: str, target: str) -> str:
    from urllib.parse import urljoin

    joined = urljoin(url, target)
    if urlsplit(url).scheme == "https" and urlsplit(joined).scheme != "https":
        raise Unfetched(f"{url}: it leads to {joined}, which is not encrypted.")
    return joined


def _bounded(partial: _Partial, size: int, limit: int) -> None:
    if size > limit:
        partial.drop()
        raise Unfetched(f"{partial.url}: larger than {limit} bytes, which it should not be.")


def _told_md5(headers: Mapping[str, str]) -> bytes:
    """Return the MD5 that a storage service tells of a file (`x-goog-hash`), empty where it does not."""
    for part in headers.get("x-goog-hash", "").split(","):
        kind, _, value = part.strip().partition("=")
        if kind == "md5":
            with contextlib.suppress(ValueError):
                return base64.b64decode(value, validate=True)
    return b""


def _plain(error: Exception) -> str:
    """Return an error of the network in a few words, without the objects that urllib3 names in it."""
    text = str(getattr(error, "reason", None) or error) or type(error).__name__
    return _OBJECT.sub("", text)
