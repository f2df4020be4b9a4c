"""Conversions between the types of values, as Terraform does them: a number to a text, a text to a bool, JSON."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from bartizan.collect.iac.terraform.values import (
    CERTAIN,
    Fault,
    Group,
    Json,
    Lazy,
    Many,
    Rest,
    composite,
    is_shuffled,
    unknown_in,
    vague,
)
from bartizan.core.truth import Composite, Ref, Unknown

MAX_EXPONENT = 400
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\Z", re.ASCII)
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})
_TRUTHS = {"true": True, "false": False, "1": True, "0": False}


def kind_of(value: Any) -> str:
    """Return a value's type, in words for a sentence."""
    if value is None or isinstance(value, Unknown):
        return "null" if value is None else "value that is not known"
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, (str, Json)):
        return "string"
    if isinstance(value, Group):
        return "set"
    return "list" if isinstance(value, list) else "object"


def text(value: Any) -> Any:
    """Return a scalar as text, or an `Unknown`; raises `Fault` for what has no text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Json):
        return json_text(value.value)
    if isinstance(value, Lazy):
        return vague(value.reference())
    raise Fault(f"a {kind_of(value)} is used where a text is needed")


def number_text(value: float) -> str:
    """Return a number as Terraform prints it: never with an exponent, never `1.0`."""
    if isinstance(value, int):
        return str(value)
    return format(Decimal(repr(value)), "f")


def number(value: Any) -> Any:
    """Return a value as a number, or an `Unknown`; raises `Fault` where it is none."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, Unknown):
        return value
    if isinstance(value, str):
        return parsed_number(value)
    raise Fault(f"a {kind_of(value)} is used where a number is needed")


def parsed_number(digits: str) -> int | float:
    """Return the number written in `digits`; raises `Fault`."""
    if digits.isdecimal() and digits.isascii() and len(digits) <= MAX_EXPONENT:
        return int(digits)
    if not _NUMBER.match(digits):
        raise Fault(f'"{digits[:40]}" is not a number')
    try:
        exact = Decimal(digits)
    except InvalidOperation:
        raise Fault(f'"{digits[:40]}" is not a number') from None
    if not exact.is_finite() or abs(exact.adjusted()) > MAX_EXPONENT:
        raise Fault(f'"{digits[:40]}" is not a number that is evaluated')
    return shortest(exact)


def shortest(exact: Decimal) -> int | float:
    """Return an exact number as an int where it is whole."""
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def whole(value: Any) -> int:
    """Return a known number as an int; raises `Fault` where it is not whole."""
    found = number(value)
    if isinstance(found, float):
        if not found.is_integer():
            raise Fault(f"{number_text(found)} is not a whole number")
        return int(found)
    return int(found)


def boolean(value: Any) -> Any:
    """Return a value as a bool, or an `Unknown`; raises `Fault` where it is none."""
    if isinstance(value, (bool, Unknown)):
        return value
    if isinstance(value, str) and value in _TRUTHS:
        return _TRUTHS[value]
    raise Fault(f"a {kind_of(value)} is used where true or false is needed")


def members(value: Any) -> list[Any] | Unknown:
    """Return the members of a list or set, or an `Unknown`; raises `Fault` for anything else."""
    if isinstance(value, list):
        return value
    if isinstance(value, Unknown):
        return vague(value)
    if isinstance(value, Many):
        return [Rest(value.doubt.why)]
    raise Fault(f"a {kind_of(value)} is used where a list is needed")


def listed(value: Any) -> list[Any]:
    """Return the members of a list or set that is known; raises `Fault`."""
    found = members(value)
    if isinstance(found, Unknown):
        raise Fault("a list that is not known is used where a known one is needed")
    return found


def mapping(value: Any) -> dict[str, Any] | Unknown:
    """Return a map or object, or an `Unknown`; raises `Fault` for anything else."""
    if isinstance(value, dict):
        return value
    if isinstance(value, Unknown):
        return vague(value)
    if isinstance(value, Many):
        return vague(value.doubt)
    if isinstance(value, Lazy):
        return vague(value.reference())
    raise Fault(f"a {kind_of(value)} is used where a map is needed")


def alike(items: list[Any]) -> list[Any]:
    """Return scalars of several types as texts, as the members of one list or map have one type."""
    kinds = {kind_of(item) for item in items if item is not None and not isinstance(item, Unknown)}
    if len(kinds) > 1 and "string" in kinds and kinds <= {"string", "number", "bool"}:
        return [item if item is None else text(item) for item in items]
    return items


def group(items: list[Any]) -> Group:
    """Return the set of some items: texts and numbers in order, known repetitions once."""
    distinct: list[Any] = []
    seen: set[Any] = set()
    for item in items:
        key = _key(item)
        if key is None or key not in seen:
            distinct.append(item)
            seen.add(key)
    if all(isinstance(item, str) for item in distinct) or all(type(item) in (int, float) for item in distinct):
        distinct.sort()
    return Group(distinct)


def _key(item: Any) -> Any:
    """Return what tells a known item from others, None for what is not fully known."""
    if isinstance(item, (str, bool, int, float)):
        return (type(item) is bool, item)
    if item is None or unknown_in(item) is not None:
        return None
    return (False, json_text(item.value)) if isinstance(item, Json) else json.dumps(_stripped(item), sort_keys=True)


def json_text(value: Any) -> str | Composite:
    """Return the JSON encoding of a value: compact, keys in order, as Terraform writes it."""
    if unknown_in(value) is None:
        return _escaped(json.dumps(_stripped(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    parts: list[Any] = []
    _encode(value, parts)
    return composite(parts)


def _escaped(encoded: str) -> str:
    return encoded.translate(_ESCAPES)


def _stripped(value: Any) -> Any:
    """Return a value without the wrappers that stand for texts."""
    if isinstance(value, Json):
        return json_text(value.value)
    if isinstance(value, list):
        return [_stripped(item) for item in value]
    if isinstance(value, dict):
        return {key: _stripped(item) for key, item in value.items()}
    return value


def _encode(value: Any, parts: list[Any]) -> None:
    if isinstance(value, Json):
        value = json_text(value.value)
    if isinstance(value, Lazy):
        value = vague(value.reference())
    if isinstance(value, Unknown):
        _encode_unseen(value, parts)
    elif is_shuffled(value):
        parts.append(Unknown("the order of the members is not known"))
    elif isinstance(value, list):
        _encode_list(value, parts)
    elif isinstance(value, dict):
        parts.append("{")
        for index, key in enumerate(sorted(value)):
            parts.append(("," if index else "") + _escaped(json.dumps(key, ensure_ascii=False)) + ":")
            _encode(value[key], parts)
        parts.append("}")
    else:
        parts.append(_escaped(json.dumps(value, ensure_ascii=False)))


def _encode_list(items: list[Any], parts: list[Any]) -> None:
    parts.append("[")
    separator = ""
    for item in items:
        if isinstance(item, Rest):
            parts.append(vague(item))  # with the commas around it, if it is anything
            separator = ""
        else:
            parts.append(separator)
            _encode(item, parts)
            separator = ","
    parts.append("]")


def _encode_unseen(value: Unknown, parts: list[Any]) -> None:
    if isinstance(value, Composite):
        inner = [_escaped(json.dumps(p, ensure_ascii=False))[1:-1] if isinstance(p, str) else p for p in value.parts]
        parts.extend(['"', *inner, '"'])
    elif isinstance(value, Ref) and value.attribute in CERTAIN:
        parts.extend(['"', value, '"'])
    else:
        parts.append(value)
