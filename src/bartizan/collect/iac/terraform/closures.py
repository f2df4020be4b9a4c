"""Builders of compiled expressions: each takes the compiled parts and returns a function of the scope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bartizan.collect.iac.terraform.compare import same
from bartizan.collect.iac.terraform.convert import boolean, kind_of, text
from bartizan.collect.iac.terraform.operate import BINARY, attribute, index, splat
from bartizan.collect.iac.terraform.scope import UNSET, Constant, Evaluate, Scope
from bartizan.collect.iac.terraform.values import (
    WORKING_DIRECTORY,
    Fault,
    Group,
    Lazy,
    Many,
    Rest,
    Shuffled,
    arranged,
    composite,
    either,
    is_shuffled,
    vague,
)
from bartizan.core.truth import Unknown

Step = Callable[[Any, Scope], Any]
"""One step of a traversal: from a value to a part of it."""


def refused(why: str) -> Evaluate:
    """Return an expression that cannot be evaluated."""

    def refuse(scope: Scope) -> Any:
        raise Fault(why)

    return refuse


def name(root: str) -> Evaluate:
    """Return what a bound name stands for."""

    def bound(scope: Scope) -> Any:
        names = scope.names
        if names is not None and root in names:
            return names[root]
        raise Fault(f'"{root}" does not stand for anything here')

    return bound


def resource(mode: str, type_: str, label: str) -> Evaluate:
    """Return a resource, or an attribute of a name that a dynamic block introduces (`ingress.value`)."""
    key = (mode, type_, label)
    root, step = (mode, type_) if mode else (type_, label)

    def referred(scope: Scope) -> Any:
        names = scope.names
        if names is not None and root in names:
            found = attribute(names[root], step)
            return attribute(found, label) if mode else found
        return scope.module.resource(key)

    return referred


def _bound_once(value: Any, what: str) -> Any:
    if value is UNSET:
        raise Fault(f"{what} has no meaning here")
    return value


def keyword(root: str, member: str) -> Evaluate | None:
    """Return `root.member` for the roots Terraform reserves; None where the root is not one, or has no such member."""
    match root, member:
        case "var", _:
            return lambda scope: scope.module.variable(member)
        case "local", _:
            return lambda scope: scope.module.local(member)
        case "module", _:
            return lambda scope: scope.module.child(member)
        case "each", "key":
            return lambda scope: _bound_once(scope.each_key, "each.key")
        case "each", "value":
            return lambda scope: _bound_once(scope.each_value, "each.value")
        case "count", "index":
            return lambda scope: _bound_once(scope.index, "count.index")
        case "path", "module":
            return lambda scope: scope.module.path
        case "path", "root":
            return Constant(".")
        case "path", "cwd":
            return Constant(WORKING_DIRECTORY)
        case (("terraform" | "tofu"), "workspace"):
            return Constant("default")
        case "self", _:
            return lambda scope: attribute(_bound_once(scope.itself, "self"), member)
    return None


def traverse(base: Evaluate, steps: Sequence[Step]) -> Evaluate:
    """Return the part of `base` that the steps lead to."""
    if not steps:
        return base
    if len(steps) == 1:
        only = steps[0]
        return lambda scope: only(base(scope), scope)

    def traversed(scope: Scope) -> Any:
        value = base(scope)
        for step in steps:
            value = step(value, scope)
        return value

    return traversed


def attribute_step(attribute_name: str) -> Step:
    """Return the step `.name`."""
    return lambda value, scope: attribute(value, attribute_name)


def index_step(key: Evaluate) -> Step:
    """Return the step `[key]`."""
    if isinstance(key, Constant):
        known = key.value
        return lambda value, scope: index(value, known)
    return lambda value, scope: index(value, key(scope))


def splat_step(steps: Sequence[Step]) -> Step:
    """Return the step `[*]`, with what follows it."""

    def each_step(value: Any, scope: Scope) -> Any:
        def each(item: Any) -> Any:
            for step in steps:
                item = step(item, scope)
            return item

        return splat(value, each)

    return each_step


def unary(operate: Callable[[Any], Any], operand: Evaluate) -> Evaluate:
    """Return `operate(operand)`."""
    if isinstance(operand, Constant):
        try:
            return Constant(operate(operand.value))
        except Fault:
            pass  # told where it is evaluated
    return lambda scope: operate(operand(scope))


def binary(operator: str, left: Evaluate, right: Evaluate) -> Evaluate:
    """Return `left operator right`."""
    if operator in ("&&", "||"):
        return _decisive(operator == "||", left, right)
    operate = BINARY[operator]
    return lambda scope: operate(left(scope), right(scope))


def _decisive(decider: bool, left: Evaluate, right: Evaluate) -> Evaluate:
    def decided(scope: Scope) -> Any:
        first = boolean(left(scope))
        if first is decider:
            return decider
        if not isinstance(first, Unknown):
            second = boolean(right(scope))
            return vague(second) if isinstance(second, Unknown) else second
        return decider if _tried(right, scope) is decider else vague(first)

    return decided


def _tried(evaluate: Evaluate, scope: Scope) -> Any:
    """Return a value that may never be asked for, so that failing to evaluate it is no fault."""
    try:
        value = evaluate(scope)
        return boolean(value) if isinstance(value, str) and value in ("true", "false") else value
    except Fault as fault:
        return Unknown(str(fault))


def conditional(predicate: Evaluate, then: Evaluate, otherwise: Evaluate) -> Evaluate:
    """Return `predicate ? then : otherwise`."""

    def chosen(scope: Scope) -> Any:
        known = boolean(predicate(scope))
        if known is True:
            return then(scope)
        if known is False:
            return otherwise(scope)
        return _either(known, then, otherwise, scope)

    return chosen


def _either(predicate: Unknown, then: Evaluate, otherwise: Evaluate, scope: Scope) -> Any:
    try:
        one, other = then(scope), otherwise(scope)
        if same(one, other) is True:
            return one
    except Fault:
        pass
    return vague(predicate)


def sequence(items: Sequence[Evaluate]) -> Evaluate:
    """Return `[a, b, c]`."""
    if all(isinstance(item, Constant) for item in items):
        return Constant([item.value for item in items if isinstance(item, Constant)])
    return lambda scope: [item(scope) for item in items]


def record(entries: Sequence[tuple[str | Evaluate, Evaluate]]) -> Evaluate:
    """Return `{key = value}`; an entry's key is a name or an expression."""
    if all(isinstance(key, str) for key, _ in entries):
        named = [(key, value) for key, value in entries if isinstance(key, str)]
        if all(isinstance(value, Constant) for _, value in named):
            return Constant({key: value.value for key, value in named if isinstance(value, Constant)})
        return lambda scope: {key: value(scope) for key, value in named}

    def made(scope: Scope) -> Any:
        result: dict[str, Any] = {}
        unseen: Unknown | None = None
        for key, value in entries:
            found = key if isinstance(key, str) else text(key(scope))
            if isinstance(found, Unknown):
                unseen = either(unseen, found)
            else:
                result[found] = value(scope)
        return result if unseen is None else vague(unseen)

    return made


