"""Variables in Compose files: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:?message}`, `${NAME:+other}`, `$$`.

No value is taken from the environment or from `.env` files, which may hold secrets and differ from place to
place: a variable is its default where it has one, and unknown where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bartizan.collect.iac.compose.layers import Override
from bartizan.core.truth import Composite, Unknown

_DOLLAR = re.compile(r"\$(?:(?P<escaped>\$)|(?P<name>[_a-zA-Z][_a-zA-Z0-9]*)|(?P<brace>\{))?")
_EXPRESSION = re.compile(r"(?P<name>[_a-zA-Z][_a-zA-Z0-9]*)(?:(?P<operator>:?[-?+])(?P<rest>.*))?", re.DOTALL)
_BRACE = re.compile(r"\$\{|\}")
_NESTING = 20
_FIRST = 0xE000
_LAST = 0xF8FF
_STAND_IN = re.compile("[\ue000-\uf8ff]")
"""Unicode's private characters, which stand for unknown parts while a text is taken apart."""


class BadVariable(Exception):
    """A dollar sign that Compose refuses; its text says why."""


def interpolate(text: str) -> str | Unknown:
    """Return a text with its variables filled in; unknown, or a `Composite`, where one has no default.

    Raises `BadVariable`.
    """
    return text if "$" not in text else join(list(_parts(text, 0)))


def join(parts: Sequence[str | Unknown]) -> str | Unknown:
    """Return the text that parts make together."""
    flat: list[str | Unknown] = []
    for part in parts:
        for each in part.parts if isinstance(part, Composite) else [part]:
            if isinstance(each, str) and flat and isinstance(flat[-1], str):
                flat[-1] += each
            elif each != "":
                flat.append(each)
    if not flat:
        return ""
    if len(flat) == 1:
        return flat[0]
    why = "; ".join(dict.fromkeys(part.why for part in flat if isinstance(part, Unknown)))
    return Composite(why, parts=tuple(flat))


def _parts(text: str, depth: int) -> Iterator[str | Unknown]:
    if depth > _NESTING:
        raise BadVariable("variables are nested too deep")
    at = 0
    while (dollar := _DOLLAR.search(text, at)) is not None:
        yield text[at : dollar.start()]
        at = dollar.end()
        if dollar["escaped"]:
            yield "$"
        elif dollar["name"]:
            yield _unset(dollar["name"])
        elif dollar["brace"]:
            end = _closing(text, at)
            yield _expression(text[at:end], depth)
            at = end + 1
        else:
            raise BadVariable("a dollar sign that is meant literally is written $$")
    yield text[at:]


def _closing(text: str, start: int) -> int:
    """Return where the brace that is open at `start` closes."""
    depth = 1
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace.group() == "${" else -1
        if depth == 0:
            return brace.start()
    raise BadVariable("a brace after a dollar sign is never closed")


def _expression(text: str, depth: int) -> str | Unknown:
    found = _EXPRESSION.fullmatch(text)
    if found is None:
        raise BadVariable(f"${{{text}}} is no variable")
    if found["operator"] in (":-", "-"):
        return join(list(_parts(found["rest"], depth + 1)))
    return _unset(found["name"])


def _unset(name: str) -> Unknown:
    return Unknown(f"the variable {name} has no default in the file")


def filled(value: Any, path: str, bad: dict[str, str]) -> Any:
    """Return a value with the variables of its texts filled in; texts that Compose refuses go to `bad`, by path."""
    if isinstance(value, str):
        try:
            return interpolate(value)
        except BadVariable as error:
            bad[path] = str(error)
            return value
    if isinstance(value, dict):
        return {key: filled(item, f"{path}/{key}" if path else key, bad) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, f"{path}/{index}", bad) for index, item in enumerate(value)]
    return Override(filled(value.value, path, bad)) if isinstance(value, Override) else value


class Masked:
    """A text in which a character stands for each unknown part, so that it can be taken apart like any other."""

    def __init__(self, value: object) -> None:
        self._unknown: dict[str, Unknown] = {}
        parts = value.parts if isinstance(value, Composite) else [value]
        self.text = "".join(self._masked(part) for part in parts)

    def _masked(self, part: object) -> str:
        if not isinstance(part, Unknown):
            return _STAND_IN.sub("\ufffd", _plain(part))
        character = chr(_FIRST + len(self._unknown) % (_LAST - _FIRST))
        self._unknown[character] = part
        return character

    def value(self, text: str) -> str | Unknown:
        """Return a piece of the text as the value it stands for."""
        parts: list[str | Unknown] = []
        at = 0
        for character in _STAND_IN.finditer(text):
            parts += [text[at : character.start()], self._unknown[character.group()]]
            at = character.end()
        return join([*parts, text[at:]])

    def known(self, text: str) -> bool:
        """Tell whether a piece of the text has no unknown part."""
        return _STAND_IN.search(text) is None


def _plain(value: object) -> str:
    """Return a scalar as Compose writes it into a text."""
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
