"""Texts within a text: base64 that says something readable, and the data of Kubernetes secrets."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.collect.secrets.search.expression import compiled

MOST = 2_000
"""Texts that are decoded in one file."""
LONGEST = 65_536
"""Bytes of base64 that are decoded at a time."""

_FOUR = "[CDI-Za-f][ACDEFGHQSTUVWXgijklmnwyz0123][ABEFIJMNQRUVYZcdghklopstwx014589][A-Za-z0-9+/]"
"""Four signs of base64 that stand for three of ASCII: the highest bit of none is set."""
RUN = (
    rf"(?:^|[^A-Za-z0-9+/])(?P<run>(?:{_FOUR}){{8}}[A-Za-z0-9+/]*"
    r"(?:\r?\n[ \t]*[A-Za-z0-9+/]{60,})*(?:\r?\n[ \t]*[A-Za-z0-9+/]+={1,2})?)"
)
"""An expression for base64 of readable text, in one line or in several."""
_SECRET = r"\bkind[\"']?\s*:\s*[\"']?Secret\b"
_ENTRY = re.compile(
    rb"^[ \t]*[\"']?([\w.-]+)[\"']?[ \t]*:[ \t]*[\"']?([A-Za-z0-9+/]{4,}={0,2})[\"']?[ \t]*,?[ \t]*\r?$", re.MULTILINE
)
_READABLE = bytes(range(32, 127)) + b"\t\n\r"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text that another one holds, and where."""

    text: bytes
    start: int
    end: int
    value: bool = False
    """Whether it is certain to be encoded, so that it is no secret as it stands."""


class Encodings:
    """Finds what is encoded in a text."""

    def __init__(self) -> None:
        self._secret: Any = compiled(_SECRET)
        self._run: Any = compiled(RUN)
        self._group = self._run.groupindex[b"run"]

    def of(self, text: bytes, runs: bool = True) -> Iterator[Decoded]:
        """Yield the readable texts that are encoded in one, as many as are looked at.

        `runs` is whether base64 in general is looked for: no, where it is known that there is none.
        """
        searched: Any = self._run.finditer(text) if runs else ()
        for found, _ in zip(searched, range(MOST), strict=False):
            start, end = found.span(self._group)
            inside = _plain(text[start : min(end, start + LONGEST)].translate(None, b"\r\n\t ="))
            if not inside[:48].translate(None, _READABLE):
                yield Decoded(inside, start, end)
        if b"Secret" in text and b"kind" in text and self._secret.search(text):
            yield from _entries(text)


def _plain(run: bytes) -> bytes:
    try:
        return base64.b64decode(run + b"=" * (-len(run) % 4))
    except binascii.Error:
        return _plain(run[:-1]) if len(run) % 4 == 1 else b""


def _entries(text: bytes) -> Iterator[Decoded]:
    """Yield the entries of Kubernetes secrets as settings in the clear."""
    for found, _ in zip(_ENTRY.finditer(text), range(MOST), strict=False):
        value = _plain(found[2].rstrip(b"="))
        if value and not value.translate(None, _READABLE):
            setting = found[1] + b': "' + value.strip() + b'"\n'
            yield Decoded(setting, *found.span(2), value=True)
