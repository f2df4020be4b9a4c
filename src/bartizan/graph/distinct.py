"""Assets of one id told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bartizan.core.kind import Asset


def unique(assets: Iterable[Asset]) -> Iterator[Asset]:
    """Yield assets, the second of an id under another one: two declarations are two things to judge."""
    seen: Counter[str] = Counter()
    for asset in assets:
        seen[asset.id] += 1
        if seen[asset.id] > 1:
            asset.id = f"{asset.id}~{seen[asset.id]}"
        yield asset
