"""Numeric functions."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import number, text, whole
from bartizan.collect.iac.terraform.operate import BINARY
from bartizan.collect.iac.terraform.values import Fault

MAX_RANGE = 1024
"""Numbers `range` makes at most, as in Terraform."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _shown(value: float) -> int | float:
    """Return a float as an int where it is whole; raises `Fault` where it is no number."""
    if not math.isfinite(value):
        raise Fault("the result is not a finite number")
    return int(value) if value == int(value) else value


def _log(value: Any, base: Any) -> int | float:
    try:
        return _shown(math.log(number(value)) / math.log(number(base)))
    except (ValueError, ZeroDivisionError):
        raise Fault("there is no such logarithm") from None


def _pow(value: Any, power: Any) -> int | float:
    try:
        return _shown(math.pow(number(value), number(power)))
    except (ValueError, OverflowError):
        raise Fault("there is no such power") from None


def _parseint(value: Any, base: Any) -> int:
    digits, radix = text(value), whole(base)
    if not 2 <= radix <= 62 or len(digits) > 400:
        raise Fault("the base must be from 2 to 62")
    sign, digits = (-1, digits[1:]) if digits[:1] == "-" else (1, digits.removeprefix("+"))
    if radix <= 36:
        digits = digits.lower()
    result = 0
    for digit in digits or "?":
        place = _DIGITS.find(digit)
        if not 0 <= place < radix:
            raise Fault(f'"{digits[:40]}" is not a number in base {radix}')
        result = result * radix + place
    return sign * result


def _signum(value: Any) -> int:
    known = number(value)
    return int(known > 0) - int(known < 0)


def _range(*bounds: Any) -> list[Any]:
    numbers = [number(bound) for bound in bounds]
    if not 1 <= len(numbers) <= 3:
        raise Fault("range takes one to three numbers")
    start, limit = (0, numbers[0]) if len(numbers) == 1 else numbers[:2]
    step = numbers[2] if len(numbers) == 3 else (1 if limit >= start else -1)
    if step == 0 or ((step > 0) != (limit >= start) and limit != start):
        raise Fault("the step leads away from the limit")
    found: list[Any] = []
    while (start < limit) if step > 0 else (start > limit):
        found.append(start)
        if len(found) > MAX_RANGE:
            raise Fault(f"more than {MAX_RANGE} numbers")
        start = BINARY["+"](start, step)
    return found


def _sum(values: Any) -> int | float:
    if not isinstance(values, list) or not values:
        raise Fault("the sum needs a list with members")
    total: int | float = 0
    for value in values:
        total = BINARY["+"](total, value)
    return total


KNOWN: dict[str, Callable[..., Any]] = {
    "abs": lambda value: abs(number(value)),
    "ceil": lambda value: math.ceil(number(value)),
    "floor": lambda value: math.floor(number(value)),
    "log": _log,
    "max": lambda first, *more: max(number(value) for value in (first, *more)),
    "min": lambda first, *more: min(number(value) for value in (first, *more)),
    "parseint": _parseint,
    "pow": _pow,
    "range": _range,
    "signum": _signum,
    "sum": _sum,
}
