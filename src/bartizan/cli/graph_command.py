"""`bartizan graph`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.attacking import attacking, found_in
from bartizan.cli.failing import user_errors
from bartizan.cli.output import Output, OutputType, stream_to
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("graph", no_args_is_help=True)
@click.argument("target", type=TargetType())
@click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    type=OutputType("bartizan.report.paths.picture"),
    metavar="FORMAT[=FILE]",
    help="graphml, json, html, mermaid or dot; repeatable. [default: json]",
)
@click.option("--all", "whole", is_flag=True, help="All assets and moves, not only those between attackers and goals.")
@attacking
def COMMAND(target: Target, outputs: tuple[Output, ...], file: Path | None, **given: Any) -> None:  # noqa: N802
    """Write the attack graph of TARGET, for people and for other tools."""
    from bartizan.app.attack.picture import picture
    from bartizan.report.paths.picture import load

    with user_errors():
        drawn = picture(found_in(target, file, given), whole=given["whole"])
        for output in outputs or (Output("json", None),):
            with stream_to(output.file) as stream:
                load(output.format).write(drawn, stream)
