"""Values of which one holds or another, and conditions: Fn::If, Fn::And, Fn::Or, Fn::Not, Fn::Equals, Condition."""

from __future__ import annotations

from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT, Open, called
from bartizan.collect.iac.cloudformation.evaluate import Evaluation
from bartizan.collect.iac.cloudformation.text import written
from bartizan.core.truth import Composite, Ref, Unknown

_JUDGING = Unknown("the condition refers to itself")
_LONGEST_WHY = 500
_TEXTS = {"true": True, "false": False}


def either(one: Any, other: Any, why: str) -> Any:
    """Return what holds of a value that is one of two: what they agree on, and unknown where they differ."""
    if one is other or (type(one) is type(other) and one == other):
        return one
    if isinstance(one, dict) and isinstance(other, dict):
        keys = dict.fromkeys([*one, *other])
        both = {key: either(one.get(key, ABSENT), other.get(key, ABSENT), why) for key in keys}
        return Open(both, Unknown(why)) if isinstance(one, Open) or isinstance(other, Open) else both
    if isinstance(one, list) and isinstance(other, list):
        return _either_list(one, other, why)
    if _is_something(one) and _is_something(other):
        return Composite(why, (Unknown(why),))
    return Unknown(why)


def _either_list(one: list[Any], other: list[Any], why: str) -> list[Any]:
    if len(one) == len(other):
        return [either(a, b, why) for a, b in zip(one, other, strict=True)]
    common: list[Any] = []
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common.append(a)
    return [*common, Unknown(why)]


def _is_something(value: Any) -> bool:
    """Tell whether a value is certain to be a text that is not empty."""
    if isinstance(value, Composite):
        return any(map(_is_something, value.parts))
    return isinstance(value, Ref) or (isinstance(value, str) and value != "")


def choose(run: Evaluation, argument: Any, at: str, to: str | None) -> Any:
    """`Fn::If`: where the condition is unknown, what its arms agree on."""
    if not isinstance(argument, list) or len(argument) != 3:
        return run.unknown("a Fn::If takes a condition and two values", at)
    held = _condition_of_if(run, argument[0], f"{at}/0")
    if isinstance(held, bool):
        index = 1 if held else 2
        return run.value(argument[index], f"{at}/{index}", to)
    second = run.value(argument[2], f"{at}/2", to)
    return either(run.value(argument[1], f"{at}/1", to), second, held.why)


def _condition_of_if(run: Evaluation, node: Any, at: str) -> bool | Unknown:
    if not isinstance(node, str):
        return judged(run, node, at)
    name = run.name(node)
    return name if isinstance(name, Unknown) else condition(run, name, at)


def condition(run: Evaluation, name: Any, at: str, _: str | None = None) -> bool | Unknown:
    """Return whether a declared condition holds."""
    scope = run.scope
    name = run.name(name) if isinstance(name, str) else name
    if isinstance(name, Unknown):
        return name
    if not isinstance(name, str) or name not in scope.conditions:
        return run.unknown(f"there is no condition {name if isinstance(name, str) else ''}", at)
    known = scope.truths.get(name)
    if known is _JUDGING:
        return run.unknown(f"the condition {name} refers to itself", at)
    if known is not None:
        return known
    member = scope.conditions[name]
    scope.truths[name] = _JUDGING
    held = judged(Evaluation(scope, f"Conditions.{name}", member.bindings), member.node, member.at)
    if isinstance(held, Unknown):
        held = Unknown(f"the condition {name} is open: {held.why}"[:_LONGEST_WHY])
    scope.truths[name] = held
    return held


def judged(run: Evaluation, node: Any, at: str) -> bool | Unknown:
    """Return whether a condition, written out, holds."""
    if isinstance(node, dict) and len(node) == 1 and "Condition" in node:
        return _as_truth(run, run.call("Condition", node["Condition"], f"{at}/Condition"), at)
    is_data = isinstance(node, dict | list) and called(node) is None
    return _as_truth(run, None if is_data else run.value(node, at), at)


def _as_truth(run: Evaluation, value: Any, at: str) -> bool | Unknown:
    if isinstance(value, bool | Unknown):
        return value
    if isinstance(value, str) and value in _TEXTS:
        return _TEXTS[value]
    return run.unknown("a condition function is wanted here", at)


def both(run: Evaluation, argument: Any, at: str, _: str | None) -> bool | Unknown:
    """`Fn::And`."""
    return _combined(run, argument, at, decides=False)


def any_of(run: Evaluation, argument: Any, at: str, _: str | None) -> bool | Unknown:
    """`Fn::Or`."""
    return _combined(run, argument, at, decides=True)


def _combined(run: Evaluation, argument: Any, at: str, *, decides: bool) -> bool | Unknown:
    if not isinstance(argument, list) or not argument:
        return run.unknown("a list of conditions is wanted here", at)
    held = [judged(run, node, f"{at}/{index}") for index, node in enumerate(argument)]
    if any(one is decides for one in held):
        return decides
    return next((one for one in held if isinstance(one, Unknown)), not decides)


def negated(run: Evaluation, argument: Any, at: str, _: str | None) -> bool | Unknown:
    """`Fn::Not`."""
    if isinstance(argument, list) and len(argument) == 1:
        argument, at = argument[0], f"{at}/0"
    held = judged(run, argument, at)
    return held if isinstance(held, Unknown) else not held


def equals(run: Evaluation, argument: Any, at: str, _: str | None) -> bool | Unknown:
    """`Fn::Equals`: texts are compared as written, upper and lower case apart."""
    if not isinstance(argument, list) or len(argument) != 2:
        return run.unknown("a Fn::Equals takes two values", at)
    one, other = (_comparable(run.present(node, f"{at}/{index}")) for index, node in enumerate(argument))
    unknown = one if isinstance(one, Unknown) else other
    if not isinstance(unknown, Unknown):
        return bool(one == other)
    if isinstance(one, Ref) and one == other:
        return True
    if "" in (one, other) and _is_something(unknown):
        return False
    return Unknown(unknown.why)


def _comparable(value: Any) -> Any:
    if isinstance(value, list):
        parts = [written(item) for item in value]
        return next((part for part in parts if isinstance(part, Unknown)), parts)
    return "" if value is None else written(value)
