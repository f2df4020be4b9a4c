"""Logins for registries, from where `docker login`, `podman login` and `skopeo login` keep them.

Sources: Docker's documentation of config.json and of credential helpers, and containers-auth.json(5).
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bartizan.collect.image.origin.reference import DOCKER_HUB

_HELPER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_PATIENCE = 30
_LARGEST = 4 << 20
_HUB_KEYS = ("https://index.docker.io/v1/", "index.docker.io", DOCKER_HUB, "registry-1.docker.io")
_TOKEN_USER = "<token>"


@dataclass(frozen=True, slots=True)
class Login:
    """A name and a password or, in place of them, a token to get tokens with."""

    user: str
    password: str = field(repr=False)
    identity: str = field(default="", repr=False)

    @property
    def basic(self) -> str:
        """Return the header that says it."""
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()


def login(host: str, repository: str, environment: Mapping[str, str] = os.environ) -> Login | None:
    """Return the login for a repository of a registry; None where there is none that can be read."""
    for table in _tables(environment):
        keys = _keys(host, repository)
        for key, helper in _helpers(table, keys):
            if (found := _asked(helper, key)) is not None:
                return found
        auths = table.get("auths")
        for key in keys:
            entry = auths.get(key) if isinstance(auths, dict) else None
            if isinstance(entry, dict) and (found := _entry(entry)) is not None:
                return found
    return None


def _tables(environment: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for path in _paths(environment):
        try:
            if path.stat().st_size <= _LARGEST:
                table = json.loads(path.read_bytes())
                if isinstance(table, dict):
                    yield table
        except (OSError, ValueError, RecursionError):
            continue


def _paths(environment: Mapping[str, str]) -> Iterator[Path]:
    if given := environment.get("REGISTRY_AUTH_FILE"):
        yield Path(given)
    if runtime := environment.get("XDG_RUNTIME_DIR"):
        yield Path(runtime, "containers", "auth.json")
    home = Path(environment.get("HOME") or os.path.expanduser("~"))
    yield Path(environment.get("XDG_CONFIG_HOME") or home / ".config", "containers", "auth.json")
    yield Path(environment.get("DOCKER_CONFIG") or home / ".docker", "config.json")


def _keys(host: str, repository: str) -> list[str]:
    """Return the names a login may be kept under, the nearest first: `ghcr.io/org/app`, `ghcr.io/org`, `ghcr.io`."""
    parts = repository.split("/")
    nested = [f"{host}/{'/'.join(parts[:count])}" for count in range(len(parts), 0, -1)]
    plain = (
        list(_HUB_KEYS)
        if host == DOCKER_HUB
        else [host, f"https://{host}", f"https://{host}/v1/", f"https://{host}/v2/"]
    )
    return nested + plain


def _helpers(table: dict[str, Any], keys: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what to ask for, and of which helper: the one for this registry, else the one for all."""
    own = table.get("credHelpers")
    for key in keys:
        helper = own.get(key) if isinstance(own, dict) else None
        if isinstance(helper, str):
            yield key, helper
            return
    store = table.get("credsStore")
    if isinstance(store, str) and store:
        plain = [key for key in keys if "/" not in key or key in _HUB_KEYS]
        yield from ((key, store) for key in plain[:2])


def _asked(helper: str, key: str) -> Login | None:
    """Ask a helper, a program of the user's own choice that is found as Docker finds it."""
    program = shutil.which(f"docker-credential-{helper}") if _HELPER.fullmatch(helper) else None
    if program is None:
        return None
    try:
        reply = subprocess.run(  # noqa: S603 - the name is checked, and the user has configured it
            [program, "get"], input=key.encode(), capture_output=True, timeout=_PATIENCE, check=True
        ).stdout
        table = json.loads(reply[:_LARGEST])
    except (OSError, subprocess.SubprocessError, ValueError, RecursionError):
        return None
    if not isinstance(table, dict) or not isinstance(table.get("Secret"), str) or not table["Secret"]:
        return None
    user = table.get("Username")
    if user == _TOKEN_USER:
        return Login("", "", table["Secret"])
    return Login(user, table["Secret"]) if isinstance(user, str) else None


def _entry(entry: dict[str, Any]) -> Login | None:
    token = entry.get("identitytoken")
    if isinstance(token, str) and token:
        return Login("", "", token)
    user, password = entry.get("username"), entry.get("password")
    if isinstance(entry.get("auth"), str) and entry["auth"]:
        try:
            user, colon, password = base64.b64decode(entry["auth"], validate=False).decode().partition(":")
        except (binascii.Error, ValueError):
            return None
        if not colon:
            return None
        password = password.rstrip("\0")
    return Login(user, password) if isinstance(user, str) and isinstance(password, str) and user else None
