"""Answers: what is reported of who may do what, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.core.access import Clause, Decision, Question
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A clause, with where it is written and what it says."""

    clause: Clause
    place: Place | None = None
    text: str = ""
    """What it says, in one line: `Allow s3:GetObject on arn:aws:s3:::orders/*`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One move on the way to a right: a role that is taken, a step that is used."""

    step: str
    """Id of the step."""
    title: str
    actor: str
    target: str
    gained: str
    truth: Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who may do what was asked, by itself or by way of others."""

    id: str
    name: str
    """The provider's own name: an ARN; the id where that is not known."""
    kind: str
    place: Place | None
    decision: Decision
    """Of the one who is allowed in the end."""
    cited: tuple[Cited, ...] = ()
    via: tuple[Hop, ...] = ()
    """None: allowed by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoCan:
    """Everybody who may do something to something."""

    action: str
    resource: str
    """As it was understood: the provider's own name."""
    holders: tuple[Holder, ...]
    """Certain ones first, direct ones before those by way of others."""
    asked: int
    """How many actors were asked."""
    notes: tuple[str, ...] = ()
    """What limits the answer as a whole: guardrails that were not seen, an action that does not exist."""
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Can:
    """One question, answered."""

    question: Question
    actor: str
    """The provider's own name."""
    target: str
    decision: Decision
    cited: tuple[Cited, ...] = ()
    notes: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """Actions of one service and access level that a clause gives."""

    service: str
    """Prefix of the actions: `s3`, `Microsoft.Compute`, `storage`, `core`."""
    level: str
    """`read`, `list`, `write`, `tagging`, `permissions`; empty where the action is not known."""
    actions: tuple[str, ...]
    resources: tuple[str, ...]
    truth: Truth
    """UNKNOWN for what holds under conditions, or rests on what was not seen."""
    conditions: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()
    """Where it is UNKNOWN: what could not be seen."""
    but: tuple[str, ...] = ()
    """Patterns of actions that are left out, where the provider does not tell which actions there are."""
    title: str = ""
    """Name of the service: `Amazon S3`; empty where it has no other than its prefix."""
    of: int = 0
    """How many actions the service has at this level in all; 0 where that is not known."""
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Everything somebody may do, grouped by service and level."""

    id: str
    name: str
    kind: str
    rights: tuple[Right, ...]
    takes: tuple[Hop, ...] = ()
    """Whose rights it can take on besides."""
    admin: tuple[Hop, ...] | None = None
    """How it comes to every right there is: no hop where it has them; None where no way is known."""
    notes: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How many actions a principal may do at one access level, before and after."""

    level: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slimmed:
    """The smallest policy that keeps what a principal did."""

    id: str
    name: str
    kind: str
    policy: str
    """JSON; references of code read `${aws_s3_bucket.orders.arn}`."""
    diff: str
    """From the policies as they are, to this one: a unified diff."""
    changes: tuple[Change, ...]
    calls: int
    """Recorded calls that it keeps."""
    refused: int
    """Recorded calls that were refused anyway."""
    since: str = ""
    until: str = ""
    """The first and the last recorded call."""
    breaks: tuple[str, ...] = ()
    """Recorded calls that were allowed before and would not be: found by asking both policies about every call."""
    elsewhere: tuple[str, ...] = ()
    """Recorded calls that its own policies do not allow: a resource policy, or nobody, did."""
    notes: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
