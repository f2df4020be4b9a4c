"""JSON web tokens: three parts, the first two JSON; and whose they are, by what they say of themselves."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

_EXAMPLES = frozenset({"1234567890", "John Doe", "joe"})
"""Subjects and names of the tokens that the standard and its best known site show."""


def plain(secret: str, text: str) -> bool:
    """Return whether a token is signed, is no example, and is of no service that has a kind of its own."""
    return valid(secret) and owner(secret) == ""


def kubernetes(secret: str, text: str) -> bool:
    """Return whether a token is a Kubernetes service account's."""
    return valid(secret) and owner(secret) == "kubernetes"


def supabase(secret: str, text: str) -> bool:
    """Return whether a token is the key of a Supabase project that stands above row level security."""
    return valid(secret) and owner(secret) == "supabase"


def jfrog(secret: str, text: str) -> bool:
    """Return whether a token was made by JFrog's access service."""
    return valid(secret) and owner(secret) == "jfrog"


def owner(secret: str) -> str:
    """Return whose token it is, as far as a kind of its own goes; `public` for those that may be published."""
    claims = _claims(secret)
    issuer = str(claims.get("iss", ""))
    if "kubernetes/serviceaccount" in issuer or any(key.startswith("kubernetes.io") for key in claims):
        return "kubernetes"
    if issuer.startswith("supabase"):
        return {"service_role": "supabase", "anon": "public"}.get(str(claims.get("role")), "")
    if issuer.startswith(("jfac@", "jfrt@", "jfmc@", "jffe@")):
        return "jfrog"
    return ""


def valid(secret: str) -> bool:
    """Return whether a text is a signed token, and none of those that the standard and its readers show."""
    parts = secret.split(".")
    if len(parts) != 3:
        return False
    header, claims = _json(parts[0]), _claims(secret)
    if header is None or not claims or len(parts[2]) < 20:
        return False
    return str(header.get("alg", "none")).lower() != "none" and not _example(claims)


def _example(claims: dict[str, Any]) -> bool:
    return any(str(claims.get(key)) in _EXAMPLES for key in ("sub", "name", "iss"))


def _claims(secret: str) -> dict[str, Any]:
    return _json(secret.split(".")[1] if "." in secret else "") or {}


def _json(part: str) -> dict[str, Any] | None:
    try:
        value = json.loads(base64.urlsafe_b64decode(part.rstrip("=") + "=" * (-len(part.rstrip("=")) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
