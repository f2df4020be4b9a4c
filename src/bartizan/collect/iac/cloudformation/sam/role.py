"""The role that SAM makes for a function or a state machine, out of its `Policies`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from bartizan.collect.iac.cloudformation.call import Open
from bartizan.collect.iac.cloudformation.sam.draft import Draft, given, pseudo, read, ref
from bartizan.collect.iac.cloudformation.text import Piece, joined, written
from bartizan.collect.resource import Resource
from bartizan.core.truth import Composite, Ref, Unknown

MANAGED = "arn:aws:iam::aws:policy/"
_VARIABLE = re.compile(r"\$\{([^}]+)\}")
_IN_SERVICE_ROLE = frozenset(
    {
        "AWSCodeDeployRole",
        "AWSCodeDeployRoleForLambda",
        "AWSLambdaBasicDurableExecutionRolePolicy",
        "AWSLambdaBasicExecutionRole",
        "AWSLambdaDynamoDBExecutionRole",
        "AWSLambdaENIManagementAccess",
        "AWSLambdaKinesisExecutionRole",
        "AWSLambdaMSKExecutionRole",
        "AWSLambdaRole",
        "AWSLambdaSQSQueueExecutionRole",
        "AWSLambdaVPCAccessExecutionRole",
        "AmazonAPIGatewayPushToCloudWatchLogs",
    }
)
"""Managed policies whose ARN has a path that their name does not tell."""
_WITHOUT_PATH = frozenset({"CloudWatchLambdaInsightsExecutionRolePolicy"})
_HANDED_ON = {
    "EventBridge": "events:PutEvents",
    "Lambda": "lambda:InvokeFunction",
    "SNS": "sns:Publish",
    "SQS": "sqs:SendMessage",
}


@dataclass(slots=True)
class Permissions:
    """What a role is allowed, in the making; of each policy also where the source tells of it."""

    managed: dict[Any, str] = field(default_factory=dict)
    """ARNs, and their paths in the source (empty for what SAM adds)."""
    inline: list[tuple[Any, str]] = field(default_factory=list)
    """Documents, and their paths in the source."""

    def attach(self, name: str) -> None:
        """Attach a managed policy by its name."""
        self.managed.setdefault(policy_arn(name), "")

    def allow(self, actions: list[str], resource: Any) -> None:
        """Allow actions on a resource."""
        self.inline.append((_document([{"Effect": "Allow", "Action": actions, "Resource": resource}]), ""))

    def doubt(self, why: str, *, inline_only: bool = False, at: str = "") -> None:
        """Leave open whether there is more."""
        self.inline.append((Unknown(why), at))
        if not inline_only:
            self.managed.setdefault(Unknown(why), at)

    def hand_on(self, target: Any, key: str) -> None:
        """Allow handing events on to a target: a mapping of its `Type`, and its ARN under `key`."""
        if isinstance(target, Unknown):
            self.doubt(target.why, inline_only=True)
        elif isinstance(target, dict):
            kind, where = target.get("Type"), read(target, key)
            action = _HANDED_ON.get(kind) if isinstance(kind, str) else None
            if action is not None and given(where) and (not isinstance(where, Unknown) or where.present):
                self.allow([action], where)
            elif kind is not None:
                self.doubt("SAM allows what handing events on takes", inline_only=True)

    def add(self, policies: Any) -> None:
        """Add what the property `Policies` tells."""
        if not isinstance(policies, list):
            self._add_one(policies, "Policies")
            return
        for index, policy in enumerate(policies):
            self._add_one(policy, f"Policies/{index}")

    def _add_one(self, policy: Any, at: str) -> None:
        if isinstance(policy, str):
            is_name = not policy.startswith("arn:") and "{{" not in policy
            self.managed.setdefault(policy_arn(policy) if is_name else policy, at)
        elif isinstance(policy, Ref | Composite):
            self.managed.setdefault(policy, at)
        elif isinstance(policy, Unknown):
            self.doubt(policy.why, at=at)
        elif isinstance(policy, dict) and "Statement" in policy:
            self.inline.append((policy, at))
        elif isinstance(policy, dict):
            self.inline += [(_from_template(name, told), f"{at}/{name}") for name, told in policy.items()]
            if isinstance(policy, Open):
                self.doubt(policy.why.why, at=at)
        elif policy is not None:
            self.doubt("a policy is written in a way that is not known", at=at)

    def merge_into(self, draft: Draft) -> None:
        """Write the policies into a role."""
        draft.put("ManagedPolicyArns", list(self.managed))
        for index, at in enumerate(self.managed.values()):
            draft.mark(f"ManagedPolicyArns/{index}", at, within=False)
        name = draft.address.rpartition(".")[2]
        for index, (document, at) in enumerate(self.inline):
            named = {"PolicyName": f"{name}Policy{index}", "PolicyDocument": document}
            draft.value.setdefault("Policies", []).append(document if isinstance(document, Unknown) else named)
            draft.mark(f"Policies/{index}", at, within=False)
            draft.mark(f"Policies/{index}/PolicyDocument", at)


def policy_arn(name: str) -> Piece:
    """Return the ARN of one of AWS's policies; where the path in it cannot be told, the path is unknown."""
    if name in _IN_SERVICE_ROLE:
        return f"{MANAGED}service-role/{name}"
    if name.endswith(("Role", "RolePolicy")) and name not in _WITHOUT_PATH:
        return Composite("the path of the policy is not known", (MANAGED, Unknown("its path"), name))
    return MANAGED + name


def role(draft: Draft, service: str, permissions: Permissions, own: bool = False) -> Resource:
    """Return a role that `service` may assume; its `own` role is also shaped by properties of the resource."""
    draft.put("AssumeRolePolicyDocument", _trust(service))
    permissions.merge_into(draft)
    if own:
        draft.take("AssumeRolePolicyDocument").take_as("RolePath", "Path")
    return draft.take("PermissionsBoundary").done()


def role_for(source: Resource, address: str, own: str) -> tuple[Any, Draft | None]:
    """Return the role of a resource, and the draft of it where SAM makes it; `own` is the property that names one."""
    named = read(source.value, own)
    draft = Draft(source, "AWS::IAM::Role", address)
    if not given(named):
        return ref(address, "Arn"), draft
    if isinstance(named, Unknown) and not named.present:
        draft.doubt = named
        return named, draft
    return named, None


def _trust(service: str) -> dict[str, Any]:
    statement = {"Effect": "Allow", "Action": ["sts:AssumeRole"], "Principal": {"Service": [service]}}
    return _document([statement])


def _document(statements: list[Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": statements}


def _from_template(name: str, parameters: Any) -> Any:
    statements = _templates().get(name)
    if statements is None or not (parameters is None or isinstance(parameters, dict)):
        return Unknown(f"what SAM's policy template {name} allows is not known here")
    values = parameters or {}
    return _document(
        [
            {
                "Effect": "Allow",
                "Action": statement["actions"].split(),
                "Resource": [_filled(resource, values) for resource in statement["resources"].split()],
            }
            for statement in statements
        ]
    )


def _filled(text: str, values: Mapping[str, Any]) -> Piece:
    pieces: list[Piece] = []
    for index, part in enumerate(_VARIABLE.split(text)):
        if index % 2 == 0:
            pieces.append(part)
        elif part.startswith("AWS::"):
            pieces.append(pseudo(part.removeprefix("AWS::")))
        else:
            value = values.get(part)
            pieces.append(Unknown(f"{part} is not given") if value is None else written(value))
    return joined(pieces)


@cache
def _templates() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(resources.files(__name__.rpartition(".")[0]).joinpath("policies.toml").read_text("utf-8"))
