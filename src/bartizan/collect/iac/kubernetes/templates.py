"""Lines of a rendered manifest, found again in the template that they came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from bartizan.collect.resource import Spots

_KEY = re.compile(r"\s*((?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s:#{}\"'][^:#{}]*))\s*:(?=\s|$)")
_ACTION = re.compile(r"\s*\{\{.*\}\}\s*")
_SEPARATOR = re.compile(r"---(?:\s|$)")
_LIMIT = 4_000
"""Lines of a template beyond which only its start is named: matching takes time that grows with their square."""


def template_lines(rendered: Sequence[str], template: Sequence[str], taken: set[int]) -> dict[int, int]:
    """Return, by line of the rendering, the line of the template it came from; both are counted from 1.

    What stands behind a key may be computed, so that lines are the same when their keys are, in their order.
    A line that a template's expression printed has none. Lines that are `taken` by an earlier document of the
    template are used again only when the others fit less well (the body of a loop); those used are added to it.
    """
    if len(rendered) > _LIMIT or len(template) > _LIMIT:
        return {}
    left, right = [_shape(line) for line in rendered], [_shape(line) for line in template]
    found = _matches(left, ["" if line in taken else shape for line, shape in enumerate(right, 1)])
    if taken and 2 * len(found) < sum(map(bool, left)):
        found = max(_matches(left, right), found, key=len)
    taken.update(found.values())
    return found


def _matches(left: list[str], right: list[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    pairs = ((block.a + i, block.b + i) for block in blocks for i in range(block.size))
    return {a + 1: b + 1 for a, b in pairs if left[a]}


def moved_spots(spots: Spots, lines: dict[int, int], template: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the spots of a rendering as places in its template, without those that have none there."""
    found = {}
    for path, (line, column) in spots.items():
        if line in lines:
            text = template[lines[line] - 1]
            indent = len(text) - len(text.lstrip())
            found[path] = (lines[line], max(indent + 1, min(column, len(text) or 1)))
    return found


def _shape(line: str) -> str:
    """Return what two lines must share to be the same: the key, or all of a line that has none."""
    if not line.strip() or line.lstrip().startswith("#") or _ACTION.fullmatch(line) or _SEPARATOR.match(line):
        return ""
    key = _KEY.match(line)
    return f"{' '.join(key.group(1).split())}:" if key else line.strip()
