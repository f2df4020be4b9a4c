"""Calls of CloudFormation's functions, in their short (`!Ref`) and full (`Fn::GetAtt`) forms, and other odd nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from bartizan.core.truth import Unknown

ABSENT: Final = object()
"""What `AWS::NoValue` leaves: the key or the list item is not there."""
LOOP = "Fn::ForEach::"
_WITHOUT_PREFIX = frozenset({"Ref", "Condition", "Transform"})


@dataclass(frozen=True, slots=True)
class Call:
    """A function called in its short form; in the full form it is a mapping of one key."""

    name: str
    """As in the full form: `Ref`, `Fn::Sub`, `Condition`."""
    argument: Any


@dataclass(frozen=True, slots=True)
class Placed:
    """A node that is written elsewhere in the template: a global of SAM."""

    node: Any
    at: str
    """Its path in the document."""


class Open(dict[str, Any]):
    """A mapping that may have more keys than are known: asked for another, it answers `Unknown`."""

    def __init__(self, known: dict[str, Any], why: Unknown) -> None:
        super().__init__(known)
        self.why = why

    def get(self, key: str, default: Any = None, /) -> Any:
        """Return the value of a key, or why it cannot be told."""
        return super().get(key, self.why)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Open, (dict(self), self.why))


def tagged(tag: str, value: Any) -> Call:
    """Return the call a YAML tag stands for: `!Ref` is `Ref`, `!Sub` is `Fn::Sub`."""
    name = tag[1:]
    if name in _WITHOUT_PREFIX:
        return Call("Fn::Transform" if name == "Transform" else name, value)
    return Call(f"Fn::{name}", value)


def called(node: Any) -> tuple[str, Any, str] | None:
    """Return the function a node calls, its argument, and the argument's path below the node; None for data."""
    if type(node) is Call:
        return node.name, node.argument, ""
    if type(node) is dict and len(node) == 1:
        ((name, argument),) = node.items()
        if name == "Ref" or (name.startswith("Fn::") and not name.startswith(LOOP)):
            return name, argument, f"/{name}"
    return None
