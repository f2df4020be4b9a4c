"""One request with everything that decides it: who, what, how, and all policies around."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from bartizan.identity.aws import actions

Document = dict[str, Any]
ENDPOINT = "vpce-0a1b2c3d"
"""The VPC endpoint that has a policy, where a case has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A request of which everything is known. Policies are JSON documents."""

    feature: str
    caller: str
    """`user`, `session`, `service`, `federated` or `anonymous`."""
    arn: str = ""
    """Of a user, or of the role that a session is of."""
    session: str = ""
    service: str = ""
    federated: str = ""
    action: str
    resource: str
    account: str = ""
    """Of the caller."""
    owner: str
    """Account of the resource."""
    organization: str = ""
    owner_organization: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What the request has besides what the estate tells."""
    tags: Mapping[str, str] = field(default_factory=dict)
    owner_tags: Mapping[str, str] = field(default_factory=dict)
    """Of the resource."""
    identity: tuple[Document, ...] = ()
    boundary: Document | None = None
    session_policy: Document | None = None
    service_controls: tuple[tuple[Document, ...], ...] = ()
    resource_controls: tuple[tuple[Document, ...], ...] = ()
    resource_policy: Document | None = None
    endpoint: Document | None = None
    block_public: bool = False

    def session_arn(self) -> str:
        """Return the ARN of the session of the role."""
        _, partition, _, _, account, role = self.arn.split(":", 5)
        return f"arn:{partition}:sts::{account}:assumed-role/{role.rsplit('/', 1)[-1]}/{self.session}"

    def shown(self) -> str:
        """Return it as JSON, without what is empty."""
        return json.dumps({name: value for name, value in asdict(self).items() if value}, indent=1)


def path(organization: str) -> str:
    """Return the path of the accounts of an organisation, which are all in its root."""
    return f"{organization}/r-1/"


def told(case: Case) -> dict[str, Any]:
    """Return the condition keys that AWS itself adds to the request, from who asks and what is asked for."""
    keys: dict[str, Any] = {"aws:PrincipalIsAWSService": "false"}
    if case.endpoint is not None:
        keys["aws:SourceVpce"] = ENDPOINT
    if case.resource != "*":
        keys["aws:ResourceAccount"] = case.owner
        if "s3:ResourceAccount" in actions.keys(case.action):
            keys["s3:ResourceAccount"] = case.owner
    if case.resource != "*" and case.owner_organization:
        keys["aws:ResourceOrgID"] = case.owner_organization
        keys["aws:ResourceOrgPaths"] = [path(case.owner_organization)]
    keys.update({f"aws:ResourceTag/{name}": value for name, value in case.owner_tags.items()})
    if case.caller == "service":
        return keys | {"aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": case.service}
    if case.caller in ("anonymous", "federated"):
        unsigned = {"aws:PrincipalType": "Anonymous", "aws:userid": "anonymous"}
        return keys | (unsigned if case.caller == "anonymous" else {})
    keys |= {"aws:PrincipalArn": case.arn, "aws:PrincipalAccount": case.account}
    keys["aws:PrincipalType"] = "User" if case.caller == "user" else "AssumedRole"
    keys["aws:userid"] = "AIDAEXAMPLE" if case.caller == "user" else f"AROAEXAMPLE:{case.session}"
    if case.caller == "user":
        keys["aws:username"] = case.arn.rsplit("/", 1)[-1]
    if case.organization:
        keys["aws:PrincipalOrgID"] = case.organization
        keys["aws:PrincipalOrgPaths"] = [path(case.organization)]
    return keys | {f"aws:PrincipalTag/{name}": value for name, value in case.tags.items()}
