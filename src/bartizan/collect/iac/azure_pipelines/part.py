"""Values of a pipeline behind its template expressions: `${{ if ... }}:`, `${{ each ... }}:`, `${{ insert }}:`.

Parameters are not known here, so both ways of a condition are kept, each with the doubt whether it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.core.truth import Unknown

EXPRESSION = re.compile(r"\$\(|\$\[|\$\{\{")
"""What makes a text computed: a macro, a runtime expression or a template expression."""
_DIRECTIVE = re.compile(r"\s*\$\{\{\s*(if|elseif|else|each|insert)\b(.*?)\}\}\s*$", re.DOTALL)
_TEMPLATE = re.compile(r"\$\{\{")


@dataclass(frozen=True, slots=True)
class Part:
    """A value, where it is written, and whether it is certain to be there."""

    value: Any
    path: str
    doubt: Unknown | None = None

    def within(self, doubt: Unknown | None) -> Part:
        """Return the same within something that may not be there."""
        return Part(self.value, self.path, first(doubt, self.doubt))

    def computed(self) -> bool:
        """Return whether the value is a template expression."""
        return isinstance(self.value, str) and _TEMPLATE.search(self.value) is not None


class Mapping:
    """A mapping with what conditions put into it.

    The doubt of its values is whether they are there if the mapping is, not whether that is.
    """

    def __init__(self, part: Part) -> None:
        self.path = part.path
        self._parts: dict[str, list[Part]] = {}
        if isinstance(part.value, dict):
            self._add(Part(part.value, part.path))

    @classmethod
    def holding(cls, key: str, part: Part) -> Mapping:
        """Return a mapping with one key, whose value is written elsewhere."""
        mapping = cls(Part(None, part.path))
        mapping._parts[key] = [part]
        return mapping

    def _add(self, part: Part) -> None:
        for key, value in part.value.items():
            here = f"{part.path}/{key}" if part.path else key
            directive = _DIRECTIVE.match(key)
            if directive is None:
                self._parts.setdefault(key, []).append(Part(value, here, part.doubt))
            elif isinstance(value, dict):
                self._add(Part(value, here, _doubt(directive, part.doubt)))

    def __contains__(self, key: str) -> bool:
        return key in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def parts(self, key: str) -> list[Part]:
        """Return what a key may have, one for each condition that gives it a value."""
        return self._parts.get(key, [])

    def part(self, key: str) -> Part | None:
        """Return the only value a key may have; None where it has none or several."""
        parts = self.parts(key)
        return parts[0] if len(parts) == 1 else None

    def get(self, key: str) -> Any:
        """Return the value of a key; unknown where a condition or an expression decides; None where it is not set."""
        parts = self.parts(key)
        if not parts:
            return None
        if len(parts) > 1 or parts[0].doubt is not None:
            doubt = parts[0].doubt
            return Unknown("a condition decides between several values") if doubt is None else doubt
        return known(parts[0].value)

    def raw(self, key: str) -> Any:
        """Return the value of a key as it is written; unknown where a condition decides."""
        part = self.part(key)
        return part.value if part is not None and part.doubt is None else self.get(key)

    def items(self, key: str) -> Iterator[Part]:
        """Yield the members of a list, those that conditions put into it too."""
        for part in self.parts(key):
            yield from members(part)


def members(part: Part) -> Iterator[Part]:
    """Yield the members of a list, conditions resolved; an expression that stands for members is yielded itself."""
    if not isinstance(part.value, list):
        if part.value is not None:
            yield part
        return
    for index, item in enumerate(part.value):
        here = Part(item, f"{part.path}/{index}", part.doubt)
        directives = [(key, _DIRECTIVE.match(key)) for key in item] if isinstance(item, dict) else []
        if not directives or any(directive is None for _, directive in directives):
            yield here
            continue
        for key, directive in directives:
            if directive is not None:
                yield from members(Part(item[key], f"{here.path}/{key}", _doubt(directive, part.doubt)))


def _doubt(directive: re.Match[str], before: Unknown | None) -> Unknown | None:
    if directive[1] == "insert":
        return before
    condition = " ".join(f"{directive[1]} {directive[2].strip()}".split())[:120]
    return first(before, Unknown(f"the template decides: {condition}"))


def first(*doubts: Unknown | None) -> Unknown | None:
    """Return the first doubt there is."""
    return next((doubt for doubt in doubts if doubt is not None), None)


def known(value: Any) -> Any:
    """Return a value; unknown where it is a template expression."""
    if isinstance(value, str) and _TEMPLATE.search(value):
        return Unknown("it is given by a parameter or computed by the template")
    return value


def text(value: Any) -> Any:
    """Return a value as a text, where it is a plain one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


class Names:
    """Gives things names that are unique among their siblings."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def unique(self, name: Any, index: int) -> str:
        """Return a name as it is if it is a plain one and new, else one with the index in it."""
        plain = str(name) if isinstance(name, str | int) and not isinstance(name, bool) and name != "" else ""
        chosen = plain if plain and plain not in self._used and not EXPRESSION.search(plain) else str(index)
        while chosen in self._used:
            chosen += "'"
        self._used.add(chosen)
        return chosen
