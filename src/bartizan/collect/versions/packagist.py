"""Versions of Composer packages: up to four numbers, or a date, and how stable they are.

Source: Composer's documentation of versions, and PHP's `version_compare`, by which normalised versions are compared.
"""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_STABILITY = r"[._-]?(?:(?P<word>stable|beta|b|rc|alpha|a|patch|pl|p)(?P<digits>(?:[.-]?\d+)*))?(?P<dev>[.-]?dev)?"
_CLASSIC = re.compile(rf"v?(?P<numbers>\d{{1,5}}(?:\.\d+)*){_STABILITY}", re.ASCII)
_DATED = re.compile(rf"v?(?P<numbers>\d{{4}}(?:[.:-]?\d{{2}}){{1,6}}(?:[.:-]?\d{{1,3}}){{0,2}}){_STABILITY}", re.ASCII)
_ALIAS = re.compile(r"(\S+)\s+as\s+\S+|(\S+?)@(?:stable|rc|beta|alpha|dev)", re.ASCII)
_WORDS = {"alpha": 3, "a": 3, "beta": 4, "b": 4, "rc": 5, "stable": 6, "patch": 9, "pl": 9, "p": 9}
# As `version_compare` orders what may be in one place: dev, alpha, beta, rc, the end, a number, a patch.
_DEV, _END, _NUMBER = b"\x02", b"\x06", b"\x07"


def key(version: str) -> bytes:
    """Return a version as bytes that sort as Composer orders versions. Raises `Malformed`, also for branches."""
    text = version.strip().lower()
    if alias := _ALIAS.fullmatch(text):
        text = alias[1] or alias[2]
    found = _CLASSIC.fullmatch(text.partition("+")[0]) or _DATED.fullmatch(text.partition("+")[0])
    if found is None:
        raise Malformed(f"{version!r} is no version that Composer can compare")
    return _numbers(found["numbers"]) + _stability(found) + (_DEV if found["dev"] else b"") + _END


def _numbers(text: str) -> bytes:
    parts = [part.lstrip("0") for part in re.split("[.:-]", text)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return b"".join(b"\x01" + number(part) for part in parts) + b"\0"


def _stability(found: re.Match[str]) -> bytes:
    word = found["word"]
    if word is None or word == "stable":
        return b""
    digits = [part for part in re.split("[.-]", found["digits"]) if part]
    return bytes((_WORDS[word],)) + b"".join(_NUMBER + number(part) for part in digits)
