"""Entries of a stage's lists: settings without secrets, ports, and instructions as they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from bartizan.collect.iac.dockerfile.instruction import Instruction
from bartizan.collect.iac.dockerfile.scope import Scope
from bartizan.collect.iac.dockerfile.substitution import split_words
from bartizan.collect.secret import likeness, looks_secret, withheld
from bartizan.collect.text import Text, cut, parts
from bartizan.core.truth import Unknown

_VARIABLE = re.compile(r"\$[\w{]")
_PORT = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?(?:/(\w+))?$")
_REMOTE = re.compile(r"(https?|ftp|git|ssh)://|git@", re.IGNORECASE)

Entry = tuple[dict[str, Any], tuple[int, int]]


def declared(
    instruction: Instruction, escape: str, scope: Scope, outer: Scope | None, expand: Callable[[str, Instruction], Text]
) -> Iterator[Entry]:
    """Declare the build arguments of an ARG instruction in a scope; yield each with its place."""
    for word, offset in split_words(instruction.rest, escape):
        name, equals, raw = word.partition("=")
        value = scope.declare(name, expand(raw, instruction) if equals else None, outer)
        literal = bool(equals) and isinstance(value, str) and not _VARIABLE.search(raw)
        entry = {"name": name, "has_default": bool(equals), **setting(name, value, literal)}
        yield entry, instruction.line.placed.at(instruction.offset + offset)


def is_literal(value: Text, raw: str) -> bool:
    """Return whether a value stands in the file, with no variable in it."""
    return isinstance(value, str) and _VARIABLE.search(raw) is None


def setting(name: Text, value: Text, literal: bool) -> dict[str, Any]:
    """Return what is kept of a variable: no value where it may be a secret."""
    return {
        "literal": literal,
        "secret_name": looks_secret(name) if isinstance(name, str) else Unknown(name.why),
        "like": likeness(value) if isinstance(value, str) else Unknown(value.why),
        "value": None if not isinstance(name, str) or withheld(name, _known(value)) else value,
    }


def _known(text: Text) -> str:
    return "".join(part for part in parts(text) if isinstance(part, str))


def shown(instruction: Instruction) -> dict[str, Any]:
    """Return an instruction as the list of all of them has it: settings without their values."""
    return {
        "op": instruction.op,
        "form": instruction.form,
        "text": _names(instruction.rest) if instruction.op in ("ENV", "ARG") else command_text(instruction),
        "flags": instruction.flags,
        "json": None if instruction.array is None else list(instruction.array),
    }


def _names(rest: str) -> str:
    words = split_words(rest, "\\")
    if words and "=" not in words[0][0]:
        return words[0][0]
    return " ".join(word.partition("=")[0] for word, _ in words if "=" in word)


def command_text(instruction: Instruction) -> str:
    """Return what an instruction is given, as one text with its here-documents."""
    if instruction.array is not None:
        return " ".join(instruction.array)
    return instruction.line.script(instruction.offset).text if instruction.line.heredocs else instruction.rest


def started(instruction: Instruction) -> dict[str, Any] | None:
    """Return what an ENTRYPOINT or CMD says: `{form, text, json}`; null for an empty array, which unsets it."""
    if instruction.array is not None and not instruction.array:
        return None
    array = None if instruction.array is None else list(instruction.array)
    return {"form": instruction.form, "text": command_text(instruction), "json": array}


def remote(sources: list[Text]) -> bool | Unknown:
    """Return whether any source of an ADD is a URL."""
    starts = [parts(source)[0] if parts(source) else "" for source in sources]
    if any(isinstance(start, str) and _REMOTE.match(start) for start in starts):
        return True
    return next((Unknown(start.why) for start in starts if isinstance(start, Unknown)), False)


def port(text: Text) -> dict[str, Any]:
    """Return what EXPOSE says of a port or a range of them: `{port, end_port, protocol}`."""
    if isinstance(text, Unknown):
        number, protocol = cut(text, "/")
        unknown = Unknown(text.why)
        if isinstance(number, str) and number.isdecimal():
            return {"port": int(number[:6]), "end_port": int(number[:6]), "protocol": protocol}
        return {"port": unknown, "end_port": unknown, "protocol": unknown if protocol is None else protocol}
    match = _PORT.match(text)
    if match is None:
        odd = Unknown(f"`{text[:40]}` is not a port")
        return {"port": odd, "end_port": odd, "protocol": odd}
    first = int(match[1])
    return {"port": first, "end_port": int(match[2] or first), "protocol": (match[3] or "tcp").lower()}


def principal(user: Text) -> tuple[Text, Text | None]:
    """Return the user and the group that USER names."""
    name, group = cut(user, ":")
    if group is None and isinstance(user, Unknown):
        return name, Unknown(user.why)
    return name, group
