"""Graphs drawn as SVG that needs no script and no inline style: boxes, arrows, labels that fit where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from bartizan.report.escape import html, visible
from bartizan.report.page.layered import Layout, Point, Sizes, layered, spread

SIZES = Sizes()
IN_STRIP = Sizes(width=156.0, across=92.0, apart=34.0)
IN_ROW = 5
"""Boxes in a row of a strip."""
WIDE = 1500.0
"""Pixels up to which a drawing is made to fit the page; a wider one is scrolled."""
LABEL = 27.0
"""Height of a label of two lines, with what parts it from the next."""
NARROW = frozenset("iljtfrI.,:;'`|!()[] -/")
BROAD = frozenset("mwMW@%&<>=+~^#")
ICONS = {
    "code": "M5 3 1 8l4 5M11 3l4 5-4 5",
    "container": "M2 3h12v10H2zM6 3v10M10 3v10",
    "cluster": "M8 1l6 3.5v7L8 15l-6-3.5v-7z",
    "cloud": "M4.500 12.500h7.500a3 3 0 0 0 .3-6A4.300 4.300 0 0 0 4 6.200a3.200 3.200 0 0 0 .5 6.300z",
    "": "M8 2a6 6 0 1 0 .01 0M2 8h12M8 2c-3 3-3 9 0 12M8 2c3 3 3 9 0 12",
}
"""What stands for each of the four C's, and for what lies outside of them, on 16 by 16 pixels."""
PLAIN = "M8 5a3 3 0 1 0 .01 0"
"""What stands for a thing of which no layer is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A box."""

    id: str
    title: str
    below: tuple[str, ...] = ()
    """What it is, longest first: the first one that fits is shown."""
    tip: str = ""
    layer: str = ""
    """One of the four C's, or nothing."""
    source: bool = False
    goal: bool = False
    href: str = ""
    """What a click leads to, on this page: an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A line between two boxes."""

    start: str
    end: str
    label: str
    tip: str = ""
    possible: bool = False
    new: bool = False


def draw(shapes: Sequence[Shape], arrows: Sequence[Arrow], title: str) -> str:
    """Return a picture of a graph, in columns."""
    joined = _joined(arrows)
    plan = layered([shape.id for shape in shapes], list(joined), SIZES)
    lines = [_line(joined[edge], points) for edge, points in plan.lines.items()]
    boxes = [_box(shape, *plan.boxes[shape.id], SIZES) for shape in shapes]
    labels, height = _labels(plan, joined)
    return _svg(plan.width, height, title, (*lines, *boxes, *labels))


def _joined(arrows: Iterable[Arrow]) -> dict[tuple[str, str], Arrow]:
    """Return one arrow for each pair of boxes: several ways between two are one line that tells how many."""
    between: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in arrows:
        between.setdefault((arrow.start, arrow.end), []).append(arrow)
    return {
        pair: Arrow(
            start=pair[0],
            end=pair[1],
            label=several[0].label + (f" (+{len(several) - 1})" if len(several) > 1 else ""),
            tip="; ".join(dict.fromkeys(arrow.tip or arrow.label for arrow in several)),
            possible=all(arrow.possible for arrow in several),
            new=any(arrow.new for arrow in several),
        )
        for pair, several in between.items()
    }


