"""`bartizan access`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.asking import answered, asking, world_of
from bartizan.cli.failing import user_errors
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("access", no_args_is_help=True)
@click.argument("principal")
@click.argument("target", default=".", type=TargetType())
@asking
def COMMAND(principal: str, target: Target, file: Path | None, **given: Any) -> None:  # noqa: N802
    """List everything PRINCIPAL may do, by service and access level, whose rights it can take on, and how it
    could come to all rights there are.

    PRINCIPAL is an address in the code, an ARN or a name. TARGET is a directory, a plan, or a JSON export. [default: .]
    """
    from bartizan.app.identity.rights import rights

    with user_errors():
        found = rights(world_of(target, file, given), principal)
    answered(found, target, given)
