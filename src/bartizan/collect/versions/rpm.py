"""Versions of rpm packages: `EPOCH:VERSION-RELEASE`, where `~` sorts before the end and `^` after it.

Source: rpm-version(7). Runs of digits and runs of letters are compared; all else only keeps them apart.
"""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_WHOLE = re.compile(r"(?:(\d+|\(none\)):)?(.*?)(?:-([^-]*))?", re.ASCII | re.DOTALL)
_PIECE = re.compile(r"[0-9]+|[A-Za-z]+|~|\^")
_TILDE, _END, _CARET, _LETTERS, _DIGITS = (bytes((rank,)) for rank in range(1, 6))


def key(version: str) -> bytes:
    """Return a version as bytes that sort as rpm orders versions. Raises `Malformed`.

    A version without a release sorts before every release of it, so that being fixed in `1.2` holds for `1.2-3`.
    """
    found = _WHOLE.fullmatch(version.strip())
    if found is None or not _PIECE.search(found[2]):
        raise Malformed(f"{version!r} is no version of an rpm package")
    epoch, plain, release = found.groups()
    return number("" if epoch == "(none)" else epoch or "") + part(plain) + part(release or "")


def part(text: str) -> bytes:
    """Return a version or a release alone, as `rpmvercmp` compares them."""
    return b"".join(_piece(piece) for piece in _PIECE.findall(text)) + _END


def _piece(piece: str) -> bytes:
    if piece == "~":
        return _TILDE
    if piece == "^":
        return _CARET
    if piece.isdigit():
        return _DIGITS + number(piece)
    return _LETTERS + piece.encode() + b"\0"
