"""YAML (and JSON, its subset) with the place of every value, safe on hostile input.

Values are made from libyaml's events, which carry positions, so that YAML 1.1's `yes`, `no`, `on` and `off`
stay texts, repeated keys are noticed, and anchors cannot multiply without end. PyYAML's own composer is not
used: it recurses in C, where a file nested deep enough ends the process.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_DEPTH = 200
MAX_NODES = 2_000_000
"""Nodes one document may have, its aliases expanded."""
MAX_ALIASED = 200_000
"""Nodes of a document that may come out of aliases."""
_INT = re.compile(r"[-+]?(0|[1-9][0-9_]{0,400})$|0o[0-7]{1,400}$|0x[0-9a-fA-F]{1,400}$")
_OCTAL = re.compile(r"0[0-7]{1,4}$")
"""A file mode. Longer runs of digits behind a zero are account numbers, and stay texts."""
_FLOAT = re.compile(r"[-+]?([0-9]*\.[0-9]+|[0-9]+\.)([eE][-+]?[0-9]+)?$|[-+]?[1-9][0-9]*[eE][-+]?[0-9]+$")
_SURROGATES = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_CORE = "tag:yaml.org,2002:"
_RESOLVED = frozenset({None, *(f"{_CORE}{name}" for name in ("null", "bool", "int", "float"))})
"""Tags of scalars whose value is found from how they are written; None is no tag."""

Tag = Callable[[str, Any], Any]
"""Makes the value of a node with a custom tag: `("!Ref", "Name")` gives `{"Ref": "Name"}`."""


class YamlError(Exception):
    """A document that cannot be read: what is wrong, and where."""

    def __init__(self, why: str, line: int = 1, column: int = 1) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, line, column


@dataclass(slots=True)
class Document:
    """One document of a stream."""

    value: Any
    spots: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Line and column (from 1) of values by path: a mapping's entry is at its key, a list's at the item."""
    line: int = 1
    end_line: int = 1
    repeated: list[tuple[str, int, int]] = field(default_factory=list)
    """Keys given twice: path, line, column. The last one counts, as in every YAML tool."""


def documents(text: str, tag: Tag | None = None) -> Iterator[Document]:
    """Yield the documents of a stream; raises `YamlError` at the first that cannot be read."""
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        text = _json(text)
    try:
        loader = yaml.CSafeLoader(text)
    except (yaml.YAMLError, ValueError) as error:
        raise YamlError(str(error).replace("\n", " ")) from None
    try:
        while isinstance(event := loader.get_event(), yaml.Event):
            if isinstance(event, yaml.DocumentStartEvent):
                yield _Maker(tag).document(*_Composer(loader.get_event).compose())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "not YAML"
        raise YamlError(problem, *((mark.line + 1, mark.column + 1) if mark else (1, 1))) from None
    except yaml.reader.ReaderError as error:
        line = text.encode(errors="replace")[: error.position].count(b"\n") + 1
        raise YamlError(f"a character that YAML does not allow: {error.reason}", line) from None
    except (yaml.YAMLError, ValueError) as error:
        raise YamlError(str(error).replace("\n", " ")) from None
    finally:
        loader.dispose()


def _json(text: str) -> str:
    """Write JSON as YAML takes it.

    JSON may be indented with tabs, escapes a wide character as two surrogates, and may hold characters in its
    texts that YAML forbids or takes for the end of a line.
    """
    text = _ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", text.replace("\t", " "))
    return _SURROGATES.sub(_joined, text) if "\\u" in text else text


