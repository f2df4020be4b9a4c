"""Markdown of attack paths: the comment on a pull request, and lists of paths and fixes.

Names from scanned files stand in code spans, where nothing is markup, link or mention. A comment begins with a hidden
mark, by which the next run finds it and writes over it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TextIO, TypeVar

from bartizan.core.attack import AttackPath, Edit, Fixes, Paths, Repair
from bartizan.core.compared import Compared, Opened
from bartizan.core.finding import Finding
from bartizan.core.place import Gap
from bartizan.core.truth import Truth
from bartizan.report.attack.words import (
    certainty,
    chain,
    cost,
    diff,
    easiest,
    matters,
    name,
    outcome,
    says,
    shortened,
    smallest,
    spot,
    starting,
    verdict,
)
from bartizan.report.escape import code_span, html, markdown, visible
from bartizan.report.output import emit
from bartizan.report.phrase import count, cut, gap_place, joined
from bartizan.report.veil import veil

T = TypeVar("T")
MARKS = {Compared: "<!-- bartizan:diff -->", Paths: "<!-- bartizan:paths -->", Fixes: "<!-- bartizan:fix -->"}
"""What each comment begins with."""
MOST_TEXT = 60_000
"""Characters: GitHub takes comments of up to 65,536."""
LONGEST = 200
MOST_CAUSES = 3
MOST_GONE = 20
MOST_NOTES = 8
MOST_EDIT = 40


def write(answer: Compared | Paths | Fixes, stream: TextIO, *, base: str = "") -> None:
    """Write an answer, never longer than a comment may be; `base` is put before each file."""
    body = _compared(answer, base) if isinstance(answer, Compared) else _listed(answer, base)
    emit(stream, (f"{MARKS[type(answer)]}\n", *body))


def _compared(answer: Compared, base: str) -> Iterator[str]:
    head = f"{_code(answer.base)} → {_code(answer.head)} in {_code(answer.target)}"
    yield f"## Bartizan: {markdown(verdict(answer))}\n\n{head}. After it: {markdown(outcome(answer.paths))}.\n"
    tail = "".join((*_findings(answer, base), *_closing(answer.notes, answer.gaps, base)))
    room = MOST_TEXT - len(tail)
    pieces = [_opened(number, each, base) for number, each in enumerate(answer.opened, start=1)]
    if pieces:
        yield "\n### Paths opened\n"
    opened = list(_fitting(pieces, room, "more opened path"))
    yield from opened
    if answer.closed:
        yield "\n### Paths closed\n\n"
        yield from _fitting([_closed(each, base) for each in answer.closed], room - sum(map(len, opened)), "more path")
    yield tail


def _listed(answer: Paths | Fixes, base: str) -> Iterator[str]:
    tail = "".join(_closing(answer.notes, answer.gaps, base))
    if isinstance(answer, Paths):
        yield f"## Bartizan: {markdown(outcome(answer))}\n\nin {_code(answer.target)}\n"
        pieces = [_path(number, path, (), base) for number, path in enumerate(answer.paths, start=1)]
    else:
        yield f"## Bartizan: {markdown(smallest(answer))}\n\nin {_code(answer.target)}\n"
        pieces = [_numbered(number, repair, base) for number, repair in enumerate(answer.repairs, start=1)]
    yield from _fitting(pieces, MOST_TEXT - len(tail), "more")
    yield tail


def _fitting(pieces: Sequence[str], room: int, noun: str) -> Iterator[str]:
    """Yield as many pieces as there is room for, and how many were left out."""
    for number, piece in enumerate(pieces):
        room -= len(piece)
        if room < 0:
            left = len(pieces) - number
            told = f"{left:,} more" if noun == "more" else count(left, noun)
            yield f"\n_{told} not shown here, to keep this comment short._\n"
            return
        yield piece


def _opened(number: int, each: Opened, base: str) -> str:
    by = "".join(
        f"- {_code(says(cause))} at {_code(spot(cause.place, base))}\n" if cause.place else f"- {_code(says(cause))}\n"
        for cause in each.by[:MOST_CAUSES]
    )
    more = len(each.by) - MOST_CAUSES
    by += f"- and {more:,} more\n" if more > 0 else ""
    done = f"\n**Opened by**\n\n{by}" if by else ""
    proposed = f"\n**Proposed fix:** {_repair(each.repair, base)}" if each.repair else ""
    return f"{_path(number, each.path, each.new, base, advise=each.repair is None)}{done}{proposed}"


def _path(number: int, path: AttackPath, new: Collection[int], base: str, *, advise: bool = True) -> str:
    why = f" ({markdown(matters(path.goal.classes))})" if path.goal.classes else ""
    title = f"{_code(name(starting(path)))} → {_code(name(path.goal.node))}{why}"
    strip = " · ".join(layer.value for layer in path.layers)
    lines = [f"\n#### {number}. {title}: {certainty(path.truth)}, cost {cost(path.weight)}\n\n{strip}\n\n"]
    lines.append("| | step | gains | because | where |\n|--|--|--|--|--|\n")
    lines += [_hop(path, at, base, new=at in new) for at in range(len(path.hops))]
    rests = dict.fromkeys(unknown for hop in path.hops for unknown in hop.unknowns)
    lines += [f"\nRests on what could not be seen: {_code(unknown)}\n" for unknown in list(rests)[:MOST_CAUSES]]
    at = easiest(path)
    if advise and at >= 0:
        lines.append(f"\n**Fix:** {markdown(cut(path.hops[at].fix, LONGEST))}\n")
    return "".join(lines)


def _hop(path: AttackPath, at: int, base: str, *, new: bool) -> str:
    hop = path.hops[at]
    causes = hop.causes[:MOST_CAUSES]
    because = "<br>".join(_cell(says(cause)) for cause in causes)
    where = "<br>".join(_cell(spot(cause.place, base)) for cause in causes if cause.place)
    more = f"<br>and {len(hop.causes) - MOST_CAUSES:,} more" if len(hop.causes) > MOST_CAUSES else ""
    mark = joined(("**new**" if new else "", "" if hop.truth is Truth.YES else "possible"), "<br>")
    title = f"{markdown(cut(hop.title, LONGEST))} ({markdown(cut(hop.technique, 20))})"
    return f"| {mark} | {title} | {_cell(name(hop.gained))} | {because}{more} | {where} |\n"


def _numbered(number: int, repair: Repair, base: str) -> str:
    alone = f"cuts {count(repair.cuts, 'path')} by itself, effort {repair.effort:g}"
    tried = "" if repair.verified is None else f" {'Verified' if repair.verified else 'Failed'}: "
    told = f"{tried}{markdown(repair.verdict)}" if tried else ""
    return f"\n#### {number}. {_repair(repair, base)}\n{alone}.{told}\n"


def _repair(repair: Repair, base: str) -> str:
    by_hand = f"{markdown(cut(repair.manual, 3 * LONGEST))}\n" if repair.manual else ""
    return f"{markdown(cut(repair.title, LONGEST))}\n{by_hand}{''.join(_edit(edit, base) for edit in repair.edits)}"


def _edit(edit: Edit, base: str) -> str:
    """Return a change as a block that is coloured as a diff, in a fence that no line of it can close."""
    rows = [visible(cut(row, 2 * LONGEST)) for row in diff(edit)]
    if len(rows) > MOST_EDIT:
        rows = [*rows[:MOST_EDIT], f"... {len(rows) - MOST_EDIT:,} more lines"]
    text = "\n".join((f"--- {visible(base + edit.file)}", f"+++ {visible(base + edit.file)}", *rows))
    fence = "```"
    while fence in text:
        fence += "`"
    return f"\n{fence}diff\n{text}\n{fence}\n"


def _closed(each: Opened, base: str) -> str:
    way = " → ".join(_code(cut(name(node), 60)) for node in shortened(chain(each.path)))
    why = f" ({markdown(matters(each.path.goal.classes))})" if each.path.goal.classes else ""
    by = ", ".join(_code(spot(cause.place, base)) for cause in each.by[:MOST_CAUSES] if cause.place)
    return f"- {way}{why}{f', was open by {by}' if by else ''}\n"


def _findings(answer: Compared, base: str) -> Iterator[str]:
    yield from _fold("new finding", answer.new, answer, base)
    yield from _fold("finding gone", answer.gone, answer, base, "findings gone")


def _fold(noun: str, found: Sequence[Finding], answer: Compared, base: str, plural: str = "") -> Iterator[str]:
    if not found:
        return
    yield f"\n<details><summary>{html(count(len(found), noun, plural))}</summary>\n\n"
    for finding in found[:MOST_GONE]:
        card = answer.rules[finding.rule]
        place = _code(f"{base}{finding.place}")
        yield f"- {card.severity.value.upper()} {markdown(card.title)}: {_code(finding.asset)} at {place}\n"
    if len(found) > MOST_GONE:
        yield f"- and {len(found) - MOST_GONE:,} more\n"
    yield "\n</details>\n"


def _closing(notes: Sequence[str], gaps: Sequence[Gap], base: str) -> Iterator[str]:
    if notes or gaps:
        yield "\n### What this does not tell\n\n"
    yield from _few(notes, lambda note: f"- {markdown(cut(note, 2 * LONGEST))}\n", "more note")
    yield from _few(
        gaps, lambda gap: f"- {_code(gap_place(gap, base))}: {markdown(cut(gap.why, 2 * LONGEST))}\n", "more gap"
    )
    yield "\n<sub>Paths are the ways an attacker can take, each step with its evidence. "
    yield "Proven ones rest on nothing unseen.</sub>\n"


def _few(things: Sequence[T], line: Callable[[T], str], noun: str) -> Iterator[str]:
    yield from (line(one) for one in things[:MOST_NOTES])
    if len(things) > MOST_NOTES:
        yield f"- and {count(len(things) - MOST_NOTES, noun)}\n"


def _code(text: str) -> str:
    return code_span(cut(veil(text), LONGEST))


def _cell(text: str) -> str:
    return code_span(cut(veil(text), LONGEST), in_table=True)
