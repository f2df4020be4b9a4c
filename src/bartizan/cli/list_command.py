"""`bartizan list`."""

from __future__ import annotations

import json

import click

COLUMNS = {
    "rules": ("severity", "id", "title"),
    "steps": ("technique", "id", "title"),
    "kinds": ("id", "title"),
    "sources": ("kind", "types"),
    "frameworks": ("id", "requirements", "judged", "manual", "title"),
    "formats": ("use", "id", "title"),
}


@click.command("list")
@click.argument("what", type=click.Choice(tuple(COLUMNS)))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with everything that is known of each.")
def COMMAND(what: str, as_json: bool) -> None:  # noqa: N802 - a command is data, found by this name
    """List rules, attack steps, kinds, sources, frameworks or formats."""
    from bartizan.app.listing import LISTS

    rows = LISTS[what]()
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    cells = [[_text(row[column]) for column in COLUMNS[what]] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    click.echo(f"{len(rows)} {what}", err=True)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
