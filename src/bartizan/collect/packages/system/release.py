"""Releases of distributions, as a root file system names its own: os-release, and what came before it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.collect.packages.system.root import release_files
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap

_FIELD = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)")
_BOUND = 65_536
"""Characters of a release file that are read: no real one comes near."""

CODENAMES = {
    "lenny": "5",
    "squeeze": "6",
    "wheezy": "7",
    "jessie": "8",
    "stretch": "9",
    "buster": "10",
    "bullseye": "11",
    "bookworm": "12",
    "trixie": "13",
    "forky": "14",
    "duke": "15",
}
"""Releases of Debian by codename: testing names itself by that alone. Source: distro-info-data."""

_NAMES = (
    ("red hat enterprise linux", "rhel"),
    ("rocky linux", "rocky"),
    ("almalinux", "almalinux"),
    ("centos", "centos"),
    ("fedora", "fedora"),
    ("oracle linux", "ol"),
    ("amazon linux", "amzn"),
    ("opensuse", "opensuse-leap"),
    ("suse linux enterprise server", "sles"),
    ("suse linux enterprise desktop", "sled"),
    ("vmware photon", "photon"),
    ("mageia", "mageia"),
)
"""Ids by how the one line of an old release file begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a root file system says of its distribution; texts are empty where it does not say."""

    id: str
    """`debian`, `alpine`, `rhel`."""
    file: str
    version: str = ""
    """`12`, `3.19.1`, `9.4`."""
    name: str = ""
    """`Debian GNU/Linux`."""
    title: str = ""
    """`Debian GNU/Linux 12 (bookworm)`."""
    cpe: str = ""
    edition: str = ""
    """The version in words: `22.04.3 LTS (Jammy Jellyfish)`."""
    like: tuple[str, ...] = ()
    """Ids of the distributions it is made from, the closest first."""

    @property
    def major(self) -> str:
        """Return the first number of the version."""
        return self.version.partition(".")[0]


def find(tree: Tree, root: str) -> tuple[Release | None, list[Gap]]:
    """Return the release of a root, None where it names none, and what of its release files could not be read."""
    gaps: list[Gap] = []
    for file in release_files(tree, root):
        try:
            text = tree.text(file)[:_BOUND]
        except Unreadable as error:
            gaps.append(Gap(file, str(error)))
            continue
        release = _named(file, file.removeprefix(root), text, gaps)
        if release is not None:
            return release, gaps
    return None, gaps


def _named(file: str, path: str, text: str, gaps: list[Gap]) -> Release | None:
    if path.endswith("os-release"):
        return _os_release(file, text, gaps)
    if path == "etc/alpine-release":
        return _alpine(file, text)
    if path == "etc/debian_version":
        return _debian(file, text)
    return _lsb(file, text, gaps) if path == "etc/lsb-release" else _one_line(file, text)


def _os_release(file: str, text: str, gaps: list[Gap]) -> Release | None:
    fields = dict(_fields(file, text, gaps))
    id = fields.get("ID", "linux" if "NAME" in fields else "").lower()
    if not id:
        gaps.append(Gap(file, "The file has no ID; it should name the distribution as os-release(5) tells."))
        return None
    version = fields.get("VERSION_ID", "")
    if not version and "debian" in (id, *fields.get("ID_LIKE", "").split()):
        version = CODENAMES.get(fields.get("VERSION_CODENAME", ""), "")
    return Release(
        id=id,
        file=file,
        version=version,
        name=fields.get("NAME", ""),
        title=fields.get("PRETTY_NAME", ""),
        cpe=fields.get("CPE_NAME", ""),
        edition=fields.get("VERSION", ""),
        like=tuple(fields.get("ID_LIKE", "").lower().split()),
    )


def _fields(file: str, text: str, gaps: list[Gap]) -> Iterator[tuple[str, str]]:
    """Yield what is assigned, as a shell would: the format is a subset of its language."""
    for number, line in enumerate(text.splitlines(), 1):
        found = _FIELD.fullmatch(line)
        if found is None:
            if line.strip() and not line.lstrip().startswith("#"):
                gaps.append(Gap(file, "The line is no assignment; it is passed over.", number))
            continue
        try:
            yield found[1], "".join(shlex.split(found[2]))
        except ValueError:
            gaps.append(Gap(file, f"The value of {found[1]} has a quote that does not end; it is passed over.", number))


def _alpine(file: str, text: str) -> Release | None:
    version = text.strip()
    if not re.fullmatch(r"[0-9][\w.]{0,40}", version):
        return None
    return Release(id="alpine", file=file, version=version, name="Alpine Linux", title=f"Alpine Linux v{version}")


def _debian(file: str, text: str) -> Release | None:
    """Read `12.5` or, before a release, `trixie/sid`."""
    word = text.strip()
    version = word.partition(".")[0] if word[:1].isdigit() else CODENAMES.get(word.partition("/")[0], "")
    if not re.fullmatch(r"[\w./-]{1,40}", word):
        return None
    return Release(id="debian", file=file, version=version, name="Debian GNU/Linux", title=f"Debian GNU/Linux {word}")


def _lsb(file: str, text: str, gaps: list[Gap]) -> Release | None:
    fields = dict(_fields(file, text, gaps))
    id, version = fields.get("DISTRIB_ID", "").lower(), fields.get("DISTRIB_RELEASE", "")
    title = fields.get("DISTRIB_DESCRIPTION", "")
    return Release(id=id, file=file, version=version, name=fields["DISTRIB_ID"], title=title) if id else None


def _one_line(file: str, text: str) -> Release | None:
    """Read `CentOS release 6.10 (Final)`; what SUSE wrote has VERSION and PATCHLEVEL in lines of their own."""
    title = text.strip().partition("\n")[0].strip()[:200]
    id = next((id for name, id in _NAMES if title.lower().startswith(name)), "")
    if not id:
        return None
    found = re.search(r"\d+(\.\d+)*", title)
    version = found[0] if found else ""
    patch = re.search(r"^PATCHLEVEL\s*=\s*([1-9]\d*)\s*$", text, re.MULTILINE)
    name = re.split(r"\s+(?:release\s+)?\d", title)[0]
    return Release(id=id, file=file, version=f"{version}.{patch[1]}" if patch else version, name=name, title=title)
