"""Which bindings are about an identity: by user name, by group, or by service account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bartizan.core.truth import Truth
from bartizan.identity.hole import equal, holes, shown
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


class Subjects:
    """Bindings by whom they name, so that nobody is compared with all of them."""

    def __init__(self, bindings: Iterable[Binding]) -> None:
        self._bindings = list(bindings)
        self._by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._loose: list[int] = []
        self._by_group: list[int] = []
        for number, binding in enumerate(self._bindings):
            keys = [_key(subject, binding) for subject in binding.subjects]
            if binding.more or any(holes(name) for _, name in keys):
                self._loose.append(number)
            for key in keys:
                self._by_name[key].append(number)
            if any(kind == "Group" for kind, _ in keys):
                self._by_group.append(number)

    def near(self, identity: Identity) -> list[Binding]:
        """Return the bindings that may be about an identity, in their order."""
        if _has_holes(identity):
            return self._bindings
        keys = [("User", identity.user), *(("Group", group) for group in identity.groups)]
        keys += [("ServiceAccount", identity.user)] if identity.account else []
        found = {number for key in keys for number in self._by_name.get(key, ())}
        found.update(self._loose, self._by_group if identity.outside else ())
        return [self._bindings[number] for number in sorted(found)]


def _has_holes(identity: Identity) -> bool:
    return bool(holes(identity.user)) or any(map(holes, identity.groups))


def _key(subject: Subject, binding: Binding) -> tuple[str, str]:
    if subject.kind != "ServiceAccount":
        return subject.kind, subject.name
    return subject.kind, f"{ACCOUNT_USER}{subject.namespace or binding.namespace}:{subject.name}"


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
