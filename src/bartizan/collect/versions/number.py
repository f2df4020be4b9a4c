"""Whole numbers as bytes that sort as the numbers do, however long they are."""

from __future__ import annotations

from bartizan.collect.versions.malformed import Malformed

LONGEST = 250
"""Digits; the first byte tells how many there are. No version that anybody published has a number as long."""
ZERO = b"\x01" + b"0"


def number(digits: str) -> bytes:
    """Return ASCII digits as a byte that counts them, and the digits; an empty text is zero. Raises `Malformed`.

    The count is never 0, and no such sequence of bytes is the beginning of another one.
    """
    plain = digits.lstrip("0") or "0"
    if len(plain) > LONGEST:
        raise Malformed(f"a number of {len(plain)} digits is no part of a version")
    return bytes((len(plain),)) + plain.encode()
