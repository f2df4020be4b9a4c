"""Ecosystems of distributions as the OSV schema names them, and package URLs of what they install.

Red Hat's ecosystems are streams of products (`Red Hat:enterprise_linux:9::appstream`), and a package database does not
tell which stream a package came from: it is given the part that is certain, `Red Hat:enterprise_linux:9`. Distributions
that OSV does not know keep their own name and version, so that no advisory of another is taken for theirs.
Source: https://ossf.github.io/osv-schema/#defined-ecosystems, and the purl-spec's types `apk`, `deb` and `rpm`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bartizan.collect.packages.system.release import Release
from bartizan.core.place import Gap

_UNNAMED = {"deb": "Debian", "apk": "Alpine", "rpm": "RPM", "opkg": "OpenWrt", "alpm": "Arch Linux"}
"""Ecosystems by the type of package, for a root that names no distribution."""

_NAMESPACES = {"rhel": "redhat", "ol": "oracle", "amzn": "amazon", "sled": "suse"}
"""Vendors in package URLs, where they are not called as the distribution's id."""


def _whole(name: str) -> Callable[[Release], str]:
    return lambda release: f"{name}:{release.version}" if release.version else name


def _major(name: str) -> Callable[[Release], str]:
    return lambda release: f"{name}:{release.major}" if release.version else name


def _alone(name: str) -> Callable[[Release], str]:
    return lambda _: name


def _ubuntu(release: Release) -> str:
    """Return `Ubuntu:22.04:LTS`: each April of an even year is one for long."""
    year, _, month = release.version.partition(".")
    if not month:
        return "Ubuntu"
    long = "LTS" in f"{release.edition} {release.title}" or (month == "04" and year.isdigit() and not int(year) % 2)
    return f"Ubuntu:{release.version}:LTS" if long else f"Ubuntu:{release.version}"


def _alpine(release: Release) -> str:
    """Return `Alpine:v3.19`: advisories are per branch, and edge (`3.21_alpha20240807`) is none."""
    found = re.fullmatch(r"(\d+\.\d+)(\.\d+)?", release.version)
    return f"Alpine:v{found[1]}" if found else "Alpine:edge" if "_" in release.version else "Alpine"


def _suse(release: Release) -> str:
    """Return `SUSE:Linux Enterprise Server 15 SP5`, what the release is called without the vendor."""
    return f"SUSE:{release.title.removeprefix('SUSE ')}" if release.title else "SUSE"


def _opensuse(release: Release) -> str:
    """Return `openSUSE:Leap 15.6` or `openSUSE:Tumbleweed`."""
    return f"openSUSE:{release.title.removeprefix('openSUSE ')}" if release.title else "openSUSE"


def _openeuler(release: Release) -> str:
    """Return `openEuler:22.03-LTS-SP1` of `22.03 (LTS-SP1)`."""
    found = re.search(r"(\d+\.\d+)\s*\(([\w-]+)\)", f"{release.edition} {release.title}")
    return f"openEuler:{found[1]}-{found[2]}" if found else _whole("openEuler")(release)


def _red_hat(release: Release) -> str:
    """Return `Red Hat:enterprise_linux:9` of `cpe:/o:redhat:enterprise_linux:9::baseos`."""
    found = re.match(r"cpe:(?:/|2\.3:)[oa]:redhat:([\w-]+):(\d+)", release.cpe)
    product, major = (found[1], found[2]) if found else ("enterprise_linux", release.major)
    return f"Red Hat:{product}:{major}" if major else "Red Hat"


def _centos(release: Release) -> str:
    return _major("CentOS Stream" if "stream" in release.name.lower() else "CentOS")(release)


