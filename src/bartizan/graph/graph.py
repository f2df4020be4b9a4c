"""The graph: assets by id and kind, and the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from bartizan.core.condition import Followed, Readable
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Unknown

A = TypeVar("A", bound=Asset)


class Graph:
    """Assets, held in the order they came; immutable once made."""

    def __init__(self, assets: Iterable[Asset]) -> None:
        self.assets: Sequence[Asset] = list(assets)
        self.index = {asset.id: number for number, asset in enumerate(self.assets)}
        """Position of each asset in `assets`, by id."""
        self.by_kind: dict[type[Asset], list[int]] = defaultdict(list)
        """Positions of the assets of each kind, without those of its subclasses."""
        for number, asset in enumerate(self.assets):
            self.by_kind[type(asset)].append(number)

    def kinds(self, of: type[Asset]) -> Iterator[type[Asset]]:
        """Yield the kinds under `of`, itself included, that some asset is of."""
        return (kind for kind in self.by_kind if issubclass(kind, of))

    def of(self, kind: type[A]) -> Iterator[A]:
        """Yield every asset of a kind and of the kinds under it."""
        for one in self.kinds(kind):
            for number in self.by_kind[one]:
                asset = self.assets[number]
                assert isinstance(asset, kind)  # noqa: S101 - by_kind says so; tells the type checker
                yield asset

    def get(self, id: str) -> Asset | None:
        """Return the asset with an id."""
        number = self.index.get(id)
        return None if number is None else self.assets[number]

    def follow(self, subject: Readable, link: str) -> Followed:
        """Return the assets a link of `subject` leads to."""
        ids, more = led_to(subject.read(link))
        assets = [asset for asset in map(self.get, sorted(ids)) if asset is not None]
        if len(assets) < len(ids) and more is None:
            missing = next(id for id in sorted(ids) if id not in self.index)
            more = Unknown(f"{missing} was not collected")
        return Followed(assets, more)


def led_to(value: object) -> tuple[frozenset[str], Unknown | None]:
    """Return the ids that the value of a link names, and why there may be more."""
    if isinstance(value, Partial):
        return frozenset(map(str, value.known)), Unknown(value.why)
    if isinstance(value, Unknown):
        return frozenset(), value
    return (frozenset(map(str, value)), None) if isinstance(value, Iterable) else (frozenset(), None)
