"""The attack paths of the HTML report: one picture of the first ones together, then each with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bartizan.core.attack import AttackPath, Cause, ChokePoint, Node, PathHop, Paths
from bartizan.core.finding import Finding
from bartizan.core.truth import Truth
from bartizan.report.attack.words import (
    acted_on,
    certainty,
    cost,
    layers,
    matters,
    name,
    outcome,
    says,
    spot,
    starting,
    tells,
)
from bartizan.report.escape import html, html_prose
from bartizan.report.page.drawing import ICONS, Arrow, Shape, draw, strip
from bartizan.report.page.groups import MOST_PATHS, row
from bartizan.report.page.ledger import table
from bartizan.report.phrase import count

MOST_NODES = 60
"""Boxes in the picture of all paths."""
OPENED = 3
"""Paths whose evidence is open at first."""

Links = Mapping[str, Sequence[Finding]]
"""Findings that are listed on the page, by asset."""


def findings_at(findings: Iterable[Finding]) -> Links:
    """Return findings by asset."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.asset, []).append(finding)
    return found


def attack_paths(answer: Paths, links: Links, *, base: str = "") -> Iterator[str]:
    """Yield the section of the attack paths; `links` are the findings that are listed on the same page."""
    yield f'<section id="paths"><h2>Attack paths <small>{count(len(answer.paths), "path")}</small></h2>'
    yield f"<p>{html(outcome(answer))}.</p>"
    if answer.paths:
        yield from picture(answer.paths, links) if len(answer.paths) > 1 else ()
        yield from listed(answer.paths, links, base=base)
    yield from _chokes(answer.chokes)
    yield "".join(f'<p class="note">{html_prose(note)}</p>' for note in answer.notes)
    yield "</section>"


def picture(paths: Sequence[AttackPath], links: Links) -> Iterator[str]:
    """Yield one picture of the first paths together, as many as fit, its legend, and how many were left out."""
    drawn, nodes = 0, dict[str, Node]()
    for path in paths[:MOST_PATHS]:
        more = {node.id: node for hop in path.hops for node in (hop.actor, hop.gained)}
        if len(nodes | more) > MOST_NODES:
            break
        nodes, drawn = nodes | more, drawn + 1
    if not drawn:
        yield f'<p class="none">No path is short enough to be drawn in {MOST_NODES} boxes; each is drawn below.</p>'
        return
    shown = paths[:drawn]
    goals = {path.goal.node.id: path.goal.classes for path in shown}
    sources = {starting(path).id for path in shown}
    shapes = [_shape(node, goals.get(node.id), node.id in sources, links) for node in nodes.values()]
    arrows = {
        (hop.actor.id, hop.gained.id, hop.step): _arrow(hop, hop.actor.id, hop.gained.id)
        for path in reversed(shown)
        for hop in path.hops
    }
    together = f"{count(drawn, 'attack path')} together"
    yield f"<figure>{draw(shapes, tuple(arrows.values()), together)}"
    left = len(paths) - drawn
    cut = f"{drawn:,} of {count(len(paths), 'path')} are drawn together, to keep it readable. " if left else ""
    yield f"<figcaption>{cut}{legend()}</figcaption></figure>"


def legend() -> str:
    """Return what the signs of a picture mean."""
    icons = "".join(
        f'<li class="node {layer or "outside"}"><svg class="sign" viewBox="0 0 16 16" aria-hidden="true">'
        f'<path class="icon" d="{drawn}"/></svg>{layer or "outside"}</li>'
        for layer, drawn in ICONS.items()
    )
    return (
        f'<ul class="signs">{icons}<li>round ends: where attackers start</li><li>double edge: what matters</li>'
        "<li>dashed, <i>maybe</i>: rests on what could not be seen</li></ul>"
    )


def listed(paths: Sequence[AttackPath], links: Links, *, base: str = "") -> Iterator[str]:
    """Yield a table of paths, then each with its strip and its evidence."""
    yield table(
        ("rank", "reaches", "matters as", "starts from", "steps", "cost", "certainty", "layers"),
        (_row(rank, path) for rank, path in enumerate(paths, start=1)),
    )
    for rank, path in enumerate(paths[:MOST_PATHS], start=1):
        yield from detailed(rank, path, links, opened=rank <= OPENED, base=base)
    if len(paths) > MOST_PATHS:
        yield f'<p class="none">Of {len(paths):,} paths the first {MOST_PATHS} are shown in full; all are in JSON.</p>'


def _row(rank: int, path: AttackPath) -> str:
    title = html(name(path.goal.node))
    linked = f'<a href="#path-{path.id}">{title}</a>' if rank <= MOST_PATHS else title
    return (
        f'<td class="n">{rank}</td><td>{linked}</td><td>{html(matters(path.goal.classes))}</td>'
        f'<td>{html(name(starting(path)))}</td><td class="n">{len(path.hops)}</td>'
        f'<td class="n">{cost(path.weight)}</td><td>{sure(path.truth)}</td>'
        f"<td>{', '.join(layer for layer, inside in layers(path) if inside)}</td>"
    )


def sure(truth: Truth) -> str:
    """Return how certain something is, as a label."""
    return f'<span class="pill {"fail" if truth is Truth.YES else "unknown"}">{certainty(truth)}</span>'


def detailed(
    rank: int,
    path: AttackPath,
    links: Links,
    *,
    new: Collection[int] = (),
    opened: bool = False,
    base: str = "",
    after: str = "",
) -> Iterator[str]:
    """Yield one path: its strip, and a table of its steps with their evidence; `after` is HTML."""
    why = f" <small>{html(matters(path.goal.classes))}</small>" if path.goal.classes else ""
    yield (
        f'<details class="path" id="path-{path.id}"{" open" if opened else ""}><summary>{sure(path.truth)}'
        f'<span class="title">{rank}. {html(name(starting(path)))} → {html(name(path.goal.node))}{why}</span>'
        f'<span class="number">{count(len(path.hops), "step")}, cost {cost(path.weight)}</span></summary>'
    )
    told = "".join(
        f"<li>{html(tells(each))} <code>{html(spot(each.place, base))}</code></li>" for each in path.goal.because
    )
    yield f'<ul class="because">{told}</ul>' if told else ""
    yield strip(*_strip(path, links, new), f"{name(starting(path))} to {name(path.goal.node)}")
    yield '<div class="scroll"><table class="steps"><thead><tr>'
    yield "<th>#</th><th>step</th><th>gains</th><th>what it needs</th><th>fix</th></tr></thead><tbody>"
    for number, hop in enumerate(path.hops):
        yield _step(number, hop, links, new=number in new, base=base)
    yield f"</tbody></table></div>{after}</details>"


def _strip(path: AttackPath, links: Links, new: Collection[int]) -> tuple[list[Shape], list[Arrow]]:
    start, last = starting(path), len(path.hops)
    shapes = [_shape(start, path.goal.classes if not last else None, True, links, at="0")]
    arrows = []
    for number, hop in enumerate(path.hops, start=1):
        classes = path.goal.classes if number == last else None
        shapes.append(_shape(hop.gained, classes, False, links, at=str(number)))
        arrows.append(_arrow(hop, str(number - 1), str(number), new=number - 1 in new))
    return shapes, arrows


def _shape(node: Node, classes: Sequence[str] | None, source: bool, links: Links, *, at: str = "") -> Shape:
    layer = "" if node.layer is None else node.layer.value
    found = links.get(node.id, ())
    why = matters(classes or ()) if classes is not None else ""
    kind = why or node.kind
    below = (f"{layer} · {kind}", kind) if layer else (kind,)
    tip = "; ".join(part for part in (name(node), node.id, layer, node.kind, why, spot(node.place)) if part)
    return Shape(
        id=at or node.id,
        title=name(node),
        below=below,
        tip=tip,
        layer=layer,
        source=source,
        goal=classes is not None,
        href=row(found[0]) if found else "",
    )


def _arrow(hop: PathHop, start: str, end: str, *, new: bool = False) -> Arrow:
    needs = "; ".join(says(cause) for cause in hop.causes)
    tip = f"{hop.title} ({hop.technique}){f': {needs}' if needs else ''}"
    return Arrow(start=start, end=end, label=hop.title, tip=tip, possible=hop.truth is not Truth.YES, new=new)


def _step(number: int, hop: PathHop, links: Links, *, new: bool, base: str) -> str:
    on = acted_on(hop)
    rests = "".join(f'<li class="rests">rests on what could not be seen: {html(each)}</li>' for each in hop.unknowns)
    needs = "".join(_cause(cause, links, base) for cause in hop.causes)
    mark = '<span class="pill critical">new</span> ' if new else ""
    return (
        f'<tr><td class="n">{number + 1}</td><td>{mark}<b>{html(hop.title)}</b>{f" on {html(on)}" if on else ""}'
        f"<br><span class=under>{html(hop.technique)}, {hop.layer.value}. {html_prose(hop.because)}</span></td>"
        f"<td>{html(name(hop.gained))}<br><span class=under>{html(hop.gained.kind)}</span></td>"
        f"<td><ul>{needs}{rests}</ul></td><td>{html_prose(hop.fix)}</td></tr>"
    )


def _cause(cause: Cause, links: Links, base: str) -> str:
    found = "".join(
        f' <a href="#{row(finding)}">{html(finding.rule)}</a>' for finding in links.get(cause.asset, ())[:2]
    )
    return f"<li>{html(says(cause))} <code>{html(spot(cause.place, base))}</code>{found}</li>"


def _chokes(chokes: Sequence[ChokePoint]) -> Iterator[str]:
    if not chokes:
        return
    yield "<h3>Choke points</h3>"
    yield "<p>What is reached through one of these alone falls with it, and is safe without it.</p>"
    yield table(
        ("what", "kind", "things that matter behind it"),
        (
            f"<td>{html(name(choke.node))}</td><td>{html(choke.node.kind)}</td><td class='n'>{choke.goals:,}</td>"
            for choke in chokes
        ),
    )
