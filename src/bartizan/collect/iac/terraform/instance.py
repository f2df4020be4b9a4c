"""An instance of a resource: its attributes, evaluated when they are asked for, or references to what is not known."""

from __future__ import annotations

from typing import Any

from bartizan.collect.iac.terraform.blocks import Plan, Section, finished, guarded, plan_of, sections, spots_of
from bartizan.collect.iac.terraform.configuration import Declared, ResourceKey
from bartizan.collect.iac.terraform.derived import DERIVED
from bartizan.collect.iac.terraform.scope import Scope
from bartizan.collect.iac.terraform.syntax import Spot
from bartizan.collect.iac.terraform.values import CERTAIN, Lazy
from bartizan.core.truth import Ref, Unknown

_SHOWN = {("data", "aws_iam_policy_document"): ("json",), ("data", "google_iam_policy"): ("policy_data",)}
"""Attributes that are told although they are not configured."""
_BUSY = Unknown("being evaluated")


class Instance(Lazy):
    """One instance of a resource or data source."""

    __slots__ = ("address", "declared", "doubt", "kept", "key", "plan", "scope")

    def __init__(self, declared: Declared, key: ResourceKey, address: str, scope: Scope, doubt: Unknown | None) -> None:
        self.declared = declared
        self.key = key
        self.address = address
        self.scope = scope
        self.doubt = doubt
        self.plan: Plan = plan_of(declared.block)
        self.kept: dict[str, Any] = {}
        scope.itself = self

    def reference(self) -> Unknown:
        """Return what stands for it as a whole."""
        return Ref(f"the resource {self.address}", address=self.address)

    def pending(self, path: str, why: str = "") -> Ref:
        """Return what stands for an attribute that is not known before it exists, or is read."""
        when = "known after it is read" if self.key[0] else "known after apply"
        return Ref(why or f"{when}: {self.address}.{path}", address=self.address, attribute=path)

    def attribute(self, name: str) -> Any:
        """Return an attribute as others see it: its value, or a reference where that is not known."""
        if name in CERTAIN:
            return self.pending(name)
        derived = DERIVED.get(self.key[:2])
        if derived is not None and name in derived:
            return self._derived(name)
        if name in self.plan.nested:
            parts = [Part(self, f"{name}[{index}]", value) for index, value in enumerate(self._nested(name))]
            return parts or self.pending(name)  # a provider may still fill in a block that is left out
        if name not in self.plan.constants and name not in self.plan.computed:
            return self.pending(name)
        return self.seen(name, self._raw(name))

    def seen(self, path: str, value: Any) -> Any:
        """Return a set attribute's value for others to use: by reference where it is not known."""
        if value is None:
            return self.pending(path)
        if isinstance(value, Unknown) and not (isinstance(value, Ref) and value.address):
            return self.pending(path, value.why)
        return value

    def _raw(self, name: str) -> Any:
        if name in self.plan.constants:
            return self.plan.constants[name]
        if name in self.kept:
            if self.kept[name] is _BUSY:
                self.scope.module.tell_cycle(f"{self.address}.{name}", self.declared.file, self.declared.block.spot)
                return Unknown(f"{self.address}.{name} depends on itself")
            return self.kept[name]
        self.kept[name] = _BUSY
        value = self.kept[name] = guarded(self.plan.computed[name], self.scope)
        return value

    def _nested(self, name: str) -> list[Any]:
        kept = f"{name}[]"  # apart from an attribute of the same name
        if kept in self.kept:
            found = self.kept[kept]
            return [Unknown(f"{self.address}.{name} depends on itself")] if found is _BUSY else found
        self.kept[kept] = _BUSY
        made = self.kept[kept] = sections(self.plan.nested[name], self.scope)
        return made

    def _derived(self, name: str) -> Any:
        kept = f"({name})"
        if kept not in self.kept:
            self.kept[kept] = self.pending(name, f"{self.address}.{name} depends on itself")
            self.kept[kept] = guarded(lambda scope: DERIVED[self.key[:2]][name](self), self.scope)
        return self.seen(name, self.kept[kept])

    def configured(self, name: str) -> Any:
        """Return what the configuration sets an attribute to, None where it does not; nested blocks as a list."""
        if name in self.plan.nested:
            return self._nested(name)
        if name in self.plan.constants or name in self.plan.computed:
            return self._raw(name)
        return None

    def value(self) -> dict[str, Any]:
        """Return all that is configured, in core's words."""
        value = dict(self.plan.finished_constants())
        for name in self.plan.computed:
            value[name] = finished(self._raw(name))
        for name in self.plan.nested:
            made = self._nested(name)
            if made:
                value[name] = finished(made)
        for name in _SHOWN.get(self.key[:2], ()):
            value[name] = finished(self._derived(name))
        return value

    def spots(self) -> dict[str, Spot]:
        """Return where the attributes are written."""
        nested = {name: self.kept.get(f"{name}[]", []) for name in self.plan.nested}
        changed = self.declared.changed_in
        return spots_of(self.declared.block, {name: found for name, found in nested.items() if name not in changed})


class Part(Lazy):
    """A nested block of an instance: attributes it does not set are known only after apply, as the instance's are."""

    __slots__ = ("instance", "path", "value")

    def __init__(self, instance: Instance, path: str, value: Any) -> None:
        self.instance, self.path, self.value = instance, path, value

    def reference(self) -> Unknown:
        """Return what stands for it as a whole."""
        return self.instance.pending(self.path)

    def attribute(self, name: str) -> Any:
        """Return an attribute as others see it: its value, or a reference where that is not known."""
        path = f"{self.path}.{name}"
        if not isinstance(self.value, Section):
            return self.instance.pending(path, self.value.why if isinstance(self.value, Unknown) else "")
        if name not in self.value or name in CERTAIN:
            return self.instance.pending(path)
        value = self.value[name]
        if isinstance(value, list) and name in plan_of(self.value.block).nested:
            return [Part(self.instance, f"{path}[{index}]", item) for index, item in enumerate(value)]
        return self.instance.seen(path, value)
