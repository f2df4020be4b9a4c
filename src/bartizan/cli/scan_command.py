"""`bartizan scan`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.failing import exit_code, user_errors
from bartizan.cli.output import Output, OutputType, write
from bartizan.cli.progress import progress_bar
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("scan", no_args_is_help=True)
@click.argument("targets", nargs=-1, required=True, type=TargetType())
@click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    type=OutputType(),
    metavar="FORMAT[=FILE]",
    help="How to report, to a file or to standard output; repeatable. [default: terminal]",
)
@click.option("--fail-on", metavar="SEVERITY", help="Lowest severity that fails: none, low, medium, high, critical.")
@click.option("--rules", multiple=True, metavar="PATTERN", help="Judge these rules only; repeatable.")
@click.option("--skip-rules", multiple=True, metavar="PATTERN", help="Do not judge these rules; repeatable.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Do not look at these paths; repeatable.")
@click.option("--formats", multiple=True, metavar="ID", help="Read these formats only; repeatable.")
@click.option("--framework", "frameworks", multiple=True, metavar="ID", help="Judge a framework; repeatable.")
@click.option("--baseline", metavar="FILE", help="Findings accepted as they are.")
@click.option("--diff-base", metavar="REF", help="Count only what is new since this git revision.")
@click.option("--strict", is_flag=True, default=None, help="Fail when coverage is incomplete.")
@click.option("--history", is_flag=True, default=None, help="Look for secrets in the repository's history too.")
@click.option("--vex", multiple=True, metavar="FILE", help="Respect this VEX document; repeatable.")
@click.option("--platform", metavar="OS/ARCH", help="Which platform of an image. [default: this machine's]")
@click.option("--max-file-size", metavar="SIZE", help="Leave out larger files. [default: 32MB]")
@click.option("--jobs", metavar="N", help="Processes to read in. [default: one per processor]")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier results.")
@click.option("--config", "file", type=click.Path(path_type=Path, exists=True), help="Settings file.")
@click.option("--show-unknown", is_flag=True, help="List the verdicts that stayed open too.")
@click.option("-v", "--verbose", is_flag=True, help="Show every place, not the first few.")
@click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")
@click.option("--json", "as_json", is_flag=True, help="Short for -f json.")
@click.option("--debug", is_flag=True, hidden=True)
def COMMAND(targets: tuple[Target, ...], outputs: tuple[Output, ...], file: Path | None, **given: Any) -> None:  # noqa: N802
    """Judge everything that TARGETS declare, contain and run. Works offline; needs no configuration.

    A target is a path (of sources, or of an SBOM), image:FILE or image:REFERENCE, oci-dir:PATH, or rootfs:PATH.
    Reads infrastructure as code, pipelines, packages, secrets and source code. Only an image that is named by
    reference is fetched, from its registry.

    Exit code 0: clean; 1: findings; 2: usage; 3: incomplete (--strict); 4: internal.
    """
    from bartizan.app.audit import audit
    from bartizan.app.config import load

    with user_errors():
        flags = {**given, "cache": "" if given["no_cache"] else None}
        config = load(targets[0].folder, flags, file)
        with progress_bar(given["quiet"]) as progress:
            report = audit(targets, config, progress)
        chosen = outputs or (Output("json" if given["as_json"] else "terminal", None),)
        for output in chosen:
            write(output, report, targets[0], verbose=given["verbose"], unknown=given["show_unknown"])
    sys.exit(exit_code(report, config["fail_on"], config["strict"]))
