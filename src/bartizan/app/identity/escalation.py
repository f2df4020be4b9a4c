"""Ways to become an administrator: for every identity the shortest chain of moves, told in words.

Those who were given every right are told apart first: nobody has to look for their ways, and for all others they are
where a way ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bartizan.app import catalog
from bartizan.app.identity.everyone import Everyone
from bartizan.app.identity.providers import PROVIDERS, providers
from bartizan.content.kinds.identity import Actor
from bartizan.core.step import Act, Follow, Gain, Step
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.hole import shown
from bartizan.paths.moves import Move, Moves
from bartizan.paths.routes import Routes, Ways
from bartizan.paths.stepping import every

UNSEEN = "unseen:"
"""What the ids of things begin with that a move leads to and that were not seen: they may have every right."""
ENDS = "admin:"
"""What the ids of all rights in an account, subscription, project or cluster begin with."""


def look_for_routes(graph: Graph, moves: Sequence[Moves] | None = None) -> None:
    """Tell every identity whether it is an administrator, and otherwise how it becomes one.

    `moves`: where every step leads, where that is known already.
    """
    made = _made(graph) if moves is None else [each for each in moves if _provider(each.step.id) in PROVIDERS]
    holding = dict(_holding(made))
    certain = {id for id, truth in holding.items() if truth is Truth.YES}
    routes = Routes(made if certain or any(map(_ends, made)) else [])
    ends = [id for id in (*routes.ids, *certain) if id.startswith(ENDS) or id in certain]
    unseen = [id for id in routes.ids if id.startswith(UNSEEN)]
    _tell(graph, holding, routes.toward(ends), routes.toward([*ends, *unseen], certain=False))


def _made(graph: Graph) -> list[Moves]:
    """Try the steps of all providers on a graph."""
    parts = {name: make(graph) for name, make in providers(graph).items()}
    steps = (step for name in parts for step in catalog.steps_of(name).values() if concerns(step, graph))
    return list(every(steps, graph, Everyone(graph, parts)))


def concerns(step: Step[Any, Any], graph: Graph) -> bool:
    """Tell whether anything of the kinds that a step is about is there."""
    return any(graph.kinds(step.actor)) and (isinstance(step.move, Follow) or any(graph.kinds(step.move.on)))


def _given(step: Step[Any, Any]) -> bool:
    """Tell whether a step only says that somebody was given every right."""
    return step.intended and isinstance(step.move, Act) and step.move.gains is Gain.ADMIN


def _holding(moves: Iterable[Moves]) -> Iterator[tuple[str, Truth]]:
    """Yield those who have every right by themselves, and how certain that is; certain ones last."""
    found = [move for each in moves if _given(each.step) for move in each]
    yield from ((move.actor, move.truth) for move in sorted(found, key=lambda move: move.truth))


def _provider(step: str) -> str:
    return step.partition("-")[0]


def _step(move: Move) -> Step[Any, Any]:
    return catalog.steps_of(_provider(move.step))[move.step]


def _ends(moves: Moves) -> bool:
    """Tell whether moves lead to every right, for certain or under conditions: without an end there are no ways."""
    move = moves.step.move
    return isinstance(move, Act) and move.gains is Gain.ADMIN and len(moves.edges[0]) > 0


def _tell(graph: Graph, holding: dict[str, Truth], proven: Ways, possible: Ways) -> None:
    for actor in graph.of(Actor):
        held = holding.get(actor.id, Truth.NO)
        doubt = Unknown("it may have been given every right, under conditions or by what could not be seen")
        actor.values["administrator"] = doubt if held is Truth.UNKNOWN else held is Truth.YES
        chain = proven.chain(actor.id) or ()
        if held is Truth.YES or not (chain or possible.chain(actor.id)):
            actor.values["escalation"] = actor.values["escalation_fix"] = None
        elif chain:
            told = _told(chain, graph)
            actor.values["escalation"] = told
            actor.values["escalation_fix"] = f"{told}. Against the first move: {_step(chain[0]).fix}"
        else:
            open_ = Unknown(_left_open(possible.chain(actor.id) or ()))
            actor.values["escalation"] = actor.values["escalation_fix"] = open_


def _told(chain: Sequence[Move], graph: Graph) -> str:
    """Return a chain of moves as a sentence without its full stop."""
    own = [move for move in chain if not _given(_step(move))] or chain
    told = [f"{_step(move).title}{_named(move, graph)} ({move.step})" for move in own]
    last = own[-1].gained
    end = "" if last.startswith(ENDS) else f"; {_short(last)} has every right"
    return ", then ".join([told[0], *(each[:1].lower() + each[1:] for each in told[1:])]) + end


def _named(move: Move, graph: Graph) -> str:
    """Return what a move is upon, and what is gained where that is something else."""
    onto = "" if move.target == move.actor else f": {_short(move.target)}"
    if move.gained in (move.target, move.actor) or graph.get(move.gained) is None:
        return onto
    return f"{onto}, to act as {_short(move.gained)}"


def _short(id: str) -> str:
    """Return an id without the place it was read at, an ARN without its account: `role/deploy`."""
    if id.startswith("arn:"):
        return shown(id.split(":", 5)[-1])
    return shown(id if id.startswith("/") else id.partition("//")[2] or id)


def _left_open(chain: Iterable[Move]) -> str:
    first = next((move for move in chain if move.truth is not Truth.YES), None)
    step = "" if first is None else f": {_step(first).title} ({first.step})"
    return f"a way to every right rests on conditions, or on what could not be seen{step}"
