"""`bartizan config`."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from pathlib import Path

import click

from bartizan.cli.failing import user_errors


@click.group("config")
def COMMAND() -> None:  # noqa: N802 - a command is data, found by this name
    """Show the settings in force."""


@COMMAND.command("show")
@click.argument("target", default=".", type=click.Path(path_type=Path))
@click.option("--origin", is_flag=True, help="Say where each value came from.")
@click.option("--config", "file", type=click.Path(path_type=Path, exists=True), help="Settings file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(target: Path, origin: bool, file: Path | None, as_json: bool) -> None:
    """Show the settings for TARGET: the default, then the file, then BARTIZAN_* variables, then flags."""
    from bartizan.app.config import SETTINGS, load

    with user_errors():
        config = load(target, {}, file)
    rows = {name: (_plain(each.value), each.origin) for name, each in config.values.items()}
    if as_json:
        table = {
            name: {"value": value, "origin": came, "says": SETTINGS[name].says} for name, (value, came) in rows.items()
        }
        click.echo(json.dumps(table, indent=2))
        return
    for name, (value, came) in rows.items():
        click.echo(f"{name}: {json.dumps(value)}" + (f"  # {came}" if origin else ""))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value) if isinstance(value, Path) else value
