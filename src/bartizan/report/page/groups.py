"""The findings of the HTML report: a fold for each rule, with its places, code frames and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bartizan.core.attack import AttackPath
from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Place
from bartizan.core.priority import Decision
from bartizan.report.escape import html, html_prose
from bartizan.report.frame import Frame, Sources
from bartizan.report.group import Group
from bartizan.report.output import Look
from bartizan.report.phrase import call, calls, count, cut, fact, inputs, urgency

FRAMED = 5
"""Places of a group with a code frame, unless the report is small or verbose."""
SMALL = 300
"""Findings up to which every place has its code frame."""
OPENED = 3
MOST_PATHS = 50
"""Attack paths that are drawn one by one, and that findings link to."""
LONGEST = 2000
SOON = {
    Decision.ACT: "critical",
    Decision.ATTEND: "high",
    Decision.TRACK_CLOSELY: "medium",
    Decision.TRACK: "low",
}


def findings(
    groups: Sequence[Group], veiled: Sequence[Place], look: Look, paths: Sequence[AttackPath] = ()
) -> Iterator[str]:
    """Yield the section of the findings, with the form that sifts them; those on `paths` link to them."""
    number = sum(len(one.findings) for one in groups)
    yield f'<section id="findings"><h2>What to fix <small>{count(number, "place")}</small></h2>'
    if not groups:
        yield '<p class="none">There is nothing to list here.</p></section>'
        return
    yield _form(groups)
    yield f'<div id="groups"{" class=many" if number > SMALL else ""}>'
    sources = Sources(look.root, veiled)
    ranks = {path.id: rank for rank, path in enumerate(paths[:MOST_PATHS], start=1)}
    framed = number if look.verbose or number <= SMALL else FRAMED
    for index, one in enumerate(groups):
        yield from _group(one, look, sources, framed, ranks, opened=index < OPENED)
    yield '</div><p class="none" id="nothing" hidden>Nothing matches these filters.</p></section>'


def anchor(rule: str, verdict: Verdict) -> str:
    """Return the id by which a group can be linked to, not yet escaped."""
    return f"{'unknown-' if verdict is Verdict.UNKNOWN else ''}{rule}"


def _level(one: Group) -> str:
    return "unknown" if one.findings[0].verdict is Verdict.UNKNOWN else one.card.severity.value


def _form(groups: Sequence[Group]) -> str:
    levels = dict.fromkeys(_level(one) for one in groups)
    kinds = sorted({finding.kind for one in groups for finding in one.findings})
    checks = "".join(
        f'<label class="chip {level}"><input type="checkbox" name="level" value="{level}" checked>{level}</label>'
        for level in levels
    )
    options = "".join(f'<option value="{html(kind)}">{html(kind)}</option>' for kind in kinds)
    return (
        '<form id="sift" hidden><input type="search" name="text" placeholder="Filter by text: rule, asset, file"'
        f' aria-label="Filter by text"><span class="chips">{checks}</span>'
        f'<select name="kind" aria-label="Kind of asset"><option value="">all kinds</option>{options}</select>'
        '<select name="order" aria-label="Order"><option value="rank">worst first</option>'
        '<option value="count">most places first</option><option value="rule">by rule</option></select>'
        '<button type="button" name="fold">open all</button><output aria-live="polite"></output></form>'
    )


def _group(
    one: Group, look: Look, sources: Sources, framed: int, ranks: Mapping[str, int], *, opened: bool
) -> Iterator[str]:
    card, level = one.card, _level(one)
    yield (
        f'<details class="group" id="{html(anchor(card.id, one.findings[0].verdict))}" data-level="{level}" '
        f'data-rank="{card.severity.rank}" data-rule="{html(card.id)}"{" open" if opened else ""}>'
        f'<summary><span class="pill {level}">{level}</span><span class="title">{html(card.title)}'
        f'<code>{html(card.id)}</code></span><span class="number">{count(len(one.findings), "place")}</span></summary>'
        f'<div class="advice"><div><h4>Why</h4><p>{html_prose(card.because)}</p></div>'
        f'<div class="fix"><h4>Fix</h4><p>{html_prose(card.fix)}</p></div></div>'
        f'<p class="required"><b>Required:</b> {html(card.condition)}{_judges(card.frameworks)}</p><ul class="places">'
    )
    for index, finding in enumerate(one.findings):
        yield _place(finding, sources.frame(finding) if index < framed else None, look, ranks)
    yield "</ul></details>"


def _judges(frameworks: Sequence[str]) -> str:
    return "".join(f' <span class="tag">{html(name)}</span>' for name in frameworks)


def _place(finding: Finding, frame: Frame | None, look: Look, ranks: Mapping[str, int]) -> str:
    via = "".join(f"<li><code>{html(call(place, module, look.base))}</code></li>" for place, module in calls(finding))
    facts = "".join(f"<li><code>{html(cut(fact(one, finding), LONGEST))}</code></li>" for one in finding.evidence)
    advice = f'<p class="remedy">{html(finding.advice)}</p>' if finding.advice else ""
    return (
        f'<li id="{row(finding)}" data-kind="{html(finding.kind)}">'
        f'<p class="where"><code>{html(f"{look.base}{finding.place}")}</code>'
        f'<span class="asset">{html(finding.asset)}</span></p>'
        f"{_urgent(finding, ranks)}"
        f"{advice}{f'<ol class=via>{via}</ol>' if via else ''}{_frame(frame, finding, look) if frame else ''}"
        f"{f'<ul class=facts>{facts}</ul>' if facts else ''}</li>"
    )


def row(finding: Finding) -> str:
    """Return the id by which a finding can be linked to."""
    return f"f-{finding.fingerprint[:16]}{'-unknown' if finding.verdict is Verdict.UNKNOWN else ''}"


def _urgent(finding: Finding, ranks: Mapping[str, int]) -> str:
    """Return how soon to act, and links to the attack paths that a finding lies on."""
    on = [f'<a href="#path-{html(id)}">path {ranks[id]}</a>' for id in finding.paths if id in ranks]
    more = len(finding.paths) - len(on)
    on += [f"{more:,} more"] if more else []
    told = f'<span class="on-path">◆ on {", ".join(on)}</span>' if on else ""
    if finding.priority is None:
        return f'<p class="urgent">{told}</p>' if told else ""
    decided = "".join(f"<li>{html(one)}</li>" for one in inputs(finding.priority))
    soon = f'<span class="soon {SOON[finding.priority.decision]}">{html(urgency(finding.priority))}</span>'
    return f'<p class="urgent">{soon}{told}</p><ul class="inputs">{decided}</ul>'


def _frame(frame: Frame, finding: Finding, look: Look) -> str:
    lines, before = [], frame.lines[0].number - 1
    for line in frame.lines:
        if line.number != before + 1:
            lines.append('<span class="skip">⋮\n</span>')
        before = line.number
        mark = ' class="mark"' if line.marked else ""
        lines.append(f"<span{mark}><i>{line.number}</i>{html(line.text)}\n</span>")
    other = f'<p class="other">{html(look.base + frame.file)}</p>' if frame.file != finding.place.file else ""
    return f'{other}<pre class="frame">{"".join(lines)}</pre>'
