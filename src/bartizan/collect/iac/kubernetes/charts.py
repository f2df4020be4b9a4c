"""The Helm charts of a tree, and the files in them that are templates rather than manifests."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from bartizan.collect.tree import Tree


def chart_directories(tree: Tree) -> list[str]:
    """Return the directories that hold a `Chart.yaml`, sorted, subcharts among them."""
    return [posixpath.dirname(file) for file in tree.files if posixpath.basename(file) == "Chart.yaml"]


def whole_charts(tree: Tree) -> list[str]:
    """Return the directories of charts that are not subcharts of another."""
    directories = chart_directories(tree)
    return [each for each in directories if not _within(each, directories, ("charts",))]


def template_files(tree: Tree, files: Iterable[str]) -> frozenset[str]:
    """Return those files that are templates or subcharts of a chart: what they declare is seen by rendering them."""
    directories = frozenset(chart_directories(tree))
    return frozenset(file for file in files if _within(file, directories, ("templates", "charts")))


def below(path: str, directory: str) -> str | None:
    """Return a path relative to a directory it is in; None when it is not."""
    if not directory:
        return path
    return path[len(directory) + 1 :] if path.startswith(f"{directory}/") else None


def _within(path: str, directories: Iterable[str], names: tuple[str, ...]) -> bool:
    """Tell whether a path lies in one of the named subdirectories of one of the directories."""
    known = directories if isinstance(directories, frozenset) else frozenset(directories)
    parts = path.split("/")
    return any(parts[i] in names and "/".join(parts[:i]) in known for i in range(len(parts) - 1))
