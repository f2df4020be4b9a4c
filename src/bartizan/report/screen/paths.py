"""Attack paths on a screen: in full with their evidence, or in two lines at the head of a scan."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len

from bartizan.core.attack import AttackPath, Cause, PathHop, Paths
from bartizan.core.place import Gap
from bartizan.core.truth import Truth
from bartizan.report.attack.words import (
    acted_on,
    certainty,
    chain,
    cost,
    easiest,
    elided,
    layers,
    matters,
    name,
    outcome,
    says,
    shared,
    shortened,
    split,
    spot,
    starting,
    tells,
)
from bartizan.report.escape import visible
from bartizan.report.output import Look
from bartizan.report.phrase import count, gap_place
from bartizan.report.screen.screen import Part, Screen

CERTAIN = {Truth.YES: "bold red", Truth.UNKNOWN: "bold magenta"}
TOP = 3
"""Paths at the head of a scan."""
WIDEST_NAME = 32
LONGEST_NAME = 44
"""Characters of a name, unless everything is asked for."""
WIDEST_CAUSE = 60
MOST_GAPS = 5


def padded(text: str, width: int) -> str:
    """Return a text of one line, filled with blanks to a width in columns."""
    shown = visible(text)
    return shown + " " * (width - cell_len(shown))


def show_top(screen: Screen, answer: Paths, target: str, look: Look) -> None:
    """Add the first paths of a scan in two lines each, and how many more there are."""
    screen.heading(f"Attack paths: {outcome(answer)}")
    proven, possible = split(answer.paths)
    for rank, path in enumerate(answer.paths[:TOP], start=1):
        screen.line(*_title(rank, path), hang=4)
        screen.line(_chained(path), indent=4, hang=2)
        if fix := _fix(path, look):
            screen.line(("fix", "green"), f"  {fix}", indent=4, hang=5)
    if not answer.paths:
        _show_nothing(screen, answer)
        return
    rest = len(answer.paths) - TOP
    told = f"{count(len(proven), 'proven path')}, {len(possible):,} possible"
    more = f"and {count(rest, 'more path')}; " if rest > 0 else f"{told}; "
    screen.line(f"  {more}with evidence: ", (f"bartizan paths {target}", "bold"), hang=4)


def show_list(screen: Screen, paths: Sequence[AttackPath], look: Look, *, earlier: Sequence[AttackPath] = ()) -> None:
    """Add paths in full; one that begins like an earlier one refers to it. Ranks go on after `earlier`."""
    shown = list(earlier)
    for number, path in enumerate(paths):
        if number:
            screen.blank()
        show_path(screen, len(shown) + 1, path, look, before=() if look.verbose else shown)
        shown.append(path)


def show_path(
    screen: Screen,
    rank: int,
    path: AttackPath,
    look: Look,
    *,
    before: Sequence[AttackPath] = (),
    new: Collection[int] = (),
    advise: bool = True,
) -> None:
    """Add a path: what it reaches, through which layers, hop by hop with its causes, and the fix nearest at hand.

    Hops in `new` are marked; a path that begins like one of `before` refers to it.
    """
    screen.line(*_title(rank, path), hang=4)
    screen.line(*_strip(path), indent=4)
    if look.verbose:
        for evidence in path.goal.because:
            screen.line(
                ("matters", "dim"), f"  {tells(evidence)}  ", (spot(evidence.place, look.base), "cyan"), indent=4
            )
    other, alike = shared(path, before) if not new else (-1, 0)
    if alike:
        screen.line((f"... as path {other + 1} to {name(path.hops[alike - 1].gained)}", "dim"), indent=4)
    else:
        screen.line((name(starting(path)), "bold"), indent=4)
    _show_hops(screen, path, alike, new, look)
    for unknown in dict.fromkeys(unknown for hop in path.hops for unknown in hop.unknowns):
        screen.line(("rests on", "magenta"), f"  {unknown}", indent=4, hang=10)
    told = easiest(path) < alike  # the fix of a hop that the path referred to has as well
    if advise and not look.verbose and not told and (fix := _fix(path, look)):
        screen.line(("fix", "green"), f"  {fix}", indent=4, hang=5)


def _show_hops(screen: Screen, path: AttackPath, start: int, new: Collection[int], look: Look) -> None:
    hops = path.hops[start:]
    wide = min(max((cell_len(visible(_gained(hop, look))) for hop in hops), default=0), WIDEST_NAME)
    causes = [cause for hop in hops for cause in (hop.causes if look.verbose else hop.causes[:1])]
    column = min(max((cell_len(visible(says(cause))) for cause in causes), default=0), WIDEST_CAUSE)
    for number, hop in enumerate(hops, start=start):
        screen.line(*_hop(hop, wide, look, new=number in new), indent=4, hang=4)
        for cause in hop.causes if look.verbose else hop.causes[:1]:
            show_cause(screen, cause, column, indent=8, base=look.base)
        if look.verbose:
            screen.line((hop.because, "dim"), indent=8, hang=2)
            screen.line(("fix", "green"), f"  {hop.fix}", indent=8, hang=5)
        elif len(hop.causes) > 1:
            screen.line((f"and {count(len(hop.causes) - 1, 'more cause')} (-v)", "dim"), indent=8)


def show_cause(screen: Screen, cause: Cause, column: int = 0, *, indent: int, base: str = "") -> None:
    """Add what a hop needs, and where it is written: the place in a column, where it fits."""
    where = spot(cause.place, base)
    said = padded(says(cause), column) + "  " if where else says(cause)
    screen.line(said, (where, "cyan"), indent=indent, hang=2)


def _title(rank: int, path: AttackPath) -> tuple[Part, ...]:
    sure = (certainty(path.truth).upper(), CERTAIN[path.truth])
    why = f"  {matters(path.goal.classes)}  " if path.goal.classes else "  "
    return (f"{rank:>2}  ", "dim"), (name(path.goal.node), "bold"), why, sure, (f"  cost {cost(path.weight)}", "dim")


def _strip(path: AttackPath) -> list[Part]:
    """Return the four C's, those that the path goes through marked by more than a colour."""
    marks = [(f"{'●' if inside else '○'} {layer}", "bold" if inside else "dim") for layer, inside in layers(path)]
    return [part for mark in marks for part in ("   ", mark)][1:]


