"""JSON with comments and commas too many, as Bun and Deno write it, brought to plain JSON line by line."""

from __future__ import annotations

import re

_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/')
_COMMA = re.compile(r'"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])')


def plain(text: str) -> str:
    """Return the text without comments and trailing commas; lines keep their numbers."""
    return _COMMA.sub(_without, _COMMENT.sub(_without, text))


def _without(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith('"') else "\n" * found[0].count("\n")
