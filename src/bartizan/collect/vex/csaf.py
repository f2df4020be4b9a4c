"""CSAF 2.0 documents of the VEX profile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.vex.statement import Statement, items, joined, mapping, text, texts
from bartizan.core.vulnerability import Status

DEEPEST = 60
"""Branches within branches that are followed in a product tree."""
STATUSES = {
    "known_affected": Status.AFFECTED,
    "first_affected": Status.AFFECTED,
    "last_affected": Status.AFFECTED,
    "known_not_affected": Status.NOT_AFFECTED,
    "fixed": Status.FIXED,
    "first_fixed": Status.FIXED,
    "under_investigation": Status.UNDER_INVESTIGATION,
}


def recognised(document: Any) -> bool:
    """Tell whether a document is CSAF of the VEX profile."""
    return text(mapping(mapping(document).get("document")).get("category")) == "csaf_vex"


def statements(document: Any, file: str) -> Iterator[Statement]:
    """Yield its statements, one for each vulnerability and status."""
    head = document["document"]
    author = text(mapping(head.get("publisher")).get("name"))
    time = text(mapping(head.get("tracking")).get("current_release_date"))
    purls = dict(_products(mapping(document.get("product_tree"))))
    for each in items(document.get("vulnerabilities")):
        ids = frozenset(name for name in (text(each.get("cve")), *_others(each)) if name)
        reasons = dict(_reasons(each))
        for word, products in mapping(each.get("product_status")).items():
            for product in texts(products):
                if word in STATUSES and product in purls:
                    yield Statement(
                        ids=ids,
                        products=frozenset({purls[product]}),
                        status=STATUSES[word],
                        reason=reasons.get(product, ""),
                        author=author,
                        time=time,
                        file=file,
                    )


def _others(vulnerability: dict[str, Any]) -> Iterator[str]:
    yield from (text(each.get("text")) for each in items(vulnerability.get("ids")))


def _products(tree: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the ids of products with their package URLs, also of those that are part of another."""
    purls = dict(_named(tree))
    yield from purls.items()
    for relationship in items(tree.get("relationships")):
        whole = text(mapping(relationship.get("full_product_name")).get("product_id"))
        part = text(relationship.get("product_reference"))
        if whole and part in purls:
            yield whole, purls[part]


def _named(tree: dict[str, Any]) -> Iterator[tuple[str, str]]:
    pending = [(each, 0) for each in items(tree.get("branches"))]
    found = list(items(tree.get("full_product_names")))
    while pending:
        branch, depth = pending.pop()
        found.append(mapping(branch.get("product")))
        if depth < DEEPEST:
            pending.extend((each, depth + 1) for each in items(branch.get("branches")))
    for product in found:
        purl = text(mapping(product.get("product_identification_helper")).get("purl"))
        if purl:
            yield text(product.get("product_id")), purl


def _reasons(vulnerability: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield, by product, why it is not affected."""
    threats = {
        product: text(threat.get("details"))
        for threat in items(vulnerability.get("threats"))
        for product in texts(threat.get("product_ids"))
        if threat.get("category") == "impact"
    }
    labels = {
        product: text(flag.get("label"))
        for flag in items(vulnerability.get("flags"))
        for product in texts(flag.get("product_ids"))
    }
    for product in threats.keys() | labels.keys():
        yield product, joined(labels.get(product, ""), threats.get(product, ""))
