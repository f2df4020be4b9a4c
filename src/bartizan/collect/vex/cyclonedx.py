"""CycloneDX documents with an analysis of vulnerabilities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.vex.statement import Statement, items, joined, mapping, text, texts
from bartizan.core.vulnerability import Status

STATES = {
    "exploitable": Status.AFFECTED,
    "in_triage": Status.UNDER_INVESTIGATION,
    "not_affected": Status.NOT_AFFECTED,
    "false_positive": Status.NOT_AFFECTED,
    "resolved": Status.FIXED,
    "resolved_with_pedigree": Status.FIXED,
}


def recognised(document: Any) -> bool:
    """Tell whether a document is CycloneDX and says something about vulnerabilities."""
    told = mapping(document)
    return told.get("bomFormat") == "CycloneDX" and isinstance(told.get("vulnerabilities"), list)


def statements(document: Any, file: str) -> Iterator[Statement]:
    """Yield its statements: of the vulnerabilities that somebody analysed."""
    metadata = mapping(document.get("metadata"))
    purls = {text(each.get("bom-ref")): text(each.get("purl")) for each in items(document.get("components"))}
    for each in items(document.get("vulnerabilities")):
        analysis = mapping(each.get("analysis"))
        status = STATES.get(text(analysis.get("state")))
        if status is None:
            continue
        affected = [text(one.get("ref")) for one in items(each.get("affects"))]
        aliases = (text(one.get("id")) for one in items(each.get("references")))
        response = ", ".join(texts(analysis.get("response")))
        yield Statement(
            ids=frozenset(id for id in (text(each.get("id")), *aliases) if id),
            products=frozenset(name for ref in affected for name in (purls.get(ref) or _linked(ref),) if name),
            status=status,
            reason=joined(text(analysis.get("justification")), text(analysis.get("detail")) or response),
            author=text(mapping(metadata.get("supplier")).get("name")),
            time=text(analysis.get("lastUpdated")) or text(each.get("updated")) or text(metadata.get("timestamp")),
            file=file,
        )


def _linked(reference: str) -> str:
    """Return what a link into another document (`urn:cdx:SERIAL/VERSION#REF`) points at, else the reference itself."""
    return reference.rpartition("#")[2]
