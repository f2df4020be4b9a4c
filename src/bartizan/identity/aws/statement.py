"""What a policy document says, parsed: statements, what they name, and what could not be seen of them.

Grammar: AWS IAM user guide, "Grammar of the IAM JSON policy language".
"""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.core.truth import Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """One operator applied to one condition key: holds when one of `values` fits (or none, for the negated ones)."""

    operator: str
    """Its bare name in lower case: `stringlike`, `bool`, `null`."""
    key: str
    """In lower case: `aws:sourceip`, `aws:principaltag/team`."""
    values: tuple[str, ...]
    """May contain policy variables and holes."""
    if_exists: bool = False
    each: str = ""
    """`forallvalues`, `foranyvalue`, or empty for a single-valued key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Principals:
    """Whom a statement of a resource policy names."""

    everyone: bool = False
    """`"*"` or `{"AWS": "*"}`."""
    aws: tuple[str, ...] = ()
    """ARNs and account ids, as written; may contain holes."""
    services: tuple[str, ...] = ()
    federated: tuple[str, ...] = ()
    canonical: tuple[str, ...] = ()
    negated: bool = False
    """`NotPrincipal`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement. Equal statements are one: they are kept once, however many policies say them."""

    allows: bool
    actions: tuple[str, ...]
    """Patterns, in lower case."""
    all_actions_but: bool = False
    resources: tuple[str, ...] = ()
    """Patterns as written, with variables and holes; empty in documents that are about one thing (trust policies)."""
    all_resources_but: bool = False
    principals: Principals | None = None
    """None where the document names nobody: it is about who it is attached to."""
    tests: tuple[Test, ...] = ()
    """All must hold."""
    sid: str = ""
    unseen: tuple[str, ...] = ()
    """Why it may say more or less than this: parts that could not be seen. Never applies for certain then, but also
    never fails to apply because of what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A policy document."""

    statements: tuple[Statement, ...] = ()
    version: str = "2012-10-17"
    """Policy variables count in `2012-10-17` alone; a document without version is `2008-10-17`."""
    unseen: tuple[str, ...] = ()
    """Why there may be more statements than these."""
    problems: tuple[str, ...] = ()
    """What AWS would refuse about it, or what it certainly does not mean: sentences."""
    numbers: tuple[int, ...] = ()
    """For each statement its position in the text, from 0; empty where that is its position here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A document, and where it is written."""

    source: str
    """Id of the asset that holds it, or its ARN."""
    attribute: str = "document"
    name: str = ""
    document: Document | Unknown
    """Unknown for one that is attached but could not be read."""
