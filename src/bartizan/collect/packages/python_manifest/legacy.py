"""What `setup.cfg` and `setup.py` ask for; the latter is never executed: only what stands in it literally is read."""

from __future__ import annotations

import ast
import configparser
import warnings
from collections.abc import Iterator
from typing import Any

from bartizan.collect.lockfile import LockFile, Misshapen
from bartizan.collect.packages.python_manifest.project import Wish, develops
from bartizan.collect.packages.python_manifest.requirement import parsed
from bartizan.collect.written import Written

_ARGUMENTS = {"install_requires": False, "requires": False, "setup_requires": True, "tests_require": True}
"""Arguments of `setup()` that ask for packages, and whether for development."""
MAX_DEPTH = 50


def from_cfg(lock: LockFile) -> list[Wish]:
    """Return what a `setup.cfg` asks for."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(lock.text)
    except configparser.Error as error:
        line = getattr(error, "lineno", 0)
        lock.gap("The file is not a configuration that can be read; correct it.", line if isinstance(line, int) else 0)
        return []
    wishes: list[Wish] = []
    for key, development in _ARGUMENTS.items():
        wishes += _listed(lock, Written(lock.text), parser.get("options", key, fallback=""), development, "")
    written = Written(lock.text)
    if parser.has_section("options.extras_require"):
        for extra, text in parser.items("options.extras_require"):
            if extra not in parser.defaults():
                wishes += _listed(lock, written, text, develops(extra), extra)
    return wishes


def _listed(lock: LockFile, written: Written, text: str, development: bool, group: str) -> Iterator[Wish]:
    if text.strip().startswith(("file:", "attr:")):
        lock.gap(f"The dependencies are taken from elsewhere (`{text.strip()[:60]}`); lock them to have them read.")
        return
    lines = text.splitlines() if "\n" in text else text.split(";") if ";" in text and "==" not in text else [text]
    for line in filter(None, map(str.strip, lines)):
        if not line.startswith("#"):
            yield from _wish(lock, line, development, group, written.line("", line))


def _wish(lock: LockFile, text: str, development: bool, group: str, line: int) -> Iterator[Wish]:
    try:
        yield Wish(requirement=parsed(text), development=development, group=group, line=line)
    except Misshapen as error:
        lock.gap(f"A dependency is left out: {error}.", line)


def from_setup(lock: LockFile) -> list[Wish]:
    """Return what a `setup.py` asks for in so many words; what it computes is a gap."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = ast.parse(lock.text)
    except SyntaxError as error:
        lock.gap("The file is not Python of today, so its dependencies are not read; declare them in pyproject.toml.",
                 error.lineno or 0)  # fmt: skip
        return []
    except (ValueError, RecursionError, MemoryError):
        lock.gap("The file is no Python that can be read; declare the dependencies in pyproject.toml.")
        return []
    return _Setup(lock, module).wishes()


class _Setup:
    """Reads one `setup.py`."""

    def __init__(self, lock: LockFile, module: ast.Module) -> None:
        self._lock = lock
        self._module = module
        self._names: dict[str, ast.expr | None] = {}

    def wishes(self) -> list[Wish]:
        """Return what the calls of `setup` ask for."""
        try:
            nodes = list(ast.walk(self._module))
            self._note(nodes)
            return [
                wish for node in nodes if isinstance(node, ast.Call) and _is_setup(node) for wish in self._call(node)
            ]
        except RecursionError:
            self._lock.gap("The file is nested too deep to be read; declare the dependencies in pyproject.toml.")
            return []

    def _note(self, nodes: list[ast.AST]) -> None:
        """Note what names are given once; a name that is given again, or changed, is not followed."""
        for node in nodes:
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                self._names[name] = None if name in self._names else node.value
            elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                self._names[node.target.id] = None
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                self._changed(node.func)
        for node in nodes:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
                target = node.targets[0].value
                if isinstance(target, ast.Name):
                    self._names[target.id] = None

    def _changed(self, called: ast.Attribute) -> None:
        if isinstance(called.value, ast.Name) and called.attr in ("append", "extend", "insert", "update", "setdefault"):
            self._names[called.value.id] = None

    def _call(self, call: ast.Call) -> Iterator[Wish]:
        for keyword in call.keywords:
            if keyword.arg is not None:
                yield from self._argument(keyword.arg, keyword.value)
                continue
            given = self._followed(keyword.value)
            if isinstance(given, ast.Dict):
                for key, value in zip(given.keys, given.values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        yield from self._argument(key.value, value)
            else:
                self._computed("arguments", keyword.value)

    def _argument(self, name: str, value: ast.expr) -> Iterator[Wish]:
        if name in _ARGUMENTS:
            yield from self._list(value, _ARGUMENTS[name], "", name)
        elif name == "extras_require":
            yield from self._extras(value)

    def _extras(self, value: ast.expr) -> Iterator[Wish]:
        value = self._followed(value)
        if not isinstance(value, ast.Dict):
            self._computed("extras_require", value)
            return
        for key, each in zip(value.keys, value.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield from self._list(each, develops(key.value), key.value, "extras_require")
            else:
                self._computed("extras_require", each)

    def _list(self, value: ast.expr, development: bool, group: str, what: str, depth: int = 0) -> Iterator[Wish]:
        value = self._followed(value)
        if isinstance(value, ast.List | ast.Tuple | ast.Set):
            for item in value.elts:
                yield from self._list(item, development, group, what, depth + 1)
        elif isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) and depth < MAX_DEPTH:
            for side in (value.left, value.right):
                yield from self._list(side, development, group, what, depth + 1)
        elif isinstance(value, ast.Starred) and depth < MAX_DEPTH:
            yield from self._list(value.value, development, group, what, depth + 1)
        elif isinstance(value, ast.Constant) and isinstance(value.value, str):
            for text in filter(None, map(str.strip, value.value.splitlines())):
                yield from _wish(self._lock, text, development, group, value.lineno)
        else:
            self._computed(what, value)

    def _followed(self, value: ast.expr) -> ast.expr:
        """Return what a name stands for, if that can be told."""
        for _ in range(MAX_DEPTH):
            told = self._names.get(value.id) if isinstance(value, ast.Name) else None
            if told is None:
                break
            value = told
        return value

    def _computed(self, what: str, value: ast.expr) -> None:
        why = f"`{what}` is computed, and a setup.py is not executed; write it out, or lock the dependencies."
        self._lock.gap(why, value.lineno, about="setup")


def _is_setup(call: ast.Call) -> bool:
    called: Any = call.func
    name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
    return name == "setup"
