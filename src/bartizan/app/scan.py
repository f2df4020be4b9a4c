"""The main use case: look at a target, judge what is declared there, and report."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from bartizan.app.cache import digest, opened, program_version
from bartizan.app.errors import TargetError
from bartizan.app.inventory import Contents, Progress, unit_key, units
from bartizan.app.options import Options, today
from bartizan.collect.tree import Tree, walk
from bartizan.core.report import Report

if TYPE_CHECKING:
    from bartizan.app.cache import Cache
    from bartizan.collect.format import Unit


def scan(target: str | Path, options: Options | None = None, progress: Progress = lambda done, of: None) -> Report:
    """Judge everything that is declared under a path.

    Opens no connection and runs nothing that it finds. Raises `TargetError` for a path that is not there and
    `ContentError` for a framework that does not exist; whatever cannot be read is a gap in the report's coverage.
    """
    with uncollected():
        return _scanned(str(target), options or Options(), progress)


def _scanned(target: str, options: Options, progress: Progress) -> Report:
    path = Path(target)
    if not path.exists():
        raise TargetError(f"{target} does not exist; name a file or a directory to scan.")
    if not (path.is_file() or path.is_dir()):
        raise TargetError(f"{target} is a device, a pipe or a socket; name a file or a directory to scan.")
    tree = _without(walk(path, options.max_file_size), options.exclude)
    found = [unit for unit in units(tree) if not options.formats or unit.format in options.formats]
    contents, cache = Contents(tree), opened(options.cache)
    report = _kept(tree, found, contents, options, cache)
    if report is None:
        from bartizan.app.reading import read_all  # a report that was kept needs none of it

        read = read_all(tree, found, contents, cache, options.jobs, progress, _judging)
        report = _judging().judged(tree, read, options)
        key = _key(tree, found, contents, options, cache)
        if key is not None:
            _keep(key, report, cache)
    return replace(report, target=target)


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the search for cyclic garbage: a scan makes little of it and many objects, which it would go through."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _judging() -> ModuleType:
    """Import what judges, with all of the content and numpy: a report that was kept needs none of it."""
    from bartizan.app import catalog, judging

    catalog.catalog()
    return judging


def _without(tree: Tree, exclude: tuple[str, ...]) -> Tree:
    files = tuple(file for file in tree.files if not any(_covers(pattern, file) for pattern in exclude))
    return replace(tree, files=files)


def _covers(pattern: str, file: str) -> bool:
    bare = pattern.strip("/")
    return fnmatchcase(file, bare) or fnmatchcase(file, f"{bare}/*") or fnmatchcase(f"/{file}", f"*/{bare}/*")


def _kept(tree: Tree, found: list[Unit], contents: Contents, options: Options, cache: Cache) -> Report | None:
    key = _key(tree, found, contents, options, cache)
    body = None if key is None else cache.get(key)
    if body is None:
        return None
    try:
        return msgspec.msgpack.decode(body, type=Report)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _keep(key: str, report: Report, cache: Cache) -> None:
    try:
        cache.put(key, msgspec.msgpack.encode(report))
    except UnicodeEncodeError:
        return  # a name of a file that is no text: such a report is judged each time
    cache.trim()


def _key(tree: Tree, found: list[Unit], contents: Contents, options: Options, cache: Cache) -> str | None:
    """Return the key of a report: all that was read, how it was judged, and the day, for what expires."""
    keys = [unit_key(unit, contents, cache) for unit in found]
    if cache.directory is None or None in keys:
        return None
    asked = repr(replace(options, cache=None, jobs=0))
    seen = (repr(tree.gaps), *tree.files)
    return digest("report", program_version(), asked, today().isoformat(), *map(str, keys), *seen)
