"""An instance of a module: its variables, locals, resources, calls and outputs, evaluated when they are asked for."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.blocks import guarded
from bartizan.collect.iac.terraform.configuration import Configuration, Declared, ResourceKey, Variable
from bartizan.collect.iac.terraform.expand import expand
from bartizan.collect.iac.terraform.globs import compiled
from bartizan.collect.iac.terraform.instance import Instance
from bartizan.collect.iac.terraform.project import Project, below
from bartizan.collect.iac.terraform.rendering import compiled_template
from bartizan.collect.iac.terraform.scope import Evaluate, Scope
from bartizan.collect.iac.terraform.values import Fault, Lazy, either
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Ref, Unknown

MAX_CALLS = 40
"""Modules within one another."""
_BUSY = object()


class Module(Lazy):
    """One instance of a module. The root module has no call."""

    __slots__ = ("call", "called", "configuration", "doubt", "evaluated", "given", "path", "project", "scope")

    def __init__(
        self, project: Project, configuration: Configuration, given: dict[str, Any], call: Call | None = None
    ) -> None:
        self.project = project
        self.configuration = configuration
        self.given = given
        """The values of the root module's variables."""
        self.doubt: Unknown | None = None
        """Why a variable of the root module that is not given may be given all the same."""
        self.call = call
        self.path = posixpath.relpath(configuration.directory or ".", project.root or ".")
        self.evaluated: dict[Any, Any] = {}
        self.called: dict[str, list[Module | Missing]] = {}
        self.scope = Scope(self)

    @property
    def prefix(self) -> str:
        """What is put before the addresses within: `module.net["a"].`, empty for the root module."""
        return f"{self.call.address}." if self.call else ""

    def _once(self, key: Any, evaluate: Callable[[], Any], what: Callable[[], tuple[str, str, tuple[int, int]]]) -> Any:
        found = self.evaluated.get(key, self)
        if found is self:
            self.evaluated[key] = _BUSY
            try:
                found = self.evaluated[key] = evaluate()
            finally:
                if self.evaluated[key] is _BUSY:
                    del self.evaluated[key]
        elif found is _BUSY:
            name, file, spot = what()
            self.tell_cycle(name, file, spot)
            return Unknown(f"{name} depends on itself")
        return found

    def _absent(self, what: str) -> Unknown:
        """Return what stands for a name that is not declared; raises `Fault` where it certainly is not."""
        if self.configuration.damaged:
            return Unknown(f"{what} may be declared in a part of a file that could not be read")
        raise Fault(f"{what} is not declared")

    def variable(self, name: str) -> Any:
        """Return the value of an input variable."""
        declared = self.configuration.variables.get(name)
        if declared is None:
            return self._absent(f'the variable "{name}"')
        place = declared.declared
        return self._once(
            ("var", name), lambda: self._variable(name, declared), lambda: (f"var.{name}", place.file, place.block.spot)
        )

    def _variable(self, name: str, variable: Variable) -> Any:
        argument = self.call.declared.block.attributes.get(name) if self.call else None
        if argument is not None and self.call is not None:
            value = guarded(argument.evaluate, self.call.scope)
            if value is not None or variable.nullable:
                return self._converted(name, variable, value)
        elif self.given.get(name) is not None or (name in self.given and variable.nullable):
            return self._converted(name, variable, self.given[name])
        if self.call is None and name not in self.given and self.doubt is not None:
            return self.doubt
        if variable.default is not None:
            return self._converted(name, variable, guarded(variable.default.evaluate, self.scope))
        if self.call is None:
            return Unknown(f'variable "{name}" has no value: no default and no tfvars')
        return Unknown(f'variable "{name}" has no value: the call of {self.call.address} does not set it')

    def _converted(self, name: str, variable: Variable, value: Any) -> Any:
        try:
            return self.project.weighed(variable.convert(value))
        except Fault as fault:
            return Unknown(f'the value of variable "{name}" is not of its type: {fault}')

    def local(self, name: str) -> Any:
        """Return a local value."""
        found = self.evaluated.get(name, self)
        if found is not self and found is not _BUSY:
            return found
        declared = self.configuration.locals.get(name)
        if declared is None:
            return self._absent(f"local.{name}")
        file, attribute = declared
        return self._once(
            name, lambda: self._guarded(attribute.evaluate), lambda: (f"local.{name}", file, attribute.spot or (1, 1))
        )

    def _guarded(self, evaluate: Any) -> Any:
        try:
            return self.project.weighed(guarded(evaluate, self.scope))
        except Fault as fault:
            return Unknown(str(fault))

    def attribute(self, name: str) -> Any:
        """Return the value of an output."""
        declared = self.configuration.outputs.get(name)
        if declared is None:
            return self._absent(f"{self.prefix}{name}")
        value = declared.block.attributes.get("value")
        if value is None:
            return Unknown(f"the output {self.prefix}{name} has no value")
        return self._once(
            ("output", name),
            lambda: self._guarded(value.evaluate),
            lambda: (f"output.{name}", declared.file, declared.block.spot),
        )

    def reference(self) -> Unknown:
        """Return what stands for the module as a whole."""
        address = self.call.address if self.call else ""
        return Ref(f"the module {address}", address=address)

    def resource(self, key: ResourceKey) -> Any:
        """Return the instances of a resource: one, a list, a map, or `Many`."""
        found = self.evaluated.get(key, self)
        if found is not self and found is not _BUSY:
            return found
        declared = self.configuration.resources.get(key)
        if declared is None:
            return self._absent(local_address(key))
        return self._once(
            key,
            lambda: self._instances(key, declared),
            lambda: (local_address(key), declared.file, declared.block.spot),
        )

    def _instances(self, key: ResourceKey, declared: Declared) -> Any:
        address = self.prefix + local_address(key)
        inherited = self.call.doubt if self.call else None

        def make(index: str, scope: Scope, doubt: Unknown | None) -> Instance:
            return Instance(declared, key, address + index, scope, either(doubt, inherited))

        return expand(declared.block, self.scope, make)

    def child(self, name: str) -> Any:
        """Return the instances of a called module, as `module.name` stands for them."""
        declared = self.configuration.calls.get(name)
        if declared is None:
            return self._absent(f"module.{name}")
        return self._once(
            ("module", name),
            lambda: self._children(name, declared),
            lambda: (f"module.{name}", declared.file, declared.block.spot),
        )

    def _children(self, name: str, declared: Declared) -> Any:
        made = self.called.setdefault(name, [])
        configuration, why = self._source(name, declared)
        address = f"{self.prefix}module.{name}"
        inherited = self.call.doubt if self.call else None

        def make(index: str, scope: Scope, doubt: Unknown | None) -> Module | Missing:
            call = Call(self, declared, address + index, scope, either(doubt, inherited))
            if configuration is None:
                self._tell_missing(call, why)
            child = Missing(call, why) if configuration is None else Module(self.project, configuration, {}, call)
            made.append(child)
            return child

        return expand(declared.block, self.scope, make)

    def _source(self, name: str, declared: Declared) -> tuple[Configuration | None, str]:
        """Return the configuration that a call names, or None and why it is not there."""
        attribute = declared.block.attributes.get("source")
        source = guarded(attribute.evaluate, self.scope) if attribute else None
        directory, why = self._directory(name, source)
        if directory is not None and directory in self.ancestry():
            directory, why = None, "it calls itself through the modules it calls; break the cycle"
        elif directory is not None and (len(self.ancestry()) > MAX_CALLS or not self.project.affords_module()):
            directory, why = None, "modules call one another deeper or more often than is evaluated"
        found = self.project.configuration(directory) if directory is not None else None
        if directory is not None and found is None:
            why = f'its source "{source}" has no files of Terraform in the scanned directory; correct it, or scan more'
        return found, why

    def _tell_missing(self, call: Call, why: str) -> None:
        place = call.declared.block.spot
        told = f"The module {call.address} is not read: {why}."
        self.project.tell(Gap(call.declared.file, told, *place, about=call.address))

    def _directory(self, name: str, source: Any) -> tuple[str | None, str]:
        if not isinstance(source, str):
            return None, "its source is not a text that is known; write it as a literal"
        if source.startswith(("./", "../")) or source in (".", ".."):
            found = self.project.tree.inside(self.configuration.directory, source)
            return found, f'its source "{source}" is outside of the scanned directory; scan a directory that has both'
        found = self.project.downloaded(f"{self.call.key}.{name}" if self.call else name)
        return found, f'its source "{source}" is not downloaded; run `terraform init` or `terraform get` and scan again'

    def ancestry(self) -> list[str]:
        """Return the directories of this module and its callers."""
        found, module = [], self
        while True:
            found.append(module.configuration.directory)
            if module.call is None:
                return found
            module = module.call.caller

    @property
    def via(self) -> tuple[Place, ...]:
        """The places of the calls that lead here, outermost first."""
        return self.call.via if self.call else ()

    def spend(self, steps: int) -> None:
        """Count work done; raises `Fault` when there has been too much."""
        self.project.spend(steps)

    def tell_cycle(self, what: str, file: str, spot: tuple[int, int]) -> None:
        """Note that something depends on itself, as a gap."""
        why = f"{self.prefix}{what} depends on itself, which Terraform refuses; its value is unknown."
        self.project.tell(Gap(file, why, *spot, about=f"{self.prefix}{what}"))

    def bytes_of(self, path: str) -> bytes:
        """Return the content of a file; raises `Fault`."""
        return self.project.bytes_of(path)

    def has_file(self, path: str) -> bool:
        """Tell whether there is a file."""
        return self.project.has_file(path)

    def template(self, source: str) -> Evaluate:
        """Return a text compiled as a template; raises `Fault` where it is none."""
        return compiled_template(source)

    def files_matching(self, directory: str, pattern: str) -> list[str]:
        """Return the files below a directory whose paths in it match a glob."""
        base = self.project.located(directory)
        if base is None:
            raise Fault(f'the directory "{directory}" is outside of the scanned directory')
        prefix = f"{base}/" if base else ""
        wanted = compiled(pattern)
        names = [file[len(prefix) :] for file in below(self.project.tree.files, base)]
        return [name for name in names if wanted.match(name)]


