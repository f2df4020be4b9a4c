"""What conda is asked for, as its match specifications write it, and the URLs of its packages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.collect.lockfile import Misshapen
from bartizan.core.truth import Unknown

_SPEC = re.compile(r"(?:(?P<channel>[^\s:]+(?::[^\s:]*)?)::)?(?P<name>[A-Za-z0-9_][\w.-]*)\s*(?P<rest>.*)$", re.DOTALL)
_FILE = re.compile(
    r"(?P<channel>.*)/(?P<subdir>[^/]+)/(?P<name>[^/]+)-(?P<version>[^/-]+)-(?P<build>[^/-]+)\.(?:conda|tar\.bz2)$"
)
_SECRETS = re.compile(r"//[^/@\s]*@|/t/[^/]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """A package of conda that is asked for, or that was found."""

    name: str
    version: str | Unknown
    build: str = ""
    channel: str = ""
    subdir: str = ""

    @property
    def purl(self) -> str:
        """Return its package URL, with the build where that is known."""
        from packageurl import PackageURL  # loaded where it is needed

        known = self.version if isinstance(self.version, str) else None
        qualifiers = {"build": self.build, "channel": self.channel, "subdir": self.subdir}
        given = {key: value for key, value in qualifiers.items() if value}
        return PackageURL("conda", None, self.name, known, given).to_string()


def spec(text: str) -> Spec:
    """Return what a specification asks for; raises `Misshapen`. `=1.2` allows `1.2.3`, `==1.2` does not."""
    found = _SPEC.match(text.strip())
    if not found:
        raise Misshapen(f"`{text[:80]}` is no package of conda")
    name, channel = found["name"].lower(), found["channel"] or ""
    rest = found["rest"].partition(" #")[0].partition("[")[0].strip()
    if rest.startswith("=") and not rest.startswith("=="):
        version, _, build = rest[1:].partition("=")
    elif rest.startswith("==") or (rest and rest[0].isdigit()):
        version, _, build = rest.removeprefix("==").replace("=", " ").strip().partition(" ")
        exact = version if not re.search(r"[*,|<>!]", rest) else Unknown(f"only a range is given: {rest[:80]}")
        return Spec(name=name, version=exact, build=build.strip(), channel=channel)
    else:
        version, build = rest, ""
    if build and "*" not in version + build:
        return Spec(name=name, version=version, build=build, channel=channel)
    why = f"only a range is given: {rest[:80]}" if rest else "no version is asked for"
    return Spec(name=name, version=Unknown(why), channel=channel)


def of_url(url: str) -> Spec | None:
    """Return the package that the URL of its file tells; None where it is no such file."""
    found = _FILE.match(_SECRETS.sub("//" if "@" in url else "", url).partition("#")[0].partition("?")[0])
    if not found:
        return None
    return Spec(
        name=found["name"].lower(),
        version=found["version"],
        build=found["build"],
        channel=found["channel"].rpartition("/")[2],
        subdir=found["subdir"],
    )
