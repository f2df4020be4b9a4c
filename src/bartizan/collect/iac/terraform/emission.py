"""The resources of a module and of the modules it calls, as readers return them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.iac.terraform.blocks import finished, guarded, plan_of, section, spots_of
from bartizan.collect.iac.terraform.configuration import Declared
from bartizan.collect.iac.terraform.instance import Instance
from bartizan.collect.iac.terraform.module import Missing, Module
from bartizan.collect.iac.terraform.scope import Scope
from bartizan.collect.iac.terraform.values import Many
from bartizan.collect.resource import Resource
from bartizan.core.place import Place


def emitted(module: Module, told: set[str]) -> Iterator[Resource]:
    """Yield what a module declares; `told` has the directories whose variables and outputs have been yielded."""
    if module.configuration.directory not in told:
        told.add(module.configuration.directory)
        yield from _interface(module)
    for address, declared in module.configuration.providers.items():
        yield _block(module, declared, f"provider.{declared.block.labels[0]}", f"provider.{address}")
    for key in module.configuration.resources:
        for instance in members_of(module.resource(key)):
            yield _resource(module, instance)
    for name in module.configuration.calls:
        module.child(name)
        for child in module.called.get(name, ()):
            if isinstance(child, Missing):
                yield _missing(child)
            else:
                yield from emitted(child, told)


def members_of(value: Any) -> list[Instance]:
    """Return the instances that the value of a resource is made of."""
    if isinstance(value, Many):
        value = value.instance
    found = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else [value]
    return [instance for instance in found if isinstance(instance, Instance)]


def _resource(module: Module, instance: Instance) -> Resource:
    mode, type_, _ = instance.key
    block = instance.declared.block
    return Resource(
        type=f"{mode}.{type_}" if mode else type_,
        address=instance.address,
        value=instance.value(),
        place=Place(instance.declared.file, *block.spot, block.end_line, via=module.via),
        spots=instance.spots(),
        doubt=instance.doubt,
    )


def _interface(module: Module) -> Iterator[Resource]:
    """Yield settings, variables and outputs, which are written once for all instances of a module."""
    for index, declared in enumerate(module.configuration.settings):
        yield _block(module, declared, "terraform", f"terraform[{index}]" if index else "terraform")
        for inner in declared.block.blocks:
            if inner.type == "backend" and inner.labels:
                type_ = f"terraform.backend.{inner.labels[0]}"
                yield _block(module, Declared(declared.file, inner), type_, type_)
    for name, variable in module.configuration.variables.items():
        yield _attributes(module, variable.declared, "variable", f"var.{name}")
    for name, declared in module.configuration.outputs.items():
        yield _attributes(module, declared, "output", f"output.{name}")


def _attributes(module: Module, declared: Declared, type_: str, address: str) -> Resource:
    """Return a variable or an output, without its nested blocks."""
    plan = plan_of(declared.block)
    value = dict(plan.finished_constants())
    for name, evaluate in plan.computed.items():
        if type_ == "output" and name == "value":
            value[name] = finished(module.attribute(declared.block.labels[0]))
        else:
            value[name] = finished(guarded(evaluate, module.scope))
    return _made(module, declared, type_, address, value, {})


def _block(module: Module, declared: Declared, type_: str, address: str) -> Resource:
    raw = section(declared.block, Scope(module))
    value = {name: finished(item) for name, item in raw.items() if not (name == "backend" and type_ == "terraform")}
    return _made(module, declared, type_, address, value, raw)


def _made(
    module: Module, declared: Declared, type_: str, address: str, value: dict[str, Any], nested: dict[str, Any]
) -> Resource:
    block = declared.block
    return Resource(
        type=type_,
        address=module.prefix + address,
        value=value,
        place=Place(declared.file, *block.spot, block.end_line, via=module.via),
        spots=spots_of(block, {name: nested[name] for name in plan_of(block).nested if name in nested}),
        doubt=module.call.doubt if module.call else None,
    )


def _missing(child: Missing) -> Resource:
    """Return the call of a module that could not be read, with what it is handed."""
    call = child.call
    block = call.declared.block
    value = {name: finished(item) for name, item in section(block, call.scope).items()}
    place = Place(call.declared.file, *block.spot, block.end_line, via=call.caller.via)
    return Resource(
        type="module", address=call.address, value=value, place=place, spots=spots_of(block, {}), doubt=call.doubt
    )
