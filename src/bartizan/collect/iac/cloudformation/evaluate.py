"""Evaluates a template's values: functions become what they stand for, as far as can be known before deployment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT, LOOP, Call, Open, Placed, called
from bartizan.collect.iac.cloudformation.ledger import Ledger
from bartizan.core.place import Gap
from bartizan.core.truth import Composite, Unknown

DEEPEST = 100
"""Calls within calls that are evaluated."""
_FOREIGN = re.compile(r"\$\{(?:self:|opt:|sls:|file\()")
"""Variables of a tool that renders templates (the Serverless Framework): their values are not in the file."""
_LOOP_VARIABLE = re.compile(r"([$&])\{([A-Za-z0-9]+)\}")

Spots = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a section, its loops unrolled."""

    node: Any
    at: str
    bindings: Mapping[str, Any] = field(default_factory=dict)
    doubt: Unknown | None = None


@dataclass(slots=True, kw_only=True)
class Scope:
    """What the functions of one template can refer to."""

    file: str
    prefix: str = ""
    """The address of the nested stack and a dot; empty in a template of its own."""
    spots: Mapping[str, tuple[int, int]]
    ledger: Ledger
    functions: Mapping[str, Function]
    parameters: dict[str, Any] = field(default_factory=dict)
    mappings: Any = None
    conditions: dict[str, Member] = field(default_factory=dict)
    truths: dict[str, bool | Unknown] = field(default_factory=dict)
    """Conditions already judged."""
    resources: dict[str, Member] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    """Other names of resources: `Api.Stage` for `ApiProdStage`."""
    missed: set[str] = field(default_factory=set)
    """Names that were referred to and are not there, each told of once."""
    whole: bool = True
    """Whether every name is known; False where a transform makes more of them."""
    outputs: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """Outputs of the stacks nested here, by logical id."""
    depth: int = 0
    """Calls being evaluated at the moment."""


