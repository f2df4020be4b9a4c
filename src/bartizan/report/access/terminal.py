"""Answers on a terminal: the verdict first, then who or what decided, then what is left open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from bartizan.core.access import Decision, Verdict
from bartizan.core.answer import Can, Cited, Holder, Rights, Slimmed, WhoCan
from bartizan.core.place import Gap
from bartizan.core.truth import Truth
from bartizan.report.access.rights import show_hop, show_rights
from bartizan.report.output import emit
from bartizan.report.phrase import count
from bartizan.report.screen.screen import Part, Screen

COLORS = {
    Verdict.ALLOW: "bold red",
    Verdict.CONDITIONAL: "bold yellow",
    Verdict.UNKNOWN: "bold magenta",
    Verdict.DENY: "bold green",
}
LISTED = 40
"""Holders that are shown one by one, unless everything is asked for."""


def write(answer: Can | WhoCan | Rights | Slimmed, stream: TextIO, *, width: int, color: bool, verbose: bool) -> None:
    """Write an answer."""
    screen = Screen(width, color)
    if isinstance(answer, Can):
        _show_can(screen, answer)
    elif isinstance(answer, WhoCan):
        _show_who_can(screen, answer, verbose)
    elif isinstance(answer, Rights):
        show_rights(screen, answer, verbose)
    else:
        _show_slimmed(screen, answer, verbose)
    _show_limits(screen, answer.notes, answer.gaps)
    emit(stream, [screen.text()])


def _show_can(screen: Screen, answer: Can) -> None:
    screen.line(_verdict(answer.decision), f"  {answer.question.action}")
    screen.line("who    ", (answer.actor, "bold"), indent=2, hang=7)
    screen.line("on     ", answer.target, indent=2, hang=7)
    screen.line("why    ", answer.decision.why, indent=2, hang=7)
    _show_grounds(screen, answer.decision, answer.cited, 2)


def _show_grounds(screen: Screen, decision: Decision, cited: Iterable[Cited], indent: int) -> None:
    for each in cited:
        _show_cited(screen, each, indent)
    for residual in decision.residuals:
        word = "unless" if residual.unless else "if"
        screen.line(f"{word:7}", (residual.says, "yellow"), indent=indent, hang=7)
    for unknown in decision.unknowns:
        screen.line("unseen ", (unknown, "magenta"), indent=indent, hang=7)


def _show_cited(screen: Screen, cited: Cited, indent: int) -> None:
    clause = cited.clause
    name = f" {clause.name}" if clause.name else ""
    number = f" statement {clause.number + 1}" if clause.number >= 0 else ""
    where = str(cited.place) if cited.place else clause.source
    whole = clause.held is not Truth.YES and clause.number < 0  # it was not read: what it does is not known
    word = "perhaps " if whole else "allows " if clause.allows else "denies "
    sure = "" if clause.held is Truth.YES else " (conditional)"
    screen.line(word, cited.text or clause.source, indent=indent, hang=7)
    via = f", by {' from '.join(clause.via)}" if clause.via else ""
    screen.line(f"{clause.stage}{name}{number}{sure}{via}  ", (where, "dim"), indent=indent + 7, hang=2)


def _verdict(decision: Decision) -> Part:
    return decision.verdict.value.upper(), COLORS[decision.verdict]


def _show_who_can(screen: Screen, answer: WhoCan, verbose: bool) -> None:
    screen.line((answer.action, "bold"), " on ", (answer.resource, "bold"))
    sure = sum(holder.decision.truth is Truth.YES for holder in answer.holders)
    open_ = len(answer.holders) - sure
    screen.line(
        f"{count(answer.asked, 'principal')} asked: ",
        (f"{sure} allowed", COLORS[Verdict.ALLOW] if sure else ""),
        ", ",
        (f"{open_} under conditions or unknown", COLORS[Verdict.CONDITIONAL] if open_ else ""),
        indent=2,
    )
    listed = answer.holders if verbose else answer.holders[:LISTED]
    for holder in listed:
        screen.blank()
        _show_holder(screen, holder)
    if len(listed) < len(answer.holders):
        screen.blank()
        screen.line(f"... and {len(answer.holders) - len(listed)} more; -v or --json lists them all.", indent=2)


def _show_holder(screen: Screen, holder: Holder) -> None:
    where = f"  {holder.place}" if holder.place else ""
    screen.line(_verdict(holder.decision), "  ", (holder.name, "bold"), (where, "dim"), hang=4)
    for hop in holder.via:
        show_hop(screen, hop, 4)
    _show_grounds(screen, holder.decision, holder.cited, 4)


def _show_slimmed(screen: Screen, answer: Slimmed, verbose: bool) -> None:
    screen.line((answer.name, "bold"), f"  {answer.kind}")
    if answer.calls or answer.refused:
        span = f" from {answer.since[:10]} to {answer.until[:10]}" if answer.since else ""
        screen.line(f"{count(answer.calls, 'call')} seen{span}, {answer.refused} more were refused", indent=2)
    for change in answer.changes:
        fewer = "green" if change.after < change.before else ""
        screen.line(f"{change.level:24}{change.before:>7,} actions -> ", (f"{change.after:,}", fewer), indent=2)
    broken = len(answer.breaks)
    said: Part = ("nothing", "bold green") if not broken else (count(broken, "call"), "bold red")
    screen.line("what would break: ", said, indent=2)
    for each in answer.breaks:
        screen.line(each, indent=4, hang=2)
    if answer.elsewhere:
        screen.line(f"{count(len(answer.elsewhere), 'use')} not by its own policies:", indent=2)
        for each in answer.elsewhere if verbose else answer.elsewhere[:5]:
            screen.line(each, indent=4, hang=2)
    screen.blank()
    for line in (answer.policy if verbose else answer.diff or answer.policy).splitlines():
        color = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "") if answer.diff and not verbose else ""
        screen.code((line, color))


def _show_limits(screen: Screen, notes: Iterable[str], gaps: Iterable[Gap]) -> None:
    notes, gaps = list(notes), list(gaps)
    if notes or gaps:
        screen.blank()
    for note in notes:
        screen.line(("note   ", "bold"), note, hang=7)
    for gap in gaps[:5]:
        where = f"{gap.file}:{gap.line}" if gap.line else gap.file
        screen.line(("unread ", "magenta"), f"{where}: {gap.why}", hang=7)
    if len(gaps) > 5:
        screen.line(f"... and {len(gaps) - 5} more gaps: they may hold policies that change the answer.", indent=7)
