"""The commands of RUN instructions, where their shell is one whose scripts are understood."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

from bartizan.collect.iac.dockerfile.instruction import Instruction
from bartizan.collect.shell import SHELLS, split
from bartizan.core.truth import Unknown

_INTERPRETER = re.compile(r"#!\s*(\S.*)")
_OTHER = Unknown("the commands of a shell other than a POSIX one are not told apart")

Placed = tuple[dict[str, Any] | Unknown, tuple[int, int]]


def run_commands(instruction: Instruction, shell: list[str] | Unknown, windows: bool) -> Iterator[Placed]:
    """Yield the commands of a RUN instruction, each with its line and column.

    `windows` says what to expect where the shell is left to the base image.
    """
    spot = instruction.spot
    if instruction.array is not None:
        for command in split(shlex.join(instruction.array)):
            yield command.value(spot[0]), spot
        return
    if not _posix(shell, windows):
        yield _OTHER, spot
        return
    script = instruction.line.script(instruction.offset)
    interpreter = _INTERPRETER.match(script.text) if instruction.line.heredocs else None
    if interpreter and not _understood(interpreter[1]):
        for command in split(interpreter[1].strip()):
            yield command.value(script.at(0)[0]), script.at(0)
        return
    for command in split(script.text):
        place = script.at(command.start)
        yield command.value(place[0]), place


def _understood(interpreter: str) -> bool:
    """Return whether the line after `#!` names a shell, by itself or through `env`."""
    words = [word.rpartition("/")[2] for word in interpreter.split() if not word.startswith("-")]
    return bool(words) and (words[1] if words[0] == "env" and len(words) > 1 else words[0]) in SHELLS


def _posix(shell: list[str] | Unknown, windows: bool) -> bool:
    if isinstance(shell, Unknown):
        return not windows
    return re.split(r"[/\\]", shell[0])[-1].removesuffix(".exe") in SHELLS
