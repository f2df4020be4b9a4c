"""The formats there are, found by walking their packages: a new one is a module with a `Format` in it."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

import bartizan.collect.code
import bartizan.collect.iac
import bartizan.collect.image
import bartizan.collect.packages
import bartizan.collect.secrets
from bartizan.collect.format import Format

PACKAGES = (
    bartizan.collect.iac,
    bartizan.collect.packages,
    bartizan.collect.image,
    bartizan.collect.secrets,
    bartizan.collect.code,
)


@cache
def formats() -> dict[str, Format]:
    """Return every format by its id."""
    found: dict[str, Format] = {}
    for package in PACKAGES:
        for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
            for value in vars(import_module(f"{package.__name__}.{name}")).values():
                if isinstance(value, Format):
                    found.setdefault(value.id, value)
    return found
