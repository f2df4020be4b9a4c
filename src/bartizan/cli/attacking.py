"""What the commands on attack paths have in common: their options, and how answers are written."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

import bartizan
from bartizan.cli.output import Output, OutputType, stream_to
from bartizan.cli.progress import progress_bar

if TYPE_CHECKING:
    from bartizan.app.attack.found import Found
    from bartizan.app.options import Options
    from bartizan.app.target import Target
    from bartizan.report.paths import Answer

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    type=OutputType("bartizan.report.paths"),
    metavar="FORMAT[=FILE]",
    help="How to report, to a file or to standard output; repeatable. [default: terminal]",
)
_OPTIONS = (
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Do not look at these paths; repeatable."),
    click.option("--formats", multiple=True, metavar="ID", help="Read these formats only; repeatable."),
    click.option("--max-file-size", metavar="SIZE", help="Leave out larger files. [default: 32MB]"),
    click.option("--jobs", metavar="N", help="Processes to read in. [default: one per processor]"),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier results."),
    click.option("--config", "file", type=click.Path(path_type=Path, exists=True), help="Settings file."),
    click.option("-v", "--verbose", is_flag=True, help="Show all evidence."),
    click.option("-q", "--quiet", is_flag=True, help="No progress on standard error."),
    click.option("--json", "as_json", is_flag=True, help="Short for -f json."),
    click.option("--debug", is_flag=True, hidden=True),
)


def attacking(command: F) -> F:
    """Add the options of reading a target and of printing."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def options_of(target: Target, file: Path | None, given: dict[str, Any]) -> Options:
    """Return what the flags, the environment and the settings file say."""
    from bartizan.app.config import load

    return load(target.folder, {**given, "cache": "" if given["no_cache"] else None}, file).options()


def found_in(target: Target, file: Path | None, given: dict[str, Any]) -> Found:
    """Read a target as the options say, and find what attackers can do in it."""
    from bartizan.app.attack.finding import found

    options = options_of(target, file, given)
    with progress_bar(given["quiet"]) as progress:
        return found(target, options, progress)


def written(answer: Answer, outputs: tuple[Output, ...], target: Target, given: dict[str, Any]) -> None:
    """Write an answer in every format that is asked for; raises `OSError` for a file that cannot be written."""
    from bartizan.report.output import Look
    from bartizan.report.paths import NotInThisFormat, write

    for output in outputs or (Output("json" if given["as_json"] else "terminal", None),):
        color = output.file is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = shutil.get_terminal_size((100, 24)).columns if color else 100
        look = Look(color=color, width=width, verbose=given["verbose"])
        with stream_to(output.file) as stream:
            try:
                write(output.format, answer, stream, look, target=target.text, version=bartizan.__version__)
            except NotInThisFormat as error:
                raise click.UsageError(str(error)) from None
