"""SPDX bills of editions 2.2 and 2.3, as JSON and as tags with values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.package import NOT_TOLD
from bartizan.collect.packages.sbom.told import Bill, Misread, Told, lines
from bartizan.collect.vex.statement import items, mapping, text, texts

NOTHING = frozenset({"NOASSERTION", "NONE", ""})
DIRECTIONS = {
    "DEPENDS_ON": True,
    "CONTAINS": True,
    "DEPENDENCY_OF": False,
    "DEV_DEPENDENCY_OF": False,
    "BUILD_DEPENDENCY_OF": False,
    "OPTIONAL_DEPENDENCY_OF": False,
    "RUNTIME_DEPENDENCY_OF": False,
    "TEST_DEPENDENCY_OF": False,
    "CONTAINED_BY": False,
}
"""Whether the first element of a relationship is the one that needs the second."""
DEVELOPMENT = frozenset({"DEV_DEPENDENCY_OF", "BUILD_DEPENDENCY_OF", "TEST_DEPENDENCY_OF"})
_TAG = re.compile(r"^([A-Za-z]+):\s*(.*)$")


def told(document: str) -> Bill:
    """Return what a bill tells; raises `Misread`."""
    if document.lstrip("\ufeff \t\r\n").startswith("{"):
        try:
            bill = mapping(json.loads(document))
        except (ValueError, RecursionError) as error:
            raise Misread(f"The bill is no JSON: {error}; write it again.") from None
    else:
        bill = _tagged(document)
    relations = [
        (text(each.get("spdxElementId")), text(each.get("relationshipType")), text(each.get("relatedSpdxElement")))
        for each in items(bill.get("relationships"))
    ]
    roots = {*texts(bill.get("documentDescribes")), *(b for a, how, b in relations if how == "DESCRIBES")}
    development = {a for a, how, _ in relations if how in DEVELOPMENT}
    packages = [one for one in items(bill.get("packages")) if text(one.get("SPDXID")) not in roots or _purl(one)]
    where = lines(document, (_purl(one) for one in packages))
    return Bill(
        components=tuple(_told(one, where, development) for one in packages),
        needs=_needs(relations),
        roots=frozenset(roots),
    )


def _needs(relations: list[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    needs: dict[str, list[str]] = {}
    for one, how, other in relations:
        if how in DIRECTIONS and how not in ("CONTAINS", "CONTAINED_BY"):
            needing, needed = (one, other) if DIRECTIONS[how] else (other, one)
            needs.setdefault(needing, []).append(needed)
    return {ref: tuple(needed) for ref, needed in needs.items()}


def _purl(one: dict[str, Any]) -> str:
    found = (text(each.get("referenceLocator")) for each in items(one.get("externalRefs")) if _is_purl(each))
    return next(found, "")


def _is_purl(reference: dict[str, Any]) -> bool:
    return text(reference.get("referenceType")).rpartition("/")[2] == "purl"


def _told(one: dict[str, Any], where: dict[str, int], development: set[str]) -> Told:
    purl, ref = _purl(one), text(one.get("SPDXID"))
    license = text(one.get("licenseDeclared"))
    return Told(
        ref=ref,
        purl=purl,
        name=text(one.get("name")),
        version=text(one.get("versionInfo")),
        licenses=() if license in NOTHING else (license,),
        checksums=tuple(
            f"{text(each.get('algorithm')).lower()}:{text(each.get('checksumValue')).lower()}"
            for each in items(one.get("checksums"))
        ),
        line=where.get(purl, 1),
        development=True if ref in development else NOT_TOLD,
    )


def _tagged(document: str) -> dict[str, Any]:
    """Return the JSON form of what a tag-value document tells of packages."""
    bill: dict[str, Any] = {"packages": [], "relationships": []}
    package: dict[str, Any] = {}
    for tag, value in _tags(document):
        if tag == "PackageName":
            package = {"name": value, "externalRefs": [], "checksums": []}
            bill["packages"].append(package)
        elif tag == "FileName":
            package = {"externalRefs": [], "checksums": []}  # what follows is of a file
        elif tag == "Relationship":
            one, how, other = (*value.split(), "", "", "")[:3]
            bill["relationships"].append({"spdxElementId": one, "relationshipType": how, "relatedSpdxElement": other})
        elif tag == "ExternalRef":
            category, kind, locator = (*value.split(None, 2), "", "", "")[:3]
            package.setdefault("externalRefs", []).append(
                {"referenceCategory": category, "referenceType": kind, "referenceLocator": locator}
            )
        elif tag == "PackageChecksum":
            algorithm, _, digits = value.partition(":")
            package.setdefault("checksums", []).append({"algorithm": algorithm, "checksumValue": digits.strip()})
        elif tag in _FIELDS:
            package[_FIELDS[tag]] = value
    return bill


_FIELDS = {"SPDXID": "SPDXID", "PackageVersion": "versionInfo", "PackageLicenseDeclared": "licenseDeclared"}


def _tags(document: str) -> Iterator[tuple[str, str]]:
    """Yield tags and values; a value between `<text>` and `</text>` goes over several lines and is passed over."""
    within = False
    for line in document.splitlines():
        if within:
            within = "</text>" not in line
            continue
        match = _TAG.match(line)
        if match:
            within = "<text>" in match[2] and "</text>" not in match[2]
            yield match[1], match[2].strip()
