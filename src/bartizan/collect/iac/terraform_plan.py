"""Plans and states of Terraform: what `terraform show -json` prints, and state files.

A plan has the values that Terraform itself worked out. What is only known after apply is marked in it, and where it
comes from is told by the configuration that the plan carries. Resources have the shape that those of source files have.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Ref, Unknown

MAX_DEPTH = 100
"""Modules within one another, values within one another, and references that lead to references."""
_SAVED = re.compile(r"(?:^|/)(?:[^/]*tfplan|[^/]*\.(?:tfplan|plan|planout|out|bin|binary))$", re.IGNORECASE)
_KEYS = (b'"planned_values"', b'"resource_changes"', b'"provider_config"', b'"prior_state"', b'"terraform_version"')
_ADDRESS = re.compile(r'"address"\s*:\s*("(?:[^"\\]|\\.)*")')
_INDEX = r'\[(?:"(?:[^"\\]|\\.)*"|\d+)\]'
_CALL = re.compile(rf"module\.([\w-]+)((?:{_INDEX})?)\.?")
_REFERENCE = re.compile(rf"((?:data\.)?[\w-]+\.[\w-]+)((?:{_INDEX})?)(?:\.([\w-]+))?")
Object = dict[str, Any]


def plan_units(tree: Tree) -> Iterator[Unit]:
    """Yield the files that hold a plan: as JSON, or saved in the binary form, which cannot be read."""
    for file in tree.files:
        if file.endswith(".json"):
            head = tree.head(file).replace(b"\0", b"")
            if b'"format_version"' in head and any(key in head for key in _KEYS):
                yield Unit("terraform-plan", file, (file,))
        elif _SAVED.search(file) and _is_saved(tree.head(file)):
            yield Unit("terraform-plan", file, (file,))


def _is_saved(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and b"tfplan" in head[:200]


def state_units(tree: Tree) -> Iterator[Unit]:
    """Yield state files."""
    for file in tree.files:
        if file.endswith(".tfstate"):
            yield Unit("terraform-state", file, (file,))


def read_plan(unit: Unit, tree: Tree) -> Reading:
    """Return the resources that will exist once a plan is applied; what could not be read is a gap."""
    file = unit.files[0]
    if _is_saved(tree.head(file)):
        why = "This plan is saved in a binary form; run `terraform show -json PLAN > PLAN.json` and scan the result."
        return Reading(gaps=[Gap(file, why)])
    document, text, gaps = _document(tree, file)
    if gaps:
        return Reading(gaps=gaps)
    if not isinstance(document.get("planned_values", document.get("values")), dict):
        why = "The plan has no planned values; print it anew with `terraform show -json`."
        return Reading(gaps=[Gap(file, why)])
    return Reading(resources=list(_Plan(file, text, document).resources()), gaps=_damage(file, _misfits(document)))


def read_state(unit: Unit, tree: Tree) -> Reading:
    """Return the resources that a state file has; what could not be read is a gap."""
    file = unit.files[0]
    document, _, gaps = _document(tree, file)
    if gaps:
        return Reading(gaps=gaps)
    if document.get("version") != 4:  # the form since Terraform 0.12
        why = "Only state files of version 4 are read; let a current Terraform write it anew."
        return Reading(gaps=[Gap(file, why)])
    listed = document.get("resources", [])
    instances = [i for resource in _objects(listed) for i in _objects(resource.get("instances"))]
    misfits = _strays(listed) + sum(_strays(resource.get("instances", [])) for resource in _objects(listed))
    misfits += sum(not isinstance(instance.get("attributes"), dict) for instance in instances)
    return Reading(resources=list(_state_resources(file, document)), gaps=_damage(file, misfits))


def _document(tree: Tree, file: str) -> tuple[Object, str, list[Gap]]:
    try:
        text = tree.text(file)
        document = json.loads(text)
    except Unreadable as reason:
        return {}, "", [Gap(file, str(reason))]
    except json.JSONDecodeError as error:
        return {}, "", [Gap(file, f"This is not valid JSON: {error.msg}.", error.lineno, error.colno)]
    except (ValueError, RecursionError):
        return {}, "", [Gap(file, "The JSON is nested deeper, or has longer numbers, than is read.")]
    if not isinstance(document, dict):
        return {}, "", [Gap(file, "A JSON object is expected.", 1, 1)]
    return document, text, []


def _object(value: Any) -> Object:
    return value if isinstance(value, dict) else {}


def _objects(value: Any) -> list[Object]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _damage(file: str, misfits: int) -> list[Gap]:
    why = f"{misfits} of its entries are not what Terraform writes, and are left out; print or write the file anew."
    return [Gap(file, why, about="entries")] if misfits else []


def _strays(value: Any) -> int:
    """Return how many members of what should be a list of objects are none."""
    return sum(not isinstance(item, dict) for item in value) if isinstance(value, list) else int(value is not None)


def _misfits(document: Object) -> int:
    """Return how many parts of a plan are not what Terraform writes."""
    root = _object(document.get("planned_values", document.get("values"))).get("root_module", {})
    found = _strays(document.get("resource_changes")) + (not isinstance(root, dict))
    pending = [_object(root)]
    while pending:
        module = pending.pop()
        children = _objects(module.get("child_modules"))
        found += _strays(module.get("resources")) + _strays(module.get("child_modules"))
        found += sum(not _is_whole(resource) for resource in _objects(module.get("resources")))
        pending += children
    return found


def _is_whole(resource: Object) -> bool:
    named = isinstance(resource.get("address"), str) and isinstance(resource.get("type"), str)
    return named and isinstance(resource.get("values"), dict | None)


class _Module:
    """A module of the configuration, in one instance: resolves references."""

    def __init__(self, configuration: Object, prefix: str, caller: _Module | None, call: Object) -> None:
        self.configuration = configuration
        self.prefix = prefix
        """What is put before the addresses within."""
        self.caller = caller
        self.call = call

    def called(self, name: str, index: str) -> _Module:
        """Return an instance of a module that this one calls."""
        call = _object(_object(self.configuration.get("module_calls")).get(name))
        return _Module(_object(call.get("module")), f"{self.prefix}module.{name}{index}.", self, call)

    def targets(self, expression: Any, depth: int = 0) -> set[tuple[str, str]]:
        """Return the addresses and attributes of resources that an expression refers to."""
        references = _object(expression).get("references")
        found: set[tuple[str, str]] = set()
        if not isinstance(references, list) or depth > MAX_DEPTH:
            return found
        for reference in references:
            if isinstance(reference, str) and not _is_prefix(reference, references):
                found |= self._target(reference, depth)
        return found

    def _target(self, reference: str, depth: int) -> set[tuple[str, str]]:
        root, _, rest = reference.partition(".")
        if root == "var":
            argument = _object(self.call.get("expressions")).get(re.split(r"[.\[]", rest, maxsplit=1)[0])
            return self.caller.targets(argument, depth + 1) if self.caller else set()
        if root == "module":
            match = _CALL.match(reference)
            child = self.called(match[1], match[2]) if match else self
            output = re.split(r"[.\[]", reference[match.end() :], maxsplit=1)[0] if match else ""
            declared = _object(_object(child.configuration.get("outputs")).get(output))
            return child.targets(declared.get("expression"), depth + 1) if child is not self else set()
        match = _REFERENCE.match(reference)
        if match is None or root in ("local", "each", "count", "path", "self", "terraform"):
            return set()
        return {(self.prefix + match[1] + match[2], match[3] or "")}

    def resource(self, address: str) -> Object:
        """Return the configuration of a resource by its address in this module, its index left off."""
        return next((r for r in _objects(self.configuration.get("resources")) if r.get("address") == address), {})


def _is_prefix(reference: str, references: list[Any]) -> bool:
    longer = (f"{reference}.", f"{reference}[")
    return any(isinstance(other, str) and other.startswith(longer) for other in references)


class _Plan:
    """Reads one plan."""

    def __init__(self, file: str, text: str, document: Object) -> None:
        self.file = file
        self.document = document
        self.configuration = _object(document.get("configuration"))
        self.root = _Module(_object(self.configuration.get("root_module")), "", None, {})
        self.breaks = [match.start() for match in re.finditer("\n", text)]
        self.offsets: dict[str, int] = {}
        for match in _ADDRESS.finditer(text):
            self.offsets.setdefault(json.loads(match[1], strict=False), match.start())
        self.unknown = {
            str(change.get("address")): _object(change.get("change")).get("after_unknown")
            for change in _objects(document.get("resource_changes"))
        }

    def resources(self) -> Iterator[Resource]:
        values = _object(self.document.get("planned_values", self.document.get("values")))
        planned = list(_declared(_object(values.get("root_module"))))
        told = {str(resource.get("address")) for resource in planned}
        prior = _object(_object(self.document.get("prior_state")).get("values"))
        read = [r for r in _declared(_object(prior.get("root_module"))) if r.get("mode") == "data"]
        yield from self._interface(_object(values.get("outputs")))
        for resource in (*planned, *(r for r in read if r.get("address") not in told)):
            yield self._resource(resource)

    def _resource(self, resource: Object) -> Resource:
        address = str(resource.get("address"))
        module, local = self._module(address)
        expressions = module.resource(re.sub(_INDEX + "$", "", local)).get("expressions")
        unknown = self.unknown.get(address)
        value = _merged(resource.get("values"), unknown, expressions, _Origin(module, address), "")
        mode = "data." if resource.get("mode") == "data" else ""
        return Resource(
            type=f"{mode}{resource.get('type')}", address=address, value=_object(value), place=self._place(address)
        )

    def _module(self, address: str) -> tuple[_Module, str]:
        """Return the module that an address is in, and the address within it."""
        module = self.root
        while match := _CALL.match(address):
            module = module.called(match[1], match[2])
            address = address[match.end() :]
        return module, address

    def _place(self, address: str) -> Place:
        offset = self.offsets.get(address)
        if offset is None:
            return Place(self.file)
        row = bisect_left(self.breaks, offset)
        return Place(self.file, row + 1, offset - (self.breaks[row - 1] if row else -1))

    def _interface(self, outputs: Object) -> Iterator[Resource]:
        """Yield the providers, variables and outputs of the root module."""
        for key, provider in _object(self.configuration.get("provider_config")).items():
            if isinstance(provider, dict) and ":" not in key:
                value = _constants(provider.get("expressions"), _Origin(self.root, f"provider.{key}"))
                yield self._told(f"provider.{provider.get('name')}", f"provider.{key}", _object(value))
        for name, variable in _object(self.root.configuration.get("variables")).items():
            yield self._told("variable", f"var.{name}", _object(variable))
        for name, output in _object(self.root.configuration.get("outputs")).items():
            known = _object(outputs.get(name))
            shown = {k: v for k, v in _object(output).items() if k in ("sensitive", "description")}
            shown["value"] = known["value"] if "value" in known else Unknown(f"known after apply: output.{name}")
            yield self._told("output", f"output.{name}", shown)

    def _told(self, type_: str, address: str, value: Object) -> Resource:
        return Resource(type=type_, address=address, value=value, place=Place(self.file))


def _declared(module: Object, depth: int = 0) -> Iterator[Object]:
    """Yield the resources of a module and those it calls."""
    yield from filter(_is_whole, _objects(module.get("resources")))
    if depth < MAX_DEPTH:
        for child in _objects(module.get("child_modules")):
            yield from _declared(child, depth + 1)


class _Origin:
    """Where a value is configured, to tell what it waits for."""

    def __init__(self, module: _Module, address: str) -> None:
        self.module = module
        self.address = address

    def unseen(self, expression: Any, path: str) -> Unknown:
        """Return what stands for a value that is known after apply: a reference, where it has one origin only."""
        targets = self.module.targets(expression)
        if len(targets) == 1:
            address, attribute = targets.pop()
            if attribute:
                why = f"known after apply: {address}.{attribute}"
                return Ref(why, address=address, attribute=attribute)
        return Unknown(f"known after apply: {self.address}.{path}")


def _merged(value: Any, unknown: Any, expression: Any, origin: _Origin, path: str) -> Any:
    """Return a planned value with what is known after apply in its places."""
    if unknown is True:
        return origin.unseen(expression, path)
    if isinstance(unknown, dict) and unknown and path.count(".") < MAX_DEPTH:
        merged = dict(_object(value))
        for key, inner in unknown.items():
            here = f"{path}.{key}" if path else key
            made = _merged(merged.get(key), inner, _object(expression).get(key), origin, here)
            if made is not None:
                merged[key] = made
        return merged
    if isinstance(unknown, list) and unknown:
        items = list(value) if isinstance(value, list) else []
        items += [None] * (len(unknown) - len(items))
        parts = expression if isinstance(expression, list) else []
        for index, inner in enumerate(unknown):
            part = parts[index] if index < len(parts) else expression if not parts else None
            items[index] = _merged(items[index], inner, part, origin, f"{path}[{index}]")
        return items
    return value


def _constants(expression: Any, origin: _Origin, path: str = "") -> Any:
    """Return the value of the expressions of a block, as far as they are constants."""
    if isinstance(expression, list):
        return [_constants(item, origin, f"{path}[{index}]") for index, item in enumerate(expression)]
    if not isinstance(expression, dict) or path.count(".") > MAX_DEPTH:
        return expression
    if "constant_value" in expression:
        return expression["constant_value"]
    if "references" in expression:
        return origin.unseen(expression, path)
    return {key: _constants(item, origin, f"{path}.{key}" if path else key) for key, item in expression.items()}


def _state_resources(file: str, document: Object) -> Iterator[Resource]:
    for resource in _objects(document.get("resources")):
        mode = "data." if resource.get("mode") == "data" else ""
        type_ = f"{mode}{resource.get('type')}"
        module = f"{resource['module']}." if isinstance(resource.get("module"), str) else ""
        for instance in _objects(resource.get("instances")):
            if not isinstance(instance.get("attributes"), dict):
                continue
            index = instance.get("index_key")
            suffix = "" if index is None else f"[{json.dumps(index, ensure_ascii=False)}]"
            address = f"{module}{type_}.{resource.get('name')}{suffix}"
            yield Resource(type=type_, address=address, value=_object(instance.get("attributes")), place=Place(file))


PLAN_FORMAT = Format(id="terraform-plan", title="Terraform plan", units=plan_units, read=read_plan)
STATE_FORMAT = Format(id="terraform-state", title="Terraform state", units=state_units, read=read_state)
