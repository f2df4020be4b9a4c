"""Root modules: the directories with files of Terraform that no other directory of the tree calls as a module."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.tree import Tree, Unreadable

_CODE = re.compile(r"\.(?:tf|tofu)(?:\.json)?$")
_VALUES = re.compile(r"(?:^|/)(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$")
_PIECE = re.compile(
    rb"""(?m:^)[ \t]*(resource|data|ephemeral|module|variable|output|locals|provider|terraform|check)\b[^\n={]*\{
    |"?\bsource"?\s*[=:]\s*"(\.\.?(?:/[^"$]*)?)"
    |"(?:[^"\\\n]|\\.)*"
    |\#[^\n]*|//[^\n]*|/\*(?s:.*?)\*/""",
    re.VERBOSE,
)
"""The beginning of a block, a source that is a path, and what may hide either: texts and comments."""


def units(tree: Tree) -> Iterator[Unit]:
    """Yield the root modules of a tree.

    The files of each are those of it and of the local modules it calls, and the values of its variables: all that
    make it another when they change, or when one is added.
    """
    code, values = _by_directory(tree)
    calls = {directory: _called(tree, directory, files) for directory, files in code.items()}
    for directory in _roots(calls):
        files = [file for each in reachable(directory, calls) for file in code.get(each, ())]
        yield Unit("terraform", directory, tuple(sorted(files + values.get(directory, []))))


def _by_directory(tree: Tree) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    code: dict[str, list[str]] = {}
    values: dict[str, list[str]] = {}
    for file in tree.files:
        into = code if _CODE.search(file) else values if _VALUES.search(file) else None
        if into is not None:
            into.setdefault(file.rpartition("/")[0], []).append(file)
    return code, values


def _called(tree: Tree, directory: str, files: list[str]) -> set[str]:
    """Return the directories that the files of one call as modules."""
    called: set[str] = set()
    for file in files:
        try:
            data = tree.read(file)
        except Unreadable:
            continue  # told where the file is read
        for path in _sources(data, everywhere=file.endswith(".json")):
            target = tree.inside(directory, path)
            if target is not None and target != directory:
                called.add(target)
    return called


def _sources(data: bytes, *, everywhere: bool) -> Iterator[str]:
    """Yield the paths that module calls name as their sources; in JSON, those of all objects."""
    if b"source" not in data or not (b'"./' in data or b'"..' in data):
        return
    block = b"module" if everywhere else b""
    for match in _PIECE.finditer(data):
        if match[1] is not None:
            block = match[1]
        elif match[2] is not None and block == b"module":
            yield match[2].decode("utf-8", "replace")


def _roots(calls: dict[str, set[str]]) -> list[str]:
    """Return the directories that none calls, and one of each circle that is reached from none of them."""
    called = set().union(*calls.values()) if calls else set()
    roots = [directory for directory in calls if directory not in called]
    reached: set[str] = set()
    for root in roots:
        reached |= reachable(root, calls)
    for directory in sorted(calls):
        if directory not in reached:
            roots.append(directory)
            reached |= reachable(directory, calls)
    return sorted(roots)


def reachable(start: str, calls: dict[str, set[str]]) -> set[str]:
    """Return a directory and those that it calls, directly or not."""
    reached: set[str] = set()
    pending = [start]
    while pending:
        directory = pending.pop()
        if directory not in reached:
            reached.add(directory)
            pending.extend(calls.get(directory, ()))
    return reached
