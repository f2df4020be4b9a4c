"""Terraform's functions, by name. Those that depend on the moment or on chance are unknown.

`KNOWN` functions are called with values that are known throughout; `OPEN` ones look at unseen values themselves;
`PLACED` ones also take the scope they are called in, to read files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from inspect import Parameter, signature
from typing import Any

from bartizan.core.truth import Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function and how it is called."""

    run: Callable[..., Any]
    open: bool = False
    """Whether it is called even when arguments are unknown or have unknown parts."""
    placed: bool = False
    """Whether its first argument is the scope."""
    least: int = 0
    most: int | None = 0
    """How many arguments it takes; no upper bound when None."""

    def takes(self, count: int) -> bool:
        """Tell whether it can be called with so many arguments."""
        return self.least <= count and (self.most is None or count <= self.most)


_IMPURE = frozenset({"timestamp", "plantimestamp", "uuid", "bcrypt", "rsadecrypt", "ephemeralasnull", "type"})


@cache
def find(name: str) -> Function | None:
    """Return a function by its name, None where there is none."""
    from bartizan.collect.iac.terraform.functions import (
        clock,
        collection,
        conversion,
        digest,
        encoding,
        files,
        formatting,
        network,
        number,
        pattern,
        sets,
        text,
    )

    if name in _IMPURE:
        return _impure(name)
    modules = (text, collection, sets, conversion, encoding, formatting, number, pattern, network, digest, clock)
    for module in modules:
        if name in module.KNOWN:
            return _described(module.KNOWN[name])
        if name in getattr(module, "OPEN", ()):
            return _described(module.OPEN[name], open=True)
    if name in files.PLACED:
        return _described(files.PLACED[name], open=True, placed=True)
    return None


def _described(run: Callable[..., Any], *, open: bool = False, placed: bool = False) -> Function:
    parameters = list(signature(run).parameters.values())[placed:]
    least = sum(p.default is Parameter.empty and p.kind is not Parameter.VAR_POSITIONAL for p in parameters)
    rest = any(p.kind is Parameter.VAR_POSITIONAL for p in parameters)
    return Function(run=run, open=open, placed=placed, least=least, most=None if rest else len(parameters))


def _impure(name: str) -> Function:
    def unseen(*arguments: Any) -> Unknown:
        return Unknown(f"the result of {name}() is known only where Terraform runs")

    return Function(run=unseen, open=True, most=None)
