"""Finds what attackers can do in a target: reads it, and loads meanwhile all that is needed afterwards."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from bartizan.app.inventory import Progress
from bartizan.app.looking import looked_at
from bartizan.app.options import Options
from bartizan.app.target import Target

if TYPE_CHECKING:
    from bartizan.app.attack.found import Found


def found(target: Target, options: Options, progress: Progress = lambda done, of: None) -> Found:
    """Read a target and find what attackers can do in it; raises `TargetError` for one that is not there."""
    with looked_at(target, options, progress, _loaded) as (tree, read):
        from bartizan.app.whole import whole  # loaded by now

        gaps = (*tree.gaps, *(gap for each in read for gap in each.collected.gaps))
        return _loaded().made(target.text, tree, whole(tree, read, options), options, gaps)


def _loaded() -> ModuleType:
    """Import what tries steps and searches paths, with numpy: other processes read the target in that time."""
    from bartizan.app.attack import found

    import_module("bartizan.app.attack.listing")
    found.get_ready()
    return found
