"""A graph in which some assets are supposed to have other values: to ask what a repair would change."""

from __future__ import annotations

from collections.abc import Mapping

from bartizan.core.condition import Followed, Readable
from bartizan.core.kind import Asset
from bartizan.graph.graph import Graph


class Supposed:
    """A view of a graph; the graph stays as it is."""

    def __init__(self, graph: Graph, changes: Mapping[str, Mapping[str, object]]) -> None:
        """`changes`: new values of attributes, by the id of the asset and their names."""
        self._graph, self._changes = graph, changes

    def get(self, id: str) -> Asset | None:
        """Return an asset as it is supposed to be."""
        asset = self._graph.get(id)
        return asset if asset is None or id not in self._changes else self._changed(asset)

    def follow(self, subject: Readable, link: str) -> Followed:
        """Return the assets a link leads to, as they are supposed to be."""
        followed = self._graph.follow(subject, link)
        changed = [self.get(each.id) or each for each in followed.assets]
        return Followed(changed, followed.more)

    def _changed(self, asset: Asset) -> Asset:
        values = {**asset.values, **self._changes[asset.id]}
        place = asset.place
        made = type(asset)(asset.id, **values)
        made.place, made.places, made.source = place, asset.places, asset.source
        return made
