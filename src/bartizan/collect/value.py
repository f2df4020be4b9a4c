"""Turns what a query returned into the value of an attribute, or into why it has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bartizan.core.kind import Attribute, Flag, Link, Many, Number, Text
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


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else "something else"


_CONVERTERS: dict[type[Attribute], Callable[[Any], Any]] = {
    Flag: _flag,
    Text: _text,
    Number: _number,
    Many: _many,
    Link: lambda value: value,
}
