"""Tries the expression of one credential where its keywords stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import re2  # type: ignore[import-untyped]  # it has no types

from bartizan.collect.secrets.search.find import Find
from bartizan.collect.secrets.search.placeholder import entropy, placeholder
from bartizan.collect.secrets.search.width import UNBOUNDED, width
from bartizan.core.secret import Credential

NEAR = 64
"""Bytes by which a keyword may stand before the text it announces."""
WITHIN = 512
"""Bytes of a text in which its keyword must begin."""
LONGEST = 65_536
"""Bytes that a match may have."""

APART = 1_024
"""Bytes between two stretches below which both are searched at once: that takes less time than a call."""
AROUND = 400
"""Bytes before and after a match that a check is given."""


def compiled(expression: str) -> Any:
    """Return an expression of bytes for RE2; raises `re2.error`."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    return re2.compile(expression.encode("latin-1"), options)


class Expression:
    """The expression of a credential, compiled when it is first needed."""

    def __init__(self, credential: Credential) -> None:
        self.credential = credential
        self._compiled: Any = None
        self._group: int = 0
        self._width = 0

    def finds(self, text: bytes, starts: Sequence[int]) -> Iterator[Find]:
        """Yield the secrets of this kind whose keyword stands at one of some places, which are in order."""
        if self._compiled is None:
            self._compile()
        for low, high in self._windows(len(text), starts):
            for whole, secret in self._matches(text, low, high):
                if (not self.credential.keywords or _announced(starts, *whole)) and self._holds(text, whole, secret):
                    yield Find(
                        credential=self.credential,
                        secret=text[slice(*secret)],
                        start=secret[0],
                        end=secret[1],
                        whole_end=whole[1],
                    )

    def _compile(self) -> None:
        self._compiled = compiled(self.credential.expression)
        names = self._compiled.groupindex
        self._group = names.get(b"secret", 1 if self._compiled.groups else 0)
        self._width = width(self.credential.expression)

    def _windows(self, size: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the stretches of a text in which a match can be."""
        if not self.credential.keywords:
            yield 0, size
            return
        before, after = max(min(self._width, WITHIN), NEAR), NEAR + self._width
        low = high = -1
        for start in starts:
            if start - before > high + APART:
                if high >= 0:
                    yield low, high
                low = max(0, start - before)
            high = min(size, start + after)
        yield low, high

    def _matches(self, text: bytes, low: int, high: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Yield the spans of matches, and of the secrets in them."""
        place = low
        while place < high:
            found = self._compiled.search(text, place, high)
            if found is None:
                return
            if found.end() >= high and self._width >= UNBOUNDED and high < len(text):
                found = self._compiled.search(text, found.start(), min(len(text), found.start() + LONGEST)) or found
            secret = found.span(self._group)
            if secret[0] < secret[1]:
                yield found.span(), secret
            place = max(secret[1], found.start() + 1)  # what ends one secret may begin the next

    def _holds(self, text: bytes, whole: tuple[int, int], span: tuple[int, int]) -> bool:
        secret = text[slice(*span)]
        if self.credential.entropy and entropy(secret) < self.credential.entropy:
            return False
        if self.credential.check:
            from bartizan.collect.secrets.checks import holds  # loaded with the first secret that looks like one

            if not holds(self.credential.check, secret.decode("utf-8", "replace"), _around(text, *whole)):
                return False
        return not placeholder(secret)


def _announced(starts: Sequence[int], start: int, end: int) -> bool:
    """Tell whether a keyword begins within a stretch or shortly before it."""
    following = bisect_left(starts, start - NEAR)
    return following < len(starts) and starts[following] < min(end, start + WITHIN)


def _around(text: bytes, start: int, end: int) -> str:
    """Return the lines a match is in, with the one before and the one after."""
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    first = text.rfind(b"\n", low, max(low, text.rfind(b"\n", low, start))) + 1 or low
    following = text.find(b"\n", end, high)
    last = text.find(b"\n", following + 1, high) if following >= 0 else -1
    return text[first : last if last >= 0 else high].decode("utf-8", "replace")
