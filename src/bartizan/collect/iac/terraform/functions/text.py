"""String functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import members, text, whole
from bartizan.collect.iac.terraform.values import Fault, Rest, composite, is_shuffled, vague
from bartizan.core.truth import Composite, Unknown


def graphemes(value: str) -> list[str]:
    """Return the characters a person sees: letters with the marks that are combined with them."""
    found: list[str] = []
    for character in value:
        if found and (_joins(character) or found[-1].endswith("\u200d")):
            found[-1] += character
        elif found and character == "\n" and found[-1] == "\r":
            found[-1] = "\r\n"
        else:
            found.append(character)
    return found


def _joins(character: str) -> bool:
    """Tell whether a character belongs to the one before: a mark, a joiner, a tone of skin."""
    tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return unicodedata.category(character)[0] == "M" or character == "\u200d" or tone


def _chomp(value: Any) -> str:
    return str(text(value)).rstrip("\r\n")


def _indent(spaces: Any, value: Any) -> str:
    return str(text(value)).replace("\n", "\n" + " " * min(max(whole(spaces), 0), 1000))


def _split(separator: Any, value: Any) -> list[str]:
    mark, subject = text(separator), text(value)
    return (subject.split(mark) if subject else [""]) if mark else list(subject)


def _substr(value: Any, offset: Any, length: Any) -> str:
    characters, start, count = graphemes(text(value)), whole(offset), whole(length)
    if start < 0:
        start = max(start + len(characters), 0)
    return "".join(characters[start:] if count < 0 else characters[start : start + count])


def _title(value: Any) -> str:
    letters, after_letter = [], False
    for character in text(value):
        letters.append(character if after_letter else character.title())
        after_letter = character.isalnum() or character == "_" or not (character.isascii() or character.isspace())
    return "".join(letters)


def _trimprefix(value: Any, prefix: Any) -> str:
    return str(text(value)).removeprefix(text(prefix))


def _trimsuffix(value: Any, suffix: Any) -> str:
    return str(text(value)).removesuffix(text(suffix))


def _upper(value: str) -> str:
    return value.upper() if value.isascii() else "".join(c if len(c.upper()) > 1 else c.upper() for c in value)


def _lower(value: str) -> str:
    return value.lower() if value.isascii() else "".join(c.lower()[0] for c in value)


def _cased(change: Callable[[str], str]) -> Callable[[Any], Any]:
    def cased(value: Any) -> Any:
        shown = text(value)
        if isinstance(shown, Composite):
            return composite([change(part) if isinstance(part, str) else vague(part) for part in shown.parts])
        return vague(shown) if isinstance(shown, Unknown) else change(shown)

    return cased


def _join(separator: Any, *lists: Any) -> Any:
    mark = text(separator)
    if isinstance(mark, Unknown):
        return vague(mark)
    items: list[Any] = []
    for value in lists:
        found = members(value)
        if is_shuffled(found):
            return Unknown("the order of the joined members is not known")
        items.extend([Rest(found.why)] if isinstance(found, Unknown) else found)
    if len(items) == 1 and isinstance(items[0], Rest):
        return vague(items[0])
    return _joined(mark, items)


def _joined(mark: str, items: list[Any]) -> Any:
    parts: list[Any] = []
    certain = True
    for index, item in enumerate(items):
        if item is None:
            raise Fault(f"join: the member at index {index} is null")
        if isinstance(item, Rest):
            # It may bring no member at all, and then no separator either.
            parts.append(vague(item))
            certain = False
            continue
        if index and certain:
            parts.append(mark)
        certain = True
        parts.append(text(item))
    return composite(parts)


def _starts_with(value: Any, prefix: Any) -> Any:
    subject, start = text(value), text(prefix)
    if isinstance(start, Unknown):
        return vague(start)
    if isinstance(subject, str):
        return subject.startswith(start)
    first = subject.parts[0] if isinstance(subject, Composite) else None
    if isinstance(first, str) and (len(first) >= len(start) or not start.startswith(first)):
        return first.startswith(start)
    return vague(subject)


def _ends_with(value: Any, suffix: Any) -> Any:
    subject, end = text(value), text(suffix)
    if isinstance(end, Unknown):
        return vague(end)
    if isinstance(subject, str):
        return subject.endswith(end)
    last = subject.parts[-1] if isinstance(subject, Composite) else None
    if isinstance(last, str) and (len(last) >= len(end) or not end.endswith(last)):
        return last.endswith(end)
    return vague(subject)


def _contains(value: Any, part: Any) -> Any:
    subject, sought = text(value), text(part)
    if isinstance(sought, Unknown):
        return vague(sought)
    if isinstance(subject, str):
        return sought in subject
    if isinstance(subject, Composite) and any(isinstance(known, str) and sought in known for known in subject.parts):
        return True
    return vague(subject)


KNOWN: dict[str, Callable[..., Any]] = {
    "chomp": _chomp,
    "indent": _indent,
    "split": _split,
    "strrev": lambda value: "".join(reversed(graphemes(text(value)))),
    "substr": _substr,
    "title": _title,
    "trim": lambda value, cutset: text(value).strip(text(cutset)) if text(cutset) else text(value),
    "trimprefix": _trimprefix,
    "trimspace": lambda value: text(value).strip(),
    "trimsuffix": _trimsuffix,
}
OPEN: dict[str, Callable[..., Any]] = {
    "endswith": _ends_with,
    "join": _join,
    "lower": _cased(_lower),
    "startswith": _starts_with,
    "strcontains": _contains,
    "upper": _cased(_upper),
}
