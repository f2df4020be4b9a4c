"""What a bill tells of a component, whatever its format, and the packages that this makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from bartizan.collect.package import NOT_TOLD, PURL_TYPES, Package
from bartizan.collect.packages.system.ecosystem import ecosystem
from bartizan.collect.packages.system.release import Release
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

ECOSYSTEMS = {kind: name for name, kind in PURL_TYPES.items()}
SYSTEMS = frozenset({"deb", "apk", "rpm", "opkg", "alpm"})
"""Types of package URLs of distributions."""


class Misread(Exception):
    """A bill that cannot be read; its text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A component of a bill."""

    ref: str
    """How the bill itself refers to it."""
    purl: str
    name: str
    version: str
    licenses: tuple[str, ...] = ()
    checksums: tuple[str, ...] = ()
    line: int = 1
    development: bool | Unknown = NOT_TOLD
    source: str = ""
    """The source package as `NAME VERSION` or `NAME`, where a distribution's component tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """The components of a bill, and who needs whom by their references."""

    components: tuple[Told, ...]
    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roots: frozenset[str] = frozenset()
    """References of what the bill is of."""


def packages(bill: Bill, file: str) -> tuple[list[Package], list[Gap]]:
    """Return the packages of a bill, and a gap for the components that are none by their package URLs."""
    made: dict[str, Package] = {}
    unnamed = 0
    for told in bill.components:
        package = _package(told, file)
        if package is None:
            unnamed += told.ref not in bill.roots
        else:
            made[told.ref] = package
    if bill.needs:
        direct = {ref for root in bill.roots for ref in bill.needs.get(root, ())}
        made = {ref: _placed(ref, package, direct) for ref, package in made.items()}
    for ref, needed in bill.needs.items():
        for each in needed:
            parents = made[each].needed_by if each in made and ref in made and ref != each else None
            if isinstance(parents, set):
                parents.add(made[ref].address)
    why = f"{unnamed} components have no package URL that could be understood; nothing can be known of them."
    return list(made.values()), [Gap(file, why)] if unnamed else []


def _placed(ref: str, package: Package, direct: set[str]) -> Package:
    return replace(package, needed_by=set(), direct=(ref in direct) if direct else NOT_TOLD)


def _package(told: Told, file: str) -> Package | None:
    from packageurl import PackageURL  # loaded where packages are read

    try:
        url = PackageURL.from_string(told.purl)
    except ValueError:
        return None
    qualifiers: dict[str, str] = url.qualifiers if isinstance(url.qualifiers, dict) else {}
    version = url.version or told.version
    source, _, source_version = (qualifiers.get("upstream") or told.source.replace(" ", "@")).partition("@")
    epoch = qualifiers.get("epoch")
    return Package(
        ecosystem=_ecosystem(url, qualifiers, file),
        name=_name(url),
        version=(f"{epoch}:{version}" if epoch and url.type == "rpm" else version)
        or Unknown("the bill has no version"),
        place=Place(file, told.line),
        purl=told.purl,
        development=told.development,
        needed_by=NOT_TOLD,
        licenses=told.licenses,
        checksums=told.checksums,
        architecture=qualifiers.get("arch"),
        source_name=source or None,
        source_version=source_version or (version if source else None),
    )


def _ecosystem(url: Any, qualifiers: dict[str, str], file: str) -> str:
    if url.type not in SYSTEMS:
        return ECOSYSTEMS.get(str(url.type), str(url.type))
    distribution, _, version = qualifiers.get("distro", "").rpartition("-")
    if not distribution:
        distribution, version = url.namespace or "", qualifiers.get("distro", "")
    release = Release(id=distribution, version=version, file=file) if distribution else None
    return ecosystem(release, url.type)


def _name(url: Any) -> str:
    separator = ":" if url.type == "maven" else "/"
    inside = url.namespace and url.type not in SYSTEMS
    name = f"{url.namespace}{separator}{url.name}" if inside else url.name
    return str(name).lower().replace("_", "-").replace(".", "-") if url.type == "pypi" else str(name)


def lines(text: str, wanted: Iterable[str]) -> dict[str, int]:
    """Return the line on which each of some texts first stands in quotes, from 1."""
    found: dict[str, int] = {}
    missing = set(wanted)
    for number, line in enumerate(text.splitlines(), start=1):
        if not missing or len(text) > MOST_SEARCHED:
            break
        for part in line.split('"')[1::2]:
            if part in missing:
                missing.discard(part)
                found[part] = number
    return found


MOST_SEARCHED = 20_000_000
"""Characters of a bill up to which lines are told."""
