"""What an archive is: by the Maven properties in it, where it lies, its manifest, and its name, in this order.

A group is never made up: of an archive that does not tell it, only the artifact is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.collect.packages.java_jar.archive import Archive, Damaged
from bartizan.collect.packages.java_jar.families import published
from bartizan.core.truth import Unknown

_PROPERTIES = re.compile(r"META-INF/maven/[^/]+/[^/]+/pom\.properties$")
_NAME = re.compile(r"(?P<artifact>[A-Za-z0-9_.+-]+?)-(?P<version>v?\d[^/]*)$")
_REPOSITORY = re.compile(
    r"(?:^|/)(?:\.m2/repository|maven-repo|repository)/(?P<group>[^/].*)/(?P<artifact>[^/]+)/(?P<version>[^/]+)/[^/]+$"
)
_CACHE = re.compile(r"(?:^|/)files-2\.1/(?P<group>[^/]+)/(?P<artifact>[^/]+)/(?P<version>[^/]+)/[0-9a-f]+/[^/]+$")
_GROUP = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+$")
_GENERAL = frozenset({"org.apache", "com.sun", "org.eclipse"})
"""Vendors, written where a group should be."""
_VERSION = re.compile(r"v?\d[A-Za-z0-9._+-]*$")


@dataclass(frozen=True, slots=True)
class Identity:
    """An artifact; the group is None where it is not told."""

    group: str | None
    artifact: str
    version: str | Unknown

    @property
    def name(self) -> str:
        """Return its name in the ecosystem, as far as it is known."""
        return f"{self.group}:{self.artifact}" if self.group else self.artifact


NO_VERSION = Unknown("neither its properties nor its manifest nor its name tell the version")


def identities(archive: Archive, path: str, faults: list[str]) -> tuple[Identity, list[Identity]]:
    """Return what an archive is, and what else was put into it (shaded). What cannot be read goes to `faults`."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    inside = _properties(archive, faults)
    own = next((each for each in inside if _names(stem, each)), None)
    if own is None and len(inside) == 1 and not _NAME.match(stem):
        own = inside[0]  # an application, renamed
    if own is None:
        own = _placed(path) or _manifested(archive, stem, faults)
    return own, [each for each in inside if each != own]


def _names(stem: str, each: Identity) -> bool:
    """Return whether an archive is called after an artifact: `ARTIFACT`, `ARTIFACT-VERSION`, perhaps a classifier."""
    if stem == each.artifact:
        return True
    return isinstance(each.version, str) and stem.startswith(f"{each.artifact}-{each.version}")


def _properties(archive: Archive, faults: list[str]) -> list[Identity]:
    found = []
    for name in archive.names:
        if _PROPERTIES.match(name):
            try:
                said = _pairs(archive.text(name), "=")
            except Damaged as error:
                faults.append(str(error))
                continue
            group, artifact, version = (said.get(key, "") for key in ("groupId", "artifactId", "version"))
            if group and artifact and "${" not in group + artifact:
                known = version if version and "${" not in version else NO_VERSION
                found.append(Identity(group, artifact, known))
    return found


def _placed(path: str) -> Identity | None:
    """Return what the place in a repository of Maven, or a cache of Gradle, says."""
    if cached := _CACHE.search(path):
        return Identity(cached["group"], cached["artifact"], cached["version"])
    found = _REPOSITORY.search(path)
    stem = path.rpartition("/")[2]
    if found and stem.startswith(f"{found['artifact']}-"):
        return Identity(found["group"].replace("/", "."), found["artifact"], found["version"])
    return None


def _manifested(archive: Archive, stem: str, faults: list[str]) -> Identity:
    said: dict[str, str] = {}
    if "META-INF/MANIFEST.MF" in archive.entries:
        try:
            said = _manifest(archive.text("META-INF/MANIFEST.MF"))
        except Damaged as error:
            faults.append(str(error))
    named = _NAME.match(stem)
    artifact = named["artifact"] if named else stem
    version: str | Unknown = named["version"] if named else _told_version(said)
    return Identity(_group(archive, artifact, version, said), artifact, version)


def _told_version(said: dict[str, str]) -> str | Unknown:
    for key in ("Implementation-Version", "Bundle-Version", "Plugin-Version"):
        value = said.get(key, "").partition(" ")[0].strip("\"'")
        if _VERSION.match(value):
            return value
    return NO_VERSION


def _group(archive: Archive, artifact: str, version: str | Unknown, said: dict[str, str]) -> str | None:
    if known := published(artifact, version, archive.names):
        return known
    vendor = said.get("Implementation-Vendor-Id", "")
    return vendor if _GROUP.match(vendor) and vendor not in _GENERAL else None


def _manifest(text: str) -> dict[str, str]:
    """Return the main attributes of a manifest; a line that begins with a space goes on with the one before it."""
    main = re.split(r"\r?\n\s*\r?\n", text, maxsplit=1)[0]
    return _pairs(re.sub(r"\r?\n ", "", main), ":")


def _pairs(text: str, separator: str) -> dict[str, str]:
    lines = (line.partition(separator) for line in text.splitlines() if not line.startswith("#"))
    return {key.strip(): value.strip() for key, found, value in lines if found}
