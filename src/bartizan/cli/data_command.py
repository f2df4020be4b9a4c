"""`bartizan data`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.failing import user_errors

if TYPE_CHECKING:
    from bartizan.app.data import Data
    from bartizan.collect.advisories.update import Outcome, Progress

FILE = click.option("--data", "file", type=click.Path(path_type=Path), help="The file of advisory data.")
JSON = click.option("--json", "as_json", is_flag=True, help="Tell it as JSON, on standard output.")
SAID = {
    "new": "updated",
    "same": "not changed",
    "kept": "not asked for",
    "old": "failed, as it was",
    "missing": "failed",
}


@click.group("data")
def COMMAND() -> None:  # noqa: N802 - a command is data, found by this name
    """Fetch, show, check, import or export the data of known vulnerabilities."""


@COMMAND.command("update")
@click.argument("ecosystems", nargs=-1)
@FILE
@click.option("--osv", metavar="URL", help="Where the OSV exports are.")
@click.option("--kev", metavar="URL", help="Where CISA's catalogue is; empty for none.")
@click.option("--epss", metavar="URL", help="Where the table of EPSS is; empty for none.")
@JSON
@click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")
@click.pass_context
def update(
    context: click.Context, /, ecosystems: tuple[str, ...], file: Path | None, as_json: bool, quiet: bool, **given: Any
) -> None:
    """Fetch what changed of ECOSYSTEMS (`PyPI npm Debian`), by default of all, and of KEV and EPSS.

    What cannot be had stays as it was, and the exit code is 3. Whatever stops an update, the data stays usable.
    """
    from bartizan.app import data
    from bartizan.app.config import load
    from bartizan.collect.advisories.update import Mirrors

    with user_errors():
        config = load(Path(), {"data": file, **given})
        mirrors = Mirrors(osv=config["osv"], kev=config["kev"], epss=config["epss"])
        with _progress(quiet) as progress:
            outcomes = data.update(config["data"], mirrors, ecosystems, progress)
    _tell(outcomes, as_json)
    if any(each.state in ("old", "missing") for each in outcomes):
        context.exit(3)


@COMMAND.command("info")
@FILE
@JSON
def info(file: Path | None, as_json: bool) -> None:
    """Tell what there is: records, age and size of each ecosystem."""
    from bartizan.app import data

    with user_errors():
        found = data.about(_path(file))
    _show(found, as_json)


@COMMAND.command("verify")
@FILE
@JSON
@click.pass_context
def verify(context: click.Context, /, file: Path | None, as_json: bool) -> None:
    """Check that the data is as it was written; exit code 1 where it is not."""
    from bartizan.app import data

    with user_errors():
        found = data.verify(_path(file))
    if as_json:
        click.echo(json.dumps(found, indent=2))
    else:
        for name, right in found.items():
            click.echo(f"{name}: {'as it was written' if right else 'CHANGED; `bartizan data update` makes it anew'}")
    if not all(found.values()):
        context.exit(1)


@COMMAND.command("export")
@click.argument("to", metavar="FILE", type=click.Path(path_type=Path))
@FILE
def export(to: Path, file: Path | None) -> None:
    """Write the data into FILE, with its checksum, for machines without network."""
    from bartizan.app import data

    with user_errors():
        size = data.export(_path(file), to)
    click.echo(f"{to}: {_size(size)}. Read it in with `bartizan data import {to.name}`.")


@COMMAND.command("import")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@FILE
@JSON
def import_(source: Path, file: Path | None, as_json: bool) -> None:
    """Use the data of FILE, once it is known to be as it was written."""
    from bartizan.app import data

    with user_errors():
        found = data.import_(source, _path(file))
    _show(found, as_json)


def _path(file: Path | None) -> Path:
    from bartizan.app.config import load

    return load(Path(), {"data": file}).options().data


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """Show what is fetched and read on standard error, if somebody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda name, what, done, of: None
        return
    from rich.console import Console
    from rich.status import Status

    with Status("Asking the mirror", console=Console(stderr=True)) as status:

        def progress(name: str, what: str, done: int, of: int) -> None:
            amount = f"{done} records" if what == "reading" else _size(done) + (f" of {_size(of)}" if of else "")
            status.update(f"{name}: {what}, {amount}")

        yield progress


def _tell(outcomes: list[Outcome], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([asdict(each) for each in outcomes], indent=2))
        return
    for each in outcomes:
        bad = f", {each.bad} could not be used" if each.bad else ""
        count = f", {each.records} records{bad}" if each.records else ""
        click.echo(f"{each.name}: {SAID[each.state]}{count}")
        for line in (*each.named, *([each.why] if each.why else [])):
            click.echo(f"  {line}", err=True)


def _show(found: Data, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2))
        return
    click.echo(f"{found.path}: {_size(found.bytes)}, digest {found.digest[:16]}")
    width = max((len(each.name) for each in found.ecosystems), default=0)
    for each in found.ecosystems:
        bad = f", {each.bad} could not be used" if each.bad else ""
        age = f"{each.days:>6.1f} days old"
        click.echo(f"  {each.name:<{width}}  {each.records:>8} records  {age}  {_size(each.bytes):>9}{bad}")
    if found.stale:
        click.echo("It is old: `bartizan data update` fetches what is new.", err=True)


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.1f} kB"
