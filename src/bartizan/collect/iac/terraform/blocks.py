"""Blocks to values: attributes evaluated, nested and dynamic blocks as lists of objects, and where each is written."""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.iac.terraform.closures import pairs
from bartizan.collect.iac.terraform.plain import plain
from bartizan.collect.iac.terraform.scope import NAMES, Constant, Evaluate, Scope
from bartizan.collect.iac.terraform.syntax import Attribute, Block, Spot
from bartizan.collect.iac.terraform.values import Fault, Rest, vague
from bartizan.core.truth import Unknown

_META = frozenset({"count", "for_each"})
_NAMING = {
    "resource": frozenset({"provider"}),
    "data": frozenset({"provider"}),
    "ephemeral": frozenset({"provider"}),
    "module": frozenset({"providers"}),
    "variable": frozenset({"type"}),
    "lifecycle": frozenset({"ignore_changes", "replace_triggered_by"}),
    "provisioner": frozenset({"when", "on_failure"}),
    "action_trigger": frozenset({"events"}),
}
"""Attributes, by type of block, that name something instead of having a value; they are kept as they are written."""
_OUTER = ("resource", "data", "ephemeral", "module")
_COMMENT = re.compile(r"(?:#|//)[^\n]*|/\*(?s:.*?)\*/")


class Section(dict[str, Any]):
    """The value of one nested block, with the block it was made of."""

    __slots__ = ("block",)

    block: Block


class Plan:
    """How a block is evaluated, worked out once: which attributes are constants, which types of blocks are in it."""

    __slots__ = ("computed", "constants", "dynamic", "finished", "nested", "spots")

    def __init__(self, block: Block) -> None:
        self.constants: dict[str, Any] = {}
        self.computed: dict[str, Evaluate] = {}
        self.nested: dict[str, list[Block]] = {}
        self.dynamic = False
        self._attributes(block)
        for inner in block.blocks:
            is_dynamic = inner.type == "dynamic" and bool(inner.labels)
            self.nested.setdefault(inner.labels[0] if is_dynamic else inner.type, []).append(inner)
            self.dynamic |= is_dynamic or plan_of(inner).dynamic
        self.spots: dict[str, Spot] | None = None
        self.finished: dict[str, Any] | None = None

    def finished_constants(self) -> dict[str, Any]:
        """Return the constants in core's words, made once; their containers are shared by all instances."""
        if self.finished is None:
            self.finished = {name: finished(value) for name, value in self.constants.items()}
        return self.finished

    def _attributes(self, block: Block) -> None:
        naming = _NAMING.get(block.type, ())
        for name, attribute in block.attributes.items():
            if name in _META and block.type in _OUTER:
                continue
            if name in naming:
                self.constants[name] = named(attribute)
            elif isinstance(attribute.evaluate, Constant):
                self.constants[name] = attribute.evaluate.value
            else:
                self.computed[name] = attribute.evaluate
        if block.type == "provisioner" and block.labels:
            self.constants["type"] = block.labels[0]


def plan_of(block: Block) -> Plan:
    """Return the plan of a block."""
    if block.plan is None:
        block.plan = Plan(block)
    found: Plan = block.plan
    return found


def named(attribute: Attribute) -> Any:
    """Return what an attribute names, as text: `aws.west`, `["tags", "name"]`, `{"aws": "aws.west"}`."""
    source = _COMMENT.sub("", attribute.source).strip()
    if source.startswith("["):
        return [_unquoted(item) for item in _items(source, "[]")]
    if source.startswith("{"):
        entries = [re.split(r"[=:]", item, maxsplit=1) for item in _items(source, "{}")]
        return {_unquoted(entry[0]): _unquoted(entry[1]) for entry in entries if len(entry) == 2}
    return _unquoted(source)


def _items(source: str, brackets: str) -> list[str]:
    return [item for item in re.split(r"[,\n]", source.strip(brackets)) if item.strip()]


def _unquoted(source: str) -> str:
    return source.strip().strip('"')


def guarded(evaluate: Evaluate, scope: Scope) -> Any:
    """Return what an expression evaluates to; one that cannot be is unknown."""
    try:
        return evaluate(scope)
    except Fault as fault:
        return Unknown(str(fault))
    except RecursionError:
        return Unknown("the expression is nested deeper than is evaluated")


def section(block: Block, scope: Scope) -> Section:
    """Return the value of a nested block."""
    plan = plan_of(block)
    if block.type == "required_providers":
        scope = NAMES
    value = Section(plan.constants)
    value.block = block
    for name, evaluate in plan.computed.items():
        value[name] = guarded(evaluate, scope)
    for type_, blocks in plan.nested.items():
        made = sections(blocks, scope)
        if made:  # dynamic blocks that come to none are not written
            value[type_] = made
    return value


def sections(blocks: list[Block], scope: Scope) -> list[Any]:
    """Return the values of nested blocks of one type; an `Unknown` stands for dynamic ones of unknown number."""
    found: list[Any] = []
    for block in blocks:
        if block.type == "dynamic" and block.labels:
            found.extend(_dynamic(block, scope))
        else:
            found.append(section(block, scope))
    return found


def _dynamic(block: Block, scope: Scope) -> list[Any]:
    content = next((inner for inner in block.blocks if inner.type == "content"), None)
    over = block.attributes.get("for_each")
    if content is None or over is None:
        return [Unknown(f'the dynamic block "{block.labels[0]}" has no content, or no for_each')]
    try:
        items = pairs(over.evaluate(scope))
    except Fault as fault:
        items = Unknown(str(fault))
    if isinstance(items, Unknown):
        return [Rest(items.why)]
    scope.module.spend(len(items) + 1)
    return [_iteration(content, scope, _iterator(block), key, value) for key, value in items]


def _iterator(block: Block) -> str:
    given = block.attributes.get("iterator")
    if given is None:
        return block.labels[0]
    return str(given.evaluate.value) if isinstance(given.evaluate, Constant) else given.source.strip()


def _iteration(content: Block, scope: Scope, iterator: str, key: Any, value: Any) -> Any:
    if isinstance(value, Rest):
        return value
    inner, names = scope.inner()
    names[iterator] = {"key": vague(key) if isinstance(key, Rest) else key, "value": value}
    return section(content, inner)


def finished(value: Any) -> Any:
    """Return an evaluated value in core's words; one that is too large is unknown."""
    try:
        return plain(value)
    except (Fault, RecursionError) as fault:
        return Unknown(str(fault) or "the value is nested deeper than is evaluated")


def spots_of(block: Block, nested: dict[str, list[Any]]) -> dict[str, Spot]:
    """Return where the attributes of a block and of the nested blocks it was evaluated to are written."""
    plan = plan_of(block)
    if not plan.dynamic and plan.spots is not None:
        return plan.spots
    found: dict[str, Spot] = {}
    _collect(block, "", nested, found)
    if not plan.dynamic:
        plan.spots = found
    return found


def _collect(block: Block, prefix: str, nested: dict[str, list[Any]], into: dict[str, Spot]) -> None:
    for name, attribute in block.attributes.items():
        if attribute.spot is not None:
            into[prefix + name] = attribute.spot
            for path, spot in attribute.inner:
                into[prefix + path] = spot
    for type_ in plan_of(block).nested:
        for index, value in enumerate(nested.get(type_, ())):
            if isinstance(value, Section):
                here = f"{prefix}{type_}/{index}"
                into[here] = value.block.spot
                _collect(value.block, here + "/", value, into)
