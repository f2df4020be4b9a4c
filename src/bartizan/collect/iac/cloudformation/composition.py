"""Functions that make texts: Fn::Sub, Fn::Join, Fn::Base64, Fn::ToJsonString."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT, Placed
from bartizan.collect.iac.cloudformation.evaluate import Evaluation
from bartizan.collect.iac.cloudformation.reference import attribute, named
from bartizan.collect.iac.cloudformation.text import Piece, joined, written
from bartizan.core.truth import Composite, Unknown

_VARIABLE = re.compile(r"\$\{([^{}]*)\}")
_STAND_IN = re.compile('"\x00([0-9]{1,9})\x00"')


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
    values = run.present(argument[1], f"{at}/1")
    if isinstance(values, Unknown) or isinstance(glue, Unknown):
        return Unknown(why(values, glue))
    if not isinstance(values, list):
        return run.unknown("a Fn::Join takes a separator and a list", at)
    pieces: list[Piece] = []
    for value in values:
        pieces += (glue, written(value))
    return bounded(run, pieces[1:], at)


def why(*values: Any) -> str:
    """Return why the first unknown value is so."""
    return next((value.why for value in values if isinstance(value, Unknown)), "")


def base64(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Base64`: the text itself. The encoding is for transport, and what is judged is the text that arrives."""
    return run.value(argument, at)


def to_json_string(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::ToJsonString`: a value as a text in JSON."""
    if type(argument) is Placed:
        argument, at = argument.node, argument.at
    unknown: list[Unknown] = []

    def stand_in(value: Any) -> str:
        unknown.append(value if isinstance(value, Unknown) else Unknown("not data"))
        return f"\0{len(unknown) - 1}\0"

    value = run.present(argument, at)
    if isinstance(value, Unknown):
        return Composite(value.why, (Unknown(value.why),))
    text = json.dumps(value, default=stand_in, separators=(",", ":")).replace('"\\u0000', '"\0').replace('\\u0000"', '\0"')
    pieces: list[Piece] = []
    for index, part in enumerate(_STAND_IN.split(text)):
        is_unknown = index % 2 and int(part) < len(unknown)
        pieces += ('"', unknown[int(part)], '"') if is_unknown else (part,)
    return bounded(run, pieces, at)
