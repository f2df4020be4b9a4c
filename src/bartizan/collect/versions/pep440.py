"""Versions of Python packages, by PEP 440 as the packaging specifications have it now."""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_WHOLE = re.compile(
    r"v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:[-_.]?(?P<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?P<pre>\d*))?"
    r"(?P<after>-(?P<implicit>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?P<post>\d*))?"
    r"(?P<early>[-_.]?dev[-_.]?(?P<dev>\d*))?"
    r"(?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?",
    re.ASCII,
)
_PHASES = {"a": 2, "alpha": 2, "b": 3, "beta": 3, "c": 4, "rc": 4, "pre": 4, "preview": 4}
_ONLY_DEV, _FINAL = b"\x01", b"\x05"
_NONE, _SOME, _LAST = b"\0", b"\x01", b"\xff"


def key(version: str) -> bytes:
    """Return a version as bytes that sort as PEP 440 orders versions. Raises `Malformed`."""
    found = _WHOLE.fullmatch(version.strip().lower())
    if found is None:
        raise Malformed(f"{version!r} is no version by PEP 440")
    return b"".join(
        (
            number(found["epoch"] or ""),
            _release(found["release"]),
            _phase(found),
            _NONE if found["after"] is None else _SOME + number(found["implicit"] or found["post"] or ""),
            _LAST if found["early"] is None else _SOME + number(found["dev"]),
            _local(found["local"]),
        )
    )


def _release(text: str) -> bytes:
    parts = [part.lstrip("0") for part in text.split(".")]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return b"".join(_SOME + number(part) for part in parts) + _NONE


def _phase(found: re.Match[str]) -> bytes:
    if found["phase"]:
        return bytes((_PHASES[found["phase"]],)) + number(found["pre"])
    alone = found["early"] is not None and found["after"] is None
    return _ONLY_DEV if alone else _FINAL


def _local(text: str | None) -> bytes:
    if text is None:
        return _NONE
    parts = re.split("[-_.]", text)
    return (
        b"".join(b"\x02" + number(part) if part.isdigit() else _SOME + part.encode() + _NONE for part in parts) + _NONE
    )
