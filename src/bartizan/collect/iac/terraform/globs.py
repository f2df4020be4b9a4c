"""Patterns of `fileset`, as regular expressions: `*`, `**`, `?`, `[a-z]` and `{a,b}`."""

from __future__ import annotations

import re
from functools import lru_cache

from bartizan.collect.iac.terraform.values import Fault

_PART = re.compile(r"\*\*/|\*+|\?|\[[!^]?\]?[^\]]*\]|[{},]|\\.|[^*?\[{},\\]+", re.DOTALL)


@lru_cache(maxsize=256)
def compiled(glob: str) -> re.Pattern[str]:
    """Return the regular expression of a glob; raises `Fault` where it is none."""
    if glob.count("*") > 12:
        raise Fault(f'the pattern "{glob[:60]}" is not evaluated: it may take too long')
    depth = 0
    parts: list[str] = []
    for match in _PART.finditer(glob):
        part = match.group()
        depth += (part == "{") - (part == "}")
        parts.append(_translated(part, depth))
    try:
        return re.compile("".join(parts) + r"\Z", re.DOTALL)
    except re.error:
        raise Fault(f'"{glob[:60]}" is not a pattern of files') from None


def _translated(part: str, depth: int) -> str:
    if part == "**/":
        return "(?:[^/]+/)*"
    if part.startswith("*"):
        return ".*" if len(part) > 1 else "[^/]*"
    if part == "?":
        return "[^/]"
    if part in ("{", "}"):
        return "(?:" if part == "{" else ")"
    if part == ",":
        return "|" if depth else ","
    if part.startswith("[") and len(part) > 2:
        return "[" + part[1:].replace("!", "^", 1) if part[1] == "!" else part
    return re.escape(part.removeprefix("\\"))
