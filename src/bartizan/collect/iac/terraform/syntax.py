"""Files of HCL: blocks and attributes, their expressions compiled, and where each is written.

The parser is our own. A grammar for tree-sitter exists, but parsing and walking its nodes takes several times as long,
it passes over what Terraform refuses, and templates, heredocs and `.tf.json` would need a second parser all the same.
A block that is broken is left out with a fault; what follows it is read on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from bartizan.collect.iac.terraform.expression import END_OF_LINE, Parser
from bartizan.collect.iac.terraform.scope import Constant, Evaluate
from bartizan.collect.iac.terraform.source import IDENTIFIER, WIDE_SPACE, SyntaxFault

MAX_FAULTS = 20
"""Broken places of one file that are told."""
Spot = tuple[int, int]
"""Line and column, from 1."""

_LABEL = rf'(?:"[^"\n]*"|{IDENTIFIER}+)'
_ITEM = re.compile(
    rf"""(?P<name>{IDENTIFIER}+)[ \t]*+
    (?:=(?![=>])[ \t]*(?:(?P<plain>"[^"\\$%\r\n]*"|\d{{1,15}}|true|false)[ \t]*(?=[\r\n]))?
      |(?P<labels>(?:{_LABEL}(?:[ \t]|/\*.*?\*/)*+)*+)\{{)""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"/\*.*?\*/")
_LABELS = re.compile(_LABEL)
_TOP = "resource|data|ephemeral|module|variable|output|locals|provider|terraform|moved|import|removed|check"
_HEADER = re.compile(rf"^(?:(?:{_TOP})\b[^\n=]*\{{|{IDENTIFIER}[ \t]*=)", re.MULTILINE)
_NEVER_INNER = frozenset({("resource", 2), ("variable", 1), ("output", 1), ("module", 1), ("locals", 0)})
_QUOTED_SOURCE = frozenset(
    {
        "events", "ignore_changes", "iterator", "on_failure", "provider", "providers", "replace_triggered_by", "type",
        "when",
    }
)  # fmt: skip
"""Attributes whose expressions are not evaluated but name something."""


@dataclass(slots=True)
class Attribute:
    """An attribute: its compiled expression and where it is written."""

    name: str
    evaluate: Evaluate
    spot: Spot | None = None
    inner: tuple[tuple[str, Spot], ...] = ()
    """Where the keys and items of literals in it are written, by their paths, which begin with its name."""
    source: str = ""
    """The expression as written, where it is a name rather than a value."""


@dataclass(slots=True)
class Block:
    """A block with its attributes and nested blocks, in the order they are written."""

    type: str
    labels: tuple[str, ...]
    spot: Spot
    end_line: int = 0
    attributes: dict[str, Attribute] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    plan: Any = None
    """What evaluation has worked out about the block, once for all its instances."""

    @property
    def makes(self) -> str:
        """The type of the blocks it stands for: a dynamic block makes those of its label."""
        return self.labels[0] if self.type == "dynamic" and self.labels else self.type

    def constant(self, name: str) -> Any:
        """Return an attribute's value where it is a constant, else None."""
        found = self.attributes.get(name)
        return found.evaluate.value if found is not None and isinstance(found.evaluate, Constant) else None


@dataclass(frozen=True, slots=True)
class Broken:
    """A place where a file is not HCL, and the header of the block that is left out for it."""

    why: str
    spot: Spot
    block: tuple[str, ...] = ()


@dataclass(slots=True)
class Parsed:
    """A file's blocks and top attributes."""

    body: Block
    broken: list[Broken] = field(default_factory=list)


@lru_cache(maxsize=2048)
def parsed(text: str) -> Parsed:
    """Return the blocks of a file; what cannot be read is among `broken`."""
    return _Reader(text).file()


class _Reader:
    """Reads the items of a file one by one."""

    __slots__ = ("broken", "parser", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.parser = Parser(text)
        self.broken: list[Broken] = []

    def file(self) -> Parsed:
        body = Block("", (), (1, 1))
        parser, text = self.parser, self.text
        while True:
            start = self._skipped()
            if start >= len(text):
                return Parsed(body, self.broken)
            try:
                self._item(body, start)
            except SyntaxFault as fault:
                if not self._recovers(fault, start):
                    return Parsed(body, self.broken)
                self.parser = Parser(text, parser.lines)
                self.parser.pos = self._next_header(start)

    def _recovers(self, fault: SyntaxFault, start: int) -> bool:
        spot = self.parser.lines.spot(fault.offset)
        match = _ITEM.match(self.text, start)
        header = _header(match) if match is not None and match["labels"] is not None else ()
        self.broken.append(Broken(fault.why, spot, header))
        if len(self.broken) < MAX_FAULTS:
            return True
        self.broken.append(Broken("the file has more broken places; what follows is not read", spot))
        return False

    def _next_header(self, start: int) -> int:
        """Return the offset of the next line that looks like the beginning of an item, after a broken one."""
        line_end = self.text.find("\n", start)
        match = _HEADER.search(self.text, line_end) if line_end >= 0 else None
        return match.start() if match else len(self.text)

    def _skipped(self) -> int:
        match = WIDE_SPACE.match(self.text, self.parser.pos)
        if match is not None:
            self.parser.pos = match.end()
        return self.parser.pos

    def _item(self, into: Block, start: int) -> None:
        match = _ITEM.match(self.text, start)
        if match is None:
            raise self.parser.fail("an attribute or a block")
        self.parser.pos = match.end()
        name = match["name"]
        if match["labels"] is not None:
            into.blocks.append(self._block(name, match, start))
            return
        spot = self.parser.lines.spot(start)
        if name in into.attributes:
            raise SyntaxFault(f'the attribute "{name}" is set a second time', start)
        plain = match["plain"]
        if plain is not None:
            source = plain if name in _QUOTED_SOURCE else ""
            into.attributes[name] = Attribute(name, Constant(_plain(plain)), spot, (), source)
        else:
            into.attributes[name] = self._attribute(name, spot)

    def _attribute(self, name: str, spot: Spot) -> Attribute:
        parser = self.parser
        parser.path, parser.marks, start = name, [], parser.pos
        evaluate = parser.expression()
        source = self.text[start : parser.pos].strip() if name in _QUOTED_SOURCE else ""
        self._end_line()
        locate = parser.lines.spot
        inner = tuple((path, locate(offset)) for path, offset in parser.marks)
        parser.path = None
        return Attribute(name, evaluate, spot, inner, source)

    def _end_line(self) -> None:
        match = END_OF_LINE.match(self.text, self.parser.pos)
        if match is not None:
            self.parser.pos = match.end()
            return
        self.parser.skip()
        if not self.text.startswith("}", self.parser.pos):
            raise self.parser.fail("a new line after the value")

    def _block(self, name: str, match: re.Match[str], start: int) -> Block:
        header = _header(match)
        parser = self.parser
        if parser.depth and (name, len(header) - 1) in _NEVER_INNER and self.text[start - 1 : start] in ("\n", ""):
            raise SyntaxFault("the block before is not closed", start)
        block = Block(name, header[1:], parser.lines.spot(start))
        parser.enter()
        while True:
            position = self._skipped()
            if self.text.startswith("}", position):
                break
            if position >= len(self.text):
                raise SyntaxFault('the block has no closing "}"', start)
            self._item(block, position)
        parser.pos += 1
        parser.depth -= 1
        block.end_line = parser.lines.spot(position)[0]
        return block


def _header(match: re.Match[str]) -> tuple[str, ...]:
    return (match["name"], *(label.strip('"') for label in _LABELS.findall(_COMMENT.sub("", match["labels"]))))


def _plain(literal: str) -> Any:
    if literal[0] == '"':
        return literal[1:-1]
    return literal == "true" if literal in ("true", "false") else int(literal)
