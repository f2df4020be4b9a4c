"""Answers about attack paths on a terminal: the verdict first, then way by way with its evidence, then what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from bartizan.core.attack import Blast, Fallen, Fixes, Paths, Repair
from bartizan.core.compared import Compared, Opened
from bartizan.core.finding import Finding
from bartizan.core.reach import Reached
from bartizan.core.truth import Truth
from bartizan.report.attack.words import diff, matters, name, outcome, says, smallest, split, spot, verdict
from bartizan.report.output import Look, emit
from bartizan.report.paths.reached import show_reached
from bartizan.report.phrase import count
from bartizan.report.screen.paths import (
    CERTAIN,
    padded,
    show_cause,
    show_limits,
    show_list,
    show_nothing,
    show_path,
)
from bartizan.report.screen.screen import STYLES, Screen, drawable

MOST_CHOKES = 5
MOST_FALLEN = 20
MOST_FINDINGS = 10
MOST_CLOSED = 10
MOST_EDIT = 14
"""Lines of a change that are shown, unless everything is asked for."""
COLORS = {"+": "green", "-": "red", "@": "cyan"}

Answer = Paths | Fixes | Blast | Reached | Compared


def write(answer: Answer, stream: TextIO, *, width: int, color: bool, verbose: bool, base: str = "") -> None:
    """Write an answer; `base` is put before each file. Raises nothing of its own."""
    screen, look = Screen(width, color), Look(verbose=verbose, base=base)
    if isinstance(answer, Paths):
        _show_paths(screen, answer, look)
    elif isinstance(answer, Fixes):
        _show_fixes(screen, answer, look)
    elif isinstance(answer, Blast):
        _show_blast(screen, answer, look)
    elif isinstance(answer, Reached):
        show_reached(screen, answer, look)
    else:
        _show_compared(screen, answer, look)
    emit(stream, [drawable(screen.text(), getattr(stream, "encoding", None) or "utf-8")])


def _show_paths(screen: Screen, answer: Paths, look: Look) -> None:
    screen.line(("Attack paths", "bold"), "  ", (answer.target, "bold cyan"))
    style = "bold red" if answer.reached else "bold magenta" if answer.possible else "bold green"
    doubtful = not answer.paths and (answer.gaps or not answer.goals or not answer.sources)
    screen.line((f"{outcome(answer)}.", "bold magenta" if doubtful else style), indent=2, hang=2)
    proven, possible = split(answer.paths)
    if not answer.paths:
        show_nothing(screen, answer)
    if proven:
        screen.heading(f"Proven: {count(len(proven), 'path')}")
        show_list(screen, proven, look)
    if possible:
        screen.heading(f"Possible: {count(len(possible), 'path')}, each rests on what could not be seen")
        show_list(screen, possible, look, earlier=proven)
    _show_chokes(screen, answer, look)
    show_limits(screen, answer.notes, answer.gaps, look)
    if answer.paths:
        worst = answer.paths[0]
        screen.blank()
        screen.line("next: ", (f"bartizan fix {answer.target}", "bold"), "  the fewest changes that cut them", hang=6)
        screen.line((f"bartizan explain {worst.hops[0].step}" if worst.hops else "", "bold"), indent=6, hang=2)


def _show_chokes(screen: Screen, answer: Paths, look: Look) -> None:
    if not answer.chokes:
        return
    screen.heading("Choke points")
    most = len(answer.chokes) if look.verbose else MOST_CHOKES
    for choke in answer.chokes[:most]:
        goals = count(choke.goals, "thing that matters is", "things that matter are")
        screen.line((name(choke.node), "bold"), f"  {goals} reached through it alone", indent=2, hang=4)
    if len(answer.chokes) > most:
        screen.line((f"and {count(len(answer.chokes) - most, 'more')} (-v)", "dim"), indent=2)


def _show_fixes(screen: Screen, answer: Fixes, look: Look) -> None:
    screen.line(("Fixes", "bold"), "  ", (answer.target, "bold cyan"))
    screen.line((f"{smallest(answer)}.", "bold green" if not answer.left else "bold yellow"), indent=2, hang=2)
    for number, repair in enumerate(answer.repairs, start=1):
        screen.blank()
        _show_repair(screen, number, repair, look)
    if answer.left:
        screen.blank()
        screen.line((f"{count(answer.left, 'path')} left", "bold yellow"), " that no change was found for.")
    show_limits(screen, answer.notes, answer.gaps, look)
    if answer.repairs:
        screen.blank()
        screen.line("next: ", (f"bartizan paths {answer.target}", "bold"), "  what they cut")


def _show_repair(screen: Screen, number: int, repair: Repair, look: Look) -> None:
    screen.line((f"{number:>2}  ", "dim"), (repair.title, "bold"), hang=4)
    goals = count(repair.goals, "thing that matters", "things that matter")
    alone = f"alone cuts {count(repair.cuts, 'path')}, puts {goals} out of reach, effort {repair.effort:g}"
    screen.line((alone, "dim"), indent=4, hang=2)
    for cause in repair.causes if look.verbose else repair.causes[:3]:
        show_cause(screen, cause, indent=4, base=look.base)
    if len(repair.causes) > 3 and not look.verbose:
        screen.line((f"and {count(len(repair.causes) - 3, 'more cause')} (-v)", "dim"), indent=4)
    show_edits(screen, repair, look)
    if repair.manual:
        screen.line(("by hand", "yellow"), f"  {repair.manual}", indent=4, hang=9)
    if repair.verified is not None:
        word, style = ("verified", "bold green") if repair.verified else ("failed", "bold red")
        screen.line((word, style), f"  {repair.verdict}", indent=4, hang=10)


def show_edits(screen: Screen, repair: Repair, look: Look) -> None:
    """Add the changes of a repair as diffs."""
    for edit in repair.edits:
        screen.line((f"{look.base}{edit.file}:{edit.line}", "cyan"), indent=4)
        rows = diff(edit)
        for row in rows if look.verbose else rows[:MOST_EDIT]:
            screen.code((row, COLORS.get(row[:1], "")), indent=6)
        if len(rows) > MOST_EDIT and not look.verbose:
            screen.line((f"and {count(len(rows) - MOST_EDIT, 'more line')} (-v)", "dim"), indent=6)


def _show_blast(screen: Screen, answer: Blast, look: Look) -> None:
    sure = sum(each.truth is Truth.YES for each in answer.fallen)
    screen.line(("Blast radius", "bold"), "  ", (name(answer.start), "bold cyan"), f"  {answer.start.kind}")
    doubt = f", {len(answer.fallen) - sure:,} more may" if len(answer.fallen) > sure else ""
    style = "bold red" if answer.fallen else "bold green"
    screen.line((f"{count(sure, 'asset falls', 'assets fall')} with it{doubt}.", style), indent=2)
    weighty = [each for each in answer.fallen if each.classes]
    rest = [each for each in answer.fallen if not each.classes]
    for title, fallen, most in (("What matters", weighty, 10**9), ("The rest", rest, MOST_FALLEN)):
        if fallen:
            screen.heading(f"{title}: {len(fallen):,}")
            _show_fallen(screen, fallen, len(fallen) if look.verbose else most)
    if answer.paths:
        screen.heading("The way to what matters")
        show_list(screen, answer.paths, look)
    show_limits(screen, answer.notes, answer.gaps, look)


def _show_fallen(screen: Screen, fallen: Sequence[Fallen], most: int) -> None:
    wide = min(max(len(name(each.node)) for each in fallen[:most]), 40)
    for each in fallen[:most]:
        doubt = ("  possible", CERTAIN[Truth.UNKNOWN]) if each.truth is not Truth.YES else ""
        why = f"  {matters(each.classes)}" if each.classes else ""
        title = (padded(name(each.node), wide), "bold" if each.classes else "")
        screen.line(title, f"  {each.node.kind}", why, (f"  {count(each.hops, 'hop')}", "dim"), doubt, indent=2, hang=4)
    if len(fallen) > most:
        screen.line((f"and {len(fallen) - most:,} more (-v)", "dim"), indent=2)


def _show_compared(screen: Screen, answer: Compared, look: Look) -> None:
    screen.line(("Change", "bold"), "  ", (answer.target, "bold cyan"), f"  {answer.base} → {answer.head}")
    style = "bold red" if answer.opened else "bold green"
    screen.line((f"{verdict(answer)}.", style), indent=2, hang=2)
    if answer.opened:
        screen.heading(f"Opened: {count(len(answer.opened), 'path')} (+ marks what is new)")
    for number, each in enumerate(answer.opened, start=1):
        if number > 1:
            screen.blank()
        _show_opened(screen, number, each, look)
    if answer.closed:
        screen.heading(f"Closed: {count(len(answer.closed), 'path')}")
        _show_closed(screen, answer.closed, look)
    for title, findings in (("New findings", answer.new), ("Gone findings", answer.gone)):
        _show_findings(screen, title, findings, answer, look)
    show_limits(screen, answer.notes, answer.gaps, look)


def _show_opened(screen: Screen, number: int, each: Opened, look: Look) -> None:
    show_path(screen, number, each.path, look, new=each.new, advise=each.repair is None)
    for cause in each.by:
        screen.line(("by", "bold red"), f"  {says(cause)}  ", (spot(cause.place, look.base), "cyan"), indent=4, hang=4)
    if each.repair is not None:
        screen.line(("proposed", "green"), f"  {each.repair.title}", indent=4, hang=10)
        show_edits(screen, each.repair, look)


def _show_closed(screen: Screen, closed: Sequence[Opened], look: Look) -> None:
    most = len(closed) if look.verbose else MOST_CLOSED
    for each in closed[:most]:
        path = each.path
        screen.line(
            ("- ", "green"), (name(path.goal.node), "bold"), f"  {matters(path.goal.classes)}", indent=2, hang=4
        )
        for cause in each.by[:3]:
            show_cause(screen, cause, indent=6, base=look.base)
    if len(closed) > most:
        screen.line((f"and {count(len(closed) - most, 'more path')} (-v)", "dim"), indent=2)


def _show_findings(screen: Screen, title: str, findings: Sequence[Finding], answer: Compared, look: Look) -> None:
    if not findings:
        return
    screen.heading(f"{title}: {len(findings):,}")
    most = len(findings) if look.verbose else MOST_FINDINGS
    for finding in findings[:most]:
        card = answer.rules[finding.rule]
        badge = (f" {card.severity.value.upper()} ", STYLES[card.severity])
        screen.line(
            badge, f" {card.title}  ", finding.asset, "  ", (f"{look.base}{finding.place}", "cyan"), indent=2, hang=4
        )
    if len(findings) > most:
        screen.line((f"and {len(findings) - most:,} more (-v)", "dim"), indent=2)
