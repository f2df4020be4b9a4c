"""Type constraints of variables, compiled to conversions: `object({name = string, size = optional(number, 1)})`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from bartizan.collect.iac.terraform.convert import alike, boolean, group, kind_of, number, text
from bartizan.collect.iac.terraform.expression import Parser
from bartizan.collect.iac.terraform.scope import NOWHERE, Evaluate
from bartizan.collect.iac.terraform.source import IDENTIFIER, SyntaxFault
from bartizan.collect.iac.terraform.values import Fault, Group, Json, Lazy, Many, Rest, arranged, vague
from bartizan.core.truth import Unknown

Convert = Callable[[Any], Any]
"""Converts a value to a type; raises `Fault` where it cannot be."""
_WORD = re.compile(IDENTIFIER)
_FIELD = re.compile(rf'(?:({IDENTIFIER})|"([^"\\$%\r\n]*)")\s*[=:]')


def anything(value: Any) -> Any:
    """Convert to `any`: leave as it is."""
    return value


@lru_cache(maxsize=4096)
def compiled(source: str) -> Convert:
    """Return the conversion that a type constraint means; one that cannot be read converts nothing."""
    parser = Parser(source)
    parser.wide = True
    try:
        return _constraint(parser)
    except SyntaxFault:
        return anything


def _constraint(parser: Parser) -> Convert:
    parser.skip()
    quoted = parser.text.startswith('"', parser.pos)
    match = _WORD.match(parser.text, parser.pos + quoted)
    if match is None:
        raise parser.fail("a type")
    parser.pos = match.end() + quoted
    name = match.group()
    if name in _SCALARS:
        return _SCALARS[name]
    parser.skip()
    if not parser.text.startswith("(", parser.pos):
        return _COLLECTIONS[name](anything) if name in _COLLECTIONS else anything
    parser.pos += 1
    parser.enter()
    found = _inner(parser, name)
    parser.expect(")", '")"')
    parser.depth -= 1
    return found


def _inner(parser: Parser, name: str) -> Convert:
    if name in _COLLECTIONS:
        return _COLLECTIONS[name](_constraint(parser))
    if name == "object":
        return _object(_fields(parser))
    if name == "tuple":
        return _tuple(_items(parser))
    raise parser.fail("a type")


def _fields(parser: Parser) -> dict[str, tuple[Convert, Evaluate | None, bool]]:
    """Parse `{name = type}` into conversion, default and whether the field may be missing."""
    fields: dict[str, tuple[Convert, Evaluate | None, bool]] = {}
    parser.expect("{", '"{"')
    while not parser.closes("}"):
        match = _FIELD.match(parser.text, parser.pos)
        if match is None:
            raise parser.fail('the name of an attribute and "="')
        parser.pos = match.end()
        fields[match[1] or match[2]] = _field(parser)
        parser.closes(",")
    return fields


def _field(parser: Parser) -> tuple[Convert, Evaluate | None, bool]:
    parser.skip()
    if not re.compile(r"optional\s*\(").match(parser.text, parser.pos):
        return _constraint(parser), None, False
    parser.pos = parser.text.index("(", parser.pos) + 1
    convert = _constraint(parser)
    default = parser.expression() if parser.closes(",") and not parser.text.startswith(")", parser.pos) else None
    parser.expect(")", '")"')
    return convert, default, True


def _items(parser: Parser) -> list[Convert]:
    items: list[Convert] = []
    parser.expect("[", '"["')
    while not parser.closes("]"):
        items.append(_constraint(parser))
        parser.closes(",")
    return items


def _string(value: Any) -> Any:
    if type(value) is str or value is None or isinstance(value, (Json, Unknown)):
        return value
    return text(value)


def _number(value: Any) -> Any:
    return value if value is None else number(value)


def _bool(value: Any) -> Any:
    return value if value is None else boolean(value)


def _list(item: Convert) -> Convert:
    def convert(value: Any) -> Any:
        if value is None or isinstance(value, (Unknown, Many)):
            return value
        if not isinstance(value, list):
            raise Fault(f"a {kind_of(value)} is given where a list is needed")
        return arranged(list(_each(item, value)), value)

    return convert


def _set(item: Convert) -> Convert:
    def convert(value: Any) -> Any:
        if value is None or isinstance(value, (Unknown, Many)):
            return value
        if not isinstance(value, list):
            raise Fault(f"a {kind_of(value)} is given where a set is needed")
        return group(_each(item, value))

    return convert


def _each(item: Convert, values: Sequence[Any]) -> list[Any]:
    found = [value if isinstance(value, Rest) else item(value) for value in values]
    return alike(found) if item is anything else found


def _map(item: Convert) -> Convert:
    def convert(value: Any) -> Any:
        if value is None or isinstance(value, (Unknown, Many)):
            return value
        if isinstance(value, Lazy):
            return vague(value.reference())
        if not isinstance(value, dict):
            raise Fault(f"a {kind_of(value)} is given where a map is needed")
        return dict(zip(value, _each(item, list(value.values())), strict=True))

    return convert


def _object(fields: dict[str, tuple[Convert, Evaluate | None, bool]]) -> Convert:
    def convert(value: Any) -> Any:
        if value is None or isinstance(value, (Unknown, Many)):
            return value
        if not isinstance(value, (dict, Lazy)):
            raise Fault(f"a {kind_of(value)} is given where an object is needed")
        return {name: _field_of(value, name, *field) for name, field in fields.items()}

    return convert


def _field_of(value: Any, name: str, convert: Convert, default: Evaluate | None, optional: bool) -> Any:
    if isinstance(value, dict) and name not in value:
        if not optional:
            raise Fault(f'the attribute "{name}" is required')
        found = None
    else:
        found = value[name] if isinstance(value, dict) else value.attribute(name)
    if found is None and default is not None:
        found = default(NOWHERE)
    return convert(found)


def _tuple(items: Sequence[Convert]) -> Convert:
    def convert(value: Any) -> Any:
        if value is None or isinstance(value, Unknown):
            return value
        if not isinstance(value, list) or isinstance(value, Group) or len(value) != len(items):
            raise Fault(f"a tuple of {len(items)} members is needed")
        return [item(member) for item, member in zip(items, value, strict=True)]

    return convert


_SCALARS: dict[str, Convert] = {"string": _string, "number": _number, "bool": _bool, "any": anything}
_COLLECTIONS: dict[str, Callable[[Convert], Convert]] = {"list": _list, "set": _set, "map": _map}
