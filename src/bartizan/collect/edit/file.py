"""Files as bytes and edits as lines: what goes between a text that was edited and the file it is of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from bartizan.collect.edit.change import Change, Refused, changed, offset
from bartizan.collect.tree import Unreadable, decode
from bartizan.core.attack import Edit

_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb": "utf-8"}
LARGE = 4_000
"""Lines beyond which two texts are told apart by what they begin and end with alone."""


def recoded(data: bytes, change: Callable[[str], str]) -> bytes:
    """Return the bytes of a file with its text changed, in the encoding and with the mark it has; raises `Refused`."""
    try:
        text = decode(data)
    except Unreadable as unreadable:
        raise Refused(str(unreadable)) from None
    encoding = _MARKS.get(data[:2], "utf-8")
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:3] == b"\xef\xbb\xbf"
    text = text.removeprefix("\ufeff") if encoding != "utf-8" else text
    return (("\ufeff" if marked else "") + change(text)).encode(encoding)


def edits(file: str, old: str, new: str) -> tuple[Edit, ...]:
    """Return what was changed in a text, as stretches of whole lines in order; lines keep their line breaks."""
    before, after = _lines(old), _lines(new)
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old_part, new_part = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(old_part) + len(new_part) > LARGE:
        return (Edit(file=file, before="".join(old_part), after="".join(new_part), line=head + 1),)
    matcher = SequenceMatcher(None, old_part, new_part, autojunk=False)
    return tuple(
        Edit(file=file, before="".join(old_part[a:b]), after="".join(new_part[c:d]), line=head + a + 1)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their line breaks: only a line feed ends one."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def applied(text: str, made: Iterable[Edit]) -> str:
    """Return a text with edits made, each at the line it had before any of them.

    The same edit twice is made once. Raises `Refused` where a file is not as it was, or two edits are of the same
    lines.
    """
    changes = []
    for edit in dict.fromkeys(made):
        start = offset(text, edit.line, 1) if edit.line <= text.count("\n") + 1 else len(text)
        if not text.startswith(edit.before, start):
            raise Refused(f"{edit.file} is not as it was at line {edit.line}: something else changed it.")
        changes.append(Change(start, start + len(edit.before), edit.after))
    return changed(text, changes)
