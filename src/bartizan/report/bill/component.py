"""What both formats say of a package, read from its asset: what is not known is left out, never made up."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bartizan.core.bill import Bill
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial

SPDX_IDS = frozenset(
    [
        "0BSD",
        "AFL-2.1",
        "AGPL-3.0",
        "AGPL-3.0-only",
        "AGPL-3.0-or-later",
        "Apache-1.1",
        "Apache-2.0",
        "Artistic-1.0",
        "Artistic-2.0",
        "Autoconf-exception-3.0",
        "BSD-1-Clause",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSD-4-Clause",
        "BSL-1.0",
        "Beerware",
        "BlueOak-1.0.0",
        "CC-BY-3.0",
        "CC-BY-4.0",
        "CC-BY-SA-4.0",
        "CC0-1.0",
        "CDDL-1.0",
        "CDDL-1.1",
        "CPL-1.0",
        "Classpath-exception-2.0",
        "EPL-1.0",
        "EPL-2.0",
        "EUPL-1.2",
        "FTL",
        "GCC-exception-3.1",
        "GFDL-1.3",
        "GPL-1.0",
        "GPL-1.0-or-later",
        "GPL-2.0",
        "GPL-2.0-only",
        "GPL-2.0-or-later",
        "GPL-3.0",
        "GPL-3.0-only",
        "GPL-3.0-or-later",
        "HPND",
        "ICU",
        "IJG",
        "ISC",
        "LGPL-2.0",
        "LGPL-2.0-only",
        "LGPL-2.0-or-later",
        "LGPL-2.1",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "LLVM-exception",
        "Libpng",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-1.1",
        "MPL-2.0",
        "MPL-2.0-no-copyleft-exception",
        "NCSA",
        "OFL-1.1",
        "OLDAP-2.8",
        "OpenSSL",
        "PHP-3.01",
        "PSF-2.0",
        "PostgreSQL",
        "Python-2.0",
        "Python-2.0.1",
        "Ruby",
        "SSPL-1.0",
        "Sleepycat",
        "TCL",
        "UPL-1.0",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "Unlicense",
        "Vim",
        "W3C",
        "WTFPL",
        "X11",
        "ZPL-2.1",
        "Zlib",
        "bzip2-1.0.6",
        "curl",
    ]
)
"""Ids of common licences and exceptions on the SPDX licence list (spdx.org/licenses). Others are told by name."""
CHECKSUMS = {"md5": "MD5", "sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}
"""Algorithms of checksums, as CycloneDX names them; SPDX without the hyphen."""
_DIGITS = {"md5": 32, "sha1": 40, "sha256": 64, "sha384": 96, "sha512": 128}


@dataclass(frozen=True, slots=True)
class Component:
    """One package of a bill; the same package told by several files is one component."""

    id: str
    """Its package URL, else the id of its asset."""
    name: str
    version: str
    purl: str
    licenses: tuple[str, ...]
    checksums: tuple[tuple[str, str], ...]
    """Algorithm and hexadecimal digits."""
    files: tuple[str, ...]
    """The files that tell of it."""
    layers: tuple[str, ...]
    needs: frozenset[str]
    """Ids of the components it asks for."""
    development: bool
    """Every file that tells says that it is only needed to build or to test."""
    direct: bool


def components(bill: Bill) -> list[Component]:
    """Return the components of a bill, sorted by id."""
    ids = {asset.id: text(asset, "purl") or asset.id for asset in bill.packages}
    grouped: dict[str, list[Asset]] = {}
    needs: dict[str, set[str]] = {id: set() for id in ids.values()}
    for asset in bill.packages:
        grouped.setdefault(ids[asset.id], []).append(asset)
        for parent in members(asset, "needed_by"):
            if parent in ids and ids[parent] != ids[asset.id]:
                needs[ids[parent]].add(ids[asset.id])
    return [_component(id, grouped[id], frozenset(needs[id])) for id in sorted(grouped)]


def _component(id: str, assets: Sequence[Asset], needs: frozenset[str]) -> Component:
    first = assets[0]
    return Component(
        id=id,
        name=text(first, "name") or first.id,
        version=text(first, "version"),
        purl=text(first, "purl"),
        licenses=tuple(sorted({license for asset in assets for license in members(asset, "licenses")})),
        checksums=tuple(sorted(_checksums(each for asset in assets for each in members(asset, "checksums")))),
        files=tuple(sorted({asset.place.file for asset in assets if asset.place})),
        layers=tuple(sorted({layer for asset in assets if (layer := text(asset, "layer"))})),
        needs=needs,
        development=all(asset.read("development") is True for asset in assets),
        direct=any(asset.read("direct") is True for asset in assets),
    )


def _checksums(told: Iterable[str]) -> set[tuple[str, str]]:
    """Return the checksums that are what they say, the others left out."""
    split = {tuple(each.lower().split(":", 1)) for each in told if ":" in each}
    return {(one[0], one[1]) for one in split if re.fullmatch(f"[0-9a-f]{{{_DIGITS.get(one[0], 0)}}}", one[1])}


def text(asset: Asset, name: str) -> str:
    """Return a text attribute, empty where it is not known or not set."""
    value = asset.read(name)
    return value if isinstance(value, str) else ""


def members(asset: Asset, name: str) -> list[str]:
    """Return the members of a set or a link that are known."""
    value = asset.read(name)
    known = value.known if isinstance(value, Partial) else value if isinstance(value, frozenset) else ()
    return sorted(str(each) for each in known)


def is_expression(license: str) -> bool:
    """Tell whether a licence is an SPDX expression of licences that are known by their ids."""
    words = [word for word in re.split(r"[\s()]+", license) if word]
    named, joining = words[::2], words[1::2]
    known = all(word.removesuffix("+") in SPDX_IDS for word in named)
    return len(words) % 2 == 1 and known and set(joining) <= {"AND", "OR", "WITH"}


def digest(bill: Bill, parts: Iterable[str]) -> str:
    """Return 32 hexadecimal digits that name a bill by what is in it."""
    told = "\0".join((bill.target, bill.version, *parts))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
