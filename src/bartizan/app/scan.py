"""The main use case: look at a target, judge what is declared there, and report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from bartizan.app.cache import opened
from bartizan.app.garbage import uncollected
from bartizan.app.hashkey import hash_key
from bartizan.app.inventory import Contents, Progress, units
from bartizan.app.options import Options
from bartizan.app.state import key_of
from bartizan.app.target import Target
from bartizan.app.target import opened as opened_target
from bartizan.app.target import target as parsed
from bartizan.collect.tree import LookedFor, Tree
from bartizan.core.report import Report

HISTORY = ("secret-history",)
"""The format that is read when the history is asked for."""

if TYPE_CHECKING:
    from bartizan.app.attack.found import Found
    from bartizan.app.cache import Cache
    from bartizan.collect.format import Unit


def scan(
    target: str | Path | Target, options: Options | None = None, progress: Progress = lambda done, of: None
) -> Report:
    """Judge everything that is declared, contained and written in a target: a path, `image:REF`, `rootfs:PATH`.

    Runs nothing that it finds, and opens no connection but to the registry of an image that is named by reference.
    Raises `TargetError` for a target that is not there and `ContentError` for a framework that does not exist;
    whatever cannot be read is a gap in the report's coverage.
    """
    with uncollected():
        return _scanned(target if isinstance(target, Target) else parsed(target), options or Options(), progress)


def _scanned(target: Target, options: Options, progress: Progress) -> Report:
    with opened_target(target, options, options.formats) as whole:
        tree = replace(whole, looked_for=LookedFor(key=hash_key()))
        found = units(tree, options.formats, HISTORY if options.history else ())
        contents, cache = Contents(tree), opened(options.cache)
        report = _kept(tree, found, contents, options, cache)
        if report is None:
            from bartizan.app.looking import looked_for  # a report that was kept needs none of it
            from bartizan.app.reading import read_all

            tree = replace(tree, looked_for=looked_for(tree, cache))
            read = read_all(tree, found, contents, cache, options.jobs, progress, _judging)
            report, _ = _judging().judged(tree, read, options)
            key = key_of("report", tree, found, contents, options, cache)
            if key is not None and not (options.formats and report.vulnerabilities):
                _keep(key, report, cache)  # whether code is reached depends on sources that not every format reads
    return replace(report, target=target.text)


def seen(target: Target, options: Options, progress: Progress = lambda done, of: None) -> tuple[Report, Found]:
    """Scan a target, and return besides the report what attackers can do in it; raises as `scan`."""
    from bartizan.app.looking import looked_at

    with looked_at(target, options, progress, _judging) as looked:
        report, found = _judging().judged(looked.tree, looked.read, options)
        return replace(report, target=target.text), found


def _judging() -> ModuleType:
    """Import what judges, with all of the content and numpy: a report that was kept needs none of it."""
    from bartizan.app import catalog, judging

    catalog.catalog()
    return judging


def _kept(tree: Tree, found: list[Unit], contents: Contents, options: Options, cache: Cache) -> Report | None:
    key = key_of("report", tree, found, contents, options, cache)
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
