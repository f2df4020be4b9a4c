"""The order of versions in every ecosystem: a version becomes bytes, and bytes compare as the versions do."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from bartizan.collect.versions import apk, debian, gem, maven, packagist, pep440, plain, rpm, semver
from bartizan.collect.versions.malformed import Malformed

__all__ = ["SCHEMES", "Malformed", "key"]

LONGEST = 2000
"""Characters; no version is as long, and no key is made of what is no version."""

SCHEMES: dict[str, Callable[[str], bytes]] = {
    "AlmaLinux": rpm.key,
    "Alpaquita": apk.key,
    "Alpine": apk.key,
    "Amazon Linux": rpm.key,
    "Azure Linux": rpm.key,
    "BellSoft Hardened Containers": apk.key,
    "Bioconductor": plain.key,
    "CentOS": rpm.key,
    "Chainguard": apk.key,
    "CleanStart": apk.key,
    "Conda": pep440.key,
    "CRAN": plain.key,
    "Debian": debian.key,
    "Echo": debian.key,
    "Fedora": rpm.key,
    "GHC": plain.key,
    "Go": semver.go,
    "Hackage": plain.key,
    "Mageia": rpm.key,
    "Maven": maven.key,
    "MinimOS": apk.key,
    "NuGet": semver.nuget,
    "opam": debian.key,
    "openEuler": rpm.key,
    "openSUSE": rpm.key,
    "Oracle Linux": rpm.key,
    "Packagist": packagist.key,
    "Photon OS": rpm.key,
    "Pub": semver.pub,
    "PyPI": pep440.key,
    "Red Hat": rpm.key,
    "Rocky Linux": rpm.key,
    "RubyGems": gem.key,
    "SUSE": rpm.key,
    "TuxCare": rpm.key,
    "Ubuntu": debian.key,
    "Wolfi": apk.key,
}
"""How versions are ordered, by ecosystem as OSV names it without release; all others by semantic versioning."""


@lru_cache(maxsize=1 << 17)
def key(ecosystem: str, version: str) -> bytes:
    """Return a version as bytes that sort as the ecosystem orders its versions; equal versions give equal bytes.

    `ecosystem` is as OSV names it, with or without its release (`Debian:12`). Raises `Malformed`.
    """
    if len(version) > LONGEST:
        raise Malformed(f"a text of {len(version)} characters is no version")
    family, _, release = ecosystem.partition(":")
    if family in ("Root", "Echo", "TuxCare") and release:
        inner = release.partition(":")[0]
        family = inner if inner in SCHEMES or inner == "npm" else family
    return SCHEMES.get(family, semver.key)(version)
