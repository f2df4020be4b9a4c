"""CycloneDX bills, JSON and XML, of every edition."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bartizan.collect.package import NOT_TOLD
from bartizan.collect.packages.sbom.told import Bill, Misread, Told, lines
from bartizan.collect.vex.statement import items, mapping, text, texts
from bartizan.collect.xml import Element, XmlError, parsed

NO_PACKAGES = frozenset({"operating-system", "file", "container", "device", "firmware", "data"})
"""Types of components that no package URL is asked for."""


def told(document: str) -> Bill:
    """Return what a bill tells; raises `Misread`."""
    return _of_xml(document) if document.lstrip("\ufeff \t\r\n").startswith("<") else _of_json(document)


def _of_json(document: str) -> Bill:
    try:
        bill = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise Misread(f"The bill is no JSON: {error}; write it again.") from None
    root = mapping(mapping(mapping(bill).get("metadata")).get("component"))
    found = [one for one in _nested(mapping(bill).get("components")) if text(one.get("type")) not in NO_PACKAGES]
    where = lines(document, (text(one.get("purl")) for one in found))
    return Bill(
        components=tuple(_told(one, where) for one in found),
        needs={
            text(each.get("ref")): tuple(texts(each.get("dependsOn")))
            for each in items(mapping(bill).get("dependencies"))
        },
        roots=frozenset({_ref(root)}) if root else frozenset(),
    )


def _nested(components: Any) -> Iterator[dict[str, Any]]:
    pending = list(items(components))[::-1]
    while pending:
        one = pending.pop()
        yield one
        pending.extend(list(items(one.get("components")))[::-1])


def _ref(component: dict[str, Any]) -> str:
    return text(component.get("bom-ref")) or text(component.get("purl")) or text(component.get("name"))


def _told(one: dict[str, Any], where: dict[str, int]) -> Told:
    purl, scope = text(one.get("purl")), text(one.get("scope"))
    return Told(
        ref=_ref(one),
        purl=purl,
        name=text(one.get("name")),
        version=text(one.get("version")),
        licenses=tuple(_licenses(one.get("licenses"))),
        checksums=tuple(
            f"{text(each.get('alg')).lower().replace('-', '')}:{text(each.get('content')).lower()}"
            for each in items(one.get("hashes"))
        ),
        line=where.get(purl, 1),
        development=scope == "excluded" if scope else NOT_TOLD,
        source=" ".join(_source(one)),
    )


def _licenses(told: Any) -> Iterator[str]:
    for each in items(told):
        license = mapping(each.get("license"))
        name = text(each.get("expression")) or text(license.get("id")) or text(license.get("name"))
        if name:
            yield name


def _source(one: dict[str, Any]) -> list[str]:
    """Return name and version of the source package, as other tools note them in properties."""
    properties = {text(each.get("name")): text(each.get("value")) for each in items(one.get("properties"))}
    name = properties.get("aquasecurity:trivy:SrcName") or properties.get("syft:metadata:source", "")
    version = properties.get("aquasecurity:trivy:SrcVersion") or properties.get("syft:metadata:sourceVersion", "")
    release = properties.get("aquasecurity:trivy:SrcRelease", "")
    epoch = properties.get("aquasecurity:trivy:SrcEpoch", "")
    whole = f"{epoch}:{version}" if epoch and version else version
    return [part for part in (name, f"{whole}-{release}" if release else whole) if part] if name else []


def _of_xml(document: str) -> Bill:
    try:
        bill = parsed(document)
    except XmlError as error:
        raise Misread(f"The bill is no XML: {error.why} in line {error.line}; write it again.") from None
    root = bill.first("metadata", "component")
    listed = bill.first("components")
    found = listed.within("component") if listed else iter(())
    needs = bill.first("dependencies")
    return Bill(
        components=tuple(_element(one) for one in found if one.attributes.get("type", "") not in NO_PACKAGES),
        needs={
            each.attributes.get("ref", ""): tuple(child.attributes.get("ref", "") for child in each.all("dependency"))
            for each in (needs.all("dependency") if needs else ())
        },
        roots=frozenset({_element(root).ref}) if root else frozenset(),
    )


def _element(one: Element) -> Told:
    purl, scope = one.said("purl") or "", one.said("scope") or ""
    licenses = one.first("licenses")
    hashes = one.first("hashes")
    names = [each.said("id") or each.said("name") for each in (licenses.all("license") if licenses else ())]
    expressions = [each.text for each in (licenses.all("expression") if licenses else ())]
    return Told(
        ref=one.attributes.get("bom-ref") or purl or one.said("name") or "",
        purl=purl,
        name=one.said("name") or "",
        version=one.said("version") or "",
        licenses=tuple(name for name in (*names, *expressions) if name),
        checksums=tuple(
            f"{each.attributes.get('alg', '').lower().replace('-', '')}:{each.text.lower()}"
            for each in (hashes.all("hash") if hashes else ())
        ),
        line=one.line,
        development=scope == "excluded" if scope else NOT_TOLD,
    )
