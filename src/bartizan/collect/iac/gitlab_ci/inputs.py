"""Inputs of a configuration: `$[[ inputs.name ]]`, replaced by what an include gives or by the default."""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.text import joined
from bartizan.core.truth import Unknown

_INPUT = re.compile(r"\$\[\[\s*inputs\.([\w-]+)\s*(\|[^\]]*)?\]\]")
_SCRIPTS = frozenset({"script", "before_script", "after_script"})


def declared(header: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Return the inputs that `spec` declares: as given, else by their default, else unknown."""
    spec = header.get("spec") if isinstance(header, dict) else None
    inputs = spec.get("inputs") if isinstance(spec, dict) else None
    found: dict[str, Any] = {}
    for name, each in (inputs if isinstance(inputs, dict) else {}).items():
        if name in given:
            found[name] = given[name]
        elif isinstance(each, dict) and "default" in each:
            found[name] = each["default"]
        else:
            found[name] = Unknown(f"the input {name} has no default")
    return found


def filled(value: Any, inputs: dict[str, Any]) -> Any:
    """Return a value with the inputs in it replaced; scripts keep those that are unknown as they are written."""
    return _fill(value, inputs, script=False)


def _fill(value: Any, inputs: dict[str, Any], script: bool) -> Any:
    if isinstance(value, str):
        return _text(value, inputs, script) if "$[[" in value else value
    if isinstance(value, list):
        return [_fill(item, inputs, script) for item in value]
    if isinstance(value, dict):
        return {_key(key, inputs): _fill(item, inputs, script or key in _SCRIPTS) for key, item in value.items()}
    return value


def _key(key: str, inputs: dict[str, Any]) -> str:
    made = _text(key, inputs, True) if "$[[" in key else key
    return made if isinstance(made, str) else key


def _text(text: str, inputs: dict[str, Any], script: bool) -> Any:
    alone = _INPUT.fullmatch(text.strip())
    if alone:
        value = _value(alone, inputs)
        return text if script and isinstance(value, Unknown) else value
    pieces: list[str | Unknown] = []
    position = 0
    for match in _INPUT.finditer(text):
        value = _value(match, inputs)
        pieces.append(text[position : match.start()])
        pieces.append(match.group() if script and isinstance(value, Unknown) else _written(value))
        position = match.end()
    return joined([*pieces, text[position:]])


def _value(match: re.Match[str], inputs: dict[str, Any]) -> Any:
    if match[2]:
        return Unknown(f"the input {match[1]} is passed through a function")
    return inputs.get(match[1], Unknown(f"the input {match[1]} is not declared"))


def _written(value: Any) -> str | Unknown:
    if isinstance(value, str | Unknown):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else Unknown("an input that is no text stands within a text")
