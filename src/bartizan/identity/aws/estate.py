"""An AWS estate: accounts, principals, resources and their policies, as the engine is given them.

Made of a graph of assets (code or live) or of `GetAccountAuthorizationDetails`; says nothing of where it is from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.truth import Unknown
from bartizan.identity.aws.statement import Policy

Tags = Mapping[str, str] | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account, and the guardrails above it."""

    id: str
    """Twelve digits, or a hole."""
    organization: str = ""
    """`o-...`, a hole, or empty for an account that is in none."""
    path: str | Unknown = ""
    """`o-a1/r-b2/ou-c3/`, as `aws:PrincipalOrgPaths` has it."""
    management: bool = False
    """Service and resource control policies do not count for the management account."""
    service_controls: tuple[tuple[Policy, ...], ...] | Unknown = ()
    """Per level from the root to the account itself, the policies attached there; each level must allow.
    No level at all: there are no service control policies. Unknown: there may be."""
    resource_controls: tuple[tuple[Policy, ...], ...] | Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """A user, a role, or an account's root user."""

    id: str
    """Of its asset."""
    arn: str
    """May contain holes."""
    account: str
    policies: tuple[Policy, ...] = ()
    """Identity policies: inline, managed, and a user's groups' (their `via` in `through`)."""
    boundary: Policy | None = None
    through: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By `source` of a policy: the groups or attachments that bring it, nearest first."""
    tags: Tags = field(default_factory=dict)
    more: tuple[str, ...] = ()
    """Why it may have policies that were not seen."""
    group: bool = False
    """A group: nobody by itself, but what somebody gains who is put into it. Never listed among those who may."""
    service_linked: bool = False
    """Service control policies do not count for service-linked roles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something that can be acted on: a bucket, a key, a role as a target."""

    id: str
    arn: str
    account: str
    policy: Policy | Unknown | None = None
    """Its resource policy: a bucket policy, a key policy, a role's trust policy. None: there is none."""
    grants: tuple[Policy, ...] = ()
    """KMS grants, written as allowing statements; they count like the key's own policy."""
    tags: Tags = field(default_factory=dict)
    block_public: bool = False
    """S3 Block Public Access refuses what a public policy would give to others than the account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """All of it. Ids and ARNs are unique."""

    accounts: Mapping[str, Account] = field(default_factory=dict)
    principals: tuple[Principal, ...] = ()
    resources: tuple[Resource, ...] = ()
    endpoints: Mapping[str, Policy] = field(default_factory=dict)
    """Policies of VPC endpoints by the endpoint's id."""
