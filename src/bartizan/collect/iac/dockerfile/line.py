"""Logical lines of a Dockerfile: directives taken, continuations joined, comments dropped, here-documents attached."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field

BLANKS = re.compile(r"[\t\v\f\r ]+")
_DIRECTIVE = re.compile(r"#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S.*)$")
_DIRECTIVES = frozenset({"syntax", "escape", "check"})
_HEREDOC = re.compile(r"\d*<<(-?)\s*([^<]+)$")
_BARE = re.compile(r"""\d*<<-?[ \t]*(['"]?)[^\s<'"]+\1""")
_WORD = re.compile(r"""(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|<<[ \t]*|[^\s\\'"<]+|<|\\$)+""", re.DOTALL)
_QUOTES = re.compile(r"""\\(.)|['"]""", re.DOTALL)
_FLAG = re.compile(r"""--(?:\\.|'[^']*'|"[^"]*"|[^\s\\'"])*(?:\s+|$)""", re.DOTALL)


@dataclass(slots=True)
class Placed:
    """A text made of stretches of a file, with the place of each."""

    text: str = ""
    offsets: list[int] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character."""
        index = bisect_right(self.offsets, offset) - 1
        if index < 0:
            return (1, 1)
        line, column = self.places[index]
        return line, column + offset - self.offsets[index]


@dataclass(frozen=True, slots=True)
class Heredoc:
    """A here-document given to an instruction."""

    name: str
    expands: bool
    tabs: bool
    """Whether leading tabs are dropped."""
    body: str
    line: int
    """Where its body begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """One instruction as it is written."""

    placed: Placed
    end: int
    """The last line of the file that belongs to it."""
    heredocs: tuple[Heredoc, ...] = ()

    def script(self, offset: int) -> Placed:
        """Return what is written from `offset` on, its here-documents below it, as a shell reads it."""
        rest = self.placed.text[offset:]
        if not self.heredocs:
            return self._part(offset)
        if len(self.heredocs) == 1 and _BARE.fullmatch(rest.strip()):
            here = self.heredocs[0]
            return self._stacked([(here.body, here.line)], Placed())
        parts = [(f"{here.body}{here.name}\n", here.line) for here in self.heredocs]
        first = self._part(offset)
        first.text += "\n"
        return self._stacked(parts, first)

    def _part(self, offset: int) -> Placed:
        index = max(bisect_right(self.placed.offsets, offset) - 1, 0)
        offsets = [max(start - offset, 0) for start in self.placed.offsets[index:]]
        places = [self.placed.at(offset), *self.placed.places[index + 1 :]]
        return Placed(self.placed.text[offset:], offsets, places)

    def _stacked(self, parts: list[tuple[str, int]], onto: Placed) -> Placed:
        texts, length = [onto.text], len(onto.text)
        for body, first in parts:
            for index, line in enumerate(body.splitlines(keepends=True)):
                onto.offsets.append(length)
                onto.places.append((min(first + index, self.end), 1))  # a name that is missing stands nowhere
                texts.append(line)
                length += len(line)
        onto.text = "".join(texts)
        return onto


@dataclass(slots=True)
class Lines:
    """The logical lines of a file, and what its directives say."""

    lines: list[Line] = field(default_factory=list)
    directives: dict[str, str] = field(default_factory=dict)
    escape: str = "\\"
    faults: list[tuple[str, int]] = field(default_factory=list)
    """What could not be read: a sentence, and the line."""


def read_lines(text: str) -> Lines:
    """Return the logical lines of a Dockerfile. Never raises."""
    return _Reading(text).read()


class _Reading:
    """Reads the lines of one file, one after the other."""

    def __init__(self, text: str) -> None:
        self._physical = text.split("\n")
        self._next = 0
        self._found = Lines()

    def read(self) -> Lines:
        self._read_directives()
        while self._next < len(self._physical):
            self._read_line()
        return self._found

    def _take(self) -> str:
        line = self._physical[self._next].rstrip("\r")
        self._next += 1
        return line

    def _read_directives(self) -> None:
        found = self._found
        if self._physical[0].startswith("#!"):
            self._next = 1
        while self._next < len(self._physical):
            match = _DIRECTIVE.match(self._physical[self._next].strip())
            name = match[1].lower() if match else ""
            if match is None or name not in _DIRECTIVES:
                return
            self._next += 1
            if name in found.directives:
                found.faults.append((f"The directive `{name}` is given twice; the first one is read.", self._next))
                continue
            found.directives[name] = match[2].strip()
            if name == "escape":
                self._set_escape(match[2].strip())

    def _set_escape(self, escape: str) -> None:
        if escape in ("\\", "`"):
            self._found.escape = escape
        else:
            why = "The escape directive takes a backslash or a backquote; the backslash is used."
            self._found.faults.append((why, self._next))

    def _read_line(self) -> None:
        raw = self._take()
        text = raw.lstrip()
        if not text or text.startswith("#"):
            return
        texts, placed, length = list[str](), Placed(), 0
        column = len(raw) - len(text) + 1
        while True:
            text, goes_on = self._continued(text)
            placed.offsets.append(length)
            placed.places.append((self._next, column))
            texts.append(text)
            length += len(text)
            if not goes_on or (following := self._following()) is None:
                break
            text, column = following, 1
        placed.text = "".join(texts)
        heredocs = tuple(self._read_heredocs(placed.text))
        self._found.lines.append(Line(placed, self._next, heredocs))

    def _continued(self, text: str) -> tuple[str, bool]:
        """Return a line without its continuation, and whether it has one."""
        escape, bare = self._found.escape, text.rstrip(" \t")
        goes_on = bare.endswith(escape) and not bare.endswith(escape * 2)
        return (bare[:-1], True) if goes_on else (text, False)

    def _following(self) -> str | None:
        """Return the next line of an instruction that goes on; None at the end of the file."""
        while self._next < len(self._physical):
            line = self._take()
            bare = line.strip()
            if bare and not bare.startswith("#"):
                return line
        return None

    def _read_heredocs(self, text: str) -> list[Heredoc]:
        found: list[Heredoc] = []
        for name, expands, tabs in _heredocs(text):
            first, body = self._next + 1, list[str]()
            while self._next < len(self._physical):
                line = self._take()
                if (line.lstrip("\t") if tabs else line) == name:
                    break
                body.append(f"{line}\n")
            else:
                why = f"The here-document that begins here is never closed: a line `{name}` is missing."
                self._found.faults.append((why, first - 1))
            found.append(Heredoc(name, expands, tabs, "".join(body), first))
        return found


def _heredocs(text: str) -> list[tuple[str, bool, bool]]:
    """Return the here-documents that an instruction asks for: name, whether it expands, whether tabs are dropped."""
    if "<<" not in text:
        return []
    operation, rest = head(text)
    if operation == "ONBUILD":
        operation, rest = head(text[rest:])[0], rest + head(text[rest:])[1]
    if operation not in ("ADD", "COPY", "RUN"):
        return []
    arguments = text[flagged(text, rest)[1] :]
    if as_array(arguments) is not None:
        return []
    found, position = [], 0
    for word in _WORD.finditer(arguments):
        if arguments[position : word.start()].strip():
            return []  # quotes that do not match: there are no words
        position = word.end()
        match = _HEREDOC.fullmatch(word.group())
        name = _QUOTES.sub(r"\1", match[2]) if match else ""
        if match and name:
            found.append((name, not {"'", '"'} & set(match[2]), match[1] == "-"))
    return [] if arguments[position:].strip() else found


def head(text: str) -> tuple[str, int]:
    """Return the operation of an instruction in capitals, and the offset of what follows."""
    start = len(text) - len(text.lstrip())
    blank = BLANKS.search(text, start)
    return (text[start : blank.start()].upper(), blank.end()) if blank else (text[start:].strip().upper(), len(text))


def flagged(text: str, start: int) -> tuple[list[str], int]:
    """Return the words beginning with `--` from `start` on, and the offset of what follows."""
    flags: list[str] = []
    while match := _FLAG.match(text, start):
        word = match.group().strip()
        start = match.end()
        if word == "--":
            break
        flags.append(_QUOTES.sub(r"\1", word))
    return flags, start


def as_array(text: str) -> list[object] | None:
    """Return the members of a JSON array; None where the text is none."""
    if not text.lstrip().startswith("["):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else None
