"""A world: what a target declares, as a graph, and who may do what in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bartizan.app import catalog
from bartizan.app.cache import opened as opened_cache
from bartizan.app.garbage import uncollected
from bartizan.app.identity.everyone import Everyone
from bartizan.app.identity.providers import providers
from bartizan.app.identity.workloads import linked
from bartizan.app.inventory import Contents, Progress, units
from bartizan.app.options import Options
from bartizan.app.reading import read_all
from bartizan.app.target import Target, opened
from bartizan.collect.formats import of_identity
from bartizan.core.kind import Asset
from bartizan.core.place import Gap
from bartizan.core.step import Step
from bartizan.graph.distinct import unique
from bartizan.graph.graph import Graph
from bartizan.paths.moves import Moves
from bartizan.paths.routes import Routes
from bartizan.paths.stepping import every


@dataclass(frozen=True)
class World:
    """Assets, and who may do what to them."""

    graph: Graph
    gaps: tuple[Gap, ...] = ()
    unread: tuple[str, ...] = ()
    """Manifests that could not be read: there may be roles and bindings in them."""

    @cached_property
    def access(self) -> Everyone:
        """Return who may do what."""
        made = providers(self.graph)
        return Everyone(self.graph, {name: make(self.graph, self.unread) for name, make in made.items()})

    @cached_property
    def moves(self) -> list[Moves]:
        """Return where every step leads."""
        return list(every(self._steps(), self.graph, self.access))

    @cached_property
    def routes(self) -> Routes:
        """Return all moves, joined."""
        return Routes(self.moves)

    @cached_property
    def intended(self) -> Routes:
        """Return the moves by which roles are meant to be taken, joined."""
        return Routes(every((step for step in self._steps() if step.intended), self.graph, self.access))

    def step(self, id: str) -> Step[Any, Any]:
        """Return a step of a provider that is there, by its id."""
        return catalog.steps_of(id.partition("-")[0])[id]

    def _steps(self) -> Iterator[Step[Any, Any]]:
        for provider in self.access.parts:
            yield from catalog.steps_of(provider).values()


def world(target: Target, options: Options, progress: Progress = lambda done, of: None) -> World:
    """Read what a target declares; raises `TargetError` for one that is not there."""
    with uncollected(), opened(target, options, of_identity()) as tree:
        found = units(tree, options.formats or of_identity())
        read = read_all(tree, found, Contents(tree), opened_cache(options.cache), options.jobs, progress)
        gaps = (*tree.gaps, *(gap for each in read for gap in each.collected.gaps))
        manifests = (each for each in read if each.unit.format in MANIFESTS)
        unread = tuple(f"{gap.file} could not be read" for each in manifests for gap in each.collected.gaps)
    return world_of((asset for each in read for asset in each.collected.assets), gaps, unread)


def world_of(assets: Iterable[Asset], gaps: tuple[Gap, ...] = (), unread: tuple[str, ...] = ()) -> World:
    """Return the world of assets that are there already."""
    return World(linked(unique(assets)), gaps, unread)


MANIFESTS = ("kubernetes", "kustomize", "helm")
