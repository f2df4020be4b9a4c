"""Secrets in history: credentials that commits brought and later ones took away."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


def _units(tree: Tree) -> Iterator[Unit]:
    if tree.storage is not None:
        return
    from bartizan.collect.secrets.past.repository import stretches

    for stretch in stretches(tree):
        yield Unit("secret-history", f"{stretch.repository.mount}.git", (), stretch.state())


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.secrets.past.reading import read

    return read(unit, tree)


FORMAT = Format(
    id="secret-history",
    title="Secrets in the history of a repository",
    units=_units,
    read=_read,
    optional=True,
    programs=("git",),
)
