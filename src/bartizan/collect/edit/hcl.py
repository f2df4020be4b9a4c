"""Places in HCL: blocks, attributes, and the literals in their expressions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.node import Entry, Node, Shape

if TYPE_CHECKING:
    from tree_sitter import Parser

MAX_DEPTH = 100
_TRANSPARENT = frozenset({"jsonencode", "tolist", "toset", "tomap", "sensitive", "nonsensitive"})
"""Calls that hand on what they are given."""
_WORDS = {"true": True, "false": False, "null": None}


@lru_cache(maxsize=1)
def _parser() -> Parser:
    import tree_sitter_hcl
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_hcl.language()))


def parsed(text: str) -> Node:
    """Return the body of a file; raises `Refused` for what is not HCL."""
    tree = _parser().parse(text.encode("utf-8", "surrogatepass"))
    if tree.root_node.has_error:
        raise Refused("The file is not HCL as it stands.")
    return _Builder(text).file(tree.root_node)


class _Builder:
    """Makes the tree of a file of what the grammar gives, whose offsets are in bytes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bytes: list[int] | None = None
        if not text.isascii():
            self._bytes = [0] * (len(text.encode("utf-8", "surrogatepass")) + 1)
            position = 0
            for number, character in enumerate(text):
                width = len(character.encode("utf-8", "surrogatepass"))
                self._bytes[position : position + width] = [number] * width
                position += width
            self._bytes[position] = len(text)

    def _at(self, offset: int) -> int:
        return offset if self._bytes is None else self._bytes[offset]

    def file(self, root: Any) -> Node:
        node = Node(Shape.BODY, 0, len(self._text))
        for child in root.named_children:
            if child.type == "body":
                node.entries = self._body(child, 0)
        return node

    def _body(self, body: Any, depth: int) -> list[Entry]:
        if depth > MAX_DEPTH:
            raise Refused("The file is nested too deep to be edited.")
        made = []
        for child in body.named_children:
            if child.type == "attribute":
                made.append(self._attribute(child, depth))
            elif child.type == "block":
                made.append(self._block(child, depth))
        return made

    def _attribute(self, child: Any, depth: int) -> Entry:
        name, value = child.named_children[0], child.named_children[-1]
        start, end = self._at(child.start_byte), self._at(child.end_byte)
        node = self._expression(value, depth)
        return Entry(self._raw(name), start, end, node, lead=self._text.index("=", self._at(name.end_byte)) + 1)

    def _block(self, child: Any, depth: int) -> Entry:
        start, end = self._at(child.start_byte), self._at(child.end_byte)
        parts = child.named_children
        labels = tuple(self._raw(each).strip('"') for each in parts[1:] if each.type in ("string_lit", "identifier"))
        opening = next(each for each in parts if each.type == "block_start")
        node = Node(Shape.BODY, self._at(opening.end_byte), end - 1)
        body = next((each for each in parts if each.type == "body"), None)
        node.entries = [] if body is None else self._body(body, depth + 1)
        return Entry(self._raw(parts[0]), start, end, node, labels, block=True, lead=node.start)

    def _raw(self, node: Any) -> str:
        return self._text[self._at(node.start_byte) : self._at(node.end_byte)]

    def _expression(self, given: Any, depth: int) -> Node:
        start, end = self._at(given.start_byte), self._at(given.end_byte)
        if depth > MAX_DEPTH:
            return Node(Shape.COMPUTED, start, end)
        node = given
        while node.type in ("expression", "collection_value", "literal_value") and node.named_child_count == 1:
            node = node.named_children[0]
        if node.type in ("tuple", "object"):
            return self._collection(node, depth)
        if node.type == "function_call":
            return self._call(node, depth)
        if node.type in ("numeric_lit", "bool_lit", "null_lit"):
            return Node(Shape.PLAIN, start, end, value=_word(self._raw(node)))
        if node.type == "string_lit" or node.type == "template_expr":
            return self._template(node)
        return Node(Shape.COMPUTED, start, end)

    def _template(self, node: Any) -> Node:
        start, end = self._at(node.start_byte), self._at(node.end_byte)
        raw = self._raw(node)
        whole = "${" not in raw.replace("$${", "") and "%{" not in raw.replace("%%{", "")
        if raw.startswith('"'):
            return Node(Shape.PLAIN if whole else Shape.COMPUTED, start, end, value=raw[1:-1] if whole else None)
        return Node(Shape.COMPUTED, start, end)

    def _call(self, node: Any, depth: int) -> Node:
        start, end = self._at(node.start_byte), self._at(node.end_byte)
        name, *rest = node.named_children
        arguments = [each for part in rest if part.type == "function_arguments" for each in part.named_children]
        if self._raw(name) in _TRANSPARENT and len(arguments) == 1 and arguments[0].type == "expression":
            inner = self._expression(arguments[0], depth + 1)
            if inner.shape is Shape.BRACKETS:
                return inner
        return Node(Shape.COMPUTED, start, end)

    def _collection(self, node: Any, depth: int) -> Node:
        start, end = self._at(node.start_byte), self._at(node.end_byte)
        made = Node(Shape.BRACKETS, start, end, listed=node.type == "tuple")
        for child in node.named_children:
            if child.type == "object_elem":
                made.entries.append(self._element(child, depth))
            elif child.type == "expression" and made.listed:
                inner = self._expression(child, depth + 1)
                first, last = self._at(child.start_byte), self._at(child.end_byte)
                made.entries.append(Entry("", first, last, inner, lead=first))
        return made

    def _element(self, child: Any, depth: int) -> Entry:
        key, value = child.named_children[0], child.named_children[-1]
        start, end = self._at(child.start_byte), self._at(child.end_byte)
        behind = self._at(key.end_byte)
        lead = behind + len(self._text[behind:]) - len(self._text[behind:].lstrip(" \t")) + 1
        return Entry(self._raw(key).strip('"'), start, end, self._expression(value, depth + 1), lead=lead)


def _word(raw: str) -> object:
    if raw in _WORDS:
        return _WORDS[raw]
    return int(raw) if raw.isdigit() else raw
