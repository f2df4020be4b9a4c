"""A whole: everything that was read of a target as one graph, with what only all of it together tells."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.app.options import Options, today
from bartizan.app.reading import Read
from bartizan.app.vulnerable import Examined, examined
from bartizan.collect.tree import Tree
from bartizan.content.kinds.container.image import Image
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.content.kinds.software.package import Package
from bartizan.core.kind import Asset
from bartizan.core.reach import INTERNET
from bartizan.graph.distinct import unique
from bartizan.graph.graph import Graph


@dataclass(frozen=True, slots=True)
class Whole:
    """All assets of a target, joined."""

    graph: Graph
    wrong: Examined
    """What is known of its packages."""


def whole(tree: Tree, read: list[Read], options: Options) -> Whole:
    """Join what was read of a tree. Raises `TargetError` for a VEX document of the options that cannot be read."""
    graph = Graph(unique(asset for each in read for asset in each.collected.assets))
    _housed(graph)
    wrong = examined(graph.assets, tree, options)
    if any(kind.kind.startswith("kubernetes.") for kind in graph.by_kind):
        from bartizan.app.identity.workloads import join  # most scans of code need none of it

        join(graph)
    if any(kind.kind.startswith("aws.") for kind in graph.by_kind):
        from bartizan.app.identity.aws.documents import look_into

        look_into(graph, options.trusted_accounts, today())
    if any(graph.kinds(Runner)) or any(graph.kinds(PipelineJob)):
        from bartizan.app.joining.joined import join as join_code

        graph = Graph([*graph.assets, *join_code(graph, tree, wrong.vulnerabilities)])
    return Whole(graph, wrong)


def with_internet(graph: Graph) -> Graph:
    """Return a graph with everybody in it, as an actor."""
    return graph if graph.get(INTERNET) is not None else Graph([*graph.assets, Internet(INTERNET)])


def _housed(graph: Graph) -> None:
    """Link the packages of an image to it: each was read from a file that tells nothing of the whole."""
    images = frozenset(asset.id for asset in graph.assets if isinstance(asset, Image))
    for asset in graph.assets if images else ():
        if isinstance(asset, Package):
            asset.values["image"] = images


def declared(graph: Graph) -> list[Asset]:
    """Return the assets of a graph that something declares, without those that follow from others."""
    return [asset for asset in graph.assets if asset.place is not None]
