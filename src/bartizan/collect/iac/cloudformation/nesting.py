"""Stacks within stacks: where their templates are, and in which order to read them."""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from bartizan.collect.iac.cloudformation.call import Call, Placed
from bartizan.collect.iac.cloudformation.evaluate import Scope
from bartizan.collect.iac.cloudformation.ledger import Ledger
from bartizan.collect.iac.cloudformation.sections import fields
from bartizan.collect.iac.cloudformation.text import shown, written
from bartizan.collect.resource import Resource
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

_STACK = "AWS::CloudFormation::Stack"
_APPLICATION = "AWS::Serverless::Application"


@dataclass(frozen=True, slots=True)
class Stack:
    """What a nested stack is made of."""

    template: Any
    """Where its template is: a path, a URL, `Unknown`."""
    parameters: Mapping[str, Any]

    @classmethod
    def of(cls, resource: Resource) -> Stack:
        """Return the stack a resource declares."""
        value = resource.value
        metadata = value.get("$Metadata")
        synthesised = metadata.get("aws:asset:path") if isinstance(metadata, dict) else None
        template = value.get("Location" if resource.type == _APPLICATION else "TemplateURL")
        parameters = value.get("Parameters")
        given = parameters if isinstance(parameters, dict) else {}
        return cls(synthesised if isinstance(synthesised, str) else template, given)


def nested(kind: str) -> bool:
    """Tell whether a type of resource is a stack of its own."""
    return kind in (_STACK, _APPLICATION)


def located(resource: Resource, file: str, ledger: Ledger) -> str | Gap:
    """Return the file of a nested stack's template, or a gap that says why it is not read."""
    where = Stack.of(resource).template
    place = resource.place
    local = path(file, where, ledger.tree) if isinstance(where, str) else None
    if local is not None:
        ledger.files.add(local)
        return local
    told = shown(written(where)) if isinstance(where, str | Unknown) else "an application of the repository"
    why = f"The nested stack's template ({told[:300]}) is not in the scanned directory, so it is not read."
    return Gap(file, why, place.line, place.column, resource.address)


def path(file: str, where: str, tree: Tree) -> str | None:
    """Return the scanned file that `where`, written in `file`, means; None for what is elsewhere."""
    if "://" in where or "{{" in where or "\0" in where:
        return None
    found = tree.inside(posixpath.dirname(file), where.replace("\\", "/"))
    if not found:
        return None
    index = bisect_left(tree.files, found)
    return found if index < len(tree.files) and tree.files[index] == found else None


def ordered(scope: Scope) -> list[str]:
    """Return the stacks nested in a template, those first whose outputs others are given."""
    pending = {
        name: node
        for name, member in scope.resources.items()
        if (node := fields(member.node)) is not None and nested(str(node.get("Type")))
    }
    needs = {
        name: sorted({other for other in _mentions(node) if other in pending and other != name})
        for name, node in pending.items()
    }
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError:
        return list(needs)


def _mentions(node: Any) -> Iterator[str]:
    """Yield every text in a node that may name a resource."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here.partition(".")[0]
            yield from (part.partition(".")[0].partition("}")[0] for part in here.split("${")[1:])
        elif isinstance(here, dict):
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
        elif isinstance(here, Call):
            waiting.append(here.argument)
        elif isinstance(here, Placed):
            waiting.append(here.node)
