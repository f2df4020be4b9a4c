"""The expressions of HCL, parsed straight into compiled functions.

One regular expression finds each term and each operator, so that few steps of Python are taken per token. Where
literal objects and lists are nested, the places of their keys and items are noted on the way.
"""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.iac.terraform import closures, template
from bartizan.collect.iac.terraform.calls import call
from bartizan.collect.iac.terraform.convert import parsed_number
from bartizan.collect.iac.terraform.operate import PRECEDENCE, minus, negated
from bartizan.collect.iac.terraform.scope import Constant, Evaluate
from bartizan.collect.iac.terraform.source import IDENTIFIER, MAX_DEPTH, SPACE, WIDE_SPACE, Lines, SyntaxFault
from bartizan.collect.iac.terraform.values import Fault

_TERM = re.compile(
    rf"""(?P<plain>"[^"\\$%\r\n]*")
    |(?P<quote>")
    |(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    |(?P<call>{IDENTIFIER}(?:::{IDENTIFIER})*)[ \t]*\(
    |(?P<name>{IDENTIFIER})
    |(?P<tuple>\[)
    |(?P<object>\{{)
    |(?P<paren>\()
    |(?P<heredoc><<-?{IDENTIFIER})[ \t\r]*\n
    |(?P<not>!)
    |(?P<minus>-)""",
    re.VERBOSE,
)
_STEP = rf"(?:\.(?:(?P<name>{IDENTIFIER})|(?P<legacy>\d+)|(?P<attrs>\*))|(?P<splat>\[\s*\*\s*\])|(?P<index>\[))"
_OPERATOR = r"(?P<operator>\|\||&&|[=!<>]=|[<>+*%-](?!=)|/(?![/*=])|(?P<ask>\?))"
_NARROW_STEP = re.compile(SPACE.pattern + _STEP)
_WIDE_STEP = re.compile(WIDE_SPACE.pattern + _STEP)
_NARROW_OPERATOR = re.compile(SPACE.pattern + _OPERATOR)
_WIDE_OPERATOR = re.compile(WIDE_SPACE.pattern + _OPERATOR)
_KEY = re.compile(rf"""(?:({IDENTIFIER})|"([^"\\$%\r\n]*)")[ \t\r]*(?:=(?![=>])|:(?!:))""")
_FOR = re.compile(rf"for\s+({IDENTIFIER})\s*(?:,\s*({IDENTIFIER})\s*)?in\b")
_ASSIGN = re.compile(r"[ \t\r]*(?:=(?![=>])|:(?!:))")
_ITEM_END = re.compile(SPACE.pattern + r"(?:,|(?=\}))")
_OPENING = re.compile(WIDE_SPACE.pattern + r"\(")
_IF = re.compile(r"if\b")
END_OF_LINE = re.compile(r"(?:[ \t\r]+|/\*(?s:.*?)\*/)*+(?:(?:\#|//)[^\n]*)?(?:\n|\Z)")
_WORDS = {"true": Constant(True), "false": Constant(False), "null": Constant(None)}
_TRANSPARENT = frozenset({"jsonencode", "merge", "tomap", "toset", "tolist", "sensitive", "nonsensitive", "concat"})
"""Functions through which the places of keys and items still tell where parts of the result are written."""

Path = str | None
Mark = tuple[str, int]
"""The path of a key or item within an attribute, and its offset."""


