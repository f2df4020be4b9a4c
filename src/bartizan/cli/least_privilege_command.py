"""`bartizan least-privilege`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.asking import answered, asking, world_of
from bartizan.cli.failing import user_errors
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("least-privilege", no_args_is_help=True)
@click.argument("principal")
@click.argument("target", default=".", type=TargetType())
@click.option(
    "--activity",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="EVENTS",
    help="CloudTrail events: a file, or a directory of them; repeatable.",
)
@asking
def COMMAND(  # noqa: N802
    principal: str, target: Target, activity: tuple[Path, ...], file: Path | None, **given: Any
) -> None:
    """Write the smallest policy that keeps every call of PRINCIPAL seen in EVENTS, and how it differs from now.

    Every recorded call is asked of both policies: what would break is listed. Exit code 1: something would break.
    """
    from bartizan.app.identity.least import least_privilege

    with user_errors():
        slimmed = least_privilege(world_of(target, file, given), principal, activity)
    answered(slimmed, target, given)
    sys.exit(1 if slimmed.breaks else 0)
