"""A root module and everything it calls: its files, its bounds, and the gaps met while it is evaluated."""

from __future__ import annotations

import json
import os
import posixpath
import re
from bisect import bisect_left
from functools import lru_cache
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.iac.terraform.configuration import Configuration, gather
from bartizan.collect.iac.terraform.values import MAX_WEIGHT, Fault
from bartizan.collect.tree import Tree, Unreadable, decode
from bartizan.core.place import Gap

MAX_STEPS = 2_000_000
"""Iterations, instances and rendered templates of one root module, before a configuration is taken for hostile."""
MAX_MODULES = 20_000
"""Calls of modules, likewise."""
MAX_GAPS = 500
_SOURCE = re.compile(r"\.(?:tf|tofu)(?:\.json)?$")
_TERRAFORM = re.compile(r"\.tf(\.json)?$")
_DOWNLOADED = ".terraform/modules/"


@lru_cache(maxsize=256)
def _gathered(directory: str, texts: tuple[tuple[str, str], ...]) -> Configuration:
    return gather(directory, texts)


class Project:
    """What the modules of one root share."""

    def __init__(self, unit: Unit, tree: Tree) -> None:
        self.tree = tree
        self.unit = unit
        self.root = unit.root
        self.own = frozenset(unit.files)
        self.gaps: list[Gap] = []
        self.also: set[str] = set()
        self.steps = 0
        self._configurations: dict[str, Configuration | None] = {}
        self._told: set[tuple[str, str, int]] = set()
        self._weights: dict[int, tuple[int, Any]] = {}
        self._downloaded: dict[str, str] | None = None

    def tell(self, gap: Gap) -> None:
        """Note a gap, once."""
        key = (gap.file, gap.why, gap.line)
        if key not in self._told and len(self.gaps) < MAX_GAPS:
            self._told.add(key)
            self.gaps.append(gap)

    def spend(self, steps: int) -> None:
        """Count work done; raises `Fault` when there has been too much."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            why = "The configuration asks for more iterations than are evaluated; what is missing is unknown."
            self.tell(Gap(self.root or ".", why))
            raise Fault("the configuration asks for more iterations than are evaluated")

    def affords_module(self) -> bool:
        """Count the call of a module, and tell whether it may be evaluated."""
        self.steps += MAX_STEPS // MAX_MODULES
        return self.steps <= MAX_STEPS

    def weighed(self, value: Any) -> Any:
        """Return a value that is not too large; raises `Fault`: names that double one another grow without bound."""
        if isinstance(value, (list, dict)) and self._weight(value) > MAX_WEIGHT:
            raise Fault("the value grows larger than is evaluated")
        return value

    def _weight(self, value: list[Any] | dict[str, Any]) -> int:
        known = self._weights.get(id(value))
        if known is not None:
            return known[0]
        weight = 1
        for item in value if isinstance(value, list) else value.values():
            weight += self._weight(item) if isinstance(item, (list, dict)) else 1
        self._weights[id(value)] = (weight, value)
        return weight

    def configuration(self, directory: str) -> Configuration | None:
        """Return what a directory declares, None where it has no files of Terraform."""
        if directory not in self._configurations:
            self._configurations[directory] = self._read(directory)
        return self._configurations[directory]

    def _read(self, directory: str) -> Configuration | None:
        files = [file for file in self.listing(directory) if _SOURCE.search(file)]
        texts = [(file, text) for file in _preferred(files) if (text := self.text(file)) is not None]
        if not files:
            return None
        found = _gathered(directory, tuple(texts))
        found.damaged |= len(texts) < len(_preferred(files))
        for gap in found.gaps:
            self.tell(gap)
        return found

    def text(self, file: str, about: str = "") -> str | None:
        """Return a file's text; where it cannot be read, None and a gap."""
        try:
            self._consulted(file)
            return decode(self.tree.read(file))
        except Unreadable as reason:
            self.tell(Gap(file, f"{reason} What it declares is missing.", about=about))
            return None

    def _consulted(self, file: str) -> None:
        if file not in self.own:
            self.also.add(file)

    def listing(self, directory: str) -> list[str]:
        """Return the paths of the files directly in a directory, those of downloaded modules also."""
        if self._is_downloaded(directory):
            return self._listed_downloaded(directory)
        return in_directory(self.tree.files, directory)

    def _is_downloaded(self, path: str) -> bool:
        return f"/{path}/".find(f"/{_DOWNLOADED}") >= 0

    def _listed_downloaded(self, directory: str) -> list[str]:
        if not self.contained(directory):
            return []
        try:
            with os.scandir(self.tree.root / directory) as entries:
                found = [f"{directory}/{entry.name}" for entry in entries if entry.is_file(follow_symlinks=False)]
        except OSError:
            return []
        return sorted(found)

    def contained(self, path: str) -> bool:
        """Tell whether a path that the tree does not list lies under its root without passing a link out of it."""
        root = os.path.realpath(self.tree.root)
        real = os.path.realpath(os.path.join(root, path))
        return real.startswith(root.rstrip(os.sep) + os.sep)

    def located(self, path: str) -> str | None:
        """Return the path in the tree of a path relative to the root module; None where it leads out."""
        return None if posixpath.isabs(path) else self.tree.inside(self.root, path)

    def _sought(self, path: str) -> str:
        """Return where a file is looked for. It is noted even if it is not there: the result depends on that."""
        found = self.located(path)
        if found is None:
            raise Fault(f'the file "{path}" is outside of the scanned directory')
        self._consulted(found)
        return found

    def has_file(self, path: str) -> bool:
        """Tell whether a file of the tree is at a path relative to the root module."""
        found = self._sought(path)
        return self._exists(found)

    def _exists(self, file: str) -> bool:
        if self._is_downloaded(file):
            full = self.tree.root / file
            return os.path.isfile(full) and not os.path.islink(full) and self.contained(file)
        return is_among(self.tree.files, file)

    def bytes_of(self, path: str) -> bytes:
        """Return the content of a file at a path relative to the root module; raises `Fault`."""
        found = self._sought(path)
        if not self._exists(found):
            raise Fault(f'there is no file "{path}" in the scanned directory')
        try:
            return self.tree.read(found)
        except Unreadable as reason:
            raise Fault(f'the file "{path}" cannot be read: {reason}') from None

    def downloaded(self, key: str) -> str | None:
        """Return the directory of a downloaded module, by the names of the calls that lead to it, joined with dots."""
        if self._downloaded is None:
            self._downloaded = self._manifest()
        return self._downloaded.get(key)

    def _manifest(self) -> dict[str, str]:
        file = posixpath.join(self.root, _DOWNLOADED, "modules.json")
        if not self.contained(file) or not os.path.isfile(self.tree.root / file):
            return {}
        try:
            entries = json.loads(self.tree.text(file))["Modules"]
            self._consulted(file)
            pairs = [(str(entry["Key"]), self.located(str(entry["Dir"]))) for entry in entries]
        except (Unreadable, ValueError, KeyError, TypeError, RecursionError):
            why = "The list of downloaded modules cannot be read; run `terraform init` again."
            self.tell(Gap(file, why, about="module"))
            return {}
        return {key: directory for key, directory in pairs if directory is not None and self.contained(directory)}


