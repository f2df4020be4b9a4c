"""What the commands that ask who may do what have in common: their options, and how answers are written."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

import bartizan
from bartizan.cli.progress import progress_bar

if TYPE_CHECKING:
    from bartizan.app.identity.world import World
    from bartizan.app.target import Target

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Do not look at these paths; repeatable."),
    click.option("--formats", multiple=True, metavar="ID", help="Read these formats only; repeatable."),
    click.option("--max-file-size", metavar="SIZE", help="Leave out larger files. [default: 32MB]"),
    click.option("--jobs", metavar="N", help="Processes to read in. [default: one per processor]"),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier results."),
    click.option("--config", "file", type=click.Path(path_type=Path, exists=True), help="Settings file."),
    click.option("-v", "--verbose", is_flag=True, help="List everything."),
    click.option("-q", "--quiet", is_flag=True, help="No progress on standard error."),
    click.option("--json", "as_json", is_flag=True, help="Print JSON."),
    click.option("--debug", is_flag=True, hidden=True),
)

GIVEN = click.option(
    "--given",
    multiple=True,
    metavar="KEY=VALUE",
    help="What is known of the request, such as aws:MultiFactorAuthPresent=true; repeatable.",
)


def asking(command: F) -> F:
    """Add the options of reading a target and of printing."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def world_of(target: Target, file: Path | None, given: dict[str, Any]) -> World:
    """Read a target as the options say."""
    from bartizan.app.config import load
    from bartizan.app.identity.world import world

    config = load(target.folder, {**given, "cache": "" if given["no_cache"] else None}, file)
    with progress_bar(given["quiet"]) as progress:
        return world(target, config.options(), progress)


def keys(given: tuple[str, ...]) -> dict[str, str | tuple[str, ...]]:
    """Return condition keys in lower case with their values; a key that is given twice has two."""
    found: dict[str, str | tuple[str, ...]] = {}
    for each in given:
        key, sign, value = each.partition("=")
        if not sign or not key.strip():
            raise click.UsageError(f"--given {each}: expected KEY=VALUE, such as aws:SourceIp=203.0.113.7.")
        name, before = key.strip().lower(), found.get(key.strip().lower())
        found[name] = value if before is None else (*((before,) if isinstance(before, str) else before), value)
    return found


def answered(answer: Any, target: Target, given: dict[str, Any]) -> None:
    """Write an answer to standard output."""
    from bartizan.report.access import json, terminal

    if given["as_json"]:
        json.write(answer, target.text, bartizan.__version__, sys.stdout)
        return
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = shutil.get_terminal_size((100, 24)).columns if color else 100
    terminal.write(answer, sys.stdout, width=width, color=color, verbose=given["verbose"])
