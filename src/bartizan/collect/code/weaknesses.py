"""Source code: the places where it shows a weakness that the content describes.

Resource `flaw`, address `FILE#WEAKNESS/MARK`, MARK being made of the text that matches and, where that is met again
in the file, a number: it stays the same when lines move. Attributes: `weakness` (id), `language`, `present` (true) and
`tests` (whether only tests run it). What the text says is not kept: it may hold a secret.

Not looked at: code copied in from elsewhere (`vendor/`, `third_party/`), minified or otherwise generated.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bartizan.collect.code.search.language import for_tests, foreign, generated, language, other_format
from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree, Unreadable, decode
from bartizan.core.place import Gap, Place
from bartizan.core.weakness import Weakness

if TYPE_CHECKING:
    from bartizan.collect.code.search.search import Hit, Search

LARGEST = 2 * 1024 * 1024
"""Bytes beyond which a source file is not searched: nobody writes such files by hand."""
MOST = 128
"""Files of a unit at most."""
_QUOTED = re.compile(r"""(["'`])[^\s"'`]*\1""")
"""A text without blanks: it may be a key or a password."""


def units(tree: Tree) -> Iterator[Unit]:
    """Gather source files by the dozen; where a unit ends is told by names alone, so that a new file moves few."""
    files: list[str] = []
    for file in tree.files:
        if language(file) and not foreign(file):
            files.append(file)
            if len(files) == MOST or zlib.crc32(file.encode("utf-8", "surrogateescape")) % 48 == 0:
                yield Unit("code", "", tuple(files))
                files = []
    if files:
        yield Unit("code", "", tuple(files))


def read(unit: Unit, tree: Tree) -> Reading:
    """Search the files of a unit."""
    reading = Reading()
    search = _search(_LookedFor(tuple(each.id for each in tree.looked_for.weaknesses), tree.looked_for.weaknesses))
    for file in unit.files:
        try:
            reading.resources.extend(_resources(file, tree, search))
        except Unreadable as error:
            reading.gaps.append(Gap(file, str(error)))
    return reading


@dataclass(frozen=True, slots=True)
class _LookedFor:
    ids: tuple[str, ...]
    weaknesses: tuple[Weakness, ...] = field(compare=False)


@cache
def _search(looked_for: _LookedFor) -> Search:
    from bartizan.collect.code.search.search import Search  # its parsers are loaded where there is code to read

    return Search(looked_for.weaknesses)


def _resources(file: str, tree: Tree, search: Search) -> Iterator[Resource]:
    from bartizan.collect.code.search.search import TooDeep

    data = tree.read(file)
    if generated(data) or other_format(file, data):
        return
    if len(data) > LARGEST:
        raise Unreadable(f"The file has {len(data) / 1e6:.0f} MB, more than is searched for weaknesses; split it.")
    spoken = language(file)
    try:
        hits = search.hits(_text(data), spoken)
    except TooDeep:
        raise Unreadable(
            "The code nests deeper than is searched for weaknesses; leave it out with --exclude."
        ) from None
    met: Counter[str] = Counter()
    for hit in hits:
        mark = f"{hit.weakness}/{_mark(hit.text)}"
        met[mark] += 1
        yield _flaw(file, spoken, hit, mark if met[mark] == 1 else f"{mark}-{met[mark]}")


def _text(data: bytes) -> str:
    """Return a text whatever its encoding: what is no UTF-8 is most likely a letter in a comment or a literal."""
    try:
        return decode(data)
    except Unreadable:
        if b"\0" in data:
            raise
        return data.decode("latin-1")


def _mark(text: str) -> str:
    bare = " ".join(_QUOTED.sub(r"\1\1", text).split())
    return hashlib.sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _flaw(file: str, spoken: str, hit: Hit, name: str) -> Resource:
    return Resource(
        type="flaw",
        address=f"{file}#{name}",
        value={"weakness": hit.weakness, "language": spoken, "present": True, "tests": for_tests(file)},
        place=Place(file, hit.line, hit.column, hit.end_line),
    )


FORMAT = Format(id="code", title="Source code", units=units, read=read)
