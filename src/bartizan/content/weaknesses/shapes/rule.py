"""Parts of rules that are the same in every language."""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]
"""A rule of ast-grep, or a part of one."""


def both(*shapes: Shape) -> Shape:
    """Return the shape of what has all of some shapes."""
    return {"all": list(shapes)}


def either(*shapes: Shape) -> Shape:
    """Return the shape of what has one of some shapes."""
    return {"any": list(shapes)}


def without(shape: Shape) -> Shape:
    """Return the shape of what has not a shape."""
    return {"not": shape}


def within(shape: Shape) -> Shape:
    """Return the shape of what is somewhere inside of a shape."""
    return {"inside": {"stopBy": "end", **shape}}


def holding(shape: Shape) -> Shape:
    """Return the shape of what has a shape somewhere in it."""
    return {"has": {"stopBy": "end", **shape}}


def field(name: str, shape: Shape) -> Shape:
    """Return the shape of what has a shape as one of its fields."""
    return {"has": {"field": name, **shape}}


def text(expression: str) -> Shape:
    """Return the shape of what reads as a regular expression says from its beginning to its end."""
    return {"regex": rf"^(?:{expression})$"}


def begins(expression: str) -> Shape:
    """Return the shape of what begins as a regular expression says."""
    return {"regex": rf"^(?:{expression})"}


def has_text(expression: str) -> Shape:
    """Return the shape of what reads somewhere as a regular expression says."""
    return {"regex": expression}


SQL = {
    "regex": r"(?i)\b(?:select\s[^;]*?\sfrom\s|insert\s+into\s|update\s[^;]*?\sset\s|delete\s+from\s"
    r"|drop\s+(?:table|database|user|schema)\s|alter\s+table\s|truncate\s+table\s|replace\s+into\s|merge\s+into\s)"
}
"""Text that is SQL."""
HTML = {"regex": r"(?i)<\s*(?:/\s*)?[a-z][a-z0-9]*[\s>/]"}
"""Text that is HTML."""
SECRET_NAME = (
    r"(?i)[\w.]*(?:token|secret|password|passwd|pwd|session_?id|sid|nonce|otp|csrf|salt|api_?key|auth_?key|reset_?code"
    r"|verification_?code|invite_?code|access_?key|private_?key|signature|hmac|digest|mac)[\w]*"
)
"""Name of something that nobody should be able to guess."""
