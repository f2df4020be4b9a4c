"""JMESPath judged three-valued: an expression becomes a function in which the unknown stays unknown.

The grammar and the meaning on known values are those of JMESPath (jmespath.org), parsed by its reference
library. On top: a member of a list that is `Unknown` stands for members that may be there, so a filter keeps
what it is sure of and remembers that there may be more.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jmespath.parser import Parser

from bartizan.collect.comparison import ORDERS, equal, truthy
from bartizan.collect.functions import FUNCTIONS
from bartizan.core.truth import Unknown

Value = Any
Query = Callable[[Value], Value]


@lru_cache(maxsize=16_384)
def compiled(expression: str) -> Query:
    """Return the function of an expression; raises `jmespath.exceptions.ParseError` for a malformed one."""
    return _build(parsed(expression))


@lru_cache(maxsize=16_384)
def parsed(expression: str) -> dict[str, Any]:
    """Return the syntax tree of an expression."""
    return dict(Parser().parse(expression).parsed)


def _build(node: dict[str, Any]) -> Query:
    builder: Callable[[dict[str, Any]], Query] = globals()[f"_{node['type']}"]
    return builder(node)


def _children(node: dict[str, Any]) -> list[Query]:
    return [_build(child) for child in node["children"]]


def _identity(_: dict[str, Any]) -> Query:
    return lambda value: value


_current = _identity


def _literal(node: dict[str, Any]) -> Query:
    constant = node["value"]
    return lambda _: constant


def _field(node: dict[str, Any]) -> Query:
    name = node["value"]
    if name in ("true", "false"):
        raise ValueError(f"{name} names an attribute here; the value is written `{name}` between backquotes")

    def query(value: Value) -> Value:
        if isinstance(value, dict):
            return value.get(name)
        return _inner(value, name) if isinstance(value, Unknown) else None

    return query


def _inner(value: Unknown, name: str) -> Unknown:
    return Unknown(f"{value.why} (its {name})") if value.present else value


def _subexpression(node: dict[str, Any]) -> Query:
    if node["children"][0]["type"] == "not_expression":
        raise ValueError("`!a.b` means the b of !a; write !(a.b)")
    steps = _children(node)

    def query(value: Value) -> Value:
        for step in steps:
            value = step(value)
            if value is None:
                return None
        return value

    return query


def _pipe(node: dict[str, Any]) -> Query:
    left, right = _children(node)
    return lambda value: right(left(value))


_index_expression = _subexpression


def _index(node: dict[str, Any]) -> Query:
    index = node["value"]

    def query(value: Value) -> Value:
        if isinstance(value, Unknown):
            return _inner(value, f"[{index}]")
        if not isinstance(value, list):
            return None
        if -len(value) <= index < len(value):
            return value[index]
        return next((item for item in value if isinstance(item, Unknown) and not item.present), None)

    return query


def _slice(node: dict[str, Any]) -> Query:
    chosen = slice(*node["children"])
    return lambda value: value[chosen] if isinstance(value, list) else (value if isinstance(value, Unknown) else None)


def _project(items: list[Value], right: Query) -> list[Value]:
    projected = []
    for item in items:
        result = item if isinstance(item, Unknown) and not item.present else right(item)
        if result is not None:
            projected.append(result)
    return projected


def _projection(node: dict[str, Any]) -> Query:
    left, right = _children(node)

    def query(value: Value) -> Value:
        base = left(value)
        if isinstance(base, list):
            return _project(base, right)
        return base if isinstance(base, Unknown) else None

    return query


def _value_projection(node: dict[str, Any]) -> Query:
    left, right = _children(node)

    def query(value: Value) -> Value:
        base = left(value)
        if isinstance(base, dict):
            return _project(list(base.values()), right)
        return base if isinstance(base, Unknown) else None

    return query


def _flatten(node: dict[str, Any]) -> Query:
    (inner,) = _children(node)

    def query(value: Value) -> Value:
        base = inner(value)
        if not isinstance(base, list):
            return base if isinstance(base, Unknown) else None
        flat: list[Value] = []
        for item in base:
            if isinstance(item, list):
                flat.extend(item)
            else:
                flat.append(item)
        return flat

    return query


def _filter_projection(node: dict[str, Any]) -> Query:
    left, right, test = _children(node)

    def query(value: Value) -> Value:
        base = left(value)
        if not isinstance(base, list):
            return base if isinstance(base, Unknown) else None
        kept = []
        for item in base:
            held = item if isinstance(item, Unknown) and not item.present else truthy(test(item))
            if isinstance(held, Unknown):
                kept.append(Unknown(held.why))
            elif held:
                kept.append(item)
        return _project(kept, right)

    return query


def _comparator(node: dict[str, Any]) -> Query:
    left, right = _children(node)
    if node["value"] in ("eq", "ne"):
        negated = node["value"] == "ne"

        def equality(value: Value) -> Value:
            same = equal(left(value), right(value))
            return same if isinstance(same, Unknown) else same is not negated

        return equality
    order = ORDERS[node["value"]]
    return lambda value: order(left(value), right(value))


def _or_expression(node: dict[str, Any]) -> Query:
    left, right = _children(node)

    def query(value: Value) -> Value:
        first = left(value)
        held = truthy(first)
        if isinstance(held, Unknown):
            return True if right(value) is True else held
        return first if held else right(value)

    return query


def _and_expression(node: dict[str, Any]) -> Query:
    left, right = _children(node)

    def query(value: Value) -> Value:
        first = left(value)
        held = truthy(first)
        if isinstance(held, Unknown):
            second = right(value)
            return second if truthy(second) is False else held
        return right(value) if held else first

    return query


def _not_expression(node: dict[str, Any]) -> Query:
    (inner,) = _children(node)

    def query(value: Value) -> Value:
        held = truthy(inner(value))
        return held if isinstance(held, Unknown) else not held

    return query


def _multi_select_list(node: dict[str, Any]) -> Query:
    parts = _children(node)
    return lambda value: None if value is None else [part(value) for part in parts]


def _multi_select_dict(node: dict[str, Any]) -> Query:
    pairs = [(child["value"], _build(child["children"][0])) for child in node["children"]]
    return lambda value: None if value is None else {key: part(value) for key, part in pairs}


def _expref(node: dict[str, Any]) -> Query:
    (inner,) = _children(node)
    return lambda _: inner


def _function_expression(node: dict[str, Any]) -> Query:
    if node["value"] not in FUNCTIONS:
        raise ValueError(f"there is no function {node['value']}()")
    function = FUNCTIONS[node["value"]]
    arguments = _children(node)
    return lambda value: function(*(argument(value) for argument in arguments))


def focus(expression: str) -> tuple[str, ...]:
    """Return the paths, joined with `/`, that an expression looks at first: where a person should look too."""
    return tuple(dict.fromkeys(path for path in _paths(parsed(expression)) if path not in ("", "null")))


def _paths(node: dict[str, Any]) -> list[str]:
    kind = node["type"]
    if kind == "field":
        return [node["value"]]
    if kind == "index":
        return [str(node["value"])]
    if kind in ("subexpression", "index_expression"):
        return _chained([_paths(child) for child in node["children"]])
    if kind in ("projection", "value_projection", "filter_projection", "flatten"):
        return _paths(node["children"][0])
    if kind in ("literal", "identity", "current", "expref"):
        return [""] if kind in ("identity", "current") else []
    if kind == "pipe":
        return _paths(node["children"][0])
    return [path for child in node.get("children", ()) if isinstance(child, dict) for path in _paths(child)]


def _chained(steps: list[list[str]]) -> list[str]:
    paths = [""]
    for step in steps:
        paths = [f"{path}/{more}".strip("/") for path in paths for more in (step or [""])]
    return paths
