"""What a `package.json` asks for of each dependency: one version, a range, a place, or a part of the project itself."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from bartizan.core.truth import Unknown

_EXACT = re.compile(r"[=v\s]{0,4}(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$")
_LOCAL = ("workspace:", "file:", "link:", "portal:", "./", "../", "/", "~/", "root:", "exec:")
_PLACE = re.compile(r"(?:git\+|git:|git@|github:|gitlab:|bitbucket:|gist:|https?:|ssh:|[\w.-]+/[\w.#-]+$)")
_SECRETS = re.compile(r"//[^/@\s]*@")
_CENTRAL = re.compile(r"https?://registry\.(?:npmjs\.org|yarnpkg\.com)/")
_REGISTRY = re.compile(r"(https?://.{1,500}?)/(?:@[^/]+/|@[^/%]+%2[fF])?[^/]+/-/[^/]*$")
_NAME = re.compile(r"(?:@[^/@\s]+/)?[^/@\s]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Specifier:
    """What is asked for."""

    name: str
    """The real name, where another is given to it."""
    version: str | Unknown
    local: bool = False
    """Whether it is a part of the project."""
    url: str = ""


def specifier(name: str, text: str) -> Specifier:
    """Return what the text beside a name asks for."""
    text = text.strip()
    if text.startswith("npm:"):
        name, _, text = split(text[4:])
    elif text.startswith("jsr:"):
        text = split(text[4:])[2] if "@" in text[4:] else text[4:]
    if found := _EXACT.match(text):
        return Specifier(name=name, version=found[1])
    if text.startswith(_LOCAL):
        return Specifier(name=name, version=Unknown("it is a part of the project"), local=True)
    if _PLACE.match(text):
        url = public(text)
        return Specifier(name=name, version=Unknown(f"it comes from {url[:80]}, which tells no version"), url=url)
    if text in ("", "*", "x", "latest"):
        return Specifier(name=name, version=Unknown("any version is allowed"))
    return Specifier(name=name, version=Unknown(f"only a range is given: {text[:80]}"))


def split(text: str) -> tuple[str, str, str]:
    """Return name, `@` and what follows it; a scope begins with an `@` of its own."""
    at = text.find("@", 1)
    return (text, "", "") if at < 0 else (text[:at], "@", text[at + 1 :])


def is_name(text: str) -> bool:
    """Return whether a text can be the name of a package."""
    return len(text) <= 300 and _NAME.match(text) is not None and not text.startswith(".")


def public(url: str) -> str:
    """Return a URL without credentials and query; what follows `#` is kept."""
    before, mark, fragment = _SECRETS.sub("//", url).partition("#")
    return before.partition("?")[0] + mark + fragment


def of_tarball(name: str, url: str) -> str | None:
    """Return the version that a registry's URL of a package's file tells: `…/name/-/name-1.0.0.tgz`."""
    bare = name.rpartition("/")[2]
    before, mark, file = url.partition("#")[0].partition("/-/")
    version = file.removeprefix(f"{bare}-").removesuffix(".tgz")
    fits = mark and file == f"{bare}-{version}.tgz" and _EXACT.match(version)
    return version if fits and before.startswith(("http://", "https://")) else None


def checksums(integrity: object) -> tuple[str, ...]:
    """Return the checksums of a subresource integrity text in hexadecimal digits."""
    found = []
    for part in integrity.split()[:8] if isinstance(integrity, str) else ():
        kind, _, encoded = part.partition("-")
        try:
            digest = base64.b64decode(encoded.partition("?")[0], validate=True)
        except (binascii.Error, ValueError):
            continue
        if kind in ("sha1", "sha256", "sha384", "sha512") and digest:
            found.append(f"{kind}:{digest.hex()}")
    return tuple(found)


def purl_from(name: str, version: str | Unknown, resolved: object) -> str:
    """Return the package URL of what is not from the public registry, with where it is from; else nothing."""
    if not isinstance(resolved, str) or not resolved or _CENTRAL.match(resolved):
        return ""
    qualifiers = _qualifiers(public(resolved))
    if not qualifiers:
        return ""
    from packageurl import PackageURL  # loaded where it is needed

    scope, _, bare = name.rpartition("/")
    return PackageURL("npm", scope or None, bare, version if isinstance(version, str) else None, qualifiers).to_string()


def _qualifiers(url: str) -> dict[str, str]:
    if url.startswith(("git+", "git:", "git@", "ssh:", "github:", "gitlab:", "bitbucket:")):
        return {"vcs_url": url}
    if registry := _REGISTRY.match(url):
        return {"repository_url": registry[1]}
    return {"download_url": url.partition("#")[0]} if url.startswith(("http://", "https://")) else {}
