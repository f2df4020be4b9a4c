"""A request: who asks for what, and what is known of how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.identity.aws.statement import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks. Exactly one of these: a principal of the estate, a service, a federated identity, or nobody at all."""

    arn: str = ""
    """ARN of a role, user or root; for a session of a role, `session` is set too."""
    session: str = ""
    """Name of the role session: `arn:aws:sts::ACCOUNT:assumed-role/ROLE/session`."""
    session_policies: tuple[Policy, ...] = ()
    service: str = ""
    """`lambda.amazonaws.com`."""
    federated: str = ""
    """ARN of the provider, or `cognito-identity.amazonaws.com`."""
    account: str = ""
    """With an empty `arn`: anyone of that account whose own policies allow it."""
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request. A condition key that is not in `context` is open, unless it is in `absent`."""

    caller: Caller
    action: str
    """`s3:GetObject`; case does not matter."""
    resource: str
    """ARN, `*` for calls about none; with wild cards: anything that fits."""
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys in lower case. What the estate tells (account, ARN, tags, organisation) is added by the evaluation."""
    absent: frozenset[str] = frozenset()
    """Keys that the request certainly does not have; `*`: all that are not in `context`."""
