"""Evidence for a decision: where each clause is written, and what it says."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bartizan.app.identity.names import Names
from bartizan.core.access import Clause
from bartizan.core.answer import Cited
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.graph.graph import Graph
from bartizan.identity.aws import managed
from bartizan.identity.hole import shown

WIDTH = 200
"""Characters of a statement that are shown."""


def cited(clauses: Iterable[Clause], graph: Graph) -> tuple[Cited, ...]:
    """Return clauses with their places and texts, each once."""
    names = Names(graph)
    return tuple(_cited(clause, graph.get(clause.source), names) for clause in dict.fromkeys(clauses))


def _cited(clause: Clause, asset: Asset | None, names: Names) -> Cited:
    if asset is None:
        return Cited(clause=clause, text=_text(clause, managed.document(clause.source)))
    document = names.document(asset, clause.attribute) if clause.attribute in asset.attributes else None
    return Cited(clause=clause, place=_place(clause, asset), text=_text(clause, document))


def _place(clause: Clause, asset: Asset) -> Place | None:
    places = asset.places
    return places.get(f"{clause.attribute}/{clause.number}") or places.get(clause.attribute) or asset.place


def _text(clause: Clause, document: object) -> str:
    if not isinstance(document, str) or clause.number < 0:
        return ""
    try:
        statements = json.loads(document, strict=False).get("Statement", [])
    except (ValueError, AttributeError, RecursionError):
        return ""
    listed = statements if isinstance(statements, list) else [statements]
    if clause.number >= len(listed) or not isinstance(listed[clause.number], dict):
        return ""
    text = shown(sentence(listed[clause.number]))
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def sentence(statement: dict[str, Any]) -> str:
    """Return a statement in one line: `Allow s3:GetObject on arn:aws:s3:::orders/* if Bool {...}`."""
    parts = [str(statement.get("Effect", "?"))]
    parts += [_listed(statement, "Principal", "to"), _listed(statement, "NotPrincipal", "to all but")]
    parts += [_listed(statement, "Action", ""), _listed(statement, "NotAction", "all but")]
    parts += [_listed(statement, "Resource", "on"), _listed(statement, "NotResource", "on all but")]
    parts.append(_listed(statement, "Condition", "if"))
    return " ".join(part for part in parts if part)


def _listed(statement: dict[str, Any], key: str, word: str) -> str:
    value = statement.get(key)
    if value is None:
        return ""
    if isinstance(value, dict):
        told = json.dumps(value, separators=(", ", ": "), ensure_ascii=False)
    else:
        told = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{word} {told}".strip()
