"""Attack paths as plain JSON values; their keys are described by `schema/attack.schema.json`.

What looks like a secret is hidden here as well, so that a fix that takes one out does not publish it.
"""

from __future__ import annotations

from bartizan.core.attack import AttackPath, Blast, Cause, Edit, Fixes, Goal, Node, PathHop, Paths, Repair
from bartizan.core.finding import Evidence
from bartizan.core.place import Gap, Place
from bartizan.core.priority import Priority
from bartizan.core.reach import Passage, Reached, Via
from bartizan.core.truth import Truth
from bartizan.report.attack.words import certainty, says
from bartizan.report.layout import Json
from bartizan.report.veil import veil, veil_keys


def paths(answer: Paths) -> dict[str, Json]:
    """Return all attack paths of a target; the paths themselves come one by one."""
    return {
        "summary": {
            "goals": len(answer.goals),
            "reached": answer.reached,
            "possible": answer.possible,
            "paths": len(answer.paths),
        },
        "paths": (path(each) for each in answer.paths),
        "goals": [goal(each) for each in answer.goals],
        "sources": [node(each) for each in answer.sources],
        "chokes": [{"node": node(each.node), "goals": each.goals} for each in answer.chokes],
        "notes": list(answer.notes),
        "gaps": [gap(each) for each in answer.gaps],
    }


def path(each: AttackPath) -> Json:
    """Return one path, its hops in order."""
    return {
        "id": each.id,
        "certainty": certainty(each.truth),
        "weight": round(each.weight, 3),
        "layers": [layer.value for layer in each.layers],
        "goal": goal(each.goal),
        "hops": [hop(one) for one in each.hops],
    }


def hop(each: PathHop) -> Json:
    """Return one step on a path."""
    return {
        "step": each.step,
        "title": each.title,
        "technique": each.technique,
        "layer": each.layer.value,
        "actor": node(each.actor),
        "target": node(each.target),
        "gained": node(each.gained),
        "certainty": certainty(each.truth),
        "weight": round(each.weight, 3),
        "because": each.because,
        "fix": each.fix,
        "causes": [cause(one) for one in each.causes],
        "unknowns": list(each.unknowns),
    }


def node(each: Node) -> Json:
    """Return an asset on a path."""
    return {
        "id": each.id,
        "name": each.name,
        "kind": each.kind,
        "place": place(each.place) if each.place else None,
    }


def goal(each: Goal) -> Json:
    """Return something that matters, and why."""
    return {
        "node": node(each.node),
        "classes": list(each.classes),
        "because": [evidence(one) for one in each.because],
    }


def cause(each: Cause) -> Json:
    """Return something that a hop needs."""
    return {
        "id": each.id,
        "asset": each.asset,
        "attribute": each.attribute or None,
        "number": each.number if each.number >= 0 else None,
        "says": says(each),
        "kind": each.kind,
        "place": place(each.place) if each.place else None,
    }


def fixes(answer: Fixes) -> dict[str, Json]:
    """Return the smallest set of changes that cuts every path."""
    return {
        "summary": {
            "paths": answer.paths,
            "left": answer.left,
            "optimal": answer.optimal,
            "repairs": len(answer.repairs),
        },
        "repairs": [repair(each) for each in answer.repairs],
        "notes": list(answer.notes),
        "gaps": [gap(each) for each in answer.gaps],
    }


def repair(each: Repair) -> Json:
    """Return one change."""
    return {
        "id": each.id,
        "title": each.title,
        "effort": each.effort,
        "cuts": each.cuts,
        "goals": each.goals,
        "causes": [cause(one) for one in each.causes],
        "edits": [edit(one) for one in each.edits],
        "manual": each.manual or None,
        "verified": each.verified,
        "verdict": each.verdict or None,
    }


def edit(each: Edit) -> Json:
    """Return one change of a file; lines that hold a secret are not as they are in the file."""
    return {"file": each.file, "line": each.line, "before": _veiled(each.before), "after": _veiled(each.after)}


def _veiled(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(veil(line, before) for line, before in zip(lines, ("", *lines), strict=False))


def blast(answer: Blast) -> dict[str, Json]:
    """Return what falls with an asset."""
    return {
        "start": node(answer.start),
        "summary": {
            "fallen": sum(each.truth is Truth.YES for each in answer.fallen),
            "possible": sum(each.truth is not Truth.YES for each in answer.fallen),
        },
        "fallen": (
            {
                "node": node(each.node),
                "hops": each.hops,
                "certainty": certainty(each.truth),
                "classes": list(each.classes),
            }
            for each in answer.fallen
        ),
        "paths": [path(each) for each in answer.paths],
        "notes": list(answer.notes),
        "gaps": [gap(each) for each in answer.gaps],
    }


def reached(answer: Reached) -> dict[str, Json]:
    """Return whether, and how, a source reaches a target."""
    return {
        "source": answer.source,
        "destination": answer.target,
        "reached": answer.truth.name.lower(),
        "why": answer.why,
        "passages": [passage(each) for each in answer.passages],
        "stops": [via(each) for each in answer.stops],
        "notes": list(answer.notes),
    }


def passage(each: Passage) -> Json:
    """Return one way from a source to a target."""
    return {
        "source": each.source,
        "destination": each.target,
        "protocol": each.protocol,
        "ports": [[first, last] for first, last in each.ports],
        "addresses": list(each.addresses),
        "reached": each.truth.name.lower(),
        "via": [via(one) for one in each.via],
        "unknowns": list(each.unknowns),
    }


def via(each: Via) -> Json:
    """Return something on the way."""
    return {
        "asset": each.asset or None,
        "says": veil_keys(each.says),
        "place": place(each.place) if each.place else None,
    }


def priority(each: Priority) -> Json:
    """Return how soon to act on a finding, and why."""
    return {
        "decision": each.decision.value,
        "days": each.days,
        "forensic": each.forensic,
        "least": each.least.value if each.least else None,
        "score": round(each.score, 1),
        "inputs": [{"name": one.name, "value": one.truth.name.lower(), "says": one.says} for one in each.inputs],
    }


def place(where: Place) -> Json:
    """Return where something is written."""
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line or None,
        "via": [place(call) for call in where.via],
    }


def evidence(each: Evidence) -> Json:
    """Return one value that decided."""
    return {
        "asset": each.asset,
        "attribute": each.attribute,
        "value": each.value,
        "place": place(each.place) if each.place else None,
    }


def gap(each: Gap) -> Json:
    """Return something that could not be read."""
    return {
        "file": each.file,
        "why": each.why,
        "line": each.line or None,
        "column": each.column or None,
        "about": each.about or None,
    }
