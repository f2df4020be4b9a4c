"""Hash functions."""

from __future__ import annotations

import hashlib
import uuid
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import text
from bartizan.collect.iac.terraform.values import Fault

_NAMESPACES = {
    "dns": uuid.NAMESPACE_DNS,
    "url": uuid.NAMESPACE_URL,
    "oid": uuid.NAMESPACE_OID,
    "x500": uuid.NAMESPACE_X500,
}


def digest(algorithm: str, data: bytes) -> bytes:
    """Return a hash; `algorithm` is one of hashlib's names."""
    return hashlib.new(algorithm, data, usedforsecurity=False).digest()


def _hexadecimal(algorithm: str) -> Callable[[Any], str]:
    return lambda value: digest(algorithm, text(value).encode()).hex()


def _base64(algorithm: str) -> Callable[[Any], str]:
    return lambda value: b64encode(digest(algorithm, text(value).encode())).decode()


def _uuidv5(namespace: Any, name: Any) -> str:
    space = text(namespace)
    try:
        return str(uuid.uuid5(_NAMESPACES.get(space) or uuid.UUID(space), text(name)))
    except ValueError:
        raise Fault(f'"{space[:60]}" is not a namespace of UUIDs') from None


KNOWN: dict[str, Callable[..., Any]] = {
    "base64sha256": _base64("sha256"),
    "base64sha512": _base64("sha512"),
    "md5": _hexadecimal("md5"),
    "sha1": _hexadecimal("sha1"),
    "sha256": _hexadecimal("sha256"),
    "sha512": _hexadecimal("sha512"),
    "uuidv5": _uuidv5,
}
