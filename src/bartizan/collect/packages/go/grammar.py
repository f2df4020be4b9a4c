"""The line-based language of `go.mod` and `go.work`: directives, alone or in blocks.

Source: https://go.dev/ref/mod#go-mod-file-lexical.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|`([^`]*)`|(=>|[(),\[\]]|[^\s"`(),]+)')


@dataclass(frozen=True, slots=True)
class Directive:
    """One line: `require example.com/a v1.2.3 // indirect`."""

    verb: str
    words: tuple[str, ...]
    comment: str
    line: int


def directives(text: str) -> Iterator[Directive]:
    """Yield the directives of a file, those in blocks with the verb of the block."""
    block = ""
    for number, written in enumerate(text.splitlines(), start=1):
        code, comment = _parted(written)
        words = tuple(_tokens(code))
        if len(words) == 0:
            continue
        if block and words[0] == ")":
            block = ""
        elif block:
            yield Directive(block, words, comment, number)
        elif len(words) >= 2 and words[1] == "(":
            block = "" if words[-1] == ")" else words[0]
        else:
            yield Directive(words[0], words[1:], comment, number)


def _parted(line: str) -> tuple[str, str]:
    """Return code and comment of a line; two slashes within a word, as in no module's path, begin one too."""
    code, _, comment = line.partition("//")
    return code, comment.strip()


def _tokens(code: str) -> Iterator[str]:
    for quoted, raw, plain in _TOKEN.findall(code):
        yield quoted or raw or plain


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands in for a module: another module, or a directory where the version is empty."""

    path: str
    version: str


Replacements = dict[tuple[str, str], Replacement]
"""By path and version; by path alone, with an empty version, for all versions."""


def replacement(words: tuple[str, ...]) -> tuple[tuple[str, str], Replacement] | None:
    """Return what a `replace` says; None where it is none."""
    if "=>" not in words:
        return None
    middle = words.index("=>")
    old, new = words[:middle], words[middle + 1 :]
    if len(old) not in (1, 2) or len(new) not in (1, 2):
        return None
    return (old[0], old[1] if len(old) > 1 else ""), Replacement(new[0], new[1] if len(new) > 1 else "")