class Parser:
    """Parses expressions at a moving position of a text."""

    __slots__ = ("bound", "depth", "free", "limit", "lines", "marks", "path", "pos", "text", "wide")

    def __init__(self, text: str, lines: Lines | None = None, *, free: bool = False) -> None:
        self.text = text
        self.lines = lines or Lines(text)
        self.pos = 0
        self.depth = 0
        self.wide = False
        self.free = free
        """Whether every name is bound by the template's caller, none reserved."""
        self.bound: list[str] = []
        """The names of the for expressions around."""
        self.path: Path = None
        self.marks: list[Mark] = []

    def fail(self, expected: str) -> SyntaxFault:
        """Return the fault of not finding what was expected at the position."""
        return SyntaxFault(f"{expected} is expected, not {_shown(self.text, self.pos)}", self.pos)

    def skip(self) -> None:
        """Pass over white space and comments, also line ends within brackets."""
        match = (WIDE_SPACE if self.wide else SPACE).match(self.text, self.pos)
        if match is not None:
            self.pos = match.end()

    def expect(self, character: str, meaning: str) -> None:
        """Pass over a character; raises `SyntaxFault` where it is not next."""
        self.skip()
        if not self.text.startswith(character, self.pos):
            raise self.fail(meaning)
        self.pos += len(character)

    def enter(self) -> None:
        """Go one level deeper; raises `SyntaxFault` beyond the bound."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise SyntaxFault(f"nested deeper than the {MAX_DEPTH} levels that are read", self.pos)

    def within(self, close: str) -> Evaluate:
        """Parse an expression up to a closing bracket."""
        self.enter()
        wide, self.wide, path, self.path = self.wide, True, self.path, None
        found = self.expression()
        self.expect(close, f'"{close}"')
        self.wide, self.path = wide, path
        self.depth -= 1
        return found

    def expression(self) -> Evaluate:
        """Parse an expression; raises `SyntaxFault`."""
        found, asks = self._binary(0)
        if not asks:
            return found
        self.enter()
        path, self.path = self.path, None
        then = self.expression()
        self.expect(":", '":"')
        otherwise = self.expression()
        self.path = path
        self.depth -= 1
        return closures.conditional(found, then, otherwise)

    def _binary(self, least: int) -> tuple[Evaluate, bool]:
        """Parse operators that bind tighter than `least`, and tell whether a `?` follows, which is then passed over."""
        left = self._operand()
        operators = _WIDE_OPERATOR if self.wide else _NARROW_OPERATOR
        while True:
            match = operators.match(self.text, self.pos)
            if match is None:
                return left, False
            if match["ask"]:
                if least == 0:
                    self.pos = match.end()
                return left, least == 0
            strength = PRECEDENCE[match["operator"]]
            if strength <= least:
                return left, False
            self.pos = match.end()
            path, self.path = self.path, None
            right, _ = self._binary(strength)
            self.path = path
            left = closures.binary(match["operator"], left, right)

    def _operand(self) -> Evaluate:
        self.skip()
        match = _TERM.match(self.text, self.pos)
        if match is None:
            raise self.fail("a value")
        kind, start, self.pos = match.lastgroup, self.pos, match.end()
        if kind == "plain":
            term: Evaluate = Constant(self.text[start + 1 : self.pos - 1])
        elif kind == "name":
            if not (self.wide and self.text.startswith(("\n", "\r"), self.pos) and self._called_on_next_line()):
                return self._traversal(match.group())
            term = self._call(match.group())
        elif kind == "call":
            term = self._call(match["call"])
        elif kind == "quote":
            term = self._nested(template.quoted)
        elif kind == "number":
            term = self._number(match.group())
        elif kind == "object":
            term = self._object()
        elif kind == "tuple":
            term = self._tuple()
        elif kind == "paren":
            term = self.within(")")
        elif kind == "heredoc":
            return template.heredoc(self, match["heredoc"])
        else:
            return self._unary(kind == "not")
        return closures.traverse(term, self._steps())

    def _nested(self, parse: Any) -> Evaluate:
        self.enter()
        path, self.path = self.path, None
        found: Evaluate = parse(self)
        self.path = path
        self.depth -= 1
        return found

    def _unary(self, negation: bool) -> Evaluate:
        self.enter()
        operand = self._operand()
        self.depth -= 1
        return closures.unary(negated if negation else minus, operand)

    def _number(self, digits: str) -> Evaluate:
        try:
            return Constant(parsed_number(digits))
        except Fault as fault:
            return closures.refused(str(fault))

    def _traversal(self, root: str) -> Evaluate:
        if root in _WORDS and root not in self.bound:
            return closures.traverse(_WORDS[root], self._steps())
        if self.free or root in self.bound:
            return closures.traverse(closures.name(root), self._steps())
        names: list[str] = []
        while len(names) < (2 if root == "data" or root == "ephemeral" else 1):
            match = (_WIDE_STEP if self.wide else _NARROW_STEP).match(self.text, self.pos)
            if match is None or match.lastgroup != "name":
                return closures.traverse(closures.name(root), [*map(closures.attribute_step, names), *self._steps()])
            names.append(match["name"])
            self.pos = match.end()
        return closures.traverse(self._root(root, names), self._steps())

    def _root(self, root: str, names: list[str]) -> Evaluate:
        if len(names) == 2:
            return closures.resource(root, *names)
        return closures.keyword(root, names[0]) or closures.resource("", root, names[0])

    def _steps(self, attributes_only: bool = False) -> list[closures.Step]:
        steps: list[closures.Step] = []
        pattern = _WIDE_STEP if self.wide else _NARROW_STEP
        while (match := pattern.match(self.text, self.pos)) is not None:
            kind = match.lastgroup
            if attributes_only and kind not in ("name", "legacy"):
                break
            self.pos = match.end()
            if kind == "name":
                steps.append(closures.attribute_step(match["name"]))
            elif kind == "legacy":
                steps.append(closures.index_step(Constant(int(match["legacy"][:9]))))
            elif kind == "index":
                steps.append(closures.index_step(self.within("]")))
            else:
                steps.append(closures.splat_step(self._steps(attributes_only=kind == "attrs")))
        return steps

    def _called_on_next_line(self) -> bool:
        match = _OPENING.match(self.text, self.pos)
        if match is not None:
            self.pos = match.end()
        return match is not None

    def _call(self, function: str) -> Evaluate:
        self.enter()
        wide, self.wide, path = self.wide, True, self.path
        self.path = path if function in _TRANSPARENT else None
        arguments: list[Evaluate] = []
        spread = False
        while not self.closes(")"):
            arguments.append(self.expression())
            if function == "concat":
                self.path = None
            self.skip()
            if self.text.startswith("...", self.pos):
                self.pos += 3
                spread = True
                self.expect(")", '")"')
                break
            if not self.text.startswith(",", self.pos):
                self.expect(")", '"," or ")"')
                break
            self.pos += 1
        self.wide, self.path = wide, path
        self.depth -= 1
        return call(function, arguments, spread)

    def closes(self, bracket: str) -> bool:
        """Pass over a character if it is next, and tell whether it was."""
        self.skip()
        if not self.text.startswith(bracket, self.pos):
            return False
        self.pos += len(bracket)
        return True

    def _tuple(self) -> Evaluate:
        self.enter()
        wide, self.wide, path = self.wide, True, self.path
        self.skip()
        if loop := _FOR.match(self.text, self.pos):
            found = self._for(loop, "]")
        else:
            items: list[Evaluate] = []
            while not self.closes("]"):
                self._note(path, str(len(items)))
                items.append(self.expression())
                self.skip()
                if not self.text.startswith(",", self.pos):
                    self.expect("]", '"," or "]"')
                    break
                self.pos += 1
            found = closures.sequence(items)
        self.wide, self.path = wide, path
        self.depth -= 1
        return found

    def _note(self, path: Path, step: str) -> None:
        if path is not None:
            self.path = f"{path}/{step}"
            self.marks.append((self.path, self.pos))

    def _object(self) -> Evaluate:
        self.enter()
        wide, path = self.wide, self.path
        self.wide = True
        self.skip()
        if loop := _FOR.match(self.text, self.pos):
            found = self._for(loop, "}")
        else:
            entries: list[tuple[str | Evaluate, Evaluate]] = []
            while not self.closes("}"):
                entries.append(self._entry(path))
                self._end_entry()
            found = closures.record(entries)
        self.wide, self.path = wide, path
        self.depth -= 1
        return found

    def _entry(self, path: Path) -> tuple[str | Evaluate, Evaluate]:
        start = self.pos
        key: str | Evaluate
        if match := _KEY.match(self.text, start):
            name: str = match[1] if match[1] is not None else match[2]
            self._note(path, name)
            key = name
            self.pos = match.end()
        else:
            key = self._key()
            match = _ASSIGN.match(self.text, self.pos)
            if match is None:
                raise self.fail('"=" and the value of the key')
            self.pos = match.end()
        self.wide = False
        if self.text.startswith("\n", self.pos):
            raise self.fail("a value")
        value = self.expression()
        self.wide = True
        return key, value

    def _key(self) -> Evaluate:
        path, self.path, self.wide = self.path, None, False
        found = self.expression()
        self.path, self.wide = path, True
        return found

    def _end_entry(self) -> None:
        match = _ITEM_END.match(self.text, self.pos) or END_OF_LINE.match(self.text, self.pos)
        if match is None:
            raise self.fail('"," or a new line')
        self.pos = match.end()

    def _for(self, head: re.Match[str], close: str) -> Evaluate:
        self.pos, self.path = head.end(), None
        key, value = (head[1], head[2]) if head[2] else ("", head[1])
        collection = self.expression()
        self.expect(":", '":"')
        self.bound += [key, value]
        result = self.expression()
        member, grouped = result, False
        if close == "}":
            self.expect("=>", '"=>"')
            member = self.expression()
            grouped = self.closes("...")
        condition = self._condition()
        self.expect(close, f'"{close}"')
        del self.bound[-2:]
        loop = closures.Loop(key, value, collection, condition)
        return closures.keyed(loop, result, member, grouped) if close == "}" else closures.listing(loop, member)

    def _condition(self) -> Evaluate | None:
        self.skip()
        if not _IF.match(self.text, self.pos):
            return None
        self.pos += 2
        return self.expression()


def _shown(text: str, offset: int) -> str:
    if offset >= len(text):
        return "the end of the file"
    rest = text[offset : offset + 20].split("\n", 1)[0].rstrip()
    return f'"{rest}"' if rest else "the end of the line"
