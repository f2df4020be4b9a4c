"""Where reports go: `-f FORMAT[=FILE]`, to a file whole or not at all, or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from bartizan.cli.reading import screen

if TYPE_CHECKING:
    from bartizan.app.target import Target
    from bartizan.core.report import Report


@dataclass(frozen=True, slots=True)
class Output:
    """One report to write."""

    format: str
    file: Path | None


class OutputType(click.ParamType[Output]):
    """Parses `sarif=report.sarif` or `json`; a format is a module of the package that is given by name."""

    name = "output"

    def __init__(self, package: str = "bartizan.report") -> None:
        self._package = package

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Output:
        """Return the output that a text means."""
        if isinstance(value, Output):
            return value
        ids = import_module(self._package).ids()
        format, _, file = str(value).partition("=")
        if format not in ids:
            self.fail(f"there is no format {format!r}; choose one of {', '.join(ids)}", param, ctx)
        return Output(format, Path(file) if file else None)


def write(output: Output, report: Report, target: Target, *, verbose: bool, unknown: bool) -> None:
    """Write a report; raises `OSError` when the file cannot be written."""
    from bartizan.core.finding import Verdict
    from bartizan.report import Look, load

    folder = target.folder
    several = ", " in report.target
    color, width = screen(output.file)
    look = Look(
        color=color,
        width=width,
        root=None if target.path is None else Path() if several else folder,
        verbose=verbose,
        show=frozenset({Verdict.FAIL, Verdict.UNKNOWN} if unknown else {Verdict.FAIL}),
        base="" if several else _base(folder),
    )
    with stream_to(output.file) as stream:
        load(output.format).write(report, stream, look)


def _base(folder: Path) -> str:
    """Return the way from the working directory to the scanned one, with a slash at its end."""
    relative = os.path.relpath(folder)
    return "" if relative == "." or relative.startswith("..") else f"{Path(relative).as_posix()}/"


@contextmanager
def stream_to(file: Path | None) -> Iterator[TextIO]:
    """Yield standard output, or a file that is there whole or not at all; raises `OSError`."""
    if file is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    from bartizan.collect.replacing import replacing

    if file.exists() and not file.is_file():
        with file.open("w", encoding="utf-8", newline="\n") as stream:  # a pipe or a device is written, not replaced
            yield stream
        return
    with replacing(file) as new:
        with new.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        new.chmod(0o644)
