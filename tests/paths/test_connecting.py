"""Steps that open connections, and steps that need no permission."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.internet import Internet
from bartizan.core.access import Decision, Question
from bartizan.core.kind import Asset
from bartizan.core.reach import INTERNET, Reached
from bartizan.core.step import Act, Reach, Step
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.graph.grid import Grid
from bartizan.paths.asking import Given
from bartizan.paths.moves import Move
from bartizan.paths.stepping import moves


class Nobody:
    """Access in which nobody may do anything; implements `Asking`."""

    def actors(self) -> tuple[str, ...]:
        return ()

    def can(self, question: Question) -> Decision:
        return Decision(truth=Truth.NO, why="nobody may")

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        return Grid(np.zeros(0, np.int32), np.zeros(len(targets), np.int32), np.full((1, 1), -1, np.int8))

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        return ()

    def notes(self, action: str) -> tuple[str, ...]:
        return ()

    def name(self, id: str) -> str:
        return id

    def home(self, id: str) -> str:
        return ""

    def fill(self, pattern: str, id: str) -> str:
        return pattern

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        return (pattern,)


class Cables:
    """A network of single connections; implements `Reaching`."""

    def __init__(self, sources: Sequence[str], open_: Mapping[tuple[str, str], Truth]) -> None:
        self._sources, self._open = tuple(sources), open_

    def sources(self) -> tuple[str, ...]:
        return self._sources

    def grid(self, targets: Sequence[str]) -> Grid:
        truths = [[self._open.get((source, target), Truth.NO) for target in targets] for source in self._sources]
        rows, columns = np.arange(len(self._sources), dtype=np.int32), np.arange(len(targets), dtype=np.int32)
        return Grid(rows, columns, np.array(truths, np.int8).reshape(len(self._sources), len(targets)))

    def leaving(self, source: str) -> Truth:
        return Truth.YES

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        return Reached(source=source, target=target, truth=self._open.get((source, target), Truth.NO), why="")


EXPLOIT: Step[Asset, Function] = Step(
    id="code-exploit",
    title="Exploit a function",
    technique="T1190",
    actor=Asset,
    move=Reach(on=Function),
    where=~Function.traced,
    because="It is weak.",
    fix="Mend it.",
    reaches=[],
    blocked=[],
)
FIND: Step[Internet, Bucket] = Step(
    id="data-find",
    title="Find a bucket",
    technique="T1530",
    actor=Internet,
    move=Act(on=Bucket, uses=()),
    where=Bucket.open_by_acl,
    because="It is open.",
    fix="Close it.",
    reaches=[],
    blocked=[],
)
WEAK, STRONG, UNSEEN = Function("weak", traced=False), Function("strong", traced=True), Function("unseen")


def connected(open_: Mapping[tuple[str, str], Truth], *assets: Asset) -> set[Move]:
    graph = Graph([Internet(INTERNET), *assets])
    return set(moves(EXPLOIT, graph, Nobody(), Cables((INTERNET, "weak"), open_)))


def test_a_connection_leads_to_what_it_reaches() -> None:
    found = connected({(INTERNET, "weak"): Truth.YES}, WEAK, STRONG)

    assert found == {Move("code-exploit", INTERNET, "weak", "weak", Truth.YES)}


@pytest.mark.parametrize(
    ("open_", "target", "truth"),
    [(Truth.UNKNOWN, WEAK, Truth.UNKNOWN), (Truth.YES, UNSEEN, Truth.UNKNOWN), (Truth.UNKNOWN, UNSEEN, Truth.UNKNOWN)],
)
def test_a_connection_is_as_certain_as_the_network_and_the_target(open_: Truth, target: Asset, truth: Truth) -> None:
    found = connected({(INTERNET, target.id): open_}, target)

    assert [move.truth for move in found] == [truth]


@pytest.mark.parametrize("assets", [(), (STRONG,), (WEAK,)], ids=["nothing", "not weak", "not reached"])
def test_nothing_is_reached_that_is_not_there_or_not_open(assets: tuple[Asset, ...]) -> None:
    assert connected({(INTERNET, "strong"): Truth.YES}, *assets) == set()


def test_what_needs_no_permission_is_there_for_every_actor_of_the_kind() -> None:
    graph = Graph([Internet(INTERNET), Bucket("open", open_by_acl=True), Bucket("closed", open_by_acl=False)])

    found = set(moves(FIND, graph, Nobody()))

    assert found == {Move("data-find", INTERNET, "open", "open", Truth.YES)}


def test_a_single_move_is_as_certain_as_the_classes_it_is_in() -> None:
    graph = Graph([Internet(INTERNET), Bucket("open", open_by_acl=True), Bucket("unseen")])
    made = moves(FIND, graph, Nobody())

    found = [made.truth(INTERNET, id, id) for id in ("open", "unseen", "elsewhere")]

    assert found == [Truth.YES, Truth.UNKNOWN, Truth.NO]
