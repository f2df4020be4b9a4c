"""Packages of rpm by their parts: name, epoch, version, release, architecture, and the source they were built from."""

from __future__ import annotations

from bartizan.collect.package import Package
from bartizan.collect.packages.system.ecosystem import ecosystem, package_url
from bartizan.collect.packages.system.release import Release
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

KEYS = "gpg-pubkey"
"""What keys are kept as, beside the packages that they sign."""


def package_of(
    file: str,
    release: Release | None,
    *,
    name: str,
    epoch: str,
    version: str,
    build: str,
    architecture: str,
    source: str,
    line: int = 1,
    license: str = "",
    module: str = "",
) -> Package:
    """Return a package by its parts.

    The source package is given the epoch of what was built from it: a source's own is not kept, and is the same
    but for the rare package that sets another.
    """
    bare = f"{version}-{build}" if version and build else version
    before = f"{epoch}:" if epoch not in ("", "0") else ""
    source_name, source_version = _source(source)
    return Package(
        ecosystem=ecosystem(release, "rpm"),
        name=name,
        version=before + bare if bare else Unknown("the database gives no version of it"),
        place=Place(file, line),
        development=False,
        licenses=(license,) if license else (),
        source_name=source_name or None,
        source_version=before + source_version if source_version else None,
        architecture=architecture or None,
        purl=package_url(
            "rpm",
            name,
            bare,
            release,
            architecture=architecture,
            epoch=before.rstrip(":"),
            module=module,
            upstream=source if source_name else "",
        ),
    )


def _source(file: str) -> tuple[str, str]:
    """Return name and version of `openssl-3.0.7-24.el9.src.rpm`, both empty for anything else."""
    stem = file.removesuffix(".rpm").rpartition(".")[0]
    parts = stem.rsplit("-", 2)
    return (parts[0], f"{parts[1]}-{parts[2]}") if file.endswith(".rpm") and len(parts) == 3 else ("", "")
