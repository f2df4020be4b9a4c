"""Which bindings are about an identity: by user name, by group, or by service account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bartizan.core.truth import Truth
from bartizan.identity.hole import equal, shown
from bartizan.identity.kubernetes.estate import Binding, Subject
from bartizan.identity.kubernetes.identity import ACCOUNT_USER, Identity


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding that is about an identity, or may be."""

    binding: Binding
    held: Truth
    via: tuple[str, ...] = ()
    """The group that brings it."""
    unseen: str = ""
    """Why it is not certain."""


def applying(bindings: Iterable[Binding], identity: Identity) -> Iterator[Bound]:
    """Yield the bindings that may be about an identity. Source: `appliesTo` of the RBAC authorizer."""
    for binding in bindings:
        found = [_named(subject, binding, identity) for subject in binding.subjects]
        best = max(found, key=lambda each: each.held, default=None)
        if best is not None and best.held is not Truth.NO:
            yield best
        elif binding.more:
            yield Bound(binding, Truth.UNKNOWN, (), f"it may name further subjects: {binding.more}")


def _named(subject: Subject, binding: Binding, identity: Identity) -> Bound:
    if subject.kind == "User":
        held = equal(subject.name, identity.user) if identity.user else Truth.NO
        return _bound(binding, held, ())
    if subject.kind == "Group":
        return _by_group(subject.name, binding, identity)
    if subject.kind == "ServiceAccount":
        return _bound(binding, _is_account(subject, binding, identity), ())
    return Bound(binding, Truth.NO)


def _by_group(name: str, binding: Binding, identity: Identity) -> Bound:
    held = max((equal(name, group) for group in identity.groups), default=Truth.NO)
    if held is Truth.NO and identity.outside and not name.startswith("system:"):
        why = f"whether {identity.user} is in the group {shown(name)} is known to the identity provider only"
        return Bound(binding, Truth.UNKNOWN, (f"group {name}",), why)
    return _bound(binding, held, (f"group {name}",))


def _is_account(subject: Subject, binding: Binding, identity: Identity) -> Truth:
    """A subject without a namespace is of the binding's own; in a cluster role binding it is nobody."""
    namespace = subject.namespace or binding.namespace
    if identity.account is None or not namespace:
        return Truth.NO
    return equal(f"{ACCOUNT_USER}{namespace}:{subject.name}", identity.user)


def _bound(binding: Binding, held: Truth, via: tuple[str, ...]) -> Bound:
    return Bound(binding, held, via, "a part of its subject was not seen" if held is Truth.UNKNOWN else "")
