"""Attack paths in words: how certain, how costly, through which layers, on what evidence. The same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bartizan.core.attack import AttackPath, Cause, Edit, Fixes, Layer, Node, PathHop, Paths
from bartizan.core.compared import Compared
from bartizan.core.finding import Evidence
from bartizan.core.place import Place
from bartizan.core.truth import Truth
from bartizan.report.phrase import count, joined
from bartizan.report.veil import veil, veil_keys

EASY = ("setting", "package", "statement", "grant", "rule", "secret", "code", "link")
"""Kinds of causes, those first that one line of a file usually takes away."""

CLAUSES = frozenset({"statement", "grant", "rule"})
"""Kinds of causes that are sentences of policies and networks."""


def certainty(truth: Truth) -> str:
    """Return `proven` or `possible`."""
    return "proven" if truth is Truth.YES else "possible"


def cost(weight: float) -> str:
    """Return `3.2`, `4`: what a path costs an attacker."""
    return f"{weight:.1f}".removesuffix(".0")


def name(node: Node) -> str:
    """Return what a node is called, or its id where it has no name."""
    return node.name or node.id


def elided(text: str, length: int) -> str:
    """Return at most `length` characters, the middle left out: names differ at both ends."""
    if len(text) <= length:
        return text
    return f"{text[: length // 2]}…{text[len(text) - (length - 1) // 2 :]}"


def spot(place: Place | None, base: str = "") -> str:
    """Return `file:line`, or nothing."""
    return f"{base}{place.file}:{place.line}" if place else ""


def says(cause: Cause) -> str:
    """Return what a cause says, with what looks like a secret hidden.

    Clauses name actions such as `secretsmanager:GetSecretValue`, which are no secrets:
    in them only what is written like a key is hidden.
    """
    if cause.kind not in CLAUSES:
        return veil(cause.says)
    return veil_keys(cause.says)


def tells(evidence: Evidence) -> str:
    """Return one line of evidence: `tag data = customer`."""
    return veil(f"{evidence.attribute} = {evidence.value}")


def matters(classes: Iterable[str]) -> str:
    """Return why something matters: `customer, production`."""
    return ", ".join(classes)


def things(number: int) -> str:
    """Return `1 thing that matters`, `4 things that matter`."""
    return count(number, "thing that matters", "things that matter")


def layers(path: AttackPath) -> tuple[tuple[str, bool], ...]:
    """Return the four C's in order, and whether a path goes through each."""
    return tuple((layer.value, layer in path.layers) for layer in Layer)


def acted_on(hop: PathHop) -> str:
    """Return what a hop acts on where that is another thing than where it starts and what it gains; or nothing."""
    return "" if hop.target.id in (hop.actor.id, hop.gained.id) else name(hop.target)


def starting(path: AttackPath) -> Node:
    """Return where a path starts: the goal itself where it has no hops."""
    return path.hops[0].actor if path.hops else path.goal.node


def chain(path: AttackPath) -> tuple[Node, ...]:
    """Return the nodes that a path goes through, in order, each once in a row."""
    nodes = [starting(path)]
    for hop in path.hops:
        nodes += [node for node in (hop.actor, hop.gained) if node.id != nodes[-1].id]
    return tuple(nodes)


def shortened(nodes: Sequence[Node], most: int = 6) -> list[Node]:
    """Return the first and last of many nodes, with one between them that says how many are left out."""
    if len(nodes) <= most:
        return list(nodes)
    left = len(nodes) - most + 1
    return [*nodes[:2], Node(id="", name=f"{left} more", kind=""), *nodes[3 - most :]]


def easiest(path: AttackPath) -> int:
    """Return the position of the hop that is easiest to take away, by the kinds of its causes; -1 without hops."""
    order = {kind: number for number, kind in enumerate(EASY)}
    ranks = [min((order.get(cause.kind, len(EASY)) for cause in hop.causes), default=99) for hop in path.hops]
    return ranks.index(min(ranks)) if ranks else -1


def shared(path: AttackPath, before: Sequence[AttackPath]) -> tuple[int, int]:
    """Return which earlier path begins alike the longest, from 0, and with how many hops; two at the least."""
    best = (-1, 0)
    for index, other in enumerate(before):
        alike = 0
        for one, two in zip(path.hops, other.hops, strict=False):
            if (one.step, one.gained.id) != (two.step, two.gained.id) or alike == len(path.hops) - 1:
                break
            alike += 1
        if alike > max(best[1], 1):
            best = (index, alike)
    return best


def split(paths: Sequence[AttackPath]) -> tuple[list[AttackPath], list[AttackPath]]:
    """Return the proven paths and the possible ones, each in their order."""
    proven = [path for path in paths if path.truth is Truth.YES]
    return proven, [path for path in paths if path.truth is not Truth.YES]


def outcome(answer: Paths) -> str:
    """Return what was found, in one sentence without a full stop."""
    if not answer.goals:
        return "Nothing that matters was seen"
    if not answer.sources:
        return "Nothing that an attacker could start from was seen"
    if answer.reached:
        more = f", {answer.possible:,} more may be" if answer.possible else ""
        return f"{answer.reached:,} of {things(len(answer.goals))} reached{more}"
    if answer.possible:
        return f"No path is proven, {things(answer.possible)} may be reached"
    return "No attack path" + (" in what could be read" if answer.gaps else "")


def verdict(answer: Compared) -> str:
    """Return what a change does, in one sentence without a full stop."""
    proven = sum(each.path.truth is Truth.YES for each in answer.opened)
    possible = len(answer.opened) - proven
    parts = [count(proven, "attack path") + " opened"] if proven else []
    parts += [count(possible, "possible attack path") + " opened"] if possible else []
    parts += [count(len(answer.closed), "path") + " closed"] if answer.closed else []
    return ", ".join(parts) if parts else "No attack path opened or closed"


def smallest(answer: Fixes) -> str:
    """Return what a set of changes does, in one sentence without a full stop."""
    if not answer.paths:
        return "There is no path to cut"
    if not answer.repairs:
        return f"No change was found that cuts {'the path' if answer.paths == 1 else f'any of {answer.paths:,} paths'}"
    rest = answer.paths - answer.left
    least = "the least effort there is" if answer.optimal else "not proven to be the least effort"
    return joined(
        (
            f"{count(len(answer.repairs), 'change')} cut{'s' if len(answer.repairs) == 1 else ''}",
            f"{rest:,} of {count(answer.paths, 'path')} ({least})",
        )
    )


def diff(edit: Edit) -> list[str]:
    """Return an edit as the lines of a unified diff, secrets hidden, without its head."""
    old, new = edit.before.splitlines(), edit.after.splitlines()
    head, tail = _common(old, new), 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    rows = [f" {line}" for line in _veiled(old[:head])]
    rows += [f"-{line}" for line in _veiled(old[head : len(old) - tail])]
    rows += [f"+{line}" for line in _veiled(new[head : len(new) - tail])]
    rows += [f" {line}" for line in _veiled(old[len(old) - tail :])]
    return [f"@@ -{edit.line},{len(old)} +{edit.line},{len(new)} @@", *rows]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    for number, (one, two) in enumerate(zip(old, new, strict=False)):
        if one != two:
            return number
    return min(len(old), len(new))


def _veiled(lines: Sequence[str]) -> list[str]:
    return [veil(line, before) for line, before in zip(lines, ("", *lines), strict=False)]
