"""The formats there are, found by walking their packages: a new one is a module with a `Format` in it."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

import bartizan.collect.code
import bartizan.collect.exports
import bartizan.collect.iac
import bartizan.collect.image
import bartizan.collect.packages
import bartizan.collect.secrets
from bartizan.collect.format import Format

PACKAGES = (
    bartizan.collect.iac,
    bartizan.collect.exports,
    bartizan.collect.packages,
    bartizan.collect.image,
    bartizan.collect.secrets,
    bartizan.collect.code,
)


IDENTITY = (bartizan.collect.iac, bartizan.collect.exports)
"""Those that tell who may do what."""
CONTENTS = (bartizan.collect.packages, bartizan.collect.image)
"""Those that tell what a target contains."""


@cache
def formats() -> dict[str, Format]:
    """Return every format by its id."""
    return {id: format for package in PACKAGES for id, format in _of(package).items()}


def of_contents() -> tuple[str, ...]:
    """Return the ids of the formats that tell what a target contains."""
    return tuple(id for package in CONTENTS for id in _of(package))


def of_identity() -> tuple[str, ...]:
    """Return the ids of the formats that tell who may do what."""
    return tuple(id for package in IDENTITY for id in _of(package))


def _of(package: ModuleType) -> dict[str, Format]:
    found: dict[str, Format] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        for value in vars(import_module(f"{package.__name__}.{name}")).values():
            if isinstance(value, Format):
                found.setdefault(value.id, value)
    return found
