"""Blast radius: what falls with a node; and for every node at once, which goals fall with it, and about how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, Ints, once
from bartizan.paths.condensed import Condensed, condensed
from bartizan.paths.nearest import FAR, tree_from
from bartizan.paths.reachable import who_can_reach

REGISTERS = 256
"""Of a sketch: its error is about 1.04 / 16 = 6.5 % of what is counted."""
ERROR = 1.04 / REGISTERS**0.5
_FEW = 2.5 * REGISTERS
"""Below this, counting the registers that stayed empty is the better estimate."""


@dataclass(frozen=True, slots=True)
class Radii:
    """What falls with each node. A node falls with itself."""

    goals: Ints
    """In order."""
    group: Ints
    """For each node a number; those that reach the same have the same rows below."""
    sets: NDArray[np.uint8]
    """For each group the goals that are reached, as bits: the first goal is the highest bit of the first byte."""
    about: NDArray[np.float64]
    """For each group, about how many nodes with an id are reached: an estimate, wrong by 6.5 % as a rule."""

    def reached(self, node: int) -> Ints:
        """Return the goals that are reached from a node."""
        bits = np.unpackbits(self.sets[self.group[node]], count=len(self.goals))
        found: Ints = self.goals[bits.astype(np.bool_)]
        return found

    def counts(self) -> Ints:
        """Return for each node how many goals are reached from it."""
        many: Ints = np.bitwise_count(self.sets).sum(axis=1, dtype=np.int32)
        return many[self.group]


def radius(arrays: Arrays, start: int, *, certain: bool = True) -> Ints:
    """Return for each node in how many moves it falls with one, which is 0 moves away; -1 where it does not fall."""
    moves = (arrays.step >= 0).astype(np.int64)
    cost = tree_from(arrays, np.array([start]), moves, certain=certain).cost
    return np.where(cost < FAR, cost, -1).astype(np.int32)


def radii(arrays: Arrays, goals: NDArray[Any], *, certain: bool = True) -> Radii:
    """Return for every node which of some goals are reached from it, and about how many nodes with an id."""
    wanted = once(goals).astype(np.int32)
    whole = condensed(arrays, certain=certain)
    about = _estimated(whole, len(arrays.ids))
    sets = np.zeros((whole.count, (len(wanted) + 7) // 8), np.uint8)
    place = np.arange(len(wanted))
    np.bitwise_or.at(sets, (whole.group[wanted], place // 8), (128 >> place % 8).astype(np.uint8))
    if len(wanted):
        leading = np.zeros(whole.count, np.bool_)
        leading[whole.group[who_can_reach(arrays, wanted, certain=certain)]] = True
        whole.among(leading).gather(sets, np.bitwise_or)
    return Radii(wanted, whole.group, sets, about)


def _estimated(whole: Condensed, named: int) -> NDArray[np.float64]:
    """Return for each group about how many nodes with an id are reached from it: HyperLogLog, joined by the maximum."""
    registers = np.zeros((whole.count, REGISTERS), np.uint8)
    hashes = _scattered(np.arange(named, dtype=np.uint64))
    at = (hashes & np.uint64(REGISTERS - 1)).astype(np.int64)
    high = (hashes >> np.uint64(32)).astype(np.float64)
    rank = 33 - np.frexp(high)[1]  # how many zeros come first in 32 bits, and one
    np.maximum.at(registers, (whole.group[:named], at), rank.astype(np.uint8))
    whole.gather(registers, np.maximum)
    return _read(registers)


def _scattered(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return a hash of each number: the finalizer of SplitMix64."""
    mixed = numbers + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _read(registers: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return what sketches count."""
    alpha = 0.7213 / (1 + 1.079 / REGISTERS)
    powers = np.ldexp(1.0, -np.arange(256))
    found = np.zeros(len(registers))
    for first in range(0, len(registers), 1 << 16):
        rows = registers[first : first + (1 << 16)]
        raw = alpha * REGISTERS**2 / powers[rows].sum(axis=1)
        empty = (rows == 0).sum(axis=1)
        few = REGISTERS * np.log(REGISTERS / np.maximum(empty, 1))
        found[first : first + len(rows)] = np.where((raw <= _FEW) & (empty > 0), few, raw)
    return found
