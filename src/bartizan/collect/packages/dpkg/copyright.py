"""Licences that Debian's copyright files name.

In the machine-readable form (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/) they are fields;
older files point to the texts in /usr/share/common-licenses. Texts written out in prose are not recognised.
"""

from __future__ import annotations

import re

_FORMAT = re.compile(r"\s*Format(-Specification)?:", re.IGNORECASE)
_FIELD = re.compile(r"^License:([^\n]+)$", re.MULTILINE | re.IGNORECASE)
_COMMON = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9][A-Za-z0-9.+-]*)")
_GNU = re.compile(r"([AL]?GPL|GFDL)-v?(\d+(?:\.\d+)?)(\+?)", re.IGNORECASE)
_SPDX = {
    "expat": "MIT",
    "mit": "MIT",
    "apache-2": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "artistic": "Artistic-1.0-Perl",
    "bsd": "BSD-3-Clause",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "bsd-4-clause": "BSD-4-Clause",
    "isc": "ISC",
    "zlib": "Zlib",
    "mpl-1.1": "MPL-1.1",
    "mpl-2.0": "MPL-2.0",
    "cc0-1.0": "CC0-1.0",
    "cc0": "CC0-1.0",
    "psf-2": "PSF-2.0",
    "python-2.0": "Python-2.0",
}
"""SPDX identifiers of short names that mean exactly one licence."""
_MOST = 64
_LONGEST = 1_000_000


def licenses(text: str) -> tuple[str, ...]:
    """Return the licences a copyright file names, by SPDX identifiers where its short names mean such."""
    text = text[:_LONGEST]
    if _FORMAT.match(text):
        named = [name.strip() for name in _FIELD.findall(text) if name.strip()]
    else:
        named = [name.rstrip(".-+") or name for name in _COMMON.findall(text)]
    return tuple(dict.fromkeys(map(_expression, named)))[:_MOST]


def _expression(name: str) -> str:
    """Return `GPL-2.0-or-later OR MIT` of `GPL-2+ or Expat`; a name of its own is kept as it is."""
    parts = re.split(r"\s*(?:,\s*)?\b(and|or|AND|OR)\b\s*", name)
    return " ".join(part.upper() if index % 2 else _identifier(part) for index, part in enumerate(parts))


def _identifier(name: str) -> str:
    gnu = _GNU.fullmatch(name)
    if gnu:
        number = gnu[2] if "." in gnu[2] else f"{gnu[2]}.0"
        return f"{gnu[1].upper()}-{number}-{'or-later' if gnu[3] else 'only'}"
    return _SPDX.get(name.lower(), name)
