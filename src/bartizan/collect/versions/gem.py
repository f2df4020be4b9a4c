"""Versions of Ruby gems: numbers and words between dots, where a word makes an early version.

Source: the documentation of Gem::Version. A `-` means `.pre.`; zeros count nothing before a word and at the end.
"""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_WHOLE = re.compile(r"[0-9]+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?", re.ASCII)
_SEGMENT = re.compile(r"[0-9]+|[A-Za-z]+")
# A run of zeros is below the end when a word follows it, above the end when a number does.
_WORD, _ZEROS_DOWN, _END, _ZEROS_UP, _NUMBER = (bytes((rank,)) for rank in range(1, 6))
LONGEST = 250
"""Zeros in a row."""


def key(version: str) -> bytes:
    """Return a version as bytes that sort as RubyGems orders versions. Raises `Malformed`."""
    text = version.strip()
    if _WHOLE.fullmatch(text) is None:
        raise Malformed(f"{version!r} is no version of a gem")
    segments = [part.lstrip("0") if part.isdigit() else part for part in _SEGMENT.findall(text.replace("-", ".pre."))]
    return _packed(_canonical(segments)) + _END


def _canonical(segments: list[str]) -> list[str]:
    """Return the segments without the zeros (here empty) before the first word and at the end."""
    first = next((at for at, part in enumerate(segments) if part.isalpha()), len(segments))
    return _stripped(segments[:first]) + _stripped(segments[first:])


def _stripped(parts: list[str]) -> list[str]:
    while parts and not parts[-1]:
        parts = parts[:-1]
    return parts


def _packed(segments: list[str]) -> bytes:
    packed, zeros = b"", 0
    for part in segments:
        if not part:
            zeros += 1
            continue
        if zeros > LONGEST:
            raise Malformed(f"{zeros} zeros in a row are no version of a gem")
        if zeros:
            packed += _ZEROS_DOWN + bytes((zeros,)) if part.isalpha() else _ZEROS_UP + bytes((255 - zeros,))
        packed += _WORD + part.encode() + b"\0" if part.isalpha() else _NUMBER + number(part)
        zeros = 0
    return packed
