"""HTML pages of attack paths: those of a target, or those that a change opened and closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from bartizan.core.attack import Edit, Fixes, Paths, Repair
from bartizan.core.compared import Compared, Opened
from bartizan.core.finding import Finding
from bartizan.core.place import Gap
from bartizan.report.attack.words import diff, matters, name, outcome, says, smallest, spot, starting, verdict
from bartizan.report.escape import html, html_prose
from bartizan.report.output import emit
from bartizan.report.page.chart import LOGO
from bartizan.report.page.document import document
from bartizan.report.page.groups import MOST_PATHS, row
from bartizan.report.page.ledger import table
from bartizan.report.page.paths import attack_paths, detailed, findings_at, picture
from bartizan.report.phrase import count, gap_place


def write(answer: Paths | Compared | Fixes, stream: TextIO, version: str, *, base: str = "") -> None:
    """Write a page; `base` is put before each file."""
    emit(stream, document(f"Bartizan: {answer.target}", _body(answer, version, base)))


def _body(answer: Paths | Compared | Fixes, version: str, base: str) -> Iterator[str]:
    if isinstance(answer, Paths):
        yield from _head(outcome(answer), answer.target, version)
        yield "\n<main>\n"
        yield from attack_paths(answer, {}, base=base)
    elif isinstance(answer, Fixes):
        yield from _head(smallest(answer), answer.target, version)
        yield "\n<main>\n"
        yield from _fixes(answer, base)
    else:
        yield from _head(verdict(answer), f"{answer.target}, {answer.base} → {answer.head}", version)
        yield "\n<main>\n"
        yield from _compared(answer, base)
    yield from _limits(() if isinstance(answer, Paths) else answer.notes, answer.gaps, base)
    yield "\n</main>\n<footer>For one step in depth: <code>bartizan explain STEP</code></footer>\n"


def _head(outcome: str, target: str, version: str) -> Iterator[str]:
    yield f'<header><div class="brand">{LOGO}<span>Bartizan</span><small>{html(version)}</small></div>'
    yield f'<h1>{html(outcome)}</h1><p class="target">in <code>{html(target)}</code></p></header>'


def _fixes(answer: Fixes, base: str) -> Iterator[str]:
    yield f'<section id="fixes"><h2>What to change <small>{count(len(answer.repairs), "change")}</small></h2>'
    for number, repair in enumerate(answer.repairs, start=1):
        alone = f"cuts {count(repair.cuts, 'path')} by itself, effort {repair.effort:g}"
        yield f'<h3>{number}. {html(repair.title)} <small class="under">{alone}</small></h3>{_repair(repair, base)}'
    if answer.left:
        yield f'<p class="none">{count(answer.left, "path")} left that no change was found for.</p>'
    yield "</section>"


def _repair(repair: Repair, base: str) -> str:
    needs = "".join(
        f"<li>{html(says(cause))} <code>{html(spot(cause.place, base))}</code></li>" for cause in repair.causes
    )
    edits = "".join(_edit(edit, base) for edit in repair.edits)
    manual = f"<p>{html_prose(repair.manual)}</p>" if repair.manual else ""
    tried = ""
    if repair.verified is not None:
        word, style = ("verified", "pass") if repair.verified else ("failed", "fail")
        tried = f'<p><span class="pill {style}">{word}</span> {html(repair.verdict)}</p>'
    return f"<ul>{needs}</ul>{edits}{manual}{tried}"


def _edit(edit: Edit, base: str) -> str:
    styles = {"+": "plus", "-": "minus"}
    rows = "".join(f'<span class="{styles.get(row[0], "same")}">{html(row)}\n</span>' for row in diff(edit))
    return f'<p class="other">{html(base + edit.file)}</p><pre class="frame diff">{rows}</pre>'


def _compared(answer: Compared, base: str) -> Iterator[str]:
    links = findings_at(answer.new)
    yield f'<section id="opened"><h2>Paths opened <small>{len(answer.opened):,}</small></h2>'
    if len(answer.opened) > 1:
        yield from picture([each.path for each in answer.opened], links)
    elif not answer.opened:
        yield '<p class="none">This change opens no attack path.</p>'
    for rank, each in enumerate(answer.opened[:MOST_PATHS], start=1):
        yield from detailed(
            rank, each.path, links, new=each.new, opened=rank <= 3, base=base, after=_cause_and_cure(each, base)
        )
    if len(answer.opened) > MOST_PATHS:
        yield f'<p class="none">{len(answer.opened) - MOST_PATHS:,} more are in JSON.</p>'
    yield "</section>"
    if answer.closed:
        yield f'<section id="closed"><h2>Paths closed <small>{len(answer.closed):,}</small></h2>'
        yield table(("from", "reaches", "matters as", "was open by"), (_closed(each, base) for each in answer.closed))
        yield "</section>"
    yield from _findings("new", "New findings", answer.new, answer, base)
    yield from _findings("gone", "Findings gone", answer.gone, answer, base)


def _cause_and_cure(each: Opened, base: str) -> str:
    by = "".join(f"<li>{html(says(cause))} <code>{html(spot(cause.place, base))}</code></li>" for cause in each.by)
    told = f"<h4>Opened by</h4><ul>{by}</ul>" if by else ""
    cure = f"<h4>Proposed fix: {html(each.repair.title)}</h4>{_repair(each.repair, base)}" if each.repair else ""
    return f"{told}{cure}"


def _closed(each: Opened, base: str) -> str:
    by = "".join(f"{html(says(cause))} <code>{html(spot(cause.place, base))}</code><br>" for cause in each.by[:3])
    goal = each.path.goal
    return (
        f"<td>{html(name(starting(each.path)))}</td><td>{html(name(goal.node))}</td>"
        f"<td>{html(matters(goal.classes))}</td><td>{by}</td>"
    )


def _findings(id: str, title: str, found: Sequence[Finding], answer: Compared, base: str) -> Iterator[str]:
    if not found:
        return
    yield f'<section id="{id}"><h2>{title} <small>{len(found):,}</small></h2>'
    yield table(("severity", "rule", "asset", "place"), (_finding(each, answer, base, id) for each in found))
    yield "</section>"


def _finding(finding: Finding, answer: Compared, base: str, section: str) -> str:
    card = answer.rules[finding.rule]
    at = f' id="{row(finding)}"' if section == "new" else ""
    return (
        f'<td{at}><span class="pill {card.severity.value}">{card.severity.value}</span></td><td>{html(card.title)}</td>'
        f"<td><code>{html(finding.asset)}</code></td><td><code>{html(f'{base}{finding.place}')}</code></td>"
    )


def _limits(notes: Sequence[str], gaps: Sequence[Gap], base: str) -> Iterator[str]:
    if not notes and not gaps:
        return
    yield '<section id="limits"><h2>What this does not tell</h2>'
    yield "".join(f'<p class="note">{html_prose(note)}</p>' for note in notes)
    if gaps:
        yield table(
            ("what is missing", "why, and what to do"),
            (f"<td><code>{html(gap_place(gap, base))}</code></td><td>{html_prose(gap.why)}</td>" for gap in gaps),
        )
    yield "</section>"