def _joined(match: re.Match[str]) -> str:
    high, low = int(match[2], 16), int(match[3], 16)
    return match[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


@dataclass(slots=True)
class _Branch:
    """A mapping or a sequence, composed; a scalar stays the event it came as."""

    start: Any
    before: int
    """Nodes of the document before this one."""
    items: list[Any] = field(default_factory=list)
    """The members of a sequence; the keys and values of a mapping in turn."""
    size: int = 0
    """Nodes in it, those of its aliases included; 0 until it is whole."""
    height: int = 1


class _Composer:
    """Composes one document of events, without recursion."""

    def __init__(self, events: Callable[[], Any]) -> None:
        self._events = events
        self._anchors: dict[str, Any] = {}
        self._open: list[_Branch] = []
        self._nodes = self._aliased = 0

    def compose(self) -> tuple[Any, Any]:
        """Return the root and the mark where the document ends."""
        top = _Branch(None, 0)
        parent = top
        scalar, document_end = yaml.ScalarEvent, yaml.DocumentEndEvent
        while True:
            event = self._events()
            kind = type(event)
            if kind is scalar:
                self._nodes += 1
                parent.items.append(event)
                if event.anchor is not None:
                    self._anchors[event.anchor] = event
            elif kind is document_end:
                return top.items[0], event.start_mark
            elif kind is yaml.AliasEvent:
                parent.items.append(self._target(event, parent))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                branch = self._enter(event)
                parent.items.append(branch)
                parent = branch
            else:
                parent = self._leave(top)

    def _enter(self, event: Any) -> _Branch:
        branch = _Branch(event, self._nodes)
        self._nodes += 1
        if event.anchor is not None:
            self._anchors[event.anchor] = branch
        self._open.append(branch)
        if len(self._open) > MAX_DEPTH:
            raise _at(event, f"nested deeper than {MAX_DEPTH} levels")
        return branch

    def _leave(self, top: _Branch) -> _Branch:
        branch = self._open.pop()
        branch.size = self._nodes - branch.before
        if self._nodes > MAX_NODES:
            raise _at(branch.start, f"more than {MAX_NODES:,} values")
        parent = self._open[-1] if self._open else top
        parent.height = max(parent.height, branch.height + 1)
        return parent

    def _target(self, event: Any, parent: _Branch) -> Any:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise _at(event, f"there is no anchor {event.anchor}")
        size, height = (node.size, node.height) if type(node) is _Branch else (1, 0)
        if not size:
            raise _at(event, "an anchor that contains itself")
        self._nodes += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise _at(event, "the aliases of the document grow without bound")
        if len(self._open) + height > MAX_DEPTH:
            raise _at(event, f"nested deeper than {MAX_DEPTH} levels")
        parent.height = max(parent.height, height + 1)
        return node


class _Maker:
    """Makes the value of one composed document."""

    def __init__(self, tag: Tag | None) -> None:
        self._tag = tag
        self._spots: dict[str, tuple[int, int]] = {}
        self._repeated: list[tuple[str, int, int]] = []

    def document(self, root: Any, end: Any) -> Document:
        value = self._make(root, "")
        start = _mark(root).line + 1
        last = end.line + (1 if end.column else 0)
        return Document(value, self._spots, start, max(start, last), self._repeated)

    def _make(self, node: Any, path: str) -> Any:
        if type(node) is not _Branch:
            value, tag = _scalar(node), node.tag
        else:
            tag = node.start.tag
            mapping = type(node.start) is yaml.MappingStartEvent
            value = self._mapping(node, path) if mapping else self._sequence(node, path)
        if tag is not None and len(tag) > 1 and tag[0] == "!" and self._tag is not None:
            return self._tag(tag, value)
        return value

    def _sequence(self, node: _Branch, path: str) -> list[Any]:
        values = []
        for index, item in enumerate(node.items):
            here = f"{path}/{index}" if path else str(index)
            mark = _mark(item)
            self._spots[here] = (mark.line + 1, mark.column + 1)
            values.append(self._make(item, here))
        return values

    def _mapping(self, node: _Branch, path: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        merges: list[Any] = []
        for key_node, value_node in _pairs(node):
            key = _key(key_node)
            if key == "<<" and not key_node.style and key_node.tag is None:
                merges.append(value_node)
                continue
            if key in values:
                here = f"{path}/{key}" if path else key
                self._repeated.append((here, key_node.start_mark.line + 1, key_node.start_mark.column + 1))
            self._entry(values, key_node, value_node, path)
        for merge in merges:
            self._merge(values, merge, path)
        return values

    def _entry(self, values: dict[str, Any], key_node: Any, value_node: Any, path: str) -> None:
        key = key_node.value
        here = f"{path}/{key}" if path else key
        mark = key_node.start_mark
        self._spots[here] = (mark.line + 1, mark.column + 1)
        values[key] = self._make(value_node, here)

    def _merge(self, into: dict[str, Any], node: Any, path: str) -> None:
        """Add the entries of a mapping, or of a list of them, that are not there yet; their places are their own."""
        is_list = type(node) is _Branch and type(node.start) is yaml.SequenceStartEvent
        for source in node.items if is_list else [node]:
            if type(source) is not _Branch or type(source.start) is not yaml.MappingStartEvent:
                raise _at(_start(source), "a merge key takes a mapping")
            entries = {_key(key_node): (key_node, value_node) for key_node, value_node in _pairs(source)}
            inner = entries.pop("<<", None)
            for key, (key_node, value_node) in entries.items():
                if key not in into:
                    self._entry(into, key_node, value_node, path)
            if inner is not None:
                self._merge(into, inner[1], path)


def _pairs(node: _Branch) -> Iterator[tuple[Any, Any]]:
    items = iter(node.items)
    return zip(items, items, strict=True)


def _key(node: Any) -> str:
    if type(node) is _Branch:
        raise _at(node.start, "a key that is itself a mapping or a list; render a file that is a template first")
    key: str = node.value
    return key


def _start(node: Any) -> Any:
    return node.start if type(node) is _Branch else node


def _mark(node: Any) -> Any:
    return _start(node).start_mark


def _at(event: Any, why: str) -> YamlError:
    return YamlError(why, event.start_mark.line + 1, event.start_mark.column + 1)


def _scalar(event: Any) -> Any:
    text: str = event.value
    return text if event.style or event.tag not in _RESOLVED else _plain(text)


def _plain(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text.replace("_", ""), 0)
    if _OCTAL.match(text):
        return int(text, 8)
    if _FLOAT.match(text) and math.isfinite(number := float(text)):
        return number
    return text
