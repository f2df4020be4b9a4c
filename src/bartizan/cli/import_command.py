"""`bartizan import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from bartizan.cli.failing import exit_code, user_errors
from bartizan.cli.output import Output, OutputType, write


@click.command("import", no_args_is_help=True)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    type=OutputType(),
    metavar="FORMAT[=FILE]",
    help="How to report, to a file or to standard output; repeatable. [default: terminal]",
)
@click.option("--root", default=".", type=click.Path(path_type=Path), help="Where the tools were run. [default: .]")
@click.option("--fail-on", metavar="SEVERITY", help="Lowest severity that fails: none, low, medium, high, critical.")
@click.option("--baseline", metavar="FILE", help="Findings accepted as they are.")
@click.option(
    "--strict", is_flag=True, default=None, help="Fail when a tool, or reading its results, left something out."
)
@click.option("--show-unknown", is_flag=True, help="List the verdicts that stayed open too.")
@click.option("-v", "--verbose", is_flag=True, help="Show every place, not the first few.")
@click.option("--json", "as_json", is_flag=True, help="Short for -f json.")
@click.option("--debug", is_flag=True, hidden=True)
def COMMAND(files: tuple[Path, ...], outputs: tuple[Output, ...], root: Path, **given: Any) -> None:  # noqa: N802
    """Report what other tools found: FILES in SARIF 2.1.0, in any of our formats.

    Exit codes are those of `scan`: 0 clean, 1 findings, 2 usage, 3 incomplete (--strict), 4 internal.
    """
    from bartizan.app import baseline
    from bartizan.app.config import load
    from bartizan.app.importing import imported
    from bartizan.app.target import Target
    from bartizan.collect.tree import DIRECTORY

    with user_errors():
        config = load(root, given)
        report = imported(files, root)
        if config["baseline"] is not None:
            accepted = set(baseline.read(config["baseline"]))
            report = baseline.applied(report, accepted, f"in the baseline {config['baseline']}")
        for output in outputs or (Output("json" if given["as_json"] else "terminal", None),):
            write(
                output,
                report,
                Target(str(root), DIRECTORY, root),
                verbose=given["verbose"],
                unknown=given["show_unknown"],
            )
    sys.exit(exit_code(report, config["fail_on"], config["strict"]))
