"""Turns what a query returned into the value of an attribute, or into why it has none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bartizan.collect.jsontext import decoded
from bartizan.core.kind import Attribute, Document, Flag, Link, Many, Number, Text
from bartizan.core.truth import Composite, Partial, Ref, Unknown


def converter(attribute: Attribute) -> Callable[[Any], Any]:
    """Return the function that makes values of an attribute's type."""
    return next(make for kind, make in _CONVERTERS.items() if isinstance(attribute, kind))


def _flag(value: Any) -> Any:
    if isinstance(value, bool | Unknown):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if value is None:
        return Unknown("it is not set, and its default is not known")
    return Unknown(f"expected true or false, found {_shape(value)}")


def _text(value: Any) -> Any:
    if value is None or isinstance(value, str | Unknown):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return Unknown(f"expected a text, found {_shape(value)}")


def _number(value: Any) -> Any:
    if value is None or isinstance(value, Unknown):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    try:
        number = float(value)
    except (TypeError, ValueError):
        return Unknown(f"expected a number, found {_shape(value)}")
    return int(number) if number.is_integer() else number


def _many(value: Any) -> Any:
    if isinstance(value, Unknown):
        return frozenset((written(value),)) if value.present and not isinstance(value, Partial) else value
    items = value if isinstance(value, list) else ([] if value is None else [value])
    members: list[Any] = []
    doubt: Unknown | None = None
    for item in items:
        if isinstance(item, Ref | Composite):
            members.append(written(item))
        elif isinstance(item, Unknown):
            doubt = item
        elif item is not None:
            members.append(item if isinstance(item, int) and not isinstance(item, bool) else _text(item))
    members = [member for member in members if not isinstance(member, Unknown)]
    return frozenset(members) if doubt is None else Partial(doubt.why, tuple(dict.fromkeys(members)))


def written(value: Unknown) -> str:
    """Return a reference or a partly known text as it would be written: `${aws_s3_bucket.logs.arn}/*`.

    An attribute of another resource is something specific, so in a set it is a member like any other,
    and certainly not `*`.
    """
    if isinstance(value, Ref):
        return "${" + ".".join(part for part in (value.address, value.attribute) if part) + "}"
    if isinstance(value, Composite):
        return "".join(part if isinstance(part, str) else written(part) for part in value.parts)
    return "${?}"


def document(value: Any) -> Any:
    """Return a document as JSON text with holes; one that is given as text is decoded as far as it is known."""
    if isinstance(value, Composite):
        structure = decoded(value)
        if structure is None:
            return value if value.parts else Unknown(value.why)
        value = structure
    if value is None or isinstance(value, str | Unknown):
        return value
    try:
        return json.dumps(_holed(value), ensure_ascii=False, separators=(",", ":"))
    except (ValueError, TypeError, RecursionError):
        return Unknown("it is no JSON document")


def _holed(value: Any) -> Any:
    """Return a structure with every unknown part as a hole; see `Document`."""
    if isinstance(value, dict):
        return {str(key): _holed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_holed(item) for item in value]
    if isinstance(value, Partial):
        return [*map(_holed, value.known), f"\ue000?{value.why}\ue001"]
    if isinstance(value, Composite) and value.parts:
        return "".join(part if isinstance(part, str) else _holed(part) for part in value.parts)
    if isinstance(value, Ref):
        return f"\ue000{value.address}|{value.attribute}\ue001"
    return f"\ue000?{value.why}\ue001" if isinstance(value, Unknown) else value


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else "something else"


_CONVERTERS: dict[type[Attribute], Callable[[Any], Any]] = {
    Flag: _flag,
    Text: _text,
    Number: _number,
    Many: _many,
    Document: document,
    Link: lambda value: value,
}
