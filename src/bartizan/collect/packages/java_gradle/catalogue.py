"""A version catalogue, `libs.versions.toml`: names for libraries and their versions.

Source: https://docs.gradle.org/current/userguide/version_catalogs.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.lockfile import LockFile, Misshapen, table, word, word_or_none
from bartizan.core.truth import Unknown

_ALIAS = re.compile(r"[-_.]")


@dataclass(frozen=True, slots=True)
class Library:
    """A library with a name."""

    group: str
    artifact: str
    version: str | Unknown


@dataclass(slots=True)
class Catalogue:
    """Libraries and bundles of them by alias, as scripts write it: with dots."""

    libraries: dict[str, Library] = field(default_factory=dict)
    bundles: dict[str, list[str]] = field(default_factory=dict)

    def meant(self, alias: str) -> list[Library]:
        """Return the libraries that `libs.ALIAS` means."""
        if alias.startswith("bundles."):
            names = self.bundles.get(alias.removeprefix("bundles."), [])
            return [self.libraries[name] for name in names if name in self.libraries]
        return [self.libraries[alias]] if alias in self.libraries else []


def catalogue(lock: LockFile) -> Catalogue:
    """Return a version catalogue; entries that are not as they should be are gaps."""
    found = Catalogue()
    data = lock.toml()
    try:
        versions = table(data.get("versions"), "versions")
        libraries = table(data.get("libraries"), "libraries")
        bundles = table(data.get("bundles"), "bundles")
    except Misshapen as error:
        lock.gap(f"The catalogue is left out: {error}.")
        return found
    for alias, said in libraries.items():
        try:
            found.libraries[_dotted(alias)] = _library(said, versions)
        except Misshapen as error:
            lock.gap(f"The library {alias} is left out: {error}.")
    for alias, names in bundles.items():
        members = [name for name in (names if isinstance(names, list) else []) if isinstance(name, str)]
        found.bundles[_dotted(alias)] = [_dotted(name) for name in members]
    return found


def _dotted(alias: str) -> str:
    return _ALIAS.sub(".", alias)


def _library(said: Any, versions: dict[str, Any]) -> Library:
    if isinstance(said, str):
        parts = said.split(":")
        if len(parts) < 2:
            raise Misshapen(f"`{said}` is not `group:name:version`")
        return Library(parts[0], parts[1], parts[2] if len(parts) > 2 else _none())
    said = table(said, "a library")
    if module := word_or_none(said.get("module")):
        group, _, artifact = module.partition(":")
    else:
        group, artifact = word(said.get("group"), "a group"), word(said.get("name"), "a name")
    return Library(group, artifact, _version(said.get("version"), versions))


def _none() -> Unknown:
    return Unknown("no version is given; a platform or a plugin gives it")


def _version(said: Any, versions: dict[str, Any]) -> str | Unknown:
    if isinstance(said, dict) and "ref" in said:
        said = versions.get(str(said["ref"]))
    if isinstance(said, dict):
        said = said.get("strictly") or said.get("require") or said.get("prefer")
    if said is None:
        return _none()
    return exact(word(said, "a version"))


def exact(version: str) -> str | Unknown:
    """Return a version as Gradle takes it: one, or a range, which is none."""
    if version.endswith("+") or version[:1] in "[](" or version.startswith("latest."):
        return Unknown(f"only a range is given: {version}")
    return version.partition("!!")[0]
