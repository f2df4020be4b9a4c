"""What several formats want of a layer, asked as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bartizan.collect.format import Entry, Wanted

Wants = Callable[[Entry], Wanted]


def any_of(asked: Sequence[Wants]) -> Wants:
    """Return what at least one of several wants: a content as it is, or if it has a mark that one of them names."""
    unions: dict[tuple[tuple[bytes, ...], ...], tuple[bytes, ...]] = {}

    def wants(entry: Entry) -> Wanted:
        marks: list[tuple[bytes, ...]] = []
        for each in asked:
            wanted = each(entry)
            if wanted is True:
                return True
            if wanted:
                marks.append(wanted)
        if len(marks) < 2:
            return marks[0] if marks else False
        key = tuple(marks)
        if key not in unions:
            unions[key] = tuple(dict.fromkeys(mark for each in marks for mark in each))
        return unions[key]

    return wants