def is_among(files: tuple[str, ...], file: str) -> bool:
    """Tell whether a file is among sorted paths."""
    place = bisect_left(files, file)
    return place < len(files) and files[place] == file


def in_directory(files: tuple[str, ...], directory: str) -> list[str]:
    """Return the files directly in a directory, of sorted paths: looked up, subdirectories passed over at a step."""
    prefix = f"{directory}/" if directory else ""
    found: list[str] = []
    place = bisect_left(files, prefix)
    while place < len(files) and files[place].startswith(prefix):
        name = files[place][len(prefix) :]
        if "/" in name:
            place = bisect_left(files, prefix + name.split("/", 1)[0] + "0", place)  # "0" comes after "/"
        else:
            found.append(files[place])
            place += 1
    return found


def below(files: tuple[str, ...], directory: str) -> list[str]:
    """Return the files anywhere under a directory, of sorted paths."""
    prefix = f"{directory}/" if directory else ""
    start = bisect_left(files, prefix)
    end = bisect_left(files, prefix[:-1] + "0", start) if prefix else len(files)
    return list(files[start:end])


def _preferred(files: list[str]) -> list[str]:
    """Return source files, those of OpenTofu in the place of ones of Terraform with the same name."""
    names = set(files)
    return [file for file in files if not _TERRAFORM.search(file) or _TERRAFORM.sub(r".tofu\1", file) not in names]
