"""The key that secrets are hashed with, so that a hash in a report tells nobody else what the secret is."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs

SIZE = 32
"""Bytes."""


def default_file() -> Path:
    """Return where the key of this user is kept."""
    return platformdirs.user_data_path("bartizan") / "hash.key"


def hash_key(file: Path | None = None) -> bytes:
    """Return the key, made when there is none; one for this run alone where none can be kept."""
    path = file or default_file()
    fresh = secrets.token_bytes(SIZE)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept(path) or fresh
    except OSError:
        return fresh
    with os.fdopen(handle, "wb") as stream:
        stream.write(fresh)
    return fresh


def _kept(path: Path) -> bytes | None:
    try:
        key = path.read_bytes()
    except OSError:
        return None
    return key if len(key) == SIZE else None
