"""Functions of sets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from math import prod
from typing import Any

from bartizan.collect.iac.terraform.compare import same
from bartizan.collect.iac.terraform.convert import group, listed, members
from bartizan.collect.iac.terraform.functions.collection import rest_of
from bartizan.collect.iac.terraform.values import Fault, Group, Rest
from bartizan.core.truth import Unknown

MAX_PRODUCT = 100_000
"""Combinations `setproduct` makes at most."""


def _holds(items: list[Any], sought: Any) -> bool:
    return any(same(item, sought) is True for item in items)


def _intersection(first: Any, *more: Any) -> Group:
    others = [listed(value) for value in more]
    return group([item for item in listed(first) if all(_holds(other, item) for other in others)])


def _subtract(one: Any, other: Any) -> Group:
    taken = listed(other)
    return group([item for item in listed(one) if not _holds(taken, item)])


def _union(first: Any, *more: Any) -> Group:
    items: list[Any] = []
    for value in (first, *more):
        found = members(value)
        items.extend([Rest(found.why)] if isinstance(found, Unknown) else found)
    return group(items)


def _product(first: Any, second: Any, *more: Any) -> Any:
    lists: list[list[Any]] = []
    for value in (first, second, *more):
        found = members(value)
        if isinstance(found, Unknown):
            return found
        unseen = rest_of(found)
        if unseen is not None:
            return unseen
        lists.append(found)
    if prod(len(items) for items in lists) > MAX_PRODUCT:
        raise Fault(f"more than {MAX_PRODUCT} combinations are not evaluated")
    combined = [list(items) for items in product(*lists)]
    return Group(combined) if all(isinstance(items, Group) for items in lists) else combined


KNOWN: dict[str, Callable[..., Any]] = {"setintersection": _intersection, "setsubtract": _subtract}
OPEN: dict[str, Callable[..., Any]] = {"setproduct": _product, "setunion": _union}
