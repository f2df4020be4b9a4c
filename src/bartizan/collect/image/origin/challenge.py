"""What a registry asks for before it answers: the header WWW-Authenticate. Source: RFC 9110, section 11."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAMETER = re.compile(r'\s*([A-Za-z0-9!#$%&\'*+.^_`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]*)\s*(?:,|$)')
_SCHEME = re.compile(r"\s*,?\s*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s+|$|(?=,))")
_LONGEST = 16_384


@dataclass(frozen=True, slots=True)
class Challenge:
    """A way to prove who asks: `bearer` with realm, service and scope, or `basic`."""

    scheme: str
    """In lower case."""
    parameters: dict[str, str]


def challenges(header: str) -> list[Challenge]:
    """Return the challenges of a header, none for one that is malformed from the start."""
    return list(_challenges(header[:_LONGEST]))


def _challenges(text: str) -> Iterator[Challenge]:
    at = 0
    while match := _SCHEME.match(text, at):
        at = match.end()
        parameters: dict[str, str] = {}
        while parameter := _PARAMETER.match(text, at):
            parameters.setdefault(parameter[1].lower(), _unquoted(parameter[2]))
            at = parameter.end()
        yield Challenge(match[1].lower(), parameters)


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if text.startswith('"') else text
