"""`bartizan fix`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.attacking import FORMATS, attacking, found_in, written
from bartizan.cli.failing import user_errors
from bartizan.cli.output import Output
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("fix", no_args_is_help=True)
@click.argument("target", type=TargetType())
@click.option("--from", "starts", multiple=True, metavar="ASSET", help="Where attackers start. [default: internet]")
@click.option(
    "--to", "goals", multiple=True, metavar="GOAL", help="sensitive, admin, secrets, production, all or an asset."
)
@click.option("--verify", is_flag=True, help="Make each change in a private copy, scan that, and tell what it showed.")
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
    """Name the smallest set of changes that cuts the attack paths of TARGET: a statement, a rule, a line.

    Each change is shown as a diff, with how many paths it cuts. Nothing is changed.
    """
    from bartizan.app.attack.listing import Wanted
    from bartizan.app.change.fixes import fixes

    with user_errors():
        wanted = Wanted(starts=starts, goals=goals)
        written(fixes(found_in(target, file, given), wanted, verify=given["verify"]), outputs, target, given)
