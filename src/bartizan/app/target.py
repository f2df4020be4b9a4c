"""What can be scanned: a directory, a file, a root file system, a container image, each told by how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from bartizan.app.errors import TargetError
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree, walk

if TYPE_CHECKING:
    from bartizan.app.options import Options

SCHEMES = {
    "dir": DIRECTORY,
    "sbom": DIRECTORY,
    "rootfs": ROOTFS,
    "image": IMAGE,
    "oci-dir": IMAGE,
    "oci-archive": IMAGE,
    "docker-archive": IMAGE,
}
"""What stands before the colon of a target, and the kind of tree it is."""


@dataclass(frozen=True, slots=True)
class Target:
    """One target, as it was written."""

    text: str
    of: str
    """The kind of tree it is."""
    path: Path | None
    """Where it is on disk; None for an image."""

    @property
    def folder(self) -> Path:
        """Return the directory it is in: itself, where it is one, and the working directory for an image."""
        if self.path is None:
            return Path()
        return self.path if self.path.is_dir() else self.path.parent


def target(text: str | Path) -> Target:
    """Return the target that a text means: `infra`, `image:app.tar`, `rootfs:/mnt/disk`."""
    scheme, colon, rest = str(text).partition(":")
    if not colon or scheme not in SCHEMES or (isinstance(text, Path) and text.exists()):
        return Target(str(text), DIRECTORY, Path(text))
    return Target(str(text), SCHEMES[scheme], None if SCHEMES[scheme] == IMAGE else Path(rest))


@contextmanager
def opened(wanted: Target, options: Options, only: Iterable[str] = ()) -> Iterator[Tree]:
    """Yield the files of a target but those that the options exclude.

    Raises `TargetError` for a target that is not there or cannot be read. `only` names the formats that will be
    read, all when empty: of an image nothing else is kept.
    """
    if wanted.path is None:
        from bartizan.app.images import opened_image  # what reads images is loaded for images alone

        with opened_image(wanted.text, options, only) as tree:
            yield _without(tree, options.exclude)
        return
    path = wanted.path
    if not path.exists():
        raise TargetError(f"{path} does not exist; name a file or a directory to scan.")
    if not (path.is_file() or path.is_dir()):
        raise TargetError(f"{path} is a device, a pipe or a socket; name a file or a directory to scan.")
    if wanted.of == ROOTFS and not path.is_dir():
        raise TargetError(f"{path} is no directory; name the directory that holds the root file system.")
    yield _without(walk(path, options.max_file_size, wanted.of), options.exclude)


def _without(tree: Tree, exclude: tuple[str, ...]) -> Tree:
    files = tuple(file for file in tree.files if not any(_covers(pattern, file) for pattern in exclude))
    return replace(tree, files=files)


def _covers(pattern: str, file: str) -> bool:
    bare = pattern.strip("/")
    return fnmatchcase(file, bare) or fnmatchcase(file, f"{bare}/*") or fnmatchcase(f"/{file}", f"*/{bare}/*")
