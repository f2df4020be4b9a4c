"""Reads one template: its parameters, resources and outputs, and the stacks nested in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT, LOOP, Open
from bartizan.collect.iac.cloudformation.choice import condition
from bartizan.collect.iac.cloudformation.evaluate import Evaluation, Member, Scope
from bartizan.collect.iac.cloudformation.ledger import Ledger, Source
from bartizan.collect.iac.cloudformation.nesting import Stack, located, nested, ordered
from bartizan.collect.iac.cloudformation.sam.expand import expand
from bartizan.collect.iac.cloudformation.sam.globals import merge_globals
from bartizan.collect.iac.cloudformation.sections import fields, is_serverless, members, scope
from bartizan.collect.resource import Resource
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

_BESIDE = ("DeletionPolicy", "UpdateReplacePolicy", "Metadata", "DependsOn")
"""Attributes of a resource that are kept beside its properties, under `$`."""
_MODULE = "::MODULE"
_STACK_SET = "AWS::CloudFormation::StackSet"


@dataclass(slots=True)
class Template:
    """A template being read, on its own or as a nested stack."""

    file: str
    ledger: Ledger
    given: Mapping[str, Any] = field(default_factory=dict)
    """Values of parameters, from the parent."""
    prefix: str = ""
    via: tuple[Place, ...] = ()
    """The resources of the stacks this one is nested in, outermost first."""
    doubt: Unknown | None = None
    scope: Scope = field(init=False)
    source: Source = field(init=False)
    starts: list[int] = field(init=False)
    outputs: dict[str, Any] = field(default_factory=dict)

    def read(self) -> list[Resource] | Gap:
        """Return everything declared, `outputs` being filled on the way; a gap where the file is no template."""
        source = self.ledger.source(self.file)
        if isinstance(source, Gap):
            return source
        self.source = source
        template = source.document.value
        self.starts = sorted(_starts(template, source))
        for path, line, column in source.document.repeated:
            why = "The key is given twice; the last one counts."
            self.ledger.gap(Gap(self.file, why, line, column, path))
        self.scope = scope(self.file, source.document, self.given, self.prefix, self.ledger)
        if is_serverless(template):
            merge_globals(self.scope, template.get("Globals"))
        made = [*self._plain("Parameters", "parameter"), *self._resources()]
        return [*made, *self._outputs()]

    def _resources(self) -> list[Resource]:
        """Read stacks nested here first: other resources refer to their outputs."""
        found: dict[str, list[Resource]] = {}
        own: list[Resource] = []
        for name in ordered(self.scope):
            resource = self._resource(name, self.scope.resources[name])
            if resource is not None:
                child = self._nest(name, resource)
                own.append(resource)
                found[name] = [resource, *child]
        for name, member in self.scope.resources.items():
            if name not in found and (resource := self._resource(name, member)) is not None:
                own.append(resource)
                found[name] = [resource]
        read = [resource for name in self.scope.resources for resource in found.get(name, ())]
        return expand(read, own, self.scope) if self._serverless(own) else read

    @staticmethod
    def _serverless(own: list[Resource]) -> bool:
        return any(resource.type.startswith("AWS::Serverless::") for resource in own)

    def _resource(self, name: str, member: Member) -> Resource | None:
        run = Evaluation(self.scope, f"{self.prefix}{name}", member.bindings)
        node = fields(member.node)
        kind = None if node is None else node.get("Type")
        if node is None or not isinstance(kind, str):
            run.unknown(f"the resource {name} has no Type, so it is not read", member.at)
            return None
        named = run.name(kind)
        kind = kind if isinstance(named, Unknown) else named
        exists = condition(run, node["Condition"], f"{member.at}/Condition") if "Condition" in node else True
        if exists is False and not nested(kind):
            return None
        if kind.endswith(_MODULE):
            run.unknown(f"the module {kind} is registered in the account, so what it declares is not seen", member.at)
        if kind == _STACK_SET:
            run.unknown("the template of a stack set is not read here; scan it on its own", f"{member.at}/Properties")
        doubts = (self.doubt, member.doubt, exists)
        resource = Resource(
            type=kind,
            address=f"{self.prefix}{name}",
            value=self._value(run, node, member.at),
            place=self._place(member.at),
            spots=run.spots,
            doubt=next((doubt for doubt in doubts if isinstance(doubt, Unknown)), None),
        )
        if exists is False:
            located(resource, self.file, self.ledger)
            return None
        return resource

    def _value(self, run: Evaluation, node: dict[str, Any], at: str) -> dict[str, Any]:
        properties = run.value(node.get("Properties"), f"{at}/Properties", "")
        if isinstance(properties, dict):
            value = properties
        elif properties is None or properties is ABSENT:
            value = {}
        else:
            known = isinstance(properties, Unknown)
            why = properties if known else run.unknown("the properties must be a mapping", f"{at}/Properties")
            value = Open({}, why)
        for key in _BESIDE:
            if key in node:
                beside = run.value(node[key], f"{at}/{key}", f"${key}")
                value[f"${key}"] = None if beside is ABSENT else beside
                run.spots[f"${key}"] = run.place(f"{at}/{key}")
        return value

    def _place(self, at: str) -> Place:
        line, column = Evaluation(self.scope).place(at)
        return Place(self.file, line, column, self._end(line), self.via)

    def _end(self, line: int) -> int:
        following = bisect_right(self.starts, line)
        lines = self.source.lines
        end = self.starts[following] - 1 if following < len(self.starts) else len(lines)
        while end > line and (not lines[end - 1].strip() or lines[end - 1].lstrip()[:1] == "#"):
            end -= 1
        return max(line, end)

    def _nest(self, name: str, resource: Resource) -> list[Resource]:
        """Read the template of a nested stack, with the parameters it is given."""
        target = located(resource, self.file, self.ledger)
        if isinstance(target, Gap):
            self.ledger.gap(target)
            return []
        here = replace(resource.place, via=())
        if target in [self.file, *(place.file for place in self.via)] or self.ledger.stacks <= 0:
            why = f"The template {target} is nested in itself, or stacks are nested too often to be read."
            self.ledger.gap(Gap(self.file, why, here.line, here.column, resource.address))
            return []
        self.ledger.stacks -= 1
        given, via = Stack.of(resource).parameters, (*self.via, here)
        child = Template(target, self.ledger, given, f"{resource.address}.", via, resource.doubt)
        read = child.read()
        if isinstance(read, Gap):
            self.ledger.gap(replace(read, about=resource.address))
            return []
        self.scope.outputs[name] = child.outputs
        return read

    def _plain(self, section: str, kind: str) -> Iterator[Resource]:
        run = Evaluation(self.scope)
        for name, member in members(run, self.source.document.value.get(section), section):
            made = self._made(name, member, section, kind)
            if made is not None:
                yield made

    def _made(self, name: str, member: Member, section: str, kind: str) -> Resource | None:
        address = f"{self.prefix}{section}.{name}"
        run = Evaluation(self.scope, address, member.bindings)
        node = fields(member.node)
        if node is None:
            run.unknown(f"{address} must be a mapping", member.at)
            return None
        exists: bool | Unknown = True
        if kind == "output" and "Condition" in node:
            exists = condition(run, node["Condition"], f"{member.at}/Condition")
        if exists is False:
            return None
        doubts = (self.doubt, member.doubt, exists)
        value = run.value({key: item for key, item in node.items() if key != "Condition"}, member.at, "")
        return Resource(
            type=kind,
            address=address,
            value=value if isinstance(value, dict) else {"Value": value},
            place=self._place(member.at),
            spots=run.spots,
            doubt=next((doubt for doubt in doubts if isinstance(doubt, Unknown)), None),
        )

    def _outputs(self) -> Iterator[Resource]:
        for output in self._plain("Outputs", "output"):
            name = output.address.removeprefix(f"{self.prefix}Outputs.")
            value = output.value.get("Value")
            self.outputs[name] = value if output.doubt is None else Unknown(output.doubt.why)
            yield output


def _starts(template: dict[str, Any], source: Source) -> Iterator[int]:
    """Yield the lines where sections and their members begin, which is where those before them end."""
    spots = source.document.spots
    for section, content in template.items():
        yield spots[section][0] if section in spots else 1
        for name, node in content.items() if isinstance(content, dict) else ():
            paths = [f"{section}/{name}"]
            if name.startswith(LOOP) and isinstance(node, list) and len(node) == 3 and isinstance(node[2], dict):
                paths += [f"{section}/{name}/2/{inner}" for inner in node[2]]
            yield from (spots[path][0] for path in paths if path in spots)
