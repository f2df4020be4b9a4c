"""`bartizan explain`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.explain_step import step_lines, step_table
from bartizan.cli.failing import user_errors
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.explain import Explained
    from bartizan.app.target import Target
    from bartizan.core.finding import Finding
    from bartizan.report.frame import Sources


@click.command("explain")
@click.argument("what", metavar="RULE|FINDING|STEP")
@click.option("--target", default=".", type=TargetType(), help="Where the finding is. [default: .]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def COMMAND(what: str, target: Target, as_json: bool) -> None:  # noqa: N802 - a command is data, found by this name
    """Tell why: of a rule by its id (or checkov's or trivy's), of a finding by its fingerprint, of an attack step."""
    from bartizan.app import explain

    with user_errors():
        if (step := explain.step(what)) is not None:
            table = step_table(step)
            for line in [json.dumps(table, indent=2)] if as_json else step_lines(table):
                click.echo(line)
            return
        if explain.is_fingerprint(what):
            from bartizan.app.config import load
            from bartizan.app.scan import scan

            explained = explain.finding(what, scan(target, load(target.folder, {}).options()))
        else:
            explained = explain.rule(what)
    if as_json:
        click.echo(json.dumps(_table(explained), indent=2))
        return
    for line in _lines(explained, target):
        click.echo(line)


def _table(explained: Explained) -> dict[str, Any]:
    card = explained.card
    return {
        "id": card.id,
        "title": card.title,
        "severity": card.severity.value,
        "kind": explained.rule.every.kind,
        "condition": card.condition,
        "because": card.because,
        "fix": card.fix,
        "serves": list(card.serves),
        "frameworks": list(card.frameworks),
        "also": list(explained.rule.also),
        "read_from": list(explained.sources),
        "findings": [
            {
                "fingerprint": each.fingerprint,
                "asset": each.asset,
                "verdict": each.verdict.value,
                "place": str(each.place),
                "advice": each.advice or None,
                "evidence": {f"{e.asset} {e.attribute}": e.value for e in each.evidence},
            }
            for each in explained.findings
        ],
    }


def _lines(explained: Explained, target: Target) -> Iterator[str]:
    from bartizan.report.frame import Sources

    card = explained.card
    yield f"{card.title}  [{card.id}, {card.severity.value}]"
    yield ""
    yield f"Why      {card.because}"
    yield f"Fix      {card.fix}"
    yield f"Holds    {card.condition}"
    yield f"Read in  {', '.join(explained.sources)}"
    yield f"Serves   {', '.join(card.serves)}"
    if card.frameworks:
        yield f"Asked by {', '.join(card.frameworks)}"
    if explained.rule.also:
        yield f"Also     {', '.join(explained.rule.also)}"
    sources = Sources(target.path and target.folder, explained.veiled)
    for each in explained.findings:
        yield ""
        yield from _finding_lines(each, sources)


def _finding_lines(finding: Finding, sources: Sources) -> Iterator[str]:
    from bartizan.report.escape import visible

    yield f"{finding.verdict.value.upper()} {visible(finding.asset)}"
    yield f"  at {visible(str(finding.place))}"
    for call in reversed(finding.place.via):
        yield f"  called from {visible(str(call))}"
    for each in finding.evidence:
        where = "" if each.asset == finding.asset else f"{each.asset} "
        yield f"  because {visible(where + each.attribute)} = {visible(each.value)}"
    if finding.advice:
        yield f"  to do: {visible(finding.advice)}"
    frame = sources.frame(finding)
    for line in frame.lines if frame else ():
        yield f"  {'>' if line.marked else ' '} {line.number:5} | {line.text}"
    if finding.suppression is not None:
        yield f"  accepted by {finding.suppression.by}: {visible(finding.suppression.reason)}"
