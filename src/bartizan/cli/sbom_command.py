"""`bartizan sbom`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.failing import user_errors
from bartizan.cli.output import Output, OutputType, stream_to
from bartizan.cli.progress import progress_bar
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("sbom", no_args_is_help=True)
@click.argument("target", type=TargetType())
@click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    type=OutputType("bartizan.report.bill"),
    metavar="FORMAT[=FILE]",
    help="cyclonedx or spdx, to a file or to standard output; repeatable. [default: cyclonedx]",
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Do not look at these paths; repeatable.")
@click.option("--platform", metavar="OS/ARCH", help="Which platform of an image. [default: this machine's]")
@click.option("--max-file-size", metavar="SIZE", help="Leave out larger files. [default: 32MB]")
@click.option("--jobs", metavar="N", help="Processes to read in. [default: one per processor]")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier results.")
@click.option("--config", "file", type=click.Path(path_type=Path, exists=True), help="Settings file.")
@click.option("-q", "--quiet", is_flag=True, help="No progress on standard error, and no word about gaps.")
def COMMAND(target: Target, outputs: tuple[Output, ...], file: Path | None, quiet: bool, **given: Any) -> None:  # noqa: N802
    """Write a bill of materials of TARGET: a path, image:FILE, image:REFERENCE, oci-dir:PATH or rootfs:PATH.

    The same target gives the same bytes. What could not be read is told on standard error, and in the bill.
    """
    from bartizan.app.bill import bill
    from bartizan.app.config import load
    from bartizan.report.bill import load as load_format

    with user_errors():
        config = load(target.folder, {**given, "cache": "" if given["no_cache"] else None}, file)
        with progress_bar(quiet) as progress:
            made = bill(target, config.options(), progress)
        for output in outputs or (Output("cyclonedx", None),):
            with stream_to(output.file) as stream:
                load_format(output.format).write(made, stream)
    if made.gaps and not quiet:
        click.echo(f"{len(made.gaps)} gaps: `bartizan scan {target.text}` lists what could not be read.", err=True)
