"""Lock files and manifests: which files of a tree are such, and how they are read whatever is wrong in them.

A file that is no JSON, TOML or XML at all is one gap; an entry of it that has not the shape it should have is one
too, and the other entries are read.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from bartizan.collect.tree import DIRECTORY, Tree, Unreadable, decode
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

if TYPE_CHECKING:
    from bartizan.collect.package import Package
    from bartizan.collect.resource import Reading
    from bartizan.collect.xml import Element

MAX_GAPS = 20
"""Gaps told of one file; more are counted."""
_INSTALLED = re.compile(
    r"(^|/)(node_modules|site-packages|dist-packages|pkg/mod|registry/src|\.cargo/git|\.m2|\.gradle|gems)/"
    r"|^usr/(share|lib|lib64)/"
)
"""Directories of installed things: lock files in them are those of whoever wrote the things, and were not applied."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |\r?$)", re.MULTILINE)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,80}encoding=["']([A-Za-z0-9_.-]+)["']""")
_OLDER = frozenset({b"iso-8859-1", b"iso-8859-15", b"latin1", b"windows-1252", b"cp1252", b"us-ascii", b"ascii"})
_DOTTED = re.compile(r"""(?<![\w."'-])(?:["'\w-]++[ \t]*+\.[ \t]*+){200}""")
"""A key of so many parts that the time to read it grows with their square."""
_Item = TypeVar("_Item")


class Misshapen(Exception):
    """A value that has not the shape it should have; its text says which."""


def of_sources(path: str, of: str) -> bool:
    """Return whether a lock file there is one of sources or of an application, not of something installed."""
    return of == DIRECTORY or _INSTALLED.search(path) is None


def named(tree: Tree, *names: str) -> Iterator[str]:
    """Yield the files of a tree with one of some names that are of sources or applications."""
    for file in tree.files:
        if file.endswith(names) and file.rpartition("/")[2] in names and of_sources(file, tree.of):
            yield file


def beside(file: str, name: str) -> str:
    """Return the path of a file in the same directory as another."""
    directory, slash, _ = file.rpartition("/")
    return f"{directory}{slash}{name}"


def upwards(file: str) -> Iterator[str]:
    """Yield the directories that a file is in, the nearest first, the root as empty text."""
    here = file
    while here:
        here = here.rpartition("/")[0]
        yield here


def under(directory: str, name: str) -> str:
    """Return the path of a name in a directory, which may be the root."""
    return f"{directory}/{name}" if directory else name


@dataclass(slots=True)
class LockFile:
    """A file that is read, and what was wrong with it."""

    file: str
    text: str = ""
    gaps: list[Gap] = field(default_factory=list)
    readable: bool = True
    _more: int = 0

    def gap(self, why: str, line: int = 0, column: int = 0, about: str = "") -> None:
        """Note something that could not be read."""
        if len(self.gaps) < MAX_GAPS:
            self.gaps.append(Gap(self.file, why, line, column, about))
        elif self._more == 0:
            self._more = 1
            self.gaps.append(Gap(self.file, "More entries of the file cannot be read; write it anew with its tool."))

    def place(self, line: int | None) -> Place:
        """Return a place in the file, its beginning where the line is not known."""
        return Place(self.file, line or 1)

    def json(self) -> dict[str, Any]:
        """Return the JSON object that the file holds; an empty one, with a gap, where it holds none."""
        if not self.readable:
            return {}
        try:
            value = json.loads(self.text)
        except json.JSONDecodeError as error:
            self.gap(f"The file is not JSON that can be read: {error.msg}; write it anew.", error.lineno, error.colno)
            return {}
        except (ValueError, RecursionError) as error:
            self.gap(f"The file is not JSON that can be read: {_cause(error)}.")
            return {}
        if _SURROGATE.search(self.text):
            value = _whole(value)
        return self._object(value)

    def toml(self) -> dict[str, Any]:
        """Return what a TOML file holds; nothing, with a gap, where it is none."""
        import tomllib  # loaded where such a file is met

        if not self.readable:
            return {}
        if _DOTTED.search(self.text):
            self.gap("The file is not TOML that can be read: a key in it has too many parts.")
            return {}
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = _TOML_PLACE.search(str(error))
            line, column = (int(found[1]), int(found[2])) if found else (0, 0)
            why = _TOML_PLACE.sub("", str(error))
            self.gap(f"The file is not TOML that can be read: {why}; write it anew.", line, column)
        except (ValueError, RecursionError) as error:
            self.gap(f"The file is not TOML that can be read: {_cause(error)}.")
        return {}

    def xml(self) -> Element | None:
        """Return the root element of an XML file; None, with a gap, where it is none."""
        from bartizan.collect.xml import XmlError, parsed

        if not self.readable:
            return None
        try:
            return parsed(self.text)
        except XmlError as error:
            self.gap(f"The file is not XML that can be read: {error.why}.", error.line, error.column)
            return None

    def yaml(self) -> tuple[dict[str, Any], Mapping[str, tuple[int, int]]]:
        """Return the first document of a YAML file, which must be a mapping, and where its values are written."""
        from bartizan.collect.yaml import YamlError, documents

        if not self.readable:
            return {}, {}
        try:
            for document in documents(self.text):
                return self._object(document.value), document.spots
        except YamlError as error:
            self.gap(f"The file is not YAML that can be read: {error.why}.", error.line, error.column)
        return {}, {}

    def each(self, entries: Iterable[_Item], make: Callable[[_Item], Iterable[Package]]) -> list[Package]:
        """Return the packages that entries make; an entry that is not as it should be is a gap."""
        found: list[Package] = []
        for entry in entries:
            try:
                found.extend(make(entry))
            except Misshapen as error:
                self.gap(f"An entry is left out: {error}.")
        return found

    def shaped(self, make: Callable[[], Iterable[_Item]]) -> list[_Item]:
        """Return what a part of the file makes; nothing, with a gap, where it is not as it should be."""
        try:
            return list(make())
        except Misshapen as error:
            self.gap(f"A part of the file is left out: {error}.")
            return []

    def lines(self, pattern: re.Pattern[str]) -> dict[str, int]:
        """Return the line of the first match of a pattern for each text its groups capture, joined with `@`."""
        found: dict[str, int] = {}
        line, seen = 1, 0
        for match in pattern.finditer(self.text):
            line += self.text.count("\n", seen, match.start(1))
            seen = match.start(1)
            found.setdefault("@".join(group for group in match.groups() if group), line)
        return found

    def _object(self, value: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        self.gap("The file holds no object, so it is not what its name says; write it anew with its tool.")
        return {}


def opened(tree: Tree, file: str) -> LockFile:
    """Return a file of a tree; one that cannot be read, or that a merge left in conflict, has a gap and is empty."""
    try:
        text = _decoded(tree.read(file))
    except Unreadable as error:
        return LockFile(file, gaps=[Gap(file, str(error))], readable=False)
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        why = "The file has the marks of a merge in conflict; resolve it, or write the file anew with its tool."
        return LockFile(file, gaps=[Gap(file, why, line)], readable=False)
    return LockFile(file, text)


def _decoded(data: bytes) -> str:
    """Return the text of a file; XML may name one of the older encodings."""
    declared = _ENCODING.match(data)
    if declared and declared[1].lower() in _OLDER:
        return data.decode(declared[1].decode("ascii"), "replace")
    return decode(data)


def present(tree: Tree, file: str) -> bool:
    """Return whether a tree has a file."""
    place = bisect_left(tree.files, file)
    return place < len(tree.files) and tree.files[place] == file


def optional(tree: Tree, file: str) -> LockFile | None:
    """Return a file of a tree that need not be there."""
    return opened(tree, file) if present(tree, file) else None


def reading(packages: Iterable[Package], gaps: Iterable[Gap], also: Iterable[str] = ()) -> Reading:
    """Return packages and gaps as a reading; a package whose name no package URL can hold is a gap."""
    from bartizan.collect.package import merged
    from bartizan.collect.resource import Reading

    told = list(gaps)
    good: list[Package] = []
    for each in packages:
        if _sound(each):
            good.append(each)
        else:
            why = f"`{each.name}` is no name of a package; it is left out."
            told.append(Gap(each.place.file, why, each.place.line))
    return Reading(resources=merged(good), gaps=told, also=tuple(sorted(set(also))))


def _sound(package: Package) -> bool:
    """Give a package its package URL, and return whether its name is one that such a URL can hold."""
    from bartizan.collect.package import purl

    package.name = package.name.strip()
    if isinstance(package.version, str):
        package.version = package.version.strip() or Unknown("no version is given")
    if package.name.endswith(("/", ":")):
        return False
    try:
        package.purl = package.purl or purl(package.ecosystem, package.name, package.version)
    except ValueError:
        return False
    return True


def table(value: Any, what: str) -> dict[str, Any]:
    """Return a mapping, an empty one for nothing; raises `Misshapen`."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Misshapen(f"{what} is {_kind(value)}, not a mapping")
    return value


def rows(value: Any, what: str) -> list[Any]:
    """Return a list, an empty one for nothing; raises `Misshapen`."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise Misshapen(f"{what} is {_kind(value)}, not a list")
    return value


def word(value: Any, what: str) -> str:
    """Return a text that is not empty, without space around it; raises `Misshapen`."""
    if not isinstance(value, str):
        raise Misshapen(f"{what} is {_kind(value)}, not a text")
    if not (stripped := value.strip()):
        raise Misshapen(f"{what} is empty")
    return stripped


def word_or_none(value: Any) -> str | None:
    """Return a text that is not empty, None for anything else."""
    return value.strip() or None if isinstance(value, str) else None


def _kind(value: Any) -> str:
    kinds = {dict: "a mapping", list: "a list", str: "a text", bool: "a truth", type(None): "missing"}
    return kinds.get(type(value), "a number")


def _cause(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _whole(value: Any) -> Any:
    """Return a JSON value whose texts hold no half of a surrogate pair: those cannot be written."""
    try:
        return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
