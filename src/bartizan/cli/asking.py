"""What the commands that ask who may do what have in common: their options, and how answers are written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import bartizan
from bartizan.cli.progress import progress_bar
from bartizan.cli.reading import options_of, reading, screen

if TYPE_CHECKING:
    from bartizan.app.identity.world import World
    from bartizan.app.target import Target


asking = reading(verbose="List everything.", as_json="Print JSON.")
GIVEN = click.option(
    "--given",
    multiple=True,
    metavar="KEY=VALUE",
    help="What is known of the request, such as aws:MultiFactorAuthPresent=true; repeatable.",
)


def world_of(target: Target, file: Path | None, given: dict[str, Any]) -> World:
    """Read a target as the options say."""
    from bartizan.app.identity.world import world

    options = options_of(target, file, given)
    with progress_bar(given["quiet"]) as progress:
        return world(target, options, progress)


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
    color, width = screen(None)
    terminal.write(answer, sys.stdout, width=width, color=color, verbose=given["verbose"])
