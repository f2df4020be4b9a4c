"""`bartizan baseline`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bartizan.cli.failing import user_errors
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.baseline import Entries
    from bartizan.app.target import Target

TARGET = click.argument("target", default=".", type=TargetType())
FILE = click.option("--file", type=click.Path(path_type=Path), help="The baseline. [default: .bartizan-baseline.json]")


@click.group("baseline")
def COMMAND() -> None:  # noqa: N802 - a command is data, found by this name
    """Accept findings as they are, so that only new ones fail: `bartizan scan --baseline FILE`."""


@COMMAND.command("create")
@TARGET
@FILE
@click.option("--force", is_flag=True, help="Replace a baseline that is there.")
def create(target: Target, file: Path | None, force: bool) -> None:
    """Accept every failure there is now."""
    from bartizan.app import baseline

    file = file or Path(baseline.FILE)
    if file.exists() and not force:
        raise click.ClickException(f"{file} is there already; `baseline update` adds to it, --force replaces it.")
    _write(file, _now(target), {})


@COMMAND.command("update")
@TARGET
@FILE
def update(target: Target, file: Path | None) -> None:
    """Accept the failures that are new too; keep what was accepted."""
    from bartizan.app import baseline

    file = file or Path(baseline.FILE)
    with user_errors():
        before = baseline.read(file)
    _write(file, before | _now(target), before)


@COMMAND.command("prune")
@TARGET
@FILE
def prune(target: Target, file: Path | None) -> None:
    """Forget what was accepted and has been fixed since."""
    from bartizan.app import baseline

    file = file or Path(baseline.FILE)
    with user_errors():
        before = baseline.read(file)
    now = _now(target)
    _write(file, {key: entry for key, entry in before.items() if key in now}, before)


def _now(target: Target) -> Entries:
    from bartizan.app import baseline
    from bartizan.app.audit import audit
    from bartizan.app.config import load

    with user_errors():
        config = load(target.folder, {})
        return baseline.of(audit([target], config.without("baseline", "diff_base")))


def _write(file: Path, entries: Entries, before: Entries) -> None:
    from bartizan.app import baseline

    with user_errors():
        baseline.write(file, entries)
    added, gone = len(entries.keys() - before.keys()), len(before.keys() - entries.keys())
    click.echo(f"{file}: {len(entries)} accepted ({added} added, {gone} removed).")
