"""Advisories as they are kept: what a match needs beside each package, what a report needs once for each advisory."""

from __future__ import annotations

import zlib

import msgspec

from bartizan.collect.advisories.record import (
    Affected,
    DatabaseSpecific,
    EcosystemSpecific,
    Record,
    Severity,
    database_specific,
    ecosystem_specific,
)

SUMMARY = 240
"""Characters kept of a summary, or of the first sentence of the details where there is none."""
URLS = 8
"""References kept, the most telling first."""
_TELLING = {"ADVISORY": 0, "FIX": 1, "REPORT": 2, "PACKAGE": 4}
_VECTORS = {"CVSS_V2", "CVSS_V3", "CVSS_V4"}
_HARMFUL_CODE = "CWE-506"
"""Embedded malicious code: what GitHub files advisories on malware under."""


class Rating(msgspec.Struct, frozen=True, array_like=True):
    """How severe somebody says it is."""

    vectors: list[str] = []
    word: str = ""
    """In the words of the database, in lower case: `moderate`, `important`, `negligible`."""
    own: bool = False
    """Whether the word is the distribution's own judgement of this vulnerability in its own build."""


class Part(msgspec.Struct, frozen=True, array_like=True):
    """What an advisory says of one package beyond its versions."""

    family: str
    name: str
    rating: Rating
    symbols: list[tuple[str, list[str]]] = []
    """Vulnerable modules, and the names in each that are vulnerable; no name for all of a module."""


class Advisory(msgspec.Struct, frozen=True, array_like=True):
    """One advisory."""

    id: str
    aliases: list[str] = []
    covers: list[str] = []
    """For one that tells of fixes for several vulnerabilities at once: their ids."""
    summary: str = ""
    published: str = ""
    """Day, YYYY-MM-DD."""
    malicious: bool = False
    rating: Rating = Rating()
    urls: list[str] = []
    parts: list[Part] = []

    @property
    def ids(self) -> set[str]:
        """Return its id and all its other names."""
        return {self.id, *self.aliases}


_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Advisory)
# What recurs in nearly every advisory, the most frequent last, as zlib wants it.
_DICTIONARY = (
    b"cross-site scripting denial of service arbitrary code execution remote attackers to execute buffer overflow in "
    b"Malicious code in (npm)(PyPI)security updatePYSEC-2021-GO-2022-RUSTSEC-2023-MAL-2024-DSA-USN-RHSA-SUSE-SU-"
    b"negligiblecriticalimportantmoderatelowmediumhigh"
    b"https://lists.debian.org/debian-lts-announce/https://access.redhat.com/errata/https://bugzilla.redhat.com/show_bug"
    b".cgi?id=https://security.gentoo.org/glsa/https://lists.fedoraproject.org/archives/list/package-announce@lists."
    b"fedoraproject.org/message/https://pkg.go.dev/vuln/GO-https://security-tracker.debian.org/tracker/CVE-"
    b"https://ubuntu.com/security/CVE-https://www.cve.org/CVERecord?id=CVE-https://github.com/pypa/advisory-database/tree/"
    b"main/vulns/https://github.com/advisories/GHSA-https://nvd.nist.gov/vuln/detail/CVE-https://github.com//commit/"
    b"https://github.com//security/advisories/GHSA-https://github.com//pull/https://github.com//issues/"
    b"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:NAV:N/AC:L/Au:N/C:P/I:P/A:P"
    b"CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:HCVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H"
    b"CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:NCVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    b"2019-2020-2021-2022-2023-2024-2025-2026-CVE-2019-CVE-2020-CVE-2021-CVE-2022-CVE-2023-CVE-2024-CVE-2025-CVE-2026-GHSA-"
)


def packed(advisory: Advisory) -> bytes:
    """Return an advisory as a few bytes."""
    press = zlib.compressobj(6, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, _DICTIONARY)
    return press.compress(_PACK.encode(advisory)) + press.flush()


def unpacked(body: bytes) -> Advisory:
    """Return an advisory from what `packed` made. Raises `ValueError` for bytes that it did not make."""
    try:
        return _UNPACK.decode(zlib.decompressobj(-15, _DICTIONARY).decompress(body))
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(f"an advisory is damaged: {error}") from None


def rates(advisory: Advisory) -> bool:
    """Tell whether it says how severe it is, which others on the same vulnerability may not."""
    return advisory.rating != Rating() or any(part.rating != Rating() for part in advisory.parts)


