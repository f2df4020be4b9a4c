"""Reads what assets say in the terms of the engine for Kubernetes: texts with holes where something was not seen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bartizan.app.identity.kubernetes.realms import address
from bartizan.core.kind import Asset
from bartizan.core.truth import Composite, Partial, Truth, Unknown, truth
from bartizan.identity.hole import hole, holes
from bartizan.identity.kubernetes.estate import Rule, Selector

_WRITTEN = re.compile(r"\$\{[^{}]*\}")


def text(asset: Asset, name: str) -> str:
    """Return a text attribute; what its id says, or a hole, where it was not seen."""
    value = asset.read(name)
    if isinstance(value, Composite):
        parts = (part if isinstance(part, str) else hole(f"{asset.id} {name}: {part.why}") for part in value.parts)
        return "".join(parts)
    if isinstance(value, Unknown):
        known = address(asset.id)
        said = {"name": known.name, "namespace": known.namespace}.get(name, "") if known is not None else ""
        return said if said and not said.endswith("*") else hole(f"the {name} of {asset.id}")
    return "" if value is None else str(value)


def members(asset: Asset, name: str) -> tuple[tuple[str, ...], str]:
    """Return the texts of a set, in order, and why there may be more."""
    value = asset.read(name)
    if isinstance(value, Partial):
        return tuple(sorted(_holed(str(each), asset) for each in value.known)), value.why
    if isinstance(value, Unknown):
        return (), value.why
    return tuple(sorted(_holed(str(each), asset) for each in value or ())), ""


def _holed(said: str, asset: Asset) -> str:
    """Turn what is written for an unknown part (`${?}`) into a hole; two of them are two different texts."""
    return _WRITTEN.sub(lambda found: hole(f"{found.group()} of {asset.id} in {said}"), said)


def flag(asset: Asset, name: str) -> Truth:
    """Return how far a flag is known to hold."""
    value = asset.read(name)
    return truth(value) if isinstance(value, bool) else Truth.UNKNOWN


def document(asset: Asset, name: str) -> Any:
    """Return what is in a document, None where there is none, and `Unknown` where it could not be read."""
    value = asset.read(name)
    if value is None or isinstance(value, Unknown):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return Unknown(f"the {name} of {asset.id} are no JSON")


def rules(asset: Asset) -> tuple[tuple[Rule, ...], str]:
    """Return the rules of a role, in their order, and why there may be more."""
    written = document(asset, "rules")
    if isinstance(written, Unknown):
        return (), written.why
    if not isinstance(written, list):
        return (), "" if written is None else "its rules are no list"
    found = tuple(_rule(each, number, asset.id) for number, each in enumerate(written))
    strange = [each for each in written if not isinstance(each, dict)]
    more = "" if not strange else _why(strange[0]) or "one of its rules is not a rule"
    return found, more


def _rule(written: Any, number: int, id: str) -> Rule:
    """Return one rule; in place of one that cannot be read an empty one, so that the others keep their numbers."""
    if not isinstance(written, dict):
        return Rule()
    lists = {key: tuple(_texts(written.get(key), f"{id} rules {number} {key}")) for key in _LISTS}
    return Rule(
        verbs=lists["verbs"],
        groups=lists["apiGroups"],
        resources=lists["resources"],
        names=lists["resourceNames"],
        urls=lists["nonResourceURLs"],
    )


_LISTS = ("verbs", "apiGroups", "resources", "resourceNames", "nonResourceURLs")


def _texts(written: Any, where: str) -> Iterator[str]:
    """Yield the texts of a list; what is no text, or may be several, is a hole of its own."""
    for position, each in enumerate(written if isinstance(written, list) else [] if written is None else [written]):
        if isinstance(each, str):
            yield each if not holes(each) else _own_holes(each, f"{where} {position}")
        else:
            yield hole(f"{where} {position}")


def _own_holes(said: str, where: str) -> str:
    """Give each hole the place that it is in: two that were not seen for one reason need not be the same text."""
    for name in holes(said):
        said = said.replace(hole(name), hole(f"{where}: {name.lstrip('?')}"))
    return said


def _why(value: Any) -> str:
    return holes(value)[0].lstrip("?") if isinstance(value, str) and holes(value) else ""


def labels(asset: Asset, name: str = "labels") -> tuple[Mapping[str, str], str]:
    """Return labels, and why there may be more."""
    written = document(asset, name)
    if isinstance(written, Unknown):
        return {}, written.why
    if not isinstance(written, dict):
        return {}, "" if written is None else f"its {name} are no mapping"
    return _pairs(written, asset.id), ""


def _pairs(written: Mapping[str, Any], where: str) -> dict[str, str]:
    found = {}
    for key, value in written.items():
        plain = isinstance(value, str) and not holes(value)
        found[str(key)] = value if plain else hole(f"the label {key} of {where}") if not _number(value) else str(value)
    return found


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def selectors(asset: Asset, name: str = "selectors") -> tuple[tuple[Selector, ...] | None, str]:
    """Return the selectors of an aggregated role, None where it is not one, and why there may be more."""
    written = document(asset, name)
    if isinstance(written, Unknown):
        return (None, "") if flag(asset, "aggregated") is Truth.NO else ((), written.why)
    if written is None:
        return (() if flag(asset, "aggregated") is Truth.YES else None), ""
    if not isinstance(written, list):
        return (), "its selectors are no list"
    return tuple(selector(each, asset.id) for each in written), ""


def selector(written: Any, where: str) -> Selector:
    """Read one label selector: `matchLabels` and `matchExpressions`."""
    if not isinstance(written, dict):
        return Selector(more=_why(written) or "a selector could not be read")
    pairs, tests = written.get("matchLabels") or {}, written.get("matchExpressions") or []
    if not isinstance(pairs, dict) or not isinstance(tests, list) or not all(isinstance(each, dict) for each in tests):
        return Selector(more="a selector could not be read")
    expressions = tuple(
        (
            str(each.get("key")),
            str(each.get("operator")),
            tuple(_texts(each.get("values"), f"{where} {each.get('key')}")),
        )
        for each in tests
    )
    return Selector(labels=_pairs(pairs, where), expressions=expressions)
