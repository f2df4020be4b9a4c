"""Functions that make texts: Fn::Sub, Fn::Join, Fn::Base64, Fn::ToJsonString."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT, Open
from bartizan.collect.iac.cloudformation.evaluate import Evaluation
from bartizan.collect.iac.cloudformation.members import members_of
from bartizan.collect.iac.cloudformation.reference import attribute, named
from bartizan.collect.iac.cloudformation.text import Piece, joined, written
from bartizan.core.truth import Composite, Ref, Unknown

_VARIABLE = re.compile(r"\$\{([^{}]*)\}")


def sub(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Sub`: a text with variables; one that is a variable alone stands for that value itself."""
    given: dict[str, Any] = {}
    text = argument
    if isinstance(argument, list) and len(argument) == 2 and isinstance(argument[1], dict):
        values = run.value(argument[1], f"{at}/1")
        given = values if isinstance(values, dict) else {}
        text = argument[0]
    if not isinstance(text, str):
        text = run.present(text, at)
    if not isinstance(text, str):
        return text if isinstance(text, Unknown) else run.unknown("a Fn::Sub takes a text", at)
    if (alone := _VARIABLE.fullmatch(text)) and not alone[1].startswith("!"):
        return _variable(run, alone[1].strip(), given, at)
    return bounded(run, _substituted(run, text, given, at), at)


def _substituted(run: Evaluation, text: str, given: dict[str, Any], at: str) -> Iterable[Piece]:
    position = 0
    for variable in _VARIABLE.finditer(text):
        yield run.name(text[position : variable.start()])
        name = variable[1].strip()
        if name.startswith("!"):
            yield f"${{{name[1:]}}}"
        else:
            value = _variable(run, name, given, at)
            yield "" if value is ABSENT or value is None else written(value)
        position = variable.end()
    yield run.name(text[position:])


def _variable(run: Evaluation, name: str, given: dict[str, Any], at: str) -> Any:
    if name in given:
        return given[name]
    if "." in name and name not in run.scope.aliases and name not in run.bindings:
        made = run.name(name)
        if isinstance(made, Unknown):
            return made
        resource, _, wanted = made.partition(".")
        return attribute(run, resource, wanted, at)
    return named(run, name, at)


def bounded(run: Evaluation, pieces: Iterable[Piece], at: str) -> Piece:
    """Return the text of pieces, unless functions have made more text than is read."""
    parts: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and not run.scope.ledger.spend_text(len(piece)):
            return run.unknown("functions make more text than is read", at)
        parts.append(piece)
    return joined(parts)


def join(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Join`: a list's members as one text."""
    if not isinstance(argument, list) or len(argument) != 2:
        return run.unknown("a Fn::Join takes a separator and a list", at)
    glue = written(run.present(argument[0], f"{at}/0"))
    members = members_of(run, argument[1], f"{at}/1")
    if isinstance(members, Unknown) or isinstance(glue, Unknown):
        return Unknown(why(members, glue))
    if members is None:
        return run.unknown("a Fn::Join takes a separator and a list", at)
    pieces: list[Piece] = []
    glued = False
    for value, certain in members:
        # Beside a member that may be absent the separator is part of what is not known.
        pieces += (glue, written(value)) if certain and glued else (written(value),)
        glued = glued or certain
    return bounded(run, pieces, at)


def why(*values: Any) -> str:
    """Return why the first unknown value is so."""
    return next((value.why for value in values if isinstance(value, Unknown)), "")


def base64(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Base64`: the text itself. The encoding is for transport, and what is judged is the text that arrives."""
    return run.value(argument, at)


def to_json_string(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::ToJsonString`: a value as a text in JSON."""
    value = run.present(argument, at)
    try:
        return bounded(run, _json(value), at)
    except _NotThereForSure as open_member:
        return Composite(open_member.why, (Unknown(open_member.why),))


class _NotThereForSure(Exception):
    """A member that may be absent: what is around it can then not be written."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def _json(value: Any) -> Iterator[Piece]:
    """Yield the pieces of a JSON text, those that are unknown apart; raises `_NotThereForSure`."""
    if isinstance(value, Open):
        raise _NotThereForSure(value.why.why)
    if isinstance(value, Unknown):
        yield from _json_unknown(value)
    elif isinstance(value, dict):
        yield "{"
        for index, (key, item) in enumerate(value.items()):
            yield f"{',' if index else ''}{json.dumps(key)}:"
            yield from _json(item)
        yield "}"
    elif isinstance(value, list):
        yield "["
        for index, item in enumerate(value):
            yield "," if index else ""
            yield from _json(item)
        yield "]"
    else:
        yield json.dumps(value)


def _json_unknown(value: Unknown) -> Iterator[Piece]:
    if not value.present:
        raise _NotThereForSure(value.why)
    parts = value.parts if isinstance(value, Composite) else (value,)
    is_name = isinstance(value, Ref) and value.attribute in ("", "Ref")
    # What an attribute gives may be a list or a number, and then there are no quotes around it.
    quote = '"' if is_name or any(isinstance(part, str) for part in parts) else ""
    yield quote
    for part in parts:
        yield json.dumps(part)[1:-1] if isinstance(part, str) else part
    yield quote
