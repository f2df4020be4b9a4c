"""Root file systems in memory, and what is read of them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from bartizan.collect.formats import formats
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import ROOTFS, Tree
from bartizan.core.truth import Unknown

BOOKWORM = 'ID=debian\nVERSION_ID="12"\nNAME="Debian GNU/Linux"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n'


@dataclass(frozen=True, slots=True)
class Memory:
    """Files by path."""

    contents: dict[str, bytes]

    def open(self, file: str) -> BinaryIO:
        return BytesIO(self.contents[file])

    def size(self, file: str) -> int:
        return len(self.contents[file])

    def mode(self, file: str) -> int:
        return 0o644


def rootfs(files: dict[str, str | bytes]) -> Tree:
    contents = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    return Tree(Path("/nowhere"), tuple(sorted(contents)), of=ROOTFS, storage=Memory(contents))


def readings(format: str, tree: Tree) -> list[Reading]:
    form = formats()[format]
    return [form.read(unit, tree) for unit in form.units(tree)]


def read(format: str, files: dict[str, str | bytes]) -> Reading:
    """Return the one reading of a format."""
    (reading,) = readings(format, rootfs(files))
    return reading


def by_name(reading: Reading) -> dict[str, Resource]:
    return {resource.value.get("name", resource.address): resource for resource in reading.resources}


def values(reading: Reading, key: str) -> dict[str, Any]:
    return {name: resource.value[key] for name, resource in by_name(reading).items()}


def is_unknown(value: object) -> bool:
    return isinstance(value, Unknown)
