"""A `package.json` alone as packages."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading
from bartizan.collect.package import Package
from bartizan.collect.packages.javascript_manifest.package_json import Wish, manifest
from bartizan.collect.packages.javascript_manifest.specifier import is_name, purl_from, specifier
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what a manifest asks for."""
    lock = opened(tree, unit.root)
    told = manifest(lock)
    return reading(lock.each(told.wishes, lambda wish: _wished(lock, wish)), lock.gaps)


def _wished(lock: LockFile, wish: Wish) -> Iterator[Package]:
    asked = specifier(wish.name, wish.asked)
    if not is_name(asked.name):
        raise Misshapen(f"`{asked.name[:80]}` is no name of a package")
    if not asked.local:
        yield Package(
            ecosystem="npm",
            name=asked.name,
            version=asked.version,
            place=lock.place(wish.line),
            direct=True,
            development=wish.development,
            modules=(wish.name,),
            purl=purl_from(asked.name, asked.version, asked.url),
        )
