"""Packages of software as resources: the one form in which every format tells of them.

Resource `package`, address `NAME@VERSION` (unique in its reading: a package met again is the same one):
`name`, `version` (unknown where only a range is given), `ecosystem`, `purl`, `direct`, `development`, `needed_by`
(addresses of packages, or unknown), `licenses`, `layer` and `from_base` (null but for images), `source_name` and
`source_version` (of what a distribution built it from, null elsewhere), `architecture`, `checksums` (`sha256:HEX`),
`modules` (what code imports it as, or unknown).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bartizan.collect.resource import Resource
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

NOT_TOLD = Unknown("the file does not tell")

PURL_TYPES = {
    "PyPI": "pypi",
    "npm": "npm",
    "Go": "golang",
    "Maven": "maven",
    "crates.io": "cargo",
    "RubyGems": "gem",
    "Packagist": "composer",
    "NuGet": "nuget",
    "Pub": "pub",
    "Hex": "hex",
    "SwiftURL": "swift",
    "CocoaPods": "cocoapods",
    "ConanCenter": "conan",
    "Conda": "conda",
    "GitHub Actions": "githubactions",
}
"""Types of package URLs by ecosystem as OSV names it. Source: the purl-spec's list of types, and the OSV schema."""


AS_WRITTEN = frozenset({"npm", "maven", "cargo", "gem"})
"""Types whose names a package URL holds as they are: written here where no sign needs an escape, ten times as fast."""
_PLAIN = re.compile(r"(@?[a-z0-9._-]+)?/[a-z0-9._-]+@[A-Za-z0-9._-]+")


@dataclass(slots=True, kw_only=True)
class Package:
    """A package while a file is read; what is met later is added to it."""

    ecosystem: str
    """As OSV names it, for a distribution with its release: `PyPI`, `Debian:12`."""
    name: str
    """As OSV names it: `@scope/name`, `group:artifact`, PyPI names normalised by PEP 503."""
    version: str | Unknown
    place: Place
    direct: bool | Unknown = NOT_TOLD
    development: bool | Unknown = NOT_TOLD
    needed_by: set[str] | Unknown = field(default_factory=set)
    """Addresses of the packages that ask for it; unknown where the file does not tell who needs whom."""
    licenses: tuple[str, ...] = ()
    source_name: str | None = None
    source_version: str | None = None
    architecture: str | None = None
    checksums: tuple[str, ...] = ()
    modules: tuple[str, ...] | None = None
    purl: str = ""
    """Given for what is not made by type, name and version alone (distributions, qualifiers)."""

    @property
    def address(self) -> str:
        """Return what it is called within its reading."""
        return self.name if isinstance(self.version, Unknown) else f"{self.name}@{self.version}"

    def resource(self) -> Resource:
        """Return it as a resource."""
        return Resource(
            type="package",
            address=self.address,
            value={
                "name": self.name,
                "version": self.version,
                "ecosystem": self.ecosystem,
                "purl": self.purl or purl(self.ecosystem, self.name, self.version),
                "direct": self.direct,
                "development": self.development,
                "needed_by": self.needed_by if isinstance(self.needed_by, Unknown) else sorted(self.needed_by),
                "licenses": list(self.licenses),
                "layer": None,
                "from_base": None,
                "source_name": self.source_name,
                "source_version": self.source_version,
                "architecture": self.architecture,
                "checksums": list(self.checksums),
                "modules": NOT_TOLD if self.modules is None else list(self.modules),
            },
            place=self.place,
        )


def purl(ecosystem: str, name: str, version: str | Unknown) -> str:
    """Return the package URL of a package of a language's ecosystem."""
    kind = PURL_TYPES.get(ecosystem, "generic")
    separator = ":" if kind == "maven" else "/"
    namespace, _, bare = name.rpartition(separator)
    given = None if isinstance(version, Unknown) else version
    if kind in AS_WRITTEN and given and _PLAIN.fullmatch(f"{namespace}/{bare}@{given}"):
        path = f"{namespace.replace('@', '%40')}/{bare}" if namespace else bare
        return f"pkg:{kind}/{path}@{given}"

    from packageurl import PackageURL  # loaded where it is needed

    return PackageURL(kind, namespace or None, bare, given).to_string()


def merged(packages: Iterable[Package]) -> list[Resource]:
    """Return packages as resources, those with one address as one.

    One that is direct in one place is direct, one that production needs anywhere is no development package.
    """
    found: dict[str, Package] = {}
    for each in packages:
        first = found.setdefault(each.address, each)
        if first is not each:
            first.direct = _either(first.direct, each.direct, True)
            first.development = _either(first.development, each.development, False)
            if isinstance(first.needed_by, set) and isinstance(each.needed_by, set):
                first.needed_by |= each.needed_by
    return [each.resource() for each in found.values()]


def _either(one: bool | Unknown, other: bool | Unknown, strong: bool) -> bool | Unknown:
    """Return `strong` where either is that, else what is unknown, else the opposite."""
    if one is strong or other is strong:
        return strong
    return one if isinstance(one, Unknown) else other