def strip(shapes: Sequence[Shape], arrows: Sequence[Arrow], title: str) -> str:
    """Return boxes in rows, each with an arrow to the next; there is one arrow less than boxes."""
    sizes, parts = IN_STRIP, list[str]()
    step, row = sizes.width + sizes.across, sizes.height + sizes.apart
    at = [
        (sizes.margin + number % IN_ROW * step, sizes.margin + number // IN_ROW * row) for number in range(len(shapes))
    ]
    for shape, place in zip(shapes, at, strict=True):
        parts.append(_box(shape, *place, sizes))
    for arrow, (x, y), (next_x, next_y) in zip(arrows, at, at[1:], strict=False):
        middle, wrapped = y + sizes.height / 2, next_y > y
        end = x + sizes.width + sizes.across - 4 if wrapped else next_x
        parts.append(_line(arrow, [(x + sizes.width, middle), (end, middle)]))
        centre = x + sizes.width + sizes.across / 2 - 3
        parts.append(_label(arrow, centre, middle, sizes.across - 8, lines=3, above=True))
    width = 2 * sizes.margin + min(len(shapes), IN_ROW) * step - (0 if len(shapes) > IN_ROW else sizes.across)
    rows = -(-len(shapes) // IN_ROW)
    return _svg(width, 2 * sizes.margin + rows * row - sizes.apart, title, parts)


def _svg(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    kind = "flow wide" if width > WIDE else "flow"
    return (
        f'<div class="drawing"><svg class="{kind}" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img"><title>{html(title)}</title>{"".join(parts)}</svg></div>'
    )


def _box(shape: Shape, x: float, y: float, sizes: Sizes) -> str:
    """Return a box: its layer by colour, icon and word, a start by its round ends, what matters by a double edge."""
    width, height = sizes.width, sizes.height
    round_ = 24 if shape.source else 8
    style = f"node {shape.layer or 'outside'}{' source' if shape.source else ''}{' goal' if shape.goal else ''}"
    inner = f'x="{x + 3:.1f}" y="{y + 3:.1f}" width="{width - 6:.1f}" height="{height - 6:.1f}"'
    second = f'<rect class="inner" {inner} rx="6"/>' if shape.goal else ""
    icon = ICONS[shape.layer] if shape.layer or shape.source else PLAIN
    drawn = (
        f"<title>{html(shape.tip or shape.title)}</title>"
        f'<rect class="box" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{round_}"/>{second}'
        f'<path class="icon" transform="translate({x + 12:.1f} {y + height / 2 - 8:.1f})" d="{icon}"/>'
        f"{_words(shape, x + 36, y, width - 46)}"
    )
    linked = f'<a href="#{html(shape.href)}">{drawn}</a>' if shape.href else drawn
    return f'<g class="{style}">{linked}</g>'


def _words(shape: Shape, x: float, y: float, room: float) -> str:
    """Return the name of a box in one line or two, and below it what it is: first what fits whole."""
    rows = halved(shape.title, room, 12.0)
    below = next((each for each in shape.below if advance(each, 10.0) <= room), "".join(shape.below[-1:]))
    top = y + 15 if len(rows) > 1 else y + 21
    names = "".join(f'<tspan x="{x:.1f}" y="{top + 13 * at:.1f}">{html(row)}</tspan>' for at, row in enumerate(rows))
    last = top + 13 * len(rows) + (0 if len(rows) > 1 else 2)
    return (
        f'<text class="name">{names}</text>'
        f'<text class="kind" x="{x:.1f}" y="{last:.1f}">{html(fitted(below, room, 10.0))}</text>'
    )


def _line(arrow: Arrow, points: Sequence[Point]) -> str:
    """Return a curve through points with an arrow's head; what is only possible is dashed, what is new is thick."""
    (x, y), *rest = points
    path = [f"M{x:.1f} {y:.1f}"]
    for number, (to_x, to_y) in enumerate(rest):
        bend = (to_x - x) / 2
        straight = number % 2 == 1 or abs(to_y - y) < 0.5
        path.append(
            f"L{to_x:.1f} {to_y:.1f}"
            if straight
            else f"C{x + bend:.1f} {y:.1f} {to_x - bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
        )
        x, y = to_x, to_y
    back = -7 if points[-1][0] >= points[-2][0] else 7
    style = f"line{' possible' if arrow.possible else ''}{' new' if arrow.new else ''}"
    return (
        f'<g class="{style}"><title>{html(_tip(arrow))}</title><path class="way" d="{"".join(path)}"/>'
        f'<path class="head" d="M{x:.1f} {y:.1f}l{back} -4v8z"/></g>'
    )


def _tip(arrow: Arrow) -> str:
    return f"{'possible: ' if arrow.possible else ''}{'new: ' if arrow.new else ''}{arrow.tip or arrow.label}"


def _labels(plan: Layout, arrows: Mapping[tuple[str, str], Arrow]) -> tuple[list[str], float]:
    """Return the labels, each on its line between two columns, pushed apart where they overlap; and the height."""
    gaps: dict[float, list[tuple[float, Arrow]]] = {}
    fans = Counter(start for start, _ in plan.lines)
    for edge, points in plan.lines.items():
        # Near the end of a line where many start from one box, near its start otherwise: that is where lines are apart.
        one, two = (points[0], points[1]) if fans[edge[0]] == 1 else (points[-2], points[-1])
        gaps.setdefault(round((one[0] + two[0]) / 2), []).append(((one[1] + two[1]) / 2, arrows[edge]))
    drawn, height = list[str](), plan.height
    for x, labels in gaps.items():
        labels.sort(key=lambda label: label[0])
        places = spread([y for y, _ in labels], [LABEL] * (len(labels) - 1))
        down = max(LABEL / 2 - places[0], 0.0)
        for (_, arrow), y in zip(labels, places, strict=True):
            drawn.append(_label(arrow, x - 3, y + down, SIZES.across - 14, lines=2))
        height = max(height, places[-1] + down + LABEL / 2)
    return drawn, height


def _label(arrow: Arrow, x: float, y: float, room: float, *, lines: int, above: bool = False) -> str:
    """Return the words on a line, around a height or above it."""
    words = f"{'NEW ' if arrow.new else ''}{'maybe: ' if arrow.possible else ''}{arrow.label}"
    rows = wrapped(words, room, 10.0, lines)
    top = y - 5 - 11.5 * (len(rows) - 1) if above else y + 3.5 - 11.5 * (len(rows) - 1) / 2
    spans = "".join(f'<tspan x="{x:.1f}" y="{top + 11.5 * at:.1f}">{html(row)}</tspan>' for at, row in enumerate(rows))
    style = f"label{' possible' if arrow.possible else ''}{' new' if arrow.new else ''}"
    return f'<text class="{style}"><title>{html(_tip(arrow))}</title>{spans}</text>'


def advance(text: str, size: float) -> float:
    """Return how wide a text is at the most, in a common sans serif of such a size."""
    return size * sum(_advance(character) for character in text)


def _advance(character: str) -> float:
    if character in NARROW:
        return 0.42
    if character in BROAD:
        return 1.0
    if east_asian_width(character) in "WF":
        return 1.1
    if ord(character) > 0x2FF:
        return 1.0
    return 0.76 if character.isupper() else 0.66


def fitted(text: str, room: float, size: float) -> str:
    """Return a text that fits, its middle left out where it is too long: names differ at both ends."""
    shown = visible(text)
    if advance(shown, size) <= room:
        return shown
    keep = len(shown) - 1
    while keep > 1:
        keep = min(keep - 1, int(keep * room / advance(shown, size)) + 4) if keep > 200 else keep - 1
        cut = f"{shown[: (keep + 1) // 2]}…{shown[len(shown) - keep // 2 :]}"
        if advance(cut, size) <= room:
            return cut
    return "…"


def halved(text: str, room: float, size: float) -> list[str]:
    """Return a name in one line or, where it is too long, in two, parted at a sign if there is one."""
    shown = visible(text)
    if advance(shown, size) <= room:
        return [shown]
    fits = next((at for at in range(min(len(shown), 120), 0, -1) if advance(shown[:at], size) <= room), 1)
    parted = [at for at in range(fits, fits // 3, -1) if shown[at - 1] in " -_/.:@"]
    at = parted[0] if parted else fits
    return [shown[:at].rstrip(), fitted(shown[at:].lstrip(), room, size)]


def wrapped(text: str, room: float, size: float, most: int) -> list[str]:
    """Return a text in lines that fit, the last one cut where there is more."""
    rows, words = list[str](), visible(text).split()
    while words and len(rows) < most - 1:
        row = words.pop(0)
        while words and advance(f"{row} {words[0]}", size) <= room:
            row += f" {words.pop(0)}"
        rows.append(fitted(row, room, size))
    if words:
        rows.append(_shortened(" ".join(words), room, size))
    return rows or [""]


def _shortened(text: str, room: float, size: float) -> str:
    if advance(text, size) <= room:
        return text
    kept = text[:200]
    while kept and advance(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
