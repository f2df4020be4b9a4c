"""Steps tried on everything at once arrive where they arrive when each pair is asked about by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.access import Decision, Question
from bartizan.core.kind import Asset, Flag, Link
from bartizan.core.step import Act, Follow, Gain, Reach, Step, Upon, Use
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.graph.grid import Grid
from bartizan.paths.asking import Given, asked
from bartizan.paths.moves import Move
from bartizan.paths.stepping import every, moves

HOMES = ("north", "south")
PARTS = 2


class Thing(Asset, kind="test.stepped-thing"):
    """Something to act on."""

    closed = Flag("Nobody gets at it.")
    inside = Link(lambda: Thing, "What is in it.")


class Person(Thing, kind="test.stepped-person"):
    """Somebody who acts."""


@dataclass
class Table:
    """Access that is written down pair by pair, with as many classes in its grids as there are different rows."""

    people: tuple[str, ...]
    allowed: Mapping[tuple[str, str, str], Truth]
    singles: list[Question] = field(default_factory=list)

    def actors(self) -> tuple[str, ...]:
        return self.people

    def can(self, question: Question) -> Decision:
        self.singles.append(question)
        return self._decided(question)

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        plain = {key: value for key, value in given.items() if isinstance(value, str)}
        grid = asked(_Quiet(self), action, targets, plain, self.people if actors is None else actors)
        distinct, rows = np.unique(grid.truths, axis=0, return_inverse=True)
        return Grid(rows.reshape(-1).astype(np.int32)[grid.rows], grid.columns, distinct)

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        return ()

    def notes(self, action: str) -> tuple[str, ...]:
        return ()

    def name(self, id: str) -> str:
        return id

    def home(self, id: str) -> str:
        return HOMES[sum(map(ord, id)) % len(HOMES)]

    def fill(self, pattern: str, id: str) -> str:
        return pattern.replace("{account}", self.home(id)).replace("{target}", id)

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        return (pattern, *(f"{pattern}{number}" for number in range(PARTS)))

    def _decided(self, question: Question) -> Decision:
        said = "".join(f"|{key}={value}" for key, value in question.given.items())
        truth = self.allowed.get((question.actor, question.action + said, question.target), Truth.NO)
        return Decision(truth=truth, why="")


@dataclass
class _Quiet:
    """The same, without keeping what is asked."""

    table: Table

    def actors(self) -> tuple[str, ...]:
        return self.table.people

    def can(self, question: Question) -> Decision:
        return self.table._decided(question)


def step(move: Act[Thing] | Follow[Person], *, open_only: bool = False) -> Step[Person, Thing]:
    return Step(
        id="test-step",
        title="",
        technique="",
        actor=Person,
        move=move,
        where=~Thing.closed if open_only else None,
        because="",
        fix="",
        reaches=(),
        blocked=(),
    )


MAKE = Use(actions=("make",), upon=Upon.NEW, resource="new/{account}/")
STEPS = (
    step(Act(on=Thing, uses=(Use(actions=("open", "take")),)), open_only=True),
    step(Act(on=Thing, uses=(Use(actions=("open",)), MAKE))),
    step(Act(on=Thing, uses=(MAKE, Use(actions=("open",), upon=Upon.GAINED)), gains=Thing.inside)),
    step(Act(on=Thing, uses=(Use(actions=("open",)),), gains=Gain.ADMIN)),
    step(Act(on=Person, uses=(Use(actions=("take",), upon=Upon.ACTOR), MAKE), gains=Gain.ADMIN)),
    step(Act(on=Thing, uses=(Use(actions=("take",), along=((Thing.inside,),)),))),
    step(Act(on=Thing, uses=(Use(actions=("open",)), Use(actions=("take",), by="clerk", given={"at": "{account}"})))),
    step(Act(on=Thing, uses=(Use(actions=("open",)), Use(actions=("take",), upon=Upon.NEW, by="gained")))),
    step(Act(on=Thing, uses=(Use(actions=("open",), resource="{target}/door"),))),
    step(Follow(along=Person.inside)),
)
TRUTHS = st.sampled_from([Truth.NO, Truth.NO, Truth.UNKNOWN, Truth.YES])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Graph, Table]:
    """Draw people and things, and who may do what; what is refused for a pattern is refused for its parts."""
    people = [f"p{number}" for number in range(draw(st.sampled_from([1, 3, 20])))]
    things = [f"t{number}" for number in range(draw(st.integers(0, 3)))]
    sometimes = draw(st.randoms(use_true_random=False))
    ids = [*people, *things]
    assets: list[Asset] = []
    for id in ids:
        inside: object = frozenset(sometimes.sample(ids, min(len(ids), sometimes.choice([0, 0, 1, 2]))))
        if sometimes.random() < 0.1:
            inside = Unknown("not seen")
        closed: object = sometimes.choice([True, False, False, Unknown("not seen")])
        assets.append((Person if id in people else Thing)(id, inside=inside, closed=closed))
    allowed: dict[tuple[str, str, str], Truth] = {}
    dense = sometimes.choice([0.05, 0.5])
    for actor, action in product(
        [*people, *things, "clerk"], ("open", "take", "take|at=north", "take|at=south", "make")
    ):
        for target in [*ids, *(f"{id}/door" for id in ids), "*"]:
            if sometimes.random() < dense:
                allowed[actor, action, target] = sometimes.choice([Truth.UNKNOWN, Truth.YES])
        for home in HOMES:
            parts = {
                f"new/{home}/{part}": sometimes.choice([Truth.NO, Truth.UNKNOWN, Truth.YES]) for part in range(PARTS)
            }
            if sometimes.random() < dense:
                allowed.update({(actor, action, part): truth for part, truth in parts.items()})
                allowed[actor, action, f"new/{home}/"] = sometimes.choice([Truth.UNKNOWN, Truth.YES])
    return Graph(assets), Table(tuple(people), allowed)


def arrivals(step: Step[Person, Thing], graph: Graph, table: Table) -> Iterator[Move]:
    """Yield the moves of a step, each pair asked about by itself: what a step means."""
    for actor in graph.of(step.actor):
        assert not isinstance(step.move, Reach), "this model knows no networks"
        if isinstance(step.move, Follow) or all(use.upon in (Upon.ACTOR, Upon.NEW) for use in step.move.uses):
            yield from _bound(step, actor, actor, Truth.YES, graph, table)
        else:
            for target in graph.of(step.move.on):
                sure = Truth.YES if step.where is None else step.where.ask(target, graph).truth
                yield from _bound(step, actor, target, sure, graph, table)


def _bound(
    step: Step[Person, Thing], actor: Asset, target: Asset, sure: Truth, graph: Graph, table: Table
) -> Iterator[Move]:
    uses = step.move.uses if isinstance(step.move, Act) else ()
    for gained in _gained(step, target, table):
        truth = Truth.UNKNOWN if gained.startswith("unseen:") else Truth.YES
        truth = min([sure, truth, *(_used(use, actor.id, target.id, gained, graph, table) for use in uses)])
        if truth >= Truth.UNKNOWN and gained != actor.id:
            yield Move(step.id, actor.id, target.id, gained, Truth(truth))


def _gained(step: Step[Person, Thing], target: Asset, table: Table) -> list[str]:
    gains = step.move.along if isinstance(step.move, Follow) else step.move.gains
    if isinstance(gains, Gain):
        return [target.id if gains is Gain.TARGET else f"admin:{table.home(target.id)}"]
    ids, doubt = led_to(target.read("inside"))
    return sorted(ids) or ([] if doubt is None else [f"unseen:{target.id}/inside"])


def _used(use: Use, actor: str, target: str, gained: str, graph: Graph, table: Table) -> Truth:
    upon = {Upon.ACTOR: actor, Upon.GAINED: gained, Upon.NEW: target, Upon.TARGET: target}[use.upon]
    who = gained if use.by == "gained" else use.by or actor
    said = {key: table.fill(value, upon) for key, value in use.given.items()}
    least = Truth.NO
    on: Sequence[str] = [table.fill(use.resource, upon) if use.resource else "*" if use.upon is Upon.NEW else upon]
    if use.along:
        asset = graph.get(upon)
        ids, doubt = led_to(asset.read("inside")) if asset else (frozenset(), None)
        on, least = sorted(ids), Truth.NO if doubt is None else Truth.UNKNOWN
    elif use.upon is Upon.NEW and use.resource:
        on = table.candidates("make", on[0])
    return min(
        max([least, *(table._decided(Question(actor=who, action=each, target=to, given=said)).truth for to in on)])
        for each in use.actions
    )


@pytest.mark.parametrize("step", STEPS)
@settings(max_examples=40)
@given(worlds())
def test_moves_of_all_at_once_are_those_of_each_by_itself(
    step: Step[Person, Thing], world: tuple[Graph, Table]
) -> None:
    graph, table = world

    found = list(moves(step, graph, table))

    assert sorted(set(found)) == sorted(set(arrivals(step, graph, table)))


@settings(max_examples=40)
@given(worlds())
def test_steps_tried_together_arrive_where_they_do_alone(world: tuple[Graph, Table]) -> None:
    graph, table = world

    together = [sorted(set(found)) for found in every(STEPS, graph, table)]

    assert together == [sorted(set(moves(step, graph, table))) for step in STEPS]


def test_little_is_asked_one_by_one_where_many_act() -> None:
    people = [f"p{number}" for number in range(200)]
    graph = Graph([*(Person(id, inside=frozenset()) for id in people), Thing("t", inside=frozenset())])
    allowed = {(id, action, on): Truth.YES for id in people for action, on in (("open", "t"), ("make", "new/north/"))}
    table = Table(tuple(people), allowed)

    found = moves(STEPS[0], graph, table)

    assert found.count() == 0
    assert len(table.singles) < len(people)


def test_what_is_out_of_the_question_is_not_asked_for() -> None:
    graph = Graph([Person("p", inside=frozenset(), closed=True), Thing("t", inside=frozenset(), closed=True)])
    table = Table(("p",), {("p", "open", "t"): Truth.YES, ("p", "take", "t"): Truth.YES})

    found = moves(STEPS[0], graph, table)

    assert (found.count(), table.singles) == (0, [])
