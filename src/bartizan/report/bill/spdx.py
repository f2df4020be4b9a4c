"""SPDX 2.3 as JSON (ISO/IEC 5962 in its later edition), by its published schema."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from bartizan.core.bill import Bill
from bartizan.report.bill import BillFormat
from bartizan.report.bill.component import CHECKSUMS, Component, components, digest, is_expression, text
from bartizan.report.escape import visible
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import emit

EPOCH = "1970-01-01T00:00:00Z"
"""The time of creation of a bill whose target does not say when it was made: SPDX asks for one."""
ROOT = "SPDXRef-target"
PURPOSES = {"directory": "SOURCE", "rootfs": "OPERATING-SYSTEM", "image": "CONTAINER"}
_NO_ID = re.compile(r"[^A-Za-z0-9.-]+")
_NAMESPACE = uuid.UUID("3a2f2b7e-2f0e-5a0e-8b52-9b1d2e9f7c44")


def write(bill: Bill, stream: TextIO) -> None:
    """Write a bill."""
    emit(stream, lay_out(document(bill), depth=2))
    stream.write("\n")


def document(bill: Bill) -> dict[str, Json]:
    """Return a bill as a JSON value."""
    parts = components(bill)
    named = uuid.uuid5(_NAMESPACE, digest(bill, (part.id for part in parts)))
    gaps = f"{len(bill.gaps)} files could not be read; packages may be missing." if bill.gaps else ""
    told: dict[str, Json] = {"comment": gaps} if gaps else {}
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": visible(bill.target),
        "documentNamespace": f"urn:uuid:{named}",
        "creationInfo": {"created": bill.created or EPOCH, "creators": [f"Tool: bartizan-{bill.version}"]},
        **told,
        "documentDescribes": [ROOT],
        "packages": [_target(bill), *(_package(part) for part in parts)],
        "hasExtractedLicensingInfos": list(_extracted(parts)),
        "relationships": list(_relationships(parts)),
    }


def _target(bill: Bill) -> Json:
    version = text(bill.image, "digest") if bill.image else ""
    told: dict[str, Json] = {"versionInfo": version} if version else {}
    return {
        "SPDXID": ROOT,
        "name": visible(bill.target),
        **told,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "primaryPackagePurpose": PURPOSES[bill.of],
    }


def _package(part: Component) -> Json:
    told: dict[str, Json] = {"SPDXID": _ref(part.id), "name": visible(part.name)}
    if part.version:
        told["versionInfo"] = visible(part.version)
    told["downloadLocation"] = "NOASSERTION"
    told["filesAnalyzed"] = False
    if part.files:
        told["sourceInfo"] = visible(f"Told by {', '.join(part.files)}")
    if part.checksums:
        told["checksums"] = [
            {"algorithm": CHECKSUMS[name].replace("-", ""), "checksumValue": digits} for name, digits in part.checksums
        ]
    told["licenseConcluded"] = "NOASSERTION"
    told["licenseDeclared"] = _license(part.licenses)
    if part.purl:
        locator: Json = {
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": part.purl,
        }
        told["externalRefs"] = [locator]
    return told


def _license(licenses: Sequence[str]) -> str:
    if not licenses:
        return "NOASSERTION"
    terms = [each if is_expression(each) else _license_ref(each) for each in licenses]
    return terms[0] if len(terms) == 1 else " AND ".join(f"({term})" if " " in term else term for term in terms)


def _extracted(parts: Iterable[Component]) -> Iterator[Json]:
    """Yield the licences that are told by name: SPDX wants their text, of which there is only the name."""
    names = {each for part in parts for each in part.licenses if not is_expression(each)}
    for name in sorted(names):
        yield {"licenseId": _license_ref(name), "name": visible(name), "extractedText": visible(name)}


def _license_ref(name: str) -> str:
    return f"LicenseRef-{_readable(name)}"


def _relationships(parts: Sequence[Component]) -> Iterator[Json]:
    yield _related("SPDXRef-DOCUMENT", "DESCRIBES", ROOT)
    for part in parts:
        yield _related(ROOT, "CONTAINS", _ref(part.id))
        if part.development and part.direct:
            yield _related(_ref(part.id), "DEV_DEPENDENCY_OF", ROOT)
        elif part.direct:
            yield _related(ROOT, "DEPENDS_ON", _ref(part.id))
        for needed in sorted(part.needs):
            yield _related(_ref(part.id), "DEPENDS_ON", _ref(needed))


def _related(one: str, how: str, other: str) -> Json:
    return {"spdxElementId": one, "relationshipType": how, "relatedSpdxElement": other}


def _ref(id: str) -> str:
    return f"SPDXRef-{_readable(id)}"


def _readable(text: str) -> str:
    """Return an identifier of the signs that SPDX allows, its end making it unique."""
    digits = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{_NO_ID.sub('-', text).strip('-')[:80]}-{digits}"


FORMAT = BillFormat(id="spdx", title="SPDX 2.3, JSON", write=write)
