"""JSON of answers about attack paths, as described by `schema/attack.schema.json`. Nothing is left out."""

from __future__ import annotations

from typing import TextIO

from bartizan.core.attack import Blast, Fixes, Paths
from bartizan.core.compared import Compared, Opened
from bartizan.core.reach import Reached
from bartizan.report.attack import plain
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import emit
from bartizan.report.to.json import finding, rule

SCHEMA_VERSION = "1"
"""Changed when a reader of the old one would break; additions keep it."""


def write(answer: Paths | Fixes | Blast | Reached | Compared, target: str, version: str, stream: TextIO) -> None:
    """Write an answer about a target; `version` is the program's."""
    emit(stream, lay_out(document(answer, target, version), depth=2))
    stream.write("\n")


def document(answer: Paths | Fixes | Blast | Reached | Compared, target: str, version: str) -> dict[str, Json]:
    """Return an answer as a JSON value."""
    word, body = _body(answer)
    head: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "bartizan", "version": version},
        "answer": word,
        "target": target,
    }
    return {**head, **body}


def _body(answer: Paths | Fixes | Blast | Reached | Compared) -> tuple[str, dict[str, Json]]:
    if isinstance(answer, Paths):
        return "paths", plain.paths(answer)
    if isinstance(answer, Fixes):
        return "fix", plain.fixes(answer)
    if isinstance(answer, Blast):
        return "blast-radius", plain.blast(answer)
    if isinstance(answer, Reached):
        return "reach", plain.reached(answer)
    return "diff", _compared(answer)


def _compared(answer: Compared) -> dict[str, Json]:
    return {
        "base": answer.base,
        "head": answer.head,
        "summary": {
            "opened": len(answer.opened),
            "closed": len(answer.closed),
            "new": len(answer.new),
            "gone": len(answer.gone),
        },
        "opened": [_opened(each) for each in answer.opened],
        "closed": [_opened(each) for each in answer.closed],
        "new": [finding(each, answer.rules[each.rule].severity) for each in answer.new],
        "gone": [finding(each, answer.rules[each.rule].severity) for each in answer.gone],
        "rules": {id: rule(card) for id, card in sorted(answer.rules.items())},
        "after": plain.paths(answer.paths),
        "notes": list(answer.notes),
        "gaps": [plain.gap(each) for each in answer.gaps],
    }


def _opened(each: Opened) -> Json:
    return {
        "path": plain.path(each.path),
        "new": list(each.new),
        "by": [plain.cause(one) for one in each.by],
        "repair": plain.repair(each.repair) if each.repair else None,
    }
