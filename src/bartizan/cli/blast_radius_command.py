"""`bartizan blast-radius`."""

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


@click.command("blast-radius", no_args_is_help=True)
@click.argument("asset")
@click.argument("target", default=".", type=TargetType())
@FORMATS
@attacking
def COMMAND(asset: str, target: Target, outputs: tuple[Output, ...], file: Path | None, **given: Any) -> None:  # noqa: N802
    """Tell what falls with ASSET: everything an attacker who holds it comes to hold, what matters first.

    ASSET is an address in the code, a name or an ARN. [default TARGET: .]
    """
    from bartizan.app.attack.blast import blast

    with user_errors():
        written(blast(found_in(target, file, given), asset), outputs, target, given)
