"""Instructions of a Dockerfile: the operation, its flags, and its arguments as text or as a JSON array."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bartizan.collect.iac.dockerfile.line import Line, as_array, flagged, head

OPERATIONS = frozenset({
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD",
    "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
})  # fmt: skip
_ARRAYS = frozenset({"ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME", "HEALTHCHECK"})
_REPEATED = frozenset({"mount", "exclude", "device"})
_SWITCHES = frozenset({"link", "parents", "keep-git-dir", "unpack"})


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction."""

    op: str
    """In capitals: `RUN`."""
    flags: dict[str, Any]
    """By name without dashes: a text, true or false for a switch, a list for `mount`, `exclude` and `device`."""
    rest: str
    """The arguments, without flags."""
    offset: int
    """Where they begin in the line."""
    line: Line
    array: tuple[str, ...] | None = None
    """The arguments where they are a JSON array of texts."""
    fault: str = ""
    """What is wrong with it, if anything."""

    @property
    def spot(self) -> tuple[int, int]:
        """Line and column of the operation."""
        return self.line.placed.at(0)

    @property
    def form(self) -> str:
        """How it is given: `exec`, `heredoc` or `shell`."""
        return "exec" if self.array is not None else "heredoc" if self.line.heredocs else "shell"


def parse(line: Line, start: int = 0) -> Instruction:
    """Return the instruction that a line holds from `start` on. Never raises."""
    text = line.placed.text
    op, offset = head(text[start:]) if start else head(text)
    words, offset = flagged(text, start + offset)
    offset += len(text[offset:]) - len(text[offset:].lstrip())
    rest = text[offset:].rstrip()
    array, fault = (None, "") if op not in _ARRAYS or line.heredocs else _array(op, rest)
    return Instruction(op, _flags(words), rest, offset, line, array, fault)


def _array(op: str, rest: str) -> tuple[tuple[str, ...] | None, str]:
    if op == "HEALTHCHECK":
        rest = rest[head(rest)[1] :]
    members = as_array(rest)
    if members is None:
        return None, ""
    texts = tuple(member for member in members if isinstance(member, str))
    if len(texts) < len(members):
        return None, f"The array of {op} holds something else than texts; put each member in double quotes."
    return texts, ""


def _flags(words: list[str]) -> dict[str, Any]:
    flags: dict[str, Any] = {}
    for word in words:
        name, given, value = word.removeprefix("--").partition("=")
        if name in _REPEATED:
            flags.setdefault(name, []).append(value)
        elif name in _SWITCHES:
            flags[name] = value.lower() != "false" if given else True
        else:
            flags[name] = value if given else True
    return flags
