"""The functions of the query language: JMESPath's own, and a few that declarations of infrastructure need.

Each is given values that may be unknown, or lists with unknown members, and answers what is certain.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from typing import Any

from bartizan.collect import address, credential, permissions, policy
from bartizan.collect.comparison import AtLeast, equal, truthy
from bartizan.core.truth import Composite, Ref, Unknown

Value = Any


def _strict(function: Callable[..., Value]) -> Callable[..., Value]:
    """Answer unknown as soon as one argument is, or null where the function does not apply."""

    def called(*arguments: Value) -> Value:
        for argument in arguments:
            if isinstance(argument, Unknown):
                return argument
        try:
            return function(*arguments)
        except (TypeError, ValueError, AttributeError, KeyError, OverflowError):
            return None

    return called


def _asked(question: Callable[..., Value]) -> Callable[..., Value]:
    """Like `_strict`, for what is answered yes or no: that a text is certainly there does not make the answer yes."""
    answer = _strict(question)

    def called(*arguments: Value) -> Value:
        found = answer(*arguments)
        return Unknown(found.why) if isinstance(found, Unknown) else found

    return called


def _open(values: Value) -> Unknown | None:
    """Return the first unknown member of a list."""
    return next((item for item in values if isinstance(item, Unknown)), None)


def _length(value: Value) -> Value:
    if isinstance(value, list):
        sure = sum(not isinstance(item, Unknown) or item.present for item in value)
        doubt = next((item for item in value if isinstance(item, Unknown) and not item.present), None)
        return sure if doubt is None else AtLeast(doubt.why, sure)
    if isinstance(value, str | dict):
        return len(value)
    return value if isinstance(value, Unknown) else None


def _contains(where: Value, what: Value) -> Value:
    if isinstance(where, Composite) and isinstance(what, str):
        found = any(isinstance(part, str) and what in part for part in where.parts)
        return True if found else Unknown(where.why)
    if isinstance(where, Unknown):
        return Unknown(where.why)
    if isinstance(where, str):
        return what if isinstance(what, Unknown) else isinstance(what, str) and what in where
    if not isinstance(where, list):
        return None
    doubt: Unknown | None = None
    for item in where:
        same = equal(item, what)
        if same is True:
            return True
        doubt = same if isinstance(same, Unknown) else doubt
    return False if doubt is None else doubt


def _starts_with(text: Value, start: Value) -> Value:
    if isinstance(text, Composite) and isinstance(start, str):
        head = text.parts[0] if text.parts else None
        if isinstance(head, str) and (len(head) >= len(start) or not start.startswith(head)):
            return head.startswith(start)
    return _asked(lambda a, b: a.startswith(b))(text, start)


def _ends_with(text: Value, end: Value) -> Value:
    if isinstance(text, Composite) and isinstance(end, str):
        tail = text.parts[-1] if text.parts else None
        if isinstance(tail, str) and (len(tail) >= len(end) or not end.endswith(tail)):
            return tail.endswith(end)
    return _asked(lambda a, b: a.endswith(b))(text, end)


def _not_null(*values: Value) -> Value:
    return next((value for value in values if value is not None), None)


def _any(values: Value) -> Value:
    if not isinstance(values, list):
        return values if isinstance(values, Unknown) else None
    held = [truthy(value) for value in values]
    return True if True in held else next((item for item in held if isinstance(item, Unknown)), False)


def _all(values: Value) -> Value:
    if not isinstance(values, list):
        return values if isinstance(values, Unknown) else None
    held = [truthy(value) for value in values]
    return False if False in held else next((item for item in held if isinstance(item, Unknown)), True)


def _as_list(value: Value) -> Value:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _flag(value: Value) -> Value:
    """Read `true`, "true", "True", "yes", 1 ... as a flag; null stays null."""
    if isinstance(value, Unknown) or value is None or isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in ("true", "yes", "on", "1", "enabled"):
        return True
    return False if word in ("false", "no", "off", "0", "disabled") else None


def _from_json(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return Unknown("the text is not JSON")


def _literal(value: Value) -> Value:
    """Tell whether a text is written out in the source, as no secret should be.

    A reference, or a text made with one, is not; neither is what CloudFormation looks up itself (`{{resolve:...}}`).
    """
    if isinstance(value, Ref | Composite):
        return False
    return value if isinstance(value, Unknown) else bool(value) and not str(value).startswith("{{resolve:")


def _customer_key(value: Value) -> Value:
    """Tell whether a key is named, and none of those that AWS manages (`alias/aws/ebs`)."""
    if isinstance(value, Ref):
        return Unknown(value.why) if value.address.startswith("data.") else True
    if isinstance(value, Composite):
        text = "".join(part for part in value.parts if isinstance(part, str))
        return False if "alias/aws/" in text else True if "key/" in text or "alias/" in text else Unknown(value.why)
    return value if isinstance(value, Unknown) else bool(value) and "alias/aws/" not in str(value)


def _to_number(value: Value) -> Value:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    number = float(value)
    return int(number) if number.is_integer() else number


def _to_string(value: Value) -> Value:
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _type(value: Value) -> Value:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return "null" if value is None else names.get(type(value))


def _join(glue: Value, values: Value) -> Value:
    if not isinstance(values, list):
        return values if isinstance(values, Unknown) else None
    doubt = _open(values)
    if doubt is not None:
        parts: list[str | Unknown] = []
        for value in values:
            parts.extend([glue, value if isinstance(value, Unknown) else str(value)])
        return Composite(doubt.why, tuple(parts[1:]))
    return glue.join(str(value) for value in values if value is not None)


def _map(query: Callable[[Value], Value], values: Value) -> Value:
    if not isinstance(values, list):
        return values if isinstance(values, Unknown) else None
    return [item if isinstance(item, Unknown) and not item.present else query(item) for item in values]


def _ordered(pick: Callable[..., Value]) -> Callable[..., Value]:
    """Apply a function of a whole list, which one unknown member leaves open."""

    def called(values: Value, *rest: Value) -> Value:
        if not isinstance(values, list):
            return values if isinstance(values, Unknown) else None
        doubt = _open(values)
        return _strict(pick)(values, *rest) if doubt is None else doubt

    return called


def _merge(*objects: Value) -> Value:
    merged: dict[str, Value] = {}
    for item in objects:
        if isinstance(item, Unknown):
            return item
        merged.update(item or {})
    return merged


def _entries(value: Value) -> Value:
    if isinstance(value, dict):
        return [{"key": key, "value": item} for key, item in value.items()]
    return value if isinstance(value, Unknown) else None


def _argument(arguments: Value, name: Value) -> Value:
    """Return the value of `--name=value` or `--name value` in a command line; "true" for the name alone.

    Also reads what kubeadm calls extra arguments: an object, or a list of `{name, value}`.
    """
    if isinstance(arguments, dict):
        return arguments.get(name)
    if not isinstance(arguments, list):
        return arguments if isinstance(arguments, Unknown) else None
    for item, following in zip(arguments, [*arguments, None][1:], strict=True):
        if isinstance(item, dict) and item.get("name") == name:
            return item.get("value")
        if item == f"--{name}":
            alone = not isinstance(following, str) or following.startswith("-")
            return "true" if alone else following
        if isinstance(item, str) and item.startswith(f"--{name}="):
            return item.partition("=")[2]
    return _open(arguments)


def _matches(text: Value, pattern: Value) -> Value:
    return re.search(pattern, text) is not None


def _find_all(text: Value, pattern: Value) -> Value:
    return re.findall(pattern, text)


def _port_in(ranges: Value, *ports: Value) -> Value:
    """Tell whether one of the ports is in a list of ports and ranges: `22`, "22", "20-30", "*"."""
    doubt: Unknown | None = None
    for item in ranges if isinstance(ranges, list) else [ranges]:
        if isinstance(item, Unknown):
            doubt = item
        elif item is not None and any(_in_range(str(item).strip(), port) for port in ports):
            return True
    return False if doubt is None else doubt


def _in_range(text: str, port: int) -> bool:
    if text.lower() in ("*", "any", "all", "-1"):
        return True
    first, _, last = text.partition("-")
    return first.isdigit() and int(first) <= port <= int(last if last.isdigit() else first)


def _reverse(value: Value) -> Value:
    return value[::-1]


FUNCTIONS: dict[str, Callable[..., Value]] = {
    **policy.FUNCTIONS,
    **permissions.FUNCTIONS,
    **address.FUNCTIONS,
    **credential.FUNCTIONS,
    "abs": _strict(abs),
    "all": _all,
    "any": _any,
    "argument": _argument,
    "as_list": _as_list,
    "avg": _ordered(lambda values: sum(values) / len(values)),
    "ceil": _strict(math.ceil),
    "contains": _contains,
    "customer_key": _customer_key,
    "ends_with": _ends_with,
    "entries": _entries,
    "find_all": _strict(_find_all),
    "flag": _flag,
    "floor": _strict(math.floor),
    "from_json": _from_json,
    "join": _join,
    "keys": _strict(lambda value: list(value.keys())),
    "length": _length,
    "literal": _literal,
    "lower": _strict(lambda text: text.lower()),
    "map": _map,
    "matches": _asked(_matches),
    "max": _ordered(max),
    "max_by": _ordered(lambda values, query: max(values, key=query)),
    "merge": _merge,
    "min": _ordered(min),
    "min_by": _ordered(lambda values, query: min(values, key=query)),
    "not_null": _not_null,
    "port_in": _port_in,
    "replace": _strict(lambda text, old, new: text.replace(old, new)),
    "reverse": _strict(_reverse),
    "sort": _ordered(sorted),
    "sort_by": _ordered(lambda values, query: sorted(values, key=query)),
    "split": _strict(lambda text, by: text.split(by)),
    "starts_with": _starts_with,
    "sum": _ordered(sum),
    "to_array": lambda value: value if isinstance(value, list | Unknown) else [value],
    "to_number": _strict(_to_number),
    "to_string": _strict(_to_string),
    "trim": _strict(lambda text: text.strip()),
    "type": _strict(_type),
    "upper": _strict(lambda text: text.upper()),
    "values": _strict(lambda value: list(value.values())),
}
