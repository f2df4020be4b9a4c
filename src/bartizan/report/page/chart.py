"""Charts of the HTML report, drawn as SVG: sizes are attributes, because the page allows no inline styles."""

from __future__ import annotations

from collections.abc import Sequence

Slice = tuple[str, int]
"""The class that colours it, and a number."""


def donut(slices: Sequence[Slice], inside: str, below: str, title: str) -> str:
    """Return a ring whose arcs are as long as the numbers, with a text in its middle."""
    whole = sum(number for _, number in slices)
    arcs, start = [], 0.0
    for name, number in slices:
        if number:
            length = 100 * number / whole
            arcs.append(
                f'<circle class="arc {name}" cx="60" cy="60" r="48" pathLength="100" '
                f'stroke-dasharray="{_drawn(length)} 100" stroke-dashoffset="{-start:.2f}"/>'
            )
            start += length
    return (
        f'<svg class="donut" viewBox="0 0 120 120" role="img"><title>{title}</title>'
        f'<circle class="ring" cx="60" cy="60" r="48"/><g transform="rotate(-90 60 60)">{"".join(arcs)}</g>'
        f'<text class="inside" x="60" y="62">{inside}</text><text class="below" x="60" y="78">{below}</text></svg>'
    )


def _drawn(length: float) -> str:
    """Return the drawn part of an arc: a little less than all, so that neighbours stay apart, but never nothing."""
    return f"{max(length - 0.8, 0.6) if length < 100 else 100:.2f}"


def bar(slices: Sequence[Slice], whole: int) -> str:
    """Return a bar as wide as its container, of which the slices fill their share of `whole`."""
    parts, start = [], 0.0
    for name, number in slices:
        if number:
            width = max(100 * number / whole, 0.8)
            parts.append(f'<rect class="{name}" x="{start:.2f}" width="{width:.2f}" height="8"/>')
            start += width
    return (
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="ground" width="100" height="8"/>{"".join(parts)}</svg>'
    )


LOGO = (
    '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">'
    '<path d="M6 3h4v3h4V3h4v3h4V3h4v9h-2v8l-5 5v4h-6v-4l-5-5v-8H6z"/>'
    '<path class="hole" d="M14.5 12.5a1.5 1.5 0 0 1 3 0v6h-3z"/></svg>'
)
"""A bartizan: the small turret that overhangs a wall."""
