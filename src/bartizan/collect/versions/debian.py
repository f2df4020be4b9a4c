"""Versions of Debian and its descendants: `EPOCH:UPSTREAM-REVISION`, where `~` sorts before everything.

Source: deb-version(7). A text is compared piece by piece, what is not digits and digits in turn.
"""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_WHOLE = re.compile(r"(?:(\d+):)?([A-Za-z0-9.+~:-]*?)(?:-([A-Za-z0-9.+~]*))?", re.ASCII)
_PIECE = re.compile(r"([^0-9]*)([0-9]*)")
_END = b"\x02"


def _rank(character: int) -> int:
    """Return where a character sorts: `~`, then the end, then letters, then the rest."""
    if character == ord("~"):
        return 1
    if chr(character).isalpha():
        return character - 60  # "A" is 5
    return character + 70  # "+" is 113, above "z", which is 62


_RANKS = bytes(_rank(character) if character < 128 else 0 for character in range(256))


def key(version: str) -> bytes:
    """Return a version as bytes that sort as dpkg orders versions. Raises `Malformed`."""
    found = _WHOLE.fullmatch(version.strip())
    if found is None or not found[2] or (found[1] is None and ":" in found[2]):
        raise Malformed(f"{version!r} is no version of a Debian package")
    epoch, upstream, revision = found.groups()
    return number(epoch or "") + _part(upstream) + _part(revision or "")


def _part(text: str) -> bytes:
    """Return the upstream version or the revision; what follows it sorts before anything that would go on."""
    pieces = [
        other.encode().translate(_RANKS) + _END + number(digits)
        for other, digits in _PIECE.findall(text)
        if other or digits
    ]
    return b"".join(pieces or [_END + number("")]) + _END
