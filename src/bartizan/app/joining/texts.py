"""Texts of pipelines: YAML that is loaded as far as it goes, and the variables in them filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}|\$\(([A-Za-z_][\w.]*)\)|\$\{(\w+)[^}]*\}|\$([A-Za-z_]\w*)")
_PREFIX = re.compile(r"^(env|vars|variables|inputs)\.")
DEEPEST = 40


def loaded(text: str) -> Any:
    """Return a YAML or JSON document, None for one that is none. Objects other than plain data are refused."""
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def scalars(content: object, depth: int = 0) -> dict[str, str]:
    """Return the variables that a document sets anywhere: under `env`, `variables`, `substitutions`."""
    found: dict[str, str] = {}
    if depth > DEEPEST:
        return found
    if isinstance(content, list):
        for each in content:
            found.update(scalars(each, depth + 1))
    if isinstance(content, Mapping):
        for key, value in content.items():
            if key in ("env", "environment", "variables", "substitutions") and isinstance(value, Mapping):
                found.update({str(name): str(each) for name, each in value.items() if isinstance(each, str | int)})
            found.update(scalars(value, depth + 1))
    return found


def matrix(content: object, depth: int = 0) -> dict[str, list[str]]:
    """Return the choices of every matrix of a document, by the name of the variable."""
    found: dict[str, list[str]] = {}
    if depth > DEEPEST:
        return found
    for each in content if isinstance(content, list) else ():
        found.update(matrix(each, depth + 1))
    if isinstance(content, Mapping):
        choices = content.get("matrix")
        if isinstance(choices, Mapping):
            found.update(_choices(choices))
        for value in content.values():
            found.update(matrix(value, depth + 1))
    return found


def _choices(choices: Mapping[Any, Any]) -> dict[str, list[str]]:
    found = {str(key): [str(one) for one in value] for key, value in choices.items() if isinstance(value, list)}
    for each in choices.get("include", ()) if isinstance(choices.get("include"), list) else ():
        for key, value in each.items() if isinstance(each, Mapping) else ():
            found.setdefault(str(key), []).append(str(value))
    return {key: list(dict.fromkeys(value)) for key, value in found.items() if key != "include"}


def commands(content: object, depth: int = 0) -> Iterator[str]:
    """Yield the texts of a document, in order; arguments of a step of Cloud Build as the command that they are."""
    if isinstance(content, str):
        yield content
    elif depth <= DEEPEST and isinstance(content, list):
        for each in content:
            yield from commands(each, depth + 1)
    elif depth <= DEEPEST and isinstance(content, Mapping):
        arguments = content.get("args")
        if isinstance(arguments, list) and arguments[:1] == ["build"] and "docker" in str(content.get("name")):
            yield "docker " + " ".join(map(str, arguments))
        for each in content.values():
            yield from commands(each, depth + 1)


def filled(text: str, values: Mapping[str, str], depth: int = 0) -> str:
    """Return a text with its variables filled in; what is not known becomes `*`, and one of a matrix stays."""

    def one(match: re.Match[str]) -> str:
        name = next(each for each in match.groups() if each)
        value = values.get(name, values.get(_PREFIX.sub("", name)))
        if value is None:
            return match[0] if name.startswith("matrix.") else "*"
        return value if depth > 3 or "$" not in value else filled(value, values, depth + 1)

    return _EXPRESSION.sub(one, text)
