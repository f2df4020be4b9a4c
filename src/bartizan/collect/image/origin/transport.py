"""Requests to registries: verified TLS, few redirects, no credential that follows one elsewhere, no endless wait."""

from __future__ import annotations

import ssl
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3

from bartizan.collect.image.origin.error import ImageError, Unreachable

_REDIRECTS = 5
_SLOWEST = 1024
"""Bytes a second that an answer must at least come with, on the average of `patience` seconds."""
_AGAIN = (429, 502, 503, 504)
_TRIES = 3
_LONGEST_PAUSE = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


@dataclass(slots=True, kw_only=True)
class Transport:
    """Makes requests. `plain` are the hosts that may be asked without TLS."""

    plain: frozenset[str] = frozenset()
    patience: float = 30.0
    """Seconds to wait for a connection, or for the next bytes."""
    pools: dict[str, Any] = field(default_factory=dict)

    def get(self, url: str, headers: Mapping[str, str], limit: int, method: str = "GET", body: bytes = b"") -> Answer:
        """Return an answer of at most `limit` bytes; raises `Unreachable` and `ImageError`."""
        for attempt in range(1, _TRIES + 1):
            with self.stream(url, headers, method, body) as (response, final):
                status = int(response.status)
                found = {name.lower(): value for name, value in response.headers.items()}
                if status not in _AGAIN or attempt == _TRIES:
                    return Answer(status, found, _whole(Steady(response, final, self.patience), final, limit), final)
            time.sleep(_pause(found.get("retry-after", ""), attempt))
        raise AssertionError("the last attempt returns")

    @contextmanager
    def stream(
        self, url: str, headers: Mapping[str, str], method: str = "GET", body: bytes = b""
    ) -> Iterator[tuple[Any, str]]:
        """Yield the answer to a request as a stream, and where it came from in the end."""
        sent = dict(headers)
        for _ in range(_REDIRECTS):
            response = self._request(url, sent, method, body)
            try:
                target = response.headers.get("location") if response.status in (301, 302, 303, 307, 308) else None
                if target is None:
                    yield response, url
                    return
                target = urljoin(url, target)
                if _origin(target) != _origin(url):
                    sent.pop("Authorization", None)
                    if method != "GET" and method != "HEAD":
                        raise ImageError(f"{_origin(url)} sends a login on to {_origin(target)}, which is refused.")
                url = self._allowed(target, url)
            finally:
                response.close()
        raise ImageError(f"{_origin(url)} answers with redirects without end; check the name of the image.")

    def _allowed(self, target: str, source: str) -> str:
        scheme, host = urlsplit(target).scheme, urlsplit(target).netloc
        if scheme == "https" or (scheme == "http" and (host in self.plain or urlsplit(source).scheme == "http")):
            return target
        raise ImageError(f"{_origin(source)} redirects to {scheme}://{host}, which is not encrypted: refused.")

    def _request(self, url: str, headers: Mapping[str, str], method: str, body: bytes) -> Any:
        try:
            return self._pool(url).request(
                method,
                url,
                headers=dict(headers),
                body=body or None,
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
                timeout=urllib3.Timeout(connect=self.patience, read=self.patience),
            )
        except urllib3.exceptions.SSLError as error:
            raise Unreachable(
                f"{_origin(url)} shows no certificate that can be trusted ({_cause(error)}); "
                "name the file of its authority with SSL_CERT_FILE."
            ) from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise Unreachable(
                f"{_origin(url)} cannot be reached ({_cause(error)}); check the name, the network and the proxy."
            ) from None

    def _pool(self, url: str) -> Any:
        parts = urlsplit(url)
        proxies = {} if urllib.request.proxy_bypass(parts.hostname or "") else urllib.request.getproxies()
        proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
        if proxy not in self.pools:
            context = ssl.create_default_context()
            made: dict[str, Any] = {"ssl_context": context, "num_pools": 8, "maxsize": 4}
            self.pools[proxy] = urllib3.ProxyManager(proxy, **made) if proxy else urllib3.PoolManager(**made)
        return self.pools[proxy]


class Steady:
    """The body of an answer, which must not stall: too slow on average is an error, as is silence."""

    def __init__(self, response: Any, url: str, patience: float) -> None:
        self._response, self._url, self._patience = response, url, patience
        self._waited, self._got = 0.0, 0

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes; raises `TimeoutError` and `ConnectionError`."""
        since = time.monotonic()
        try:
            data: bytes = self._response.read1(size)
        except urllib3.exceptions.TimeoutError:
            raise TimeoutError(110, f"{_origin(self._url)} stopped sending for {self._patience:.0f} seconds") from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise ConnectionError(104, f"{_origin(self._url)} broke off ({_cause(error)})") from None
        self._got += len(data)
        self._waited += time.monotonic() - since  # not the time that whoever reads takes between
        if self._waited > self._patience:
            pace = self._got / self._waited
            if pace < _SLOWEST:
                raise TimeoutError(110, f"{_origin(self._url)} sends too slowly ({pace:.0f} bytes a second)")
            self._waited, self._got = 0.0, 0
        return data


def _whole(stream: Steady, url: str, limit: int) -> bytes:
    parts: list[bytes] = []
    total = 0
    try:
        while part := stream.read(1 << 16):
            parts.append(part)
            total += len(part)
            if total > limit:
                raise ImageError(f"{_origin(url)} answers with more than the {limit >> 10} KB that are expected.")
    except OSError as error:
        raise Unreachable(f"{error.strerror or error}; try again.") from None
    return b"".join(parts)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _cause(error: BaseException) -> str:
    cause = getattr(error, "reason", None) or error
    return str(cause).replace("\n", " ")[:200] or type(error).__name__


def _pause(retry_after: str, attempt: int) -> float:
    return min(float(retry_after), _LONGEST_PAUSE) if retry_after.isdigit() else 0.5 * attempt
