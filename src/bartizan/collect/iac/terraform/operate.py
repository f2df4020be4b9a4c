"""Operators, attributes and indexes on values, three-valued: an unseen operand makes an unseen result if it matters."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal
from typing import Any

from bartizan.collect.iac.terraform.compare import same
from bartizan.collect.iac.terraform.convert import boolean, kind_of, number, number_text, shortest, text
from bartizan.collect.iac.terraform.values import Fault, Group, Lazy, Many, Rest, arranged, is_shuffled, vague
from bartizan.core.truth import Ref, Unknown

_EXACT = Context(prec=80)
_MAX_BITS = 4_000


def deeper(unknown: Unknown, step: str) -> Unknown:
    """Return what lies at `.name` or `[0]` of an unknown: still an attribute of the same resource, if it was one."""
    if isinstance(unknown, Ref):
        attribute = (unknown.attribute + step).removeprefix(".")
        return Ref(unknown.why, address=unknown.address, attribute=attribute)
    return vague(unknown)


def attribute(value: Any, name: str) -> Any:
    """Return `value.name`; raises `Fault`."""
    if isinstance(value, dict):
        try:
            return value[name]
        except KeyError:
            raise Fault(f'there is no attribute "{name}"') from None
    if isinstance(value, Lazy):
        return value.attribute(name)
    if isinstance(value, Unknown):
        return deeper(value, "." + name)
    raise Fault(f'a {kind_of(value)} has no attribute "{name}"')


def index(value: Any, key: Any) -> Any:
    """Return `value[key]`; raises `Fault`."""
    if isinstance(value, list):
        return _item(value, key)
    if isinstance(value, Lazy):
        return value.at(key)
    if isinstance(key, Unknown):
        return vague(key)
    if isinstance(value, Unknown):
        return deeper(value, f'["{key}"]' if isinstance(key, str) else f"[{text(key)}]")
    if isinstance(value, dict):
        name = text(key)
        if name in value:
            return value[name]
        raise Fault(f'there is no element "{name}"')
    raise Fault(f"a {kind_of(value)} has no elements")


def _item(items: list[Any], key: Any) -> Any:
    if isinstance(items, Group):
        raise Fault("the members of a set have no index")
    position = number(key)
    if isinstance(position, Unknown):
        return vague(position)
    if position < 0 or position != int(position):
        raise Fault(f"{number_text(position)} is not an index of a list")
    for item in items[: int(position) + 1]:
        if isinstance(item, Rest):
            return vague(item)
    if is_shuffled(items):
        return Unknown("the order of the list is not known, as it was made of a set with unknown members")
    if position >= len(items):
        raise Fault(f"the list has {len(items)} members, none at index {number_text(position)}")
    return items[int(position)]


def splat(value: Any, each: Callable[[Any], Any]) -> Any:
    """Return `value[*]` with `each` applied to its members; a single value counts as a list of one, null as none."""
    if value is None:
        return []
    if isinstance(value, list):
        return arranged([Rest(item.why) if isinstance(item, Rest) else each(item) for item in value], value)
    if isinstance(value, Many):
        return [Rest(value.doubt.why)]
    if isinstance(value, Unknown):
        return vague(value)
    return [each(value)]


def negated(value: Any) -> Any:
    """Return `!value`."""
    known = boolean(value)
    return vague(known) if isinstance(known, Unknown) else not known


def minus(value: Any) -> Any:
    """Return `-value`."""
    known = number(value)
    return vague(known) if isinstance(known, Unknown) else -known


def equal(one: Any, other: Any) -> Any:
    """Return `one == other`."""
    return same(one, other)


def unequal(one: Any, other: Any) -> Any:
    """Return `one != other`."""
    answer = same(one, other)
    return answer if isinstance(answer, Unknown) else not answer


def _numeric(operate: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def operator(one: Any, other: Any) -> Any:
        left, right = number(one), number(other)
        if isinstance(left, Unknown):
            return vague(left)
        return vague(right) if isinstance(right, Unknown) else operate(left, right)

    return operator


def _exact(value: float) -> Decimal:
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))


def _arithmetic(operate: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def operator(left: Any, right: Any) -> int | float:
        if isinstance(left, int) and isinstance(right, int):
            result = operate(left, right)
            if result.bit_length() > _MAX_BITS:
                raise Fault("the number grows larger than is evaluated")
            return int(result)
        try:
            return shortest(_EXACT.plus(operate(_exact(left), _exact(right))))
        except (OverflowError, ArithmeticError):
            raise Fault("the number grows larger than is evaluated") from None

    return _numeric(operator)


def _divide(left: Any, right: Any) -> int | float:
    if right == 0:
        raise Fault("a number is divided by zero")
    if isinstance(left, int) and isinstance(right, int) and left % right == 0:
        return left // right
    return shortest(_EXACT.divide(_exact(left), _exact(right)))


def _remainder(left: Any, right: Any) -> int | float:
    if right == 0:
        raise Fault("a number is divided by zero")
    return shortest(_EXACT.remainder(_exact(left), _exact(right)))


BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "==": equal,
    "!=": unequal,
    "<": _numeric(lambda one, other: one < other),
    ">": _numeric(lambda one, other: one > other),
    "<=": _numeric(lambda one, other: one <= other),
    ">=": _numeric(lambda one, other: one >= other),
    "+": _arithmetic(lambda one, other: one + other),
    "-": _arithmetic(lambda one, other: one - other),
    "*": _arithmetic(lambda one, other: one * other),
    "/": _numeric(_divide),
    "%": _numeric(_remainder),
}
"""The binary operators, but for `&&` and `||`, which may decide on one side alone."""
PRECEDENCE = {
    "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
}  # fmt: skip
