"""OpenVEX documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.vex.statement import STATUSES, Malformed, Statement, items, joined, mapping, text, texts


def recognised(document: Any) -> bool:
    """Tell whether a document is OpenVEX."""
    return "openvex" in text(mapping(document).get("@context"))


def statements(document: Any, file: str) -> Iterator[Statement]:
    """Yield its statements; raises `Malformed` for a status that there is not."""
    author, time = text(document.get("author")), text(document.get("timestamp"))
    for number, each in enumerate(items(document.get("statements")), start=1):
        status = text(each.get("status"))
        if status not in STATUSES:
            raise Malformed(f"Statement {number} has the status {status!r}; there are {', '.join(STATUSES)}.")
        products = list(items(each.get("products")))
        parts = (part for product in products for part in items(product.get("subcomponents")))
        yield Statement(
            ids=frozenset(_ids(each.get("vulnerability"))),
            products=frozenset(name for product in products for name in _names(product)),
            parts=frozenset(name for part in parts for name in _names(part)),
            status=STATUSES[status],
            reason=joined(text(each.get("justification")), text(each.get("impact_statement"))),
            author=text(each.get("supplier")) or author,
            time=text(each.get("last_updated")) or text(each.get("timestamp")) or time,
            file=file,
        )


def _ids(vulnerability: Any) -> Iterator[str]:
    if isinstance(vulnerability, str):  # version 0.0.x
        yield vulnerability
    told = mapping(vulnerability)
    yield from (each for each in (text(told.get("name")), text(told.get("@id"))) if each)
    yield from texts(told.get("aliases"))


def _names(product: dict[str, Any]) -> Iterator[str]:
    identifiers = mapping(product.get("identifiers"))
    hashes = mapping(product.get("hashes"))
    names = (product.get("@id"), identifiers.get("purl"), hashes.get("sha-256"))
    yield from (text(name) for name in names if text(name))
