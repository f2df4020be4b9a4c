"""The state of a target: a key of all that an answer about it depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bartizan.app.cache import Cache, digest, program_version
from bartizan.app.inventory import Contents, unit_key
from bartizan.app.options import Options, today
from bartizan.collect.format import Unit
from bartizan.collect.tree import Tree


def key_of(
    what: str, tree: Tree, found: Sequence[Unit], contents: Contents, options: Options, cache: Cache
) -> str | None:
    """Return the key of an answer: all that was read, how it was judged, and the day, for what expires.

    None where nothing is kept, or a unit has no key of its own.
    """
    keys = [unit_key(unit, contents, cache) for unit in found]
    if cache.directory is None or None in keys:
        return None
    asked = repr(replace(options, cache=None, jobs=0))
    seen = (repr(tree.gaps), _data_state(options), *tree.files)
    return digest(what, program_version(), asked, today().isoformat(), *map(str, keys), *seen)


def _data_state(options: Options) -> str:
    """Return what an answer depends on beside the target: the advisory data and the VEX documents, as they are."""
    states = []
    for file in (options.data, *options.vex):
        try:
            stat = file.stat()
            states.append(f"{file} {stat.st_size} {stat.st_mtime_ns} {stat.st_ino}")
        except OSError:
            states.append(f"{file} is not there")
    return "\n".join(states)
