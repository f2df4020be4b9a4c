"""Placeholders: what stands where a secret will be: `changeme`, `${TOKEN}`, `<your key>`, `xxxxxxxx`, `1234567890`."""

from __future__ import annotations

import re
from itertools import pairwise

_MARKS = re.compile(
    r"""
      \$\{ | \$\( | \{\{ | \}\} | \#\{ | <% | %> | ^\$[A-Za-z_] | ^<.*>$ | ^\[.*\]$ | ^\{.*\}$
    | ^%.*%$ | ^__.*__$ | ^@.*@$ | %[sdv]\b | %\([A-Za-z_]+\) | \*{3} | \.\.\.| …
    """,
    re.VERBOSE,
)
"""Something else will be put here, or was taken out."""

_WORDS = re.compile(
    r"""
      example | sample | placeholder | redacted | changeme | change[-_]?(?:me|this|it) | replace[-_]?(?:me|this|with)
    | dummy | insert[-_]? | your[-_]?[a-z]{0,12}[-_]?(?:key|token|secret|password|pass|id|here|value)
    | (?:^|[^a-z])(?:your|my|some|the)[-_] | todo | fixme | notreal | not[-_]a[-_]real | fake | invalid
    | (?:secret|password|token|key|value)[-_]?(?:here|goes)
    | (?:^|[-_.])(?:test|testing|mock|foo|bar|demo|stub|default|hidden|masked|removed|none|null|undefined|xxx+)
      (?:[-_.]|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that people write instead of a secret. Those of few letters count only when they stand alone."""

_RUN = 6
"""Characters in a row that are the same, or count up or down: chance makes one in a hundred thousand keys so."""


def placeholder(text: str) -> bool:
    """Return whether a text is written in place of a secret."""
    return bool(_MARKS.search(text) or _WORDS.search(text)) or run(text) or repeated(text) or _interleaved(text)


def run(text: str, length: int = _RUN) -> bool:
    """Return whether a text has that many characters in a row that are equal, or count by one: `aaaaaa`, `456789`."""
    so_far, before = 1, None
    for one, other in pairwise(text):
        step = ord(other) - ord(one)
        so_far = so_far + 1 if step == before and abs(step) <= 1 else 2 if abs(step) <= 1 else 1
        before = step
        if so_far >= length:
            return True
    return False


def _interleaved(text: str) -> bool:
    """Return whether two rows that count are told in turn: `A1B2C3D4E5F6`."""
    return run(text[::2]) and run(text[1::2])


def repeated(text: str) -> bool:
    """Return whether a text is one short piece over and over: `abcabcabcabc`, `deadbeefdeadbeef`."""
    return len(text) >= 8 and (text + text).find(text, 1) <= len(text) // 2
