"""What else allows a hop: the engines are asked again about a graph in which some statements are not written.

Several statements often allow the same: a policy of the bucket, one of the role. To take one of them away stops nobody.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property

from bartizan.app.attack.evidence import Evidence
from bartizan.app.attack.found import Found
from bartizan.app.attack.strangers import Strangers
from bartizan.app.identity.everyone import Everyone
from bartizan.app.identity.providers import PROVIDERS, providers
from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import Carrier
from bartizan.core.attack import Cause, PathHop
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.paths.ground import Ground
from bartizan.paths.moves import Move, Moves
from bartizan.paths.stepping import tried

Gone = frozenset[tuple[str, str, int]]
"""Statements: the id of the asset that holds it, or the name of the policy; its attribute; its position there."""
MOST = 400
"""Worlds that are asked about; what is asked beyond is not known."""


class Otherwise:
    """Tells what allows a hop once statements are gone."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._worlds: dict[tuple[Gone, str], World | None] = {}

    def others(self, hop: PathHop, gone: Sequence[Cause]) -> Sequence[Cause] | None:
        """Return what allows a hop without some statements; none where nothing does, None where that is not known."""
        key = frozenset((each.asset, each.attribute, each.number) for each in gone)
        holder = hop.actor.id if any(self._found.graph.get(each.asset) is None for each in gone) else ""
        if (key, holder) not in self._worlds:
            full = len(self._worlds) >= MOST
            self._worlds[key, holder] = None if full else world(self._found, key, holder)
        there = self._worlds[key, holder]
        return None if there is None else there.causes(hop)


class World:
    """A graph without some statements, and what can be done there."""

    def __init__(self, found: Found, graph: Graph, provider: str) -> None:
        self._found, self._graph, self._provider = found, graph, provider
        self._moves: dict[str, Moves] = {}

    @cached_property
    def _ground(self) -> Ground:
        parts = {**self._found.access.parts, self._provider: providers(self._graph)[self._provider](self._graph)}
        return Ground(self._graph, Strangers(Everyone(self._graph, parts)), self._found.network)

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self._ground, self._found.steps)

    def causes(self, hop: PathHop) -> Sequence[Cause]:
        """Return the statements that allow a hop here; none where it is less certain than it was."""
        if hop.step not in self._moves:
            self._moves[hop.step] = tried(self._found.steps[hop.step], self._ground)
        truth = self._moves[hop.step].truth(hop.actor.id, hop.target.id, hop.gained.id)
        if truth < hop.truth:
            return ()
        told = self._evidence.hop(Move(hop.step, hop.actor.id, hop.target.id, hop.gained.id, Truth(truth)))
        return [cause for cause in told.causes if cause.kind == "statement"]


def world(found: Found, gone: Gone, holder: str) -> World | None:
    """Return a world without statements; None where one of them is in no document that is understood.

    `holder` no longer has the policies that the provider wrote which are among them.
    """
    changed: dict[str, Asset] = {}
    for source, attribute, number in sorted(gone):
        asset = changed.get(source) or found.graph.get(source)
        if asset is None:
            detached = [_with(each, "managed", _managed(each) - {source}) for each in _carriers(found, source, holder)]
            changed.update({each.id: each for each in detached})
            if not detached:
                return None
            continue
        document = without(asset.read(attribute), number) if attribute in asset.attributes else None
        if document is None:
            return None
        changed[source] = _with(asset, attribute, document)
    kinds = {each.kind.partition(".")[0] for each in changed.values()}
    if len(kinds) != 1 or not kinds <= set(PROVIDERS):
        return None
    return World(found, Graph(changed.get(each.id, each) for each in found.graph.assets), kinds.pop())


def _carriers(found: Found, policy: str, holder: str) -> list[Asset]:
    """Return what gives a policy to somebody: itself, and attachments."""
    named = [each for each in found.graph.of(Attachment) if holder in str(each.read("identities"))]
    own = found.graph.get(holder)
    return [each for each in (*named, own) if isinstance(each, Attachment | Carrier) and policy in _managed(each)]


def _managed(asset: Asset) -> frozenset[object]:
    value = asset.read("managed")
    return value if isinstance(value, frozenset) else frozenset()


def _with(asset: Asset, attribute: str, value: object) -> Asset:
    made = type(asset)(asset.id, **{**asset.values, attribute: value})
    made.place, made.places, made.source = asset.place, asset.places, asset.source
    return made


def without(document: object, number: int) -> str | None:
    """Return a policy document with a statement at a position that gives nothing; None for anything else.

    The statement stays as one of a service that nobody asks for, so that those behind it keep their positions.
    """
    if not isinstance(document, str):
        return None
    try:
        parsed = json.loads(document, strict=False)
    except (ValueError, RecursionError):
        return None
    statements = parsed.get("Statement") if isinstance(parsed, dict) else None
    listed = statements if isinstance(statements, list) else [statements]
    statement = listed[number] if 0 <= number < len(listed) else None
    if not isinstance(statement, dict):
        return None
    kept = {key: value for key, value in statement.items() if key not in ("NotAction", "Action")}
    listed[number] = {**kept, "Action": "none:None"}
    return json.dumps({**parsed, "Statement": listed})
