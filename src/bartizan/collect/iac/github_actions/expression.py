"""Expressions of workflows, `${{ ... }}`: which contexts they read, and which of these reach the result.

Grammar: docs.github.com, "Evaluate expressions in workflows and actions". In `github.ref == 'x' && 'a' || 'b'` the
ref is read, but only the texts `a` and `b` can come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

OPENING = re.compile(r"\$\{\{")
MAX_DEPTH = 50
_TOKEN = re.compile(r"'(?:[^']|'')*'|[A-Za-z_][\w-]*|0x[0-9a-fA-F]+|\d+(?:\.\d+)?|==|!=|<=|>=|&&|\|\||[!<>()\[\].,*]")
_NAME = re.compile(r"[A-Za-z_]")
_JUDGING = frozenset({"contains", "startswith", "endswith", "hashfiles", "success", "failure", "always", "cancelled"})
"""Functions whose result has no text of their arguments."""


@dataclass(slots=True)
class Flow:
    """What may come out of an expression."""

    paths: list[str] = field(default_factory=list)
    literals: list[str] = field(default_factory=list)
    made: bool = False
    """Whether a function makes something else of them."""

    def __add__(self, other: Flow) -> Flow:
        return Flow(self.paths + other.paths, self.literals + other.literals, self.made or other.made)


@dataclass(slots=True)
class Expression:
    """One expression."""

    text: str
    """Without the brackets around it."""
    offset: int
    """Where it begins in the text that holds it."""
    contexts: list[str] = field(default_factory=list)
    """Paths that are read: `github.event.issue.title`, `secrets.TOKEN`; an index that is no literal text is `*`."""
    functions: list[str] = field(default_factory=list)
    flow: Flow = field(default_factory=Flow)

    def value(self, where: str, line: int) -> dict[str, Any]:
        """Return the expression JSON-like, as resources hold it."""
        return {
            "text": self.text,
            "contexts": list(dict.fromkeys(self.contexts)),
            "flows": list(dict.fromkeys(self.flow.paths)),
            "functions": list(dict.fromkeys(self.functions)),
            "field": where,
            "line": line,
        }


def expressions(text: str) -> Iterator[Expression]:
    """Yield the expressions of a text. Never raises: what cannot be parsed is searched for contexts."""
    position = 0
    while opening := OPENING.search(text, position):
        position = _closing(text, opening.end())
        if position < 0:
            return
        yield parse(text[opening.end() : position].strip(), opening.start())
        position += 2


def _closing(text: str, start: int) -> int:
    """Return where the brackets close that begin before `start`, texts within them passed over; -1 for nowhere."""
    position = start
    while True:
        closing, quote = text.find("}}", position), text.find("'", position)
        if closing < 0 or quote < 0 or closing < quote:
            return closing
        end = text.find("'", quote + 1)
        if end < 0:
            return closing
        position = end + 1


def parse(text: str, offset: int = 0) -> Expression:
    """Return what an expression reads and gives; `text` is without brackets."""
    expression = Expression(text, offset)
    parser = _Parser([match.group() for match in _TOKEN.finditer(text)], expression)
    expression.flow = parser.parse()
    return expression


class _TooDeep(Exception):
    """Brackets within brackets beyond what is followed."""


class _Parser:
    """Reads the tokens of one expression from left to right, weakest operator first."""

    def __init__(self, tokens: list[str], expression: Expression) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._expression = expression

    def parse(self) -> Flow:
        flow = Flow()
        try:
            while self._at < len(self._tokens):
                before = self._at
                flow = flow + self._either()
                self._at += self._at == before
        except _TooDeep:
            self._read_all()
            return Flow(list(self._expression.contexts), made=True)
        return flow

    def _read_all(self) -> None:
        """Take every dotted path for a context, where the structure is not followed."""
        contexts = re.findall(r"(?<![\w.'-])[A-Za-z_][\w-]*(?:\.(?:[A-Za-z_][\w-]*|\*))+", self._expression.text)
        self._expression.contexts = [_spelled(path) for path in contexts]

    def _here(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, *expected: str) -> bool:
        if self._here() not in expected:
            return False
        self._at += 1
        return True

    def _either(self) -> Flow:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _TooDeep
        flow = self._both()
        while self._take("||"):
            flow = flow + self._both()
        self._depth -= 1
        return flow

    def _both(self) -> Flow:
        flow = self._compared()
        while self._take("&&"):
            flow = self._compared()  # the left side comes out only where it is false or empty
        return flow

    def _compared(self) -> Flow:
        flow = self._negated()
        while self._take("==", "!=", "<", ">", "<=", ">="):
            self._negated()
            flow = Flow()
        return flow

    def _negated(self) -> Flow:
        negated = False
        while self._take("!"):
            negated = True
        flow = self._primary()
        return Flow() if negated else flow

    def _primary(self) -> Flow:
        token = self._here()
        if token == "(":
            self._at += 1
            flow = self._either()
            self._take(")")
            return self._members(flow, "")
        if token.startswith("'"):
            self._at += 1
            return Flow(literals=[token[1:-1].replace("''", "'")])
        if not _NAME.match(token):
            self._at += token not in ("", ")", "]", ",", "&&", "||")
            return Flow()
        self._at += 1
        if self._here() == "(":
            return self._call(token)
        return Flow() if token in ("true", "false", "null") else self._members(Flow(), token)

    def _call(self, function: str) -> Flow:
        self._expression.functions.append(function)
        self._at += 1
        flow = Flow(made=True)
        while self._here() and not self._take(")"):
            before = self._at
            flow = flow + self._either()
            self._take(",")
            self._at += self._at == before
        return self._members(Flow() if function.lower() in _JUDGING else flow, "")

    def _members(self, flow: Flow, path: str) -> Flow:
        """Read what follows a value: `.name`, `.*`, `['name']`, `[0]`."""
        while True:
            if self._take("."):
                path += f".{self._here()}" if path else ""
                self._at += 1
            elif self._take("["):
                index = self._here()
                inner = self._either()
                self._take("]")
                literal = index.startswith("'") and not inner.paths
                path += (f".{inner.literals[0]}" if literal and inner.literals else ".*") if path else ""
            else:
                break
        if path:
            path = _spelled(path)
            self._expression.contexts.append(path)
            return Flow([path])
        return flow


def _spelled(path: str) -> str:
    """Return a path in small letters where it is the platform that names its parts."""
    return path.lower() if path.lower().startswith("github.") else path
