"""Reads the layers of an image, one ahead of the other, into the files that are left of them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass

from bartizan.collect.image.layer.ahead import Ahead
from bartizan.collect.image.layer.flow import Expected, Flow
from bartizan.collect.image.layer.inflate import Readable
from bartizan.collect.image.layer.read import Gathered, LayerReader
from bartizan.collect.image.layer.squash import link_below, settle
from bartizan.collect.image.layer.table import Brought
from bartizan.core.place import Gap

_AT_ONCE = 2
"""Layers that are decompressed at the same time."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A layer where it is kept."""

    title: str
    """What it is called in gaps."""
    expected: Expected
    open: Callable[[], AbstractContextManager[Readable]]
    """Opens its bytes; raises `OSError`, as does reading them."""
    order: int = 0
    """Where it stands in a file that can only be read forwards."""
    absent: str = ""
    """Why it is not there to be read; empty when it is."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The layers of an image as read, from the lowest up."""

    brought: tuple[Brought, ...]
    whole: bool


def gather(layers: Sequence[Stored], gathered: Gathered, forwards: bool = False) -> Stack:
    """Read layers, given from the lowest up: the uppermost first, so that what counts is kept while there is room.

    `forwards` reads them in their `order`, one at a time, for where they are in one stream.
    """
    order = sorted(range(len(layers)), key=lambda number: layers[number].order if forwards else -number)
    readers = {number: LayerReader(number, layers[number].title, gathered) for number in order}
    present = [number for number in order if not layers[number].absent]
    gathered.gaps.extend(Gap(each.title, each.absent) for each in layers if each.absent)
    _read_all(layers, present, readers, gathered, 1 if forwards else _AT_ONCE)
    stack = tuple(readers[number].brought for number in range(len(layers)))
    lost = link_below(stack, gathered.table)
    if lost:
        why = f"{len(lost)} hard links lead to nothing: {', '.join(lost[:5])}; save the image again."
        gathered.gaps.append(Gap("layers", why))
    settle(stack)
    return Stack(stack, len(present) == len(layers) and all(reader.whole for reader in readers.values()))


def _read_all(
    layers: Sequence[Stored], order: list[int], readers: dict[int, LayerReader], gathered: Gathered, at_once: int
) -> None:
    running: dict[int, Ahead] = {}
    try:
        for place, number in enumerate(order):
            for coming in order[place : place + at_once]:
                if coming not in running:
                    running[coming] = Ahead(_pieces(layers[coming], gathered))
            readers[number].read(iter(running[number]))
            running.pop(number).close()
            if readers[number].again.wanted:
                with closing(_pieces(layers[number], gathered)) as pieces:
                    readers[number].read_again(pieces)
    finally:
        for ahead in running.values():
            ahead.close()


def _pieces(layer: Stored, gathered: Gathered) -> Generator[bytes, None, None]:
    with layer.open() as source:
        yield from Flow(source, layer.expected, gathered.bounds, gathered.spent).pieces()
