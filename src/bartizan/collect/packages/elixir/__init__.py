"""Elixir and Erlang: `mix.lock`, with the `mix.exs` beside it, and `rebar.lock`."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "mix.lock", "rebar.lock"):
        manifest = beside(file, "mix.exs")
        also = [manifest] if file.endswith("mix.lock") and present(tree, manifest) else []
        yield Unit("mix", file, tuple(sorted([file, *also])))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.elixir.mix import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(("mix.lock", "mix.exs", "rebar.lock")) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="mix", title="Elixir lock files", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
