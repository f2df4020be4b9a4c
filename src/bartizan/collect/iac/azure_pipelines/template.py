"""Templates that a pipeline uses: of the same repository, or of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One use of a template."""

    text: Any
    repository: str | None
    """The name of the repository resource, for a template of another repository."""
    file: str | None
    """The file it is, if it is here."""
    computed: bool = False

    def __str__(self) -> str:
        return "a template that is computed" if self.computed else f"the template {self.text}"

    @property
    def missing(self) -> bool:
        """Whether it should be here and is not."""
        return self.file is None and self.repository is None and not self.computed

    def value(self) -> dict[str, Any]:
        """Return the use JSON-like."""
        path = Unknown("it is given by a parameter or computed by the template") if self.computed else self.text
        return {"template": path, "repository": self.repository, "file": self.file}


class Templates:
    """Finds the templates of the scanned tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known = frozenset(tree.files)

    def find(self, given: Any, user: str) -> Template:
        """Return the template that `given` names in the file `user`."""
        if not isinstance(given, str) or "${{" in given:
            return Template(text=given, repository=None, file=None, computed=True)
        path, _, repository = given.partition("@")
        if repository and repository != "self":
            return Template(text=given, repository=repository, file=None)
        return Template(text=given, repository=None, file=self._file(path.strip(), user))

    def _file(self, path: str, user: str) -> str | None:
        here = user.rpartition("/")[0]
        if not path.startswith("/"):
            file = self._tree.inside(here, path)
            return file if file in self._known else None
        while True:  # the root of the repository may be anywhere above
            file = self._tree.inside(here, path.lstrip("/"))
            if file in self._known or not here:
                return file if file in self._known else None
            here = here.rpartition("/")[0]
