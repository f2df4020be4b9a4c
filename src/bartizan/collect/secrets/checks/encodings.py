"""Secrets that are written in an encoding: base 64 of JSON, of `user:password`, of a key, of a macaroon."""

from __future__ import annotations

import base64
import binascii
import json
import re

from bartizan.collect.secrets.checks.keys import private_key
from bartizan.collect.secrets.checks.passwords import weak
from bartizan.collect.secrets.checks.placeholders import placeholder

_OBJECT = re.compile(r"eyJ[A-Za-z0-9+/_-]+")


def base64_json(secret: str, text: str) -> bool:
    """Return whether a token carries a JSON object in base 64, as its service makes them."""
    found = _OBJECT.search(secret)
    return found is not None and any(map(_begins_as_object, {found[0], found[0].partition("_")[0]}))


def _begins_as_object(text: str) -> bool:
    raw = decoded(text.replace("-", "+").replace("_", "/")) or b""
    try:
        return isinstance(json.JSONDecoder().raw_decode(raw.decode("latin-1"))[0], dict)
    except (ValueError, RecursionError):
        return False


def base64_key(secret: str, text: str) -> bool:
    """Return whether a key is base 64 of random bytes."""
    raw = decoded(secret)
    return raw is not None and not placeholder(secret) and len(set(raw)) * 2 > min(len(raw), 64)


def encoded_key_file(secret: str, text: str) -> bool:
    """Return whether base 64 holds a PEM file with a private key."""
    return private_key((decoded(secret) or b"").decode("utf-8", "replace"), "")


def basic(secret: str, text: str) -> bool:
    """Return whether base 64 holds `user:password`, the password being one that may be in use."""
    raw = decoded(secret)
    if raw is None or not raw.isascii() or not raw.decode("ascii").isprintable():
        return False
    user, colon, password = raw.decode("ascii").partition(":")
    return bool(colon) and len(password) >= 6 and password != user and not weak(password)


def discord_bot(secret: str, text: str) -> bool:
    """Return whether the first part of a token is the bot's number in base 64."""
    raw = decoded(secret.partition(".")[0])
    return raw is not None and raw.isdigit() and 17 <= len(raw) <= 20


def facebook(secret: str, text: str) -> bool:
    """Return whether a token is random, and no part of a longer text in base 64: a picture may hold its mark."""
    start = text.find(secret)
    before, after = text[max(start - 1, 0) : start], text[start + len(secret) : start + len(secret) + 1]
    return not placeholder(secret) and before not in ("+", "/") and after not in ("+", "/", "=")


def macaroon(secret: str, text: str) -> bool:
    """Return whether a token of PyPI is a macaroon: version 2, then fields of a type and a length."""
    raw = decoded(secret.removeprefix("pypi-").replace("-", "+").replace("_", "/"))
    if raw is None or raw[:2] != b"\x02\x01" or len(raw) < 60:
        return False
    place = raw[3 : 3 + raw[2]]
    return b"pypi.org" in place and raw[3 + raw[2]] == 2


def decoded(text: str) -> bytes | None:
    """Return what a text in base 64 holds, with or without its padding; None when it is not base 64."""
    bare = text.rstrip("=")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
