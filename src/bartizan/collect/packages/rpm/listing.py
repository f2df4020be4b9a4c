"""Lists of packages that images without rpm keep instead of its database: a line each, parted by tabs.

Source: the query that Azure Linux's distroless images are made with: NAME, VERSION-RELEASE, times of installing and of
building, VENDOR, EPOCH, SIZE, ARCH, EPOCHNUM, SOURCERPM.
"""

from __future__ import annotations

from bartizan.collect.packages.rpm.parts import KEYS, package_of
from bartizan.collect.packages.system.need import Installed, is_name
from bartizan.collect.packages.system.release import Release
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

_COLUMNS = 10


def listed(file: str, tree: Tree, release: Release | None, broken: list[Gap]) -> list[Installed]:
    """Return what a list tells of. Who needs what is not in it."""
    found = []
    try:
        lines = tree.text(file).splitlines()
    except Unreadable as error:
        broken.append(Gap(file, str(error)))
        return []
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if len(cells) != _COLUMNS or not is_name(cells[0]):
            if line.strip():
                broken.append(Gap(file, f"The line is no package in {_COLUMNS} columns.", number))
            continue
        version, _, build = cells[1].rpartition("-")
        if cells[0] == KEYS:
            continue
        package = package_of(
            file,
            release,
            name=cells[0],
            epoch=cells[8] if cells[8].isdigit() else "",
            version=version,
            build=build,
            architecture=cells[7],
            source=cells[9],
            line=number,
        )
        package.needed_by = Unknown("the list does not tell who needs what")
        found.append(Installed(package=package))
    return found
