"""Reports in every format. One format is one module of `bartizan.report.to`, named like its id."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from bartizan.report import to
from bartizan.report.output import Look, OutputFormat

__all__ = ["Look", "OutputFormat", "UnknownFormat", "formats", "ids", "load"]


class UnknownFormat(LookupError):
    """There is no format with such an id."""

    def __init__(self, id: str) -> None:
        super().__init__(f"There is no output format {id!r}. Choose one of {', '.join(ids())}.")


def ids() -> tuple[str, ...]:
    """Return the ids of all formats, sorted. Imports none of them."""
    return tuple(sorted(module.name for module in iter_modules(to.__path__)))


def load(id: str) -> OutputFormat:
    """Return one format, importing only that. Raises `UnknownFormat`."""
    if id not in ids():
        raise UnknownFormat(id)
    found: OutputFormat = import_module(f"{to.__name__}.{id}").FORMAT
    return found


def formats() -> dict[str, OutputFormat]:
    """Return all formats by id, importing every one of them."""
    return {id: load(id) for id in ids()}
