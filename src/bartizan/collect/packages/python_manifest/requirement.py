"""Requirements of Python projects, written by PEP 508: a name, and the version where exactly one is allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.collect.lockfile import Misshapen
from bartizan.core.truth import Unknown

_NAME = re.compile(r"\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]\[]*)\])?\s*")
_CLAUSE = re.compile(r"\s*(===|==|~=|!=|<=|>=|<|>)\s*([A-Za-z0-9_.*+!-]+)\s*$")
_SEPARATORS = re.compile(r"[-_.]+")
_ARCHIVE = re.compile(r"\.(?:tar\.gz|tar\.bz2|tar\.xz|tgz|zip)$", re.IGNORECASE)
_SECRETS = re.compile(r"//[^/@\s]*@")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
MAX_LENGTH = 20_000
"""Characters of one requirement; nobody writes one that is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One requirement."""

    name: str
    """Normalised."""
    version: str | Unknown
    extras: frozenset[str] = frozenset()
    url: str = ""
    """Where it comes from, if not from an index; without credentials."""
    marker: str = ""


def normal(name: str) -> str:
    """Return a project's name as PEP 503 normalises it."""
    return _SEPARATORS.sub("-", name).lower()


def parsed(text: str) -> Requirement:
    """Return the requirement that a text is; raises `Misshapen`."""
    if len(text) > MAX_LENGTH:
        raise Misshapen("it is longer than any requirement is")
    found = _NAME.match(text)
    if not found:
        raise Misshapen(f"`{_short(text)}` is no requirement")
    name, rest = normal(found[1]), text[found.end() :]
    extras = frozenset(normal(extra) for extra in re.split(r"[\s,]+", found[2] or "") if extra)
    if rest.startswith("@"):
        url, _, marker = rest[1:].strip().partition(" ;") if " ;" in rest else rest[1:].strip().partition("; ")
        shown = public(url.strip())
        return Requirement(name=name, version=version_in(shown, name), extras=extras, url=shown, marker=marker.strip())
    specifier, _, marker = rest.partition(";")
    version = pinned(specifier, f"`{_short(text)}` is no requirement")
    return Requirement(name=name, version=version, extras=extras, marker=marker.strip())


def pinned(specifier: str, wrong: str) -> str | Unknown:
    """Return the one version that a specifier allows; raises `Misshapen` saying what is `wrong`."""
    bare = specifier.strip()
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    if not bare or bare == "*":
        return Unknown("no version is asked for")
    exact = None
    for clause in filter(str.strip, bare.split(",")):
        found = _CLAUSE.match(clause)
        if not found:
            raise Misshapen(wrong)
        if found[1] in ("==", "===") and not found[2].endswith("*"):
            exact = found[2]
    return exact or Unknown(f"only a range is given: {_short(bare)}")


def version_in(url: str, name: str) -> str | Unknown:
    """Return the version that the name of a file tells: `NAME-VERSION-py3-none-any.whl`, `NAME-VERSION.tar.gz`."""
    file = url.partition("#")[0].rstrip("/").rpartition("/")[2]
    if file.endswith(".whl"):
        parts = file.split("-")
        if len(parts) >= 5 and normal(parts[0]) == name:
            return parts[1]
    elif archive := _ARCHIVE.search(file):
        before, _, version = file[: archive.start()].rpartition("-")
        if normal(before) == name and version[:1].isdigit():
            return version
    return Unknown(f"it comes from {_short(url)}, which tells no version")


def public(url: str) -> str:
    """Return a URL without credentials and query."""
    return _SECRETS.sub("//", url).partition("?")[0]


def is_url(text: str) -> bool:
    """Return whether a text begins as a URL."""
    return _SCHEME.match(text) is not None


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else f"{text[:80]}…"
