"""Gaps of a damaged file, kept to a number that can be read."""

from __future__ import annotations

from bartizan.core.place import Gap

_MOST = 20


def bounded(file: str, found: list[Gap]) -> list[Gap]:
    """Return gaps of one file, the later of very many as one."""
    if len(found) <= _MOST:
        return found
    rest = Gap(file, f"{len(found) - _MOST} more places of the file cannot be read either; is it damaged?")
    return [*found[:_MOST], rest]
