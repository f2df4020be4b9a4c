"""CycloneDX 1.6 as JSON (ECMA-424), by its published schema."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TextIO

from bartizan.core.bill import Bill
from bartizan.report.bill import BillFormat
from bartizan.report.bill.component import (
    CHECKSUMS,
    SPDX_IDS,
    Component,
    components,
    digest,
    is_expression,
    text,
)
from bartizan.report.escape import visible
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import emit

TYPES = {"directory": "application", "rootfs": "operating-system", "image": "container"}
ROOT = "target"
_NAMESPACE = uuid.UUID("7c2e1c8e-5e0b-5d0a-9a55-0b5c3c5a6d10")
"""Ours, for serial numbers that follow from what is in a bill."""


def write(bill: Bill, stream: TextIO) -> None:
    """Write a bill."""
    emit(stream, lay_out(document(bill), depth=3))
    stream.write("\n")


def document(bill: Bill) -> dict[str, Json]:
    """Return a bill as a JSON value."""
    parts = components(bill)
    serial = uuid.uuid5(_NAMESPACE, digest(bill, (part.id for part in parts)))
    metadata: dict[str, Json] = {"timestamp": bill.created} if bill.created else {}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {**metadata, "tools": {"components": [_tool(bill)]}, "component": _target(bill)},
        "components": [*_system(bill), *(_component(part) for part in parts)],
        "dependencies": [
            {"ref": ROOT, "dependsOn": [part.id for part in parts if part.direct]},
            *({"ref": part.id, "dependsOn": sorted(part.needs)} for part in parts),
        ],
        "compositions": [{"aggregate": "incomplete" if bill.gaps else "unknown", "assemblies": [ROOT]}],
    }


def _tool(bill: Bill) -> Json:
    return {"type": "application", "name": "bartizan", "version": bill.version}


def _target(bill: Bill) -> Json:
    version = text(bill.image, "digest") if bill.image else ""
    told: dict[str, Json] = {"type": TYPES[bill.of], "bom-ref": ROOT, "name": visible(bill.target)}
    return {**told, "version": version} if version else told


def _system(bill: Bill) -> Iterator[Json]:
    if bill.system is not None:
        yield {
            "type": "operating-system",
            "bom-ref": bill.system.id,
            "name": visible(text(bill.system, "distribution") or "unknown"),
            "version": visible(text(bill.system, "version")),
            "description": visible(text(bill.system, "name")),
        }


def _component(part: Component) -> Json:
    told: dict[str, Json] = {"type": "library", "bom-ref": part.id, "name": visible(part.name)}
    if part.version:
        told["version"] = visible(part.version)
    if part.development:
        told["scope"] = "excluded"
    if part.checksums:
        told["hashes"] = [{"alg": CHECKSUMS[name], "content": digits} for name, digits in part.checksums]
    if part.licenses:
        told["licenses"] = _licenses(part.licenses)
    if part.purl:
        told["purl"] = part.purl
    properties = [
        *(("bartizan:file", file) for file in part.files),
        *(("bartizan:layer", layer) for layer in part.layers),
    ]
    told["properties"] = [{"name": name, "value": visible(value)} for name, value in properties]
    return told


def _licenses(licenses: tuple[str, ...]) -> Json:
    if len(licenses) == 1 and licenses[0] not in SPDX_IDS and is_expression(licenses[0]):
        return [{"expression": licenses[0]}]
    return [{"license": {"id" if each in SPDX_IDS else "name": visible(each)}} for each in licenses]


FORMAT = BillFormat(id="cyclonedx", title="CycloneDX 1.6, JSON", write=write)
