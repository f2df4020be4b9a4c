"""`bartizan diff`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.attacking import FORMATS, attacking, written
from bartizan.cli.failing import user_errors
from bartizan.cli.output import Output
from bartizan.cli.progress import progress_bar
from bartizan.cli.reading import options_of
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("diff", no_args_is_help=True)
@click.argument("base")
@click.argument("head")
@click.argument("target", default=".", type=TargetType())
@click.option(
    "--fail-on",
    multiple=True,
    metavar="POLICY",
    help="What exits with 1: new-path, possible-path, new-finding, critical, high, medium, low or none; repeatable. "
    "[default: new-path]",
)
@FORMATS
@attacking
def COMMAND(  # noqa: N802
    base: str,
    head: str,
    target: Target,
    fail_on: tuple[str, ...],
    outputs: tuple[Output, ...],
    file: Path | None,
    **given: Any,
) -> None:
    """Tell what a change does: attack paths opened and closed, and findings new and gone, from BASE to HEAD.

    BASE and HEAD are revisions of the repository that TARGET is in, or paths: two directories, or two plans.
    HEAD may be `.`, for the work tree as it is. [default TARGET: .]

    Exit code 0: allowed by --fail-on; 1: not; 2: usage.
    """
    from bartizan.app.change.diff import compared, offences, policies

    with user_errors():
        wanted = policies(fail_on or ("new-path",))
        options = options_of(target, file, given)
        with progress_bar(given["quiet"]) as progress:
            answer = compared(base, head, target, options, progress)
        written(answer, outputs, target, given)
    broken = offences(answer, wanted)
    for each in broken:
        click.echo(each, err=True)
    sys.exit(1 if broken else 0)
