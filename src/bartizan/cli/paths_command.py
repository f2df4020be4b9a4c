"""`bartizan paths`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.attacking import FORMATS, attacking, found_in, written
from bartizan.cli.failing import user_errors
from bartizan.cli.output import Output
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("paths", no_args_is_help=True)
@click.argument("target", type=TargetType())
@click.option("--from", "starts", multiple=True, metavar="ASSET", help="Where attackers start. [default: internet]")
@click.option(
    "--to", "goals", multiple=True, metavar="GOAL", help="sensitive, admin, secrets, production, all or an asset."
)
@click.option("--top", default=20, show_default=True, type=click.IntRange(1, 10_000), help="How many paths to list.")
@click.option("--shortest", is_flag=True, help="Order by number of steps instead of likelihood.")
@click.option("--proven", is_flag=True, help="Leave out paths that rest on something unknown.")
@click.option("--fail", is_flag=True, help="Exit with 1 where there is a proven path.")
@FORMATS
@attacking
def COMMAND(  # noqa: N802
    target: Target,
    starts: tuple[str, ...],
    goals: tuple[str, ...],
    outputs: tuple[Output, ...],
    file: Path | None,
    **given: Any,
) -> None:
    """List the attack paths of TARGET, most likely first: from where attackers start to what matters.

    Each step is shown with what it needs and where that is written. Proven paths come first; those that rest on
    something that could not be seen are told apart as possible.
    """
    with user_errors():
        found = found_in(target, file, given)
        from bartizan.app.attack.listing import Wanted, paths  # it was loaded while the target was read

        wanted = Wanted(
            starts=starts, goals=goals, top=given["top"], shortest=given["shortest"], certain=given["proven"]
        )
        answer = paths(found, wanted)
        written(answer, outputs, target, given)
    sys.exit(1 if given["fail"] and answer.reached else 0)
