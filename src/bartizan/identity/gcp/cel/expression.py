"""Expressions of the Common Expression Language, parsed into a tree.

Grammar: the language definition at cel.dev, without macros and message construction, which IAM has no use for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

MAX_DEPTH = 60
"""Parentheses and calls within one another; Google allows 12 logical operators."""
MAX_LENGTH = 20_000


class Malformed(ValueError):
    """A text that is no expression; its message says where."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A node of the tree.

    `of` is one of: literal (value), name, field (name), call (name; the receiver first, `value` tells whether there
    is one), list, index, not, minus, and, or, choice, and the operators == != < <= > >= in + - * / %.
    """

    of: str
    parts: tuple[Expression, ...] = ()
    name: str = ""
    value: Any = None
    text: str = ""
    """As it is written."""


_TOKEN = re.compile(
    r"""(?:\s|//[^\n]*(?:\n|$))*(?:
      (?P<number>\d+\.\d+|\d+)[uU]?
    | (?P<text>[rR]?(?:'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))
    | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<sign>==|!=|<=|>=|&&|\|\||[-+*/%!<>?:.,()\[\]])
    )""",
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"(?:\s|(?:(?<=\n)|^)[ \t]*//[^\n]*)+$")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_BINARY: tuple[tuple[str, ...], ...] = (
    ("||",),
    ("&&",),
    ("==", "!=", "<", "<=", ">", ">=", "in"),
    ("+", "-"),
    ("*", "/", "%"),
)
_NAMED = {"||": "or", "&&": "and"}


@lru_cache(maxsize=4096)
def parsed(text: str) -> Expression:
    """Return the tree of an expression; raises `Malformed`."""
    if len(text) > MAX_LENGTH:
        raise Malformed(f"it is longer than {MAX_LENGTH} characters")
    return _Parser(text).whole()


def _tokens(text: str) -> list[tuple[str, str, int, int]]:
    """Return kind, text, start and end of each token."""
    found, at, end = [], 0, len(_END.sub("", text))
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            raise Malformed(f"nothing is known to begin with {text[at:].strip()[:10]!r}")
        kind = str(match.lastgroup)
        found.append((kind, match.group(kind), match.start(kind), match.end()))
        at = match.end()
    return found


class _Parser:
    """Reads tokens by recursive descent."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def whole(self) -> Expression:
        """Return the expression that all of the text is."""
        found = self._choice()
        if self._at < len(self._tokens):
            raise Malformed(f"nothing is expected where {self._peek()!r} is")
        return found

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, sign: str = "") -> str:
        found = self._peek()
        if not found or (sign and found != sign):
            raise Malformed(f"{sign or 'more'!r} is expected" + (f" where {found!r} is" if found else " at its end"))
        self._at += 1
        return found

    def _made(self, of: str, start: int, *parts: Expression, name: str = "", value: Any = None) -> Expression:
        text = self._text[self._tokens[start][2] : self._tokens[self._at - 1][3]].strip()
        return Expression(of, parts, name, value, text)

    def _choice(self) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Malformed(f"it is nested more than {MAX_DEPTH} deep")
        start, found = self._at, self._binary(0)
        if self._peek() == "?":
            self._take()
            yes = self._choice()
            self._take(":")
            found = self._made("choice", start, found, yes, self._choice())
        self._depth -= 1
        return found

    def _binary(self, level: int) -> Expression:
        if level == len(_BINARY):
            return self._unary()
        start, found = self._at, self._binary(level + 1)
        while self._peek() in _BINARY[level] and self._tokens[self._at][0] != "text":
            sign = self._take()
            right = self._binary(level + 1)
            found = self._made(_NAMED.get(sign, sign), start, found, right)
        return found

    def _unary(self) -> Expression:
        start = self._at
        signs = []
        while self._peek() in ("!", "-") and self._tokens[self._at][0] == "sign":
            signs.append(self._take())
        found = self._member()
        for sign in reversed(signs):
            found = self._made("not" if sign == "!" else "minus", start, found)
        return found

    def _member(self) -> Expression:
        start, found = self._at, self._primary()
        while self._peek() in (".", "["):
            if self._take() == "[":
                inner = self._choice()
                self._take("]")
                found = self._made("index", start, found, inner)
                continue
            name = self._take()
            if self._peek() == "(":
                found = self._made("call", start, found, *self._arguments(), name=name, value=True)
            else:
                found = self._made("field", start, found, name=name)
        return found

    def _arguments(self) -> list[Expression]:
        self._take("(")
        return self._items(")")

    def _items(self, end: str) -> list[Expression]:
        found = []
        while self._peek() != end:
            found.append(self._choice())
            if self._peek() != end:
                self._take(",")
        self._take(end)
        return found

    def _primary(self) -> Expression:
        start = self._at
        if start >= len(self._tokens):
            raise Malformed("it ends too early")
        kind, text, _, _ = self._tokens[start]
        self._at += 1
        if kind == "number":
            return self._made("literal", start, value=float(text) if "." in text else int(text))
        if kind == "text":
            return self._made("literal", start, value=_unquoted(text))
        if text == "(":
            found = self._choice()
            self._take(")")
            return found
        if text == "[":
            return self._made("list", start, *self._items("]"))
        if kind != "name":
            raise Malformed(f"nothing is known to begin with {text!r}")
        if text in ("true", "false", "null"):
            return self._made("literal", start, value={"true": True, "false": False, "null": None}[text])
        if self._peek() == "(":
            return self._made("call", start, *self._arguments(), name=text, value=False)
        return self._made("name", start, name=text)


def _unquoted(text: str) -> str:
    raw = text[0] in "rR"
    text = text[1:] if raw else text
    quotes = 3 if text[:3] in ("'''", '"""') and len(text) >= 6 else 1
    inner = text[quotes:-quotes]
    return inner if raw else re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), inner, flags=re.DOTALL)
