"""Arrays kept in a directory: written whole, opened without being read in, never trusted.

A directory holds a file for each array, in numpy's own format, and a header that tells what belongs in it: the format,
the key of what it was made of, and for every array its type, size and checksum. What does not agree in all of it is
not there: it is made anew. Whoever writes does so in a directory of its own and then renames that; two at once do
each other no harm, and who reads an older one goes on reading it.

    Unreadable    what is in a directory is not what is asked for: the reason, for those who want to tell it
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays
from bartizan.paths.ids import Ids

FORMAT = 1
"""Raised with every change of what is written."""
HEADER = "header.json"
_LARGEST_HEADER = 1 << 24
_IDS = {"text": np.uint8, "begins": np.int64, "hashes": np.uint64, "order": np.int32}
_GRAPH = {
    "after": np.int32,
    "ends": np.int32,
    "truth": np.int8,
    "weight": np.int32,
    "step": np.int16,
    "target": np.int32,
    "before": np.int32,
    "entering": np.int32,
    "origins": np.int32,
}
_BLOCK = 512
"""Words of eight bytes that are summed up together: what is moved from one place to another changes the checksum."""


class Unreadable(Exception):
    """What is in a directory is not what is asked for."""


def kept(directory: Path, key: str, build: Callable[[], Arrays]) -> Arrays:
    """Return what is kept in a directory for a key, or else what is built, kept for the next time.

    `key` names everything the arrays are made of, the program included. A directory that cannot be written to is as
    good as none.
    """
    try:
        return load(directory, key)
    except Unreadable:
        made = build()
    try:
        save(made, directory, key)
        return load(directory, key)
    except (OSError, Unreadable):
        return made


def save(arrays: Arrays, directory: Path, key: str) -> None:
    """Write arrays to a directory, in place of what is there. OSError where that cannot be done."""
    directory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".arrays-", dir=directory.parent))
    try:
        parts = {name: np.ascontiguousarray(part) for name, part in _parts(arrays).items()}
        for name, part in parts.items():
            np.save(fresh / f"{name}.npy", part, allow_pickle=False)
        (fresh / HEADER).write_bytes(_header(arrays, parts, key))
        _put(fresh, directory)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def load(directory: Path, key: str) -> Arrays:
    """Open arrays; Unreadable where there are none, or others than those of the key, or anything of them is damaged."""
    try:
        said = _said(directory, key)
        parts = {name: _part(directory, name, said["arrays"][name]) for name in (*_IDS, *_GRAPH)}
        count, steps = int(said["count"]), tuple(str(step) for step in said["steps"])
    except (OSError, ValueError, KeyError, TypeError, EOFError, RecursionError) as problem:
        raise Unreadable(f"{directory}: {problem}") from problem
    ids = Ids(nodes=count, **{name: parts[name] for name in _IDS})
    found = Arrays(ids=ids, steps=steps, **{name: parts[name] for name in _GRAPH})
    if not _fitting(found):
        raise Unreadable(f"{directory}: arrays that do not belong together")
    return found


def _fitting(arrays: Arrays) -> bool:
    """Tell whether arrays are of the sizes that belong together."""
    ids, edges = arrays.ids, {len(getattr(arrays, name)) for name in _GRAPH} - {len(arrays.after)}
    sizes = len(arrays.after) == len(arrays.before) >= max(ids.nodes, 0) + 1
    names = len(ids.hashes) == len(ids.order) == len(ids.begins) - 1 >= ids.nodes
    whole = names and sizes and arrays.after[-1] == arrays.before[-1] == arrays.count
    return bool(whole and edges <= {arrays.count} and ids.begins[-1] == len(ids.text))


def _parts(arrays: Arrays) -> dict[str, NDArray[Any]]:
    ids = {name: getattr(arrays.ids, name) for name in _IDS}
    return {**ids, **{name: getattr(arrays, name) for name in _GRAPH}}


def _header(arrays: Arrays, parts: Mapping[str, NDArray[Any]], key: str) -> bytes:
    said = {
        "format": FORMAT,
        "key": key,
        "count": arrays.ids.nodes,
        "steps": list(arrays.steps),
        "arrays": {name: [part.dtype.str, len(part), checksum(part)] for name, part in parts.items()},
    }
    text = json.dumps(said)
    return json.dumps({"said": text, "checksum": zlib.crc32(text.encode())}).encode()


def _said(directory: Path, key: str) -> dict[str, Any]:
    """Return what a header tells, if it is whole and about what is asked for."""
    path = directory / HEADER
    if path.stat().st_size > _LARGEST_HEADER:
        raise ValueError("the header is too large")
    outer = json.loads(path.read_bytes())
    text = str(outer["said"])
    if zlib.crc32(text.encode()) != outer["checksum"]:
        raise ValueError("the header is damaged")
    said = json.loads(text)
    if not isinstance(said, dict) or said.get("format") != FORMAT or said.get("key") != key:
        raise ValueError("made by another program, or of something else")
    return said


def _part(directory: Path, name: str, said: tuple[str, int, int]) -> NDArray[Any]:
    """Return an array as it lies in its file, checked in full."""
    dtype, length, sum = said
    expected = np.dtype({**_IDS, **_GRAPH}[name])
    mapped: Literal["r"] | None = "r" if length else None  # an empty file cannot be mapped
    part: NDArray[Any] = np.asarray(np.load(directory / f"{name}.npy", mmap_mode=mapped, allow_pickle=False))
    if part.dtype != expected or expected.str != dtype or part.shape != (length,):
        raise ValueError(f"{name} is of another type or size")
    if checksum(part) != sum:
        raise ValueError(f"{name} is damaged")
    return part


def checksum(part: NDArray[Any]) -> int:
    """Return a checksum of an array that is told as fast as memory is read: against damage, not against forgery."""
    whole = part.view(np.uint8)
    words = len(whole) // (8 * _BLOCK) * _BLOCK
    blocks = whole[: words * 8].view(np.uint64).reshape(-1, _BLOCK)
    sums = np.add.reduce(blocks, axis=1, dtype=np.uint64)
    return zlib.crc32(whole[words * 8 :].tobytes(), zlib.crc32(sums.tobytes()))


def _put(fresh: Path, directory: Path) -> None:
    """Rename a directory to another, in place of what is there; who opened that goes on reading it."""
    for _ in range(8):  # another writer may put its own there in between
        try:
            os.rename(fresh, directory)
            return
        except OSError:
            if not directory.is_dir():
                directory.unlink(missing_ok=True)
                continue
        old = Path(tempfile.mkdtemp(prefix=".arrays-", dir=directory.parent))
        try:
            os.rename(directory, old)
        except FileNotFoundError:
            pass
        finally:
            shutil.rmtree(old, ignore_errors=True)
