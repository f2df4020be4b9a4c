"""`bartizan who-can`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.asking import GIVEN, answered, asking, keys, world_of
from bartizan.cli.failing import user_errors
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("who-can", no_args_is_help=True)
@click.argument("action")
@click.argument("resource")
@click.argument("target", default=".", type=TargetType())
@GIVEN
@asking
def COMMAND(action: str, resource: str, target: Target, file: Path | None, **given: Any) -> None:  # noqa: N802
    """Tell who may do ACTION to RESOURCE: every principal, by itself or by roles it can take, and why.

    ACTION is written as its provider does: s3:GetObject, "get core/secrets", Microsoft.KeyVault/vaults/secrets/read,
    storage.objects.get. RESOURCE is an address in the code, a name or a pattern: arn:aws:s3:::orders/*.
    TARGET is a directory, a plan, or a JSON export such as that of get-account-authorization-details. [default: .]
    """
    from bartizan.app.identity import answers

    with user_errors():
        found = answers.who_can(world_of(target, file, given), action, resource, keys(given["given"]))
    answered(found, target, given)
