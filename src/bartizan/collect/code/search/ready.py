"""Makes rules ready for ast-grep, which compiles them for every file: cheap to compile, what is repeated told once.

Classes of all of Unicode (`\\w`) take a millisecond each to compile, so they are narrowed to ASCII; parts that come up
again in a rule become utility rules of their own, which see the same names bound.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

_ASCII = {"w": "A-Za-z0-9_", "d": "0-9", "s": r" \t\r\n"}
_TOKEN = re.compile(r"\\.|[\[\]]|[^\\\[\]]+", re.DOTALL)
_RELATION = {"stopBy", "field", "position"}
"""Keys of a relation, which has a rule and says where to look for it; it is no rule by itself."""


def narrowed(expression: str) -> str:
    """Return a regular expression with its classes and word boundaries narrowed to ASCII."""
    out: list[str] = []
    within = False
    for token in _TOKEN.findall(expression):
        letters = _ASCII.get(token[1]) if token[0] == "\\" else None
        if letters is not None:
            out.append(letters if within else f"[{letters}]")
        elif token == r"\b" and not within:
            out.append(r"(?-u:\b)")
        else:
            out.append(token)
        within = (within or token == "[") and token != "]"
    return "".join(out)


def config(rule: Mapping[str, Any], constraints: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what ast-grep is handed for a rule."""
    return _Readying(rule, constraints or {}).config()


class _Readying:
    """Walks through one rule, each part of it once; parts alike are one."""

    def __init__(self, rule: Mapping[str, Any], constraints: Mapping[str, Any]) -> None:
        self._rule, self._constraints = rule, constraints
        self._numbers: dict[object, int] = {}
        self._known: dict[int, int] = {}
        self._met: Counter[int] = Counter()
        self._names: dict[int, str] = {}
        self._utils: dict[str, Any] = {}

    def config(self) -> dict[str, Any]:
        self._count(self._rule)
        made: dict[str, Any] = {"rule": {key: self._made(value, key) for key, value in self._rule.items()}}
        if self._utils:
            made["utils"] = self._utils
        if self._constraints:
            made["constraints"] = {name: self._made(value) for name, value in self._constraints.items()}
        return made

    def _number(self, value: Any) -> int:
        """Return a number that parts alike share."""
        known = self._known.get(id(value))
        if known is None:
            key: object = value
            if isinstance(value, Mapping):
                key = frozenset((name, self._number(item)) for name, item in value.items())
            elif isinstance(value, list | tuple):
                key = tuple(self._number(item) for item in value)
            known = self._known[id(value)] = self._numbers.setdefault((type(key), key), len(self._numbers))
        return known

    def _count(self, value: Any) -> None:
        if isinstance(value, Mapping):
            number = self._number(value)
            self._met[number] += 1
            if self._met[number] > 1:
                return
        for item in _members(value):
            self._count(item)

    def _made(self, value: Any, key: str = "") -> Any:
        if isinstance(value, list | tuple):
            return [self._made(item) for item in value]
        if not isinstance(value, Mapping):
            return narrowed(value) if key == "regex" and isinstance(value, str) else value
        number = self._number(value)
        if self._met[number] < 2 or value.keys() & _RELATION or set(value) == {"kind"}:
            return {name: self._made(item, name) for name, item in value.items()}
        if number not in self._names:
            name = self._names[number] = f"part{len(self._names)}"
            self._utils[name] = {each: self._made(item, each) for each, item in value.items()}
        return {"matches": self._names[number]}


def _members(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []
