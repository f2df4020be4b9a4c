"""Whether an executable tells what it was built of, found from its headers."""

from __future__ import annotations

import struct
from typing import BinaryIO

from bartizan.collect.packages.executable import GO_MARK, RUST_MARK
from bartizan.collect.packages.executable.layout import Broken, Layout, Span, layout
from bartizan.collect.tree import Tree, Unreadable

GO_SECTIONS = (".go.buildinfo", "__go_buildinfo")
SEARCHED = 1024 * 1024
"""Bytes of the data that are searched where no section has the name."""


def telling(tree: Tree, file: str) -> bool:
    """Return whether a file has the build info of Go or the dependency list of Rust."""
    try:
        with tree.open(file) as stream:
            found = layout(stream)
            return found is not None and (audit(found) is not None or build(stream, found) is not None)
    except (Unreadable, Broken, OSError, ValueError, struct.error):
        return False


def audit(found: Layout) -> Span | None:
    """Return the section that cargo-auditable adds."""
    return found.section(RUST_MARK.decode())


def build(stream: BinaryIO, found: Layout) -> int | None:
    """Return where the build info of Go begins in a file."""
    if named := found.section(*GO_SECTIONS):
        stream.seek(named.offset)
        return named.offset if stream.read(len(GO_MARK)) == GO_MARK else _searched(stream, named)
    if found.sections and not any(span.name == ".data" for span in found.sections):
        return None
    for span in _data(found):
        if (place := _searched(stream, span)) is not None:
            return place
    return None


def _data(found: Layout) -> list[Span]:
    """Return where build info may lie unnamed: PE files have `.data`, stripped ELF files segments alone."""
    if found.sections is found.segments:
        return [span for span in found.sections if span.name == ".data"]
    return [] if found.sections else [span for span in found.segments if span.writable]


def _searched(stream: BinaryIO, span: Span) -> int | None:
    stream.seek(span.offset)
    data = stream.read(min(span.size, SEARCHED))
    place = data.find(GO_MARK)
    while place > 0 and (span.address + place) % 16:
        place = data.find(GO_MARK, place + 1)
    return None if place < 0 else span.offset + place
