"""What the commands that read a target and answer about it have in common: options, settings and the screen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from bartizan.app.options import Options
    from bartizan.app.target import Target

F = TypeVar("F", bound=Callable[..., Any])


def reading(*, verbose: str, as_json: str) -> Callable[[F], F]:
    """Add the options of reading a target and of printing; the texts say what the last two of them do."""
    options = (
        click.option("--exclude", multiple=True, metavar="PATTERN", help="Do not look at these paths; repeatable."),
        click.option("--formats", multiple=True, metavar="ID", help="Read these formats only; repeatable."),
        click.option("--max-file-size", metavar="SIZE", help="Leave out larger files. [default: 32MB]"),
        click.option("--jobs", metavar="N", help="Processes to read in. [default: one per processor]"),
        click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier results."),
        click.option("--config", "file", type=click.Path(path_type=Path, exists=True), help="Settings file."),
        click.option("-v", "--verbose", is_flag=True, help=verbose),
        click.option("-q", "--quiet", is_flag=True, help="No progress on standard error."),
        click.option("--json", "as_json", is_flag=True, help=as_json),
        click.option("--debug", is_flag=True, hidden=True),
    )

    def added(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return added


def options_of(target: Target, file: Path | None, given: dict[str, Any]) -> Options:
    """Return what the flags, the environment and the settings file say."""
    from bartizan.app.config import load

    return load(target.folder, {**given, "cache": "" if given["no_cache"] else None}, file).options()


def screen(file: Path | None) -> tuple[bool, int]:
    """Return whether there are colours, and how many columns, where an answer goes: to a file or standard output."""
    color = file is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return color, shutil.get_terminal_size((100, 24)).columns if color else 100
