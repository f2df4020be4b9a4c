"""What people accepted: comments beside a secret, and the lists that other tools keep."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from bartizan.collect.secrets.search.find import Find
from bartizan.collect.secrets.search.leak import Sighting

HERE = re.compile(
    r"(?:gitleaks|betterleaks):allow|trufflehog:ignore|kingfisher:(?:ignore|allow)|ggignore|secretlint-disable-line"
    r"|pragma:\s*(?:allow|white)list[ -]secret",
    re.IGNORECASE,
)
"""Comments of other tools that accept a secret on their own line."""
NEXT = re.compile(r"pragma:\s*(?:allow|white)list[ -]nextline[ -]secret|secretlint-disable-next-line", re.IGNORECASE)
"""Comments of other tools that accept a secret on the line after them."""
_CODE = re.compile(
    r"(?:#|//|/\*)\s*(?:#\s*)?nosec\b(?!:?\s*[A-Z]\d)|\bnosec:?\s*[BG\d, ]*\b(?:B10[4567]|G101)\b"
    r"|#\s*noqa:[\w, ]*\bS10[567]\b|\bnosemgrep\b(?!:)|\bnolint:[\w,]*\bgosec\b"
)
"""Comments about code that accept a password in it."""
_OURS = re.compile(r"bartizan:ignore[ :]+([\w*-]+(?:\s*,\s*[\w*-]+)*)")
_ALONE = re.compile(r"\s*(?:#|//|/\*|<!--)")
_LINE = 4_000
"""Bytes of a line that are looked at, on either side."""

GITLEAKS, DETECT_SECRETS = ".gitleaksignore", ".secrets.baseline"
LISTS = (GITLEAKS, DETECT_SECRETS)
"""Files, in the root, that list accepted secrets."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The secrets that the lists accept."""

    fingerprints: frozenset[str] = frozenset()
    """Of gitleaks: `FILE:RULE:LINE` or `COMMIT:FILE:RULE:LINE`."""
    hashes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Of detect-secrets: SHA-1 of secrets by file."""

    def of(self, text: bytes, sighting: Sighting, file: str, commit: str = "") -> bool:
        """Tell whether a secret is accepted, by a comment beside it or in a list."""
        find = sighting.find
        if _by_comment(text, find):
            return True
        if file in self.hashes and hashlib.sha1(find.secret, usedforsecurity=False).hexdigest() in self.hashes[file]:
            return True
        rules = (find.credential.id, *find.credential.also)
        own = [f"{file}:{rule}:{sighting.line}" for rule in rules]
        return any(print in self.fingerprints or f"{commit}:{print}" in self.fingerprints for print in own)


def accepted(ignored: str, baseline: str) -> Accepted:
    """Return what a `.gitleaksignore` and a `.secrets.baseline` accept; what is no such list accepts nothing."""
    lines = (line.split("#", 1)[0].strip() for line in ignored.splitlines())
    return Accepted(frozenset(line for line in lines if line), _hashes(baseline))


def _hashes(baseline: str) -> dict[str, frozenset[str]]:
    try:
        document: Any = json.loads(baseline) if baseline else None
    except (ValueError, RecursionError):
        return {}
    results = document.get("results") if isinstance(document, dict) else None
    if not isinstance(results, dict):
        return {}
    return {
        str(file): frozenset(str(each.get("hashed_secret")) for each in found if isinstance(each, dict))
        for file, found in results.items()
        if isinstance(found, list)
    }


def _by_comment(text: bytes, find: Find) -> bool:
    line = _between(text, find.start, max(find.end, find.whole_end))
    begin = text.rfind(b"\n", 0, find.start)
    before = _between(text, begin, begin) if begin > 0 else ""
    given = HERE.search(line) or _CODE.search(line) or NEXT.search(before)
    return bool(given) or _by_name(line, find) or (_ALONE.match(before) is not None and _by_name(before, find))


def _by_name(line: str, find: Find) -> bool:
    names = (name.strip() for found in _OURS.findall(line) for name in found.split(","))
    return any(fnmatchcase(find.credential.id, name) for name in names)


def _between(text: bytes, start: int, end: int) -> str:
    """Return the lines from that of one place to that of another, as text."""
    first = max(text.rfind(b"\n", 0, start) + 1, start - _LINE)
    last = text.find(b"\n", max(start, end - 1))
    last = len(text) if last < 0 else last
    return text[first : min(last, end + _LINE)].decode("utf-8", "replace")
