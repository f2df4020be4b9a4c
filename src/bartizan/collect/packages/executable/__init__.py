"""Executables that tell what they were built of: those of Go (build info), and of Rust with cargo-auditable.

Both are read by one format, so that every executable of a tree is opened once to find out.
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit, Wanted
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree, Unreadable

MAGICS = (
    b"\x7fELF",
    b"MZ",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xfe\xed\xfa\xcf",
    b"\xfe\xed\xfa\xce",
    b"\xca\xfe\xba\xbe",
)
"""How ELF, PE and Mach-O files begin; the last is Mach-O for several processors, and also a class of Java."""
GO_MARK = b"\xff Go buildinf:"
RUST_MARK = b".dep-v0"
_NOT = (
    ".class", ".py", ".pyc", ".txt", ".gz", ".xz", ".mo", ".html", ".js", ".json", ".h", ".md", ".png", ".svg", ".pl",
    ".pm", ".conf", ".rb", ".jar", ".list", ".md5sums", ".sh", ".css", ".yml", ".yaml", ".xml", ".c", ".go", ".a", ".o",
    ".zip", ".gpg", ".pem", ".crt", ".ttf", ".service", ".ko", ".desktop", ".ts", ".map", ".pyi", ".template", ".cnf",
)  # fmt: skip
"""Endings of files that are no executables: they are not opened."""
_LIBRARIES = (".so", ".exe", ".dll", ".dylib")
"""Endings of executables that need not be marked as such."""


def _units(tree: Tree) -> Iterator[Unit]:
    from bartizan.collect.packages.executable.recognise import telling  # only for trees that have executables

    for file in tree.files:
        if not file.endswith(_NOT) and _begins(tree, file) and telling(tree, file):
            yield Unit("executable", file, (file,))


def _begins(tree: Tree, file: str) -> bool:
    """Return whether a file may run and begins as executables do, reading no more of it than that."""
    if file in tree.heads:
        return tree.heads[file].startswith(MAGICS)
    try:
        if not tree.stored.mode(file) & 0o111 and not file.endswith(_LIBRARIES):
            return False
        with tree.open(file) as stream:
            return stream.read(4).startswith(MAGICS)
    except (Unreadable, OSError):
        return False


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.executable.built import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> Wanted:
    named = not entry.path.endswith(_NOT)
    return (GO_MARK, RUST_MARK) if named and entry.head.startswith(MAGICS) else False


FORMAT = Format(
    id="executable",
    title="Executables of Go and Rust",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
