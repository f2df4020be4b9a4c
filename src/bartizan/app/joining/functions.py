"""Functions: which directory holds the code of each, as its declaration tells.

The archive it is deployed from is followed to what it is made of; else a directory that is named like it, holds the
file of its handler, and is the only one, is taken for its code.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bartizan.collect.tree import Tree, Unreadable
from bartizan.content.kinds.aws.lambda_function import Function as Lambda
from bartizan.content.kinds.azure.app_web import App
from bartizan.content.kinds.gcp.serverless import Function as CloudFunction
from bartizan.core.kind import Asset
from bartizan.graph.graph import Graph

_HERE = re.compile(r"\$\{path\.(module|root|cwd)\}")
_ARCHIVE = re.compile(r'(?m)^\s*(?:data|resource)\s+"archive_file"\s+"[^"]+"\s*\{')
_SUFFIXES = (".py", ".js", ".mjs", ".cjs", ".ts", ".rb")


@dataclass(frozen=True, slots=True)
class Code:
    """Where the code of a function is."""

    function: str
    """Its id."""
    directory: str | None
    """None where it is not known."""
    handler: str = ""
    """File and name of what is called, as it is declared: `handler.handle`."""
    image: str = ""
    """The image it is started from, where it is one."""
    why: str = ""
    """Where it is not known: why."""


def functions(graph: Graph, tree: Tree) -> list[Code]:
    """Return where the code of each function of a graph is."""
    found: list[Asset] = [
        *graph.of(Lambda),
        *graph.of(CloudFunction),
        *(app for app in graph.of(App) if _serverless(app)),
    ]
    return [_code(each, tree) for each in found]


def _serverless(app: App) -> bool:
    return app.read("web") is False


def _code(asset: Asset, tree: Tree) -> Code:
    if asset.place is None:
        return Code(asset.id, None, why="where it is declared is not known")
    text = block(tree, asset.place.file, asset.place.line, asset.place.end_line)
    handler = _said(text, "handler", "Handler", "entry_point")
    image = _said(text, "image_uri", "ImageUri")
    if re.search(r"(?m)^\s*(ZipFile|InlineCode):", text):
        return Code(asset.id, None, handler, why="its code is written where it is declared")
    for path in _archives(asset, text, tree):
        return Code(asset.id, path, handler, image)
    named = _alike(asset, text, handler, tree)
    why = "" if len(named) == 1 else _why(named)
    return Code(asset.id, named[0] if len(named) == 1 else None, handler, image, why)


def _why(named: list[str]) -> str:
    if named:
        return f"its code may be in any of {', '.join(named[:4])}"
    return "where its code is could not be seen: name the directory it is packed from where it is declared"


def block(tree: Tree, file: str, line: int, end: int = 0) -> str:
    """Return the text of a block that starts at a line: to its last line, or as far as it is indented."""
    try:
        lines = tree.text(file).splitlines()
    except (Unreadable, OSError):
        return ""
    if end:
        return "\n".join(lines[line - 1 : end])
    start = lines[line - 1 : line]
    indent = len(start[0]) - len(start[0].lstrip()) if start else 0
    taken = start
    for each in lines[line:]:
        if each.strip() and len(each) - len(each.lstrip()) <= indent and not each.lstrip().startswith(("}", "#", "//")):
            break
        taken.append(each)
        if each.lstrip().startswith("}") and len(each) - len(each.lstrip()) <= indent:
            break
    return "\n".join(taken)


def _said(text: str, *names: str) -> str:
    """Return what a setting of a block is set to: a text, or the expression as it is written."""
    for name in names:
        found = re.search(rf"(?m)^\s*\"?{name}\"?\s*[:=]\s*(.+?)\s*,?$", text)
        if found:
            return found[1].strip().strip("\"'")
    return ""


def _archives(asset: Asset, text: str, tree: Tree) -> Iterator[str]:
    """Yield the directory that a function's archive is made of, where that is written."""
    assert asset.place is not None  # noqa: S101 - the caller looked; tells the type checker
    folder = posixpath.dirname(asset.place.file)
    local = _said(text, "CodeUri", "filename", "source_dir", "zip_deploy_file")
    reference = re.match(r"data\.archive_file\.(\w+)(?:\[[^\]]*\])?\.output_path", local)
    packed = _named_block(tree, folder, "data", "archive_file", reference[1]) if reference else ""
    if packed or (packed := _packed(tree, folder, local)):
        local = _said(packed, "source_dir") or posixpath.dirname(_said(packed, "source_file"))
    path = resolved(local, folder)
    if path and any(file.startswith(f"{path}/") for file in tree.files):
        yield path


def _packed(tree: Tree, folder: str, archive: str) -> str:
    """Return the block that makes an archive which a function names by its path; empty where none does."""
    if not archive.endswith(".zip"):
        return ""
    wanted = posixpath.normpath(_HERE.sub(".", archive))
    for found in _blocks(tree, folder, _ARCHIVE):
        made = _said(found, "output_path")
        if made and posixpath.normpath(_HERE.sub(".", made)) == wanted:
            return found
    return ""


def resolved(path: str, folder: str) -> str:
    """Return a path of a declaration relative to the root; empty where it is none, or leads out."""
    path = _HERE.sub(".", path)
    if not path or "$" in path or "://" in path or "(" in path or (path.endswith((".zip", ".jar")) and "/" not in path):
        return ""
    if path.endswith((".zip", ".jar")):
        path = path.removesuffix(".zip").removesuffix(".jar")
    found = posixpath.normpath(posixpath.join(folder, path))
    return "" if found.startswith("..") or found == "." else found


def _named_block(tree: Tree, folder: str, *labels: str) -> str:
    head = re.compile(r"(?m)^\s*" + r"\s+".join([labels[0], *(f'"{each}"' for each in labels[1:])]) + r"\s*\{")
    return next(_blocks(tree, folder, head), "")


def _blocks(tree: Tree, folder: str, head: re.Pattern[str]) -> Iterator[str]:
    """Yield the blocks of a module of Terraform that start with something."""
    for file in tree.files:
        if posixpath.dirname(file) == folder and file.endswith(".tf"):
            try:
                text = tree.text(file)
            except (Unreadable, OSError):
                continue
            for found in head.finditer(text):
                yield block(tree, file, text.count("\n", 0, found.end()) + 1)


def _alike(asset: Asset, text: str, handler: str, tree: Tree) -> list[str]:
    """Return the directories that are named like a function or its archive, and hold the file of its handler."""
    folder = posixpath.dirname(asset.place.file) if asset.place else ""
    names = set(_names(asset, text, folder, tree))
    start = handler.rpartition(".")[0].rpartition("/")[2] or handler
    found = {
        posixpath.dirname(file)
        for file in tree.files
        if start
        and file.endswith(_SUFFIXES)
        and posixpath.basename(file).partition(".")[0] == start
        and posixpath.basename(posixpath.dirname(file)) in names
    }
    return sorted(found)


def _names(asset: Asset, text: str, folder: str, tree: Tree) -> Iterable[str]:
    key = _said(text, "s3_key", "S3Key", "filename")
    if reference := re.match(r"(aws_s3_object|aws_s3_bucket_object)\.(\w+)", key):
        key = _said(_named_block(tree, folder, "resource", reference[1], reference[2]), "key", "source")
    yield posixpath.basename(key).partition(".")[0]
    name = asset.read("name")
    if isinstance(name, str):
        yield name
