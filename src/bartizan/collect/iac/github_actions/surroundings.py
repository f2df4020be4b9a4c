"""Where a scanned directory lies within its repository."""

from __future__ import annotations

import os

from bartizan.collect.tree import Tree


def above(tree: Tree) -> str:
    """Return the path from the repository to the scanned root, where that lies within `.github`; else nothing."""
    path = os.path.abspath(tree.root).replace(os.sep, "/")
    _, found, within = f"{path}/".rpartition("/.github/")
    return f".github/{within}" if found else ""
