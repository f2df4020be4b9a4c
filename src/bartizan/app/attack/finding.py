"""Finds what attackers can do in a target: reads it, and loads meanwhile all that is needed afterwards."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bartizan.app.cache import digest
from bartizan.app.inventory import Progress
from bartizan.app.looking import looked_at
from bartizan.app.options import Options
from bartizan.app.target import Target

if TYPE_CHECKING:
    from bartizan.app.attack.found import Found


ARRAYS = "arrays"
"""The folder of the cache in which the moves of each target are kept, for the state it was seen in last."""


def found(target: Target, options: Options, progress: Progress = lambda done, of: None) -> Found:
    """Read a target and find what attackers can do in it; raises `TargetError` for one that is not there."""
    with looked_at(target, options, progress, _load) as looked:
        from bartizan.app.attack.found import made  # loaded by now
        from bartizan.app.whole import whole

        tree = looked.tree
        gaps = (*tree.gaps, *(gap for each in looked.read for gap in each.collected.gaps))
        folder = None if options.cache is None else options.cache / ARRAYS / digest(str(tree.root.resolve()))[:16]
        kept = None if folder is None or looked.key is None else (folder, looked.key)
        return made(target.text, tree, whole(tree, looked.read, options), options, gaps, kept)


def _load() -> None:
    """Import what tries steps and searches paths, with numpy: other processes read the target in that time."""
    from bartizan.app.attack.found import get_ready

    import_module("bartizan.app.attack.listing")
    get_ready()
