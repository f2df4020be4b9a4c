"""SARIF 2.1.0 of attack paths: a result for each, with the path as code flow and as graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from bartizan.core.attack import AttackPath, Cause, Edit, Paths, Repair
from bartizan.core.compared import Compared
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Truth
from bartizan.report.attack.flow import ROOT, SCHEMA, code_flow, graph, home, physical, said, title, traversal
from bartizan.report.attack.words import certainty, easiest, layers, name, says, spot
from bartizan.report.escape import markdown, uri, visible
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import emit
from bartizan.report.phrase import cut
from bartizan.report.veil import veil

LEVELS = {Truth.YES: "error", Truth.UNKNOWN: "warning", Truth.NO: "note"}
SCORES = {Truth.YES: "9.5", Truth.UNKNOWN: "5.5"}
"""Within the ranges by which GitHub sorts scores into its four severities."""
MOST_TEXT = 2000
MOST_RELATED = 100


def write(answer: Paths | Compared, stream: TextIO, version: str, *, base: str = "") -> None:
    """Write one run: all paths of an answer, or those that a change opened. `base` is put before each file."""
    emit(stream, lay_out(document(answer, version, base), depth=4))
    stream.write("\n")


def document(answer: Paths | Compared, version: str, base: str = "") -> dict[str, Json]:
    """Return the log as a JSON value."""
    told = _told(answer)
    classes = {rule_id(path): path for path, _, _ in reversed(told)}
    index = {id: number for number, id in enumerate(sorted(classes))}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Bartizan",
                        "version": version,
                        "rules": [_rule(id, classes[id]) for id in sorted(classes)],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the source tree."}}},
                "invocations": [_invocation(answer.gaps, base)],
                "results": (_result(path, by, repair, index, base) for path, by, repair in told),
            }
        ],
    }


def _told(answer: Paths | Compared) -> list[tuple[AttackPath, Sequence[Cause], Repair | None]]:
    if isinstance(answer, Paths):
        return [(path, (), None) for path in answer.paths]
    return [(each.path, each.by, each.repair) for each in answer.opened]


def rule_id(path: AttackPath) -> str:
    """Return `attack-path-customer`: the rule is why the goal matters."""
    return f"attack-path-{_class(path)}"


def _class(path: AttackPath) -> str:
    first = next(iter(path.goal.classes), "")
    return re.sub(r"[^a-z0-9]+", "-", first.lower()).strip("-")[:60] or "goal"


def _rule(id: str, path: AttackPath) -> Json:
    kind = _class(path).replace("-", " ")
    text = f"No attacker gets to what matters as {kind}"
    why = "A chain of weaknesses leads an attacker from where it starts to what matters; each alone may look harmless."
    fix = "Take away one hop of the path: `bartizan fix` names the fewest changes."
    return {
        "id": id,
        "name": id,
        "shortDescription": {"text": text},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\nFix: {fix}", "markdown": f"{markdown(why)}\n\n**Fix:** {markdown(fix)}"},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["security", "attack-path"], "security-severity": SCORES[Truth.YES]},
    }


def _result(
    path: AttackPath, by: Sequence[Cause], repair: Repair | None, index: dict[str, int], base: str
) -> dict[str, Json]:
    place = next((cause.place for cause in by if cause.place), home(path))
    result: dict[str, Json] = {
        "ruleId": rule_id(path),
        "ruleIndex": index[rule_id(path)],
        "kind": "fail",
        "level": LEVELS[path.truth],
        "message": {"text": said(cut(_message(path, by), MOST_TEXT))},
        "locations": [_location(path, place, base)],
        "codeFlows": [code_flow(path, base)],
        "graphs": [graph(path, base)],
        "graphTraversals": [traversal(path)],
        "partialFingerprints": {"bartizanPath/v1": path.id},
        "properties": {
            "severity": "critical" if path.truth is Truth.YES else "medium",
            "security-severity": SCORES.get(path.truth, "5.5"),
            "certainty": certainty(path.truth),
            "weight": round(path.weight, 3),
            "layers": [layer for layer, inside in layers(path) if inside],
            "techniques": list(dict.fromkeys(visible(hop.technique) for hop in path.hops)),
        },
    }
    if related := _related(by, base):
        result["relatedLocations"] = related
    if fixes := _fixes(repair, base):
        result["fixes"] = fixes
    return result


def _message(path: AttackPath, by: Sequence[Cause]) -> str:
    ways = "; ".join(f"{number}. {hop.title}: {name(hop.gained)}" for number, hop in enumerate(path.hops, start=1))
    opened = f" Opened by: {'; '.join(f'{says(one)} ({spot(one.place)})' for one in by[:3])}." if by else ""
    rests = "; ".join(dict.fromkeys(one for hop in path.hops for one in hop.unknowns))
    doubt = f" It rests on what could not be seen: {rests}." if rests else ""
    at = easiest(path)
    return f"{title(path)}: {ways}.{opened}{doubt}{f' Fix: {path.hops[at].fix}' if at >= 0 else ''}"


def _location(path: AttackPath, place: Place | None, base: str) -> Json:
    goal = {"name": visible(name(path.goal.node)), "fullyQualifiedName": visible(path.goal.node.id), "kind": "resource"}
    location: dict[str, Json] = {"logicalLocations": [goal]}
    if place is not None:
        location["physicalLocation"] = physical(place, base)
    return location


def _related(by: Iterable[Cause], base: str) -> list[Json]:
    placed = [cause for cause in by if cause.place is not None][:MOST_RELATED]
    return [
        {"id": number, "message": {"text": said(says(one))}, "physicalLocation": physical(one.place, base)}
        for number, one in enumerate(placed, start=1)
        if one.place is not None
    ]


def _fixes(repair: Repair | None, base: str) -> list[Json]:
    """Return a change as one that an editor can make; none where it holds what looks like a secret."""
    if repair is None or not repair.edits or any(_secret(edit) for edit in repair.edits):
        return []
    return [
        {
            "description": {"text": said(repair.title)},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": uri(f"{base}{edit.file}"), "uriBaseId": ROOT},
                    "replacements": [_replacement(edit)],
                }
                for edit in repair.edits
            ],
        }
    ]


def _secret(edit: Edit) -> bool:
    return any(veil(line) != line for line in (*edit.before.splitlines(), *edit.after.splitlines()))


def _replacement(edit: Edit) -> Json:
    lines = len(edit.before.splitlines())
    after = "".join(f"{line}\n" for line in edit.after.splitlines())
    region = {"startLine": max(edit.line, 1), "startColumn": 1, "endLine": max(edit.line, 1) + lines, "endColumn": 1}
    return {"deletedRegion": region, "insertedContent": {"text": after}}


def _invocation(gaps: Sequence[Gap], base: str) -> Json:
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {
                "level": "warning",
                "message": {"text": said(gap.why)},
                "locations": [{"physicalLocation": physical(Place(gap.file, gap.line or 1, gap.column or 1), base)}],
            }
            for gap in gaps
        ],
        "properties": {"complete": not gaps},
    }
