"""Picks the templates of a tree by how they begin, and which of them belong to another as nested stacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.iac.cloudformation.nesting import path
from bartizan.collect.tree import HEAD, Tree, Unreadable

FORMAT_ID = "cloudformation"
_NAMES = (".yaml", ".yml", ".json", ".template")
_WORDS = re.compile(rb"AWSTemplateFormatVersion|AWS::|Custom::|Alexa::")
_FIRST = re.compile(r"^(?!%|---|\s*#|\s*$)([ ]*)\S", re.MULTILINE)
_TYPE = re.compile(r"""(?:^|[\s{,"'])Type["']?\s*:\s*["']?(?:AWS|Custom|Alexa)::""")
_SERVERLESS = re.compile(r"""\bTransform["']?\s*:[\s\-\["']*AWS::Serverless-""")
_JSON = re.compile(r"\s*\{\s*[\"}]")
_TOKEN = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*(:)?|[{}\[\]]')
_BEFORE = frozenset({"Parameters", "Mappings", "Conditions", "Metadata", "Globals"})
_SECTIONS = _BEFORE | {"Description", "Transform", "Rules", "Outputs", "Hooks", "Resources"}
_OTHERS = ("openapi", "swagger", "format_version", "terraform_version", "asyncapi", "$schema")
"""Keys at the top of documents of other formats that may contain what looks like a template."""
_NESTED = re.compile(
    r"""(?:^|[{,])[ \t-]*["']?(?:TemplateURL|Location|aws:asset:path)["']?\s*:\s*["']?([^\s"',{}]+)""", re.MULTILINE
)


def units(tree: Tree) -> Iterator[Unit]:
    """Yield a unit for each template that no other template nests, with those nested in it."""
    claimed = [file for file in tree.files if file.lower().endswith(_NAMES) and _claimed(file, tree)]
    nested = {file: _nested(file, tree) & set(claimed) for file in claimed}
    inner = {file for files in nested.values() for file in files}
    seen: set[str] = set()
    for root in [*(file for file in claimed if file not in inner), *claimed]:
        if root in seen:
            continue  # a stack that is nested somewhere; one nested only in a circle begins a unit of its own
        files = _reachable(root, nested)
        seen |= files
        yield Unit(FORMAT_ID, root, tuple(sorted(files)))


def _claimed(file: str, tree: Tree) -> bool:
    """A head that holds sections of a template, and nothing else, may be one whose resources come later."""
    head = tree.head(file)
    if is_template(head):
        return True
    if len(head) < HEAD:
        return False
    keys = _keys(_text(head))
    try:
        return bool(keys & _BEFORE) and keys <= _SECTIONS and is_template(tree.text(file).encode())
    except Unreadable:
        return False


def _text(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def _keys(text: str) -> set[str]:
    return _json_keys(text) if _JSON.match(text) else _yaml_keys(text)


def is_template(head: bytes) -> bool:
    """Tell whether a file that begins so is a CloudFormation template."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = _text(head).encode()
    if not _WORDS.search(head):
        return False
    text = _text(head)
    keys = _keys(text)
    if {"apiVersion", "kind"} <= keys or not keys.isdisjoint(_OTHERS):
        return False
    if "AWSTemplateFormatVersion" in keys:
        return True
    if "Resources" in keys and _TYPE.search(text):
        return True
    return "Transform" in keys and _SERVERLESS.search(text) is not None


def _yaml_keys(text: str) -> set[str]:
    """Return the keys at the indentation of the first line that says something."""
    first = _FIRST.search(text)
    indent = first[1] if first else ""
    return set(re.findall(rf"""^{indent}["']?([A-Za-z$_]+)["']?[ \t]*:(?=\s|$)""", text, re.MULTILINE))


def _json_keys(text: str) -> set[str]:
    depth = 0
    keys = set()
    for token in _TOKEN.finditer(text):
        mark = token.group()[0]
        if mark == '"':
            if depth == 1 and token[2]:
                keys.add(token[1])
        else:
            depth += 1 if mark in "{[" else -1
    return keys


def _nested(file: str, tree: Tree) -> set[str]:
    head = tree.head(file)
    try:
        text = tree.text(file) if len(head) >= HEAD else head.decode("utf-8", "replace")
    except Unreadable:
        return set()
    found = (path(file, where, tree) for where in _NESTED.findall(text))
    return {other for other in found if other is not None and other != file}


def _reachable(root: str, nested: dict[str, set[str]]) -> set[str]:
    files: set[str] = set()
    waiting = [root]
    while waiting:
        file = waiting.pop()
        if file not in files:
            files.add(file)
            waiting += nested.get(file, ())
    return files
