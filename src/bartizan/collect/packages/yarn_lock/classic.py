"""The language of `yarn.lock` in Yarn 1: entries by what was asked for, and below each what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s",:][^\s",]*)')
_KEYS = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s",][^",]*)')


@dataclass(slots=True)
class Block:
    """One entry."""

    keys: tuple[str, ...]
    """What was asked for: `name@range`."""
    line: int
    values: dict[str, str] = field(default_factory=dict)
    needs: list[tuple[str, str]] = field(default_factory=list)
    """Name and range of what it needs."""


def blocks(text: str) -> Iterator[Block | int]:
    """Yield the entries of a lock, and the numbers of lines that are none of its language."""
    block: Block | None = None
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent == 0 and stripped.endswith(":"):
            if block is not None:
                yield block
            block, section = Block(_keys(stripped[:-1]), number), ""
        elif block is None or indent == 0:
            yield number
        elif indent <= 2 and stripped.endswith(":"):
            section = stripped[:-1]
        elif not _note(block, section if indent > 2 else "", stripped):
            yield number
    if block is not None:
        yield block


def _keys(text: str) -> tuple[str, ...]:
    return tuple((quoted or bare).strip() for quoted, bare in _KEYS.findall(text))


def _note(block: Block, section: str, text: str) -> bool:
    """Take a line of an entry; return whether it is one."""
    words = [quoted or bare for quoted, bare in _WORD.findall(text)]
    if not words:
        return False
    value = " ".join(words[1:])
    if section in ("dependencies", "optionalDependencies"):
        block.needs.append((words[0], value))
    elif not section:
        block.values[words[0]] = value
    return True
