"""Templates: quoted texts, heredocs and whole files, with `${}` and `%{}` and the trimming of `~`."""

from __future__ import annotations

import re
from typing import Protocol

from bartizan.collect.iac.terraform import closures
from bartizan.collect.iac.terraform.scope import Constant, Evaluate
from bartizan.collect.iac.terraform.source import IDENTIFIER, SyntaxFault

_QUOTED = re.compile(r'(?:[^"\\$%\r\n]+|\\.|\$\$+\{|%%+\{|[$%](?!\{))+')
_LINE = re.compile(r"(?:[^$%\n]+|\$\$+\{|%%+\{|[$%](?!\{))*\n?")
_BACKSLASH = re.compile(r'\\(?:([nrt"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))', re.DOTALL)
_ESCAPED = re.compile(r"(\$|%)(\1+\{)")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_DIRECTIVE = re.compile(r"\s*(if|else|endif|for|endfor)\b")
_FOR_HEAD = re.compile(rf"\s*({IDENTIFIER})\s*(?:,\s*({IDENTIFIER})\s*)?in\b")


class Parser(Protocol):
    """What parses the expressions in a template, at a moving position of a text."""

    text: str
    pos: int
    depth: int
    wide: bool
    """Whether line ends are white space."""
    path: str | None
    bound: list[str]
    """The names of the for expressions around."""

    def expression(self) -> Evaluate:
        """Parse an expression; raises `SyntaxFault`."""
        ...

    def skip(self) -> None:
        """Pass over white space and comments."""
        ...

    def expect(self, character: str, meaning: str) -> None:
        """Pass over a character; raises `SyntaxFault` where it is not next."""
        ...

    def enter(self) -> None:
        """Go one level deeper; raises `SyntaxFault` beyond the bound."""
        ...

    def fail(self, expected: str) -> SyntaxFault:
        """Return the fault of not finding what was expected."""
        ...


