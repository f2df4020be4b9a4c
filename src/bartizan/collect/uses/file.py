"""Uses in one source file: imports first, then the calls through the names that they bind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ast_grep_py import SgNode, SgRoot

from bartizan.collect.uses.use import Use

_BINDING = re.compile(r"([A-Za-z_$][\w$]*)\s*(?::\s*|\bas\s+)?([A-Za-z_$][\w$]*)?")
_QUOTED = re.compile(r"""^\s*(["'`])(.*)\1\s*$""", re.DOTALL)


def of_file(file: str, text: str, language: str, names: frozenset[str]) -> Iterator[Use]:
    """Yield the imports of modules that begin with one of the names, and the calls of what they bind."""
    try:
        root = SgRoot(text, language).root()
    except (RuntimeError, ValueError):
        return
    finding = _python if language == "python" else _javascript
    bound: dict[str, tuple[str, str]] = {}
    for module, line, local in finding(root):
        if _begins(module, names):
            yield Use(module, file, line)
            bound.update({name: (module, member) for name, member in local.items()})
    if bound:
        yield from _calls(root, file, language, bound)


def _found(root: SgNode, *patterns: str) -> Iterator[SgNode]:
    for pattern in patterns:
        yield from root.find_all(pattern=pattern)


def _begins(module: str, names: frozenset[str]) -> bool:
    parts = re.split(r"([./])", module)
    return any("".join(parts[:count]) in names for count in range(1, len(parts) + 1, 2))


def _line(node: SgNode) -> int:
    return int(node.range().start.line) + 1


def _python(root: SgNode) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """Yield the module, the line, and the names bound, each with what it is of the module (empty for all of it)."""
    for node in root.find_all(kind="import_statement"):
        for child in node.children():
            if child.kind() == "dotted_name":
                yield child.text(), _line(node), {child.text().partition(".")[0]: "", child.text(): ""}
            elif child.kind() == "aliased_import":
                module, alias = _field(child, "name"), _field(child, "alias")
                yield module, _line(node), {alias: ""}
    for node in root.find_all(kind="import_from_statement"):
        module = _field(node, "module_name")
        yield module, _line(node), dict(_imported(node))
    for node in _found(root, "importlib.import_module($M)", "__import__($M)"):
        literal = _QUOTED.match(_match(node, "M"))
        if literal:
            yield literal[2], _line(node), {}


def _imported(node: SgNode) -> Iterator[tuple[str, str]]:
    for child in list(node.children())[3:]:
        if child.kind() == "dotted_name":
            yield child.text(), child.text()
        elif child.kind() == "aliased_import":
            yield _field(child, "alias"), _field(child, "name")


def _javascript(root: SgNode) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    for kind in ("import_statement", "export_statement"):
        for node in root.find_all(kind=kind):
            source = _QUOTED.match(_field(node, "source"))
            if source:
                clause = next((child for child in node.children() if child.kind() == "import_clause"), None)
                yield source[2], _line(node), dict(_clause(clause.text())) if clause else {}
    for node in _found(root, "require($M)", "import($M)", "require.resolve($M)"):
        source = _QUOTED.match(_match(node, "M"))
        if source:
            yield source[2], _line(node), dict(_assigned(node))


def _clause(text: str) -> Iterator[tuple[str, str]]:
    """Yield what an import clause binds: `a`, `* as a`, `{ b, c as d }`, `a, { b }`."""
    whole, _, named = text.partition("{")
    for part in whole.split(","):
        name = part.replace("* as", " ").strip()
        if name:
            yield name, ""
    yield from _members(named.partition("}")[0])


def _assigned(node: SgNode) -> Iterator[tuple[str, str]]:
    """Yield what a `const x = require(...)` binds, also by its members, also of a member of it."""
    member, parent = "", node.parent()
    while parent is not None and parent.kind() in ("member_expression", "await_expression"):
        property_ = parent.field("property")
        member, parent = (property_.text() if property_ else ""), parent.parent()
    if parent is None or parent.kind() != "variable_declarator":
        return
    name = _field(parent, "name")
    if name.startswith("{"):
        yield from _members(name.strip("{}"))
    else:
        yield name, member


def _members(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(","):
        match = _BINDING.match(part.strip().removeprefix("type "))
        if match:
            yield match[2] or match[1], match[1]


def _calls(root: SgNode, file: str, language: str, bound: Mapping[str, tuple[str, str]]) -> Iterator[Use]:
    python = language == "python"
    kinds = ("call",) if python else ("call_expression", "new_expression")
    for kind in kinds:
        for node in root.find_all(kind=kind):
            called = _field(node, "constructor" if kind == "new_expression" else "function")
            found = _resolved(called, bound)
            if found:
                yield Use(found[0], file, _line(node), found[1])


def _resolved(called: str, bound: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Return the module and what of it a dotted name means, through the longest bound beginning."""
    if not _dotted().fullmatch(called):
        return None
    parts = called.split(".")
    for count in range(len(parts), 0, -1):
        known = bound.get(".".join(parts[:count]))
        if known:
            return known[0], ".".join(part for part in (known[1], *parts[count:]) if part)
    return None


@cache
def _dotted() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*")


def _field(node: SgNode, name: str) -> str:
    found = node.field(name)
    return found.text() if found else ""


def _match(node: SgNode, name: str) -> str:
    found = node.get_match(name)
    return found.text() if found else ""
