"""`bartizan can`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.asking import GIVEN, answered, asking, keys, world_of
from bartizan.cli.failing import user_errors
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target

CODES = {"allow": 0, "deny": 1, "conditional": 3, "unknown": 3}


@click.command("can", no_args_is_help=True)
@click.argument("principal")
@click.argument("action")
@click.argument("resource")
@click.argument("target", default=".", type=TargetType())
@GIVEN
@asking
def COMMAND(  # noqa: N802
    principal: str, action: str, resource: str, target: Target, file: Path | None, **given: Any
) -> None:
    """Tell whether PRINCIPAL may do ACTION to RESOURCE, statement by statement, and what is left to fulfil.

    PRINCIPAL is an address in the code, an ARN or a name; also service:lambda.amazonaws.com, anonymous,
    federated:ARN. TARGET is a directory, a plan, or a JSON export. [default: .]

    Exit code 0: allowed; 1: denied; 3: conditional or unknown.
    """
    from bartizan.app.identity import answers

    with user_errors():
        found = answers.can(world_of(target, file, given), principal, action, resource, keys(given["given"]))
    answered(found, target, given)
    sys.exit(CODES[found.decision.verdict.value])