@dataclass(slots=True)
class Evaluation:
    """Evaluates the nodes of one resource (or parameter, output, condition), noting where each value is written."""

    scope: Scope
    about: str = ""
    bindings: Mapping[str, Any] = field(default_factory=dict)
    spots: Spots = field(default_factory=dict)

    def value(self, node: Any, at: str, to: str | None = None) -> Any:
        """Return what a node stands for.

        `at` is its path in the document; `to` the path its value will have, or None where nobody will look for it.
        `ABSENT` is returned for `AWS::NoValue`.
        """
        kind = type(node)
        if kind is str:
            return self._text(node) if self.bindings or "${" in node else node
        if kind is dict or kind is Call:
            if (call := called(node)) is not None:
                name, argument, below = call
                return self.call(name, argument, at + below, to)
            return self._mapping(node, at, to)
        if kind is list:
            return self._list(node, at, to)
        if kind is Placed:
            return self.value(node.node, node.at, to)
        return node

    def present(self, node: Any, at: str) -> Any:
        """Return what a node stands for, with None for `AWS::NoValue`."""
        value = self.value(node, at)
        return None if value is ABSENT else value

    def call(self, name: str, argument: Any, at: str, to: str | None = None) -> Any:
        """Return what a function gives."""
        function = self.scope.functions.get(name)
        if function is None:
            return self.unknown(f"the function {name} is not known", at)
        if self.scope.depth >= DEEPEST:
            return self.unknown(f"functions call each other more than {DEEPEST} levels deep", at)
        self.scope.depth += 1
        try:
            return function(self, argument, at, to)
        finally:
            self.scope.depth -= 1

    def unknown(self, why: str, at: str) -> Unknown:
        """Return an unknown value, telling of it as a gap as well."""
        line, column = self.place(at)
        tail = "/".join(at.split("/")[2:]).removeprefix("Properties/")
        about = (f"{self.about}/{tail}" if tail else self.about) if self.about else at
        self.scope.ledger.gap(Gap(self.scope.file, f"{why[0].upper()}{why[1:]}.", line, column, about))
        return Unknown(why)

    def place(self, at: str) -> tuple[int, int]:
        """Return line and column of a path in the document, or of its nearest ancestor."""
        while at:
            if at in self.scope.spots:
                return self.scope.spots[at]
            at = at.rpartition("/")[0]
        return (1, 1)

    def bound(self, bindings: Mapping[str, Any]) -> Evaluation:
        """Return this evaluation within a loop."""
        return replace(self, bindings={**self.bindings, **bindings})

    def name(self, text: str) -> str | Unknown:
        """Return a name in which the variables of loops are replaced."""
        doubts: list[Unknown] = []

        def replaced(match: re.Match[str]) -> str:
            value = self.bindings.get(match[2], match[0])
            if isinstance(value, Unknown):
                doubts.append(value)
                return match[0]
            return re.sub("[^A-Za-z0-9]", "", str(value)) if match[1] == "&" and value != match[0] else str(value)

        made = _LOOP_VARIABLE.sub(replaced, text) if self.bindings else text
        return doubts[0] if doubts else made

    def _text(self, text: str) -> Any:
        if _FOREIGN.search(text):
            return Composite("set by the tool that renders the template", (Unknown(text),))
        if not self.bindings or "{" not in text:
            return text
        named = self.name(text)
        return Composite(named.why, (named,)) if isinstance(named, Unknown) else named

    def _list(self, node: list[Any], at: str, to: str | None) -> list[Any]:
        values: list[Any] = []
        for index, item in enumerate(node):
            here = f"{at}/{index}"
            there = None if to is None else f"{to}/{len(values)}" if to else str(len(values))
            value = self.value(item, here, there)
            if value is not ABSENT:
                values.append(value)
                self._mark(item, here, there)
        return values

    def _mapping(self, node: dict[str, Any], at: str, to: str | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        doubt: Unknown | None = None
        for key, item in node.items():
            here = f"{at}/{key}"
            if key[:4] == "Fn::":
                more = self._loop(key, item, here, to) if key.startswith(LOOP) else self._odd(key, item, here)
                if isinstance(more, Unknown):
                    doubt = more
                else:
                    values.update(more)
                continue
            name = self.name(key) if self.bindings else key
            if isinstance(name, Unknown):
                doubt = name
                continue
            there = None if to is None else f"{to}/{name}" if to else name
            value = self.value(item, here, there)
            if value is not ABSENT:
                values[name] = value
                self._mark(item, here, there)
        return values if doubt is None else Open(values, doubt)

    def _mark(self, item: Any, here: str, there: str | None) -> None:
        if there is not None:
            spot = self.scope.spots.get(item.at if type(item) is Placed else here)
            if spot is not None:
                self.spots[there] = spot

    def _odd(self, key: str, item: Any, at: str) -> Unknown:
        if key == "Fn::Transform":
            found = self.call(key, item, at)
            return found if isinstance(found, Unknown) else Unknown("a transform adds to it")
        return self.unknown(f"{key} stands beside other keys, where a function must stand alone", at)

    def _loop(self, key: str, node: Any, at: str, to: str | None) -> dict[str, Any] | Unknown:
        values: dict[str, Any] = {}
        for turn in loop(self, node, at):
            if isinstance(turn, Unknown):
                return turn
            inner, body, body_at, doubt = turn
            made = inner._mapping(body, body_at, to)
            if doubt is not None or isinstance(made, Open):
                return Unknown(f"the keys that {key} makes are not known")
            values.update(made)
        return values


Function = Callable[[Evaluation, Any, str, str | None], Any]
"""Takes the evaluation, the argument, the argument's path in the document and the path the value will have."""

Turn = tuple[Evaluation, dict[str, Any], str, Unknown | None]
"""One turn of a loop: the evaluation with the variable bound, the body, the body's path, and why it may not be."""


def loop(run: Evaluation, node: Any, at: str) -> list[Turn] | list[Unknown]:
    """Return the turns of a `Fn::ForEach`; a single `Unknown` where it is malformed.

    Where the collection is unknown there is one turn, in doubt.
    """
    if type(node) is Placed:
        node, at = node.node, node.at
    if not (isinstance(node, list) and len(node) == 3 and isinstance(node[0], str) and isinstance(node[2], dict)):
        return [run.unknown("a Fn::ForEach takes a name, a collection and a mapping", at)]
    variable, body = node[0], node[2]
    collection = run.present(node[1], f"{at}/1")
    items = collection if isinstance(collection, list) else [collection]
    if not all(isinstance(item, str | int | Unknown) for item in items):
        return [run.unknown("the collection of a Fn::ForEach must be a list of texts", f"{at}/1")]
    if not run.scope.ledger.spend_copies(len(items) * max(1, len(body))):
        return [run.unknown("loops make more members than are read", at)]
    return [
        (run.bound({variable: item}), body, f"{at}/2", item if isinstance(item, Unknown) else None) for item in items
    ]
