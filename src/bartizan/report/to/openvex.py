"""OpenVEX 0.2.0: what is known of each vulnerability here, for other tools and for whoever runs the software."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TextIO

from bartizan.core.report import Report
from bartizan.core.truth import Truth
from bartizan.core.vulnerability import Status, Vulnerability
from bartizan.report.escape import visible
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import cut

CONTEXT = "https://openvex.dev/ns/v0.2.0"
JUSTIFICATIONS = (
    "component_not_present",
    "vulnerable_code_not_present",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "inline_mitigations_already_exist",
)
UNTOLD = "1970-01-01T00:00:00Z"
"""The time of a document without advisory data: the format asks for one."""
MOST_TEXT = 1000


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write a statement for each vulnerability and status, with the packages it is about."""
    emit(stream, lay_out(document(report), depth=2))
    stream.write("\n")


def document(report: Report) -> dict[str, Json]:
    """Return the document as a JSON value. It says the same of the same report, whenever it is written."""
    statements = list(_statements(report))
    told = "\0".join((report.target, *(f"{each}" for each in statements)))
    return {
        "@context": CONTEXT,
        "@id": f"urn:bartizan:vex:{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}",
        "author": "Bartizan",
        "role": "scanner",
        "timestamp": report.advisories.updated if report.advisories else UNTOLD,
        "version": 1,
        "tooling": f"bartizan {report.version}",
        "statements": statements,
    }


def _statements(report: Report) -> Iterator[Json]:
    grouped: dict[tuple[str, Status, str], list[Vulnerability]] = {}
    for each in report.vulnerabilities:
        grouped.setdefault((each.id, each.status, each.justification), []).append(each)
    for (id, status, _), found in sorted(grouped.items(), key=lambda item: (item[0][0], item[0][1].value, item[0][2])):
        yield {
            "vulnerability": {"name": id, "aliases": found[0].aliases},
            "products": [{"@id": purl} for purl in sorted({each.purl for each in found})],
            "status": status.value,
            **_reason(status, found),
        }


def _reason(status: Status, found: list[Vulnerability]) -> dict[str, Json]:
    first = found[0]
    if status is Status.NOT_AFFECTED:
        named = next((each for each in JUSTIFICATIONS if each in first.justification), "")
        proven = all(each.reachable is Truth.NO for each in found)
        justification = named or ("vulnerable_code_not_in_execute_path" if proven else "")
        told: dict[str, Json] = {"justification": justification} if justification else {}
        return {**told, "impact_statement": _told(first.justification or "; ".join(first.chain))}
    if status is Status.AFFECTED:
        return {"action_statement": _told(_action(found))}
    return {"status_notes": _told(first.justification or "; ".join(first.chain))} if first.chain else {}


def _action(found: Iterable[Vulnerability]) -> str:
    fixed = sorted({version for each in found for version in each.fixed})
    return f"Raise to {' or '.join(fixed)}." if fixed else "No fixed version is known; limit who can reach it."


def _told(text: str) -> str:
    return visible(cut(text, MOST_TEXT))


FORMAT = OutputFormat(id="openvex", title="OpenVEX 0.2.0", extensions=("openvex.json",), write=write)
