"""The instances of a block: one, `count` of them, or one for each member of a map or set."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import kind_of, number, text, whole
from bartizan.collect.iac.terraform.scope import Scope, Surroundings
from bartizan.collect.iac.terraform.syntax import Block
from bartizan.collect.iac.terraform.values import Fault, Group, Lazy, Many, Rest, unknown_in, vague
from bartizan.core.truth import Unknown

MAX_COUNT = 20_000
"""Instances of one block."""
Make = Callable[[str, Scope, "Unknown | None"], Lazy]
"""Makes an instance of its index (`[0]`, `["a"]`, `[*]` or empty), its scope, and why it may not exist."""


def expand(block: Block, scope: Scope, make: Make) -> Any:
    """Return the instances of a block: one, a list, a map, or `Many` where it is unknown which there are."""
    count, each = block.attributes.get("count"), block.attributes.get("for_each")
    module = scope.module
    given, repeat = (each, _each) if count is None else (count, _counted)
    if given is None:
        return make("", Scope(module), None)
    try:
        found = repeat(given.evaluate(scope), module, make)
    except Fault as fault:
        found = Unknown(str(fault))
    except RecursionError:
        found = Unknown("the number of instances depends on expressions nested deeper than is evaluated")
    if not isinstance(found, Unknown):
        return found
    doubt = Unknown(found.why if " is unknown: " in found.why else f"{given.name} is unknown: {found.why}")
    each_unseen = Scope(module, index=vague(found), each_key=vague(found), each_value=vague(found))
    return Many(make("[*]", each_unseen, doubt), doubt)


def _counted(value: Any, module: Surroundings, make: Make) -> Any:
    found = number(value)
    if isinstance(found, Unknown):
        return found
    count = whole(found)
    if not 0 <= count <= MAX_COUNT:
        raise Fault(f"a count of {count} is not evaluated")
    module.spend(count)
    return [make(f"[{index}]", Scope(module, index=index), None) for index in range(count)]


def _each(value: Any, module: Surroundings, make: Make) -> Any:
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Many):
        return vague(value.doubt)
    items = _items(value)
    if isinstance(items, Unknown):
        return items
    if len(items) > MAX_COUNT:
        raise Fault(f"{len(items)} instances are not evaluated")
    module.spend(len(items))
    return {
        key: make(f"[{json.dumps(key, ensure_ascii=False)}]", Scope(module, each_key=key, each_value=item), None)
        for key, item in items.items()
    }


def _items(value: Any) -> dict[str, Any] | Unknown:
    if isinstance(value, dict):
        return dict(sorted(value.items()))
    if isinstance(value, Lazy):
        return vague(value.reference())
    if not isinstance(value, Group) and not (isinstance(value, list) and not value):
        raise Fault(f"a {kind_of(value)} is given where a map or a set of texts is needed")
    for item in value:
        unseen = vague(item) if isinstance(item, Rest) else unknown_in(item)
        if unseen is not None:
            return vague(unseen)
    return {text(item): text(item) for item in value}
