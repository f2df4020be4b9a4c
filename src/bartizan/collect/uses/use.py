"""Uses: that a file imports a module, or calls something of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a module."""

    module: str
    """As it is imported: `yaml`, `google.cloud.storage`, `@babel/core/lib/x`."""
    file: str
    line: int
    called: str = ""
    """For a call: what is called, as it is named in the module: `load`, `Loader.get`; empty for an import."""
