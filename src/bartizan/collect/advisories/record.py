"""Records of the OSV schema, as far as matching and reports need them. Source: the OSV schema, version 1.7."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


class Event(msgspec.Struct, frozen=True):
    """A point in a range; exactly one is told."""

    introduced: str | None = None
    fixed: str | None = None
    last_affected: str | None = None
    limit: str | None = None


class Range(msgspec.Struct, frozen=True):
    """Versions that are affected, as events in the order of versions (SEMVER, ECOSYSTEM) or of commits (GIT)."""

    type: str = ""
    events: list[Event] | None = None


class Name(msgspec.Struct, frozen=True):
    """A package."""

    ecosystem: str = ""
    name: str = ""


class Severity(msgspec.Struct, frozen=True):
    """A rating: a CVSS vector, or a distribution's word."""

    type: str | None = None
    score: str | None = None


class Affected(msgspec.Struct, frozen=True):
    """What a record says of one package."""

    package: Name | None = None
    ranges: list[Range] | None = None
    versions: list[str] | None = None
    severity: list[Severity] | None = None
    ecosystem_specific: msgspec.Raw = msgspec.Raw(b"null")
    database_specific: msgspec.Raw = msgspec.Raw(b"null")


class Reference(msgspec.Struct, frozen=True):
    """A page about it."""

    type: str = ""
    url: str = ""


class Record(msgspec.Struct, frozen=True):
    """One advisory."""

    id: str
    modified: str = ""
    published: str | None = None
    withdrawn: str | None = None
    aliases: list[str] | None = None
    related: list[str] | None = None
    upstream: list[str] | None = None
    summary: str | None = None
    details: str | None = None
    severity: list[Severity] | None = None
    affected: list[Affected] | None = None
    references: list[Reference] | None = None
    database_specific: msgspec.Raw = msgspec.Raw(b"null")


class Import(msgspec.Struct, frozen=True):
    """A Go package and what is vulnerable in it; everything where no symbol is named."""

    path: str = ""
    symbols: list[str] | None = None


class RustAffects(msgspec.Struct, frozen=True):
    """Vulnerable functions of a crate, by path."""

    functions: dict[str, msgspec.Raw] | list[str] | None = None


class EcosystemSpecific(msgspec.Struct, frozen=True):
    """What ecosystems add to a package: urgency (Debian), priority (Ubuntu), symbols (Go, crates.io, GitHub)."""

    urgency: str | None = None
    ubuntu_priority: str | None = None
    severity: str | None = None
    imports: list[Import] | None = None
    affects: RustAffects | None = None
    affected_functions: list[str] | None = None


class DatabaseSpecific(msgspec.Struct, frozen=True):
    """What databases add to a record or a package: a word for the severity, the kind of weakness."""

    severity: str | None = None
    cwe_ids: list[str] | None = None
    informational: str | None = None
    affected_functions: list[str] | None = None


RECORD = msgspec.json.Decoder(Record)
_ECOSYSTEM = msgspec.json.Decoder(EcosystemSpecific | None)
_DATABASE = msgspec.json.Decoder(DatabaseSpecific | None)


def ecosystem_specific(raw: msgspec.Raw) -> EcosystemSpecific:
    """Return what an ecosystem adds; nothing where it is written in another form, which its schema leaves open."""
    return _lenient(_ECOSYSTEM, raw) or EcosystemSpecific()


def database_specific(raw: msgspec.Raw) -> DatabaseSpecific:
    """Return what a database adds; nothing where it is written in another form, which its schema leaves open."""
    return _lenient(_DATABASE, raw) or DatabaseSpecific()


def _lenient(decoder: msgspec.json.Decoder[T], raw: msgspec.Raw) -> T | None:
    try:
        return decoder.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
