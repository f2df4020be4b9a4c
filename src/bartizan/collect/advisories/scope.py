"""Scopes: where a package name means one thing - an ecosystem, for a distribution with its release - and names in it.

Advisories and packages write the same release differently (`Ubuntu:22.04:LTS` and `Ubuntu:22.04`, `Red
Hat:enterprise_linux:9::baseos` and `Red Hat:9.4`): both are brought to one form before they are compared.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Scope(NamedTuple):
    """An ecosystem and, for a distribution, its release."""

    family: str
    """As OSV names it: `npm`, `Debian`."""
    release: str = ""
    """In one form for advisories and packages; empty where the ecosystem has none, or where it is not told."""

    def __str__(self) -> str:
        return f"{self.family}:{self.release}" if self.release else self.family


DISTRIBUTIONS = frozenset(
    {
        "AlmaLinux", "Alpaquita", "Alpine", "Amazon Linux", "Azure Linux",
        "BellSoft Hardened Containers", "CentOS",
        "Chainguard", "CleanStart", "Debian", "Docker Hardened Images", "Echo", "Fedora", "Mageia", "MinimOS",
        "openEuler", "openSUSE",
        "Oracle Linux", "Photon OS", "Red Hat", "Rocky Linux", "SUSE", "TuxCare", "Ubuntu", "Wolfi",
    }
)  # fmt: skip
"""Ecosystems whose advisories tell what the distribution fixed in its own build of a package."""
BY_BINARY = frozenset({"AlmaLinux", "Amazon Linux", "Oracle Linux", "Photon OS", "Red Hat"})
"""Distributions whose advisories name what is installed; those of the others name the source package."""
BY_EITHER = frozenset({"Chainguard", "CleanStart", "Docker Hardened Images", "MinimOS", "Rocky Linux", "Wolfi"})
"""Distributions whose advisories name one or the other."""
ROLLING = frozenset({"Chainguard", "CleanStart", "Echo", "MinimOS", "Wolfi"})
"""Distributions without releases."""

_REPOSITORIES = frozenset({"Maven", "Packagist", "VSCode"})
"""Ecosystems whose name may be followed by the address of a repository."""
_MAJOR = re.compile(r"\d+")
_ALPINE = re.compile(r"v?(\d+\.\d+)")
_UBUNTU = re.compile(r"(?i:(pro(?::[a-z-]+)*):)?(\d+\.\d+)")
_SUSE = re.compile(r"(?:(micro)\s+(\d+(?:\.\d+)?))|(\d+)(?:[ .-]*SP[ .-]?(\d+)|\.(\d+))?", re.IGNORECASE)
_OPENEULER = re.compile(r"(\d+\.\d+)\W*(?:(LTS)\W*)?(?:(SP\d+))?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def scope(ecosystem: str) -> Scope:
    """Return the scope that an ecosystem means, as an advisory or a package names it."""
    family, _, release = ecosystem.strip().partition(":")
    if family in _REPOSITORIES or (family in ROLLING and not release):
        return Scope(family)
    if reading := _RELEASES.get(family):
        return Scope(family, reading(release.strip()))
    return Scope(family, release.strip())


def _major(release: str) -> str:
    found = _MAJOR.match(release)
    return found[0] if found else release.lower()


def _alpine(release: str) -> str:
    found = _ALPINE.match(release)
    return found[1] if found else release.lower()


def _ubuntu(release: str) -> str:
    found = _UBUNTU.match(release)
    if found is None:
        return release
    return f"{found[1]}:{found[2]}" if found[1] else found[2]


def _red_hat(release: str) -> str:
    """Return the major version for the product itself, all other products (`rhel_eus:9.2`) as they are."""
    product, colon, rest = release.partition(":")
    if not colon or product in ("enterprise_linux", "rhel"):
        return _major(rest if colon else product)
    return f"{product}:{rest.partition(':')[0]}"


def _suse(release: str) -> str:
    found = _SUSE.search(release)
    if found is None:
        return release.lower()
    if found[1]:
        return f"micro {found[2]}"
    minor = found[4] or found[5] or "0"
    return f"{found[3]}.{minor}"


def _opensuse(release: str) -> str:
    text = release.lower().removeprefix("opensuse").strip()
    return text if text.startswith(("leap", "tumbleweed")) else f"leap {text}" if text[:1].isdigit() else text


def _openeuler(release: str) -> str:
    found = _OPENEULER.match(release)
    return "-".join(part.upper() for part in found.groups() if part) if found else release


def _short(release: str) -> str:
    return release.removesuffix(".0")


_RELEASES = {
    "AlmaLinux": _major,
    "Alpine": _alpine,
    "Azure Linux": _short,
    "Debian": _major,
    "Mageia": _major,
    "openEuler": _openeuler,
    "openSUSE": _opensuse,
    "Photon OS": _short,
    "Red Hat": _red_hat,
    "Rocky Linux": _major,
    "SUSE": _suse,
    "Ubuntu": _ubuntu,
}

_SEPARATORS = re.compile(r"[-_.]+")
_LOWER = frozenset({"Bitnami", "GitHub Actions", "Hex", "NuGet", "Packagist", "VSCode"})


@lru_cache(maxsize=1 << 16)
def normal(family: str, name: str) -> str:
    """Return a package name in the one form that all its spellings have in common."""
    if family == "PyPI" or family.endswith(":PyPI"):
        return _SEPARATORS.sub("-", name).lower()
    if family in _LOWER:
        return name.lower()
    if family == "SwiftURL":
        return name.lower().removeprefix("https://").removesuffix("/").removesuffix(".git")
    return name