def condensed(record: Record, distribution: bool) -> Advisory:
    """Return what is kept of a record; `distribution` for one of a distribution's database."""
    told = database_specific(record.database_specific)
    others, covered = _names(record, distribution)
    return Advisory(
        id=record.id,
        aliases=others,
        covers=covered,
        summary=_summary(record),
        published=(record.published or record.modified)[:10],
        malicious=record.id.startswith("MAL-") or _HARMFUL_CODE in (told.cwe_ids or ()),
        rating=_rating(record.severity or [], told.severity or "", False),
        urls=_urls(record),
        parts=_parts(record, distribution),
    )


def _names(record: Record, distribution: bool) -> tuple[list[str], list[str]]:
    """Return all other names of the same vulnerability, and what the advisory covers where that is more than one.

    Distributions name what they fixed as alias, as upstream or (AlmaLinux) as related; an erratum fixes several.
    """
    names = {*(record.aliases or ()), *(record.upstream or ())} - {record.id, ""}
    if not distribution:
        upstream = set(record.upstream or ()) - set(record.aliases or ())
        return sorted(names - upstream if len(upstream) > 1 else names), []
    cves = {name for name in names if name.startswith("CVE-")}
    cves = cves or {name for name in record.related or () if name.startswith("CVE-")}
    return ([], sorted(cves)) if len(cves) > 1 else (sorted(names | cves), [])


def _summary(record: Record) -> str:
    text = " ".join((record.summary or "").split())
    if not text:
        body = " ".join((record.details or "")[: 4 * SUMMARY].replace("#", " ").split())
        end = body.find(". ")
        text = body[: end + 1] if 0 < end < SUMMARY else body
    return text if len(text) <= SUMMARY else text[: SUMMARY - 1].rstrip() + "…"


def _urls(record: Record) -> list[str]:
    given = [each for each in record.references or () if each.url.startswith(("https://", "http://"))]
    given.sort(key=lambda each: _TELLING.get(each.type, 3))
    return list(dict.fromkeys(each.url for each in given))[:URLS]


def _rating(given: list[Severity], word: str, own: bool) -> Rating:
    vectors = [each.score for each in given if each.score and (each.type in _VECTORS or each.score.startswith("CVSS:"))]
    words = [each.score for each in given if each.score and each.score not in vectors and each.score.isalpha()]
    chosen = words[0] if words else word
    return Rating(vectors, chosen.lower(), own or bool(words))


def _parts(record: Record, distribution: bool) -> list[Part]:
    found: dict[tuple[str, str], Part] = {}
    for each in record.affected or ():
        part = _part(each, distribution)
        if part is not None:
            found.setdefault((part.family, part.name), part)
    return list(found.values())


def _part(affected: Affected, distribution: bool) -> Part | None:
    from bartizan.collect.advisories.scope import normal, scope

    if affected.package is None or not (affected.severity or _adds(affected)):
        return None
    ecosystem = ecosystem_specific(affected.ecosystem_specific)
    database = database_specific(affected.database_specific)
    own = _own(ecosystem)
    word = own or ecosystem.severity or database.severity or ("informational" if database.informational else "")
    rating = _rating(affected.severity or [], word, bool(own) and distribution)
    symbols = _symbols(ecosystem, database)
    if rating == Rating() and not symbols:
        return None
    where = scope(affected.package.ecosystem)
    return Part(str(where), normal(where.family, affected.package.name), rating, symbols)


def _adds(affected: Affected) -> bool:
    """Tell whether an ecosystem or a database adds anything to a package."""
    return bytes(affected.ecosystem_specific) != b"null" or bytes(affected.database_specific) != b"null"


def _own(ecosystem: EcosystemSpecific) -> str:
    """Return the word of Ubuntu or Debian for its own build; stars mark what Debian took from elsewhere unseen."""
    urgency = ecosystem.urgency or ""
    judged = bool(urgency) and urgency.isalpha()
    return ecosystem.ubuntu_priority or (urgency if judged else "")


def _symbols(ecosystem: EcosystemSpecific, database: DatabaseSpecific) -> list[tuple[str, list[str]]]:
    found = [(each.path, each.symbols or []) for each in ecosystem.imports or () if each.path]
    functions = [*(ecosystem.affected_functions or ()), *(database.affected_functions or ())]
    if ecosystem.affects is not None:
        functions += list(ecosystem.affects.functions or ())
    return found + ([("", functions)] if functions else [])
