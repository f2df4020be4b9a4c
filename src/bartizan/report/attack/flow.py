"""Attack paths in SARIF: code flows, graphs and the ways through them, and the locations that they are made of."""

from __future__ import annotations

import re

from bartizan.core.attack import AttackPath, Node, PathHop
from bartizan.core.place import Place
from bartizan.core.truth import Truth
from bartizan.report.attack.words import certainty, chain, matters, name, says, starting
from bartizan.report.escape import uri, visible
from bartizan.report.layout import Json
from bartizan.report.phrase import cut

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
MOST_TEXT = 1000
_LINK = re.compile(r"\](?=\()")


def said(text: str) -> str:
    """Return a message in which nothing is a link or a placeholder (SARIF 3.11.5 and 3.11.6)."""
    return _LINK.sub("] ", visible(text)).replace("{", "{{").replace("}", "}}")


def physical(place: Place, base: str = "") -> Json:
    """Return where something is written."""
    region: dict[str, Json] = {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)}
    if place.end_line > place.line:
        region["endLine"] = place.end_line
    return {"artifactLocation": {"uri": uri(f"{base}{place.file}"), "uriBaseId": ROOT}, "region": region}


def home(path: AttackPath) -> Place | None:
    """Return where a path is shown: at its last cause that has a place, which the goal is nearest to."""
    places = [cause.place for hop in reversed(path.hops) for cause in hop.causes if cause.place]
    nodes = [node.place for node in (path.goal.node, *reversed(chain(path))) if node.place]
    return next(iter((*places, *nodes)), None)


def code_flow(path: AttackPath, base: str = "") -> Json:
    """Return a path as the flow of an attacker: a location for each cause of each hop, in order."""
    fallback = home(path)
    steps: list[Json] = [
        {"location": location, "executionOrder": number, "importance": "essential"}
        for number, location in enumerate(
            (one for hop in path.hops for one in _locations(hop, fallback, base)),
            start=1,
        )
    ]
    nowhere: Json = {"location": {}}
    flow: Json = {"id": path.id, "message": {"text": said(title(path))}, "locations": steps or [nowhere]}
    return {"message": {"text": said(title(path))}, "threadFlows": [flow]}


def title(path: AttackPath) -> str:
    """Return a path in one line: `Internet reaches shop-customers (customer) in 4 steps, proven`."""
    why = f" ({matters(path.goal.classes)})" if path.goal.classes else ""
    steps = "1 step" if len(path.hops) == 1 else f"{len(path.hops)} steps"
    return f"{name(starting(path))} reaches {name(path.goal.node)}{why} in {steps}, {certainty(path.truth)}"


def _locations(hop: PathHop, fallback: Place | None, base: str) -> list[Json]:
    logical = {"name": visible(name(hop.gained)), "fullyQualifiedName": visible(hop.gained.id), "kind": "resource"}
    doubt = f" Rests on: {'; '.join(hop.unknowns)}." if hop.unknowns else ""
    told: list[tuple[Place | None, str]]
    told = [(cause.place, f": {says(cause)}") for cause in hop.causes if cause.place]
    if not told:  # readers of code flows refuse steps without a place
        told = [(hop.gained.place or hop.target.place or hop.actor.place or fallback, "")]
    found: list[Json] = []
    for place, why in told:
        text = said(cut(f"{hop.title} ({hop.technique}), gains {name(hop.gained)}{why}.{doubt}", MOST_TEXT))
        location: dict[str, Json] = {"message": {"text": text}, "logicalLocations": [logical]}
        if place is not None:
            location["physicalLocation"] = physical(place, base)
        found.append(location)
    return found


def graph(path: AttackPath, base: str = "") -> Json:
    """Return a path as a graph: what it goes through, and a hop for each edge."""
    nodes: dict[str, Node] = {}
    for hop in path.hops:
        nodes.update({node.id: node for node in (hop.actor, hop.gained)})
    nodes = nodes or {path.goal.node.id: path.goal.node}
    numbers = {id: str(number) for number, id in enumerate(nodes)}
    return {
        "description": {"text": said(title(path))},
        "nodes": [_node(numbers[id], node, base) for id, node in nodes.items()],
        "edges": [
            {
                "id": str(number),
                "label": {"text": said(hop.title)},
                "sourceNodeId": numbers[hop.actor.id],
                "targetNodeId": numbers[hop.gained.id],
            }
            for number, hop in enumerate(path.hops)
        ],
        "properties": {"path": path.id},
    }


def _node(id: str, node: Node, base: str) -> Json:
    location: dict[str, Json] = {
        "logicalLocations": [{"fullyQualifiedName": visible(node.id), "kind": "resource"}],
    }
    if node.place is not None:
        location["physicalLocation"] = physical(node.place, base)
    return {"id": id, "label": {"text": said(name(node))}, "location": location}


def traversal(path: AttackPath, number: int | None = None) -> Json:
    """Return the way through a graph: of the run, by its number, or else of the result itself."""
    which: dict[str, Json] = {"resultGraphIndex": 0} if number is None else {"runGraphIndex": number}
    return {
        **which,
        "description": {"text": said(title(path))},
        "edgeTraversals": [
            {
                "edgeId": str(at),
                "message": {"text": said(f"{hop.title}{'' if hop.truth is Truth.YES else ' (possible)'}")},
            }
            for at, hop in enumerate(path.hops)
        ],
    }
