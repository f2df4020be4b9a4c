"""Network reach on a terminal: open, closed or unknown, through what, and what stops it."""

from __future__ import annotations

from bartizan.core.reach import Passage, Reached, Via
from bartizan.core.truth import Truth
from bartizan.report.attack.words import spot
from bartizan.report.output import Look
from bartizan.report.phrase import count
from bartizan.report.screen.paths import show_limits
from bartizan.report.screen.screen import Part, Screen
from bartizan.report.veil import veil_keys

MOST = 10
MOST_ADDRESSES = 6
VERDICTS: dict[Truth, Part] = {
    Truth.YES: ("OPEN", "bold red"),
    Truth.UNKNOWN: ("UNKNOWN", "bold magenta"),
    Truth.NO: ("CLOSED", "bold green"),
}


def show_reached(screen: Screen, answer: Reached, look: Look) -> None:
    """Add an answer."""
    screen.line(VERDICTS[answer.truth], "  ", (answer.source, "bold"), " → ", (answer.target, "bold"), hang=4)
    screen.line("why    ", answer.why, indent=2, hang=7)
    most = len(answer.passages) if look.verbose else MOST
    for passage in answer.passages[:most]:
        _show_passage(screen, passage, look)
    if len(answer.passages) > most:
        screen.line((f"and {count(len(answer.passages) - most, 'more way')} (-v)", "dim"), indent=2)
    for stop in answer.stops:
        _show_via(screen, "stopped", stop, look)
    show_limits(screen, answer.notes, (), look)


def _show_passage(screen: Screen, passage: Passage, look: Look) -> None:
    most = len(passage.addresses) if look.verbose else MOST_ADDRESSES
    more = f" and {len(passage.addresses) - most:,} more" if len(passage.addresses) > most else ""
    from_ = f" from {', '.join(passage.addresses[:most])}{more}" if passage.addresses else ""
    sure: Part = ("", "") if passage.truth is Truth.YES else ("  possible", "magenta")
    screen.line("by     ", (said(passage), "bold"), from_, sure, indent=2, hang=7)
    for via in passage.via:
        _show_via(screen, "", via, look)
    for unknown in passage.unknowns:
        screen.line(("unseen ", "magenta"), unknown, indent=2, hang=7)


def said(passage: Passage) -> str:
    """Return protocol and ports: `tcp 80, 8000-8010`."""
    ports = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in passage.ports)
    return f"{passage.protocol} {ports}".rstrip() if passage.protocol != "all" else f"everything {ports}".rstrip()


def _show_via(screen: Screen, word: str, via: Via, look: Look) -> None:
    asset, where = f"{via.asset} " if via.asset else "", spot(via.place, look.base)
    place: Part = (f"  {where}", "cyan") if where else ""
    screen.line(f"{word:9}" if word else " " * 7, f"{asset}{veil_keys(via.says)}", place, indent=2, hang=9)
