"""What attackers can do in a target: every step tried on everybody, and the moves joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bartizan.app import catalog
from bartizan.app.attack.evidence import Evidence
from bartizan.app.attack.goals import goals
from bartizan.app.attack.goals import notes as untold
from bartizan.app.attack.naming import ADMIN
from bartizan.app.attack.strangers import Strangers
from bartizan.app.identity.escalation import concerns
from bartizan.app.identity.everyone import ANY_ACTION, Everyone
from bartizan.app.identity.providers import PROVIDERS, providers
from bartizan.app.network.everywhere import Everywhere, network
from bartizan.app.network.exposed import tell
from bartizan.app.options import Options
from bartizan.app.whole import Whole, with_internet
from bartizan.collect.tree import Tree
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.attack import Goal
from bartizan.core.place import Gap
from bartizan.core.reach import INTERNET
from bartizan.core.step import Step
from bartizan.core.truth import Truth
from bartizan.core.vulnerability import Vulnerability
from bartizan.graph.graph import Graph
from bartizan.paths.gathering import gathered
from bartizan.paths.ground import Ground
from bartizan.paths.keeping import kept
from bartizan.paths.moves import Move, Moves
from bartizan.paths.reachable import reach, who_can_reach
from bartizan.paths.routes import Routes
from bartizan.paths.stepping import tried

DATA = "data"
"""The family of the steps that read data; the second word of their ids is what they read it from."""


@dataclass(frozen=True)
class Found:
    """The moves of a target, and what matters in it."""

    target: str
    tree: Tree
    graph: Graph
    options: Options
    gaps: tuple[Gap, ...] = ()
    vulnerabilities: Sequence[Vulnerability] = ()
    """What is known to be wrong with its packages."""
    kept: tuple[Path, str] | None = None
    """Where its moves are kept, and the key of the state that it was seen in."""

    @cached_property
    def access(self) -> Strangers:
        """Return who may do what, the Internet included."""
        parts = {name: make(self.graph) for name, make in providers(self.graph).items()}
        return Strangers(Everyone(self.graph, parts))

    @cached_property
    def network(self) -> Everywhere:
        """Return who can open connections to what."""
        return network(self.graph)

    @cached_property
    def ground(self) -> Ground:
        """Return what steps are tried on."""
        return Ground(self.graph, self.access, self.network)

    @cached_property
    def steps(self) -> dict[str, Step[Any, Any]]:
        """Return the steps that something in the target is of the kinds for, by their ids."""
        return {step.id: step for step in self._known() if concerns(step, self.graph)}

    @cached_property
    def moves(self) -> list[Moves]:
        """Return where every step leads."""
        return [tried(step, self.ground) for step in self.steps.values()]

    @cached_property
    def routes(self) -> Routes:
        """Return all moves, joined; those that were kept for this state need no step to be tried."""
        if self.kept is None:
            return Routes(self.moves)
        return Routes(kept(*self.kept, lambda: gathered(self.moves)))

    @cached_property
    def goals(self) -> list[Goal]:
        """Return what matters: stores of data, secrets, and every place that somebody can come to administer."""
        admins = [id for id in self.routes.ids if id.startswith(ADMIN)]
        return goals(self.graph, self.options, admins, self.access.home, self.routes.beside(INTERNET))

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """Return what limits all answers: guardrails that were not seen, data of which nothing is told."""
        parts = self.access.parts.items()
        limits = dict.fromkeys(note for name, part in parts for note in part.notes(ANY_ACTION[name]))
        return (*limits, *untold(self.graph, self.options))

    @cached_property
    def evidence(self) -> Evidence:
        """Return what tells moves as hops."""
        return Evidence(self.ground, self.steps)

    def between(self, starts: Iterable[str], goals: Iterable[str], *, certain: bool) -> Iterator[Move]:
        """Yield the moves on all ways from some ids to others; `certain` leaves out what rests on something open."""
        arrays, number = self.routes.arrays, self.routes.number
        ahead = reach(arrays, arrays.ids.numbers(starts), certain=certain)
        lying = ahead & who_can_reach(arrays, arrays.ids.numbers(goals), certain=certain)
        for moves in self.moves:
            for move in moves:
                if (
                    lying[number(move.actor)]
                    and lying[number(move.gained)]
                    and (move.truth is Truth.YES or not certain)
                ):
                    yield move

    def _known(self) -> Iterator[Step[Any, Any]]:
        there = {kind.kind.partition(".")[0] for kind in self.graph.by_kind}
        absent = frozenset(PROVIDERS) - there
        for family in catalog.step_families():
            if family == DATA:
                yield from catalog.steps_beside(family, absent).values()
            elif family not in absent:
                yield from catalog.steps_of(family).values()


def get_ready() -> None:
    """Load the steps that are tried whatever the provider is."""
    for family in catalog.step_families():
        if family not in PROVIDERS and family != DATA:
            catalog.steps_of(family)


def made(
    text: str,
    tree: Tree,
    all_: Whole,
    options: Options,
    gaps: tuple[Gap, ...] = (),
    kept: tuple[Path, str] | None = None,
) -> Found:
    """Return what attackers can do in what was read already; endpoints are told whether the Internet reaches them."""
    made = Found(text, tree, with_internet(all_.graph), options, gaps, all_.wrong.vulnerabilities, kept)
    if any(made.graph.kinds(Endpoint)):
        tell(made.graph, made.network)
    return made
