"""Joins code to what runs it: applications, hosts, pipelines and secrets, told by the whole of what was read."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.app.joining import entrances, hosts, leaks, messages, pipelines, repositories, runs
from bartizan.app.joining.applications import applications
from bartizan.app.joining.builds import builds
from bartizan.app.joining.functions import functions
from bartizan.collect.tree import Tree
from bartizan.core.kind import Asset
from bartizan.core.vulnerability import Vulnerability
from bartizan.graph.graph import Graph


def join(graph: Graph, tree: Tree, vulnerabilities: Sequence[Vulnerability]) -> list[Asset]:
    """Fill the derived attributes of a graph, and return the assets that only the whole of it tells of.

    Vulnerabilities are as `app.vulnerable` judged them; without advisory data there are none, and packages give no
    entrance. Never raises for what is read: what does not fit stays unknown, with its reason.
    """
    told, codes = builds(tree), functions(graph, tree)
    made = applications(graph, tree, told, codes)
    secrets = leaks.in_images(graph, tree, made)
    whole = Graph([*graph.assets, *secrets])
    entrances.fill(whole, tree, made, vulnerabilities)
    runs.fill(whole, made, codes)
    machines = hosts.hosts(whole)
    pipelines.fill(whole, tree, told)
    repositories.pulls(whole)
    messages.fill(whole)
    leaks.fill(whole, tree, made)
    return [*(each.asset for each in made), *secrets, *machines]
