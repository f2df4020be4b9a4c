"""Writes a large estate as arrays, the same for the same seed: assets of accounts and clusters, and who gets where.

`python tools/estate.py ASSETS DIRECTORY [SEED]`, or `generated(assets, seed)`. Nothing in it is an object per asset.
What is like the world in it: accounts of very different size; a few assets that most others lead to; rights held
through statements and groups; cycles everywhere; little that leads from one account to the next; an Internet that
reaches a few hundred things. Sizes are those of organisations, nothing is taken from any.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, EdgeList
from bartizan.paths.ids import Ids, of_bytes
from bartizan.paths.labels import Labels, labelled

Column = NDArray[Any]
KINDS = {"workload": 0.30, "identity": 0.25, "secret": 0.10, "store": 0.15, "other": 0.20}
"""Shares of the assets of an account."""
STEPS = ("exploit", "run-as", "assume", "read-secret", "become", "use-right", "connect", "escape")
RELATIONS = 5
"""For each asset."""
GOALS = 2000
NO_LABEL = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """A generated estate."""

    arrays: Arrays
    labels: Labels
    """What can be taken away: statements, rules of networks, secrets."""
    efforts: NDArray[np.float64]
    """For each label, what it takes to take it away."""
    starts: NDArray[np.int32]
    """The Internet."""
    goals: NDArray[np.int32]
    """What matters."""
    admins: NDArray[np.int32]
    """The administrator of each account."""


@dataclass(slots=True)
class _Making:
    """An estate as it is made."""

    assets: int
    random: np.random.Generator
    homes: Column = field(init=False)
    """For each account its first asset, and after the last how many there are."""
    pieces: list[dict[str, Column]] = field(default_factory=list)
    labels: int = 0

    def __post_init__(self) -> None:
        count = max(self.assets // 1500, 1)
        sizes = self.random.pareto(1.3, count) + 0.2
        ends = np.rint(np.cumsum(sizes) / sizes.sum() * (self.assets - 1)).astype(np.int64)
        self.homes = np.concatenate(([0], ends)) + 1  # before the first is the Internet
        self.homes[-1] = self.assets

    @property
    def home(self) -> Column:
        """The account of each asset; the Internet has the first."""
        return np.maximum(np.searchsorted(self.homes, np.arange(self.assets), side="right") - 1, 0)

    def bounds(self, kind: str) -> tuple[Column, Column]:
        """Return for each account its first asset of a kind, and how many it has."""
        sizes = np.diff(self.homes)
        names = list(KINDS)
        before = sum(KINDS[name] for name in names[: names.index(kind)])
        first = (sizes * before).astype(np.int64)
        return self.homes[:-1] + first, (sizes * (before + KINDS[kind])).astype(np.int64) - first

    def all_of(self, kind: str) -> tuple[Column, Column]:
        """Return all assets of a kind, and the account of each."""
        first, count = self.bounds(kind)
        homes = np.repeat(np.arange(len(first)), count)
        return np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + first[homes], homes

    def some(self, kind: str, homes: Column, skew: float = 1.0) -> Column:
        """Return for each of some accounts one of its assets of a kind, -1 for none; the first more often by `skew`."""
        first, count = self.bounds(kind)
        at = (self.random.random(len(homes)) ** skew * count[homes]).astype(np.int64)
        return np.where(count[homes] > 0, first[homes] + at, -1)

    def near(self, homes: Column, far: float) -> Column:
        """Return for each of some accounts itself, and for a share of them another."""
        away = self.random.random(len(homes)) < far
        return np.where(away, self.random.integers(0, len(self.homes) - 1, len(homes)), homes)

    def add(self, start: Column, end: Column, step: str = "", weight: int = 0, label: Column | None = None) -> None:
        """Add edges; one that lacks an end is left out, and a tenth of those of some steps are not certain."""
        label = np.full(len(start), NO_LABEL, np.int64) if label is None else label
        there = (start >= 0) & (end >= 0)
        size = int(there.sum())
        unsure = self.random.random(size) < (0.1 if step in ("connect", "exploit", "use-right") else 0.0)
        number = STEPS.index(step) if step else -1
        self.pieces.append(
            {
                "start": start[there],
                "end": end[there],
                "step": np.full(size, number, np.int16),
                "weight": np.full(size, weight, np.int32),
                "truth": np.where(unsure, 0, 1).astype(np.int8),
                "label": label[there],
            }
        )

    def new_labels(self, count: int) -> Column:
        """Return numbers of new labels."""
        self.labels += count
        return np.arange(self.labels - count, self.labels)


def generated(assets: int, seed: int = 1) -> Estate:
    """Return an estate of so many assets, five relations each."""
    making = _Making(assets, np.random.default_rng(seed))
    _exposure(making)
    _workloads(making)
    nodes = _rights(making)
    _rest(making)
    whole = {name: np.concatenate([piece[name] for piece in making.pieces]) for name in making.pieces[0]}
    label = whole.pop("label")
    arrays, order = EdgeList(**whole).arrays(_ids(making), STEPS, nodes)
    labels = labelled(label[order], making.labels)
    efforts = making.random.choice([1.0, 1.0, 2.0, 3.0, 5.0], making.labels)
    stores, _ = making.all_of("store")
    goals = making.random.permutation(stores)[: min(GOALS, max(assets // 50, 1))]
    admins, many = making.bounds("identity")
    return Estate(
        arrays=arrays,
        labels=labels,
        efforts=efforts,
        starts=np.zeros(min(assets, 1), np.int32),
        goals=np.sort(goals).astype(np.int32),
        admins=admins[many > 0].astype(np.int32),
    )


def _exposure(making: _Making) -> None:
    """The Internet exploits some workloads of the larger accounts, each through a listener."""
    count = max(int(making.assets**0.5) // 2, 2)
    homes = making.random.choice(making.home, count)
    seen = making.some("workload", homes, 3.0)
    making.add(np.zeros(count, np.int64), seen, "exploit", 1000, making.new_labels(count))


def _workloads(making: _Making) -> None:
    """Workloads run as identities, connect to one another by rules of networks, and read secrets."""
    workloads, homes = making.all_of("workload")
    making.add(workloads, making.some("identity", homes, 2.0), "run-as", 100)
    rules = making.new_labels(max(len(workloads) // 8, 1))
    for _ in range(3):
        to = making.some("workload", making.near(homes, 0.0002), 1.5)
        rule = rules[(workloads // 8 + to) % len(rules)]
        making.add(workloads, to, "connect", 800, rule)
    held = making.random.random(len(workloads)) < 0.4
    secrets = making.some("secret", homes[held])
    making.add(workloads[held], secrets, "read-secret", 300, making.new_labels(int(held.sum())))
    found, where = making.all_of("secret")
    making.add(found, making.some("identity", making.near(where, 0.001), 1.5), "become", 200)


def _rights(making: _Making) -> int:
    """Identities hold statements themselves and through groups; statements are about assets. Returns all nodes."""
    identities, homes = making.all_of("identity")
    count, groups = max(len(identities) // 2, 1), max(len(identities) // 40, 1)
    statements, labels = making.assets + np.arange(count), making.new_labels(count)
    of = np.sort(making.random.choice(making.home, count))
    first = np.searchsorted(of, np.arange(len(making.homes)))
    several = np.diff(first)
    group = making.assets + count + np.arange(groups)
    of_group = making.random.choice(making.home, groups)

    def statement(where: Column) -> Column:
        at = first[where] + (making.random.random(len(where)) ** 2 * several[where]).astype(np.int64)
        return np.where(several[where] > 0, at, -1)

    for _ in range(2):
        held = statement(homes)
        making.add(identities, np.where(held >= 0, statements[held], -1), label=labels[held])
    making.add(identities, making.random.choice(group, len(identities)), label=None)
    for _ in range(4):
        held = statement(of_group)
        making.add(group, np.where(held >= 0, statements[held], -1), label=labels[held])
    for kind, many in (("store", 5), ("secret", 1), ("other", 5), ("identity", 1)):
        for _ in range(many):
            about = making.some(kind, making.near(of, 0.0001), 1.2)
            making.add(statements, about, "use-right", 200, labels)
    return making.assets + count + groups


def _rest(making: _Making) -> None:
    """Assets lead to one another in ways that nobody can take away, until there are five relations for each."""
    have = sum(len(piece["start"]) for piece in making.pieces)
    missing = max(making.assets * RELATIONS - have, 0)
    others, homes = making.all_of("other")
    if not len(others):
        return
    at = making.random.integers(0, len(others), missing)
    making.add(others[at], making.some("other", homes[at], 2.0), "escape", 1500)


def _ids(making: _Making) -> Ids:
    """Return ids like `arn:example:account-00012:asset/0001234`, the Internet's first."""
    shape = b"arn:example:account-00000:asset/0000000"
    rows = np.tile(np.frombuffer(shape, np.uint8), (making.assets, 1))
    for values, last, digits in ((making.home, 25, 5), (np.arange(making.assets), len(shape), 7)):
        for place in range(digits):
            rows[:, last - 1 - place] = 48 + values // 10**place % 10
    text, begins = rows.ravel(), np.arange(making.assets + 1, dtype=np.int64) * len(shape)
    if making.assets:
        text = np.concatenate((np.frombuffer(b"internet", np.uint8), text[len(shape) :]))
        begins[1:] += 8 - len(shape)
    return of_bytes(text, begins, making.assets)


def main() -> None:
    """Write an estate."""
    from bartizan.paths.keeping import save

    assets, directory = int(sys.argv[1]), Path(sys.argv[2])
    estate = generated(assets, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    save(estate.arrays, directory, f"estate {assets}")
    print(f"{directory}: {estate.arrays.size:,} nodes, {estate.arrays.count:,} edges, {estate.labels.count:,} labels")


if __name__ == "__main__":
    main()
