"""PHP: `composer.lock` with its `composer.json`, a `composer.json` alone, and what Composer has installed."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

_INSTALLED = "vendor/composer/installed.json"


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "composer.lock"):
        manifest = beside(file, "composer.json")
        yield Unit("composer", file, tuple(sorted([file, *([manifest] if present(tree, manifest) else [])])))
    for file in named(tree, "composer.json"):
        if not present(tree, beside(file, "composer.lock")) and "vendor/" not in file:
            yield Unit("composer", file, (file,))
    if tree.of != DIRECTORY:
        yield from (Unit("composer", file, (file,)) for file in tree.files if f"/{file}".endswith(f"/{_INSTALLED}"))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.php.composer import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    if f"/{entry.path}".endswith(f"/{_INSTALLED}"):
        return True
    return entry.path.endswith(("composer.lock", "composer.json")) and of_sources(entry.path, IMAGE)


FORMAT = Format(id="composer", title="Composer", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants)
