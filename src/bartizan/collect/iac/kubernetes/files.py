"""Which files of a tree are Kubernetes manifests, and which of them are read together."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.iac.kubernetes.charts import template_files
from bartizan.collect.iac.kubernetes.kustomizations import find_kustomizations
from bartizan.collect.iac.kubernetes.rendering import find_program
from bartizan.collect.iac.kubernetes.roots import covered_files
from bartizan.collect.tree import HEAD, Tree, Unreadable, decode

_EXTENSIONS = (".yaml", ".yml", ".json")
_VERSION = re.compile(r"^apiVersion[ \t]*:", re.MULTILINE)
_KIND = re.compile(r"^kind[ \t]*:", re.MULTILINE)
_TOKEN = re.compile(r'"((?:\\.|[^"\\])*)"(\s*:\s*"[^"]*")?|[{}\[\]]', re.DOTALL)
_API_VERSION = re.compile(r"(?:[\w.-]+/)?v\d+(?:(?:alpha|beta)\d+)?")
"""What an object in JSON must have: Azure's templates have an `apiVersion` and a `kind` too, with a date."""


def find_units(tree: Tree) -> Iterator[Unit]:
    """Yield one unit for each top-most directory that directly holds manifests, with all manifests below it."""
    candidates = [file for file in tree.files if file.lower().endswith(_EXTENSIONS)]
    files = [file for file in candidates if is_manifest(tree, file)]
    if not files:
        return
    passed = template_files(tree, files)
    passed |= covered_files(find_kustomizations(tree), rendered=find_program("kubectl", tree) is not None)
    files = [file for file in files if file not in passed]
    directories = {posixpath.dirname(file) for file in files}
    units: dict[str, list[str]] = {}
    for file in files:
        units.setdefault(_topmost(posixpath.dirname(file), directories), []).append(file)
    for root, members in sorted(units.items()):
        yield Unit("kubernetes", root, tuple(sorted(members)))


def _topmost(directory: str, directories: set[str]) -> str:
    parts = directory.split("/") if directory else []
    ways = ("/".join(parts[:i]) for i in range(len(parts)))
    return next((way for way in ways if way in directories), directory)


def is_manifest(tree: Tree, file: str) -> bool:
    """Tell whether a file holds Kubernetes objects, by as little of it as tells."""
    head = tree.head(file)
    if b"apiVersion" not in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    text = _text(head)
    whole = len(head) < HEAD
    if text.lstrip()[:1] == "{":
        return _is_json_object(text, whole)
    if _VERSION.search(text) is None:
        return False
    return _KIND.search(text) is not None or (not whole and _has_late_kind(tree, file))


def _text(head: bytes) -> str:
    try:
        return decode(head)
    except Unreadable:  # cut within a character, or not text: then reading it says so
        return head.decode("utf-8-sig", "replace")


def _has_late_kind(tree: Tree, file: str) -> bool:
    """Tell whether `kind` stands far below `apiVersion`, behind the items of a list or the data of a config map."""
    try:
        return _KIND.search(tree.text(file)) is not None
    except Unreadable:  # it is taken for a manifest, so that reading it says why it cannot be
        return True


def _is_json_object(text: str, whole: bool) -> bool:
    """Tell whether a JSON object has the members of a Kubernetes object at its top."""
    depth = 0
    found = set()
    for token in _TOKEN.finditer(text):
        bracket = token.group()
        if bracket in ("{", "["):
            depth += 1
        elif bracket in ("}", "]"):
            depth -= 1
            if depth == 0:
                break
        elif depth == 1 and token.group(2) and token.group(1) in ("apiVersion", "kind"):
            value = token.group(2).partition('"')[2][:-1]
            if token.group(1) == "apiVersion" and not _API_VERSION.fullmatch(value):
                return False
            found.add(token.group(1))
    return len(found) == 2 or (not whole and "apiVersion" in found)