def _hop(hop: PathHop, wide: int, look: Look, *, new: bool) -> tuple[Part, ...]:
    mark: Part = ("+ ", "bold red") if new else ("→ ", "dim" if hop.truth is Truth.YES else "magenta")
    on = acted_on(hop)
    about = f" ({on})" if on else ""
    doubt: Part = ("  possible", "magenta") if hop.truth is not Truth.YES else ""
    return mark, (padded(_gained(hop, look), wide), "bold"), f"  {hop.title}{about}  ", (hop.technique, "dim"), doubt


def _gained(hop: PathHop, look: Look) -> str:
    return name(hop.gained) if look.verbose else elided(name(hop.gained), LONGEST_NAME)


def _chained(path: AttackPath) -> str:
    return " → ".join(elided(name(node), 48) for node in shortened(chain(path)))


def _fix(path: AttackPath, look: Look) -> str:
    at = easiest(path)
    if at < 0:
        return ""
    hop = path.hops[at]
    where = next((spot(cause.place, look.base) for cause in hop.causes if cause.place), "")
    return f"{hop.fix}  {where}".rstrip()


def _show_nothing(screen: Screen, answer: Paths) -> None:
    """Say why there is no path, and what would tell more."""
    if not answer.goals:
        screen.line("Name what matters in the settings, or by tags such as data=customer.", indent=2, hang=2)
    elif not answer.sources:
        screen.line("Nothing is open to the Internet, or what opens it was not read.", indent=2, hang=2)
    else:
        things = count(len(answer.goals), "thing that matters", "things that matter")
        starts = ", ".join(name(node) for node in answer.sources[:4])
        screen.line(f"{things}: none can be reached from {starts}.", indent=2, hang=2)


def show_limits(screen: Screen, notes: Sequence[str], gaps: Sequence[Gap], look: Look) -> None:
    """Add what an answer leaves out: its notes, and what could not be read."""
    if notes or gaps:
        screen.blank()
    for note in notes:
        screen.line(("note   ", "bold"), note, hang=7)
    for gap in gaps[:MOST_GAPS]:
        screen.line(("unread ", "magenta"), f"{gap_place(gap, look.base)}: {gap.why}", hang=7)
    if len(gaps) > MOST_GAPS:
        screen.line(f"... and {count(len(gaps) - MOST_GAPS, 'more gap')}: a path may lie in them.", indent=7)


def show_nothing(screen: Screen, answer: Paths) -> None:
    """Add why there is no path."""
    screen.blank()
    _show_nothing(screen, answer)
