"""Functions that convert between types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import alike, boolean, group, mapping, members, number, text
from bartizan.collect.iac.terraform.values import Fault, arranged
from bartizan.core.truth import Unknown


def _unless_null(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def converted(value: Any) -> Any:
        return None if value is None else convert(value)

    return converted


def _tolist(value: Any) -> Any:
    found = members(value)
    return found if isinstance(found, Unknown) else arranged(list(alike(found)), found)


def _toset(value: Any) -> Any:
    found = members(value)
    return found if isinstance(found, Unknown) else group(alike(found))


def _tomap(value: Any) -> Any:
    found = mapping(value)
    if isinstance(found, Unknown):
        return found
    return dict(zip(found, alike(list(found.values())), strict=True))


def _map(*arguments: Any) -> dict[str, Any]:
    if len(arguments) % 2:
        raise Fault("map needs a value for each key")
    return {text(key): value for key, value in zip(arguments[::2], arguments[1::2], strict=True)}


OPEN: dict[str, Callable[..., Any]] = {
    "issensitive": lambda value: Unknown("whether a value is sensitive is not followed"),
    "list": lambda *items: list(items),
    "nonsensitive": lambda value: value,
    "sensitive": lambda value: value,
    "tobool": _unless_null(boolean),
    "tolist": _unless_null(_tolist),
    "tomap": _unless_null(_tomap),
    "tonumber": _unless_null(number),
    "toset": _unless_null(_toset),
    "tostring": _unless_null(text),
}
KNOWN: dict[str, Callable[..., Any]] = {"map": _map}
