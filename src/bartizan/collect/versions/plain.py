"""Versions that are numbers between dots or dashes and nothing else: CRAN, Bioconductor, Hackage, GHC."""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_WHOLE = re.compile(r"\d+(?:[.-]\d+)*", re.ASCII)


def key(version: str) -> bytes:
    """Return a version as bytes that sort number by number, a longer one after its beginning. Raises `Malformed`."""
    text = version.strip()
    if _WHOLE.fullmatch(text) is None:
        raise Malformed(f"{version!r} is no version of numbers alone")
    return b"".join(b"\x01" + number(part) for part in re.split("[.-]", text)) + b"\0"
