"""The formats of this package, found by walking it: a new one is a module with a `Format` in it."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

import bartizan.collect.iac as package
from bartizan.collect.format import Format


@cache
def formats() -> dict[str, Format]:
    """Return every format by its id."""
    found: dict[str, Format] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        for value in vars(import_module(f"{package.__name__}.{name}")).values():
            if isinstance(value, Format):
                found.setdefault(value.id, value)
    return found
