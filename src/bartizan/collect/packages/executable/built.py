"""What an executable was built of, as packages."""

from __future__ import annotations

import struct

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import reading
from bartizan.collect.package import Package
from bartizan.collect.packages.executable import go, rust
from bartizan.collect.packages.executable.layout import Broken, layout
from bartizan.collect.packages.executable.recognise import audit, build
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap

_BARE = (
    "The executable was built without Go modules and does not tell what of; "
    "its distribution's package or its sources may."
)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what one executable tells of itself, without loading the rest of it."""
    file = unit.root
    packages: list[Package] = []
    gaps: list[Gap] = []
    try:
        with tree.open(file) as stream:
            found = layout(stream)
            if found is not None and (section := audit(found)):
                packages.extend(rust.packages(stream, section, file))
            if found is not None and (start := build(stream, found)) is not None:
                built = go.packages(stream, found, start, file)
                packages.extend(built)
                gaps.extend([Gap(file, _BARE, about=file)] if len(built) == 1 else [])
    except Unreadable as error:
        return reading(packages, [Gap(file, str(error))])
    except (Broken, OSError, ValueError, struct.error) as error:
        why = f"What the executable was built of cannot be read: {error}. Look for it in its sources or its lock file."
        return reading(packages, [Gap(file, why)])
    return reading(packages, gaps)
