"""A Gradle build script, Groovy or Kotlin: the dependencies it declares literally. It is read, never run."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.collect.lockfile import LockFile
from bartizan.collect.packages.java_gradle.catalogue import Catalogue, exact
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_COMMENT = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_CONFIGURATION = (
    r"(?P<configuration>(?:[a-z]\w*(?:Implementation|Api|CompileOnly|RuntimeOnly|Compile|Runtime|AnnotationProcessor))"
    r"|implementation|api|compileOnly|compileOnlyApi|runtimeOnly|compile|runtime|testCompile|annotationProcessor|kapt|ksp"
    r"|developmentOnly|providedCompile|providedRuntime|provided|classpath|coreLibraryDesugaring)"
)
_WRAPPED = r"\s*\(?\s*(?:(?:enforcedPlatform|platform|testFixtures)\s*\(?\s*)?"
_TEXT = re.compile(rf"""\b{_CONFIGURATION}{_WRAPPED}["'](?P<text>[\w.${{}}-]+:[\w.${{}}-]+(?::[^"'\n]*)?)["']""")
_NAMED = re.compile(
    rf"""\b{_CONFIGURATION}{_WRAPPED}group\s*[:=]\s*["'](?P<group>[\w.${{}}+-]+)["']\s*,"""
    r"""\s*name\s*[:=]\s*["'](?P<name>[\w.${}+-]+)["'](?:\s*,\s*version\s*[:=]\s*(?P<version>["'][^"'\n]*["']|[\w.]+))?"""
)
_NAME = re.compile(
    rf"\b{_CONFIGURATION}[ \t]*\(?[ \t]*(?:(?:enforcedPlatform|platform)[ \t]*\([ \t]*)?(?P<alias>[a-z]\w*(?:\.\w+)+)"
)
"""A dependency given by a name: of the catalogue, or of something the script makes."""
_LANGUAGE = frozenset(
    {"project", "projects", "gradle", "sourceSets", "compose", "configurations", "dependencies", "it"}
)
"""Names that lead to no package, or to one that a plugin brings."""
_VALUE = re.compile(
    r"""(?:^|[\s{(;.])(?:(?:def|val|var|String|const\s+val)\s+)?(?:(?:ext|extra|project\.ext)\s*[.\[]\s*["']?)?"""
    r"""(?P<name>[A-Za-z_]\w*)["']?\]?\s*(?::\s*String\s*)?(?:=|by\s+extra\()\s*["'](?P<value>[^"'\n$]*)["']""",
    re.MULTILINE,
)
_VARIABLE = re.compile(r"\$\{\s*(?:rootProject\.|project\.|ext\.)*([A-Za-z_]\w*)\s*\}|\$([A-Za-z_]\w*)")
_PROPERTY = re.compile(r"^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Declared:
    """A dependency that a script declares."""

    configuration: str
    group: str
    artifact: str
    version: str | Unknown
    place: Place


def properties(text: str) -> dict[str, str]:
    """Return what a `gradle.properties` sets."""
    return {name: value for name, value in _PROPERTY.findall(text) if not name.startswith("#")}


def declared(script: LockFile, catalogue: Catalogue | None, values: dict[str, str]) -> Iterator[Declared]:
    """Yield the dependencies of a script; `values` are what properties are known to be."""
    text = _COMMENT.sub(lambda found: found[1] or re.sub(r"[^\n]", " ", found[0]), script.text)
    breaks = [found.start() for found in re.finditer("\n", text)]
    known = values | {found["name"]: found["value"] for found in _VALUE.finditer(text)}
    for found in _TEXT.finditer(text):
        group, artifact, *rest = _filled(found["text"], known).split(":")
        if "$" not in group + artifact:
            yield _made(found, script, breaks, group, artifact, _text_version(rest, known))
    for found in _NAMED.finditer(text):
        group, artifact = _filled(found["group"], known), _filled(found["name"], known)
        if "$" not in group + artifact:
            yield _made(found, script, breaks, group, artifact, _named_version(found["version"], known))
    computed: list[re.Match[str]] = []
    for found in _NAME.finditer(text):
        first, _, alias = found["alias"].partition(".")
        meant = catalogue.meant(alias.removesuffix(".get")) if catalogue and first == "libs" else []
        computed.extend([] if meant or first in _LANGUAGE else [found])
        for each in meant:
            yield _made(found, script, breaks, each.group, each.artifact, each.version)
    if computed:
        line = bisect_left(breaks, computed[0].start()) + 1
        names = ", ".join(dict.fromkeys(found["alias"] for found in computed[:5]))
        script.gap(f"{len(computed)} dependencies are given by names that the script computes: {names}.", line)


def _made(
    found: re.Match[str], script: LockFile, breaks: list[int], group: str, artifact: str, version: str | Unknown
) -> Declared:
    place = Place(script.file, bisect_left(breaks, found.start()) + 1)
    return Declared(found["configuration"], group, artifact, version, place)


def _filled(text: str, known: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda found: known.get(found[1] or found[2], found[0]), text)


def _text_version(rest: list[str], known: dict[str, str]) -> str | Unknown:
    """Return the version behind the second colon; a text that ends there is only the beginning of one."""
    if rest and not rest[0]:
        return Unknown("the script computes it")
    return _version(rest[0] if rest else "", known)


def _version(said: str, known: dict[str, str]) -> str | Unknown:
    said = _filled(said, known).partition("@")[0]
    if not said:
        return Unknown("no version is given; a platform or a plugin gives it")
    return Unknown(f"the script computes it: {said}") if "$" in said else exact(said)


def _named_version(said: str | None, known: dict[str, str]) -> str | Unknown:
    if said is None:
        return _version("", known)
    if said[0] in "\"'":
        return _version(said[1:-1], known)
    return exact(known[said]) if known.get(said) else Unknown(f"the script computes it: {said}")