class Literal:
    """A piece of literal text; heredocs have one per line."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Directive:
    """A `%{}`: its word, and the condition or the loop it takes."""

    __slots__ = ("condition", "loop", "offset", "word")

    def __init__(
        self, word: str, offset: int, condition: Evaluate | None = None, loop: closures.Loop | None = None
    ) -> None:
        self.word, self.offset, self.condition, self.loop = word, offset, condition, loop


class Interpolation:
    """A `${}`."""

    __slots__ = ("value",)

    def __init__(self, value: Evaluate) -> None:
        self.value = value


Piece = Literal | Directive | Interpolation


class Pieces:
    """Collects the pieces of a template, trimming literals beside a `~`."""

    __slots__ = ("found", "trims_next")

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.trims_next = False

    def literal(self, text: str) -> None:
        """Add literal text."""
        self.found.append(Literal(text.lstrip() if self.trims_next else text))
        self.trims_next = False

    def sequence(self, parser: Parser) -> None:
        """Parse the `${` or `%{` at the position."""
        self.trims_next = False
        directive = parser.text[parser.pos] == "%"
        start = parser.pos
        parser.pos += 2
        if parser.text.startswith("~", parser.pos):
            parser.pos += 1
            if self.found and isinstance(last := self.found[-1], Literal):
                last.text = last.text.rstrip()
        parser.enter()
        wide, parser.wide, path, parser.path = parser.wide, True, parser.path, None
        self.found.append(_directive(parser, start) if directive else Interpolation(parser.expression()))
        parser.skip()
        if parser.text.startswith("~", parser.pos):
            parser.pos += 1
            self.trims_next = True
        parser.expect("}", '"}"')
        parser.wide, parser.path = wide, path
        parser.depth -= 1


def _directive(parser: Parser, start: int) -> Directive:
    match = _DIRECTIVE.match(parser.text, parser.pos)
    if match is None:
        raise parser.fail('"if", "else", "endif", "for" or "endfor"')
    parser.pos = match.end()
    if match[1] == "if":
        return Directive("if", start, condition=parser.expression())
    if match[1] != "for":
        return Directive(match[1], start)
    head = _FOR_HEAD.match(parser.text, parser.pos)
    if head is None:
        raise parser.fail("a name and what it is taken from")
    parser.pos = head.end()
    key, value = (head[1], head[2]) if head[2] else ("", head[1])
    collection = parser.expression()
    parser.bound += [key, value]
    return Directive("for", start, loop=closures.Loop(key, value, collection))


def quoted(parser: Parser) -> Evaluate:
    """Parse a quoted template whose opening quote has been passed over."""
    pieces = Pieces()
    text, opening = parser.text, parser.pos - 1
    while not text.startswith('"', parser.pos):
        start = parser.pos
        if match := _QUOTED.match(text, start):
            parser.pos = match.end()
            pieces.literal(_unescaped(match.group(), start))
        elif text.startswith(("${", "%{"), start):
            pieces.sequence(parser)
        else:
            raise SyntaxFault("a text is not closed with a quote before its line ends", opening)
    parser.pos += 1
    return _assembled(parser, pieces.found)


def _unescaped(literal: str, offset: int) -> str:
    if "{" in literal:
        literal = _ESCAPED.sub(r"\2", literal)
    if "\\" not in literal:
        return literal

    def character(match: re.Match[str]) -> str:
        if match[1]:
            return _SIMPLE[match[1]]
        code = int(match[2] or match[3] or "110000", 16)
        if match[4] or code > 0x10FFFF:
            raise SyntaxFault(f'"{match.group()[:10]}" is not an escape of a text', offset + match.start())
        return chr(code)

    return _BACKSLASH.sub(character, literal)


def heredoc(parser: Parser, opening: str) -> Evaluate:
    """Parse a heredoc whose first line has been passed over; the line end after it is left."""
    indented = opening.startswith("<<-")
    end = re.compile(rf"[ \t]*{re.escape(opening[2 + indented :])}[ \t\r]*(?=\n|\Z)")
    pieces = Pieces()
    parser.enter()
    path, parser.path, start = parser.path, None, parser.pos
    at_start = True
    while not (at_start and (match := end.match(parser.text, parser.pos))):
        at_start = _line(parser, pieces)
        if parser.pos >= len(parser.text) and not end.match(parser.text, parser.pos):
            raise SyntaxFault(f'the text that begins with "{opening}" has no end', start)
    parser.pos = match.end()
    parser.path = path
    parser.depth -= 1
    if indented:
        _dedent(pieces.found)
    return _assembled(parser, pieces.found, single=False)


def _line(parser: Parser, pieces: Pieces) -> bool:
    """Parse literal text up to the end of the line, or one sequence; tell whether a line ended."""
    if parser.text.startswith(("${", "%{"), parser.pos):
        pieces.sequence(parser)
        return False
    match = _LINE.match(parser.text, parser.pos)
    literal = match.group() if match else ""
    parser.pos += len(literal)
    pieces.literal(_ESCAPED.sub(r"\2", literal) if "{" in literal else literal)
    return literal.endswith("\n")


def _dedent(pieces: list[Piece]) -> None:
    """Take the indentation that all lines share from those that have text."""
    least: int | None = None
    indented: list[Literal] = []
    at_start = True
    for piece in pieces:
        if at_start:
            at_start = False
            spaces = 0
            if isinstance(piece, Literal):
                spaces = len(piece.text) - len(piece.text.lstrip())
                if spaces == len(piece.text) and piece.text.endswith("\n"):
                    at_start = True
                    continue
                indented.append(piece)
            least = spaces if least is None else min(least, spaces)
        at_start = isinstance(piece, Literal) and piece.text.endswith("\n")
    for literal in indented:
        literal.text = literal.text[least or 0 :]


def whole(parser: Parser) -> Evaluate:
    """Parse the whole text as a template, as `templatefile` does, and texts in `.tf.json`."""
    pieces = Pieces()
    while parser.pos < len(parser.text):
        _line(parser, pieces)
    return _assembled(parser, pieces.found)


def _assembled(parser: Parser, pieces: list[Piece], single: bool = True) -> Evaluate:
    if single and len(pieces) == 1 and isinstance(only := pieces[0], Interpolation):
        return only.value
    if all(isinstance(piece, Literal) for piece in pieces):
        return Constant("".join(piece.text for piece in pieces if isinstance(piece, Literal)))
    return _Assembly(parser, pieces).template()


class _Assembly:
    """Joins pieces into a template, finding the ends of directives."""

    def __init__(self, parser: Parser, pieces: list[Piece]) -> None:
        self.parser = parser
        self.pieces = iter(pieces)
        self.end = len(parser.text)

    def template(self) -> Evaluate:
        body, closing = self._until()
        if closing is not None:
            raise SyntaxFault(f'"%{{{closing.word}}}" closes nothing', closing.offset)
        return body

    def _until(self) -> tuple[Evaluate, Directive | None]:
        parts: list[str | Evaluate] = []
        for piece in self.pieces:
            if isinstance(piece, Literal):
                parts.append(piece.text)
            elif isinstance(piece, Interpolation):
                parts.append(piece.value)
            elif piece.word in ("if", "for"):
                parts.append(self._opened(piece))
            else:
                return closures.joined(parts), piece
        return closures.joined(parts), None

    def _opened(self, directive: Directive) -> Evaluate:
        self.parser.enter()
        body, closing = self._until()
        otherwise: Evaluate = Constant("")
        if directive.word == "if" and closing is not None and closing.word == "else":
            otherwise, closing = self._until()
        self.parser.depth -= 1
        if closing is None or closing.word != "end" + directive.word:
            raise SyntaxFault(f'"%{{{directive.word}}}" is not closed by "%{{end{directive.word}}}"', directive.offset)
        if directive.loop is not None:
            del self.parser.bound[-2:]
            return closures.repeated(directive.loop, body)
        return closures.conditional(directive.condition or Constant(None), body, otherwise)
