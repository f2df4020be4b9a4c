"""Access to one registry: which address it has, and what it wants to see before it answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit

from bartizan.collect.image.origin.challenge import Challenge, challenges
from bartizan.collect.image.origin.error import Denied, ImageError, Unreachable
from bartizan.collect.image.origin.login import Login, login
from bartizan.collect.image.origin.reference import DOCKER_HUB
from bartizan.collect.image.origin.transport import Answer, Transport

_AGENT = "bartizan"
_TOKEN_SIZE = 1 << 20
_HUB = "registry-1.docker.io"


def local(host: str) -> bool:
    """Return whether a host is this machine itself, where TLS is not asked for."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    return name in ("localhost", "[::1]", "::1") or (name.startswith("127.") and name.replace(".", "").isdigit())


class Access:
    """Requests to one repository of one registry, with the login they need."""

    def __init__(self, host: str, repository: str, transport: Transport) -> None:
        self.host = host
        self._repository = repository
        self._transport = transport
        self._authorization = ""
        self._base = self._address()

    def get(self, path: str, accept: str, limit: int) -> Answer:
        """Return an answer, whatever its status; raises `Unreachable`, `Denied` and `ImageError`."""
        answer = self._transport.get(self._url(path), self._headers(accept), limit)
        if answer.status == 401 and self._authorize(answer.headers.get("www-authenticate", "")):
            answer = self._transport.get(self._url(path), self._headers(accept), limit)
        return answer

    @contextmanager
    def stream(self, path: str, start: int) -> Iterator[tuple[Any, str]]:
        """Yield an answer as a stream, and where it came from; `start` skips bytes. Raises as `get` does."""
        for last in (False, True):
            headers = self._headers("*/*") | ({"Range": f"bytes={start}-"} if start else {})
            with self._transport.stream(self._url(path), headers) as (response, final):
                asked = response.headers.get("www-authenticate", "")
                if response.status != 401 or last or not self._authorize(asked):
                    yield response, final
                    return

    def _url(self, path: str) -> str:
        return f"{self._base}/v2/{path}"

    def _headers(self, accept: str) -> dict[str, str]:
        headers = {"Accept": accept, "User-Agent": _AGENT, "Accept-Encoding": "identity"}
        return headers | ({"Authorization": self._authorization} if self._authorization else {})

    def _address(self) -> str:
        host = _HUB if self.host == DOCKER_HUB else self.host
        if host in self._transport.plain and not local(host):
            return f"http://{host}"
        if local(host):
            try:
                self._transport.get(f"https://{host}/v2/", {"User-Agent": _AGENT}, _TOKEN_SIZE)
            except Unreachable:
                return f"http://{host}"
        return f"https://{host}"

    def _authorize(self, header: str) -> bool:
        """Get what the registry asks for; return whether there is anything to try again with."""
        known = login(self.host, self._repository)
        asked = {each.scheme: each for each in reversed(challenges(header))}
        before = self._authorization
        if "bearer" in asked:
            self._authorization = f"Bearer {self._token(asked['bearer'], known)}"
        elif "basic" in asked and known is not None and not known.identity:
            self._authorization = known.basic
        return self._authorization != before

    def _token(self, challenge: Challenge, known: Login | None) -> str:
        realm = challenge.parameters.get("realm", "")
        self._trusted(realm)
        query = {name: challenge.parameters[name] for name in ("service",) if name in challenge.parameters}
        query["scope"] = challenge.parameters.get("scope") or f"repository:{self._repository}:pull"
        if known is not None and known.identity:
            form = query | {"grant_type": "refresh_token", "client_id": _AGENT, "refresh_token": known.identity}
            headers = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": _AGENT}
            answer = self._transport.get(realm, headers, _TOKEN_SIZE, "POST", urlencode(form).encode())
        else:
            headers = {"User-Agent": _AGENT} | ({"Authorization": known.basic} if known is not None else {})
            joined = "&" if urlsplit(realm).query else "?"
            answer = self._transport.get(f"{realm}{joined}{urlencode(query)}", headers, _TOKEN_SIZE)
        return self._read_token(answer, known)

    def _trusted(self, realm: str) -> None:
        parts = urlsplit(realm)
        plain = self._base.startswith("http:") or parts.netloc in self._transport.plain
        if not parts.netloc or not (parts.scheme == "https" or (parts.scheme == "http" and plain)):
            raise ImageError(f"{self.host} wants a login sent to {realm[:200]!r}, which is not encrypted: refused.")

    def _read_token(self, answer: Answer, known: Login | None) -> str:
        if answer.status in (401, 403):
            whose = "the login that is kept for it is refused" if known is not None else "it wants a login"
            raise Denied(f"{self.host} does not let you in: {whose}; log in with `docker login {self.host}`.")
        try:
            table = json.loads(answer.body)
        except (ValueError, RecursionError):
            table = None
        token = (table.get("token") or table.get("access_token")) if isinstance(table, dict) else None
        if answer.status != 200 or not isinstance(token, str) or not token.isascii() or not token.isprintable():
            raise Unreachable(f"{self.host} hands out no token to read with (status {answer.status}); try again later.")
        return token
