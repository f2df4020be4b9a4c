"""The contents of objects, streamed from git one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bartizan.collect.git import GitFailed, git, streamed

DAMAGED = 100
"""Damaged objects in a stretch of history after which the rest of it is given up."""


def sizes(place: Path, ids: Iterable[str]) -> dict[str, int]:
    """Return the sizes of objects in bytes; those that are missing are left out."""
    given = "".join(f"{id}\n" for id in ids).encode()
    found = {}
    for line in git(place, "cat-file", "--batch-check", "--buffer", given=given).splitlines():
        words = line.decode("ascii", "replace").split()
        if len(words) == 3 and words[2].isdigit():
            found[words[0]] = int(words[2])
    return found


def contents(place: Path, ids: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the contents of objects in the order asked for, None for one that is damaged; missing ones are left out.

    Raises `GitFailed` where more are damaged than is worth starting git anew for.
    """
    wanted = list(dict.fromkeys(ids))
    done = 0
    for _ in range(DAMAGED):
        for id, data in _streamed(place, wanted[done:]):
            done += 1
            if data is not None:
                yield id, data
        if done == len(wanted):
            return
        yield wanted[done], None
        done += 1
    raise GitFailed(f"more than {DAMAGED} objects are damaged; see git fsck")


def _streamed(place: Path, wanted: list[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield objects, None for one that is missing, up to one that git ends at."""
    given = "".join(f"{id}\n" for id in wanted).encode()
    with streamed(place, "cat-file", "--batch", "--buffer", given=given) as stream:
        for id in wanted:
            words = stream.readline().split()
            if len(words) == 2:
                yield id, None
                continue
            if len(words) != 3 or not words[2].isdigit():
                return
            data = stream.read(int(words[2]))
            if stream.read(1) != b"\n":
                return
            yield id, data
