"""A `go.mod` as packages: what it requires, with replacements, exclusions, checksums and the standard library."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, beside, opened, optional, reading
from bartizan.collect.package import Package
from bartizan.collect.packages.go.grammar import Replacement, Replacements, directives, replacement
from bartizan.collect.packages.go.sums import newest, summed
from bartizan.collect.packages.go.vendored import Vendored, vendored
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

_RELEASE = re.compile(r"(?:go)?(\d+\.\d+(?:\.\d+|rc\d+|beta\d+)[^\s]*)$")
_LANGUAGE = re.compile(r"(\d+)\.(\d+)")
_VERSION = re.compile(r"v\d+\.\d+\.\d+")
_WHO = Unknown("go.mod does not tell which module asks for which")


@dataclass(slots=True)
class Module:
    """What a `go.mod` says."""

    path: str = ""
    language: str = ""
    """As in `go 1.22.3`; empty where not given."""
    toolchain: str = ""
    basis: int = 1
    """The line that says which version of Go."""
    required: list[tuple[str, str, bool, int]] = field(default_factory=list)
    """Path, version, whether direct, line."""
    replaced: Replacements = field(default_factory=dict)
    excluded: set[tuple[str, str]] = field(default_factory=set)

    @property
    def complete(self) -> bool:
        """Whether it lists every module of the build: from Go 1.17 on."""
        found = _LANGUAGE.match(self.language)
        return found is not None and (int(found[1]), int(found[2])) >= (1, 17)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a `go.mod` with what is beside it, or a vendor directory without one."""
    if unit.root.endswith("modules.txt"):
        listing = opened(tree, unit.root)
        found = vendored(listing)
        packages = [_package(each.path, each.version, each.replaced, unit.root, each.line) for each in found.values()]
        return reading(packages, listing.gaps)
    lock = opened(tree, unit.root)
    module = _module(lock)
    gaps = list(lock.gaps)
    replaced = module.replaced | _workspace(unit, tree, gaps)
    sums = optional(tree, beside(unit.root, "go.sum"))
    checksums = summed(sums) if sums else {}
    listing_file = optional(tree, beside(unit.root, "vendor/modules.txt"))
    listed = vendored(listing_file) if listing_file else {}
    packages = [_required(module, entry, replaced, unit.root) for entry in module.required]
    packages.extend(_rest(module, replaced, unit.root, sums, listed, checksums))
    packages.extend(_library(module, unit.root))
    for each in packages:
        each.checksums = checksums.get((each.name, each.version), ()) if isinstance(each.version, str) else ()
    return reading(packages, [*gaps, *(sums.gaps if sums else ()), *(listing_file.gaps if listing_file else ())])


def _module(lock: LockFile) -> Module:
    module = Module()
    for each in directives(lock.text):
        words = each.words
        if each.verb == "module" and words:
            module.path = words[0]
        elif each.verb in ("go", "toolchain") and words:
            _basis(module, each.verb, words[0], each.line)
        elif each.verb == "require" and len(words) == 2 and _VERSION.match(words[1]):
            indirect = each.comment == "indirect" or each.comment.startswith("indirect;")
            module.required.append((words[0], words[1], not indirect, each.line))
        elif each.verb == "exclude" and len(words) == 2:
            module.excluded.add((words[0], words[1]))
        elif each.verb == "replace" and (found := replacement(words)):
            module.replaced[found[0]] = found[1]
        elif each.verb in ("require", "exclude", "replace"):
            lock.gap(
                f"`{each.verb} {' '.join(words)}` cannot be read; `go mod edit -fmt` shows what is wrong.", each.line
            )
    return module


def _basis(module: Module, verb: str, word: str, line: int) -> None:
    if verb == "go":
        module.language = word
    elif word != "default":
        module.toolchain = word
    if verb == "toolchain" or not module.toolchain:
        module.basis = line


def _workspace(unit: Unit, tree: Tree, gaps: list[Gap]) -> Replacements:
    """Return what a workspace that uses the module replaces: that goes before what the module says."""
    file = next((name for name in unit.files if name.rpartition("/")[2] == "go.work"), None)
    if file is None:
        return {}
    work = opened(tree, file)
    gaps.extend(work.gaps)
    home = file.rpartition("/")[0]
    here = unit.root.rpartition("/")[0]
    used, replaced = set(), {}
    for each in directives(work.text):
        if each.verb == "use" and each.words:
            used.add(posixpath.normpath(posixpath.join(home, each.words[0])).removeprefix("."))
        elif each.verb == "replace" and (found := replacement(each.words)):
            replaced[found[0]] = found[1]
    return replaced if here in used else {}


def _required(module: Module, entry: tuple[str, str, bool, int], replaced: Replacements, file: str) -> Package:
    path, version, direct, line = entry
    package = _package(path, version, _replacement(replaced, path, version), file, line)
    package.direct = direct
    if (path, version) in module.excluded:
        package.version = Unknown(f"{version} is excluded, so a later one is taken")
    return package


def _replacement(replaced: Replacements, path: str, version: str) -> Replacement | None:
    return replaced.get((path, version)) or replaced.get((path, ""))


def _package(path: str, version: str, instead: Replacement | None, file: str, line: int) -> Package:
    """Return the package of a module; code imports it by the path that was replaced."""
    name, known = path, version
    if instead and instead.version:
        name, known = instead.path, instead.version
    local = instead is not None and not instead.version
    told = Unknown(f"it is replaced by the directory {instead.path}") if local and instead else known
    return Package(ecosystem="Go", name=name, version=told, place=Place(file, line), needed_by=_WHO, modules=(path,))


def _rest(
    module: Module,
    replaced: Replacements,
    file: str,
    sums: LockFile | None,
    listed: dict[str, Vendored],
    checksums: dict[tuple[str, str], tuple[str, ...]],
) -> Iterator[Package]:
    """Yield the modules that an older `go.mod` does not list."""
    known = {path for path, _, _, _ in module.required} | {module.path}
    if module.complete:
        return
    if listed:
        rest: Iterable[Vendored] = listed.values()
        home = beside(file, "vendor/modules.txt")
    elif sums:
        rest = (Vendored(path, version, None, line) for path, version, line in newest(sums, checksums))
        home = sums.file
    else:
        return
    for each in rest:
        if each.path not in known:
            instead = each.replaced or _replacement(replaced, each.path, each.version)
            package = _package(each.path, each.version, instead, home, each.line)
            package.direct = False
            yield package


def _library(module: Module, file: str) -> Iterator[Package]:
    said = module.toolchain or module.language
    if not said:
        return
    found = _RELEASE.match(said)
    version = found[1] if found else Unknown(f"only the language's version is given: go {said}")
    yield Package(
        ecosystem="Go", name="stdlib", version=version, place=Place(file, module.basis), direct=True, development=False
    )
