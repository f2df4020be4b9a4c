"""Versions of Maven: numbers and words in any order, held apart by `.`, `-` and by where digits meet letters.

Source: the POM reference, section "Version Order Specification", and the tests of Maven's ComparableVersion.
"""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_TOKEN = re.compile(r"([.-]?)([0-9]+|[^0-9.-]*)")
_WORDS = {"alpha": 1, "beta": 2, "milestone": 3, "rc": 4, "snapshot": 5}
_SAME = {"cr": "rc", "ga": "", "final": "", "release": ""}
_SHORT = {"a": "alpha", "b": "beta", "m": "milestone"}
# Where a token sorts among all that may be in its place; words of early versions are below the end.
_END, _NULL, _SP, _WORD, _DASHED, _DOTTED = (bytes((rank,)) for rank in range(0x10, 0x16))
LONGEST = 1000
"""Characters."""


def key(version: str) -> bytes:
    """Return a version as bytes that sort as Maven orders versions. Raises `Malformed`."""
    text = version.strip().lower()
    if not text or len(text) > LONGEST or "\0" in text:
        raise Malformed(f"{version[:40]!r} is no version of Maven")
    return b"".join(_token(dashed, token) for dashed, token in _trimmed(_tokens(text))) + _END


def _tokens(text: str) -> list[tuple[bool, str]]:
    """Return tokens, each with whether a dash (or where digits meet letters) goes before it rather than a dot."""
    found: list[tuple[bool, str]] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.end() == position:
            break
        position = match.end()
        word = match[2] or "0"
        if word in _SHORT and text[position : position + 1].isdigit():
            word = _SHORT[word]
        found.append((match[1] != "." and bool(found), _SAME.get(word, word)))
    if text[-1] in ".-":
        found.append((text[-1] == "-", "0"))
    return found


def _trimmed(tokens: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """Return the tokens without those that mean nothing: zeros before a dash, a word or the end."""
    kept: list[tuple[bool, str]] = []
    for dashed, token in [*tokens, (True, "")]:
        if dashed or not token.isdigit():
            while kept and _means_nothing(kept[-1][1]):
                kept.pop()
        kept.append((dashed, token))
    return kept[:-1]


def _means_nothing(token: str) -> bool:
    return not token or (token.isdigit() and not token.strip("0"))


def _token(dashed: bool, token: str) -> bytes:
    if token.isascii() and token.isdigit():
        return (_DASHED if dashed else _DOTTED) + number(token)
    if token in _WORDS:
        return bytes((_WORDS[token],))
    if token == "":
        return _NULL
    return _SP if token == "sp" else _WORD + token.encode("utf-8", "surrogatepass") + b"\0"
