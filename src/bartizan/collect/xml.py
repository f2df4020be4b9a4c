"""XML as elements with their lines, safe on hostile input: no entities of its own, nothing fetched, depth bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

MAX_DEPTH = 200
MAX_ELEMENTS = 1_000_000


class XmlError(Exception):
    """A text that cannot be read as XML: what is wrong, and where."""

    def __init__(self, why: str, line: int = 1, column: int = 1) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, line, column


@dataclass(slots=True)
class Element:
    """An element; names of it and of attributes are without their namespaces."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    """The text right in it, without space around it."""
    children: list[Element] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def first(self, *path: str) -> Element | None:
        """Return the element that a path of names leads to."""
        here: Element | None = self
        for name in path:
            here = next(here.all(name), None) if here else None
        return here

    def within(self, name: str) -> Iterator[Element]:
        """Yield every element of a name below this one, in order."""
        pending = list(reversed(self.children))
        while pending:
            here = pending.pop()
            if here.name == name:
                yield here
            pending.extend(reversed(here.children))

    def said(self, *path: str) -> str | None:
        """Return the text of the element that a path of names leads to, None where it is not there or empty."""
        found = self.first(*path)
        return found.text or None if found else None


def parsed(text: str) -> Element:
    """Return the root element of an XML text; raises `XmlError`."""
    return _Builder().build(text)


class _Builder:
    """Makes elements of what the parser tells."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate("utf-8")
        self._root = Element("", {}, 1)
        self._open = [self._root]
        self._texts: list[list[str]] = [[]]
        self._count = 0

    def build(self, text: str) -> Element:
        parser: Any = self._parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = self._refuse
        try:
            parser.Parse(text.encode("utf-8", "replace"), True)
        except expat.ExpatError as error:
            raise XmlError(expat.ErrorString(error.code), error.lineno, error.offset + 1) from None
        except (LookupError, ValueError) as error:
            raise XmlError(str(error)) from None
        return self._root.children[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise XmlError("it has too many elements, or they are nested too deep", self._parser.CurrentLineNumber)
        plain = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), plain, self._parser.CurrentLineNumber)
        self._open[-1].children.append(element)
        self._open.append(element)
        self._texts.append([])

    def _end(self, name: str) -> None:
        self._open.pop().text = "".join(self._texts.pop()).strip()

    def _data(self, data: str) -> None:
        self._texts[-1].append(data)

    def _refuse(self, *declared: object) -> None:
        raise XmlError("it declares entities of its own, which are not expanded", self._parser.CurrentLineNumber)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
