"""Function calls, compiled: arguments that are unseen make the result unseen, unless the function knows better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bartizan.collect.iac.terraform.convert import members
from bartizan.collect.iac.terraform.functions import Function, find
from bartizan.collect.iac.terraform.scope import Evaluate, Scope
from bartizan.collect.iac.terraform.values import Fault, Rest, unknown_in, vague
from bartizan.core.truth import Unknown


def call(name: str, arguments: Sequence[Evaluate], spread: bool) -> Evaluate:
    """Return the compiled call of a function; with `spread`, the last argument is a list of arguments."""
    name = name.removeprefix("core::")
    if name == "try":
        return _first_that_works(arguments)
    if name == "can":
        return _works(arguments)
    function = find(name)
    if function is None:
        what = "of a provider is not evaluated" if "::" in name else "is not known"
        return lambda scope: Unknown(f'the function "{name}" {what}')
    if spread:
        return lambda scope: _applied(name, function, _spread(arguments, scope), scope)
    if function.takes(len(arguments)):
        return _direct(name, function, arguments)
    return lambda scope: _applied(name, function, [argument(scope) for argument in arguments], scope)


def _direct(name: str, function: Function, arguments: Sequence[Evaluate]) -> Evaluate:
    run = function.run
    if function.open and not function.placed:
        return lambda scope: run(*[argument(scope) for argument in arguments])
    return lambda scope: _applied(name, function, [argument(scope) for argument in arguments], scope)


def _applied(name: str, function: Function, values: list[Any] | Unknown, scope: Scope) -> Any:
    if isinstance(values, Unknown):
        return values
    if not function.takes(len(values)):
        raise Fault(f'the function "{name}" does not take {len(values)} arguments')
    if not function.open:
        for value in values:
            unseen = unknown_in(value)
            if unseen is not None:
                return vague(unseen)
    try:
        return function.run(scope, *values) if function.placed else function.run(*values)
    except Fault as fault:
        raise Fault(f"{name}: {fault}") from None


def _spread(arguments: Sequence[Evaluate], scope: Scope) -> list[Any] | Unknown:
    values = [argument(scope) for argument in arguments]
    last = members(values.pop())
    if isinstance(last, Unknown):
        return last
    for item in last:
        if isinstance(item, Rest):
            return vague(item)
    return [*values, *last]


def _first_that_works(arguments: Sequence[Evaluate]) -> Evaluate:
    def tried(scope: Scope) -> Any:
        for argument in arguments:
            try:
                return argument(scope)
            except Fault:
                continue
        raise Fault("try: none of its arguments can be evaluated")

    return tried


def _works(arguments: Sequence[Evaluate]) -> Evaluate:
    def works(scope: Scope) -> Any:
        try:
            value = arguments[0](scope)
        except (Fault, IndexError):
            return False
        return vague(value) if isinstance(value, Unknown) else True

    return works
