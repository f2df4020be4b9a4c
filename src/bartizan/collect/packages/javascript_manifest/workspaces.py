"""The parts of a JavaScript project: which manifests below a lock file it is about."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from bartizan.collect.lockfile import present, under
from bartizan.collect.tree import Tree, Unreadable

_TOKEN = re.compile(r"\*\*/?|\*|\?|\{[^{}]{0,500}\}|.", re.DOTALL)
MAX_GLOBS = 500


def members(tree: Tree, directory: str) -> tuple[str, ...]:
    """Return the `package.json` files of a project: the one in its directory, and those of its workspaces."""
    own = under(directory, "package.json")
    found = [own] if present(tree, own) else []
    fits = _patterns(list(_globs(tree, directory)))
    if fits is not None:
        kept, dropped = fits
        start = len(directory) + 1 if directory else 0
        for file in _below(tree, directory):
            inside = file[start:].removesuffix("/package.json")
            if kept.fullmatch(inside) and not (dropped and dropped.fullmatch(inside)):
                found.append(file)
    return tuple(found)


def _below(tree: Tree, directory: str) -> Iterator[str]:
    """Yield the manifests in directories below one, but for installed ones."""
    prefix = f"{directory}/" if directory else ""
    for index in range(bisect_left(tree.files, prefix), len(tree.files)):
        file = tree.files[index]
        if not file.startswith(prefix):
            break
        if file.endswith("/package.json") and "node_modules/" not in file and len(file) > len(prefix) + 13:
            yield file


def _globs(tree: Tree, directory: str) -> Iterator[str]:
    """Yield the patterns for the directories of a project's parts, as npm, Yarn, Bun, Lerna and pnpm take them."""
    for name in ("package.json", "lerna.json"):
        data = _json(tree, under(directory, name))
        listed = data.get("workspaces") if name == "package.json" else data.get("packages")
        if isinstance(listed, dict):
            listed = listed.get("packages")
        yield from (glob for glob in (listed if isinstance(listed, list) else ()) if isinstance(glob, str))
    yield from _pnpm(tree, under(directory, "pnpm-workspace.yaml"))


def _json(tree: Tree, file: str) -> dict[str, Any]:
    if not present(tree, file):
        return {}
    try:
        data = json.loads(tree.text(file))
    except (Unreadable, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _pnpm(tree: Tree, file: str) -> Iterator[str]:
    if not present(tree, file):
        return
    from bartizan.collect.yaml import YamlError, documents  # loaded where such a file is met

    try:
        for document in documents(tree.text(file)):
            listed = document.value.get("packages") if isinstance(document.value, dict) else None
            yield from (glob for glob in (listed if isinstance(listed, list) else ()) if isinstance(glob, str))
    except (Unreadable, YamlError):
        return


def _patterns(globs: list[str]) -> tuple[re.Pattern[str], re.Pattern[str] | None] | None:
    """Return the expressions for directories that are kept, and for those that are dropped again."""
    kept = [_expression(glob) for glob in globs[:MAX_GLOBS] if not glob.startswith("!")]
    dropped = [_expression(glob[1:]) for glob in globs[:MAX_GLOBS] if glob.startswith("!")]
    if not kept:
        return None
    return re.compile("|".join(kept)), re.compile("|".join(dropped)) if dropped else None


def _expression(glob: str) -> str:
    bare = glob.strip().removeprefix("./").removesuffix("/package.json").rstrip("/")
    pieces = []
    for token in _TOKEN.findall(re.sub(r"\*{3,}", "**", re.sub(r"(?:\*\*/)+", "**/", bare))):
        if token.startswith("**"):
            pieces.append("(?:.*/)?" if token.endswith("/") else ".*")
        elif token in ("*", "?"):
            pieces.append("[^/]*" if token == "*" else "[^/]")
        elif len(token) > 1:
            pieces.append("(?:" + "|".join(re.escape(each) for each in token[1:-1].split(",")) + ")")
        else:
            pieces.append(re.escape(token))
    return "".join(pieces)
