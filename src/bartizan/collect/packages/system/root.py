"""Root file systems within a tree: where each begins, and which files of it there are.

A system inside the system (a chroot, the storage of containers) is found by its package database. Links are not among
a tree's files, so that what a path means is the file itself: `usr/lib/os-release`, never the link to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from bartizan.collect.tree import Tree

RELEASES = (
    "etc/os-release",
    "usr/lib/os-release",
    "etc/alpine-release",
    "etc/oracle-release",
    "etc/centos-release",
    "etc/lsb-release",
    "etc/redhat-release",
    "etc/system-release",
    "etc/SuSE-release",
    "etc/debian_version",
)
"""Files that name the distribution, the most telling first. Source: os-release(5), and what each distribution ships."""


def beginnings(tree: Tree, paths: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield every file that has one of these paths in some root, with that root: `` or `var/chroot/`."""
    for file in tree.files:
        if file.endswith(paths):
            for path in paths:
                root = file.removesuffix(path)
                if root != file and (not root or root.endswith("/")):
                    yield root, file
                    break


def present(tree: Tree, file: str) -> bool:
    """Tell whether a file is in the tree."""
    at = bisect_left(tree.files, file)
    return at < len(tree.files) and tree.files[at] == file


def below(tree: Tree, directory: str) -> tuple[str, ...]:
    """Return the files below a directory, which ends with a slash."""
    return tree.files[bisect_left(tree.files, directory) : bisect_left(tree.files, directory[:-1] + "0")]


def release_files(tree: Tree, root: str) -> list[str]:
    """Return the files of a root that name its distribution, the most telling first."""
    return [root + path for path in RELEASES if present(tree, root + path)]
