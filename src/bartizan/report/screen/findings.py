"""Findings on a terminal: grouped by what to fix, as many as can be read, and always how many more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Place
from bartizan.core.priority import Decision
from bartizan.report.frame import Frame, Sources
from bartizan.report.group import Group
from bartizan.report.output import Look
from bartizan.report.phrase import call, calls, count, cut, fact, inputs, urgency
from bartizan.report.screen.screen import STYLES, Screen

MOST_FACTS = 3
LONGEST_FACT = 240
LONGEST_ADVICE = 600
LABEL = 9
"""Columns of `because  ` and `fix      `."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is shown of many findings."""

    groups: int
    """Told in full; the others get a line each."""
    places: int
    """In each group."""
    frames: int
    """In each group."""


EVERYTHING = 10**9
SOON = frozenset({Decision.ACT, Decision.ATTEND})


def detail(findings: int, verbose: bool) -> Detail:
    """Return how much to show: the more findings, the less of each."""
    if verbose:
        return Detail(groups=EVERYTHING, places=EVERYTHING, frames=3)
    if findings <= 30:
        return Detail(groups=EVERYTHING, places=10, frames=2)
    return Detail(groups=20, places=5, frames=1) if findings <= 300 else Detail(groups=12, places=3, frames=1)


def show_groups(screen: Screen, groups: Sequence[Group], veiled: Sequence[Place], look: Look) -> None:
    """Add groups, the first ones in full."""
    amount = detail(sum(len(one.findings) for one in groups), look.verbose)
    sources = Sources(look.root, veiled)
    for one in groups[: amount.groups]:
        _show_group(screen, one, look, sources, amount)
    rest = groups[amount.groups :]
    if rest:
        screen.blank()
        screen.line((f"and {count(len(rest), 'more rule')}, each in one line (--verbose tells all in full)", "bold"))
        for one in rest:
            screen.code(*_title(one), indent=2)


def _title(one: Group) -> tuple[tuple[str, str], ...]:
    card = one.card
    unknown = one.findings[0].verdict is Verdict.UNKNOWN
    word, style = (f"UNKNOWN {card.severity.value}", "bold magenta") if unknown else (card.severity.value, "")
    badge = (f" {word.upper()} ", style or STYLES[card.severity])
    number = count(len(one.findings), "place")
    return badge, (f" {card.id}", "bold"), (f"  {card.title}  ", ""), (f"({number})", "dim")


def _show_group(screen: Screen, one: Group, look: Look, sources: Sources, amount: Detail) -> None:
    screen.blank()
    screen.line(*_title(one), hang=2)
    screen.line(("because", "dim"), f"  {one.card.because}", indent=2, hang=LABEL)
    screen.line(("fix", "green"), f"      {one.card.fix}", indent=2, hang=LABEL)
    framed = True
    for index, finding in enumerate(one.findings[: amount.places]):
        frame = sources.frame(finding) if index < amount.frames else None
        if frame or framed:
            screen.blank()
        framed = frame is not None
        _show_place(screen, finding, frame, look)
    more = len(one.findings) - amount.places
    if more > 0:
        screen.line((f"and {count(more, 'more place')} (--verbose lists all)", "dim"), indent=4)


def _show_place(screen: Screen, finding: Finding, frame: Frame | None, look: Look) -> None:
    told = _told(finding)
    place = (f"{look.base}{finding.place}", "cyan")
    mark = ("◆ ", "bold red") if finding.paths else ""
    if frame is None:
        facts = (f"  {', '.join(told)}", "dim") if told else ""
        screen.line(mark, place, f"  {finding.asset}", facts, indent=4, hang=2)
        _show_priority(screen, finding, look)
        _show_calls(screen, finding, look)
        return
    screen.line(mark, place, f"  {finding.asset}", indent=4, hang=2)
    _show_priority(screen, finding, look)
    _show_calls(screen, finding, look)
    _show_frame(screen, frame, finding, look)
    for line in told:
        screen.line(line, indent=6, hang=2)


def _told(finding: Finding) -> list[str]:
    """Return what to do about this one or, where its rule's fix says it, the values that decided."""
    if finding.advice:
        return [cut(finding.advice, LONGEST_ADVICE)]
    told = [cut(fact(evidence, finding), LONGEST_FACT) for evidence in finding.evidence[:MOST_FACTS]]
    more = len(finding.evidence) - MOST_FACTS
    return [*told, f"and {count(more, 'more value')}"] if more > 0 else told


def _show_priority(screen: Screen, finding: Finding, look: Look) -> None:
    """Add how soon to act, and on how many paths it lies; the inputs of the decision when verbose."""
    priority = finding.priority
    on = f"on {count(len(finding.paths), 'attack path')}" if finding.paths else ""
    if priority is None:
        if on:
            screen.line((on, "red"), indent=6, hang=2)
        return
    soon = (urgency(priority), "bold" if priority.decision in SOON else "dim")
    screen.line(soon, (f"  {on}", "red") if on else "", indent=6, hang=2)
    for told in inputs(priority) if look.verbose else ():
        screen.line((told, "dim"), indent=8, hang=2)


def _show_calls(screen: Screen, finding: Finding, look: Look) -> None:
    for place, module in calls(finding):
        screen.line((f"via {call(place, module, look.base)}", "dim"), indent=6, hang=2)


def _show_frame(screen: Screen, frame: Frame, finding: Finding, look: Look) -> None:
    if frame.file != finding.place.file:
        screen.line((f"in {look.base}{frame.file}", "dim"), indent=6, hang=2)
    wide = len(str(frame.lines[-1].number))
    before = frame.lines[0].number - 1
    for line in frame.lines:
        if line.number != before + 1:
            screen.code((f"  {'':>{wide}} ⋮", "dim"), indent=6)
        before = line.number
        mark, style = ("▶ ", "bold") if line.marked else ("  ", "dim")
        screen.code((f"{mark}{line.number:>{wide}} │ ", "red" if line.marked else "dim"), (line.text, style), indent=6)
