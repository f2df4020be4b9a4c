"""The organisations, folders and projects that exports tell of, by themselves or as what something else is in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MANAGER = "//cloudresourcemanager.googleapis.com/"
Object = dict[str, Any]
_KINDS = {"projects": "project", "folders": "folder", "organizations": "organization"}


class Containers:
    """Joins what several files say of the same container. A project goes by its id, or its number alone."""

    def __init__(self) -> None:
        self._found: dict[str, Object] = {}
        self._file: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        """Ids of projects by number."""
        self._policies: set[str] = set()

    def told(self, kind: str, entry: Object, file: str) -> None:
        """Take in what a list of projects, folders or organisations says."""
        name = f"projects/{entry['projectId']}" if kind == "project" else str(entry["name"])
        self._add(name, entry, file)
        number = entry.get("projectNumber")
        if kind == "project" and number is not None:
            self._ids[str(number)] = str(entry["projectId"])

    def above(self, name: str, entry: Object, file: str) -> None:
        """Take in what an asset is in: `ancestors`, nearest first, or `project`, `folders` and `organization`."""
        chain = entry.get("ancestors")
        if not isinstance(chain, list):
            folders = entry.get("folders") if isinstance(entry.get("folders"), list) else []
            chain = [entry.get("project"), *(folders or []), entry.get("organization")]
        chain = [each for each in chain if isinstance(each, str) and each.partition("/")[0] in _KINDS]
        short = name.removeprefix(MANAGER)
        if name.startswith(f"{MANAGER}projects/") and chain and chain[0].startswith("projects/"):
            number = chain[0].partition("/")[2]
            if number != short.partition("/")[2]:
                self._ids[number] = short.partition("/")[2]
                chain[0] = short
        for below, up in zip(chain, [*chain[1:], None], strict=True):
            self._add(below, {} if up is None else {"parent": up}, file)

    def read(self, on: str, file: str) -> None:
        """Take in that the policy of something was read."""
        if on.startswith(MANAGER):
            self._policies.add(on.removeprefix(MANAGER))
            self._add(on.removeprefix(MANAGER), {}, file)

    def _add(self, name: str, entry: Object, file: str) -> None:
        if name.partition("/")[0] in _KINDS:
            self._found.setdefault(name, {}).update(entry)
            self._file.setdefault(name, file)

    def resources(self) -> Iterator[tuple[str, str, Object, str]]:
        """Yield type, address, value and file of each container."""
        joined: dict[str, Object] = {}
        for name, value in self._found.items():
            joined.setdefault(self._proper(name), {}).update(value)
        policies = {self._proper(name) for name in self._policies}
        whole = any(name.startswith("organizations/") for name in policies)
        for name, value in joined.items():
            kind, _, last = name.partition("/")
            seen = name in policies or whole
            file = self._file.get(name) or next(iter(self._file.values()))
            if kind == "projects":
                value = {"projectId": last, **value, "parent": _parent(value.get("parent"))}
                value.setdefault("projectNumber", self._number(last))
            yield f"gcloud/{_KINDS[kind]}", MANAGER + name, {"name": name, **value, "policySeen": seen}, file

    def _proper(self, name: str) -> str:
        kind, _, last = name.partition("/")
        return f"projects/{self._ids.get(last, last)}" if kind == "projects" else name

    def _number(self, id: str) -> str | None:
        return next((number for number, known in self._ids.items() if known == id), id if id.isdigit() else None)


def _parent(value: Any) -> str | None:
    """Return `folders/7` for a parent however it is written."""
    if isinstance(value, dict):
        return f"{value.get('type')}s/{value.get('id')}"
    return value if isinstance(value, str) else None
