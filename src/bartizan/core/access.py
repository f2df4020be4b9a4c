"""Access: whether somebody may do something to something, the clauses that decided, and what is left to fulfil.

One relation unites cloud permissions, Kubernetes RBAC and network reach: `can(actor, action, target)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from bartizan.core.truth import Truth


class Verdict(Enum):
    """How a decision reads."""

    ALLOW = "allow"
    DENY = "deny"
    CONDITIONAL = "conditional"
    """Allowed once what is left is fulfilled: conditions on the request, or a choice among resources."""
    UNKNOWN = "unknown"
    """Something that decides could not be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One statement, grant or rule that took part in a decision."""

    source: str
    """The id of the asset that holds it, or the provider's name of the policy: an ARN, a role's name."""
    attribute: str = ""
    """The attribute of that asset that it is written in: `document`, `trust`, `policy`."""
    number: int = -1
    """Its position there, from 0; -1 for the whole."""
    name: str = ""
    """Its own name: a statement's Sid."""
    allows: bool = True
    stage: str = ""
    """What kind of policy it is: `identity policy`, `service control policy`, `role binding` ..."""
    held: Truth = Truth.YES
    """Whether it applies to what was asked."""
    via: tuple[str, ...] = ()
    """What brought it to the actor, nearest first: groups, bindings, attachments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Residual:
    """A condition that what was asked leaves open."""

    says: str
    """`aws:MultiFactorAuthPresent is true`: what must hold, or with `unless` what must not."""
    unless: bool = False
    key: str = ""
    """What it is about: a condition key, `resource` ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether an access is allowed: YES, NO, or UNKNOWN with what would settle it."""

    truth: Truth
    why: str
    """One sentence."""
    clauses: tuple[Clause, ...] = ()
    """Those that decided."""
    residuals: tuple[Residual, ...] = ()
    """Where it is UNKNOWN: what the request has to fulfil."""
    unknowns: tuple[str, ...] = ()
    """Where it is UNKNOWN: what could not be seen."""

    @property
    def verdict(self) -> Verdict:
        """Return how it reads: UNKNOWN for nothing but open conditions is CONDITIONAL."""
        if self.truth is Truth.UNKNOWN:
            return Verdict.UNKNOWN if self.unknowns or not self.residuals else Verdict.CONDITIONAL
        return Verdict.ALLOW if self.truth is Truth.YES else Verdict.DENY


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: may this actor do this to that."""

    actor: str
    """Id of an asset, a provider's own name (an ARN), or `service:NAME`, `anonymous`."""
    action: str
    """As the provider writes it: `s3:GetObject`, `create core/pods`, `Microsoft.Compute/virtualMachines/write`."""
    target: str
    """Id of an asset or a provider's own name; with `*` in it, anything that fits."""
    given: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """What is known of the request: condition keys in lower case. Any other key is open."""


class Access(Protocol):
    """Answers who may do what. One per provider; all of them together for a graph."""

    def can(self, question: Question) -> Decision:
        """Answer one question. Never raises: what is not there is UNKNOWN, with the reason."""
        ...

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all that can act by themselves: users, roles, service accounts."""
        ...
