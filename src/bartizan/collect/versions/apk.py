"""Versions of Alpine packages: numbers, a letter, suffixes such as `_rc1` or `_p2`, a commit, and the build as `-r3`.

Source: apk-package(5) and the behaviour of apk-tools 3.
"""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_WHOLE = re.compile(
    r"(?P<first>\d+)(?P<rest>(?:\.\d+)*)(?P<letters>[a-z]?(?:(?<=[a-z])\d+(?:\.\d+)*)?)(?P<suffixes>(?:_[a-z]+\d*)*)(?:~(?P<commit>[0-9a-f]+))?"
    r"(?:-r(?P<build>\d*))?",
    re.ASCII,
)
_SUFFIX = re.compile(r"_([a-z]+)(\d*)")
_BEFORE = {"alpha": 1, "beta": 2, "pre": 3, "rc": 4}
_AFTER = {"cvs": 1, "svn": 2, "git": 3, "hg": 4, "p": 5}
# What may come next, in the order in which it makes a version greater; a suffix of a pre-release is below the end.
_EARLIER, _END, _BUILD, _COMMIT, _SUFFIX_NUMBER, _LATER, _LETTER, _NUMBER = (bytes((rank,)) for rank in range(1, 9))


def key(version: str) -> bytes:
    """Return a version as bytes that sort as apk orders versions. Raises `Malformed`."""
    found = _WHOLE.fullmatch(version.strip())
    if found is None:
        raise Malformed(f"{version!r} is no version of an Alpine package")
    parts = [number(found["first"])]
    parts += [_NUMBER + _fraction(digits) for digits in found["rest"].split(".")[1:]]
    if letters := found["letters"]:
        # A number after the letter (`1.9.5p2`) is no more allowed, but packages of old releases have it.
        parts.append(_LETTER + letters[0].encode())
        parts += [_NUMBER + _fraction(digits) for digits in letters[1:].split(".") if digits]
    parts += [_suffix(name, digits, version) for name, digits in _SUFFIX.findall(found["suffixes"])]
    if found["commit"]:
        parts.append(_COMMIT + found["commit"].encode() + b"\0")
    if found["build"] is not None:
        parts.append(_BUILD + number(found["build"]))
    return b"".join(parts) + _END


def _fraction(digits: str) -> bytes:
    """Return a number after the first one; with a leading zero it is compared as text, and is below all without."""
    return b"\0" + digits.encode() + b"\0" if digits.startswith("0") else number(digits)


def _suffix(name: str, digits: str, version: str) -> bytes:
    if name in _BEFORE:
        start = _EARLIER + bytes((_BEFORE[name],))
    elif name in _AFTER:
        start = _LATER + bytes((_AFTER[name],))
    else:
        raise Malformed(f"{version!r} has a suffix that Alpine does not know: _{name}")
    return start + (_SUFFIX_NUMBER + number(digits) if digits else b"")
