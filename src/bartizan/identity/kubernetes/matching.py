"""Whether a rule covers a request: the comparisons of the API server, judged three-valued."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bartizan.core.access import Residual
from bartizan.core.truth import Truth
from bartizan.identity.hole import equal, matches, shown
from bartizan.identity.kubernetes.estate import Rule
from bartizan.identity.kubernetes.request import ALL, Request


@dataclass(frozen=True, slots=True)
class Cover:
    """How far a rule covers a request: where UNKNOWN, what is open or what was not seen."""

    truth: Truth
    residual: Residual | None = None
    unseen: str = ""


NOT = Cover(Truth.NO)
WHOLLY = Cover(Truth.YES)


def covers(rule: Rule, request: Request) -> Cover:
    """Judge one rule. Source: `RuleAllows` in `plugin/pkg/auth/authorizer/rbac`."""
    verb = _any(rule.verbs, request.verb)
    if verb is Truth.NO:
        return NOT
    if request.url:
        return _seen(min(verb, max(map(_path(request.url), rule.urls), default=Truth.NO)))
    group = _any(rule.groups, request.group)
    resource = max((_resource(each, request) for each in rule.resources), default=Truth.NO)
    kind = min(verb, group, resource)
    if kind is Truth.NO:
        return NOT
    name = _name(rule.names, request)
    if name.truth is Truth.NO or kind is Truth.YES:
        return name
    return _seen(kind)


def _seen(held: Truth) -> Cover:
    return Cover(held, unseen="a part of the rule was not seen") if held is Truth.UNKNOWN else Cover(held)


def _any(values: Sequence[str], asked: str) -> Truth:
    return max((Truth.YES if value == ALL else equal(value, asked) for value in values), default=Truth.NO)


def _resource(value: str, request: Request) -> Truth:
    """`*` is every resource with its subresources, `*/scale` that subresource of each, `pods` only the pods."""
    if value == ALL or (request.subresource and value == f"*/{request.subresource}"):
        return Truth.YES
    return equal(value, request.path)


def _path(asked: str) -> Callable[[str], Truth]:
    def fits(url: str) -> Truth:
        if url.endswith(ALL):
            return matches(f"{url.rstrip(ALL)}*", asked)
        return equal(url, asked)

    return fits


def _name(names: Sequence[str], request: Request) -> Cover:
    """Judge the names a rule is limited to. A request that has no name is never covered by such a rule."""
    if not names:
        return WHOLLY
    asked = request.name
    if asked is None:
        return NOT
    if ALL in asked:
        fitting = [name for name in names if matches(asked, name) is not Truth.NO]
        says = f"the name is {' or '.join(map(shown, fitting))}"
        return Cover(Truth.UNKNOWN, Residual(says=says, key="resource")) if fitting else NOT
    held = max(_called(name, asked, request.resource) for name in names)
    if held is Truth.UNKNOWN:
        return Cover(held, unseen=f"whether {shown(asked)} is among {', '.join(map(shown, names))}")
    if held is Truth.YES and request.verb in ("list", "watch") and not request.selects:
        says = f"the request has the fieldSelector metadata.name={shown(asked)}"
        return Cover(Truth.UNKNOWN, Residual(says=says, key="fieldselector"))
    return Cover(held)


def _called(name: str, asked: str, resource: str) -> Truth:
    """A signer may be named by its domain (`example.com/*`); everywhere else a `*` is a letter."""
    if resource == "signers" and name.endswith("/*") and asked.startswith(name[:-1]):
        return Truth.YES
    return equal(name, asked)
