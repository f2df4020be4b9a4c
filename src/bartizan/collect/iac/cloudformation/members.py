"""The members of a list that is an argument: their values, and which of them are certain to be there."""

from __future__ import annotations

from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT, Placed, called
from bartizan.collect.iac.cloudformation.evaluate import Evaluation
from bartizan.core.truth import Unknown

_MAY_VANISH = frozenset({"Fn::If", "Fn::Base64", "Fn::Transform"})
"""Functions that may come to `AWS::NoValue`."""


def members_of(run: Evaluation, node: Any, at: str) -> list[tuple[Any, bool]] | Unknown | None:
    """Return the members of a list, each with whether it is certainly one member; None for what is no list."""
    if type(node) is Placed:
        node, at = node.node, node.at
    if type(node) is list:
        values = ((run.value(item, f"{at}/{index}"), item) for index, item in enumerate(node))
        return [(value, _stays(item, value)) for value, item in values if value is not ABSENT]
    value = run.present(node, at)
    if isinstance(value, list):
        return [(item, not isinstance(item, Unknown) or item.present) for item in value]
    return value if isinstance(value, Unknown) else None


def _stays(item: Any, value: Any) -> bool:
    if not isinstance(value, Unknown) or value.present:
        return True
    call = called(item.node if type(item) is Placed else item)
    return call is not None and call[0] not in _MAY_VANISH
