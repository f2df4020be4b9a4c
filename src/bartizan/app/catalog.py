"""Gathers what the content packages declare, and holds it to being unique."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import bartizan.content
from bartizan.app.errors import ContentError
from bartizan.core.claim import Framework, Objective, Requirement, Rule
from bartizan.core.kind import Asset
from bartizan.core.secret import Credential
from bartizan.core.source import Source
from bartizan.core.step import Step
from bartizan.core.weakness import Weakness

T = TypeVar("T")
CONTENT = Path(bartizan.content.__path__[0])


@dataclass(frozen=True, slots=True)
class Catalog:
    """All that the content declares."""

    kinds: dict[str, type[Asset]]
    sources: tuple[Source[Any], ...]
    rules: dict[str, Rule[Any]]
    objectives: dict[str, Objective]
    frameworks: dict[str, Framework]


def modules(package: str, wanted: Callable[[str], bool] = lambda name: True) -> Iterator[ModuleType]:
    """Import and yield every module below a package of the content that is wanted by its name, in order of name."""
    for folder, folders, files in os.walk(CONTENT / package):
        folders.sort()
        relative = Path(folder).relative_to(CONTENT)
        for file in sorted(files):
            name = file.removesuffix(".py")
            if file.endswith(".py") and name != "__init__" and wanted(name):
                yield import_module(".".join(("bartizan.content", *relative.parts, name)))


def declared(
    package: str, of: type[T], wanted: Callable[[str], bool] = lambda name: True
) -> Iterator[tuple[ModuleType, T]]:
    """Yield the instances of a class that the modules of a package declare, each with its module."""
    for module in modules(package, wanted):
        for value in vars(module).values():
            if isinstance(value, of):
                yield module, value


@cache
def sources() -> tuple[Source[Any], ...]:
    """Return every source; loads the kinds, not the rules."""
    return tuple(source for _, source in declared("kinds", Source))


@cache
def kinds() -> dict[str, type[Asset]]:
    """Return every kind by its name."""
    found: dict[str, type[Asset]] = {}
    for module in modules("kinds"):
        for value in vars(module).values():
            named = isinstance(value, type) and issubclass(value, Asset) and value.kind
            if named and found.setdefault(value.kind, value) is not value:
                raise ContentError(f"the kind {value.kind} is declared twice, again in {module.__name__}")
    return found


@cache
def rules() -> dict[str, Rule[Any]]:
    """Return every rule by its id, also those that follow from credentials and weaknesses."""
    from bartizan.app.derived import of_credential, of_weakness  # they need the kinds

    found: dict[str, Rule[Any]] = {}
    for module, rule in declared("rules", Rule):
        if found.setdefault(rule.id, rule) is not rule:
            raise ContentError(f"the rule {rule.id} is declared twice, again in {module.__name__}")
    derived = [*map(of_credential, credentials()), *map(of_weakness, weaknesses())]
    for rule in derived:
        if found.setdefault(rule.id, rule) is not rule:
            raise ContentError(f"the rule {rule.id} is declared twice")
    return found


@cache
def credentials() -> tuple[Credential, ...]:
    """Return every kind of credential that is looked for."""
    return tuple(credential for _, credential in declared("credentials", Credential))


@cache
def weaknesses() -> tuple[Weakness, ...]:
    """Return every weakness of code that is looked for."""
    return tuple(weakness for _, weakness in declared("weaknesses", Weakness))


@cache
def steps() -> dict[str, Step[Any, Any]]:
    """Return every attack step by its id."""
    found: dict[str, Step[Any, Any]] = {}
    for module, step in declared("steps", Step):
        if found.setdefault(step.id, step) is not step:
            raise ContentError(f"the step {step.id} is declared twice, again in {module.__name__}")
    return found


@cache
def steps_of(provider: str) -> dict[str, Step[Any, Any]]:
    """Return the attack steps of one provider by their ids, which begin with its name; loads no others."""
    return {step.id: step for _, step in declared(f"steps/{provider}", Step)}


@cache
def steps_beside(family: str, absent: frozenset[str]) -> dict[str, Step[Any, Any]]:
    """Return the attack steps of a family by their ids, without those whose id names what is absent as its second word.

    `data-azure-...` needs something of Azure to be there; loads no others.
    """
    found = declared(f"steps/{family}", Step, lambda name: not absent.intersection(name.split("_")[1:2]))
    return {step.id: step for _, step in found}


@cache
def step_families() -> tuple[str, ...]:
    """Return the families of attack steps: what their ids begin with."""
    return tuple(sorted(each.name for each in (CONTENT / "steps").iterdir() if (each / "__init__.py").is_file()))


@cache
def objectives() -> dict[str, Objective]:
    """Return every objective by its id."""
    table = tomllib.loads((CONTENT / "objectives.toml").read_text("utf-8"))
    return {each["id"]: Objective(each["id"], each["title"]) for each in table["objective"]}


@cache
def frameworks() -> dict[str, Framework]:
    """Return every framework by its id."""
    files = sorted((CONTENT / "frameworks").glob("*.toml"))
    return {made.id: made for made in (_framework(tomllib.loads(file.read_text("utf-8"))) for file in files)}


def _framework(table: dict[str, Any]) -> Framework:
    return Framework(
        id=table["id"],
        title=table["title"],
        publisher=table["publisher"],
        version=table["version"],
        url=table["url"],
        requirements=tuple(_requirement(each) for each in table["requirement"]),
    )


def _requirement(table: dict[str, Any]) -> Requirement:
    return Requirement(
        id=table["id"],
        title=table["title"],
        rules=tuple(table.get("rules", ())),
        objectives=tuple(table.get("objectives", ())),
        manual=table.get("manual", ""),
    )


@cache
def asking() -> dict[str, list[str]]:
    """Return, by the id of a rule or an objective, the requirements that name it: `cis-aws-5.0 2.1.4`."""
    askers: dict[str, list[str]] = {}
    for framework in frameworks().values():
        for requirement in framework.requirements:
            for name in (*requirement.rules, *requirement.objectives):
                askers.setdefault(name, []).append(f"{framework.id} {requirement.id}")
    return askers


@cache
def catalog() -> Catalog:
    """Return everything that is declared."""
    return Catalog(kinds(), sources(), rules(), objectives(), frameworks())
