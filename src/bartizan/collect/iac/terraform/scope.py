"""What an expression is evaluated in: its module, and the names that are bound around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from bartizan.collect.iac.terraform.values import Fault
from bartizan.core.truth import Unknown


class Surroundings(Protocol):
    """The module instance an expression belongs to."""

    path: str
    """`path.module`."""

    def variable(self, name: str) -> Any:
        """Return the value of an input variable."""
        ...

    def local(self, name: str) -> Any:
        """Return a local value."""
        ...

    def child(self, name: str) -> Any:
        """Return what `module.name` stands for."""
        ...

    def resource(self, key: tuple[str, str, str]) -> Any:
        """Return what a resource, by mode, type and name, stands for."""
        ...

    def spend(self, steps: int) -> None:
        """Count work done; raises `Fault` when there has been too much."""
        ...

    def tell_cycle(self, what: str, file: str, spot: tuple[int, int]) -> None:
        """Note that something depends on itself, and where it is declared."""
        ...

    def bytes_of(self, path: str) -> bytes:
        """Return the content of a file, by its path relative to the root module; raises `Fault`."""
        ...

    def has_file(self, path: str) -> bool:
        """Tell whether there is a file."""
        ...

    def files_matching(self, directory: str, pattern: str) -> list[str]:
        """Return the files below a directory whose paths in it match a glob."""
        ...

    def template(self, source: str) -> Evaluate:
        """Return a text compiled as a template; raises `Fault` where it is none."""
        ...


UNSET = Unknown("not set here")


class Scope:
    """The names an expression can use. `names` binds what for expressions, dynamic blocks and templates introduce."""

    __slots__ = ("each_key", "each_value", "index", "itself", "module", "names")

    def __init__(
        self,
        module: Surroundings,
        *,
        names: dict[str, Any] | None = None,
        index: Any = UNSET,
        each_key: Any = UNSET,
        each_value: Any = UNSET,
        itself: Any = UNSET,
    ) -> None:
        self.module = module
        self.names = names
        self.index = index
        self.each_key = each_key
        self.each_value = each_value
        self.itself = itself

    def inner(self) -> tuple[Scope, dict[str, Any]]:
        """Return a scope within this one, and its names, for more to be bound."""
        names = dict(self.names or ())
        scope = Scope(
            self.module,
            names=names,
            index=self.index,
            each_key=self.each_key,
            each_value=self.each_value,
            itself=self.itself,
        )
        return scope, names


class Nowhere:
    """Stands for a module where constants only may be used."""

    path = "."

    def variable(self, name: str) -> Any:
        """Refuse with a `Fault`."""
        raise Fault("variables may not be used here")

    def local(self, name: str) -> Any:
        """Refuse with a `Fault`."""
        raise Fault("locals may not be used here")

    def child(self, name: str) -> Any:
        """Refuse with a `Fault`."""
        raise Fault("modules may not be used here")

    def resource(self, key: tuple[str, str, str]) -> Any:
        """Refuse with a `Fault`."""
        raise Fault("resources may not be used here")

    def spend(self, steps: int) -> None:
        """Pass: constants cost little."""
        return

    def tell_cycle(self, what: str, file: str, spot: tuple[int, int]) -> None:
        """Pass: constants have no names."""
        return

    def bytes_of(self, path: str) -> bytes:
        """Refuse with a `Fault`."""
        raise Fault("files may not be used here")

    def has_file(self, path: str) -> bool:
        """Refuse with a `Fault`."""
        raise Fault("files may not be used here")

    def files_matching(self, directory: str, pattern: str) -> list[str]:
        """Refuse with a `Fault`."""
        raise Fault("files may not be used here")

    def template(self, source: str) -> Evaluate:
        """Refuse with a `Fault`."""
        raise Fault("templates may not be used here")


class Named(Nowhere):
    """Stands for a module where references are names only: `configuration_aliases = [aws.west]`."""

    def resource(self, key: tuple[str, str, str]) -> Any:
        """Return the name itself."""
        return ".".join(part for part in key if part)


NOWHERE = Scope(Nowhere())
"""The scope of constants."""
NAMES = Scope(Named())
"""The scope of names of providers."""

Evaluate = Callable[[Scope], Any]
"""A compiled expression. Raises `Fault` where Terraform would refuse it."""


class Constant:
    """A compiled expression that is the same everywhere."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __call__(self, scope: Scope) -> Any:
        return self.value
