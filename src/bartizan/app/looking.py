"""Looking at a target: all of its files, read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from bartizan.app import catalog
from bartizan.app.cache import Cache
from bartizan.app.cache import opened as opened_cache
from bartizan.app.garbage import uncollected
from bartizan.app.hashkey import hash_key
from bartizan.app.inventory import Contents, Progress, units
from bartizan.app.options import Options
from bartizan.app.reading import Read, read_all
from bartizan.app.state import key_of
from bartizan.app.target import Target, opened
from bartizan.collect.tree import LookedFor, Tree


class Looked(NamedTuple):
    """What a target came to."""

    tree: Tree
    read: list[Read]
    key: str | None
    """Of all that was read; None where nothing is kept."""


@contextmanager
def looked_at(
    target: Target,
    options: Options,
    progress: Progress = lambda done, of: None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[Looked]:
    """Yield what a target came to; raises `TargetError` for a target that is not there.

    `meanwhile` is what this process can do while others read.
    """
    with uncollected(), opened(target, options, options.formats) as bare:
        cache = opened_cache(options.cache)
        tree = replace(bare, looked_for=LookedFor(key=hash_key()))
        found = units(tree, options.formats)
        tree = replace(tree, looked_for=looked_for(tree, cache))
        contents = Contents(tree)
        read = read_all(tree, found, contents, cache, options.jobs, progress, meanwhile)
        yield Looked(tree, read, key_of("looked", tree, found, contents, options, cache))


def looked_for(tree: Tree, cache: Cache) -> LookedFor:
    """Return what readers look for in texts: credentials and weaknesses, as the content declares them."""
    return LookedFor(
        credentials=catalog.credentials(),
        weaknesses=catalog.weaknesses(),
        key=tree.looked_for.key,
        folder=None if cache.directory is None else cache.directory / "search",
    )
