"""What the commands on attack paths have in common: their options, and how answers are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import bartizan
from bartizan.cli.output import Output, OutputType, stream_to
from bartizan.cli.progress import progress_bar
from bartizan.cli.reading import options_of, reading, screen

if TYPE_CHECKING:
    from bartizan.app.attack.found import Found
    from bartizan.app.target import Target
    from bartizan.report.paths import Answer


FORMATS = click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    type=OutputType("bartizan.report.paths"),
    metavar="FORMAT[=FILE]",
    help="How to report, to a file or to standard output; repeatable. [default: terminal]",
)
attacking = reading(verbose="Show all evidence.", as_json="Short for -f json.")


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
        color, width = screen(output.file)
        look = Look(color=color, width=width, verbose=given["verbose"])
        with stream_to(output.file) as stream:
            try:
                write(output.format, answer, stream, look, target=target.text, version=bartizan.__version__)
            except NotInThisFormat as error:
                raise click.UsageError(str(error)) from None
