"""Requests: whether what a request or an event brings gets to a line of Python code, followed within one file.

Follows names: through assignments, loops, `with`, and calls of functions of the same file, until nothing new is found.
It is no proof of exploitability; it tells code that handles input from code that never sees any.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from bartizan.collect.tree import Tree, Unreadable

REQUESTS = frozenset({"request", "req", "websocket"})
"""Names by which frameworks hand over a request: Flask, Django, FastAPI, aiohttp, Sanic."""
EVENTS = frozenset({"event", "events", "message", "cloud_event", "cloudevent"})
"""First parameters of functions that a platform calls."""
LARGEST = 512 * 1024
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def handled(tree: Tree, file: str, line: int, end: int = 0, *, function: bool = False) -> bool:
    """Tell whether input of a request (of an event, where the file is of a `function`) gets to some lines."""
    if not file.endswith(".py"):
        return False
    try:
        text = tree.text(file)
        module = ast.parse(text) if len(text) <= LARGEST else None
    except (Unreadable, OSError, SyntaxError, ValueError, RecursionError):
        return False
    if module is None:
        return False
    tainted = _Tainted(module, REQUESTS | EVENTS if function else REQUESTS)
    return tainted.at(line, max(end, line))


class _Tainted:
    """The names that input gets to, in each function of a module."""

    def __init__(self, module: ast.Module, sources: frozenset[str]) -> None:
        self._sources = sources
        self._functions = {each.name: each for each in ast.walk(module) if isinstance(each, _Function)}
        self._module = module
        self._names: dict[str, set[str]] = {name: set() for name in (*self._functions, "")}
        for name, each in self._functions.items():
            self._names[name] |= {arg.arg for arg in each.args.args if arg.arg in sources}
        while self._round():
            pass

    def at(self, line: int, end: int) -> bool:
        """Tell whether a statement on these lines uses any of it."""
        for name, scope in self._scopes():
            for node in _inside(scope):
                if isinstance(node, ast.expr) and line <= node.lineno <= end and self._uses(node, name):
                    return True
        return False

    def _scopes(self) -> Iterator[tuple[str, ast.AST]]:
        yield "", self._module
        yield from self._functions.items()

    def _round(self) -> bool:
        before = sum(map(len, self._names.values()))
        for name, scope in self._scopes():
            for node in _inside(scope):
                self._follow(node, name)
        return sum(map(len, self._names.values())) > before

    def _follow(self, node: ast.AST, scope: str) -> None:
        value = getattr(node, "value", None)
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr) and isinstance(value, ast.expr):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if self._uses(value, scope):
                self._names[scope] |= {name for each in targets for name in _names(each)}
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension) and self._uses(node.iter, scope):
            self._names[scope] |= set(_names(node.target))
        elif isinstance(node, ast.withitem) and node.optional_vars is not None and self._uses(node.context_expr, scope):
            self._names[scope] |= set(_names(node.optional_vars))
        elif isinstance(node, ast.Call):
            self._call(node, scope)

    def _call(self, node: ast.Call, scope: str) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        called = self._functions.get(name)
        if called is None:
            return
        parameters = [arg.arg for arg in called.args.args]
        if parameters[:1] == ["self"]:
            parameters = parameters[1:]
        for parameter, value in zip(parameters, node.args, strict=False):
            if self._uses(value, scope):
                self._names[name].add(parameter)
        for keyword in node.keywords:
            if keyword.arg in parameters and self._uses(keyword.value, scope):
                self._names[name].add(str(keyword.arg))

    def _uses(self, node: ast.AST, scope: str) -> bool:
        known = self._names[scope] | (self._sources & REQUESTS)
        return any(
            (isinstance(each, ast.Name) and each.id in known)
            or (isinstance(each, ast.Attribute) and each.attr == "request" and isinstance(each.value, ast.Name))
            for each in ast.walk(node)
        )


def _inside(scope: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a scope, without those of the functions in it."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, _Function):
            yield child
            yield from _inside(child)


def _names(target: ast.AST) -> Iterator[str]:
    return (each.id for each in ast.walk(target) if isinstance(each, ast.Name))
