"""Evidence for moves: what each needs, where that is written, and what it rests on where it is not certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bartizan.app.attack.naming import node, said
from bartizan.app.identity.citing import cited
from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.software.package import Package
from bartizan.core.access import Clause, Decision, Question
from bartizan.core.attack import Cause, Layer, Node, PathHop
from bartizan.core.condition import Condition
from bartizan.core.kind import Asset, LinkTerm
from bartizan.core.place import Place
from bartizan.core.reach import Reached
from bartizan.core.step import Act, Follow, Gain, Reach, Step, Upon, Use
from bartizan.core.truth import Fact, Truth, Unknown
from bartizan.paths.ground import Ground
from bartizan.paths.moves import Move
from bartizan.paths.spread import led
from bartizan.paths.upon import chosen, named
from bartizan.posture.judge import shown as shown_value

LAYERS = {
    "code": Layer.CODE,
    "secret": Layer.CODE,
    "pipeline": Layer.CODE,
    "host": Layer.CONTAINER,
    "kubernetes-container": Layer.CONTAINER,
    "kubernetes-volume": Layer.CONTAINER,
    "kubernetes-process": Layer.CONTAINER,
    "kubernetes": Layer.CLUSTER,
    "data-kubernetes": Layer.CLUSTER,
}
"""By what the id of a step begins with, the longest that fits; the cloud for all others."""
OUTWARD = ("pipeline-", "host-metadata")
"""How steps begin that lead from code and machines into the cloud."""
MOST = 6
"""Causes of one kind that are told of one hop."""


class Evidence:
    """Tells moves as hops of a path, with what they need."""

    def __init__(self, ground: Ground, steps: dict[str, Step[Any, Any]]) -> None:
        self._ground = ground
        self._steps = steps
        self._kept: dict[Move, PathHop] = {}

    def hop(self, move: Move) -> PathHop:
        """Return a move as it is reported; each is looked into once."""
        if move not in self._kept:
            self._kept[move] = self._hop(move)
        return self._kept[move]

    def _hop(self, move: Move) -> PathHop:
        step = self._steps[move.step]
        causes: dict[str, Cause] = {}
        unknowns: dict[str, None] = {}
        for each, doubts in self._needs(step, move):
            causes.update({cause.id: cause for cause in each})
            unknowns.update(dict.fromkeys(doubts))
        if move.truth is Truth.YES:
            unknowns = {}
        elif not unknowns:
            unknowns = {"something that decides could not be seen": None}
        graph, name = self._ground.graph, self._ground.access.name
        gained = node(move.gained, graph, name)
        return PathHop(
            step=step.id,
            title=step.title,
            technique=step.technique,
            layer=layer(step.id, gained),
            actor=node(move.actor, graph, name),
            target=node(move.target, graph, name),
            gained=gained,
            truth=move.truth,
            weight=step.weight,
            because=step.because,
            fix=step.fix,
            causes=tuple(causes.values()),
            unknowns=tuple(dict.fromkeys(said(each) for each in unknowns)),
        )

    def _needs(self, step: Step[Any, Any], move: Move) -> Iterator[tuple[Sequence[Cause], Sequence[str]]]:
        """Yield what a move needs, with what is not certain of it."""
        graph = self._ground.graph
        if isinstance(step.move, Reach):
            yield _of_reach(self._ground.network.reach(move.actor, move.target))
        if isinstance(step.move, Act):
            for use in step.move.uses:
                yield from self._of_use(use, move)
        if not isinstance(step.move, Follow):
            yield self._of_condition(step.where, graph.get(move.target))
        yield self._of_condition(step.when, graph.get(move.actor))
        along = step.move.along if isinstance(step.move, Follow) else step.move.gains
        if not isinstance(along, Gain):
            start = move.actor if isinstance(step.move, Follow) else move.target
            yield self._of_links(start, along if isinstance(along, tuple) else (along,), move.gained)

    def _of_condition(self, condition: Condition[Any] | None, asset: Asset | None) -> tuple[list[Cause], list[str]]:
        if condition is None or asset is None:
            return [], []
        answer = condition.ask(asset, self._ground.graph)
        causes = [cause for fact in answer.facts if (cause := self._of_fact(fact)) is not None]
        doubts = [fact.value.why for fact in answer.facts if isinstance(fact.value, Unknown)]
        return causes[:MOST], doubts

    def _of_fact(self, fact: Fact) -> Cause | None:
        """Return what a fact rests on: the flaw, the package or the secret it is about, or a setting."""
        graph = self._ground.graph
        asset = graph.get(fact.asset)
        linked = graph.get(fact.value) if isinstance(fact.value, str) else None
        for each in (linked, asset):
            if isinstance(each, (Package, Flaw, Leak)):
                return _of_content(each)
        if asset is None or fact.value is None:
            return None
        says = f"{fact.name.replace('_', ' ')} {_is(fact.value)}"
        place = asset.places.get(fact.name, asset.place)
        id = f"{asset.id}.{fact.name}"
        return Cause(id=id, asset=asset.id, attribute=fact.name, says=said(says), kind="setting", place=place)

    def _of_use(self, use: Use, move: Move) -> Iterator[tuple[Sequence[Cause], Sequence[str]]]:
        actor = move.actor if not use.by else move.gained if use.by == "gained" else use.by
        for action in use.actions:
            decision = self._best(actor, action, use, move)
            if decision is not None:
                yield self._of_decision(decision), (*decision.unknowns, *(each.says for each in decision.residuals))

    def _best(self, actor: str, action: str, use: Use, move: Move) -> Decision | None:
        """Return the decision on the first that suffices of all that an action can be used on."""
        best: Decision | None = None
        for target in self._upon(use, action, move):
            given = {key: self._filled(value, move) for key, value in use.given.items()}
            asked = Question(actor=actor, action=action, target=target, given=given)
            decision = self._ground.access.can(asked)
            if best is None or decision.truth > best.truth:
                best = decision
            if best.truth is Truth.YES:
                break
        return best

    def _filled(self, value: str, move: Move) -> str:
        return self._ground.access.fill(value, move.target) if "{" in value else value

    def _upon(self, use: Use, action: str, move: Move) -> list[str]:
        upon = {Upon.ACTOR: move.actor, Upon.GAINED: move.gained}.get(use.upon, move.target)
        if use.along:
            found = dict.fromkeys(id for chain in use.along for id in led(self._ground.graph, [upon], chain)[0])
            return [self._ground.access.fill(use.resource, id) if use.resource else id for id in found]
        pattern = named(use, [upon], self._ground)[1][0]
        return [*self._ground.candidates(action, pattern)] if chosen(use) else [pattern]

    def _of_decision(self, decision: Decision) -> list[Cause]:
        clauses = [clause for clause in decision.clauses if clause.allows]
        return [
            Cause(
                id=f"{each.clause.source}/{each.clause.attribute}/{each.clause.name or each.clause.number}",
                asset=each.clause.source,
                attribute=each.clause.attribute,
                number=each.clause.number,
                says=said(each.text or f"{each.clause.stage or 'grant'} {each.clause.name or each.clause.source}"),
                kind="statement",
                place=each.place or self._brought(each.clause),
            )
            for each in cited(clauses, self._ground.graph)
        ]

    def _brought(self, clause: Clause) -> Place | None:
        """Return where a policy that the provider wrote is attached."""
        found = (self._ground.graph.get(id) for id in clause.via)
        return next((asset.place for asset in found if asset is not None and asset.place), None)

    def _of_links(self, start: str, chain: Sequence[LinkTerm[Any, Any]], gained: str) -> tuple[list[Cause], list[str]]:
        """Return the links of a chain that lead to what is gained."""
        graph, found, doubts, here = self._ground.graph, list[Cause](), list[str](), [start]
        for position, link in enumerate(chain):
            onward: list[str] = []
            for asset in filter(None, map(graph.get, here)):
                value = asset.read(link.name)
                if isinstance(value, Unknown):
                    doubts.append(value.why)
                ids = led(graph, [asset.id], (link,))[0]
                leading = [id for id in ids if gained in (id, *led(graph, [id], chain[position + 1 :])[0])]
                if leading:
                    name = node(leading[0], graph, self._ground.access.name).name
                    place = asset.places.get(link.name, asset.place)
                    says = said(f"{link.name.replace('_', ' ')} is {name}")
                    id = f"{asset.id}.{link.name}"
                    found.append(Cause(id=id, asset=asset.id, attribute=link.name, says=says, kind="link", place=place))
                onward += leading
            here = onward
        return found, doubts


def layer(step: str, gained: Node) -> Layer:
    """Return where a step takes place; what leads out of a pipeline or a machine is where that which is gained is."""
    if step.startswith(OUTWARD) and gained.layer in (Layer.CLUSTER, Layer.CLOUD):
        return gained.layer
    fitting = [start for start in LAYERS if step.startswith(f"{start}-")]
    return LAYERS[max(fitting, key=len)] if fitting else Layer.CLOUD


def _of_reach(reached: Reached) -> tuple[list[Cause], list[str]]:
    best = max(reached.passages, key=lambda passage: passage.truth, default=None)
    if best is None:
        return [], [reached.why]
    causes = [
        Cause(
            id=f"{via.asset}/{via.says}",
            asset=via.asset,
            says=said(f"{via.asset.rpartition('//')[2]} {via.says}"),
            kind="rule",
            place=via.place,
        )
        for via in best.via
        if via.asset
    ]
    return causes, list(best.unknowns)


def _of_content(asset: Asset) -> Cause:
    """Return a package, a flaw or a secret as what a move needs."""
    if isinstance(asset, Package):
        known = asset.read("vulnerabilities")
        ids = ", ".join(sorted(map(str, known))[:3]) if isinstance(known, frozenset) else ""
        says, kind = f"{asset.read('name')} {asset.read('version')}" + (f" ({ids})" if ids else ""), "package"
    elif isinstance(asset, Flaw):
        says, kind = str(asset.read("weakness")), "code"
    else:
        says, kind = f"{asset.read('credential')} is written in a file", "secret"
    return Cause(id=asset.id, asset=asset.id, says=said(says), kind=kind, place=asset.place)


def _is(value: object) -> str:
    if isinstance(value, Unknown):
        return f"is not known: {value.why}"
    return f"is {shown_value(value)}"


def places(causes: Iterable[Cause]) -> list[str]:
    """Return where causes are written, each place once."""
    return list(dict.fromkeys(f"{each.place.file}:{each.place.line}" for each in causes if each.place))
