"""Policy variables: `${aws:username}`, with defaults, in resources and in the values of conditions.

Published in the IAM user guide, "IAM policy elements: Variables and tags": a variable without a value makes a text that
nothing is equal to or like; wild cards within a value are plain letters; `${*}`, `${?}` and `${$}` are those letters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bartizan.core.truth import Unknown
from bartizan.identity.aws.context import Context
from bartizan.identity.hole import CLOSE, OPEN, hole

VERSION = "2012-10-17"
"""In documents of other versions a variable is plain text."""

_VARIABLE = re.compile(rf"{OPEN}[^{CLOSE}]*{CLOSE}|\$\{{([^}}]*)\}}")
_INNER = re.compile(r"\s*(.*?)\s*(?:,\s*'([^']*)'\s*)?")
_STAR, _ONE = "\ue004", "\ue005"
"""Wild cards that are meant as letters, in patterns and in the texts that are compared with such patterns."""
_LETTERS = {"*": _STAR, "?": _ONE, "$": "$"}


class Expanded(NamedTuple):
    """A text with its variables filled in; those that are open or unseen are holes in it."""

    text: str | None
    """None: a variable has no value, and nothing fits."""
    left: str = ""
    """The key of a variable that the request leaves open."""
    unseen: str = ""
    """Why a variable's value is not known."""
    letters: bool = False
    """Whether it has wild cards that are meant as letters: compare it with a `lettered` text."""


def expand(text: str, context: Context, version: str = VERSION) -> Expanded:
    """Fill in the variables of a text."""
    if "${" not in text or version != VERSION:
        return Expanded(text)
    pieces: list[str] = []
    at, left, unseen = 0, "", ""
    for match in _VARIABLE.finditer(text):
        found = match[0] if match[1] is None else _value(match[1], context)
        if found is None:
            return Expanded(None)
        if isinstance(found, Unknown):
            name = _name(match[1])
            left, unseen = (left, found.why) if found.why else (name, unseen)
            found = hole(f"{{{name}}}")
        pieces += (text[at : match.start()], found)
        at = match.end()
    whole = "".join((*pieces, text[at:]))
    return Expanded(whole, left, unseen, _STAR in whole or _ONE in whole)


def _name(inner: str) -> str:
    match = _INNER.fullmatch(inner)
    return (match[1] if match else inner).lower()


def _value(inner: str, context: Context) -> str | Unknown | None:
    name = _name(inner)
    if name in _LETTERS:
        return _LETTERS[name]
    found = context.variable(name)
    if found is None and (match := _INNER.fullmatch(inner)) and match[2] is not None:
        found = match[2]
    return lettered(found) if isinstance(found, str) else found


def lettered(text: str) -> str:
    """Return a text whose wild cards are plain letters."""
    return text.replace("*", _STAR).replace("?", _ONE) if "*" in text or "?" in text else text


def unlettered(text: str) -> str:
    """Return a text as it was before `lettered`."""
    return text.replace(_STAR, "*").replace(_ONE, "?") if _STAR in text or _ONE in text else text