class Call:
    """The call of one module instance."""

    __slots__ = ("address", "caller", "declared", "doubt", "key", "scope", "via")

    def __init__(self, caller: Module, declared: Declared, address: str, scope: Scope, doubt: Unknown | None) -> None:
        self.caller = caller
        self.declared = declared
        self.address = address
        self.scope = scope
        self.doubt = doubt
        name = declared.block.labels[0]
        self.key: str = f"{caller.call.key}.{name}" if caller.call else name
        """The names of the calls, joined with dots, as `terraform init` lists downloaded modules."""
        block = declared.block
        self.via = (*caller.via, Place(declared.file, *block.spot, block.end_line))


class Missing(Lazy):
    """An instance of a module that could not be read: its outputs are unknown."""

    __slots__ = ("call", "why")

    def __init__(self, call: Call, why: str) -> None:
        self.call = call
        self.why = why

    def attribute(self, name: str) -> Any:
        """Return what stands for an output."""
        return Ref(f"{self.call.address} is not read: {self.why}", address=self.call.address, attribute=name)

    def reference(self) -> Unknown:
        """Return what stands for the module as a whole."""
        return Ref(f"{self.call.address} is not read: {self.why}", address=self.call.address)


def local_address(key: ResourceKey) -> str:
    """Return the address of a resource within its module."""
    return ".".join(part for part in key if part)