_BY_ID: dict[str, Callable[[Release], str]] = {
    "debian": _major("Debian"),
    "ubuntu": _ubuntu,
    "alpine": _alpine,
    "wolfi": _alone("Wolfi"),
    "chainguard": _alone("Chainguard"),
    "minimos": _alone("MinimOS"),
    "cleanstart": _alone("CleanStart"),
    "echo": _alone("Echo"),
    "alpaquita": _whole("Alpaquita"),
    "rhel": _red_hat,
    "centos": _centos,
    "rocky": _major("Rocky Linux"),
    "almalinux": _major("AlmaLinux"),
    "sles": _suse,
    "sled": _suse,
    "sles_sap": _suse,
    "sle-micro": _suse,
    "sl-micro": _suse,
    "suse-microos": _suse,
    "opensuse": _opensuse,
    "opensuse-leap": _opensuse,
    "opensuse-tumbleweed": _opensuse,
    "opensuse-leap-micro": _opensuse,
    "opensuse-microos": _opensuse,
    "openeuler": _openeuler,
    "photon": _whole("Photon OS"),
    "mageia": _major("Mageia"),
    "azurelinux": _major("Azure Linux"),
    "mariner": _major("Azure Linux"),  # its name before 3.0; advisories of both are under one
    "amzn": _whole("Amazon Linux"),
    "fedora": _whole("Fedora"),
    "ol": _major("Oracle Linux"),
    "openwrt": _whole("OpenWrt"),
    "arch": _alone("Arch Linux"),
}

_BY_RELEASE = frozenset(
    {
        *("Debian", "Ubuntu", "Alpine", "Mageia", "SUSE", "openSUSE", "openEuler", "Photon OS", "Azure Linux"),
        *("Red Hat", "Rocky Linux", "AlmaLinux"),
    }
)
"""Ecosystems whose advisories are about one release each."""


_KINDS = {
    **dict.fromkeys(("debian", "ubuntu", "echo"), "deb"),
    **dict.fromkeys(("alpine", "wolfi", "chainguard", "minimos", "alpaquita"), "apk"),
    **dict.fromkeys(("rhel", "centos", "rocky", "almalinux", "sles", "photon", "azurelinux", "mariner"), "rpm"),
}
"""Types of packages of distributions: what was installed beside them by another tool is not theirs."""


def ecosystem(release: Release | None, kind: str) -> str:
    """Return the ecosystem of a release; `kind` is the type of package URL, for a root that names none."""
    if release is None or _KINDS.get(release.id, kind) != kind:
        return _UNNAMED[kind]
    named = _BY_ID.get(release.id)
    return _whole(release.name or release.id)(release) if named is None else named(release)


def doubts(file: str, release: Release | None, kind: str) -> list[Gap]:
    """Return the gap that a root leaves which does not tell its distribution, or no release of it."""
    name = ecosystem(release, kind)
    if release is None:
        why = (
            f"No etc/os-release or the like names the distribution: its packages are taken to be of {name}, "
            "of which release is not known. Scan the whole root file system."
        )
        return [Gap(file, why)]
    if name in _BY_RELEASE:
        why = f"It names {name} and no version: which advisories apply to its packages is not known. Add VERSION_ID."
        return [Gap(release.file, why)]
    return []


def package_url(
    kind: str,
    name: str,
    version: str,
    release: Release | None,
    *,
    architecture: str = "",
    upstream: str = "",
    epoch: str = "",
    module: str = "",
) -> str:
    """Return the package URL of something installed: `pkg:deb/debian/curl@7.88.1-10?arch=amd64&distro=debian-12`."""
    from packageurl import PackageURL  # loaded where packages are read

    distro = "" if release is None else f"{release.id}-{release.version}" if release.version else release.id
    given = {"arch": architecture, "distro": distro, "epoch": epoch, "rpmmod": module, "upstream": upstream}
    qualifiers = {key: value for key, value in given.items() if value}
    return PackageURL(kind, _namespace(release), name, version or None, qualifiers).to_string()


def _namespace(release: Release | None) -> str | None:
    if release is None:
        return None
    if release.id.startswith("opensuse"):
        return "opensuse"
    if release.id.startswith(("sles", "sle-", "sl-")):
        return "suse"
    return _NAMESPACES.get(release.id, release.id)