def pairs(collection: Any) -> list[tuple[Any, Any]] | Unknown:
    """Return the keys and values that iterating over a collection gives; raises `Fault` for what is none."""
    if isinstance(collection, Group):
        return [(item, item) for item in collection]
    if isinstance(collection, list):
        return _numbered(collection, is_shuffled(collection))
    if isinstance(collection, dict):
        return sorted(collection.items())
    if isinstance(collection, Unknown):
        return vague(collection)
    if isinstance(collection, Many):
        return vague(collection.doubt)
    if isinstance(collection, Lazy):
        return vague(collection.reference())
    raise Fault(f"a {kind_of(collection)} cannot be iterated over")


def _numbered(items: list[Any], in_doubt: bool) -> list[tuple[Any, Any]]:
    numbered: list[tuple[Any, Any]] = []
    position: Any = Unknown("the order of the list is not known") if in_doubt else 0
    for item in items:
        if isinstance(item, Rest):
            position = vague(item)
        numbered.append((position, item))
        if isinstance(position, int):
            position += 1
    return numbered


class Loop:
    """The head of a for expression: what is iterated over, under which names, and which items count."""

    __slots__ = ("collection", "condition", "key", "value")

    def __init__(self, key: str, value: str, collection: Evaluate, condition: Evaluate | None = None) -> None:
        self.key, self.value, self.collection, self.condition = key, value, collection, condition

    def rounds(self, scope: Scope) -> tuple[Any, Any]:
        """Return what is iterated over, and the rounds, which may be `Unknown`.

        Each round is `(scope, counts)`, `counts` being a bool or `Unknown`.
        """
        collection = self.collection(scope)
        items = pairs(collection)
        if isinstance(items, Unknown):
            return collection, items
        scope.module.spend(len(items) + 1)
        return collection, self._each(items, *scope.inner())

    def _each(self, items: list[tuple[Any, Any]], inner: Scope, names: dict[str, Any]) -> Any:
        for key, value in items:
            if self.key:
                names[self.key] = key
            names[self.value] = vague(value) if isinstance(value, Rest) else value
            counts = True if self.condition is None else boolean(self.condition(inner))
            if counts is not False:
                yield inner, (value if isinstance(value, Rest) else counts)


def listing(loop: Loop, result: Evaluate) -> Evaluate:
    """Return `[for value in collection : result]`."""

    def listed(scope: Scope) -> Any:
        collection, rounds = loop.rounds(scope)
        if isinstance(rounds, Unknown):
            return rounds
        items = [result(inner) if counts is True else Rest(counts.why) for inner, counts in rounds]
        return arranged(items, collection)

    return listed


def keyed(loop: Loop, key: Evaluate, result: Evaluate, grouped: bool) -> Evaluate:
    """Return `{for value in collection : key => result}`; with `...`, results of one key are grouped."""

    def made(scope: Scope) -> Any:
        collection, rounds = loop.rounds(scope)
        if isinstance(rounds, Unknown):
            return rounds
        mapping: dict[str, Any] = {}
        for inner, counts in rounds:
            found = text(key(inner)) if counts is True else counts
            if isinstance(found, Unknown):
                return vague(found)
            if grouped:
                mapping.setdefault(found, []).append(result(inner))
            elif found in mapping:
                raise Fault(f'two items have the key "{found}"')
            else:
                mapping[found] = result(inner)
        if grouped and is_shuffled(collection):
            return {name: Shuffled(items) for name, items in mapping.items()}
        return mapping

    return made


def joined(parts: Sequence[str | Evaluate]) -> Evaluate:
    """Return a template of literal and interpolated parts as one text."""
    if all(isinstance(part, str) for part in parts):
        return Constant("".join(part for part in parts if isinstance(part, str)))
    return lambda scope: composite([part if isinstance(part, str) else shown(part(scope)) for part in parts])


def shown(value: Any) -> Any:
    """Return what a value adds to a template; raises `Fault`."""
    return value if type(value) is str else text(value)


def repeated(loop: Loop, body: Evaluate) -> Evaluate:
    """Return the `%{for}` directive of a template."""

    def written(scope: Scope) -> Any:
        collection, rounds = loop.rounds(scope)
        if isinstance(rounds, Unknown):
            return rounds
        if is_shuffled(collection):
            return Unknown("the order of what is iterated over is not known")
        return composite([body(inner) if counts is True else vague(counts) for inner, counts in rounds])

    return written
