"""A workspace: the texts of a target's files, edited without a file being touched."""

from __future__ import annotations

from collections.abc import Callable

from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.file import edits
from bartizan.collect.edit.follow import Sources
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.attack import Edit


class Workspace:
    """Edits of a tree that have not been written."""

    def __init__(self, tree: Tree, kept: dict[str, str] | None = None) -> None:
        self._tree = tree
        self._kept: dict[str, str] = {} if kept is None else kept
        self._changed: dict[str, str] = {}

    def fresh(self) -> Workspace:
        """Return a workspace on the same tree without any edits."""
        return Workspace(self._tree, self._kept)

    def read(self, file: str) -> str:
        """Return the text of a file as it is now; raises `Refused` for one that cannot be read."""
        if file in self._changed:
            return self._changed[file]
        if file not in self._kept:
            try:
                self._kept[file] = self._tree.text(file)
            except Unreadable as unreadable:
                raise Refused(f"{file}: {unreadable}") from None
        return self._kept[file]

    def change(self, file: str, by: Callable[[str, str], str]) -> None:
        """Change the text of a file by a function of its name and text; raises `Refused` where that does."""
        self._changed[file] = by(file, self.read(file))

    @property
    def sources(self) -> Sources:
        """Return the files of the tree, for who follows references."""
        return Sources(self._tree.files, self.read)

    def edits(self) -> tuple[Edit, ...]:
        """Return all that was changed."""
        return tuple(edit for file, new in sorted(self._changed.items()) for edit in edits(file, self._kept[file], new))
